//! Which free parameters are of which lever.

use crate::model::parameter::ParameterId;
use crate::plan::IndicatorIx;

/// Free parameters by the lever that they are of.
pub(super) struct Free {
    /// Their columns, lever by lever.
    places: Vec<usize>,
    /// Where each indicator's begin among those, and where the last ones end.
    starts: Vec<usize>,
}

impl Free {
    pub fn of(parameters: &[ParameterId], indicators: usize) -> Self {
        if parameters.is_empty() {
            return Self {
                places: Vec::new(),
                starts: Vec::new(),
            };
        }
        let lever = |place: &usize| parameters[*place].indicator.position();
        let mut places: Vec<usize> = (0..parameters.len())
            .filter(|place| lever(place) < indicators)
            .collect();
        places.sort_by_key(lever);
        let mut starts = vec![0; indicators + 1];
        for place in &places {
            starts[lever(place) + 1] += 1;
        }
        for position in 0..indicators {
            starts[position + 1] += starts[position];
        }
        Self { places, starts }
    }

    pub fn of_lever(&self, ix: IndicatorIx) -> &[usize] {
        match self.starts.get(ix.position()..ix.position() + 2) {
            Some(ends) => &self.places[ends[0]..ends[1]],
            None => &[],
        }
    }
}
