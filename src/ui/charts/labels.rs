//! The labels to the right of a plot, each level with what it names as far as the others let it.

use std::sync::Arc;

use eframe::egui::{Color32, Galley, Painter, Pos2, Rect, Stroke, pos2};

use crate::ui::theme::Colours;

/// The gap between the plot and the labels, for the hairlines, and the space between labels, in points.
const BESIDE_PLOT: f32 = 14.0;
const BETWEEN: f32 = 0.0;
/// A label this much higher or lower than what it names needs a hairline, in points.
const OFF_LEVEL: f32 = 4.0;

/// A label, and the place of what it names.
pub(super) struct Tag {
    pub at: Pos2,
    pub text: Arc<Galley>,
    pub ink: Color32,
}

/// The width of the labels in a margin.
pub(super) fn width(margin: Rect) -> f32 {
    margin.width() - BESIDE_PLOT
}

/// Draws the labels in the margin; those that find no room are left out, the last first. Returns how many are drawn.
pub(super) fn draw(painter: &Painter, margin: Rect, mut tags: Vec<Tag>, colours: &Colours) -> usize {
    let height = |tags: &[Tag]| tags.iter().map(|tag| tag.text.size().y + BETWEEN).sum::<f32>();
    while height(&tags) > margin.height() && tags.pop().is_some() {}
    tags.sort_by(|one, other| one.at.y.total_cmp(&other.at.y));
    let wanted: Vec<(f32, f32)> = tags
        .iter()
        .map(|tag| (tag.at.y - tag.text.size().y / 2.0, tag.text.size().y + BETWEEN))
        .collect();
    let places = apart(&wanted, (margin.top(), margin.bottom()));
    let count = tags.len();
    for (tag, top) in tags.into_iter().zip(places) {
        let middle = top + tag.text.size().y / 2.0;
        let left = margin.left() + BESIDE_PLOT;
        if (middle - tag.at.y).abs() > OFF_LEVEL {
            // Towards the first row of a label that is below, and the last of one that is above.
            let row = tag.text.rows.first().map_or(14.0, |row| row.height());
            let end = tag
                .at
                .y
                .min(top + tag.text.size().y - row / 2.0)
                .max(top + row / 2.0);
            let from = pos2(tag.at.x.min(left - 4.0), tag.at.y);
            painter.line_segment([from, pos2(left - 2.0, end)], Stroke::new(1.0, colours.outline));
        }
        painter.galley(pos2(left, top), tag.text, tag.ink);
    }
    count
}

/// The tops of labels that stand one below the other without touching, as near as can be to where each wants to be; top
/// wanted and height of each, in order from above.
fn apart(wanted: &[(f32, f32)], (top, bottom): (f32, f32)) -> Vec<f32> {
    // Neighbours that touch become a block, which stands where its labels want to be on average.
    struct LabelGroup {
        count: usize,
        sum: f32,
        height: f32,
    }
    impl LabelGroup {
        fn top(&self, (top, bottom): (f32, f32)) -> f32 {
            (self.sum / self.count as f32).min(bottom - self.height).max(top)
        }
    }
    let limits = (top, bottom);
    let mut blocks: Vec<LabelGroup> = Vec::new();
    for (at, height) in wanted {
        blocks.push(LabelGroup {
            count: 1,
            sum: *at,
            height: *height,
        });
        while let [.., upper, lower] = blocks.as_slice()
            && upper.top(limits) + upper.height > lower.top(limits)
        {
            let sum = upper.sum + lower.sum - lower.count as f32 * upper.height;
            let joined = LabelGroup {
                count: upper.count + lower.count,
                sum,
                height: upper.height + lower.height,
            };
            blocks.truncate(blocks.len() - 2);
            blocks.push(joined);
        }
    }
    let mut heights = wanted.iter().map(|(_, height)| *height);
    let mut places = Vec::with_capacity(wanted.len());
    for block in &blocks {
        let mut at = block.top(limits);
        for height in heights.by_ref().take(block.count) {
            places.push(at);
            at += height;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(found: &[f32], expected: &[f32]) {
        assert_eq!(found.len(), expected.len());
        let is_same = |(one, other): (&f32, &f32)| (one - other).abs() < 1e-3;
        assert!(found.iter().zip(expected).all(is_same), "{found:?} {expected:?}");
    }

    #[test]
    fn labels_apart_stay_where_they_are() {
        is_near(&apart(&[(10.0, 14.0), (40.0, 28.0)], (0.0, 100.0)), &[10.0, 40.0]);
    }

    #[test]
    fn labels_that_touch_share_the_way() {
        // Both want to be at 20: one goes up by half a line, the other down.
        is_near(&apart(&[(20.0, 14.0), (20.0, 14.0)], (0.0, 100.0)), &[13.0, 27.0]);
        // Three of them, at the bottom: the last ends where there is no more room.
        let places = apart(&[(80.0, 14.0), (90.0, 14.0), (95.0, 14.0)], (0.0, 100.0));
        is_near(&places, &[58.0, 72.0, 86.0]);
        is_near(&apart(&[(-5.0, 14.0)], (0.0, 100.0)), &[0.0]);
    }
}
