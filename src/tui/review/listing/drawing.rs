//! How the list of sessions looks: a row for each, with as many columns as there is room for, and below it more about
//! the chosen one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Listing, sort_name};
use crate::review::catalogue::{Entry, Sort};
use crate::review::digest::Digest;
use crate::text::{Lines, clean};
use crate::tui::look::{Paint, Sign};
use crate::tui::review::leaf::Room;
use crate::tui::review::names::day;
use crate::tui::review::sheets;
use crate::tui::widget::{after, below, highlight, list, prose};

/// From this height on there is more about the chosen one.
const ROOMY: u16 = 16;
/// The rows of that.
const MORE: u16 = 5;
/// From this width on organisations have a column.
const WIDE: u16 = 72;
/// The cells of a mark, the sign of notes, and air.
const SIGNS: u16 = 5;
const DATE: u16 = 12;
const NUMBER: u16 = 7;

/// Where everything stands.
pub(super) struct Ground {
    field: Rect,
    heads: Rect,
    pub(super) rows: Rect,
    more: Rect,
}

/// Where the columns begin, and how wide they are.
struct Columns {
    title: Rect,
    organisations: Rect,
    numbers: Vec<(Sort, Rect)>,
}

impl Ground {
    pub(super) fn of(area: Rect) -> Self {
        let field = Rect {
            x: area.x.saturating_add(1).min(area.right()),
            width: area.width.saturating_sub(2),
            height: area.height.min(1),
            ..area
        };
        let rest = below(area, 1);
        let heads = Rect {
            height: rest.height.min(1),
            ..rest
        };
        let rest = below(rest, 1);
        let more = if area.height >= ROOMY { MORE } else { 0 };
        let rows = Rect {
            height: rest.height - more,
            ..rest
        };
        Self {
            field,
            heads,
            rows,
            more: below(rest, rows.height),
        }
    }
}

impl Columns {
    fn of(line: Rect, is_searching: bool) -> Self {
        // A bar scrolls beside the last cells.
        let mut room = Rect {
            width: line.width.saturating_sub(2),
            ..line
        };
        let mut numbers = Vec::new();
        let is_wide = line.width >= WIDE;
        let wanted = [
            (Sort::Hits, is_searching),
            // Where there is little room, what was found matters more.
            (Sort::Scenarios, is_wide || !is_searching),
            (Sort::Contributions, true),
            (Sort::Participants, is_wide),
        ];
        let wanted = wanted.into_iter().filter(|(_, is_shown)| *is_shown);
        for (sort, _) in wanted {
            let width = NUMBER.min(room.width);
            room.width -= width;
            numbers.push((
                sort,
                Rect {
                    x: room.right(),
                    width,
                    ..room
                },
            ));
        }
        let signs = after(room, SIGNS);
        let title = after(signs, DATE);
        let organisations = if line.width >= WIDE {
            title.width * 2 / 5
        } else {
            0
        };
        let split = title.width - organisations;
        Self {
            title: Rect {
                width: split.saturating_sub(1),
                ..title
            },
            organisations: after(title, split),
            numbers,
        }
    }
}

pub(super) fn draw(
    listing: &Listing,
    room: &Room<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let ground = Ground::of(area);
    let cursor = field(listing, room, ground.field, buf);
    heads(listing, room, ground.heads, buf);
    let order = room.catalogue.order();
    if order.is_empty() {
        empty(listing, room, ground.rows, buf);
        return cursor;
    }
    let at = listing.place(room);
    let (first, count) = list::window(at, order.len(), ground.rows.height, |_| 1);
    let shown = order.iter().enumerate().skip(first).take(count);
    for (row, (place, path)) in (0..ground.rows.height).zip(shown) {
        if let Some(entry) = room.catalogue.entry(path) {
            let line = Rect {
                height: 1,
                ..below(ground.rows, row)
            };
            draw_row(entry, place == at, listing.is_searching(), room, line, buf);
        }
    }
    list::scrollbar(first, count, order.len(), ground.rows, buf, room.look);
    if let Some(entry) = listing.entry(room) {
        more(entry, room, ground.more, buf);
    }
    let words = room.catalogue.needle().words();
    highlight::underline(words, ground.rows, buf);
    cursor
}

fn field(listing: &Listing, room: &Room<'_>, place: Rect, buf: &mut Buffer) -> Option<Position> {
    let look = room.look;
    let quiet = look.style(Paint::Quiet);
    let (sorted, is_reversed) = room.catalogue.sorted();
    let arrow = look.sign(if is_reversed {
        Sign::ArrowUp
    } else {
        Sign::ArrowDown
    });
    let marked = room.catalogue.marked().len();
    let mut right = Vec::new();
    if listing.is_searching() {
        right.push(room.count("review-found", room.catalogue.order().len()));
    }
    if marked > 0 {
        right.push(room.count("review-marked", marked));
    }
    let unreadable = room.catalogue.unreadable();
    if unreadable > 0 {
        right.push(room.count("review-unread", unreadable));
    }
    right.push(format!("{arrow} {}", room.say(sort_name(sorted))));
    let between = format!(" {} ", look.sign(Sign::Between));
    // What matters least is left out where there is no room.
    let most = place.width.saturating_sub(place.width / 3);
    while right.len() > 1 && prose::width(&right.join(&between)) > most {
        right.pop();
    }
    let used = prose::put_right(buf, place, &right.join(&between), quiet);
    let label = if listing.field.is_none() && !listing.is_searching() {
        room.say("review-search-hint")
    } else {
        room.say("review-look-for")
    };
    let room_left = place.width.saturating_sub(used + 2);
    let label = prose::cut(&label, room_left, look);
    let begun = prose::put(buf, place, &label, quiet);
    let mut rest = after(place, begun + 1);
    rest.width = rest.width.saturating_sub(used + 2);
    if let Some(field) = &listing.field {
        return field.draw(rest, buf, look);
    }
    let typed = prose::cut(&listing.typed, rest.width, look);
    prose::put(buf, rest, &typed, look.style(Paint::Strong));
    None
}

fn heads(listing: &Listing, room: &Room<'_>, line: Rect, buf: &mut Buffer) {
    let columns = Columns::of(line, listing.is_searching());
    let quiet = room.look.style(Paint::Quiet);
    let mut put = |key: &str, place: Rect, is_right: bool| {
        let words = room.say(key);
        if is_right {
            let words = prose::cut(&words, place.width.saturating_sub(1), room.look);
            prose::put_right(buf, place, &words, quiet);
        } else {
            let words = prose::cut(&words, place.width, room.look);
            prose::put(buf, Rect { height: 1, ..place }, &words, quiet);
        }
    };
    let date = after(line, SIGNS);
    put(
        "review-head-date",
        Rect {
            width: DATE.min(date.width),
            ..date
        },
        false,
    );
    put("review-head-title", columns.title, false);
    put("review-head-organisations", columns.organisations, false);
    for (sort, place) in columns.numbers {
        let key = match sort {
            Sort::Participants => "review-short-participants",
            Sort::Contributions => "review-short-contributions",
            Sort::Scenarios => "review-short-scenarios",
            _ => "review-short-hits",
        };
        put(key, place, true);
    }
}

fn empty(listing: &Listing, room: &Room<'_>, place: Rect, buf: &mut Buffer) {
    let (found, read) = room.catalogue.progress();
    let words = if found > read {
        room.say("review-being-read")
    } else if listing.is_searching() {
        room.say("review-nothing-found")
    } else {
        room.say("review-empty")
    };
    let place = Rect {
        x: place.x.saturating_add(1).min(place.right()),
        width: place.width.saturating_sub(2),
        ..place
    };
    prose::flow(buf, below(place, 1), &words, room.look.style(Paint::Quiet));
}

fn draw_row(
    entry: &Entry,
    is_chosen: bool,
    is_searching: bool,
    room: &Room<'_>,
    line: Rect,
    buf: &mut Buffer,
) {
    let look = room.look;
    let line = Rect {
        width: line.width.saturating_sub(1),
        ..line
    };
    let paint = if is_chosen {
        Paint::Selected
    } else {
        Paint::Text
    };
    let style = look.style(paint);
    buf.set_style(line, style);
    let chosen = if is_chosen {
        look.sign(Sign::Selected)
    } else {
        " "
    };
    let is_marked = room.catalogue.is_marked(&entry.path);
    let marked = if is_marked {
        look.sign(Sign::Spotlight)
    } else {
        " "
    };
    let noted = if entry.notes.is_some() {
        look.sign(Sign::Group)
    } else {
        " "
    };
    prose::put(buf, line, &format!("{chosen}{marked}{noted}"), style);
    let date = after(line, SIGNS);
    match &entry.content {
        Ok(digest) => {
            // One cell more, so that columns stand where their heads are.
            let whole = Rect {
                width: line.width + 1,
                ..line
            };
            prose::put(buf, date, &day(digest.opened_at), style);
            let columns = Columns::of(whole, is_searching);
            cells(entry, digest, columns, style, room, buf);
        }
        Err(why) => {
            let words = format!("{} {}: {why}", look.sign(Sign::Cross), entry.name());
            let words = prose::cut(&words, date.width, look);
            let bad = look.style(Paint::Bad);
            prose::put(buf, date, &words, if is_chosen { style } else { bad });
        }
    }
}

fn cells(
    entry: &Entry,
    digest: &Digest,
    columns: Columns,
    style: Style,
    room: &Room<'_>,
    buf: &mut Buffer,
) {
    let mark = if digest.is_redacted {
        redacted(columns.title.width, room)
    } else {
        String::new()
    };
    let width = columns.title.width.saturating_sub(prose::width(&mark));
    let title = prose::cut(digest.title.as_str(), width, room.look);
    prose::put(buf, columns.title, &format!("{title}{mark}"), style);
    let from = sheets::from(digest, room);
    let from = prose::cut(&from, columns.organisations.width, room.look);
    prose::put(buf, columns.organisations, &from, style);
    for (sort, place) in columns.numbers {
        let figure = figure(digest, entry, sort, room);
        prose::put_right(buf, place, &figure, style);
    }
}

/// The fewest cells of a title that are worth a mark in words beside them.
const TITLE: u16 = 8;

/// The mark of a session out of which something was taken. Two with one title are told apart by it, so a long title is
/// cut before it; where the words would leave no room for one, it is a sign.
fn redacted(width: u16, room: &Room<'_>) -> String {
    let words = format!(" ({})", room.say("review-redacted"));
    if prose::width(&words).saturating_add(TITLE) <= width {
        words
    } else {
        format!(" {}", room.look.sign(Sign::Hidden))
    }
}

fn figure(digest: &Digest, entry: &Entry, sort: Sort, room: &Room<'_>) -> String {
    match sort {
        Sort::Participants => digest.participants.to_string(),
        Sort::Contributions => digest.contributions.to_string(),
        Sort::Scenarios => format!("{}/{}", digest.scenarios_run, digest.scenarios_of),
        Sort::Date | Sort::Title | Sort::Organisation | Sort::Hits => {
            room.catalogue.hits(&entry.path).to_string()
        }
    }
}

/// More about the chosen one.
fn more(entry: &Entry, room: &Room<'_>, place: Rect, buf: &mut Buffer) {
    if place.is_empty() {
        return;
    }
    let look = room.look;
    let rule = look.sign(Sign::Rule).repeat(usize::from(place.width));
    prose::put(buf, place, &rule, look.style(Paint::Frame));
    let place = Rect {
        x: place.x.saturating_add(1).min(place.right()),
        width: place.width.saturating_sub(2),
        ..below(place, 1)
    };
    let between = format!(" {} ", look.sign(Sign::Between));
    let mut lines: Vec<(String, Paint)> = Vec::new();
    match &entry.content {
        Err(why) => lines.push((why.clone(), Paint::Bad)),
        Ok(digest) => {
            let mut figures = vec![
                entry.name(),
                room.locale.anonymity(digest.anonymity),
                room.count("report-participants", digest.participants),
                room.count("report-contributions", digest.contributions),
            ];
            if digest.left_out > 0 {
                figures.push(room.count("review-left-out", digest.left_out));
            }
            if digest.closed_at.is_none() {
                figures.push(room.say("review-under-way"));
            }
            lines.push((figures.join(&between), Paint::Text));
            let from = sheets::from(digest, room);
            let tags = digest.tags.iter().map(|tag| format!("#{tag}"));
            let about = [from].into_iter().chain(tags);
            let about: Vec<String> = about.filter(|part| !part.is_empty()).collect();
            if !about.is_empty() {
                lines.push((about.join(&between), Paint::Quiet));
            }
            lines.extend(digest.warning.clone().map(|warning| (warning, Paint::Warn)));
        }
    }
    if let Some(notes) = &entry.notes {
        let first = notes.lines().find(|line| !line.trim().is_empty());
        let first = clean(first.unwrap_or_default(), Lines::One);
        let words = format!("{} {first}", look.sign(Sign::Group));
        lines.push((words, Paint::Quiet));
    }
    let mut row = 0;
    for (words, paint) in lines {
        for line in prose::wrap(&words, place.width) {
            if row < place.height {
                prose::put(buf, below(place, row), &line, look.style(paint));
            }
            row += 1;
        }
    }
}
