//! Whether a workshop has space for another contribution, or for a longer one: all of them go to a seat in one view, and
//! into one file.

use crate::text::Statement;
use crate::vocabulary::Role;
use crate::workshop::refusal::Refusal;
use crate::workshop::{
    MAX_CONTRIBUTED, MAX_CONTRIBUTED_BESIDES, MAX_CONTRIBUTIONS, MAX_CONTRIBUTIONS_BESIDES,
    Workshop,
};

/// Whether there is space for another one by somebody in this role.
pub(super) fn for_another(workshop: &Workshop, role: Role) -> Result<(), Refusal> {
    let limit = match role {
        Role::Facilitator => MAX_CONTRIBUTIONS,
        Role::Participant | Role::Observer => MAX_CONTRIBUTIONS_BESIDES,
    };
    if workshop.contributions.len() < limit {
        Ok(())
    } else {
        Err(Refusal::Full { limit })
    }
}

/// Whether there is space for a text of somebody in this role, in the place of the one it had. What gets no longer
/// always has its place.
pub(super) fn for_text(
    workshop: &Workshop,
    role: Role,
    earlier: Option<&Statement>,
    text: &Statement,
) -> Result<(), Refusal> {
    let bytes = |text: &Statement| text.as_str().len();
    let growth = bytes(text).saturating_sub(earlier.map_or(0, bytes));
    if growth == 0 {
        return Ok(());
    }
    let limit = match role {
        Role::Facilitator => MAX_CONTRIBUTED,
        Role::Participant | Role::Observer => MAX_CONTRIBUTED_BESIDES,
    };
    let texts = workshop.contributions.values().map(|found| &found.text);
    let taken: usize = texts.map(bytes).sum();
    if taken.saturating_add(growth) <= limit {
        Ok(())
    } else {
        Err(Refusal::FullOfText)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::id::ContributionId;
    use crate::vocabulary::Kind;
    use crate::workshop::event::Event;
    use crate::workshop::given::{Given, entered, given, joined, p, written, wrote};
    use crate::workshop::refusal::Refusal;

    /// As many contributions of 2,000 bytes each, of participants 3 and on.
    fn heavy(numbers: std::ops::RangeInclusive<u32>, group: Given) -> Given {
        numbers.fold(group, |group, number| {
            says(number, 3, &"👍".repeat(500), group)
        })
    }

    fn says(number: u32, seat: u32, text: &str, group: Given) -> Given {
        let mut contribution = written(number, seat);
        contribution.text = text.parse().unwrap();
        group.then_happens(Event::ContributionAdded {
            contribution: Box::new(contribution),
        })
    }

    #[test]
    fn the_last_two_thousand_places_are_the_facilitators() {
        let asked = json!({"type": "contribute", "text": "x"});
        let numbers = 1..18_000;
        let group = numbers.fold(given([joined(1), entered("write")]), |group, number| {
            group.then_happens(wrote(number, 2))
        });
        group.when(p(1), asked.clone()).event();
        let group = group.then_happens(wrote(18_000, 2));
        group
            .when(p(1), asked.clone())
            .refused(Refusal::Full { limit: 18_000 });
        group.when_led(asked.clone()).event();
        let group =
            (18_001..=20_000).fold(group, |group, number| group.then_happens(wrote(number, 0)));
        group
            .when_led(asked)
            .refused(Refusal::Full { limit: 20_000 });
    }

    #[test]
    fn all_texts_together_have_so_many_bytes_and_the_last_are_the_facilitators() {
        let asked = |length: usize| json!({"type": "contribute", "text": "x".repeat(length)});
        // 16 bytes fewer than 3.5 MiB, 10 of them in a text of one's own.
        let group = heavy(1..=1_835, given([joined(1), entered("write")]));
        let group = says(1_836, 1, &"x".repeat(10), group);
        group.when(p(1), asked(6)).event();
        group.when(p(1), asked(7)).refused(Refusal::FullOfText);
        group.when_led(asked(7)).event();
        let edited = |length: usize, kind: &str| json!({"type": "edit", "contribution": "n1836", "kind": kind, "text": "x".repeat(length)});
        group.when(p(1), edited(16, "need")).event();
        group
            .when(p(1), edited(17, "need"))
            .refused(Refusal::FullOfText);

        // What was taken back is still on record; 294 bytes fewer than 4 MiB.
        let group = group.then_happens(Event::ContributionWithdrawn {
            contribution: ContributionId(1),
        });
        let group = heavy(1_837..=2_098, group);
        group.when(p(1), asked(1)).refused(Refusal::FullOfText);
        group
            .when(p(1), edited(10, "want"))
            .then(Event::ContributionEdited {
                contribution: ContributionId(1_836),
                kind: Kind::Want,
                text: "x".repeat(10).parse().unwrap(),
            });
        group.when(p(1), edited(9, "need")).event();
        group.when_led(asked(200)).event();
        let group = says(2_099, 0, &"x".repeat(200), group);
        group.when_led(asked(94)).event();
        group.when_led(asked(95)).refused(Refusal::FullOfText);
    }
}
