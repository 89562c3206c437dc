//! The search box above the levers, and what it finds: names in both languages, also by pinyin, short names, ids, units and
//! headings.

use eframe::egui::{Id, Rect, Role, Sense, Stroke, TextEdit, Ui, Vec2, pos2, vec2};

use crate::plan::{Indicator, Plan};
use crate::session::Session;
use crate::text::{Closeness, Language, LocalizedText, Message, closeness, say};
use crate::ui::name_control;
use crate::ui::theme::Colours;

/// Height of the box, and room for the sign at its left and for × at its right, in points.
const HEIGHT: f32 = 26.0;
const SIGN: f32 = 24.0;
const CLEAR: f32 = 24.0;

fn place() -> Id {
    Id::unique("lever search")
}

/// The box, `width` points wide; returns the text sought, in lower case. Only this panel needs it, so egui keeps it.
pub(super) fn draw(ui: &mut Ui, session: &Session, width: f32) -> String {
    let language = session.view().language;
    let mut text = ui
        .data_mut(|data| data.get_temp::<String>(place()))
        .unwrap_or_default();
    let hint = say(language, "levers-search");
    let colours = Colours::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let right = if text.is_empty() { 4.0 } else { CLEAR };
    let margin = eframe::egui::Margin {
        left: SIGN as i8,
        right: right as i8,
        top: 4,
        bottom: 4,
    };
    let field = ui.put(
        rect,
        TextEdit::singleline(&mut text)
            .id(place().with("field"))
            .hint_text(hint.as_ref())
            .margin(margin)
            .desired_width(width),
    );
    name_control(&field, Role::SearchInput, &hint);
    glass(ui, rect.left_center() + vec2(SIGN / 2.0 + 1.0, 0.0));
    if !text.is_empty() {
        let cross = Rect::from_center_size(rect.right_center() - vec2(CLEAR / 2.0, 0.0), Vec2::splat(18.0));
        let clear = ui.interact(cross, place().with("clear"), Sense::click());
        let ink = if clear.hovered() {
            colours.accent
        } else {
            colours.text_weak
        };
        let (at, arm) = (cross.center(), 3.5);
        for (from, to) in [
            (vec2(-arm, -arm), vec2(arm, arm)),
            (vec2(-arm, arm), vec2(arm, -arm)),
        ] {
            ui.painter()
                .line_segment([at + from, at + to], Stroke::new(1.5, ink));
        }
        let words = say(language, "levers-search-clear");
        name_control(&clear, Role::Button, &words);
        // Escape takes the focus out of the field and the search with it.
        let is_escaped = field.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Escape));
        if clear.on_hover_text(words).clicked() || is_escaped {
            text.clear();
        }
    }
    let wanted = text.trim().to_lowercase();
    ui.data_mut(|data| data.insert_temp(place(), text));
    wanted
}

/// Empties the box.
pub(super) fn clear(ui: &Ui) {
    ui.data_mut(|data| data.remove::<String>(place()));
}

fn glass(ui: &Ui, at: eframe::egui::Pos2) {
    let line = Stroke::new(1.4, Colours::of(ui).text_weak);
    ui.painter().circle_stroke(at - vec2(1.0, 1.0), 4.2, line);
    let handle = [pos2(at.x + 2.2, at.y + 2.2), pos2(at.x + 5.6, at.y + 5.6)];
    ui.painter().line_segment(handle, line);
}

/// A lever found.
pub(super) enum LeverMatch {
    /// By the name its row shows.
    ByName,
    /// By something else, in words: "unit: trillion CNY".
    By(String),
}

/// How a search finds a lever; `None` if it does not. Everything is found by an empty search.
pub(super) fn find(plan: &Plan, lever: &Indicator, wanted: &str, language: Language) -> Option<LeverMatch> {
    let is_in = |text: &str| text.to_lowercase().contains(wanted);
    // With gaps between its letters a search finds names that have nothing to do with it.
    let is_named = |text: &str| closeness(text, wanted).is_some_and(|found| found < Closeness::Subsequence);
    if wanted.is_empty() || is_named(lever.short_name(language)) {
        return Some(LeverMatch::ByName);
    }
    let names = lever.name.texts().chain(lever.short.texts());
    let absolute = lever.absolute_unit.iter().flat_map(LocalizedText::texts);
    let heading = plan.categories.get(lever.category);
    let heading = heading.iter().flat_map(|heading| heading.name.texts());
    let fields = names
        .map(|name| ("matched-name", name))
        .chain([("matched-id", lever.id.as_str())])
        .chain(
            lever
                .unit
                .texts()
                .chain(absolute)
                .map(|unit| ("matched-unit", unit)),
        )
        .chain(heading.map(|heading| ("matched-heading", heading)));
    let is_found = |(field, text): &(&str, &str)| match *field {
        "matched-name" => is_named(text),
        _ => is_in(text),
    };
    let (field, text) = fields.into_iter().find(is_found)?;
    Some(LeverMatch::By(
        Message::new(field).with("text", text).say(language),
    ))
}
