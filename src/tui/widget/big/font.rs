//! The letters that are drawn big: five dots high, capitals only, with accents above and tails below.

use unicode_normalization::UnicodeNormalization;

/// How high a letter is, in dots, without what stands above or below.
pub(super) const HEIGHT: usize = 5;

/// A letter in dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The five rows of the letter from the top, `#` for a dot, with slashes between them.
    rows: &'static str,
    /// The row above it: its accent.
    pub(super) accent: &'static str,
    /// The row below it: a cedilla, or the tail of a comma.
    pub(super) tail: &'static str,
}

impl Glyph {
    /// Returns the five rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'static str> {
        self.rows.split('/')
    }

    /// Returns how many dots wide the letter is.
    pub(super) fn width(&self) -> usize {
        self.rows().next().map_or(0, str::len)
    }
}

/// Returns the letters of a word, or `None` when it has a character that is not in the font.
pub(super) fn glyphs(word: &str) -> Option<Vec<Glyph>> {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(word.len());
    for scalar in word.chars().flat_map(char::to_uppercase).nfd() {
        if let Some(accent) = accent(scalar) {
            glyphs.last_mut()?.accent = accent;
        } else if scalar == '\u{327}' {
            glyphs.last_mut()?.tail = " ##";
        } else {
            for letter in spelled(scalar).chars() {
                glyphs.push(glyph(letter)?);
            }
        }
    }
    Some(glyphs)
}

fn accent(scalar: char) -> Option<&'static str> {
    Some(match scalar {
        '\u{300}' => "#  ",
        '\u{301}' => "  #",
        '\u{302}' | '\u{30A}' => " # ",
        '\u{303}' => "## ",
        '\u{308}' => "# #",
        _ => return None,
    })
}

/// Writes a character with those of the font.
fn spelled(scalar: char) -> String {
    match scalar {
        'Æ' => "AE".to_owned(),
        'Œ' => "OE".to_owned(),
        'Ĳ' => "IJ".to_owned(),
        'Ø' => "O".to_owned(),
        '‘' | '’' => "'".to_owned(),
        '“' | '”' | '„' => "\"".to_owned(),
        '‐' | '‑' | '–' | '—' => "-".to_owned(),
        '…' => "...".to_owned(),
        '\u{A0}' | '\u{202F}' => " ".to_owned(),
        other => other.to_string(),
    }
}

fn glyph(letter: char) -> Option<Glyph> {
    let rows = match letter {
        'A' => " # /# #/###/# #/# #",
        'B' => "## /# #/## /# #/## ",
        'C' => " ##/#  /#  /#  / ##",
        'D' => "## /# #/# #/# #/## ",
        'E' => "###/#  /## /#  /###",
        'F' => "###/#  /## /#  /#  ",
        'G' => " ##/#  /# #/# #/ ##",
        'H' => "# #/# #/###/# #/# #",
        'I' => "###/ # / # / # /###",
        'J' => "  #/  #/  #/# #/ # ",
        'K' => "# #/# #/## /# #/# #",
        'L' => "#  /#  /#  /#  /###",
        'M' => "#   #/## ##/# # #/#   #/#   #",
        'N' => "#  #/## #/# ##/#  #/#  #",
        'O' => "###/# #/# #/# #/###",
        'P' => "## /# #/## /#  /#  ",
        'Q' => "### /# # /# # /### /   #",
        'R' => "## /# #/## /# #/# #",
        'S' => " ##/#  / # /  #/## ",
        'T' => "###/ # / # / # / # ",
        'U' => "# #/# #/# #/# #/###",
        'V' => "# #/# #/# #/# #/ # ",
        'W' => "#   #/#   #/# # #/## ##/#   #",
        'X' => "# #/# #/ # /# #/# #",
        'Y' => "# #/# #/ # / # / # ",
        'Z' => "###/  #/ # /#  /###",
        '0' => "###/# #/# #/# #/###",
        '1' => " # /## / # / # /###",
        '2' => "###/  #/###/#  /###",
        '3' => "###/  #/###/  #/###",
        '4' => "# #/# #/###/  #/  #",
        '5' => "###/#  /###/  #/###",
        '6' => "###/#  /###/# #/###",
        '7' => "###/  #/  #/  #/  #",
        '8' => "###/# #/###/# #/###",
        '9' => "###/# #/###/  #/###",
        ' ' => " / / / / ",
        '.' | ',' => " / / / /#",
        ':' => " /#/ /#/ ",
        ';' => " /#/ / /#",
        '!' => "#/#/#/ /#",
        '?' => "###/  #/ ##/   / # ",
        '\'' => "#/#/ / / ",
        '"' => "# #/# #/   /   /   ",
        '-' => "   /   /###/   /   ",
        '+' => "   / # /###/ # /   ",
        '=' => "   /###/   /###/   ",
        '/' => "  #/  #/ # /#  /#  ",
        '(' => " #/# /# /# / #",
        ')' => "# / #/ #/ #/# ",
        '%' => "# #/  #/ # /#  /# #",
        '&' => " #  /# # / #  /# # / # #",
        '#' => " # # /#####/ # # /#####/ # # ",
        '*' => "   /# #/ # /# #/   ",
        '€' => " ##/#  /## /#  / ##",
        '«' => "  # #/ # # /# #  / # # /  # #",
        '»' => "# #  / # # /  # #/ # # /# #  ",
        _ => return None,
    };
    let tail = if matches!(letter, ',' | ';') { "#" } else { "" };
    Some(Glyph {
        rows,
        accent: "",
        tail,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_five_even_rows_of_dots() {
        for scalar in (' '..='~').chain("€«»éèêëïöüçàÉÇñœĲ’…–".chars()) {
            let Some(glyphs) = glyphs(&scalar.to_string()) else {
                let unknown = matches!(scalar, '$' | '<' | '>' | '@' | '['..='`' | '{'..='~');
                assert!(unknown, "{scalar}");
                continue;
            };
            for glyph in glyphs {
                let rows: Vec<&str> = glyph.rows().collect();
                assert_eq!(rows.len(), HEIGHT, "{scalar}");
                for row in &rows {
                    assert_eq!(row.len(), glyph.width(), "{scalar}");
                    assert!(row.bytes().all(|dot| b"# ".contains(&dot)), "{scalar}");
                }
                assert!(glyph.accent.len() <= glyph.width().max(3), "{scalar}");
            }
        }
    }

    #[test]
    fn letters_and_digits_differ() {
        let all: Vec<(char, Glyph)> = ('A'..='Z')
            .chain('1'..='9')
            .filter_map(|letter| Some((letter, glyph(letter)?)))
            .collect();
        for (place, (letter, one)) in all.iter().enumerate() {
            for (other, another) in &all[place + 1..] {
                assert_ne!(one, another, "{letter} and {other}");
            }
        }
    }

    #[test]
    fn accents_stand_on_their_letters_and_other_scripts_are_left_to_others() {
        let word = glyphs("één ça").unwrap();
        assert_eq!(word[0].accent, "  #");
        assert_eq!(word[4].tail, " ##");
        assert_eq!(glyphs("œuvre").unwrap().len(), 6);
        assert_eq!(glyphs("日本"), None);
        assert_eq!(glyphs("\u{301}"), None);
    }
}
