//! Every text stands out from what is painted behind it by 4.5 : 1 or more (WCAG 2.2, success criterion 1.4.3), light
//! and dark, on every screen. Disabled controls, which egui fades, are excepted there and here.

use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Color32, Pos2, Rect, pos2};
use planpath::session::{DrawChoice, Page, Screen, SpreadScope, TrackCommand, TrackPage, UncertaintyCommand};

use super::commands::settle;
use super::*;

/// The least contrast of text.
const LEAST: f64 = 4.5;

/// Relative luminance, 0 to 1: WCAG 2.2, definition of terms.
fn luminance(colour: Color32) -> f64 {
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

/// 1 to 21.
fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What is painted, from the back to the front.
#[derive(Default)]
struct Layers {
    fills: Vec<(Rect, Color32)>,
    faults: Vec<String>,
    texts: usize,
}

impl Layers {
    fn take(&mut self, shape: &Shape, clip: Rect) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.take(shape, clip)),
            Shape::Rect(rect) if rect.fill.a() > 0 => {
                self.fills.push((rect.rect.intersect(clip), rect.fill));
            }
            Shape::Text(text) => self.look_at(text, clip),
            _ => {}
        }
    }

    /// The colour behind a point: fills laid over one another.
    fn behind(&self, at: Pos2) -> Color32 {
        let over = self.fills.iter().filter(|(place, _)| place.contains(at));
        over.fold(Color32::BLACK, |below, (_, fill)| below.blend(*fill))
    }

    fn look_at(&mut self, text: &TextShape, clip: Rect) {
        let place = text.galley.rect.translate(text.pos.to_vec2()).intersect(clip);
        if !place.is_positive() || text.galley.text().trim().is_empty() {
            return;
        }
        self.texts += 1;
        let behind = self.behind(place.center());
        for section in &text.galley.job.sections {
            let of_section = match section.format.color {
                Color32::PLACEHOLDER => text.fallback_color,
                colour => colour,
            };
            let ink = text.override_text_color.unwrap_or(of_section);
            // Disabled: faded by egui.
            if ink.a() < 255 || text.opacity_factor < 1.0 {
                continue;
            }
            let found = contrast(ink, behind);
            if found < LEAST {
                self.faults.push(format!(
                    "{:?}: {found:.2} : 1, {ink:?} on {behind:?} at {place}",
                    text.galley.text()
                ));
            }
        }
    }
}

#[test]
fn contrast_is_that_of_the_standard() {
    // The ends of the scale, and the lightest grey that passes on white.
    assert!((contrast(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 1e-9);
    assert!((contrast(Color32::WHITE, Color32::WHITE) - 1.0).abs() < 1e-9);
    assert!(contrast(Color32::from_gray(0x76), Color32::WHITE) >= LEAST);
    assert!(contrast(Color32::from_gray(0x77), Color32::WHITE) < LEAST);
}

#[test]
fn every_text_stands_out_from_its_ground() {
    let show = |screen| Command::ShowScreen(screen);
    let track = |page| Command::Track(TrackCommand::ShowPage(page));
    let screens = [
        vec![show(Screen::Explore)],
        vec![show(Screen::Explore), Command::ShowPage(Page::Scorecard)],
        vec![track(TrackPage::Ledger), show(Screen::Track)],
        vec![track(TrackPage::Actuals), show(Screen::Track)],
        vec![track(TrackPage::Map), show(Screen::Track)],
        vec![show(Screen::Uncertainty)],
        vec![
            Command::Uncertainty(UncertaintyCommand::Draw(DrawChoice {
                size: 256,
                ..DrawChoice::default()
            })),
            Command::Uncertainty(UncertaintyCommand::Everywhere {
                percent: 10.0,
                scope: SpreadScope::All,
            }),
            show(Screen::Uncertainty),
        ],
        vec![show(Screen::Decompose)],
        vec![show(Screen::Report)],
    ];
    let mut faults = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        for language in Language::ALL {
            let mut harness = usual(language);
            let session = harness.state_mut().session_mut();
            session.apply(Command::OpenExample("mid-term-2013"));
            session.apply(Command::SetTheme(theme));
            for commands in &screens {
                for command in commands {
                    harness.state_mut().session_mut().apply(command.clone());
                }
                settle(&mut harness);
                // On a row, whose ground changes.
                for at in [pos2(1279.0, 1.0), pos2(100.0, 250.0), pos2(1100.0, 270.0)] {
                    harness.hover_at(at);
                    settle(&mut harness);
                    let mut layers = Layers::default();
                    for ClippedShape { clip_rect, shape, .. } in &harness.output().shapes {
                        layers.take(shape, *clip_rect);
                    }
                    assert!(layers.texts > 20, "only {} texts were painted", layers.texts);
                    let said = layers.faults.into_iter();
                    faults.extend(said.map(|fault| format!("{theme:?}, {language}: {fault}")));
                }
            }
        }
    }
    faults.sort();
    faults.dedup();
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
