//! Benchmarks frame time while a slider is dragged on the Explore screen and beside the feasibility map, while the end of a
//! rate's curve is dragged on the Uncertainty screen, and while the other pages of the Track screen are idle:
//! `cargo bench --bench frame`.
//!
//! A frame comprises input, results of other threads, panel logic and layout, commands with their projection, and
//! tessellation, but neither the map nor draws nor GPU work. The limits are 6 ms at the median and 12 ms at the 99th
//! percentile, also with every indicator charted and with twenty scenarios open; with the fan on, 8 ms at the 99th
//! percentile, while the draws that follow the drag are made on another thread, which is asserted.
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
use planpath::session::{
    Command, Document, Screen, Session, SpreadScope, TrackCommand, TrackPage, UncertaintyCommand,
};
use planpath::text::{Language, say_with};
use planpath::ui;

const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
const WARM_UP: usize = 60;
const FRAMES: usize = 2000;

struct Window {
    ctx: Context,
    session: Session,
}

impl Window {
    fn new(language: Language, situation: &Situation) -> Self {
        let ctx = Context::default();
        ui::apply_theme(&ctx);
        ctx.set_fonts(ui::definitions(language));
        let mut session = Session::new(language, Arc::new(|| ())).expect("the default example is sound");
        start_on_plan(&mut session);
        (situation.set_up)(&mut session);
        session.wait_for_jobs();
        Self { ctx, session }
    }

    /// Runs one frame and returns the number of triangles, so that nothing is optimised away.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            events,
            ..RawInput::default()
        };
        let Self { ctx, session } = self;
        session.poll();
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

/// What is open while the slider is dragged.
struct Situation {
    name: &'static str,
    set_up: fn(&mut Session),
    /// What is dragged.
    held: Held,
    /// The limit at the 99th percentile that is asserted, in milliseconds.
    limit: Option<f64>,
}

/// What is dragged, of the first lever.
#[derive(Clone, Copy)]
enum Held {
    /// The slider of its rate.
    Rate,
    /// The upper end of the curve of its spread.
    Spread,
}

impl Held {
    /// What it is called.
    fn label(self, document: &Document, language: Language) -> String {
        let (_, lever) = document.plan().levers().next().expect("a lever");
        let name = lever.name.get(language);
        match self {
            Self::Rate => name.to_owned(),
            Self::Spread => say_with(language, "spread-high-end", &[("name", name)]),
        }
    }

    /// Where the pointer goes to and fro.
    fn way(self, place: Rect) -> Rect {
        match self {
            Self::Rate => place,
            // As far as the curve may be pulled in either direction.
            Self::Spread => place.expand2(Vec2::new(30.0, 0.0)),
        }
    }
}

const SITUATIONS: [Situation; 7] = [
    Situation {
        name: "usual",
        set_up: |_| {},
        held: Held::Rate,
        limit: None,
    },
    Situation {
        name: "every chart",
        set_up: chart_everything,
        held: Held::Rate,
        limit: None,
    },
    Situation {
        name: "20 scenarios",
        set_up: open_twenty,
        held: Held::Rate,
        limit: None,
    },
    Situation {
        name: "both, 3 pinned",
        set_up: |session| {
            chart_everything(session);
            open_twenty(session);
            let first: Vec<_> = session.documents().iter().take(3).map(Document::id).collect();
            for id in first {
                session.apply(Command::TogglePin(id));
            }
        },
        held: Held::Rate,
        limit: None,
    },
    Situation {
        name: "feasibility map",
        set_up: |session| under_way(session, TrackPage::Map),
        held: Held::Rate,
        limit: None,
    },
    Situation {
        name: "probabilities",
        set_up: uncertain,
        held: Held::Rate,
        limit: Some(8.0),
    },
    Situation {
        name: "fan",
        set_up: |session| {
            uncertain(session);
            session.apply(Command::ShowScreen(Screen::Uncertainty));
        },
        held: Held::Spread,
        limit: Some(8.0),
    },
];

/// Pages without a slider.
const STILL: [(&str, TrackPage); 2] = [("ledger", TrackPage::Ledger), ("actuals", TrackPage::Actuals)];

/// The scenario in which every year of every lever is open, so that a drag moves all there is.
fn start_on_plan(session: &mut Session) {
    session.apply(Command::OpenExample("plan-on-schedule"));
}

fn under_way(session: &mut Session, page: TrackPage) {
    session.apply(Command::OpenExample("mid-term-2013"));
    session.apply(Command::Track(TrackCommand::ShowPage(page)));
}

/// Every rate is uncertain.
fn uncertain(session: &mut Session) {
    let everywhere = UncertaintyCommand::Everywhere {
        percent: 10.0,
        scope: SpreadScope::All,
    };
    session.apply(Command::Uncertainty(everywhere));
}

fn chart_everything(session: &mut Session) {
    let plan = session.document().plan();
    let shown = session.view().charts(plan);
    let others: Vec<_> = plan
        .iter()
        .map(|(ix, _)| ix)
        .filter(|ix| !shown.contains(ix))
        .collect();
    for ix in others {
        session.apply(Command::ToggleChart(ix));
    }
    let plan = session.document().plan();
    assert_eq!(session.view().charts(plan).len(), plan.indicators.len());
}

fn open_twenty(session: &mut Session) {
    while session.documents().len() < 20 {
        session.apply(Command::Duplicate);
    }
}

/// Position of the value-added slider, found through accessibility.
fn slider(language: Language, situation: &Situation) -> Rect {
    let mut harness = Harness::builder().with_size(SIZE).build_eframe(move |creation| {
        App::new(creation, None, Some(language), None).expect("the default example is sound")
    });
    start_on_plan(harness.state_mut().session_mut());
    (situation.set_up)(harness.state_mut().session_mut());
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    let label = situation
        .held
        .label(harness.state().session().document(), language);
    let place = harness.get_by_role_and_label(Role::Slider, &label).rect();
    situation.held.way(place)
}

fn press(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

fn measure(language: Language, situation: &Situation) {
    let rect = slider(language, situation);
    let mut window = Window::new(language, situation);
    let at = |frame: usize| {
        // Back and forth over the slider, a few points per frame.
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
    let most = report(&format!("drag, {}, {language}", situation.name), &mut times);
    if let Some(limit) = situation.limit {
        assert!(
            most <= limit,
            "{most:.2} ms at the 99th percentile, where {limit} ms are the limit"
        );
    }
    window.frame(vec![press(at(0), false)]);
    still(&mut window, situation.name, language);
}

/// Idle frames.
fn still(window: &mut Window, name: &str, language: Language) {
    let mut idle: Vec<Duration> = (0..FRAMES / 4)
        .map(|_| {
            let start = Instant::now();
            window.frame(vec![]);
            start.elapsed()
        })
        .collect();
    report(&format!("still, {name}, {language}"), &mut idle);
}

/// Prints the times and returns that at the 99th percentile, in milliseconds.
fn report(name: &str, times: &mut [Duration]) -> f64 {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!(
        "{name:<30} median {:.2} ms   99 % {:.2} ms   slowest {:.2} ms   ({} frames)",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len()
    );
    at(0.99)
}

fn main() {
    for situation in &SITUATIONS {
        for language in Language::ALL {
            measure(language, situation);
        }
    }
    for (name, page) in STILL {
        for language in Language::ALL {
            let situation = Situation {
                name,
                set_up: |_| {},
                held: Held::Rate,
                limit: None,
            };
            let mut window = Window::new(language, &situation);
            under_way(&mut window.session, page);
            (0..WARM_UP).for_each(|_| {
                window.frame(vec![]);
            });
            still(&mut window, name, language);
        }
    }
}
