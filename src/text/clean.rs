//! What of a text may be shown: takes out what a terminal would obey and what nobody can see, and sets spaces,
//! marks and joiners in their places. It never decides how long a text may be.

use std::iter::Peekable;
use std::str::Chars;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Lines;

/// How many combining marks one base character may carry; the languages people write need three at most.
pub(super) const MARKS: usize = 4;

const NO_BREAK: char = '\u{A0}';
const NARROW_NO_BREAK: char = '\u{202F}';
const NON_JOINER: char = '\u{200C}';
const JOINER: char = '\u{200D}';

/// Returns how many characters `raw` has if it is clean as it stands and one scan of its bytes shows it.
///
/// That holds for nearly all Dutch, French and English: journals are replayed through here. `None` only means
/// that [`scrub`] has to look. The scan never stops early: text that is not plain is rare, and stopping costs.
pub(super) fn plain(raw: &str, lines: Lines) -> Option<usize> {
    let bytes = raw.as_bytes();
    let many = lines == Lines::Many;
    let blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\n'));
    if blank(bytes.first()) || blank(bytes.last()) {
        return None;
    }
    let middle = bytes
        .array_windows()
        .fold(true, |plain, &[a, b, c]| plain & is_plain(a, b, c, many));
    let end = match *bytes {
        [] => true,
        [a] => is_plain(a, 0, 0, many),
        [.., a, b] => is_plain(a, b, 0, many) & is_plain(b, 0, 0, many),
    };
    // Each scalar in the plain ranges is a grapheme of its own.
    (middle & end).then(|| raw.chars().count())
}

/// Tells whether the byte `a`, followed by `b` and `c`, is part of plain text: the scalars U+0020-007E,
/// U+00A1-00AC, U+00AE-024F, U+2010-2027 and U+20AC, which are visible, NFC, and combine with nothing.
#[inline]
fn is_plain(a: u8, b: u8, c: u8, many: bool) -> bool {
    match a {
        // Among these, 80-BF continue a scalar that was judged with its first byte.
        b'!'..=b'~' | 0x80..=0xBF | 0xC3..=0xC8 => true,
        b' ' => b != b' ' && b != b'\n',
        b'\n' => many && b != b' ' && !(b == b'\n' && c == b'\n'),
        0xC2 => b >= 0xA1 && b != 0xAD,
        0xC9 => b <= 0x8F,
        0xE2 => (b == 0x80 && matches!(c, 0x90..=0xA7)) || (b == 0x82 && c == 0xAC),
        _ => false,
    }
}

/// Cleans any text, however it is made up.
pub(super) fn scrub(raw: &str, lines: Lines) -> String {
    let chars = raw.chars().peekable();
    let shown = Shown { chars, lines };
    let mut page = Page::default();
    // Composing comes before the page: what the page leaves out can bring no two composable scalars together,
    // since it drops marks only at the end of a run of marks, and joiners only beside a gap or another joiner.
    shown.nfc().for_each(|scalar| page.push(scalar));
    page.text
}

/// The scalars of a text that a terminal would show, with every kind of space and line break made alike.
struct Shown<'a> {
    chars: Peekable<Chars<'a>>,
    lines: Lines,
}

impl Iterator for Shown<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            match self.chars.next()? {
                '\u{1B}' => self.skip_escape(),
                '\u{9B}' => self.skip_control_sequence(),
                '\u{90}' | '\u{98}' | '\u{9D}'..='\u{9F}' => self.skip_string(),
                '\r' => {
                    self.chars.next_if_eq(&'\n');
                    return Some(self.line_break());
                }
                '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    return Some(self.line_break());
                }
                kept @ (NO_BREAK | NARROW_NO_BREAK) => return Some(kept),
                '\t' | '\u{2800}' => return Some(' '),
                space if space.is_whitespace() => return Some(' '),
                hidden if is_hidden(hidden) => {}
                shown => return Some(shown),
            }
        }
    }
}

impl Shown<'_> {
    fn line_break(&self) -> char {
        match self.lines {
            Lines::One => ' ',
            Lines::Many => '\n',
        }
    }

    fn skip_while(&mut self, mut skipped: impl FnMut(char) -> bool) {
        while self.chars.next_if(|&scalar| skipped(scalar)).is_some() {}
    }

    /// Skips what follows an ESC: a control sequence, a string, or intermediate bytes and a final one.
    fn skip_escape(&mut self) {
        match self.chars.next_if(|scalar| matches!(scalar, ' '..='~')) {
            Some('[') => self.skip_control_sequence(),
            Some('P' | 'X' | ']' | '^' | '_') => self.skip_string(),
            Some(' '..='/') => {
                self.skip_while(|scalar| matches!(scalar, ' '..='/'));
                self.chars.next_if(|scalar| matches!(scalar, '0'..='~'));
            }
            _ => {}
        }
    }

    /// Skips the rest of a CSI: parameters, intermediate bytes and the final one.
    fn skip_control_sequence(&mut self) {
        self.skip_while(|scalar| matches!(scalar, '0'..='?'));
        self.skip_while(|scalar| matches!(scalar, ' '..='/'));
        self.chars.next_if(|scalar| matches!(scalar, '@'..='~'));
    }

    /// Skips the rest of an OSC, DCS, APC, PM or SOS, up to what ends it (BEL, CAN, SUB, ESC or ST): that is
    /// never shown either, and an ESC may begin the next sequence.
    fn skip_string(&mut self) {
        self.skip_while(|scalar| {
            !matches!(scalar, '\u{07}' | '\u{18}' | '\u{1A}' | '\u{1B}' | '\u{9C}')
        });
    }
}

/// A text in the making, on which gaps, marks and joiners take their places.
#[derive(Default)]
struct Page {
    text: String,
    /// The spaces or line breaks since the last visible scalar, as they will be written.
    gap: Option<&'static str>,
    /// A joiner that waits for a visible scalar on its other side.
    joiner: Option<char>,
    /// How many marks the last base carries; a joiner does not start the count again.
    marks: usize,
}

impl Page {
    fn push(&mut self, scalar: char) {
        match scalar {
            ' ' | '\n' | NO_BREAK | NARROW_NO_BREAK => {
                self.gap = Some(widen(self.gap, scalar));
                self.joiner = None;
            }
            JOINER | NON_JOINER => {
                if self.is_after_visible() {
                    self.joiner.get_or_insert(scalar);
                }
            }
            mark if is_combining_mark(mark) => {
                if self.is_after_visible() && self.marks < MARKS {
                    self.marks = self.marks.saturating_add(1);
                    self.text.extend(self.joiner.take());
                    self.text.push(mark);
                }
            }
            base => {
                let gap = self.gap.take().filter(|_| !self.text.is_empty());
                self.text.extend(gap);
                self.text.extend(self.joiner.take());
                self.text.push(base);
                self.marks = 0;
            }
        }
    }

    fn is_after_visible(&self) -> bool {
        self.gap.is_none() && !self.text.is_empty()
    }
}

/// Whether a scalar is drawn on the one before it.
pub(super) fn is_mark(scalar: char) -> bool {
    is_combining_mark(scalar)
}

/// Returns the gap that `gap` becomes when `blank` follows it.
fn widen(gap: Option<&'static str>, blank: char) -> &'static str {
    match (gap, blank) {
        (Some("\n" | "\n\n"), '\n') => "\n\n",
        (Some(lines @ ("\n" | "\n\n")), _) => lines,
        (_, '\n') => "\n",
        (None, NO_BREAK) => "\u{A0}",
        (None, NARROW_NO_BREAK) => "\u{202F}",
        _ => " ",
    }
}

/// Tells whether nobody would see a scalar, or everybody would see something else because of it: controls,
/// directions, everything that Unicode says to ignore where it is unknown (except joiners, which the page puts
/// in their places, and the two selectors of emoji), annotations, private use and noncharacters.
pub(super) fn is_hidden(scalar: char) -> bool {
    matches!(
        scalar,
        '\u{00}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
            | '\u{AD}' | '\u{34F}' | '\u{61C}'
            | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FE00}'..='\u{FE0D}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}'
            | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}'
    ) || matches!(u32::from(scalar) & 0xFFFF, 0xFFFE..=0xFFFF)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};
    use unicode_normalization::is_nfc;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;
    use crate::text::{Name, TextError, clean, fold, length};

    /// Scalars and sequences that have a part in some rule, so that random texts hit the rules often.
    const SCALARS_OF_RULES: &str = "  \n\n\r\t\u{0B}\u{A0}\u{202F}\u{3000}\u{2028}\u{2029}\u{85}\u{1B}\u{9D}\u{9C}\u{7}\u{18}\0\u{7F}\u{AD}\
        \u{200B}\u{200C}\u{200D}\u{200D}\u{200E}\u{202E}\u{2066}\u{FEFF}\u{FE0F}\u{E0041}\u{3164}\u{E000}\u{FFFE}\u{301}\u{301}\u{323}\
        \u{20DD}\u{345}\u{9C7}\u{9BE}\u{1100}\u{1161}\u{11A8}eéạ’€👩🏽क\u{94D}";
    const SEQUENCES: &str =
        "\u{1B}[|\u{1B}[31m|\u{1B}]0;x\u{7}|\u{1B}P|\u{1B}\\|\u{1B}(B|\u{1B}c|\u{9B}1;2H|\r\n";

    pub(in crate::text) fn awkward() -> impl Strategy<Value = String> {
        let scalars: Vec<char> = SCALARS_OF_RULES.chars().collect();
        let sequences: Vec<&str> = SEQUENCES.split('|').collect();
        let piece = prop_oneof![
            5 => select(scalars).prop_map(String::from),
            1 => select(sequences).prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
            1 => "[ -~]{0,3}",
        ];
        prop_oneof![3 => vec(piece, 0..40).prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
    }

    fn either() -> impl Strategy<Value = Lines> {
        select(&[Lines::One, Lines::Many][..])
    }

    fn is_blank(scalar: char) -> bool {
        scalar.is_whitespace()
    }

    fn is_joiner(scalar: char) -> bool {
        matches!(scalar, '\u{200C}' | '\u{200D}')
    }

    /// What must never come out, written down apart from the code that takes it out.
    fn is_forbidden(scalar: char, lines: Lines) -> bool {
        let code = u32::from(scalar);
        (scalar.is_control() && !(scalar == '\n' && lines == Lines::Many))
            || (scalar.is_whitespace() && !matches!(scalar, ' ' | '\n' | '\u{A0}' | '\u{202F}'))
            || matches!(
                code,
                0x202A..=0x202E | 0x2066..=0x2069 | 0x061C | 0x200E | 0x200F
                    | 0x200B | 0x2060..=0x2064 | 0xFEFF | 0x00AD | 0x180E | 0x115F | 0x1160 | 0x3164 | 0xFFA0
                    | 0xE0000..=0xE007F | 0xFFF9..=0xFFFB | 0xFDD0..=0xFDEF
                    | 0xE000..=0xF8FF | 0xF0000..=0xFFFFF | 0x0010_0000..=0x0010_FFFF
            )
            || code % 0x10000 >= 0xFFFE
    }

    /// Checks everything that is promised of a clean text.
    fn assert_clean(text: &str, lines: Lines) {
        assert_eq!(
            text.chars().find(|&scalar| is_forbidden(scalar, lines)),
            None,
            "{text:?}"
        );
        assert!(is_nfc(text), "{text:?}");
        assert_eq!(text.trim(), text);
        assert!(!text.contains("\n\n\n"), "{text:?}");
        let scalars: Vec<char> = text.chars().collect();
        for pair in scalars.windows(2) {
            let blanks = pair.iter().filter(|&&scalar| is_blank(scalar)).count();
            assert!(blanks < 2 || pair == ['\n', '\n'], "{text:?}");
            let joiners = pair.iter().filter(|&&scalar| is_joiner(scalar)).count();
            assert!(joiners == 0 || blanks + joiners < 2, "{text:?}");
        }
        for end in [scalars.first(), scalars.last()].into_iter().flatten() {
            assert!(!is_joiner(*end), "{text:?}");
        }
        let mut marks = Some(0);
        for scalar in scalars {
            if is_combining_mark(scalar) {
                marks = marks.map(|count| count + 1);
                assert!(marks.is_some_and(|count| count <= 4), "{text:?}");
            } else if is_blank(scalar) {
                marks = None;
            } else if !is_joiner(scalar) {
                marks = Some(0);
            }
        }
    }

    fn one(raw: &str) -> String {
        clean(raw, Lines::One)
    }

    fn many(raw: &str) -> String {
        clean(raw, Lines::Many)
    }

    #[test]
    fn ordinary_text_is_left_as_it_is() {
        for text in [
            "",
            "Een ploeg leert ’s avonds",
            "coördinatie, 5 €/u – “één” plan…",
            "a\nb\n\nc",
            "👩🏽‍🔧 komt 🇧🇪",
            "می‌خواهم",
            "क्‍ष",
        ] {
            assert_eq!(many(text), text);
        }
    }

    #[test]
    fn escape_sequences_go_whole() {
        for (raw, text) in [
            ("\u{1B}[1;31mrood\u{1B}[0m", "rood"),
            ("a\u{1B}[?25l\u{1B}[2 qb", "ab"),
            (
                "a\u{1B}]8;;https://x.example\u{1B}\\link\u{1B}]8;;\u{7}b",
                "alinkb",
            ),
            (
                "a\u{1B}P1$r0m\u{9C}b\u{1B}_x\u{1B}\\c\u{1B}^x\u{1B}\\d\u{1B}Xx\u{1B}\\e",
                "abcde",
            ),
            ("a\u{1B}(Bb\u{1B}cc\u{1B}7d\u{1B}#8e", "abcde"),
            (
                "a\u{9B}31mb\u{9D}0;titel\u{7}c\u{90}x\u{9C}d\u{9F}x\u{9C}e",
                "abcde",
            ),
            ("a\u{1B}]0;no end", "a"),
            ("a\u{1B}[12", "a"),
            ("a\u{1B}éb\u{1B}", "aéb"),
            ("a\u{1B}[\u{1B}[31mb\u{1B}]x\u{1B}[31mc", "abc"),
        ] {
            assert_eq!(one(raw), text, "{raw:?}");
        }
    }

    #[test]
    fn a_string_of_unfinished_escapes_does_not_exhaust_the_stack() {
        assert_eq!(one(&"\u{1B}]".repeat(100_000)), "");
    }

    #[test]
    fn what_nobody_sees_goes() {
        assert_eq!(
            one("a\0b\u{7F}c\u{8}d\u{200B}e\u{FEFF}f\u{AD}g\u{E0041}h\u{F8FF}i\u{FFFF}"),
            "abcdefghi"
        );
        assert_eq!(
            one("\u{202E}gpj.exe\u{202C}\u{2066}x\u{2069}\u{200F}\u{61C}"),
            "gpj.exex"
        );
        for blank in [
            "\u{3164}",
            "\u{2800}",
            "\u{115F}\u{1160}",
            "\u{FE0F}",
            "\u{301}",
            "\u{200D}",
            "\u{A0}",
        ] {
            assert_eq!(Name::parse(blank), Err(TextError::Empty), "{blank:?}");
        }
    }

    #[test]
    fn spaces_and_line_breaks_do_not_pile_up() {
        assert_eq!(
            many("  a \t b \n\n \n\r\n  c\r d\u{2029}e \n"),
            "a b\n\nc\nd\ne"
        );
        assert_eq!(
            one("a\r\nb\n\nc\u{2028}d\u{0B}e\u{85}f\u{3000}g"),
            "a b c d e f g"
        );
        assert_eq!(
            one("Et après\u{202F}? «\u{A0}oui \u{A0}»\u{A0}"),
            "Et après\u{202F}? «\u{A0}oui »"
        );
    }

    #[test]
    fn marks_are_composed_and_four_stay() {
        assert_eq!(one("e\u{301}e\u{308}"), "éë");
        assert_eq!(
            one(&format!("x{}y", "\u{301}".repeat(9))),
            format!("x{}y", "\u{301}".repeat(4))
        );
        let joined = format!("x{}y", "\u{301}\u{301}\u{301}\u{200D}".repeat(9));
        assert_eq!(
            one(&joined),
            "x\u{301}\u{301}\u{301}\u{200D}\u{301}\u{200D}y"
        );
        assert_eq!(many("\u{301}a \u{301}b\n\u{301}c"), "a b\nc");
    }

    #[test]
    fn a_joiner_stays_only_between_two_visible_characters() {
        assert_eq!(
            one("\u{200D}a\u{200D}\u{200C}b\u{200C} \u{200D}c\u{200D}"),
            "a\u{200D}b c"
        );
    }

    #[test]
    fn every_scalar_leaves_a_text_clean() {
        let scalars = ('\0'..='\u{1FFFF}')
            .chain('\u{E0000}'..='\u{E0FFF}')
            .chain('\u{10FFF0}'..='\u{10FFFF}');
        for scalar in scalars {
            let text = many(&format!("e{scalar}\u{301} {scalar}"));
            assert_clean(&text, Lines::Many);
            assert_eq!(many(&text), text, "{:X}", u32::from(scalar));
            let folded = fold(&text);
            assert_eq!(fold(&folded), folded, "{:X}", u32::from(scalar));
        }
    }

    #[test]
    fn every_plain_scalar_stands_by_itself() {
        for scalar in '\0'..=char::MAX {
            let text = format!("e{scalar}e");
            if plain(&text, Lines::Many).is_some() {
                assert_eq!(scrub(&text, Lines::Many), text);
                assert_eq!(text.graphemes(true).count(), 3, "{scalar:?}");
                assert_eq!(length(&text), 3, "{scalar:?}");
            }
        }
        assert_eq!(plain("é ’ … € ! ~ ſ – “ ¡ ÿ", Lines::One), Some(21));
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(raw in awkward(), lines in either()) {
            let text = clean(&raw, lines);
            prop_assert_eq!(clean(&text, lines), text.clone());
            prop_assert_eq!(scrub(&text, lines), text);
        }

        #[test]
        fn what_comes_out_is_clean(raw in awkward(), lines in either()) {
            assert_clean(&clean(&raw, lines), lines);
        }

        #[test]
        fn the_scan_agrees_with_the_long_way(raw in "[ \na-cé’€ſ\u{2010}\u{AD}\u{301}]{0,12}", lines in either()) {
            if let Some(count) = plain(&raw, lines) {
                prop_assert_eq!(scrub(&raw, lines), raw.as_str());
                prop_assert_eq!(raw.graphemes(true).count(), count);
                prop_assert_eq!(length(&raw), count);
            }
        }

        #[test]
        fn the_scan_sees_that_a_clean_text_is_clean(raw in "[ \na-zA-Z0-9.,?!é’€ſ–…ïË]{0,60}", lines in either()) {
            prop_assert!(plain(&scrub(&raw, lines), lines).is_some());
        }
    }
}
