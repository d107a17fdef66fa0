//! The report: its figures against a second way of counting, its table in three languages and at several widths.

#[cfg(test)]
mod figures;
#[cfg(test)]
mod group;
#[cfg(test)]
mod html;
#[cfg(test)]
mod markdown;
#[cfg(test)]
mod outcomes;
#[cfg(test)]
mod page;
#[cfg(test)]
mod recount;
#[cfg(test)]
mod setting;
#[cfg(test)]
mod tidy;
#[cfg(test)]
mod weights;
#[cfg(test)]
mod withheld;

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name, text);
    });
}
