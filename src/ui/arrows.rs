//! Arrow keys, counted with the Shift that was down when each was pressed: a frame may contain several presses, and a
//! quick one is over, Shift and all, before the frame is drawn.

use eframe::egui::{Event, InputState, Key};

/// How often `key` was pressed in this frame: without Shift, and with it.
pub(super) fn presses(input: &InputState, key: Key) -> (u32, u32) {
    input
        .events
        .iter()
        .fold((0, 0), |(plain, shifted), event| match event {
            Event::Key {
                key: pressed_key,
                pressed: true,
                modifiers,
                ..
            } if *pressed_key == key => {
                if modifiers.shift {
                    (plain, shifted + 1)
                } else {
                    (plain + 1, shifted)
                }
            }
            _ => (plain, shifted),
        })
}

/// What the presses of two opposite keys add up to, at `plain` each, or `shifted` with Shift.
pub(super) fn moved(input: &InputState, (more, less): (Key, Key), (plain, shifted): (f64, f64)) -> f64 {
    let sum = |key| {
        let (without, with) = presses(input, key);
        f64::from(without) * plain + f64::from(with) * shifted
    };
    sum(more) - sum(less)
}
