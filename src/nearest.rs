//! "Did you mean": the known word nearest to one that was typed.

/// How alike two words have to be (Jaro-Winkler, 0 to 1) before one is offered for the other.
const ALIKE: f64 = 0.75;

/// The known word most like `typed`, if any is like it.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    known
        .into_iter()
        .map(|word| (likeness(&typed, word), word))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, word)| word)
}

/// A word that starts with what was typed is as near as can be; so is one with a part that does.
fn likeness(typed: &str, word: &str) -> f64 {
    let whole = strsim::jaro_winkler(typed, &word.to_lowercase());
    let long_enough = typed.chars().count() >= 3;
    if long_enough && word.split('-').any(|part| part.starts_with(typed)) {
        whole.max(0.95)
    } else {
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [&str; 5] = [
        "lifelong-learning",
        "knowledge-sharing",
        "wellbeing",
        "ai-support",
        "responsible-interaction",
    ];

    #[test]
    fn a_slip_of_the_keyboard_finds_its_word() {
        assert_eq!(nearest("wellbieng", THEMES), Some("wellbeing"));
        assert_eq!(nearest("learnin", THEMES), Some("lifelong-learning"));
        assert_eq!(nearest("Knowledge", THEMES), Some("knowledge-sharing"));
    }

    #[test]
    fn something_else_altogether_finds_nothing() {
        assert_eq!(nearest("xyz", THEMES), None);
        assert_eq!(nearest("", THEMES), None);
    }
}
