//! Which version of the file format a file has, and the way from an older one to the present one. A step of that way
//! turns the fields of one version into those of the next; no file older than `halte/1` exists, so there are none.

use super::Fields;
use crate::content::{At, FileError, Node, Problem, decode};
use crate::workshop::proceedings::SCHEMA;

/// Turns the fields of a file of one version into those of the next. What it does not understand it leaves as it is,
/// to be refused with its place when the fields are read.
type Migration = for<'a> fn(Fields<'a>) -> Fields<'a>;

/// The steps, the first from `halte/1` to `halte/2`. Whoever changes the format adds one, raises
/// [`SCHEMA`], and keeps a file of the old version among the tests.
const STEPS: &[Migration] = &[];

/// The first version there was.
const OLDEST: usize = 1;

/// The fields of a file without its `schema`, as the present version has them.
pub(super) fn current(at: At, fields: Fields<'_>) -> Result<Fields<'_>, FileError> {
    migrated(at, fields, STEPS)
}

fn migrated<'a>(at: At, fields: Fields<'a>, steps: &[Migration]) -> Result<Fields<'a>, FileError> {
    let (schema, fields): (Fields<'_>, Fields<'_>) = fields
        .into_iter()
        .partition(|(key, _)| &*key.text == "schema");
    let Some((_, node)) = schema.first() else {
        return Err(at.says(Problem::NoSchema { schema: SCHEMA }));
    };
    let version = version_of(node)?;
    let older = version - OLDEST;
    match steps.get(older..) {
        Some(steps) => Ok(steps.iter().fold(fields, |fields, step| step(fields))),
        None => Err(node.at.says(Problem::NewerSchema {
            found: node.as_text().unwrap_or_default().to_owned(),
            schema: SCHEMA,
        })),
    }
}

fn version_of(node: &Node<'_>) -> Result<usize, FileError> {
    let text: &str = decode(node)?;
    let version = text
        .strip_prefix("halte/")
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|digits| digits.parse().ok())
        .filter(|version| *version >= OLDEST);
    version.ok_or_else(|| {
        node.at.says(Problem::NotASchema {
            found: text.to_owned(),
            schema: SCHEMA,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::parse;
    use crate::session::fields_of;

    fn read<'a>(text: &'a str, steps: &[Migration]) -> Result<Fields<'a>, FileError> {
        let (at, fields) = fields_of(parse(text.as_bytes())?)?;
        migrated(at, fields, steps)
    }

    /// What the second version could have done: call a field by another name.
    fn renames_name(mut fields: Fields<'_>) -> Fields<'_> {
        for (key, _) in &mut fields {
            if &*key.text == "name" {
                key.text = "title".into();
            }
        }
        fields
    }

    #[test]
    fn an_older_file_is_brought_up_to_date_and_keeps_its_places() {
        let fields = read("schema: halte/1\nname: Gent\n", &[renames_name]).expect("readable");
        let (key, node) = fields.first().expect("one field");
        assert_eq!(&*key.text, "title");
        assert_eq!(node.as_text(), Some("Gent"));
        assert_eq!((node.at.line, node.at.column), (2, 7));
    }

    #[test]
    fn a_file_of_the_present_version_is_left_alone() {
        let fields = read("schema: halte/2\nname: Gent\n", &[renames_name]).expect("readable");
        assert_eq!(fields.first().map(|(key, _)| &*key.text), Some("name"));
    }

    #[test]
    fn the_schema_that_is_written_is_the_newest_that_can_be_read() {
        assert_eq!(SCHEMA, format!("halte/{}", OLDEST + STEPS.len()));
    }
}
