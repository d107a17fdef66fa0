//! How much a workshop takes: enough for any group, and so little that its view can be sent and its files can be read.

/// The most contributions a workshop takes.
pub const MAX_CONTRIBUTIONS: usize = 20_000;
/// Beyond so many contributions only the facilitator adds one, so that nobody keeps them from going on.
pub const MAX_CONTRIBUTIONS_BESIDES: usize = 18_000;
/// The most bytes the texts of all contributions take together; undo may bring back a little more.
///
/// All of them go into one view and one saved session. There, everything else about 20,000 contributions that were sorted
/// by three, settled and suggested is some 16 MiB. A text takes up to twice its bytes in a view, where a backslash is
/// written twice, and three and a half times in a file, where short lines are indented. Measured so, contributions are
/// at most 23 MiB of a view and 30 MiB of a file, of which 32 are read. What is parked, reflected and recommended comes on
/// top, within limits of its own.
pub const MAX_CONTRIBUTED: usize = 4 * 1024 * 1024;
/// Beyond so many bytes only the facilitator adds any.
pub const MAX_CONTRIBUTED_BESIDES: usize = 7 * 512 * 1024;
/// The most participants a workshop has: those who are there, and those who left something behind.
pub const MAX_PARTICIPANTS: usize = 2_000;
/// The most seats a workshop gives in all its time, also to people who left again and gave nothing.
pub const MAX_SEATS: usize = 5 * MAX_PARTICIPANTS;
/// The most contributions of one participant to one scenario.
pub const MAX_OWN_CONTRIBUTIONS: usize = 500;
/// The most that one participant enters as a scribe, for one scenario.
pub const MAX_SCRIBED: usize = 2_000;
/// The most entries one participant puts in the parking lot.
pub const MAX_OWN_ENTRIES: usize = 200;
/// The most entries the parking lot, the recommendations or the reflections take, each.
pub const MAX_ENTRIES: usize = 5_000;
