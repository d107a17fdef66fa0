//! `halte new`.

use super::Desk;

fn items(plan: &str, list: &str) -> Vec<String> {
    let (_, behind) = plan.split_once(&format!("\n{list}:\n")).expect("the list");
    behind
        .lines()
        .take_while(|line| line.starts_with(' '))
        .filter_map(|line| line.strip_prefix("  - id: "))
        .map(|item| item.split_whitespace().next().expect("an id").to_owned())
        .collect()
}

#[test]
fn without_a_file_the_plan_is_printed_and_nothing_is_written() {
    let desk = Desk::new();
    let plan = desk.out(&["new"]);
    assert!(plan.contains("\nschema: halte/1\n"), "{plan}");
    assert!(plan.contains("\nlanguage: nl\n"), "{plan}");
    assert_eq!(items(&plan, "scenarios").len(), 4);
    assert_eq!(items(&plan, "personas").len(), 16);
    let left = std::fs::read_dir(desk.path(".")).expect("a folder").count();
    assert_eq!(left, 1, "only the home");
}

#[test]
fn with_a_file_the_plan_is_written_and_what_was_there_is_never_overwritten() {
    let desk = Desk::new();
    let told = desk.halte(&["new", "plan.yaml"]);
    assert_eq!((told.code, told.out.as_str()), (0, ""), "{told:?}");
    let next =
        "Plan written: plan.yaml. Change it as you like and start with:  halte host plan.yaml\n";
    assert_eq!(told.err, next);
    assert_eq!(desk.read("plan.yaml"), desk.out(&["new"]));
    desk.write("plan.yaml", "mine");
    let line = desk.fails(1, &["new", "plan.yaml"]);
    assert_eq!(
        line,
        "plan.yaml: this is there already and is not overwritten. Choose another name."
    );
    assert_eq!(desk.read("plan.yaml"), "mine");
    let line = desk.fails(1, &["new", "--lang", "nl", "nergens/plan.yaml"]);
    assert_eq!(
        line,
        "nergens/plan.yaml: de map hiervoor is er niet. Maak ze eerst, of kies een andere."
    );
}

#[test]
fn every_preset_and_set_in_every_language_makes_a_plan_that_passes_the_check() {
    let desk = Desk::new();
    for preset in ["full", "short"] {
        for language in ["nl", "en", "fr"] {
            for (set, count) in [("4", 4), ("6", 6), ("inclusion", 4), ("all", 16)] {
                let file = format!("{preset}-{language}-{set}.yaml");
                let asked = [
                    "new",
                    &file,
                    "-q",
                    "--preset",
                    preset,
                    "--lang",
                    language,
                    "--personas",
                    set,
                ];
                assert_eq!(desk.out(&asked), "");
                let plan = desk.read(&file);
                assert_eq!(items(&plan, "personas").len(), count, "{plan}");
                assert!(
                    plan.contains(&format!("\nlanguage: {language}\n")),
                    "{plan}"
                );
            }
        }
    }
    let good = desk.out(&["check", "."]);
    assert_eq!(good.lines().count(), 24, "{good}");
    assert!(good.contains(
        "full-nl-all.yaml: valid plan (4 scenarios, 16 personas, 20 steps, 120 minutes)"
    ));
    assert!(
        good.contains(
            "short-en-4.yaml: valid plan (4 scenarios, 4 personas, 18 steps, 60 minutes)"
        )
    );
}

#[test]
fn the_scenarios_and_personas_named_are_those_in_the_plan_in_their_order() {
    let desk = Desk::new();
    let asked = [
        "new",
        "--scenarios",
        "takeover,synergy",
        "--personas",
        "mentor,stitcher",
        "--lang",
        "en",
    ];
    let plan = desk.out(&asked);
    assert_eq!(items(&plan, "scenarios"), ["takeover", "synergy"]);
    assert_eq!(items(&plan, "personas"), ["mentor", "stitcher"]);
    assert!(!plan.contains("status-quo"), "{plan}");
    desk.write("plan.yaml", plan);
    let good = desk.out(&["check", "plan.yaml"]);
    assert!(good.contains("(2 scenarios, 2 personas, "), "{good}");
}

#[test]
fn a_wrong_id_is_wrong_use_with_what_was_probably_meant() {
    let desk = Desk::new();
    for (option, ids, said) in [
        (
            "--scenarios",
            "synrgy",
            "There is no scenario “synrgy”. Did you mean “synergy”?",
        ),
        (
            "--personas",
            "mentor,sticher",
            "There is no persona “sticher”. Did you mean “stitcher”?",
        ),
        (
            "--personas",
            "inclusie",
            "There is no persona “inclusie”. Did you mean “inclusion”?",
        ),
    ] {
        assert_eq!(desk.fails(2, &["new", option, ids]), said);
    }
    let line = desk.fails(2, &["new", "--personas", "5"]);
    assert!(line.contains("Choose from: process-operator, "), "{line}");
    assert!(line.ends_with("4, 6, inclusion, all."), "{line}");
    let line = desk.fails(2, &["new", "--scenarios", "zzzz", "--lang", "nl"]);
    assert_eq!(
        line,
        "Er is geen scenario “zzzz”. Kies uit: synergy, inefficiency, takeover, status-quo."
    );
}

#[test]
fn a_title_is_taken_as_it_is_typed_and_stays_text() {
    let desk = Desk::new();
    for title in [
        "no",
        "12:30",
        "“Halte” # 5: 'Gent' \"noord\"",
        "Œuvre, été & co.",
    ] {
        let plan = desk.out(&["new", "--title", title]);
        desk.write("plan.yaml", &plan);
        desk.out(&["check", "plan.yaml"]);
        let session = halte::session::read(plan.as_bytes(), content()).expect("a plan");
        let halte::session::File::Plan(draft) = session else {
            panic!("not a plan: {plan}");
        };
        assert_eq!(draft.plan().title.as_str(), title);
    }
}

fn content() -> &'static halte::content::Content {
    halte::content::Content::shipped().expect("the shipped content loads")
}

#[test]
fn a_title_that_cannot_be_is_wrong_use() {
    let desk = Desk::new();
    let line = desk.fails(2, &["new", "--title", " \t"]);
    assert_eq!(
        line,
        "The title is empty. Write one behind --title, or leave --title out."
    );
    let line = desk.fails(2, &["new", "--title", &"a".repeat(121), "--lang", "nl"]);
    assert_eq!(
        line,
        "De titel is te lang. Hij telt voor 121 tekens en er passen er 120. Maak hem korter."
    );
}

#[test]
fn a_persona_of_ones_own_is_found_in_the_folder_personas() {
    let desk = Desk::new();
    let mentor = std::fs::read_to_string(super::repository("personas/mentor.yaml")).expect("there");
    let own = mentor.replace("id: mentor", "id: lift-driver");
    desk.write("personas/lift-driver.yaml", own);
    let plan = desk.out(&["new", "--personas", "lift-driver,mentor"]);
    assert_eq!(items(&plan, "personas"), ["lift-driver", "mentor"]);
    desk.write("plan.yaml", plan);
    desk.out(&["check", "plan.yaml"]);
}
