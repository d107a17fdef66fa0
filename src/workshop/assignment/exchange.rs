//! Exchanges between people who were dealt a persona, as long as they make the whole cheaper. The counts of the
//! personas stay as even as they were dealt.

use super::Candidate;

/// Lowers the total cost as far as it goes while the counts stay balanced: cancels negative cycles in the graph of
/// personas, in which an edge from X to Y is the cheapest move of one person from X to Y (Klein, "A primal method
/// for minimal cost flows", Management Science 14(3), 1967). A move from a fuller persona to a thinner one may end
/// a chain, since the counts then differ by one as before.
///
/// Every cycle lowers the total, which is a whole number and never negative: it ends, and then nothing is cheaper.
pub(super) fn settle(people: &[Candidate], dealt: &mut [usize], personas: usize) {
    let is_content = |(person, index): (&Candidate, &usize)| person.cost(*index) == 0;
    while !people.iter().zip(dealt.iter()).all(is_content) {
        let Some(moves) = Graph::of(people, dealt, personas).cheaper_cycle() else {
            return;
        };
        for (person, index) in moves {
            if let Some(slot) = dealt.get_mut(person) {
                *slot = index;
            }
        }
    }
}

/// One edge: what it changes, and who moves, if anybody.
#[derive(Debug, Clone, Copy)]
struct Edge {
    cost: i64,
    person: Option<usize>,
}

/// The cheapest move between each two personas, row by row.
struct Graph {
    personas: usize,
    edges: Vec<Option<Edge>>,
}

impl Graph {
    fn of(people: &[Candidate], dealt: &[usize], personas: usize) -> Self {
        let mut graph = Self {
            personas,
            edges: vec![None; personas.saturating_mul(personas)],
        };
        let mut counts = vec![0_usize; personas];
        for (place, (person, from)) in people.iter().zip(dealt).enumerate() {
            if let Some(count) = counts.get_mut(*from) {
                *count = count.saturating_add(1);
            }
            let now = person.cost(*from);
            for to in (0..personas).filter(|to| to != from) {
                let edge = Edge {
                    cost: person.cost(to).saturating_sub(now),
                    person: Some(place),
                };
                graph.offer(*from, to, edge);
            }
        }
        // Giving up one's place in a fuller persona for one in a thinner closes a chain at no cost.
        let fewest = counts.iter().copied().min().unwrap_or(0);
        let is_thin = |persona: usize| counts.get(persona) == Some(&fewest);
        for thin in (0..personas).filter(|persona| is_thin(*persona)) {
            for full in (0..personas).filter(|persona| !is_thin(*persona)) {
                let edge = Edge {
                    cost: 0,
                    person: None,
                };
                graph.offer(thin, full, edge);
            }
        }
        graph
    }

    fn edge(&self, from: usize, to: usize) -> Option<Edge> {
        let place = from.checked_mul(self.personas)?.checked_add(to)?;
        self.edges.get(place).copied().flatten()
    }

    /// Puts an edge where there is none yet, or a dearer one.
    fn offer(&mut self, from: usize, to: usize, edge: Edge) {
        let place = from.saturating_mul(self.personas).saturating_add(to);
        if let Some(slot) = self.edges.get_mut(place)
            && slot.is_none_or(|known| edge.cost < known.cost)
        {
            *slot = Some(edge);
        }
    }

    /// A set of moves (person, persona) that lowers the cost, or nothing when there is none.
    fn cheaper_cycle(&self) -> Option<Vec<(usize, usize)>> {
        let (mut node, before) = self.behind_a_cycle()?;
        for _ in 0..self.personas {
            node = (*before.get(node)?)?;
        }
        let mut moves = Vec::new();
        let end = node;
        loop {
            let from = (*before.get(node)?)?;
            if let Some(person) = self.edge(from, node)?.person {
                moves.push((person, node));
            }
            node = from;
            if node == end {
                return Some(moves);
            }
        }
    }

    /// Bellman-Ford from everywhere at once: a node that is still improved in the last round lies on or behind a
    /// cycle that costs less than nothing.
    fn behind_a_cycle(&self) -> Option<(usize, Vec<Option<usize>>)> {
        let mut distance = vec![0_i64; self.personas];
        let mut before: Vec<Option<usize>> = vec![None; self.personas];
        let mut improved = None;
        for _ in 0..=self.personas {
            improved = None;
            for from in 0..self.personas {
                for to in 0..self.personas {
                    let Some(edge) = self.edge(from, to) else {
                        continue;
                    };
                    let through = distance.get(from)?.saturating_add(edge.cost);
                    let known = distance.get_mut(to)?;
                    if through < *known {
                        *known = through;
                        *before.get_mut(to)? = Some(from);
                        improved = Some(to);
                    }
                }
            }
            improved?;
        }
        improved.map(|node| (node, before))
    }
}

#[cfg(test)]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "a test counts a handful of people"
)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::id::ParticipantId;

    fn person(place: usize, had: &[usize], real: Option<usize>) -> Candidate {
        let mut times = BTreeMap::new();
        for persona in had {
            *times.entry(*persona).or_default() += 1;
        }
        Candidate {
            id: ParticipantId(u32::try_from(place).unwrap()),
            had: times,
            real,
        }
    }

    fn cost(people: &[Candidate], dealt: &[usize]) -> i64 {
        let each = people.iter().zip(dealt);
        each.map(|(person, index)| person.cost(*index)).sum()
    }

    fn is_balanced(dealt: &[usize], personas: usize) -> bool {
        let count = |persona| dealt.iter().filter(|index| **index == persona).count();
        let counts: Vec<usize> = (0..personas).map(count).collect();
        counts.iter().max().unwrap() - counts.iter().min().unwrap() <= 1
    }

    /// The least that any balanced dealing costs, by trying them all.
    fn least(people: &[Candidate], personas: usize) -> i64 {
        let mut best = i64::MAX;
        let mut dealt = vec![0; people.len()];
        loop {
            if is_balanced(&dealt, personas) {
                best = best.min(cost(people, &dealt));
            }
            let Some(place) = dealt.iter().position(|index| index + 1 < personas) else {
                return best;
            };
            dealt[place] += 1;
            dealt[..place].fill(0);
        }
    }

    proptest! {
        #[test]
        fn no_balanced_dealing_is_cheaper(
            personas in 1..=4_usize,
            people in vec((vec(0..4_usize, 0..4), proptest::option::of(0..4_usize)), 1..=6),
            first in 0..4_usize,
        ) {
            let people: Vec<Candidate> = people
                .iter()
                .enumerate()
                .map(|(place, (had, real))| person(place, had, *real))
                .collect();
            let mut dealt: Vec<usize> = (first..).take(people.len()).map(|index| index % personas).collect();
            settle(&people, &mut dealt, personas);
            prop_assert!(is_balanced(&dealt, personas));
            prop_assert_eq!(cost(&people, &dealt), least(&people, personas));
        }
    }

    #[test]
    fn a_chain_over_three_people_is_found() {
        // Each can only go where the next one is, and all have had what they were dealt.
        let people = [
            person(0, &[0, 2], None),
            person(1, &[1, 0], None),
            person(2, &[2, 1], None),
        ];
        let mut dealt = [0, 1, 2];
        settle(&people, &mut dealt, 3);
        assert_eq!(dealt, [1, 2, 0]);
    }
}
