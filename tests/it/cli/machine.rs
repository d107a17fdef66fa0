//! What the machine does not allow, told in the reader's language with what to do.

use std::net::TcpListener;

use super::Desk;

#[test]
fn a_port_that_is_taken_is_told_without_the_systems_words() {
    let desk = Desk::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let host = ["host", "--headless", "--lang", "nl", "--listen", &address];
    let said = desk.fails(1, &host);
    assert!(said.starts_with(&address), "{said}");
    assert!(said.contains("al in gebruik"), "{said}");
    assert!(!said.contains("os error"), "{said}");
    assert!(!desk.path("sessions").exists(), "nothing was begun");
}

#[test]
fn a_folder_for_seats_that_cannot_be_made_is_told_with_how_to_choose_another() {
    let desk = Desk::new();
    desk.write("home/state", "a file where the folder should be");
    let join = [
        "join",
        "--plain",
        "--lang",
        "nl",
        "127.0.0.1:1",
        "--code",
        "K7QF-2M9X",
    ];
    let said = desk.fails(1, &join);
    assert!(said.contains("een bestand, geen map"), "{said}");
    assert!(said.ends_with("XDG_STATE_HOME."), "{said}");
}
