//! What can be said of a text: the place it belongs to and the language it is in. Numbered, because a fit counts.

/// The places, by number: the five themes of the method, and none of them.
pub const PLACES: [&str; 6] = [
    "lifelong-learning",
    "knowledge-sharing",
    "wellbeing",
    "ai-support",
    "responsible-interaction",
    "none",
];

/// The languages, by number.
pub const LANGUAGES: [&str; 3] = ["nl", "en", "fr"];

/// The number of a place.
pub fn place(id: &str) -> Option<usize> {
    PLACES.iter().position(|known| *known == id)
}

/// The number of a language.
pub fn language(id: &str) -> Option<usize> {
    LANGUAGES.iter().position(|known| *known == id)
}
