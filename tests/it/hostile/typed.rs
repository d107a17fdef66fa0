//! Lines of plain mode that somebody bent: whatever is piped into a terminal, each line is carried out or answered.

use std::time::Duration;

use halte::language::Language;
use halte::link;
use halte::locale::Locale;
use halte::plain::{self, Ending, Options};
use halte::vocabulary::Role;
use halte::wire::{ClientMessage, Farewell, ServerMessage};
use halte::workshop::Command;
use tokio::io::BufReader;

use super::bend::Bender;
use crate::fake_host::{Guest, Host, soon};

/// A round is a whole conversation with a host, with files.
const ROUNDS: u64 = 60;
/// A line of every form there is, and texts.
const TYPED: &str = "Een rustige machine.
 /met een schuine streep
/kind challenge
/edit n0001 Een andere tekst
/withdraw n0002
/prompt SY2
/done
/undone
/sort n0001 wellbeing ai-support
/vote wellbeing 3
/reflect shortage agree Omdat het zo is.
/say Later nog eens
/scribe stitcher Namens iemand
/list
/facts
/persona
/who
/lang fr
/help
/quit
/next 5
/stay
/back
/goto s04
/timer 1m30s
/timer +90s
/assign p01 stitcher
/assign auto
/card TE1
/paper stitcher Op papier
/spotlight n0001
/hide n0001
/show n0001
/place n0001 wellbeing ai-support
/accept n0001
/teach wellbeing een woord of twee
/group n0001 n0002 Samen
/ungroup g01
/propose-theme rest Rust | Tijd tussen twee taken
/add-persona welder lasser | Ik las. | De hitte. | Een arm.
/hands wellbeing 7
/recommend wellbeing now company Doe het n0001 n0002
/park Nog te bespreken
/resolve k01
/lock
/unlock
/remove p01
/code new
/undo
/redo
/save
/close";

#[test]
fn lines_that_somebody_bent_are_carried_out_or_answered_in_plain_mode() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let lines: Vec<&str> = TYPED.lines().collect();
    let roles = [Role::Participant, Role::Facilitator, Role::Observer];
    super::bent(0x71a5, ROUNDS, |bender: &mut Bender| {
        let role = roles[bender.below(roles.len())];
        let step = format!("s{:02}", 1 + bender.below(7));
        let some: Vec<&str> = (0..=bender.below(9))
            .map(|_| lines[bender.below(lines.len())])
            .collect();
        let typed = bender.lines(&some.join("\n"));
        runtime.block_on(sitting(role, &step, &typed));
    });
}

/// Somebody whose terminal is given these bytes, at a host that is in this step.
async fn sitting(role: Role, step: &str, typed: &[u8]) {
    let mut host = Host::start(role).await;
    if step != "s01" {
        let step = step.parse().expect("a step");
        host.lead(&Command::Goto { step });
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (seat, link) = link::open(host.settings(), host.outbox(folder.path()));
    let options = Options {
        locale: Locale::new(Language::Nl),
        role,
        code: "K7QF-2M9X".to_owned(),
        room: host.settings().address.typed(),
        patience: Duration::from_hours(1),
    };
    let (mut output, mut notices) = (Vec::new(), Vec::new());
    let input = BufReader::new(typed);
    let hosting = async {
        let (mut guest, _) = host.welcome().await;
        serve(&mut host, &mut guest).await;
    };
    let (ending, (), ()) = soon(Box::pin(async {
        tokio::join!(
            plain::run(seat, input, &mut output, &mut notices, options),
            link.run(),
            hosting,
        )
    }))
    .await;
    let ending = ending.expect("lines can be read and written");
    assert!(
        matches!(ending, Ending::Left | Ending::Closed),
        "{ending:?}"
    );
    for told in [output, notices] {
        let told = String::from_utf8(told).expect("text");
        for line in told.lines() {
            let is_clean = !line
                .chars()
                .any(|sign| sign.is_control() || sign == '\u{202e}');
            assert!(is_clean && !line.is_empty(), "{line:?}");
        }
    }
}

/// Answers what is asked, until the guest leaves or the workshop is closed.
async fn serve(host: &mut Host, guest: &mut Guest) {
    while let Some(ClientMessage::Command { id, command }) = guest.hear().await {
        let before = host.workshop.seq();
        let answer = host.answer(id, &command);
        if command == Command::Leave {
            guest.say(&answer).await;
            return;
        }
        guest.say(&host.news(before)).await;
        guest.say(&answer).await;
        if host.workshop.closed_at().is_some() {
            let reason = Farewell::SessionClosed;
            guest.say(&ServerMessage::Goodbye { reason }).await;
            return;
        }
    }
}
