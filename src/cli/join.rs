//! `halte join`: takes a seat at this terminal, in plain mode.

mod refusal;
mod unfinished;

use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::io::{BufReader, stderr, stdin, stdout};
use tokio::sync::watch;

use refusal::{knows_role, tell, turned_away};

use super::args::Join;
use super::failure::Failure;
use super::screen::{self, Screen};
use super::{Caller, host, opening, state};
use crate::link::{self, Address, LookError, Outbox, Pace, Security, Settings, drawer};
use crate::locale::Locale;
use crate::plain::{self, Ending, PlainError};
use crate::seat;
use crate::tui::dialog;
use crate::tui::door::{Door, Entry};
use crate::tui::knock::{self, Knock};
use crate::tui::look::Look;
use crate::tui::scene::Invitation;
use crate::tui::{self, App};
use crate::vocabulary::Role;
use crate::wire::Sign;

/// How long a terminal whose input has ended goes on trying for what waits, while the link is lost.
const PATIENCE: Duration = Duration::from_secs(30);
/// The variable that says it otherwise, in seconds: a script may have more time than that, or less.
const PATIENCE_VARIABLE: &str = "HALTE_PATIENCE";

/// Who wants to sit where.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) address: Address,
    pub(super) role: Role,
    pub(super) token: Option<String>,
    pub(super) entry: Entry,
    /// A new seat, also when this machine still has one behind the same link.
    pub(super) fresh: bool,
}

pub(super) fn run(caller: &Caller, join: Join) -> Result<(), Failure> {
    let address = address_of(caller, &join)?;
    if join.role == Role::Facilitator && join.token.is_none() {
        return Err(Failure::usage(caller.locale.say("needs-token")));
    }
    let is_plain = join.plain || !screen::is_there();
    let request = Request {
        address,
        role: join.role,
        token: join.token,
        entry: Entry {
            name: join.name,
            organisation: join.organisation,
            kind: None,
            real_role: join.real_role,
            language: caller.locale.language(),
        },
        fresh: join.fresh,
    };
    let runtime = host::runtime()?;
    let sat = runtime.block_on(async {
        let stopped = opening::asked_to_stop().shared();
        if is_plain {
            match sit_in_plain(caller, request, stopped).await {
                Ok(false) => Err(Failure::interrupted()),
                sat => sat.map(drop),
            }
        } else {
            let invitation = Invitation {
                link: Some(request.address.to_string()),
                typed: Some(request.address.typed()),
                code: request.address.code().to_owned(),
                saved: None,
            };
            sit_at_screen(caller, request, invitation, stopped).await
        }
    });
    // A thread that waits for a terminal's next line cannot be called back, and there is nothing to wait for.
    runtime.shutdown_background();
    sat
}

/// Where the room is that somebody wants to join.
pub(super) fn address_of(caller: &Caller, join: &Join) -> Result<Address, Failure> {
    let Some(link) = &join.link else {
        return Err(Failure::usage(caller.locale.say("no-link")));
    };
    address(caller, link, join.behind.as_deref(), join.code.as_deref())
}

/// Where a room is, as it was typed: with the code in it, behind a space, or as an option.
pub(super) fn address(
    caller: &Caller,
    link: &str,
    behind: Option<&str>,
    code: Option<&str>,
) -> Result<Address, Failure> {
    let address = match behind {
        Some(behind) => Address::parse(&format!("{link} {behind}"), code),
        None => Address::parse(link, code),
    };
    address.map_err(|error| Failure::usage(error.say(caller.locale)))
}

fn settings(caller: &Caller, request: &Request) -> Settings {
    let entry = request.entry.clone();
    Settings {
        address: request.address.clone(),
        role: request.role,
        token: request.token.clone(),
        name: entry.name,
        organisation: entry.organisation,
        kind: entry.kind,
        real_role: entry.real_role,
        table: None,
        language: if request.role == Role::Participant {
            request.entry.language
        } else {
            caller.locale.language()
        },
        pace: Pace::default(),
    }
}

/// The seat on this machine that `request` means: the one somebody had, or a new one.
fn claim(caller: &Caller, request: &Request) -> Result<Outbox, Failure> {
    let folder = state::folder(caller.locale, "seats")?;
    let owner = settings(caller, request).owner();
    let outbox = drawer::claim(&folder, &owner, request.fresh);
    outbox.map_err(|error| Failure::of_seat(caller.locale, error))
}

/// The seat somebody had, if it is on this machine.
fn find(caller: &Caller, request: &Request) -> Result<Option<Outbox>, Failure> {
    if request.fresh {
        return Ok(None);
    }
    let folder = state::folder(caller.locale, "seats")?;
    let found = drawer::find(&folder, &settings(caller, request).owner());
    found.map_err(|error| Failure::of_seat(caller.locale, error))
}

/// The sign on the door and how the room is known from then on, or why there is none.
type Looked = Result<(Sign, Address), LookError>;

/// Whoever comes back reads the language they read before, unless they ask for one.
fn speaks_as_before(caller: &Caller, request: &mut Request, outbox: &Outbox) {
    let before = outbox.given().and_then(|given| given.language);
    if caller.asked_language.is_none()
        && let Some(before) = before
    {
        request.entry.language = before;
    }
}

/// What there is to know before somebody sits down.
struct Before {
    /// The seat they had.
    had: Option<Outbox>,
    /// What the room said at its door, where it was asked.
    looked: Option<Result<Sign, LookError>>,
}

/// Looks for a seat somebody had: on this machine, and if it is not found by what they typed, at the door of the room.
/// There one learns whose room it is, and by that a seat is found whatever the code is now. `None` when the person does not
/// wait for it.
async fn look_before(
    caller: &Caller,
    request: &mut Request,
    asks: bool,
    looks: impl AsyncFnOnce(&Address) -> Result<Option<Looked>, Failure>,
) -> Result<Option<Before>, Failure> {
    let had = find(caller, request)?;
    let is_given = had.as_ref().is_some_and(|had| had.given().is_some());
    if is_given || !asks {
        return Ok(Some(Before { had, looked: None }));
    }
    // It is looked for again, and must not be in use then.
    drop(had);
    let Some(looked) = looks(&request.address).await? else {
        return Ok(None);
    };
    let looked = match looked {
        Ok((sign, known)) => {
            request.address = known;
            Ok(sign)
        }
        Err(LookError::Locked(known)) => {
            request.address = (*known).clone();
            Err(LookError::Locked(known))
        }
        Err(error) => Err(error),
    };
    Ok(Some(Before {
        had: find(caller, request)?,
        looked: Some(looked),
    }))
}

/// Sits in plain mode until the seat is left or the workshop has ended; or until it is told to stop, which is `false`. What
/// was typed by then is on disk, and the seat stays.
pub(super) async fn sit_in_plain(
    caller: &Caller,
    mut request: Request,
    stop: impl Future<Output = ()>,
) -> Result<bool, Failure> {
    tokio::pin!(stop);
    // A link says whose room it is, or that nobody can know; which roles there are only the room says.
    let asks = request.address.security() == Security::Unsaid || request.entry.real_role.is_some();
    let looks =
        async |address: &Address| Ok(Some(link::look(address, Pace::default().attempt).await));
    let before = tokio::select! {
        before = look_before(caller, &mut request, asks, looks) => before?,
        () = &mut stop => None,
    };
    let Some(before) = before else {
        return Ok(false);
    };
    if let Some(Err(LookError::Distrust(distrust))) = before.looked {
        let failure = seat::Failure::Distrust(distrust);
        super::print(plain::refused(&failure).as_bytes())?;
        return tell(caller, &request.address, &Ending::Failed(failure)).map(|()| true);
    }
    if let Some(Ok(sign)) = &before.looked {
        knows_role(caller, &request, sign)?;
    }
    let outbox = match before.had {
        Some(had) => had,
        None => claim(caller, &request)?,
    };
    speaks_as_before(caller, &mut request, &outbox);
    let options = plain::Options {
        locale: Locale::new(settings(caller, &request).language),
        role: request.role,
        code: request.address.code().to_owned(),
        room: request.address.typed(),
        patience: patience(),
    };
    let (seat, link) = link::open(settings(caller, &request), outbox);
    let link = tokio::spawn(link.run());
    let ending = tokio::select! {
        biased;
        ending = plain::run(seat, BufReader::new(stdin()), stdout(), stderr(), options) => {
            Some(ending)
        }
        () = stop => None,
    };
    // The link ends with the seat, once it has put everything away.
    let linked = link.await;
    let Some(ending) = ending else {
        return linked.map_or_else(|error| Err(Failure::of(&error)), |()| Ok(false));
    };
    let told = match ending {
        Ok(ending) => tell(caller, &request.address, &ending),
        Err(PlainError::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::of(&error)),
    };
    linked.map_err(|error| Failure::of(&error))?;
    told.map(|()| true)
}

/// Reads the sign on the door with the person watching; `None` when they do not wait for it.
async fn knock(
    caller: &Caller,
    address: &Address,
    look: Look,
    screen: &mut Screen,
    stop: impl Future<Output = ()>,
) -> Result<Option<Looked>, Failure> {
    let mut knock = Knock::at(address.place(), caller.locale, look);
    let search = link::look(address, Pace::default().attempt);
    let long = tokio::time::sleep(Duration::from_secs(knock::LONG.into()));
    let (tty, keyboard) = (&mut screen.tty, &mut screen.keyboard);
    let looked = knock::until_answered(&mut knock, tty, keyboard, search, long, stop).await;
    looked.map_err(|error| Failure::of(&error))
}

/// Sits at the screens until the person leaves them.
pub(super) async fn sit_at_screen(
    caller: &Caller,
    mut request: Request,
    invitation: Invitation,
    stop: impl Future<Output = ()> + Clone + Send,
) -> Result<(), Failure> {
    let look = screen::look(caller);
    let settings = |request: &Request| settings(caller, request);
    let is_participant = request.role == Role::Participant;
    let asks = is_participant || request.address.security() == Security::Unsaid;
    let mut screen = None;
    let looks = async |address: &Address| {
        let taken = screen.insert(Screen::take()?);
        knock(caller, address, look, taken, stop.clone()).await
    };
    let before = look_before(caller, &mut request, asks, looks).await?;
    let Some(Before { mut had, looked }) = before else {
        return Ok(());
    };
    let is_given = had.as_ref().is_some_and(|had| had.given().is_some());
    if is_participant
        && !is_given
        && let Some(looked) = looked
    {
        // Nobody sat here before: they are asked who they are, and told what is recorded.
        let sign = looked.map_err(|error| turned_away(caller, &request.address, error))?;
        knows_role(caller, &request, &sign)?;
        let mut taken = match screen.take() {
            Some(screen) => screen,
            None => Screen::take()?,
        };
        let mut door = Door::new(sign, caller.locale, look, &request.entry);
        let entry = dialog::converse(&mut door, &mut taken.tty, &mut taken.keyboard, stop.clone());
        let Some(Some(entry)) = entry.await.map_err(|error| Failure::of(&error))? else {
            return Ok(());
        };
        request.entry = entry;
        // By what they said another one may be theirs.
        had = None;
        screen = Some(taken);
    }
    let outbox = match had {
        Some(had) => had,
        None => claim(caller, &request)?,
    };
    speaks_as_before(caller, &mut request, &outbox);
    let locale = Locale::new(match request.role {
        Role::Participant => request.entry.language,
        Role::Facilitator | Role::Observer => caller.locale.language(),
    });
    let drafts = unfinished::drafts(&outbox);
    let app = App::new(tui::Options {
        locale,
        role: request.role,
        look,
        invitation,
        drafts,
    });
    let (texts, typed) = watch::channel(String::new());
    let (put_away, is_kept) = watch::channel(true);
    let keeping = tokio::spawn(outbox.draft().run(typed, put_away));
    let (seat, link) = link::open(settings(&request), outbox);
    let link = tokio::spawn(link.run());
    let mut screen = match screen {
        Some(screen) => screen,
        None => Screen::take()?,
    };
    let ending = screen.sit(seat, app, texts, is_kept, stop).await;
    // The terminal is given back before anything is said on it.
    drop(screen);
    link.await.map_err(|error| Failure::of(&error))?;
    keeping.await.map_err(|error| Failure::of(&error))?;
    match ending.map_err(|error| Failure::of(&error))? {
        tui::Ending::Closed => Ok(()),
        tui::Ending::Left { waiting: 0 } => Ok(()),
        tui::Ending::Left { waiting } => tell(caller, &request.address, &Ending::Waiting(waiting)),
        tui::Ending::Replaced => tell(caller, &request.address, &Ending::Replaced),
        tui::Ending::Removed => tell(caller, &request.address, &Ending::Removed),
        tui::Ending::Failed(failure) => tell(caller, &request.address, &Ending::Failed(failure)),
    }
}

fn patience() -> Duration {
    let seconds = std::env::var(PATIENCE_VARIABLE)
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    seconds.map_or(PATIENCE, Duration::from_secs)
}
