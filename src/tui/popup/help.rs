//! Everything that can be done by key now, read off the tables that do it.

use super::Reader;
use crate::locale::Locale;
use crate::tui::app::Chapter;
use crate::tui::binding::Hint;
use crate::tui::look::Look;
use crate::tui::scene::Scene;
use crate::tui::widget::prose;

/// The help for these tables.
#[must_use]
pub fn help(chapters: &[Chapter], scene: &Scene<'_>) -> Reader {
    let chapters = chapters.iter();
    let chapters = chapters.map(|chapter| (chapter.title, chapter.hints.as_slice()));
    let text = help_text(chapters, scene.locale, scene.look);
    Reader::of(scene.say("chapter-title"), text)
}

/// The same as a text: each table under its heading, the key of a message.
pub(in crate::tui) fn help_text<'a>(
    chapters: impl Iterator<Item = (&'a str, &'a [Hint])>,
    locale: Locale,
    look: Look,
) -> String {
    let mut text = String::new();
    for (title, hints) in chapters {
        let hints = hints.iter().filter(|hint| hint.is_available);
        let lines: Vec<(String, &str)> = hints
            .map(|hint| {
                let also = hint.also.map(|key| format!(" {}", look.key(key)));
                let keys = format!("{}{}", look.key(hint.key), also.unwrap_or_default());
                (keys, hint.words.as_str())
            })
            .collect();
        if lines.is_empty() {
            continue;
        }
        text.push_str(&locale.say(title));
        text.push('\n');
        let widest = lines.iter().map(|(keys, _)| prose::width(keys)).max();
        let widest = usize::from(widest.unwrap_or(0));
        for (keys, words) in lines {
            let air = widest.saturating_sub(usize::from(prose::width(&keys)));
            for part in ["  ", keys.as_str(), &" ".repeat(air), "  ", words, "\n"] {
                text.push_str(part);
            }
        }
        text.push('\n');
    }
    text.trim_end().to_owned()
}
