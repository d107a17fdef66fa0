//! What a facilitator can do at every step: move along the agenda, keep time, park something, take back.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::id::{ParticipantId, StepId};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::popup::{Choice, Confirm, Form, Invite, Picker, invitation};
use crate::tui::scene::Scene;
use crate::tui::screen::Screen;
use crate::tui::screens::Paper;
use crate::tui::sheet::Field;
use crate::workshop::Command;
use crate::workshop::entry::Participant;
use crate::workshop::plan::Step;

/// How long everybody is told beforehand that the group moves on, in seconds.
const NOTICE: u8 = 5;
/// How much more time one key gives, in seconds.
const MINUTE: u32 = 60;

/// What a facilitator can do at every step.
#[derive(Debug)]
pub struct Leading;

impl Screen for Leading {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::char('n'), "do-next", |_, scene| next(scene)).footer(80),
        bind(
            Key::of(crossterm::event::KeyCode::Esc),
            "do-stay",
            |_, _| vec![Intent::Ask(Command::CallOff)],
        )
        .footer(0)
        .when(|_, scene| scene.moving().is_some()),
        bind(Key::char('b'), "do-back", |_, scene| back(scene)),
        bind(Key::char('g'), "do-goto", |_, scene| agenda(scene)),
        bind(Key::char('t'), "do-timer", |_, scene| start_timer(scene))
            .footer(81)
            .when(|_, scene| scene.view.timer().is_none()),
        bind(Key::char('+'), "do-more-time", |_, _| {
            vec![Intent::Ask(Command::ExtendTimer { seconds: MINUTE })]
        })
        .also(Key::char('='))
        .footer(81)
        .when(|_, scene| scene.view.timer().is_some()),
        bind(Key::char('T'), "do-stop-timer", |_, _| {
            vec![Intent::Ask(Command::StopTimer)]
        })
        .when(|_, scene| scene.view.timer().is_some()),
        bind(Key::char('p'), "do-park", |_, scene| park(scene)).footer(85),
        bind(Key::char('P'), "do-parking", |_, scene| parking(scene)),
        bind(Key::char('o'), "do-paper", |_, scene| Paper::open(scene))
            .footer(83)
            .when(|_, scene| Paper::is_taken(scene)),
        bind(Key::char('u'), "do-undo", |_, _| {
            vec![Intent::Ask(Command::Undo)]
        })
        .footer(84),
        bind(Key::char('i'), "do-invite", |_, scene| {
            vec![Intent::Open(Box::new(Invite::of(scene.invitation)))]
        })
        .footer(92),
        bind(Key::char('X'), "do-remove", |_, scene| remove(scene))
            .when(|_, scene| scene.view.present().next().is_some()),
        bind(Key::alt('s'), "do-lock", |_, _| {
            vec![Intent::Ask(Command::Lock)]
        })
        .when(|_, scene| !scene.presence.locked),
        bind(Key::alt('s'), "do-unlock", |_, _| {
            vec![Intent::Ask(Command::Unlock)]
        })
        .when(|_, scene| scene.presence.locked),
        bind(Key::alt('c'), "do-new-code", |_, scene| {
            invitation::new_code(scene)
        }),
        bind(Key::ctrl('r'), "do-redo", |_, _| {
            vec![Intent::Ask(Command::Redo)]
        }),
        bind(Key::ctrl('s'), "do-save", |_, _| {
            vec![Intent::Ask(Command::Save)]
        }),
        bind(Key::ctrl('x'), "do-close", |_, scene| close(scene)),
    ];

    fn draw(&self, _: &Scene<'_>, _: Rect, _: &mut Buffer) -> Option<Position> {
        None
    }

    fn title(&self) -> &'static str {
        "chapter-leading"
    }
}

/// The step `offset` places from the present one.
fn neighbor<'a>(scene: &Scene<'a>, offset: isize) -> Option<&'a Step> {
    let (here, _) = scene.view.step()?;
    scene
        .view
        .plan()
        .agenda
        .get(here.checked_add_signed(offset)?)
}

/// Goes on after a notice; pressed again, at once. Behind the last step is the end.
fn next(scene: &Scene<'_>) -> Vec<Intent> {
    let Some(step) = neighbor(scene, 1) else {
        return close(scene);
    };
    match scene.moving() {
        Some(moving) => go(moving.to.clone()),
        None => announce(step.id.clone()),
    }
}

fn back(scene: &Scene<'_>) -> Vec<Intent> {
    neighbor(scene, -1).map_or(Vec::new(), |step| announce(step.id.clone()))
}

fn announce(to: StepId) -> Vec<Intent> {
    vec![Intent::Ask(Command::Announce {
        to,
        seconds: NOTICE,
    })]
}

fn go(step: StepId) -> Vec<Intent> {
    vec![Intent::Ask(Command::Goto { step })]
}

/// The agenda, to go to any step of it.
fn agenda(scene: &Scene<'_>) -> Vec<Intent> {
    let agenda = &scene.view.plan().agenda;
    let choice = |step: &Step| {
        Choice::new(super::super::shell::step_words(scene, step)).known_as(step.id.as_str())
    };
    let steps: Vec<StepId> = agenda.iter().map(|step| step.id.clone()).collect();
    let here = scene.view.step().map_or(0, |(here, _)| here);
    let picker = Picker::of(
        scene.say("do-goto"),
        agenda.iter().map(choice).collect(),
        move |index| steps.get(index).cloned().map_or(Vec::new(), announce),
    );
    vec![Intent::Open(Box::new(picker.at(here)))]
}

/// The timer with the minutes planned for the step, which may be changed.
fn start_timer(scene: &Scene<'_>) -> Vec<Intent> {
    let minutes = scene.step().map_or(5, |step| step.minutes);
    let mistake = scene.say("timer-minutes");
    let field = Field::line(scene.say("timer-field")).with(&minutes.to_string());
    let form = Form::of(
        "timer",
        scene.say("do-timer"),
        vec![field],
        move |answers| {
            let minutes = answers.text(0).parse::<u32>().ok();
            match minutes.and_then(|minutes| minutes.checked_mul(MINUTE)) {
                Some(seconds) if seconds > 0 => {
                    Ok(vec![Intent::Ask(Command::StartTimer { seconds })])
                }
                _ => Err((0, mistake.clone())),
            }
        },
    );
    vec![Intent::Open(Box::new(form.passing()))]
}

fn park(scene: &Scene<'_>) -> Vec<Intent> {
    let field = Field::area(scene.say("park-field"));
    let form = Form::of("park", scene.say("do-park"), vec![field], |answers| {
        let text = answers.text(0).to_owned();
        Ok(vec![Intent::Ask(Command::Say { text })])
    });
    vec![Intent::Open(Box::new(form))]
}

/// The parking lot; choosing an entry ticks it off.
fn parking(scene: &Scene<'_>) -> Vec<Intent> {
    let entries = scene.view.parking();
    if entries.is_empty() {
        return vec![Intent::info(scene.say("parking-empty"))];
    }
    let choices = entries.values().map(|entry| {
        let sign = if entry.resolved {
            "parking-done"
        } else {
            "parking-open"
        };
        let text = entry.text.as_str();
        Choice::new(scene.say_with(sign, &[("text", text.into())]))
    });
    let ids: Vec<_> = entries.keys().copied().collect();
    let picker = Picker::of(scene.say("do-parking"), choices.collect(), move |index| {
        let parking = ids.get(index).copied();
        let resolve = parking.map(|parking| Intent::Ask(Command::Resolve { parking }));
        resolve.into_iter().collect()
    });
    vec![Intent::Open(Box::new(picker))]
}

/// Takes somebody's seat away, when that is really meant; then there may be another code too, since they know this one.
fn remove(scene: &Scene<'_>) -> Vec<Intent> {
    let people: Vec<(ParticipantId, String)> = scene
        .view
        .present()
        .map(|person| (person.id, known_as(person)))
        .collect();
    let choices = people
        .iter()
        .map(|(id, words)| Choice::new(words.clone()).known_as(&id.to_string()));
    let title = scene.say("do-remove");
    let locale = scene.locale;
    let picker = Picker::of(title, choices.collect(), move |index| {
        let Some((participant, words)) = people.get(index).cloned() else {
            return Vec::new();
        };
        let another = Confirm::of(
            locale.say("sure-new-code-removed"),
            vec![Intent::Ask(Command::NewCode)],
        );
        let words = locale.say_with("sure-remove", &[("who", words.into())]);
        let then = vec![
            Intent::Ask(Command::Remove { participant }),
            Intent::Open(Box::new(another)),
        ];
        vec![Intent::Open(Box::new(Confirm::of(words, then)))]
    });
    vec![Intent::Open(Box::new(picker))]
}

/// Somebody with all that is known of who they are.
fn known_as(person: &Participant) -> String {
    let mut words = person.id.to_string();
    for name in [&person.name, &person.organisation].into_iter().flatten() {
        words.push(' ');
        words.push_str(name.as_str());
    }
    words
}

/// Ending a workshop is asked twice: nobody can write after it.
fn close(scene: &Scene<'_>) -> Vec<Intent> {
    let open = scene.view.parking().values();
    let open = open.filter(|entry| !entry.resolved).count();
    let words = scene.say_with("sure-close", &[("count", open.into())]);
    let sure = Confirm::of(words, vec![Intent::Ask(Command::Close)]);
    vec![Intent::Open(Box::new(sure))]
}
