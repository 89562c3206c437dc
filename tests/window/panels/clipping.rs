//! No text is cut and no two texts overlap, in every size, at every zoom, in both languages, light and dark.
//!
//! What is looked at is what is painted: the texts of the last frame with the rectangles they are clipped to. A text
//! that ends in "…" was shortened on purpose and has its full name on hover.

use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Rect, pos2, vec2};
use planpath::session::{
    DecomposeAgainst, DecomposeCommand, DrawChoice, Page, Screen, SpreadScope, TrackCommand, TrackPage,
    UncertaintyCommand,
};

use super::commands::settle;
use super::*;

/// How much of a text may be outside, or over another, in points: the space around glyphs.
const SLACK: f32 = 2.5;

/// A line of text as painted.
struct Painted {
    text: String,
    /// The glyphs, without the space above and below them.
    place: Rect,
    clip: Rect,
    is_shortened: bool,
    /// How many shapes were painted before it.
    after: usize,
}

/// Everything painted, in order.
#[derive(Default)]
struct Frame {
    texts: Vec<Painted>,
    /// What covers everything before it, and how many shapes were painted before it.
    covers: Vec<(Rect, usize)>,
    shapes: usize,
}

impl Frame {
    fn of(harness: &Harness<'_, App>) -> Self {
        let mut frame = Self::default();
        for ClippedShape { clip_rect, shape, .. } in &harness.output().shapes {
            frame.take(shape, *clip_rect);
        }
        frame
    }

    fn take(&mut self, shape: &Shape, clip: Rect) {
        self.shapes += 1;
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.take(shape, clip)),
            Shape::Text(text) => self.take_lines(text, clip),
            Shape::Rect(rect) if rect.fill.a() == 255 => {
                self.covers.push((rect.rect.intersect(clip), self.shapes));
            }
            _ => {}
        }
    }

    fn take_lines(&mut self, text: &TextShape, clip: Rect) {
        for row in &text.galley.rows {
            let said = row.text();
            if said.trim().is_empty() {
                continue;
            }
            let place = row.rect_without_leading_space().translate(text.pos.to_vec2());
            self.texts.push(Painted {
                text: said,
                // Glyphs take the middle two thirds of a line's height.
                place: place.shrink2(vec2(0.0, place.height() / 6.0)),
                clip,
                is_shortened: text.galley.elided,
                after: self.shapes,
            });
        }
    }

    /// Whether something painted between two texts hides one from the other.
    fn is_hidden(&self, both: Rect, (one, other): (usize, usize)) -> bool {
        let between = self.covers.iter().filter(|(_, at)| *at > one && *at < other);
        between
            .clone()
            .any(|(cover, _)| cover.expand(1.0).contains_rect(both))
    }
}

/// Faults: what is cut at its side; what lies over something else. At the top and bottom lists scroll.
fn faults(harness: &Harness<'_, App>) -> Vec<String> {
    let frame = Frame::of(harness);
    let window = harness.ctx.content_rect();
    let mut faults = Vec::new();
    let seen = |text: &&Painted| text.clip.is_positive() && text.place.intersects(text.clip);
    let texts: Vec<&Painted> = frame.texts.iter().filter(seen).collect();
    assert!(texts.len() > 12, "only {} texts were painted", texts.len());
    for text in &texts {
        let (place, clip) = (text.place, text.clip.intersect(window));
        let is_cut = place.left() < clip.left() - SLACK || place.right() > clip.right() + SLACK;
        if is_cut && !text.is_shortened {
            faults.push(format!("{:?} is cut: {place} in {clip}", text.text));
        }
    }
    for (n, one) in texts.iter().enumerate() {
        for other in &texts[n + 1..] {
            let (a, b) = (one.place.intersect(one.clip), other.place.intersect(other.clip));
            let both = a.intersect(b);
            let lies_over = both.width() > SLACK && both.height() > SLACK;
            if lies_over && !frame.is_hidden(both, (one.after, other.after)) {
                faults.push(format!("{:?} and {:?} overlap at {both}", one.text, other.text));
            }
        }
    }
    faults
}

/// That nothing is cut or covered now.
pub(super) fn assert_clear(harness: &Harness<'_, App>) {
    let found = faults(harness);
    assert!(found.is_empty(), "{found:#?}");
}

/// A window of so many pixels at a zoom.
fn at(language: Language, (width, height): (f32, f32), zoom: f32) -> Harness<'static, App> {
    let mut harness = window(language, vec2(width / zoom, height / zoom));
    harness
        .state_mut()
        .session_mut()
        .apply(Command::OpenExample("mid-term-2013"));
    settle(&mut harness);
    // Out of the way, so that nothing is under it.
    harness.hover_at(pos2(width / zoom - 1.0, 1.0));
    settle(&mut harness);
    harness
}

const SIZES: [(f32, f32); 3] = [(1024.0, 640.0), (1280.0, 800.0), (1920.0, 1080.0)];
const ZOOMS: [f32; 3] = [1.0, 1.5, 2.0];

/// Goes through all sizes, zooms, languages and themes.
fn look(show: &[Command], is_excused: impl Fn(&str) -> bool) {
    let mut found = Vec::new();
    for language in Language::ALL {
        for size in SIZES {
            for zoom in ZOOMS {
                let mut harness = at(language, size, zoom);
                for theme in [Theme::Light, Theme::Dark] {
                    let session = harness.state_mut().session_mut();
                    session.apply(Command::SetTheme(theme));
                    for command in show {
                        session.apply(command.clone());
                    }
                    settle(&mut harness);
                    let faults = faults(&harness).into_iter().filter(|fault| !is_excused(fault));
                    found.extend(
                        faults.map(|fault| format!("{language} {size:?} ×{zoom} {theme:?}: {fault}")),
                    );
                }
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nothing_is_cut_on_explore() {
    look(&[Command::ShowPage(Page::Charts)], |_| false);
}

#[test]
fn nothing_is_cut_on_the_targets_page() {
    look(&[Command::ShowPage(Page::Scorecard)], |_| false);
}

#[test]
fn nothing_is_cut_on_track_and_report() {
    // The ledger is a table that scrolls sideways where it does not fit, and cuts cells at its edge.
    let is_at_edge = |fault: &str| fault.contains(" is cut: ");
    look(&[Command::ShowScreen(Screen::Track)], is_at_edge);
    look(&[Command::ShowScreen(Screen::Report)], |_| false);
}

#[test]
fn nothing_is_cut_on_uncertainty() {
    let uncertainty = |command| Command::Uncertainty(command);
    let all = uncertainty(UncertaintyCommand::Everywhere {
        percent: 10.0,
        scope: SpreadScope::All,
    });
    let few = uncertainty(UncertaintyCommand::Draw(DrawChoice {
        size: 256,
        ..DrawChoice::default()
    }));
    for page in [Page::Charts, Page::Rates, Page::Scorecard] {
        let show = [Command::ShowScreen(Screen::Uncertainty), Command::ShowPage(page)];
        look(&show, |_| false);
        look(
            &[std::slice::from_ref(&few), &show[..], std::slice::from_ref(&all)].concat(),
            |_| false,
        );
    }
}

#[test]
fn nothing_is_cut_on_decompose() {
    // Table and waterfall scroll sideways where they do not fit.
    let is_at_edge = |fault: &str| fault.contains(" is cut: ");
    look(&[Command::ShowScreen(Screen::Decompose)], is_at_edge);
    let against = DecomposeAgainst::Example("growth-first");
    let against = Command::Decompose(DecomposeCommand::Against(Some(against)));
    look(&[Command::ShowScreen(Screen::Decompose), against], is_at_edge);
}

#[test]
fn nothing_is_cut_beside_the_map() {
    let map = Command::Track(TrackCommand::ShowPage(TrackPage::Map));
    look(&[map, Command::ShowScreen(Screen::Track)], |_| false);
}
