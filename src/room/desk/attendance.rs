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
        let present = self.workshop.present().map(|participant| participant.id);
        Presence {
            done: count(
                self.done
                    .iter()
                    .filter(|seat| self.connected.contains_key(seat))
                    .count(),
            ),
            connected: count(self.connected.len()),
            moving: self.moving.clone(),
            lights: self.done.iter().copied().collect(),
            lost: present
                .filter(|seat| !self.connected.contains_key(seat))
                .collect(),
            read_only: self.read_only,
            ..Presence::of(&self.workshop)
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
