//! A field for a whole number that no binary fraction could hold: a seed, a number of draws.

use eframe::egui::{Id, Key, Role, TextEdit, Ui};

use crate::session::Session;
use crate::text::say;
use crate::ui::name_control;
use crate::ui::theme::Colours;

/// Shows `now` until it is typed in. Enter and losing focus give the number typed, one beyond all limits as the largest there
/// is; Escape discards it. What is no number stays, and is said to be none.
pub(super) fn field(
    ui: &mut Ui,
    session: &Session,
    (now, width): (u64, f32),
    name: &'static str,
) -> Option<u64> {
    let language = session.view().language;
    let id = Id::unique(("whole number", name));
    let shown = now.to_string();
    let known = ui.data(|data| data.get_temp::<String>(id));
    let mut text = known.unwrap_or_else(|| shown.clone());
    let field = ui.add(
        TextEdit::singleline(&mut text)
            .id(id.with("field"))
            .desired_width(width),
    );
    name_control(&field, Role::TextInput, &say(language, name));
    let typed = read(&text);
    if typed.is_none() {
        ui.colored_label(Colours::of(ui).missed, say(language, "draws-no-whole"));
    }
    if field.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text));
        return None;
    }
    let is_escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if field.lost_focus() && (is_escaped || typed.is_some()) {
        ui.data_mut(|data| data.remove::<String>(id));
        return typed.filter(|typed| !is_escaped && *typed != now);
    }
    None
}

/// Digits, perhaps in groups.
fn read(text: &str) -> Option<u64> {
    let is_space = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '_');
    let digits: String = text.chars().filter(|c| !is_space(*c)).collect();
    let is_whole = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    is_whole.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_and_nothing_else() {
        assert_eq!(read("131,072"), Some(131_072));
        assert_eq!(read(" 10 000 "), Some(10_000));
        assert_eq!(read("99999999999999999999999"), Some(u64::MAX));
        for text in ["", "-1", "1.5", "1e6", "many"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
