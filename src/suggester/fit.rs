//! Multinomial logistic regression with a quadratic penalty, fitted by stochastic gradients with a step of its own for
//! each weight (J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient Methods", JMLR 12, 2011). Rows are visited in an
//! order that follows from a fixed seed, so the same rows give the same weights.

/// A row to fit on: its features with their values, and the number of what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Features by number, each once, with their values.
    pub features: Vec<(usize, f32)>,
    /// What it is, below `K`.
    pub label: usize,
    /// What it is too.
    pub second: Option<usize>,
}

/// What was fitted: how much each feature speaks for each of `K` labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights<const K: usize> {
    /// By feature.
    pub features: Vec<[f32; K]>,
    /// What speaks for a label before anything is read.
    pub bias: [f32; K],
}

/// How to fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Manner {
    /// How many times every row is visited.
    pub rounds: usize,
    /// The first step of every weight.
    pub step: f32,
    /// How little weights are held back: the inverse of the penalty.
    pub freedom: f32,
    /// How much of a row with a second label is that one.
    pub share: f32,
}

/// Fits weights to rows.
#[must_use]
pub fn fit<const K: usize>(rows: &[Row], features: usize, manner: Manner) -> Weights<K> {
    let mut weights = Weights {
        features: vec![[0.0; K]; features],
        bias: [0.0; K],
    };
    let mut steps = vec![[1e-6_f32; K]; features];
    let mut bias_steps = [1e-6_f32; K];
    // The penalty of a weight is spread over the rows its feature stands in.
    let mut held = vec![0.0_f32; features];
    for row in rows {
        for (feature, _) in &row.features {
            if let Some(held) = held.get_mut(*feature) {
                *held += manner.freedom;
            }
        }
    }
    for held in &mut held {
        *held = held.max(f32::MIN_POSITIVE).recip();
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut chance: u64 = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..manner.rounds {
        shuffle(&mut order, &mut chance);
        for row in order.iter().filter_map(|at| rows.get(*at)) {
            let slope = slope(&weights, row, manner.share);
            for (feature, value) in &row.features {
                let (Some(weight), Some(step), Some(held)) = (
                    weights.features.get_mut(*feature),
                    steps.get_mut(*feature),
                    held.get(*feature),
                ) else {
                    continue;
                };
                for ((weight, step), slope) in weight.iter_mut().zip(step).zip(slope) {
                    descend(weight, step, slope * value + *weight * held, manner.step);
                }
            }
            for ((weight, step), slope) in weights.bias.iter_mut().zip(&mut bias_steps).zip(slope) {
                descend(weight, step, slope, manner.step);
            }
        }
    }
    weights
}

fn descend(weight: &mut f32, steps: &mut f32, slope: f32, step: f32) {
    *steps += slope * slope;
    *weight -= step * slope / steps.sqrt();
}

/// How far what is predicted is from what is.
fn slope<const K: usize>(weights: &Weights<K>, row: &Row, share: f32) -> [f32; K] {
    let mut slope = softmax(logits(weights, &row.features));
    let share = row.second.map(|second| (second, share));
    let first = 1.0 - share.map_or(0.0, |(_, share)| share);
    for (label, share) in share.into_iter().chain([(row.label, first)]) {
        if let Some(slope) = slope.get_mut(label) {
            *slope -= share;
        }
    }
    slope
}

/// What weights say of features, before it is made to add up to one.
#[must_use]
pub fn logits<const K: usize>(weights: &Weights<K>, features: &[(usize, f32)]) -> [f32; K] {
    let mut logits = weights.bias;
    for (feature, value) in features {
        for (logit, weight) in logits
            .iter_mut()
            .zip(weights.features.get(*feature).into_iter().flatten())
        {
            *logit += weight * value;
        }
    }
    logits
}

/// Makes likelihoods of logits: they add up to one.
#[must_use]
pub fn softmax<const K: usize>(mut logits: [f32; K]) -> [f32; K] {
    make_likely(&mut logits);
    logits
}

/// The same in place, for any number of them.
pub fn make_likely(logits: &mut [f32]) {
    let most = logits.iter().copied().fold(f32::MIN, f32::max);
    for logit in &mut *logits {
        *logit = (*logit - most).exp();
    }
    let sum: f32 = logits.iter().sum();
    for logit in logits {
        *logit /= sum;
    }
}

fn shuffle(order: &mut [usize], chance: &mut u64) {
    for last in (1..order.len()).rev() {
        *chance ^= *chance << 13;
        *chance ^= *chance >> 7;
        *chance ^= *chance << 17;
        let bound = last as u64 + 1;
        order.swap(last, usize::try_from(*chance % bound).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(features: &[usize], label: usize) -> Row {
        Row {
            features: features.iter().map(|feature| (*feature, 1.0)).collect(),
            label,
            second: None,
        }
    }

    fn fitted() -> Weights<3> {
        let rows = [
            row(&[0], 0),
            row(&[0, 3], 0),
            row(&[1], 1),
            row(&[1, 3], 1),
            row(&[2, 3], 2),
            row(&[2], 2),
        ];
        let manner = Manner {
            rounds: 40,
            step: 0.5,
            freedom: 5.0,
            share: 0.0,
        };
        fit(&rows, 5, manner)
    }

    #[test]
    fn what_goes_with_one_label_speaks_for_it_and_what_goes_with_all_for_none() {
        let weights = fitted();
        for feature in 0..3 {
            let likely = softmax(logits(&weights, &[(feature, 1.0)]));
            assert!(likely[feature] > 0.7, "{likely:?}");
        }
        let likely = softmax(logits(&weights, &[(3, 1.0)]));
        assert!(
            likely.iter().all(|one| (0.2..0.5).contains(one)),
            "{likely:?}"
        );
        assert!(
            weights.features[4]
                .iter()
                .all(|weight| weight.abs() < f32::EPSILON)
        );
    }

    #[test]
    fn the_same_rows_give_the_same_weights() {
        assert_eq!(fitted(), fitted());
    }

    #[test]
    fn likelihoods_add_up_to_one_also_far_out() {
        for logits in [[0.0; 3], [900.0, -900.0, 0.0], [-1e9, -1e9, -1e9]] {
            let sum: f32 = softmax(logits).iter().sum();
            assert!((sum - 1.0).abs() < 1e-5);
        }
    }
}
