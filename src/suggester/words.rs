//! A text as its words, folded, and the runs of letters in them. What is compared is always the folded form; what is
//! shown is always the text itself.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// The shortest and the longest run of letters that counts.
pub const GRAM: (usize, usize) = (3, 5);

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// In small letters without accents.
    pub folded: String,
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
}

/// The words of a text, in their order. Letters and digits make words; everything else stands between them.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut is_inside = false;
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        if is_mark(letter) {
            continue;
        }
        if !letter.is_alphanumeric() {
            is_inside = false;
            continue;
        }
        if !is_inside {
            let folded = String::new();
            found.push(Word {
                folded,
                at: start..end,
            });
            is_inside = true;
        }
        if let Some(word) = found.last_mut() {
            word.at.end = end;
            fold(letter, &mut word.folded);
        }
    }
    found
}

fn fold(letter: char, folded: &mut String) {
    // Most letters are plain ones, which need no look at their parts.
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    for letter in std::iter::once(letter).nfkd().flat_map(char::to_lowercase) {
        match letter {
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            _ if is_mark(letter) => {}
            _ => folded.push(letter),
        }
    }
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

/// Calls for every run of 3 to 5 letters of a folded word with the space before and after it; for the whole of a
/// shorter word.
pub fn grams(folded: &str, mut each: impl FnMut(&str)) {
    let padded = format!(" {folded} ");
    let mut ends: Vec<usize> = padded.char_indices().map(|(at, _)| at).collect();
    ends.push(padded.len());
    let letters = ends.len() - 1;
    let (shortest, longest) = GRAM;
    for length in shortest..=longest.min(letters) {
        for (start, end) in ends.iter().zip(ends.iter().skip(length)) {
            if let Some(gram) = padded.get(*start..*end) {
                each(gram);
            }
        }
    }
}

/// The number of a run of letters: FNV-1a, folded to 32 bits.
#[must_use]
pub fn number_of(gram: &str) -> u32 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in gram.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let [low, high] = [hash & u64::from(u32::MAX), hash >> 32];
    u32::try_from(low ^ high).unwrap_or(u32::MAX)
}

/// How often each run of letters stands in a text, by number and in the order of the numbers.
#[must_use]
pub fn counts(words: &[Word]) -> Vec<(u32, u32)> {
    let mut numbers = Vec::new();
    for word in words {
        grams(&word.folded, |gram| numbers.push(number_of(gram)));
    }
    numbers.sort_unstable();
    let mut counts: Vec<(u32, u32)> = Vec::with_capacity(numbers.len());
    for number in numbers {
        match counts.last_mut() {
            Some((last, count)) if *last == number => *count += 1,
            _ => counts.push((number, 1)),
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn words_are_folded_and_keep_their_place() {
        let text = "Wérkdruk, c'est l’IA: cœur & e\u{301}le\u{300}ve!";
        assert_eq!(
            folded(text),
            ["werkdruk", "c", "est", "l", "ia", "coeur", "eleve"]
        );
        let shown: Vec<&str> = words(text)
            .iter()
            .filter_map(|word| text.get(word.at.clone()))
            .collect();
        assert_eq!(shown[0], "Wérkdruk");
        assert_eq!(shown[5], "cœur");
        assert!(folded("… !?").is_empty());
    }

    #[test]
    fn runs_of_letters_stay_within_a_word() {
        let mut found = Vec::new();
        grams("ab", |gram| found.push(gram.to_owned()));
        assert_eq!(found, [" ab", "ab ", " ab "]);
        found.clear();
        grams("a", |gram| found.push(gram.to_owned()));
        assert_eq!(found, [" a "]);
    }

    #[test]
    fn what_stands_twice_counts_twice() {
        let counts = counts(&words("aa aa"));
        let of = |gram: &str| {
            let number = number_of(gram);
            counts.iter().find(|(known, _)| *known == number)
        };
        assert_eq!(of(" aa"), Some(&(number_of(" aa"), 2)));
        assert!(counts.is_sorted());
    }
}
