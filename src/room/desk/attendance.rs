//! Who is here and how far they are. Nothing of it is written down.

use super::Desk;
use crate::vocabulary::Role;
use crate::wire::Presence;
use crate::workshop::sight::Viewer;

impl Desk {
    /// A connection of this viewer's was made.
    pub fn connected(&mut self, viewer: Viewer) {
        if viewer.role == Role::Participant {
            let count = self.connected.entry(viewer.seat).or_default();
            *count += 1;
        }
    }

    /// A connection of this viewer's was lost.
    pub fn disconnected(&mut self, viewer: Viewer) {
        if viewer.role == Role::Participant
            && let Some(count) = self.connected.get_mut(&viewer.seat)
        {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.connected.remove(&viewer.seat);
            }
        }
    }

    /// Who is here and how far they are; the facilitator's version.
    #[must_use]
    pub fn presence(&self) -> Presence {
        let workshop = &self.workshop;
        let scenario = workshop.scenario();
        let contributions = workshop
            .contributions()
            .values()
            .filter(|contribution| !contribution.withdrawn);
        let sorts = workshop
            .contributions()
            .values()
            .map(|contribution| contribution.sorts.len())
            .sum();
        let present = || workshop.present().map(|participant| participant.id);
        Presence {
            visit: count(workshop.timeline().len()),
            done: count(
                self.done
                    .iter()
                    .filter(|seat| self.connected.contains_key(seat))
                    .count(),
            ),
            connected: count(self.connected.len()),
            participants: count(present().count()),
            contributions: count(
                contributions
                    .filter(|c| scenario.is_none_or(|id| c.scenario == *id))
                    .count(),
            ),
            ballots: count(workshop.ballots().len()),
            sorts: count(sorts),
            moving: self.moving.clone(),
            lights: self.done.iter().copied().collect(),
            lost: present()
                .filter(|seat| !self.connected.contains_key(seat))
                .collect(),
            read_only: self.read_only,
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
