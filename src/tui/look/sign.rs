//! The symbols that are drawn, each with a form in ASCII. All but the marks in brackets are one cell wide.

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $unicode:literal, $ascii:literal;)+) => {
        /// A symbol by its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Sign {
            $($(#[$doc])* $name,)+
        }

        impl Sign {
            /// Every symbol there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The symbol itself.
            #[must_use]
            pub const fn of(self, ascii: bool) -> &'static str {
                match self {
                    $(Self::$name => if ascii { $ascii } else { $unicode },)+
                }
            }
        }
    };
}

signs! {
    /// It is well.
    Check = "✓", "v";
    /// It is not.
    Cross = "✗", "x";
    /// It waits to be sent.
    Waiting = "…", "~";
    /// It is saved.
    Saved = "✓", "v";
    /// It was refused.
    Refused = "✗", "x";
    /// An item of a list.
    Bullet = "•", "*";
    /// The item that is chosen.
    Selected = "▸", ">";
    /// A done light that is on.
    Done = "●", "@";
    /// A done light that is off.
    Undone = "○", "o";
    /// There is a connection.
    Connected = "◆", "#";
    /// There is none.
    Lost = "◇", "!";
    /// Hidden from the room.
    Hidden = "⊘", "%";
    /// Before everyone.
    Spotlight = "★", "*";
    /// The group does not agree.
    Contested = "≠", "!";
    /// It is sure where it belongs.
    Sure = "●", "*";
    /// It is likely where it belongs.
    Probable = "≈", "~";
    /// It is open where it belongs.
    Open = "?", "?";
    /// Several wordings of one need.
    Group = "≡", "=";
    /// Belongs there too.
    Second = "+", "+";
    /// A film that runs.
    Play = "▸", ">";
    /// A film that stands still.
    Pause = "‖", "|";
    /// So many times as fast.
    Times = "×", "x";
    /// A film that is at its end.
    End = "■", "#";
    /// The timer.
    Timer = "◷", "T";
    /// To the right.
    ArrowRight = "→", ">";
    /// To the left.
    ArrowLeft = "←", "<";
    /// Up.
    ArrowUp = "↑", "^";
    /// Down.
    ArrowDown = "↓", "v";
    /// Something was left out.
    Ellipsis = "…", "~";
    /// A dot that is given.
    Dot = "●", "@";
    /// A dot that is not.
    NoDot = "○", ".";
    /// A box that is marked.
    Marked = "[x]", "[x]";
    /// A box that is not.
    Unmarked = "[ ]", "[ ]";
    /// Between two things on a line.
    Between = "·", "-";
    /// A step that was done.
    Past = "✓", "v";
    /// The step we are at.
    Now = "▸", ">";
    /// A step to come.
    Next = "·", ".";
    /// Part of a bar that is full.
    Full = "█", "#";
    /// Part of a bar that is empty.
    Empty = "░", ".";
    /// The thumb of a scroll bar.
    Thumb = "█", "#";
    /// The track of a scroll bar.
    Track = "│", "|";
    /// A rule from left to right.
    Rule = "─", "-";
    /// A rule from top to bottom.
    Upright = "│", "|";
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr as _;

    use super::*;

    #[test]
    fn a_symbol_is_as_wide_in_ascii_as_it_is_otherwise() {
        for sign in Sign::ALL {
            assert!(sign.of(true).is_ascii(), "{sign:?}");
            assert_eq!(sign.of(true).width(), sign.of(false).width(), "{sign:?}");
        }
    }
}
