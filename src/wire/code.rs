//! The one spelling of a join code, however it was said, typed or copied. Host and client read it alike, because a
//! code that is proven is never sent, and nobody could mend it afterwards.

/// A code or a token without dashes and spaces, in upper case, look-alikes read as what they look like.
#[must_use]
pub fn canonical(code: &str) -> String {
    let is_gap = |letter: char| {
        letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '_' | '.')
    };
    code.chars()
        .filter(|letter| !is_gap(*letter))
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_in_any_case_with_any_dashes_and_with_look_alikes() {
        for typed in [
            "K7QF-2M10",
            "k7qf 2mio",
            "K7Q-F2M-lO",
            " k7qf—2m10 ",
            "K7QF.2M_1O",
        ] {
            assert_eq!(canonical(typed), "K7QF2M10", "{typed}");
        }
        assert_eq!(canonical("K7QF-2M1"), "K7QF2M1");
    }
}
