//! How long a frame of the Explore screen takes while a slider is dragged: `cargo bench --bench frame`.
//!
//! A frame is input, the panels' logic and layout, the commands they send (and with them the projection), and
//! tessellation into triangles. What the graphics card does is not in it. The bounds to hold are 4 ms at the median and
//! 8 ms at the 99th percentile.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use planpath::app::App;
use planpath::session::Session;
use planpath::text::Language;
use planpath::ui;

const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
const WARM_UP: usize = 60;
const FRAMES: usize = 2000;

struct Window {
    ctx: Context,
    session: Session,
}

impl Window {
    fn new(language: Language) -> Self {
        let ctx = Context::default();
        ui::apply_theme(&ctx);
        ctx.set_fonts(ui::definitions(language));
        let session = Session::new(language, Arc::new(|| ())).expect("the default example is sound");
        Self { ctx, session }
    }

    /// One frame with these events; the number of triangles, so that nothing can be optimised away.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            events,
            ..RawInput::default()
        };
        let Self { ctx, session } = self;
        let mut output = ctx.run_ui(input, |ui| {
            for command in ui::draw(ui, session) {
                session.apply(command);
            }
        });
        let triangles = ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        output.textures_delta.clear();
        triangles.len()
    }
}

/// Where the slider of value added is, found as a screen reader would find it.
fn slider(language: Language) -> Rect {
    let mut harness = Harness::builder().with_size(SIZE).build_eframe(move |creation| {
        App::new(creation, None, Some(language), None).expect("the default example is sound")
    });
    harness.run();
    let document = harness.state().session().document();
    let lever = document
        .plan()
        .levers()
        .next()
        .expect("a lever")
        .1
        .name
        .get(language)
        .to_owned();
    harness.get_by_role_and_label(Role::Slider, &lever).rect()
}

fn press(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

fn measure(language: Language) {
    let rect = slider(language);
    let mut window = Window::new(language);
    let at = |frame: usize| {
        // To and fro over the whole slider, a few points per frame.
        let share = ((frame as f32) * 0.05).sin() * 0.45 + 0.5;
        pos2(rect.left() + rect.width() * share, rect.center().y)
    };
    window.frame(vec![]);
    window.frame(vec![Event::PointerMoved(rect.center())]);
    window.frame(vec![press(rect.center(), true)]);
    let mut times = Vec::with_capacity(FRAMES);
    let mut changes = 0;
    let mut before = window.session.document().scenario().clone();
    for frame in 0..WARM_UP + FRAMES {
        let start = Instant::now();
        window.frame(vec![Event::PointerMoved(at(frame))]);
        let time = start.elapsed();
        let after = window.session.document().scenario();
        if frame >= WARM_UP {
            times.push(time);
            changes += usize::from(*after != before);
        }
        before.clone_from(after);
    }
    assert!(
        changes > FRAMES / 2,
        "the drag moved the lever in {changes} of {FRAMES} frames"
    );
    report(&format!("drag, {language}"), &mut times);
    window.frame(vec![press(at(0), false)]);
    let mut idle: Vec<Duration> = (0..FRAMES / 4)
        .map(|_| {
            let start = Instant::now();
            window.frame(vec![]);
            start.elapsed()
        })
        .collect();
    report(&format!("nothing moves, {language}"), &mut idle);
}

fn report(name: &str, times: &mut [Duration]) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!(
        "{name:<24} median {:.2} ms   99 % {:.2} ms   slowest {:.2} ms   ({} frames)",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len()
    );
}

fn main() {
    for language in Language::ALL {
        measure(language);
    }
}
