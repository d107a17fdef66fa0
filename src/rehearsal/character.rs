//! How simulated people differ: how much they write, how often they change their mind, how often they see a thing
//! otherwise than most. Figures only; what is done with them is the player's.

/// What somebody is like in a workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Character {
    /// Writes a fair amount and sees most things as others do.
    Steady,
    /// Writes little, thinks twice.
    Careful,
    /// Writes and says a lot.
    Talkative,
    /// Sees things otherwise.
    Contrary,
}

/// The habits of a character; the chances are in a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Habits {
    /// The fewest statements in a scenario.
    pub(super) fewest: usize,
    /// The most statements in a scenario.
    pub(super) most: usize,
    /// How often a statement is rewritten.
    pub(super) rewrites: usize,
    /// How often, in a scenario, a statement is taken back.
    pub(super) takes_back: usize,
    /// How often, in a scenario, something is added once the others' statements are read.
    pub(super) adds: usize,
    /// How often, in a step, something goes to the parking lot.
    pub(super) remarks: usize,
    /// How often a statement is sorted elsewhere than where it was written for.
    pub(super) dissents: usize,
}

impl Character {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Steady, Self::Careful, Self::Talkative, Self::Contrary];

    pub(super) const fn habits(self) -> Habits {
        match self {
            Self::Steady => Habits {
                fewest: 2,
                most: 4,
                rewrites: 10,
                takes_back: 5,
                adds: 15,
                remarks: 2,
                dissents: 16,
            },
            Self::Careful => Habits {
                fewest: 2,
                most: 3,
                rewrites: 30,
                takes_back: 15,
                adds: 10,
                remarks: 1,
                dissents: 14,
            },
            Self::Talkative => Habits {
                fewest: 3,
                most: 5,
                rewrites: 10,
                takes_back: 10,
                adds: 35,
                remarks: 6,
                dissents: 20,
            },
            Self::Contrary => Habits {
                fewest: 2,
                most: 4,
                rewrites: 15,
                takes_back: 10,
                adds: 20,
                remarks: 4,
                dissents: 30,
            },
        }
    }
}
