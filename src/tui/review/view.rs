//! The parts of what was opened, one beside the other: which there are, which part of the report each is, and the lists
//! among them.

use super::items::{Behind, Item, Items};
use super::leaf::Room;
use super::names::Names;
use super::table;
use crate::report::Report;
use crate::report::entries::Quote;
use crate::report::recurrence::Group;
use crate::report::table::Part;
use crate::review::opened::{Key, Opened, key};
use crate::review::search::Needle;
use crate::text::fold;
use crate::tui::look::{Look, Sign};

/// A part of what was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Overview,
    ThemeByScenario,
    ThemeByPersona,
    Coverage,
    Recurrence,
    Agreement,
    Votes,
    Groups,
    None,
    Unplaced,
    Parking,
    Recommendations,
    Reflections,
    Timeline,
    Placements,
    Contributions,
    Weights,
    Comparison,
}

impl View {
    /// Those there are of one session or of several together.
    pub(super) fn all(opened: &Opened) -> Vec<Self> {
        let mut all = vec![
            Self::Overview,
            Self::ThemeByScenario,
            Self::ThemeByPersona,
            Self::Coverage,
            Self::Recurrence,
            Self::Agreement,
            Self::Votes,
            Self::Groups,
            Self::None,
            Self::Unplaced,
            Self::Parking,
            Self::Recommendations,
            Self::Reflections,
            Self::Timeline,
            Self::Placements,
            Self::Contributions,
        ];
        if opened.report.sessions.len() > 1 {
            all.insert(1, Self::Weights);
        }
        if opened.comparison.is_some() {
            all.insert(1, Self::Comparison);
        }
        all
    }

    /// What it is called: the key of a message.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Overview => "review-overview",
            Self::ThemeByScenario => "report-themes-by-scenario",
            Self::ThemeByPersona => "report-themes-by-persona",
            Self::Coverage => "report-coverage",
            Self::Recurrence => "report-recurrence",
            Self::Agreement => "report-agreement",
            Self::Votes => "report-votes",
            Self::Groups => "report-groups",
            Self::None => "report-none-of-the-themes-heading",
            Self::Unplaced => "report-unplaced-heading",
            Self::Parking => "report-parking",
            Self::Recommendations => "report-recommendations",
            Self::Reflections => "report-reflections",
            Self::Timeline => "review-timeline",
            Self::Placements => "report-placements-heading",
            Self::Contributions => "review-contributions",
            Self::Weights => "report-weights",
            Self::Comparison => "review-comparison",
        }
    }

    /// What it says of the report, in the words of the report.
    pub(super) const fn parts(self) -> &'static [Part] {
        match self {
            Self::Overview => &[Part::Head, Part::LeftOut, Part::Warning],
            Self::ThemeByScenario => &[Part::ThemesByScenario],
            Self::ThemeByPersona => &[Part::ThemesByPersona],
            Self::Coverage => &[Part::Coverage],
            Self::Recurrence => &[Part::Recurrence],
            Self::Agreement => &[Part::Agreement],
            Self::Votes => &[Part::Votes],
            Self::Groups => &[Part::Groups],
            Self::None => &[Part::NoneOfTheThemes],
            Self::Unplaced => &[Part::Unplaced],
            Self::Parking => &[Part::Parking],
            Self::Recommendations => &[Part::Recommendations],
            Self::Reflections => &[Part::Reflections],
            Self::Timeline => &[Part::Times],
            Self::Placements => &[Part::Placements],
            Self::Weights => &[Part::Weights, Part::Needs],
            Self::Contributions | Self::Comparison => &[],
        }
    }

    /// The table it is, if it is one.
    pub(super) const fn table(self) -> Option<table::Kind> {
        match self {
            Self::ThemeByScenario => Some(table::Kind::ThemeByScenario),
            Self::ThemeByPersona => Some(table::Kind::ThemeByPersona),
            Self::Coverage => Some(table::Kind::Coverage),
            Self::Recurrence => Some(table::Kind::Recurrence),
            _ => None,
        }
    }

    /// What the figures of the table are: the key of a message.
    pub(super) const fn how(self) -> Option<&'static str> {
        match self {
            Self::ThemeByScenario => Some("report-themes-by-scenario-how"),
            Self::ThemeByPersona => Some("report-themes-by-persona-how"),
            Self::Coverage => Some("report-coverage-how"),
            Self::Recurrence => Some("report-recurrence-how"),
            _ => None,
        }
    }

    /// The list it is, if it is one.
    pub(super) fn items(self, opened: &Opened, room: &Room<'_>) -> Option<Items> {
        let report = &opened.report;
        let names = Names::of(report, room);
        let listed = |how: &str, quotes: &[Quote]| {
            let items = quotes
                .iter()
                .map(|quote| of_quote(quote, &names, room.look));
            Items::of(room.count(how, quotes.len()), items.collect())
        };
        Some(match self {
            Self::Agreement => agreement(opened, &names, room),
            Self::Groups => {
                let groups = report.groups.iter();
                let items = groups.map(|group| of_group(group, &names, room));
                Items::of(room.say("report-groups-how"), items.collect())
            }
            Self::None => listed("report-none-of-the-themes-how", &report.none_of_the_themes),
            Self::Unplaced => listed("report-unplaced-how", &report.unplaced),
            Self::Contributions => listed("report-contributions", &report.contributions),
            Self::Recommendations => recommendations(opened, &names, room),
            _ => return None,
        })
    }
}

/// A contribution in a list.
pub(super) fn of_quote(quote: &Quote, names: &Names<'_>, look: Look) -> Item {
    let about = vec![
        names.origin(quote),
        format!("{} {}", look.sign(Sign::ArrowRight), names.settled(quote)),
    ];
    let tag = names.tag(&quote.session, quote.contribution);
    let behind = Behind::Contribution(key(quote));
    Item::new(tag, quote.text.to_string(), about, behind)
}

/// The contributions with these keys, in a list.
pub(super) fn of_keys(preface: String, keys: &[Key], opened: &Opened, room: &Room<'_>) -> Items {
    let names = Names::of(&opened.report, room);
    let quotes = keys.iter().filter_map(|key| opened.quote(key));
    Items::of(
        preface,
        quotes
            .map(|quote| of_quote(quote, &names, room.look))
            .collect(),
    )
}

fn of_group(group: &Group, names: &Names<'_>, room: &Room<'_>) -> Item {
    let label = group.label.as_ref().map_or_else(
        || room.say("report-group-without-label"),
        ToString::to_string,
    );
    let found = group.recurrence.scenarios.0.iter();
    let found: Vec<String> = found
        .filter(|(_, found)| found.contributions > 0)
        .map(|(scenario, found)| {
            let personas = room.count("report-personas", found.voices);
            format!("{} ({personas})", names.scenario(scenario))
        })
        .collect();
    let across = [
        ("k", group.recurrence.across.into()),
        ("of", group.recurrence.of.into()),
    ];
    let across = room.say_with(
        if group.recurrence.systematic {
            "report-of-systematic"
        } else {
            "report-of"
        },
        &across,
    );
    let count = room.count("report-contributions", group.contributions.len());
    let recurs = [
        ("across", across.into()),
        ("scenarios", found.join(", ").into()),
        ("found", found.len().into()),
    ];
    let about = vec![format!(
        "{count}. {}",
        room.say_with("report-group-recurs", &recurs)
    )];
    let keys = group.contributions.iter().map(key).collect();
    let tag = names.tag(&group.session, group.id);
    Item::new(
        tag,
        label.clone(),
        about,
        Behind::Contributions(label, keys),
    )
}

fn agreement(opened: &Opened, names: &Names<'_>, room: &Room<'_>) -> Items {
    let agreement = &opened.report.agreement;
    let sorted = [
        ("sorted", agreement.sorted.into()),
        ("of", opened.report.denominators.contributions.into()),
        ("compared", agreement.compared.into()),
    ];
    let alpha = agreement.alpha.map_or_else(
        || room.say("report-alpha-none"),
        |alpha| {
            let alpha = [("alpha", room.locale.fraction(alpha).into())];
            room.say_with("report-alpha", &alpha)
        },
    );
    let contested = room.count("report-contested", agreement.contested.len());
    let sorted = room.say_with("report-sorted", &sorted);
    let items = agreement.contested.iter().map(|one| {
        let tally = tally_words(&one.tally, names);
        let mut item = of_quote(&one.contribution, names, room.look);
        item.about.push(tally);
        item
    });
    Items::of(format!("{sorted}\n{alpha}\n{contested}"), items.collect())
}

/// How many people put it where, most first.
pub(super) fn tally_words(tally: &crate::workshop::entry::Tally, names: &Names<'_>) -> String {
    let mut tally: Vec<_> = tally.iter().collect();
    tally.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let tally = tally.iter();
    let words = tally.map(|(place, count)| format!("{} {count}", names.place(place)));
    words.collect::<Vec<_>>().join(", ")
}

fn recommendations(opened: &Opened, names: &Names<'_>, room: &Room<'_>) -> Items {
    let items = opened.report.recommendations.iter().map(|one| {
        let about = [
            names.place(&one.theme),
            room.locale.horizon(one.horizon),
            room.locale.actor(one.who),
        ];
        let carriers = one.contributions.iter();
        let tags: Vec<String> = carriers.map(|id| names.tag(&one.session, id)).collect();
        let carried = if one.carried {
            let tags = [("contributions", tags.join(", ").into())];
            room.say_with("report-carried", &tags)
        } else {
            room.say("report-carried-by-none")
        };
        let keys: Vec<Key> = one
            .contributions
            .iter()
            .map(|id| (one.session.clone(), *id))
            .collect();
        let behind = if keys.is_empty() {
            Behind::Nothing
        } else {
            Behind::Contributions(one.text.to_string(), keys)
        };
        let tag = names.tag(&one.session, one.id);
        Item::new(
            tag,
            one.text.to_string(),
            vec![about.join(", "), carried],
            behind,
        )
    });
    Items::of(String::new(), items.collect())
}

/// Every text of what was opened in which all words that are looked for occur.
pub(super) fn hits(needle: &Needle, opened: &Opened, room: &Room<'_>) -> Items {
    let report = &opened.report;
    let names = Names::of(report, room);
    let is_hit = |text: &str| needle.is_in(&fold(text));
    let said = report.contributions.iter();
    let said = said.filter(|quote| is_hit(quote.text.as_str()));
    let mut items: Vec<Item> = said
        .map(|quote| of_quote(quote, &names, room.look))
        .collect();
    let groups = report.groups.iter().filter(|group| {
        let label = group.label.as_ref();
        label.is_some_and(|label| is_hit(label.as_str()))
    });
    items.extend(groups.map(|group| of_group(group, &names, room)));
    let beside = beside(report, &names, room).into_iter();
    items.extend(beside.filter(|item| is_hit(&item.text)));
    let preface = [
        ("count", items.len().into()),
        ("words", needle.words().join(" ").into()),
    ];
    let preface = room.say_with("review-hits", &preface);
    Items::of(preface, items).looking_for(needle.clone())
}

/// What was said beside the contributions, each with where it stands.
fn beside(report: &Report, names: &Names<'_>, room: &Room<'_>) -> Vec<Item> {
    let item = |tag: String, text: String, about: String| {
        Item::new(tag, text, vec![about], Behind::Nothing)
    };
    let parked = report.parking.iter().map(|one| {
        let tag = names.tag(&one.session, one.id);
        item(tag, one.text.to_string(), room.say("report-parking"))
    });
    let recommended = report.recommendations.iter().map(|one| {
        let tag = names.tag(&one.session, one.id);
        item(
            tag,
            one.text.to_string(),
            room.say("report-recommendations"),
        )
    });
    let answers = report.reflections.iter().flat_map(|challenge| {
        let title = challenge.title.get(room.locale.language());
        let answers = challenge.answers.iter();
        answers.map(move |answer| item(String::new(), answer.text.to_string(), title.to_owned()))
    });
    let taught = report.taught.iter().map(|one| {
        let about = format!("{} {}", room.say("report-taught"), names.place(&one.theme));
        item(String::new(), one.word.to_string(), about)
    });
    let said = parked.chain(recommended);
    said.chain(answers).chain(taught).collect()
}
