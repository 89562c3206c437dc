//! Spreading labels at line ends so that they do not overlap.

/// Centres for labels with the given wanted centres and heights, in order: as close as possible without overlap,
/// between `top` and `bottom`. `None` if they do not fit.
pub(super) fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Option<Vec<f64>> {
    let total: f64 = wanted.iter().map(|(_, height)| height).sum();
    if total > bottom - top {
        return None;
    }
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].0.total_cmp(&wanted[*b].0));
    // Merge overlapping neighbours into blocks at their members' average wanted position.
    let mut blocks: Vec<LabelBlock> = Vec::new();
    for ix in order {
        let (centre, height) = wanted[ix];
        let mut block = LabelBlock {
            members: vec![ix],
            height,
            top: (centre - height / 2.0).clamp(top, bottom - height),
        };
        while let Some(above) = blocks.pop_if(|above| above.top + above.height > block.top) {
            block = above.with(block, wanted, (top, bottom));
        }
        blocks.push(block);
    }
    let mut centres = vec![0.0; wanted.len()];
    for block in blocks {
        let mut edge = block.top;
        for ix in block.members {
            centres[ix] = edge + wanted[ix].1 / 2.0;
            edge += wanted[ix].1;
        }
    }
    Some(centres)
}

struct LabelBlock {
    members: Vec<usize>,
    height: f64,
    top: f64,
}

impl LabelBlock {
    fn with(mut self, below: Self, wanted: &[(f64, f64)], (top, bottom): (f64, f64)) -> Self {
        self.members.extend(below.members);
        self.height += below.height;
        // Average wanted top of the block.
        let mut offset = 0.0;
        let mut wishes = 0.0;
        for ix in &self.members {
            let (centre, height) = wanted[*ix];
            wishes += centre - height / 2.0 - offset;
            offset += height;
        }
        self.top = (wishes / self.members.len() as f64).clamp(top, bottom - self.height);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stay_where_they_have_room() {
        assert_eq!(
            spread(&[(80.0, 10.0), (20.0, 10.0)], 0.0, 100.0),
            Some(vec![80.0, 20.0])
        );
    }

    #[test]
    fn three_at_one_spot_share_the_room_around_it() {
        assert_eq!(
            spread(&[(50.0, 10.0), (50.0, 10.0), (50.0, 10.0)], 0.0, 100.0),
            Some(vec![40.0, 50.0, 60.0])
        );
    }

    #[test]
    fn at_the_edge_they_move_inwards() {
        assert_eq!(
            spread(&[(99.0, 10.0), (100.0, 10.0)], 0.0, 100.0),
            Some(vec![85.0, 95.0])
        );
        assert_eq!(spread(&[(1.0, 60.0), (2.0, 60.0)], 0.0, 100.0), None);
    }
}
