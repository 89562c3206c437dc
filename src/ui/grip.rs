//! Holding a rate with the pointer: it moves by the pointer's travel, not to the pointer; one drag is one undo step, and
//! Esc takes it back.

use eframe::egui::{Key, Modifiers, PointerButton, Pos2, Response, Ui};

use crate::session::{Command, Phase};

/// A drag under way.
#[derive(Clone, Copy)]
struct Grip {
    /// The rate and the pointer's place where it began.
    rate: f64,
    at: Pos2,
    /// The last rate sent, so that a hand held still sends nothing.
    last: f64,
    /// Taken back by Esc; nothing more comes of it.
    is_over: bool,
}

/// Follows the pointer on a control. `now` is its rate; `begin` gives that of a press, which may be another; `moved` gives
/// that after a travel from there; `set` makes the command for it.
pub(super) fn follow(
    ui: &Ui,
    response: &Response,
    now: f64,
    (begin, moved): (impl Fn(Pos2) -> f64, impl Fn(f64, Pos2, Pos2) -> f64),
    set: impl Fn(f64, Phase) -> Command,
    send: &mut Vec<Command>,
) {
    let id = response.id.with("grip");
    let known = ui.data(|data| data.get_temp::<Grip>(id));
    let is_other = |one: f64, other: f64| (one - other).abs() > 1e-9;
    // Esc also ends egui's own drag, so that the pointer may no longer count as down here.
    let is_taken_back = known.is_some_and(|grip| !grip.is_over)
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    send.extend(is_taken_back.then_some(Command::CancelEdit));
    let pointer = response
        .interact_pointer_pos()
        .filter(|_| response.is_pointer_button_down_on());
    let Some(at) = pointer else {
        if let Some(grip) = known {
            ui.data_mut(|data| data.remove::<Grip>(id));
            send.extend((!grip.is_over && !is_taken_back).then_some(Command::FinishEdit));
        } else if response.clicked_by(PointerButton::Primary)
            && let Some(at) = response.interact_pointer_pos()
        {
            // Pressed and released between two frames.
            response.request_focus();
            let rate = begin(at);
            send.extend(is_other(rate, now).then(|| set(rate, Phase::Done)));
        }
        return;
    };
    let mut grip = known.unwrap_or_else(|| {
        response.request_focus();
        Grip {
            rate: begin(at),
            at,
            last: now,
            is_over: false,
        }
    });
    grip.is_over |= is_taken_back;
    let rate = moved(grip.rate, grip.at, at);
    if !grip.is_over && is_other(rate, grip.last) {
        grip.last = rate;
        send.push(set(rate, Phase::Live));
    }
    ui.data_mut(|data| data.insert_temp(id, grip));
}
