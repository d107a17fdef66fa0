//! `halte review` where there is no terminal; what it shows at one is tested with the screens.

use super::{Desk, desk_with_a_session};

#[test]
fn without_a_terminal_it_says_what_to_use_instead() {
    let desk = desk_with_a_session();
    for arguments in [&["review"][..], &["review", "sessions", "nowhere"]] {
        let said = desk.fails(2, arguments);
        assert!(said.contains("halte report"), "{said}");
    }
    let dutch = Desk::new().fails(2, &["review", "--lang", "nl"]);
    assert!(
        dutch.contains("terminal") && dutch.contains("halte report"),
        "{dutch}"
    );
}
