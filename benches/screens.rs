//! The screens: one frame of the board with many cards, and a key up to the frame that follows. Each stands beside a
//! floor measured in the same run, filling a buffer of that size with text: `cargo bench --bench screens`.
#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a measurement that cannot be made should say so and stop; ratios are told beside criterion's figures"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use halte::content::Content;
use halte::id::ParticipantId;
use halte::language::Language;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::seat::{Connected, Update};
use halte::session::{self, Fresh};
use halte::tui::drafts::Drafts;
use halte::tui::key::Key;
use halte::tui::look::Look;
use halte::tui::scene::Invitation;
use halte::tui::{App, Incoming, Options, Outlook};
use halte::vocabulary::{PresetName, Role, StepKind};
use halte::wire::Presence;
use halte::workshop::sight::{Viewer, project};
use halte::workshop::{Record, Workshop};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Text;
use ratatui::widgets::{Paragraph, Widget as _};

const START: i64 = 1_795_251_600_000;
/// Cards on the board, at least.
const CARDS: usize = 2_000;
/// The sizes a frame is measured at.
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];

/// A played workshop of enough cards on the board, as the facilitator sees it: with all of them waiting, and with all
/// that is agreed settled.
fn boards() -> [(&'static str, Workshop); 2] {
    let content = Content::shipped().expect("the shipped content");
    let at = Moment::from_millis(START);
    let mut people = 180;
    loop {
        let draft = session::shipped(PresetName::Full, content).expect("a plan");
        let plan = draft.open(&Fresh { at, chance: 2_035 });
        let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
        let repertoire = Arc::new(Repertoire::shipped(scenarios).expect("the sayings"));
        let records = play(plan, people, 7, &repertoire, at);
        let comes_to = |kind| {
            let mut workshop = Workshop::opened_by(&records[0]).expect("a workshop");
            let coming = records[1..].iter().take_while(|record| {
                workshop.apply(record);
                workshop.step_kind() != kind
            });
            // The record that brings the group there is the first one not taken, and applied all the same.
            let until = coming.count() + 2;
            &records[..until]
        };
        let waiting = comes_to(StepKind::Converge);
        let settled = comes_to(StepKind::Recurrence);
        // All but the last record, which leaves the board.
        let settled = &settled[..settled.len() - 1];
        let seen = |records: &[Record]| {
            let workshop = Workshop::replay(records).expect("a workshop");
            project(&workshop, Viewer::FACILITATOR)
        };
        let boards = [("waiting", seen(waiting)), ("settled", seen(settled))];
        if boards
            .iter()
            .all(|(_, board)| board.contributions().len() >= CARDS)
        {
            return boards;
        }
        people += 20;
    }
}

/// The facilitator's app before that board.
fn app(outlook: &Outlook<'_>) -> App {
    let mut app = App::new(Options {
        locale: Locale::new(Language::Nl),
        role: Role::Facilitator,
        look: Look::default(),
        invitation: Invitation::default(),
        drafts: Drafts::default(),
    });
    let connected = Update::Connected(Connected {
        you: ParticipantId::FACILITATOR,
        role: Role::Facilitator,
        now: outlook.now,
    });
    for update in [connected, Update::View] {
        app.handle(Incoming::Update(Box::new(update)), outlook);
    }
    app
}

/// The text of a buffer, row by row.
fn text_of(buf: &Buffer) -> Text<'static> {
    let rows = buf.content().chunks(usize::from(buf.area.width));
    rows.map(|row| {
        row.iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect::<String>()
    })
    .collect()
}

/// The median time of one call.
fn median(mut call: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..401)
        .map(|_| {
            let start = Instant::now();
            call();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn screens(criterion: &mut Criterion) {
    let mut told = Vec::new();
    for (state, view) in boards() {
        measure(state, &view, criterion, &mut told);
    }
    for (name, time, floor) in told {
        let ratio = time.as_secs_f64() / floor.as_secs_f64();
        eprintln!("{name}: {time:?}, {ratio:.1} times the floor of {floor:?}");
    }
}

/// A name, its time, and the floor of the same size.
type Told = (String, Duration, Duration);

fn measure(state: &str, view: &Workshop, criterion: &mut Criterion, told: &mut Vec<Told>) {
    let presence = Presence::default();
    let outlook = Outlook {
        view: Some(view),
        presence: &presence,
        now: Moment::from_millis(START),
    };
    let [down, right] = ["<down>", "<right>"].map(|key| Key::parse_all(key).expect("a key")[0]);
    let mut app = app(&outlook);
    for (width, height) in SIZES {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        app.paint(area, &mut buf, &outlook);
        let text = text_of(&buf);
        let mut floor = || {
            buf.reset();
            Paragraph::new(text.clone()).render(area, &mut buf);
            black_box(&buf);
        };
        let size = format!("{state}/{width}x{height}");
        criterion.bench_function(&format!("floor/text/{size}"), |bench| {
            bench.iter(&mut floor);
        });
        let floor = median(floor);
        let mut buf = Buffer::empty(area);
        let mut frame = |app: &App| {
            buf.reset();
            black_box(app.paint(area, &mut buf, &outlook));
        };
        let name = format!("board/frame/{size}");
        criterion.bench_function(&name, |bench| bench.iter(|| frame(&app)));
        told.push((name, median(|| frame(&app)), floor));
        for (what, key) in [("down", down), ("right", right)] {
            let mut press = || {
                app.handle(Incoming::Key(key), &outlook);
                frame(&app);
            };
            let name = format!("board/key-{what}/{size}");
            criterion.bench_function(&name, |bench| bench.iter(&mut press));
            told.push((name, median(press), floor));
        }
        // What a record costs: everything is gathered anew for the next frame.
        let mut record = || {
            app.handle(Incoming::Update(Box::new(Update::View)), &outlook);
            frame(&app);
        };
        let name = format!("board/changed/{size}");
        criterion.bench_function(&name, |bench| bench.iter(&mut record));
        told.push((name, median(record), floor));
    }
}

criterion_group!(benches, screens);
criterion_main!(benches);
