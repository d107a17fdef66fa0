//! Statements whose place is known, one a line: language, persona, scenario, second theme and text with tabs between
//! them. The file says the place.

use std::fmt;

use super::labels;

/// A statement whose place is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example<'a> {
    /// The number of its place.
    pub place: usize,
    /// The number of the place it belongs to too.
    pub second: Option<usize>,
    /// The number of its language.
    pub language: usize,
    /// The persona that speaks.
    pub persona: &'a str,
    /// The scenario it is about.
    pub scenario: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExampleError {
    /// There are not five columns.
    Columns,
    /// The first column is no language.
    Language,
    /// The fourth column is no theme, or the one of the file.
    Second,
    /// The last column is empty.
    Text,
}

impl fmt::Display for ExampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Columns => {
                "a line has five columns: language, persona, scenario, second theme, text"
            }
            Self::Language => "the first column is a language",
            Self::Second => "the fourth column is another theme or empty",
            Self::Text => "the last column is a text",
        })
    }
}

impl std::error::Error for ExampleError {}

/// Reads the examples of a place; the number of the line that is wrong, and why.
///
/// # Errors
/// When a line is not an example.
pub fn read(place: usize, source: &str) -> Result<Vec<Example<'_>>, (usize, ExampleError)> {
    let lines = (1..).zip(source.lines());
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| read_line(place, line).map_err(|error| (number, error)))
        .collect()
}

fn read_line(place: usize, line: &str) -> Result<Example<'_>, ExampleError> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [language, persona, scenario, second, text] = columns.as_slice() else {
        return Err(ExampleError::Columns);
    };
    let second = if second.is_empty() {
        None
    } else {
        let second = labels::place(second).filter(|second| *second != place);
        Some(second.ok_or(ExampleError::Second)?)
    };
    if text.trim().is_empty() {
        return Err(ExampleError::Text);
    }
    Ok(Example {
        place,
        second,
        language: labels::language(language).ok_or(ExampleError::Language)?,
        persona,
        scenario,
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_example_of_the_places_file() {
        let source = "# comment\nnl\tmentor\tsynergy\twellbeing\tIk leer graag bij.\n";
        let examples = read(0, source).expect("examples");
        assert_eq!(
            examples,
            [Example {
                place: 0,
                second: Some(2),
                language: 0,
                persona: "mentor",
                scenario: "synergy",
                text: "Ik leer graag bij.",
            }]
        );
    }

    #[test]
    fn a_line_that_is_wrong_is_named() {
        for (line, error) in [
            ("nl\tmentor\tsynergy\ttext", ExampleError::Columns),
            ("de\tmentor\tsynergy\t\ttext", ExampleError::Language),
            ("nl\tmentor\tsynergy\tjoy\ttext", ExampleError::Second),
            (
                "nl\tmentor\tsynergy\tlifelong-learning\ttext",
                ExampleError::Second,
            ),
            ("nl\tmentor\tsynergy\t\t ", ExampleError::Text),
        ] {
            assert_eq!(read(0, &format!("\n{line}")), Err((2, error)), "{line}");
        }
    }
}
