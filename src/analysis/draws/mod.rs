//! Draws of a scenario's uncertain rates, as columns of parameters for a compiled program.
//!
//! A value is the lever's scheduled rate and a deviation, which is a quantile of the lever's spread at a coordinate of a
//! point. Each lever has dimensions of its own, by its place in the plan, the year and the set of points, so that levers
//! appended or made uncertain leave the draws of the others as they were. Every block of draws can be filled by itself.

mod copula;
mod directions;
mod distribution;
mod group;
mod lever;
mod net;
mod normal;
mod points;
mod random;
mod settings;

use crate::model::{ParameterId, project};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;
use group::JointGroup;

pub use distribution::{deviation, quantile};
pub use lever::DrawnLever;
pub use net::Net;
pub use normal::{normal_probability, normal_quantile};
pub use settings::{DrawsError, ERROR_SCRAMBLES, Half, MOST_DRAWS, Sampler, Sampling};

/// Places that are set aside for each slot, so that more levers leave the draws of others as they were.
const FEWEST_PLACES: usize = 64;

/// What is drawn, and how.
#[derive(Clone, Debug)]
pub struct Draws {
    sampling: Sampling,
    parameters: Vec<ParameterId>,
    levers: Vec<DrawnLever>,
    groups: Vec<JointGroup>,
    /// By deviate: the dimension of a net, without its half, and the slot.
    sources: Vec<DeviateSource>,
}

/// Where the independent value of a deviate comes from.
#[derive(Clone, Debug)]
struct DeviateSource {
    /// Twice this, and one more for [`Half::B`], is the dimension.
    pair: usize,
    id: String,
    slot: usize,
}

impl Draws {
    /// Of the uncertain levers of a scenario, correlated as it says.
    ///
    /// # Errors
    /// Why nothing can be drawn.
    pub fn of(plan: &Plan, scenario: &Scenario, sampling: Sampling) -> Result<Self, DrawsError> {
        let given = scenario.correlations.iter().map(|given| {
            let [one, other] = given.levers;
            (one.position(), other.position(), given.rho)
        });
        Self::new(plan, scenario, &given.collect::<Vec<_>>(), sampling)
    }

    /// Of the uncertain levers of a scenario. `correlations` are of the levers at two positions in the plan
    /// ([`IndicatorIx::position`]), between −1 and 1; a pair that is not given is uncorrelated.
    ///
    /// # Errors
    /// Why nothing can be drawn.
    pub fn new(
        plan: &Plan,
        scenario: &Scenario,
        correlations: &[(usize, usize, f64)],
        sampling: Sampling,
    ) -> Result<Self, DrawsError> {
        let projection = project(plan, scenario);
        let mut levers = Vec::new();
        for (place, (ix, _)) in plan.levers().enumerate() {
            levers.extend(DrawnLever::of((plan, scenario, &projection), (place, ix))?);
        }
        if levers.is_empty() {
            return Err(DrawsError::NothingDrawn);
        }
        let mut draws = Self {
            sampling,
            parameters: Vec::new(),
            levers: Vec::new(),
            groups: JointGroup::all(&levers, correlations)?,
            sources: Vec::new(),
        };
        let stride = plan.levers().count().next_power_of_two().max(FEWEST_PLACES);
        for lever in levers {
            draws.add(plan, lever, stride);
        }
        draws.add_hidden(plan, stride);
        draws.check_dimensions()?;
        Ok(draws)
    }

    fn add(&mut self, plan: &Plan, mut lever: DrawnLever, stride: usize) {
        let first = self.parameters.len();
        self.parameters.extend(&lever.parameters);
        lever.columns = first..self.parameters.len();
        let first = self.sources.len();
        for slot in lever.slots() {
            self.sources.push(DeviateSource::of(plan, &lever, slot, stride));
        }
        lever.deviates = first..self.sources.len();
        self.levers.push(lever);
    }

    /// Correlated levers need the independent values of the others also in years in which those are no longer drawn.
    fn add_hidden(&mut self, plan: &Plan, stride: usize) {
        for group in &mut self.groups {
            let slots = group.members.iter().map(|member| self.levers[*member].slots());
            let first = slots.clone().map(|slots| slots.start).min().unwrap_or(0);
            let last = slots.map(|slots| slots.end).max().unwrap_or(0);
            for slot in first..last {
                let mut places = Vec::with_capacity(group.members.len());
                for member in &group.members {
                    let lever = &self.levers[*member];
                    if lever.slots().contains(&slot) {
                        places.push(lever.deviates.start + slot - lever.slots().start);
                    } else {
                        places.push(self.sources.len());
                        self.sources.push(DeviateSource::of(plan, lever, slot, stride));
                    }
                }
                group.places.push(places);
            }
        }
    }

    fn check_dimensions(&self) -> Result<(), DrawsError> {
        let needed = self.sources.iter().map(|source| 2 * source.pair + 2).max();
        match needed {
            Some(needed) if needed > directions::DIMENSIONS && self.sampling.sampler == Sampler::Sobol => {
                Err(DrawsError::TooManyDimensions {
                    needed,
                    available: directions::DIMENSIONS,
                })
            }
            _ => Ok(()),
        }
    }

    /// The points' origin.
    #[must_use]
    pub const fn sampling(&self) -> Sampling {
        self.sampling
    }

    /// The parameters that vary, in the order of the columns: those of one lever stand together.
    #[must_use]
    pub fn parameters(&self) -> &[ParameterId] {
        &self.parameters
    }

    /// The levers that are drawn, in the plan's order.
    #[must_use]
    pub fn levers(&self) -> &[DrawnLever] {
        &self.levers
    }

    /// Whether a lever is drawn together with others.
    #[must_use]
    pub fn is_correlated(&self, lever: IndicatorIx) -> bool {
        let mut members = self.groups.iter().flat_map(|group| &group.members);
        members.any(|member| self.levers[*member].lever == lever)
    }

    /// The columns of a draw in which every lever is at the median of its spread.
    #[must_use]
    pub fn medians(&self) -> Vec<f64> {
        let rates = self.levers.iter();
        rates
            .flat_map(|lever| (0..lever.columns.len()).map(|column| lever.rate(column, 0.0)))
            .collect()
    }

    /// A set of points: scramble 0 for draws, 1 to [`ERROR_SCRAMBLES`] for standard errors; further ones are as good.
    #[must_use]
    pub fn net(&self, scramble: u32, half: Half) -> Net<'_> {
        Net::of(self, scramble, half)
    }
}

impl DeviateSource {
    fn of(plan: &Plan, lever: &DrawnLever, slot: usize, stride: usize) -> Self {
        Self {
            pair: stride * slot + lever.place,
            id: plan.get(lever.lever).id.clone(),
            slot,
        }
    }
}
