//! Which texts say the same need: by the runs of letters they share, weighted by how rare each is among the examples
//! and in the session. Across languages it finds little, since words share few letters there.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Model, dampened, normalise, rarity};
use super::words::{counts, words};
use crate::id::ContributionId;
use crate::text::fold;
use crate::workshop::suggestion::{Likeness, SAME};

/// The most texts that are compared, the first ones first: comparing takes time and room by the square.
const MOST: usize = 2_000;
/// From this likeness on it is worth asking whether two say the same, in thousandths.
const QUESTION: u16 = 400;

/// A text as its runs of letters by number, in the order of the numbers; the squares of the shares add up to one.
pub(super) type Vector = Vec<(u32, f32)>;

/// Texts by their runs of letters, to find all that are like one of them in one go.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// Each run of letters with a text it stands in and its share there; in the order of the numbers.
    places: Vec<(u32, u32, f32)>,
    texts: usize,
}

impl Postings {
    pub(super) fn of<'a>(vectors: impl IntoIterator<Item = &'a Vector>) -> Self {
        let mut postings = Self::default();
        for (text, vector) in (0..).zip(vectors) {
            postings
                .places
                .extend(vector.iter().map(|(number, share)| (*number, text, *share)));
            postings.texts += 1;
        }
        postings
            .places
            .sort_unstable_by_key(|(number, text, _)| (*number, *text));
        postings
    }

    /// How like each text is to this one: the cosine, from 0 to 1.
    pub(super) fn likeness(&self, vector: &Vector) -> Vec<f32> {
        let mut likeness = vec![0.0; self.texts];
        for (number, share) in vector {
            let start = self.places.partition_point(|(known, ..)| known < number);
            let same = self.places.get(start..).unwrap_or_default().iter();
            for (_, text, other) in same.take_while(|(known, ..)| known == number) {
                let at = usize::try_from(*text).unwrap_or(usize::MAX);
                if let Some(likeness) = likeness.get_mut(at) {
                    *likeness += share * other;
                }
            }
        }
        likeness
    }
}

/// A text as a vector. What is not among the examples is as rare as can be.
pub(super) fn vector(counts: &[(u32, u32)], model: &Model) -> Vector {
    weighed(counts, |number| {
        model
            .vocabulary
            .find(number)
            .map_or_else(|| rarity(model.examples, 1), |(_, rarity)| rarity)
    })
}

fn weighed(counts: &[(u32, u32)], rarity: impl Fn(u32) -> f32) -> Vector {
    let mut vector: Vector = counts
        .iter()
        .map(|(number, count)| (*number, dampened(*count) * rarity(*number)))
        .collect();
    normalise(&mut vector);
    vector
}

/// Finds what says the same need. First what is proposed as the same, every text in one proposal at most and any two
/// texts of a proposal alike (complete linkage: single linkage would chain a whole wall together); then pairs that may
/// say the same, for each text the likeliest.
#[must_use]
pub fn alike(texts: &[(ContributionId, &str)], model: &Model) -> Vec<Likeness> {
    let texts = texts.get(..MOST).unwrap_or(texts);
    let counted: Vec<Vec<(u32, u32)>> =
        texts.iter().map(|(_, text)| counts(&words(text))).collect();
    let vectors = with_session(&counted, model);
    let folded: Vec<String> = texts.iter().map(|(_, text)| fold(text)).collect();
    let postings = Postings::of(&vectors);
    let mut pairs = Pairs::default();
    for (left, vector) in vectors.iter().enumerate() {
        let likeness = postings.likeness(vector);
        for (right, likeness) in likeness.iter().enumerate().skip(left + 1) {
            let is_equal = folded.get(left) == folded.get(right);
            let likeness = if is_equal {
                1_000
            } else {
                thousandths(*likeness)
            };
            if likeness >= QUESTION {
                pairs.0.insert((left, right), likeness);
            }
        }
    }
    let clusters = pairs.clusters(texts.len());
    let id = |at: &usize| texts.get(*at).map(|(id, _)| *id);
    let mut found = Vec::new();
    for cluster in clusters.iter().filter(|cluster| cluster.len() > 1) {
        found.push(Likeness {
            contributions: cluster.iter().filter_map(id).collect(),
            likeness: pairs.linkage(cluster, cluster),
        });
    }
    for ((left, right), likeness) in pairs.questions(&clusters) {
        found.push(Likeness {
            contributions: [left, right].iter().filter_map(id).collect(),
            likeness,
        });
    }
    found
}

/// Texts as vectors, with rarities over examples and session together.
fn with_session(counted: &[Vec<(u32, u32)>], model: &Model) -> Vec<Vector> {
    let mut here: BTreeMap<u32, u32> = BTreeMap::new();
    for (number, _) in counted.iter().flatten() {
        *here.entry(*number).or_default() += 1;
    }
    let all = model.examples + counted.len();
    let rarity = |number: u32| {
        let elsewhere = model.vocabulary.texts_with(number, model.examples);
        rarity(all, elsewhere + here.get(&number).copied().unwrap_or(0))
    };
    counted
        .iter()
        .map(|counts| weighed(counts, rarity))
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a likeness lies between 0 and 1"
)]
fn thousandths(likeness: f32) -> u16 {
    (likeness * 1_000.0).round() as u16
}

/// Pairs of texts that are alike, the first number the lower one, with how alike they are.
#[derive(Debug, Default)]
struct Pairs(BTreeMap<(usize, usize), u16>);

impl Pairs {
    fn of(&self, left: usize, right: usize) -> u16 {
        let pair = (left.min(right), left.max(right));
        self.0.get(&pair).copied().unwrap_or(0)
    }

    /// How alike the two are that are least alike of two clusters.
    fn linkage(&self, left: &[usize], right: &[usize]) -> u16 {
        let pairs = left.iter().flat_map(|one| {
            let others = right.iter().filter(move |other| one != *other);
            others.map(move |other| self.of(*one, *other))
        });
        pairs.min().unwrap_or(0)
    }

    /// The pairs from the most alike on; of equals the earlier texts.
    fn by_likeness(&self) -> Vec<((usize, usize), u16)> {
        let mut pairs: Vec<_> = self
            .0
            .iter()
            .map(|(pair, likeness)| (*pair, *likeness))
            .collect();
        pairs.sort_by_key(|(pair, likeness)| (std::cmp::Reverse(*likeness), *pair));
        pairs
    }

    /// Clusters of which any two texts are the same, in the order of their first texts.
    fn clusters(&self, count: usize) -> Vec<Vec<usize>> {
        let mut clusters: Vec<Vec<usize>> = (0..count).map(|text| vec![text]).collect();
        let mut home: Vec<usize> = (0..count).collect();
        // What does not go together does so no more when either of them grows.
        let mut apart: BTreeSet<(usize, usize)> = BTreeSet::new();
        for ((left, right), likeness) in self.by_likeness() {
            let (Some(&left), Some(&right)) = (home.get(left), home.get(right)) else {
                continue;
            };
            let are_apart = apart.contains(&(left.min(right), left.max(right)));
            if likeness < SAME || left == right || are_apart {
                continue;
            }
            let (Some(ours), Some(theirs)) = (clusters.get(left), clusters.get(right)) else {
                continue;
            };
            if self.linkage(ours, theirs) < SAME {
                apart.insert((left.min(right), left.max(right)));
                continue;
            }
            let moved_apart: Vec<usize> = apart
                .iter()
                .filter_map(|(one, other)| match (*one == right, *other == right) {
                    (true, _) => Some(*other),
                    (_, true) => Some(*one),
                    _ => None,
                })
                .collect();
            let with_left = |other: usize| (left.min(other), left.max(other));
            apart.extend(moved_apart.into_iter().map(with_left));
            let moved = clusters
                .get_mut(right)
                .map(std::mem::take)
                .unwrap_or_default();
            for text in &moved {
                if let Some(home) = home.get_mut(*text) {
                    *home = left;
                }
            }
            if let Some(cluster) = clusters.get_mut(left) {
                cluster.extend(moved);
                cluster.sort_unstable();
            }
        }
        clusters.retain(|cluster| !cluster.is_empty());
        clusters.sort();
        clusters
    }

    /// For each text the likeliest one that may say the same. What the clusters they are in keep apart is as alike as
    /// these are.
    fn questions(&self, clusters: &[Vec<usize>]) -> Vec<((usize, usize), u16)> {
        let mut home: BTreeMap<usize, &Vec<usize>> = BTreeMap::new();
        for cluster in clusters {
            home.extend(cluster.iter().map(|text| (*text, cluster)));
        }
        let mut asked: BTreeSet<usize> = BTreeSet::new();
        let mut questions = Vec::new();
        for ((left, right), likeness) in self.by_likeness() {
            if asked.contains(&left) || asked.contains(&right) {
                continue;
            }
            let (Some(ours), Some(theirs)) = (home.get(&left), home.get(&right)) else {
                continue;
            };
            if ours == theirs {
                continue;
            }
            let likeness = likeness.min(self.linkage(ours, theirs));
            if likeness >= QUESTION {
                asked.extend([left, right]);
                questions.push(((left, right), likeness));
            }
        }
        questions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggester::Suggester;

    fn found(texts: &[&str]) -> Vec<(Vec<u32>, bool)> {
        let texts: Vec<(ContributionId, &str)> = (1..)
            .zip(texts)
            .map(|(number, text)| (ContributionId(number), *text))
            .collect();
        alike(&texts, Suggester::shipped().model())
            .into_iter()
            .map(|one| {
                let ids = one.contributions.iter().map(|id| id.0).collect();
                (ids, one.is_same())
            })
            .collect()
    }

    #[test]
    fn what_is_equal_after_folding_is_the_same_and_what_has_nothing_in_common_is_nothing() {
        let texts = [
            "Meer tijd om bij te leren!",
            "de robot is te traag",
            "meer tijd om bij te leren",
        ];
        assert_eq!(found(&texts), [(vec![1, 3], true)]);
        assert_eq!(found(&[]), []);
    }

    #[test]
    fn another_wording_is_proposed_and_a_vaguer_one_is_asked() {
        let texts = [
            "we hebben te weinig tijd om de nieuwe machine te leren kennen",
            "te weinig tijd om de nieuwe machine te leren kennen tijdens de shift",
            "voor een nieuwe machine heb je gewoon tijd nodig",
        ];
        let found = found(&texts);
        assert_eq!(found[0], (vec![1, 2], true));
        assert!(found[1..].iter().all(|(_, is_same)| !is_same));
    }

    fn pairs(list: &[(usize, usize, u16)]) -> Pairs {
        Pairs(
            list.iter()
                .map(|(left, right, likeness)| ((*left, *right), *likeness))
                .collect(),
        )
    }

    #[test]
    fn a_chain_is_not_one_need() {
        let pairs = pairs(&[(0, 1, 800), (1, 2, 700), (2, 3, 900)]);
        assert_eq!(pairs.clusters(4), [vec![0, 1], vec![2, 3]]);
        // The two ends have nothing to do with each other.
        assert_eq!(pairs.questions(&pairs.clusters(4)), []);
    }

    #[test]
    fn what_was_kept_apart_stays_apart_when_clusters_grow() {
        // 0 and 2 are apart, so the cluster of 0 and 1 does not take 2 in by way of 1 either.
        let pairs = pairs(&[
            (0, 1, 900),
            (1, 2, 850),
            (0, 2, 100),
            (2, 3, 800),
            (1, 3, 700),
        ]);
        let clusters = pairs.clusters(4);
        assert_eq!(clusters, [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn a_wall_of_nearly_the_same_text_is_one_need() {
        let texts: Vec<String> = (0..300)
            .map(|number| {
                format!("de nieuwe machine moet beter uitgelegd worden aan ploeg {number}")
            })
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = found(&texts);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0.len(), 300);
    }

    #[test]
    fn all_of_a_cluster_are_alike_and_what_is_nearly_is_a_question() {
        let pairs = pairs(&[(0, 1, 800), (0, 2, 650), (1, 2, 500), (3, 4, 450)]);
        let clusters = pairs.clusters(5);
        assert_eq!(clusters, [vec![0, 1], vec![2], vec![3], vec![4]]);
        assert_eq!(pairs.questions(&clusters), [((0, 2), 500), ((3, 4), 450)]);
    }
}
