//! Everything that can be done by key now, read off the tables that do it.

use super::Reader;
use crate::tui::app::Chapter;
use crate::tui::scene::Scene;
use crate::tui::widget::prose;

/// The help for these tables.
#[must_use]
pub fn help(chapters: &[Chapter], scene: &Scene<'_>) -> Reader {
    let mut text = String::new();
    for chapter in chapters {
        let hints = chapter.hints.iter().filter(|hint| hint.is_available);
        let lines: Vec<(String, &str)> = hints
            .map(|hint| {
                let also = hint.also.map(|key| format!(" {}", scene.look.key(key)));
                let keys = format!("{}{}", scene.look.key(hint.key), also.unwrap_or_default());
                (keys, hint.words.as_str())
            })
            .collect();
        if lines.is_empty() {
            continue;
        }
        text.push_str(&scene.say(chapter.title));
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
    Reader::of(scene.say("chapter-title"), text.trim_end().to_owned())
}
