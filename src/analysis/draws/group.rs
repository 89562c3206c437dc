//! Levers that are drawn together.

use super::copula::CopulaFactor;
use super::lever::DrawnLever;
use super::settings::DrawsError;

/// Levers that correlations connect.
#[derive(Clone, Debug)]
pub(super) struct JointGroup {
    /// Their places among the levers that are drawn.
    pub members: Vec<usize>,
    pub factor: CopulaFactor,
    /// Slot by slot, the deviates of the members.
    pub places: Vec<Vec<usize>>,
}

impl JointGroup {
    /// The groups among drawn levers, in the order of their first members.
    pub fn all(levers: &[DrawnLever], correlations: &[(usize, usize, f64)]) -> Result<Vec<Self>, DrawsError> {
        let drawn = |position: usize| {
            let found = levers.iter().position(|lever| lever.lever.position() == position);
            found.ok_or(DrawsError::NotDrawn(position))
        };
        let mut pairs = Vec::with_capacity(correlations.len());
        for (one, other, correlation) in correlations {
            let (one, other) = (drawn(*one)?, drawn(*other)?);
            let (first, second) = (&levers[one], &levers[other]);
            if first.uncertainty.years != second.uncertainty.years {
                return Err(DrawsError::YearRules(first.lever, second.lever));
            }
            pairs.push((one, other, *correlation));
        }
        let mut groups: Vec<Self> = Vec::new();
        for members in connected(levers.len(), &pairs) {
            let correlation = |i: usize, j: usize| {
                let (i, j) = (members[i], members[j]);
                let pair = pairs
                    .iter()
                    .find(|(one, other, _)| (*one, *other) == (i, j) || (*one, *other) == (j, i));
                pair.map_or(0.0, |(.., correlation)| *correlation)
            };
            let factor = CopulaFactor::of(members.len(), correlation);
            let Some(factor) = factor else {
                let levers = members.iter().map(|member| levers[*member].lever);
                return Err(DrawsError::Contradictory(levers.collect()));
            };
            groups.push(Self {
                members,
                factor,
                places: Vec::new(),
            });
        }
        Ok(groups)
    }
}

/// Sets of two or more that pairs connect, each in rising order.
fn connected(count: usize, pairs: &[(usize, usize, f64)]) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..count).collect();
    for (one, other, _) in pairs {
        let (kept, dropped) = (group_of[*one], group_of[*other]);
        for group in &mut group_of {
            if *group == dropped {
                *group = kept;
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut order = Vec::new();
    for (member, group) in group_of.into_iter().enumerate() {
        if groups[group].is_empty() {
            order.push(group);
        }
        groups[group].push(member);
    }
    let found = order.into_iter().map(|group| std::mem::take(&mut groups[group]));
    found.filter(|members| members.len() > 1).collect()
}
