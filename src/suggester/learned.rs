//! What a group's own decisions say of texts that are like those it decided on: one regularised step away from what
//! was known before, and no further. It follows from the decisions alone, so taking one back takes back what it taught.

use super::alike::{Postings, Vector};

/// How far one step goes.
const STEP: f32 = 1.0;
/// What is less alike than this teaches nothing.
const LEAST: f32 = 0.12;
/// The furthest all decisions together move a place, in log-odds.
const FURTHEST: f32 = 1.5;
/// From this likeness on a decision is offered to a text, whatever else speaks.
const OFFERED: f32 = 0.6;
/// How strongly it is offered.
const OFFER: f32 = 3.0;

/// A text and where people put it.
#[derive(Debug, Clone)]
pub(super) struct Lesson {
    /// Its runs of letters.
    pub(super) vector: Vector,
    /// The number of its place.
    pub(super) place: usize,
    /// How likely each place was found before.
    pub(super) expected: Vec<f32>,
}

/// What decisions teach.
#[derive(Debug, Clone)]
pub(super) struct Lessons {
    lessons: Vec<Lesson>,
    postings: Postings,
}

/// What decisions say of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shift {
    /// What to add to each place, in log-odds.
    pub(super) logits: Vec<f32>,
    /// The decision about the most like text, and how like it is.
    pub(super) nearest: Option<(usize, f32)>,
}

impl Lessons {
    pub(super) fn of(lessons: Vec<Lesson>) -> Self {
        let postings = Postings::of(lessons.iter().map(|lesson| &lesson.vector));
        Self { lessons, postings }
    }

    /// Where the text of a decision was put.
    pub(super) fn place(&self, at: usize) -> Option<usize> {
        self.lessons.get(at).map(|lesson| lesson.place)
    }

    /// What they say of a text: `shift = STEP * sum over lessons of (decided - expected) * likeness`, the gradient step of
    /// logistic regression in its dual form.
    pub(super) fn shift(&self, vector: &Vector, places: usize) -> Shift {
        let likeness = self.postings.likeness(vector);
        let mut logits = vec![0.0_f32; places];
        let mut nearest: Option<(usize, f32)> = None;
        for (at, (lesson, likeness)) in self.lessons.iter().zip(likeness).enumerate() {
            if likeness < LEAST {
                continue;
            }
            if nearest.is_none_or(|(_, most)| likeness > most) {
                nearest = Some((at, likeness));
            }
            let decided = |place| if place == lesson.place { 1.0 } else { 0.0 };
            for (place, (logit, expected)) in logits.iter_mut().zip(&lesson.expected).enumerate() {
                *logit += STEP * (decided(place) - expected) * likeness;
            }
        }
        for logit in &mut logits {
            *logit = logit.clamp(-FURTHEST, FURTHEST);
        }
        if let Some((at, likeness)) = nearest.filter(|(_, likeness)| *likeness >= OFFERED)
            && let Some(logit) = self
                .lessons
                .get(at)
                .and_then(|lesson| logits.get_mut(lesson.place))
        {
            *logit += OFFER * likeness;
        }
        Shift { logits, nearest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson(numbers: &[u32], place: usize) -> Lesson {
        Lesson {
            vector: vector(numbers),
            place,
            expected: vec![0.5, 0.3, 0.2],
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a few numbers")]
    fn vector(numbers: &[u32]) -> Vector {
        let share = (numbers.len() as f32).sqrt().recip();
        numbers.iter().map(|number| (*number, share)).collect()
    }

    #[test]
    fn what_is_not_like_a_decision_learns_nothing() {
        let lessons = Lessons::of(vec![lesson(&[1, 2], 2)]);
        let shift = lessons.shift(&vector(&[3, 4]), 3);
        assert_eq!(shift.logits, [0.0; 3]);
        assert_eq!(shift.nearest, None);
        assert_eq!(
            Lessons::of(Vec::new()).shift(&vector(&[1]), 3).logits,
            [0.0; 3]
        );
    }

    #[test]
    fn what_is_a_little_like_it_moves_a_little_and_what_is_much_like_it_is_offered() {
        let lessons = Lessons::of(vec![lesson(&[1, 2, 3, 4], 2)]);
        let little = lessons.shift(&vector(&[1, 7, 8, 9]), 3);
        assert!(
            little.logits[2] > 0.0 && little.logits[2] < 0.5,
            "{little:?}"
        );
        assert!(little.logits[0] < 0.0);
        let much = lessons.shift(&vector(&[1, 2, 3, 9]), 3);
        assert!(much.logits[2] > 2.0, "{much:?}");
        assert_eq!(much.nearest.map(|(at, _)| at), Some(0));
    }

    #[test]
    fn many_decisions_move_no_place_further_than_the_limit() {
        let lessons = Lessons::of((0..50).map(|_| lesson(&[1, 2, 3, 4], 1)).collect());
        let shift = lessons.shift(&vector(&[1, 2, 8, 9]), 3);
        assert!(shift.logits.iter().all(|logit| logit.abs() <= FURTHEST));
    }
}
