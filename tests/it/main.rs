//! The integration tests, as one program. Modules are test code for the lints, too, by `cfg(test)`.

#[cfg(test)]
mod fake_host;
#[cfg(test)]
mod link;
#[cfg(test)]
mod plain;
