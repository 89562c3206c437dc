//! How much room the screen in front has, from which its layout follows. The guide beside it takes some.

use eframe::egui::{Context, Id, Ui};

/// Below this width, in points, the targets become a rail of marks.
const WIDE: f32 = 1150.0;
/// Below this width one chart and its lever take turns with rates and targets; 1280 pixels at 200 % are 640 points.
const NARROW: f32 = 860.0;

/// The layouts, roomiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Room {
    /// Levers, charts and targets side by side.
    Wide,
    /// Levers and charts; the targets are a rail of marks, and open over the charts.
    Narrow,
    /// One of them at a time.
    Compact,
}

impl Room {
    pub const fn of(width: f32) -> Self {
        if width < NARROW {
            Self::Compact
        } else if width < WIDE {
            Self::Narrow
        } else {
            Self::Wide
        }
    }

    /// The room of the screen in front, as noted in this frame.
    pub fn here(ui: &Ui) -> Self {
        let noted = ui.data(|data| data.get_temp::<f32>(id()));
        Self::of(noted.unwrap_or_else(|| ui.ctx().content_rect().width()))
    }

    /// The room of the window, whatever takes part of it.
    pub fn of_window(ctx: &Context) -> Self {
        Self::of(ctx.content_rect().width())
    }

    /// Notes the width of the screen in front.
    pub fn note(ui: &Ui) {
        let width = ui.available_width();
        ui.data_mut(|data| data.insert_temp(id(), width));
    }
}

fn id() -> Id {
    Id::unique("room of the screen")
}
