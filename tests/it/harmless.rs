//! Whatever anybody types or a file is called, what comes out shows it and does nothing: no output holds a character that a
//! terminal obeys, that turns the direction, that nobody sees, or marks without end.

use halte::language::Language;
use halte::locale::Locale;
use halte::report::tidy::{self, Table};
use halte::report::{Options, Report, Unreadable, html, json, markdown, table};
use halte::text::harmless;
use halte::tui::harmless::make_harmless;
use halte::wire::ClientMessage;
use halte::workshop::{Asker, Command};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Paragraph, Widget};
use serde_json::json;

use crate::workshops::{Play, Shape, plan};

/// Pieces that have something to hide, beside any text at all.
const TRICKS: [&str; 24] = [
    "\u{1B}[31m",
    "\u{1B}]0;titel\u{7}",
    "\u{9B}2J",
    "\u{90}q\u{9C}",
    "\0",
    "\u{8}",
    "\r",
    "\t",
    "\u{7F}",
    "\u{85}",
    "\u{202E}",
    "\u{2066}",
    "\u{2069}",
    "\u{200E}",
    "\u{61C}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{AD}",
    "\u{E0041}",
    "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{20E3}\u{20E3}\u{20E3}\u{20E3}\u{20E3}",
    "\u{2028}",
    "=1+1",
    "<b onclick=x>",
];

fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => prop::sample::select(&TRICKS[..]).prop_map(str::to_owned),
        2 => "[a-zé€👩 ]{1,6}",
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

/// What is wrong with a text that is shown, by rules of its own. Isolates, joiners that keep a word from
/// becoming a link, and a line's end as the format has it are ours.
fn fault(shown: &str, ours: &[char]) -> Option<String> {
    let mut marks = 0;
    for scalar in shown.chars() {
        let code = u32::from(scalar);
        let is_control = scalar.is_control() && scalar != '\n';
        let is_turning =
            matches!(code, 0x61C | 0x200E..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069);
        let is_unseen = matches!(code, 0xAD | 0x200B | 0x2028..=0x2029 | 0x2060..=0x2064 | 0xFEFF | 0xE0000..=0xE0FFF);
        if (is_control || is_turning || is_unseen) && !ours.contains(&scalar) {
            return Some(format!("U+{code:04X} in {shown:?}"));
        }
        let is_mark = matches!(code, 0x300..=0x36F | 0x20D0..=0x20FF);
        marks = if is_mark { marks + 1 } else { 0 };
        if marks > 4 {
            return Some(format!("{marks} marks in {shown:?}"));
        }
    }
    None
}

/// A workshop in which everybody says this.
fn saying(text: &str) -> Play {
    let mut play = Play::open(plan(Shape::default()));
    play.seat(2);
    play.goto("write-synergy");
    let people = [1, 2].map(|seat| Asker::participant(halte::id::ParticipantId(seat)));
    for asker in people {
        for command in [
            json!({"type": "contribute", "text": text}),
            json!({"type": "say", "text": text}),
        ] {
            let command: Command = serde_json::from_value(command).expect("a command");
            // What is empty or too long is refused, and is no less harmless.
            drop(play.ask(asker, &command));
        }
    }
    play.goto("converge");
    let ids: Vec<_> = play.workshop.contributions().keys().copied().collect();
    if ids.len() == 2 {
        let group = json!({"type": "group", "contributions": ids, "label": text});
        // A label that does not fit is refused before it is a command.
        if let Ok(group) = serde_json::from_value::<Command>(group) {
            drop(play.ask(Asker::FACILITATOR, &group));
        }
    }
    play
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_report_of_any_words_is_harmless_in_every_format(text in anything()) {
        let play = saying(&text);
        let workshops = [&play.workshop];
        let mut report = Report::of(&workshops, Options::default());
        report.unreadable = vec![Unreadable { file: text.clone(), reason: text.clone() }];
        let locale = Locale::new(Language::Nl);
        let look = table::Look { ascii: false, color: false, width: 80 };
        prop_assert_eq!(fault(&table::render(&report, locale, look), &[]), None);
        prop_assert_eq!(fault(&markdown::render(&report, locale), &['\u{2060}']), None);
        let page = html::render(&report, locale).expect("a page");
        prop_assert_eq!(fault(&page, &['\u{2068}', '\u{2069}']), None);
        for table in [Table::Contributions, Table::default()] {
            prop_assert_eq!(fault(&tidy::render(&report, &workshops, table), &['\r']), None);
        }
        report.unreadable.clear();
        prop_assert_eq!(fault(&json::render(&report), &[]), None);
    }

    /// A widget may draw anything: what goes to the terminal is looked at once more.
    #[test]
    fn a_screen_that_anything_was_drawn_on_is_harmless(text in anything()) {
        let area = Rect::new(0, 0, 40, 4);
        let mut buf = Buffer::empty(area);
        Paragraph::new(text.as_str()).render(area, &mut buf);
        buf[(39, 3)].set_symbol(&text);
        make_harmless(&mut buf);
        for cell in &buf.content {
            prop_assert_eq!(fault(cell.symbol(), &[]), None);
        }
    }

    #[test]
    fn a_line_on_stderr_is_harmless(text in anything()) {
        prop_assert_eq!(fault(&harmless(&text), &[]), None);
    }

    /// A client of another make may send half a character; it is told so, and nothing of it is taken.
    #[test]
    fn half_a_character_is_refused(before in "[a-z]{0,3}", half in 0xD800_u32..0xE000, after in "[a-z]{0,3}") {
        let id = uuid::Uuid::nil();
        let frame = format!(
            r#"{{"type":"command","id":"{id}","command":{{"type":"contribute","text":"{before}\u{half:04x}{after}"}}}}"#
        );
        prop_assert!(serde_json::from_str::<ClientMessage>(&frame).is_err());
    }
}

#[test]
fn a_whole_character_in_two_escapes_is_taken() {
    let frame = format!(
        r#"{{"type":"command","id":"{}","command":{{"type":"contribute","text":"\ud83d\ude00"}}}}"#,
        uuid::Uuid::nil()
    );
    let message: ClientMessage = serde_json::from_str(&frame).expect("a message");
    let ClientMessage::Command {
        command: Command::Contribute { text, .. },
        ..
    } = message
    else {
        panic!("{message:?}")
    };
    assert_eq!(text, "😀");
}
