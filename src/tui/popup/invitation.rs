//! How people come in: the code in large letters, the line to type, and a QR code for who has only a phone at hand.
//! It fills the screen for late joiners at any step, and it is the first panel of the lobby.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Confirm, framed};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::Paint;
use crate::tui::scene::{Invitation, Scene};
use crate::tui::screen::Screen;
use crate::tui::widget::big::{self, Side};
use crate::tui::widget::prose::{self, put};
use crate::tui::widget::qr::Code;
use crate::tui::widget::{after, below};
use crate::workshop::Command;

/// The name of the mode.
pub const INVITATION: &str = "invite-title";
/// The most rows the letters of the code take.
const LETTERS: u16 = 10;
/// The fewest they take.
const SMALL: u16 = 3;

/// The invitation over the whole screen.
#[derive(Debug)]
pub struct Invite {
    qr: Option<Code>,
}

impl Invite {
    /// The invitation to this room.
    #[must_use]
    pub fn of(invitation: &Invitation) -> Self {
        let qr = qr(invitation);
        Self { qr }
    }
}

impl Screen for Invite {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Intent::Close]
        })
        .also(Key::of(KeyCode::Enter))
        .footer(1),
        bind(Key::char('i'), "do-close-popup", |_, _| vec![Intent::Close]),
        bind(Key::char('y'), "do-copy-link", |_, scene| copy(scene)).footer(2),
        bind(Key::char('l'), "do-lock", |_, _| {
            vec![Intent::Ask(Command::Lock)]
        })
        .footer(3)
        .when(|_, scene| !scene.presence.locked),
        bind(Key::char('l'), "do-unlock", |_, _| {
            vec![Intent::Ask(Command::Unlock)]
        })
        .footer(3)
        .when(|_, scene| scene.presence.locked),
        bind(Key::char('c'), "do-new-code", |_, scene| new_code(scene)).footer(4),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = framed(self, &title(scene), scene, area, buf);
        draw(scene, self.qr.as_ref(), inner, buf);
        None
    }

    fn title(&self) -> &'static str {
        INVITATION
    }
}

/// Puts the link on the clipboard of the person's terminal.
pub fn copy(scene: &Scene<'_>) -> Vec<Intent> {
    let text = match &scene.invitation.link {
        Some(link) => link.clone(),
        None => join_line(scene),
    };
    vec![Intent::Copy(text), Intent::info(scene.say("invite-copied"))]
}

/// Makes another code, when that is really meant: the link people have got opens nothing any more.
pub fn new_code(scene: &Scene<'_>) -> Vec<Intent> {
    let sure = Confirm::of(
        scene.say("sure-new-code"),
        vec![Intent::Ask(Command::NewCode)],
    );
    vec![Intent::Open(Box::new(sure))]
}

/// The code that opens the page of this room, which tells how to join. A camera cannot open a link of ours.
#[must_use]
pub fn qr(invitation: &Invitation) -> Option<Code> {
    let rest = invitation.link.as_deref()?.strip_prefix("halte://")?;
    let host = rest.split('/').next()?;
    // Addresses do not mind capitals, and a code of capitals and digits alone is smaller.
    Code::of(&format!("HTTP://{}", host.to_uppercase()))
}

/// What somebody types to join.
fn join_line(scene: &Scene<'_>) -> String {
    if let Some(typed) = &scene.invitation.typed {
        return format!("halte join {typed}");
    }
    let code = scene.invitation.code.as_str();
    scene.say_with("invite-by-code", &[("code", code.into())])
}

/// What stands above it: nobody is invited into a room that is locked.
#[must_use]
pub fn title(scene: &Scene<'_>) -> String {
    scene.say(if scene.presence.locked {
        "invite-title-locked"
    } else {
        "invite-title"
    })
}

/// Draws it: the letters get what the line and the QR code leave. There is no QR code while the room is locked; the
/// page it opens tells how to join.
pub fn draw(scene: &Scene<'_>, qr: Option<&Code>, area: Rect, buf: &mut Buffer) {
    let look = scene.look;
    let qr = qr.filter(|_| !scene.presence.locked);
    let line = join_line(scene);
    let lines = prose::wrap(&line, area.width);
    let said = |is_so: bool, key: &str| is_so.then(|| scene.say(key));
    let warnings = [
        said(scene.presence.locked, "invite-locked"),
        said(scene.presence.unencrypted, "invite-plain"),
    ];
    let warnings = warnings.iter().flatten();
    let warning: Vec<_> = warnings
        .flat_map(|warning| prose::wrap(warning, area.width))
        .collect();
    let rows = u16::try_from(lines.len() + warning.len()).unwrap_or(u16::MAX);
    let qr_rows = qr.map_or(0, |qr| qr.size(look).1);
    let left = area.height.saturating_sub(rows).saturating_sub(qr_rows);
    // The letters matter more than air.
    let air = u16::from(left >= SMALL + 3);
    let mut rest = below(area, air);
    let letters = Rect {
        height: left
            .saturating_sub(3 * air)
            .clamp(1, LETTERS)
            .min(rest.height),
        ..rest
    };
    let code = scene.invitation.code.as_str();
    let title = look.style(Paint::Title);
    let used = big::draw(buf, letters, code, title, Side::Left, look);
    rest = below(rest, used.saturating_add(air));
    for line in lines {
        put(buf, rest, &line, look.style(Paint::Strong));
        rest = below(rest, 1);
    }
    for line in warning {
        put(buf, rest, &line, look.style(Paint::Warn));
        rest = below(rest, 1);
    }
    rest = below(rest, air);
    let Some(qr) = qr.filter(|qr| qr.draw(buf, rest, look)) else {
        return;
    };
    let beside = after(rest, qr.size(look).0.saturating_add(3));
    let hint = scene.say("invite-scan");
    prose::flow(buf, below(beside, 1), &hint, look.style(Paint::Text));
}
