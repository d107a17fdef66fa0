//! What can be done with a film by key, and the bar below the screen that says where it is. The keys change nothing but
//! the film's own place; what the room would be asked is no part of it.

use std::sync::Arc;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::aim::{self, Missed, Stop};
use super::reel::Reel;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Look, Paint, Sign};
use crate::tui::popup::{Choice, Form, Picker};
use crate::tui::scene::Scene;
use crate::tui::screen::Screen;
use crate::tui::sheet::Field;
use crate::tui::shell::step_words;
use crate::tui::widget::{after, bar, prose};

/// The line that shows how far the film is has so large a part of the bar.
const PART: u16 = 6;
/// The fewest columns in which that line says anything.
const SHORTEST: u16 = 10;
/// The fewest columns in which a word more says anything.
const WORDS: u16 = 12;

/// A film's keys and its bar.
#[derive(Debug)]
pub(in crate::tui) struct Controls {
    reel: Reel,
    stops: Arc<[Stop]>,
    /// Whether the journal breaks off in the middle of a record.
    is_torn: bool,
    /// Whether a window is open over the film, for which it waits.
    is_covered: bool,
}

impl Controls {
    /// The controls of a film with these places to go to.
    #[must_use]
    pub(in crate::tui) fn new(reel: Reel, stops: Vec<Stop>, is_torn: bool) -> Self {
        Self {
            reel,
            stops: stops.into(),
            is_torn,
            is_covered: false,
        }
    }

    /// A window was opened over the film, or is none any more.
    pub(in crate::tui) const fn cover(&mut self, is_covered: bool) {
        self.is_covered = is_covered;
    }

    /// How the film runs.
    #[must_use]
    pub(in crate::tui) const fn reel(&self) -> &Reel {
        &self.reel
    }

    /// The film, to let time pass or to go elsewhere.
    pub(in crate::tui) const fn reel_mut(&mut self) -> &mut Reel {
        &mut self.reel
    }

    /// The stop the film is at or behind.
    fn stop(&self) -> usize {
        let come = self
            .stops
            .partition_point(|stop| stop.place <= self.reel.at());
        come.saturating_sub(1)
    }

    fn visit(&mut self, stop: Option<usize>) -> Vec<Intent> {
        let found = stop.and_then(|stop| self.stops.get(stop));
        if let Some(place) = found.map(|stop| stop.place) {
            self.reel.go(place);
        }
        Vec::new()
    }

    fn step(&mut self, by: isize) -> Vec<Intent> {
        self.reel.step(by);
        Vec::new()
    }

    fn go(&mut self, place: usize) -> Vec<Intent> {
        self.reel.go(place);
        Vec::new()
    }

    fn toggle(&mut self) -> Vec<Intent> {
        self.reel.toggle();
        Vec::new()
    }

    /// Every step the group came to, to go there.
    fn list(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let choice = |stop: &Stop| {
            let time = aim::clock(self.reel.time_of(stop.place));
            let step = stop.step.as_ref();
            let step = step.and_then(|id| scene.view.plan().step(id));
            let words = match step {
                Some((_, step)) => step_words(scene, step),
                None => scene.say("film-closed"),
            };
            let record = (stop.place + 1).to_string();
            Choice::new(format!("{time}  {words}")).on(record)
        };
        let choices = self.stops.iter().map(choice).collect();
        let stops = Arc::clone(&self.stops);
        let picker = Picker::of(scene.say("do-film-steps"), choices, move |index| {
            let stop = stops.get(index);
            stop.map(|stop| Intent::Wind(stop.place))
                .into_iter()
                .collect()
        });
        vec![Intent::Open(Box::new(picker.at(self.stop())))]
    }

    /// A record or a time to type.
    fn ask(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let (reel, locale) = (self.reel.clone(), scene.locale);
        let hint = scene.say("film-jump-hint");
        let field = Field::line(scene.say("film-jump-field")).hint(hint);
        let form = Form::of(
            "film",
            scene.say("do-film-jump"),
            vec![field],
            move |answers| {
                let text = answers.text(0);
                aim::typed(text, &reel)
                    .map(|place| vec![Intent::Wind(place)])
                    .map_err(|missed| {
                        let span = [
                            ("from", aim::clock(reel.time_of(0)).into()),
                            ("to", aim::clock(reel.time_of(reel.count())).into()),
                        ];
                        let why = match missed {
                            Missed::Unread => locale.say("film-unread"),
                            Missed::NoRecord => {
                                let all = reel.count().to_string();
                                locale.say_with("film-no-record", &[("all", all.into())])
                            }
                            Missed::NoTime => locale.say_with("film-no-time", &span),
                        };
                        (0, why)
                    })
            },
        );
        vec![Intent::Open(Box::new(form.passing()))]
    }

    /// Which record it is, the time in the workshop and the speed.
    fn place(&self, scene: &Scene<'_>) -> String {
        let variables = [
            ("record", (self.reel.at() + 1).to_string().into()),
            ("all", self.reel.count().to_string().into()),
        ];
        let record = scene.say_with("film-record", &variables);
        let between = scene.look.sign(Sign::Between);
        let (time, speed) = (aim::clock(self.reel.clock()), self.reel.speed());
        let times = scene.look.sign(Sign::Times);
        format!("{record} {between} {time} UTC {between} {speed}{times}")
    }

    /// How far the film is, as a line with a cell of air behind it.
    fn draw_line(&self, area: Rect, buf: &mut Buffer, look: Look) {
        let line = Rect {
            width: area.width.saturating_sub(1),
            ..area
        };
        let track = look.sign(Sign::Empty).repeat(usize::from(line.width));
        prose::put(buf, line, &track, look.style(Paint::Quiet));
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (done, all) = (count(self.reel.at() + 1), count(self.reel.count()));
        bar::fill(buf, line, done, all, look.style(Paint::Accent), look);
    }

    /// What else is worth a word just now.
    fn remark(&self, scene: &Scene<'_>) -> Option<String> {
        if self.reel.is_over() {
            return Some(scene.say(if self.is_torn {
                "film-torn-end"
            } else {
                "film-end"
            }));
        }
        let minutes = self.reel.shortened()?.div_ceil(60_000);
        Some(scene.say_with("film-silence", &[("minutes", minutes.into())]))
    }
}

impl Screen for Controls {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::char(' '), "do-film-pause", |film: &mut Self, _| {
            film.toggle()
        })
        .footer(1)
        .when(|film, _| film.reel.runs()),
        bind(Key::char(' '), "do-film-play", |film: &mut Self, _| {
            film.toggle()
        })
        .footer(1)
        .when(|film, _| !film.reel.runs() && !film.reel.is_over()),
        bind(Key::char(' '), "do-film-again", |film: &mut Self, _| {
            film.toggle()
        })
        .footer(1)
        .when(|film, _| !film.reel.runs() && film.reel.is_over()),
        bind(Key::char('.'), "do-film-forth", |film: &mut Self, _| {
            film.step(1)
        })
        .also(Key::of(KeyCode::Right))
        .footer(3),
        bind(Key::char(','), "do-film-back", |film: &mut Self, _| {
            film.step(-1)
        })
        .also(Key::of(KeyCode::Left))
        .footer(4),
        bind(Key::char('+'), "do-film-faster", |film: &mut Self, _| {
            film.reel.faster();
            Vec::new()
        })
        .also(Key::char('='))
        .footer(5),
        bind(Key::char('-'), "do-film-slower", |film: &mut Self, _| {
            film.reel.slower();
            Vec::new()
        })
        .footer(6),
        bind(Key::char('g'), "do-film-steps", |film: &mut Self, scene| {
            film.list(scene)
        })
        .footer(2),
        bind(Key::char('t'), "do-film-jump", |film: &mut Self, scene| {
            film.ask(scene)
        })
        .footer(7),
        bind(
            Key::of(KeyCode::PageDown),
            "do-film-next-step",
            |film: &mut Self, _| film.visit(film.stop().checked_add(1)),
        ),
        bind(
            Key::of(KeyCode::PageUp),
            "do-film-last-step",
            |film: &mut Self, _| {
                // At the very start of a step it is the one before that is meant.
                let stop = film.stop();
                let is_at = |stop: &Stop| stop.place == film.reel.at();
                let back = usize::from(film.stops.get(stop).is_some_and(is_at));
                film.visit(stop.checked_sub(back))
            },
        ),
        bind(
            Key::of(KeyCode::Home),
            "do-film-start",
            |film: &mut Self, _| film.go(0),
        ),
        bind(
            Key::of(KeyCode::End),
            "do-film-end",
            |film: &mut Self, _| film.go(film.reel.count()),
        ),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let sign = if self.reel.runs() && !self.is_covered {
            Sign::Play
        } else if self.reel.is_over() {
            Sign::End
        } else {
            Sign::Pause
        };
        let words = format!(" {} {}", look.sign(sign), self.place(scene));
        let used = prose::put(buf, area, &words, look.style(Paint::Strong));
        let rest = after(area, used);
        let line = area.width / PART;
        let has_line = line >= SHORTEST && rest.width > line.saturating_add(2);
        // At the end the line is full whatever it looks like, and the last word matters more.
        let room = if has_line && !self.reel.is_over() {
            rest.width.saturating_sub(line.saturating_add(2))
        } else {
            rest.width
        };
        let mut used = 0;
        if let Some(remark) = self.remark(scene).filter(|_| room >= WORDS) {
            let remark = format!(" {} {remark}", look.sign(Sign::Between));
            let remark = prose::cut(&remark, room, look);
            used = prose::put(buf, rest, &remark, look.style(Paint::Accent));
        }
        if has_line && used.saturating_add(line) < rest.width {
            self.draw_line(after(rest, rest.width - line), buf, look);
        }
        None
    }

    fn title(&self) -> &'static str {
        "chapter-film"
    }
}
