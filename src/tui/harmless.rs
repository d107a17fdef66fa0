//! The last look at a screen before it goes to the terminal.

use ratatui::buffer::Buffer;

use crate::text::harmless;

/// Puts a sign in the place of whatever a cell holds that a terminal would obey instead of show.
pub fn make_harmless(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let shown = harmless(cell.symbol());
        if shown != cell.symbol() {
            let shown = shown.into_owned();
            cell.set_symbol(&shown);
        }
    }
}
