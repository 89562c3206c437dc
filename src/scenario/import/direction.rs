//! Directions stated apart from the figures: in a separate column, a title or a note.

use super::plain::{compact, has, spaced};
use super::words::{self, Meaning};

/// Direction of one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Falls,
    Rises,
    /// Stated, but not understood.
    Unclear,
}

/// Marks for a fall in a direction column, where a dash means minus.
const FALLS: [&str; 16] = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2015}", "降", "减", "跌", "负", "↓", "▼", "⬇", "↘", "▽",
    "minus", "negative",
];
const RISES: [&str; 10] = ["+", "增", "升", "涨", "正", "↑", "⬆", "↗", "plus", "positive"];
/// No change.
const LEVEL: [&str; 7] = ["持平", "不变", "→", "=", "flat", "unchanged", "nochange"];

/// Reads a cell of a direction column.
pub(super) fn of_cell(text: &str) -> Option<Direction> {
    let plain = compact(text);
    let plain = plain.trim_matches(['(', ')']);
    if plain.is_empty() || LEVEL.contains(&plain) {
        return None;
    }
    let mut phrases = words::phrases().iter();
    let known = phrases
        .find(|(word, _)| word == plain)
        .map(|(_, meaning)| *meaning);
    Some(match known {
        Some(Meaning::Falls) => Direction::Falls,
        Some(Meaning::Rises | Meaning::Growth) => Direction::Rises,
        _ if FALLS.contains(&plain) => Direction::Falls,
        _ if RISES.contains(&plain) => Direction::Rises,
        _ => Direction::Unclear,
    })
}

/// Words that contain a fall but say nothing about signs.
const NO_FALLS: [&str; 2] = ["节能减排", "减排目标"];

/// Words for positive figures.
const POSITIVE: [&str; 4] = ["正数", "正值", "正号", "positive"];
const NEGATIVE: [&str; 4] = ["负数", "负值", "负号", "negative"];

/// Whether a text reverses the meaning of signs: 正数表示下降, negative figures are increases.
pub(super) fn turns_signs(text: &str) -> bool {
    let plain = spaced(text);
    let speaks = |clause: &str, wanted: Meaning| {
        let mut phrases = words::phrases().iter();
        phrases.any(|(word, meaning)| *meaning == wanted && has(clause, word))
    };
    let names = |clause: &str, list: &[&str]| list.iter().any(|word| has(clause, word));
    let is_turned = |clause: &str| {
        (names(clause, &POSITIVE) && speaks(clause, Meaning::Falls))
            || (names(clause, &NEGATIVE) && speaks(clause, Meaning::Rises))
    };
    plain.split([',', ';', '。', '、', '.']).any(is_turned)
}

/// Whether a text mentions falls only, not both directions. In a note, falling growth is still growth.
pub(super) fn speaks_of_falls(text: &str, is_note: bool) -> bool {
    if turns_signs(text) {
        return true;
    }
    let plain = NO_FALLS
        .iter()
        .fold(spaced(text), |plain, word| plain.replace(word, " "));
    let has = |wanted: &[Meaning]| {
        let mut phrases = words::phrases().iter();
        phrases.any(|(word, meaning)| wanted.contains(meaning) && has(&plain, word))
    };
    let is_growth = || has(&[Meaning::Growth, Meaning::Rises]);
    has(&[Meaning::Falls]) && !has(&[Meaning::Signed]) && !(is_note && is_growth())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_may_be_turned() {
        for text in [
            "注：负数表示上升，正数表示下降。",
            "正值为下降",
            "Note: positive figures are reductions, negative figures increases.",
            "Negative = increase",
        ] {
            assert!(turns_signs(text) && speaks_of_falls(text, true), "{text}");
        }
        for text in [
            "负数表示下降，正数表示上升",
            "Negative figures are reductions; positive ones are increases",
            "工业增加值负增长",
            "positive outlook, prices fall",
        ] {
            assert!(!turns_signs(text), "{text}");
        }
    }

    #[test]
    fn directions_are_told() {
        for text in ["下降", "↓", "－", "−", "降", "down", "Decrease", "（降低）"] {
            assert_eq!(of_cell(text), Some(Direction::Falls), "{text}");
        }
        for text in ["上升", "↑", "＋", "增长", "up"] {
            assert_eq!(of_cell(text), Some(Direction::Rises), "{text}");
        }
        // Some accounts use ▲ for a minus.
        for text in ["▲", "见注", "?"] {
            assert_eq!(of_cell(text), Some(Direction::Unclear), "{text}");
        }
        assert_eq!(of_cell("持平"), None);
    }

    #[test]
    fn texts_speak_of_falls() {
        for text in [
            "单位GDP二氧化碳排放下降率",
            "Rate of decline, %",
            "比上年降低（%）",
        ] {
            assert!(speaks_of_falls(text, true), "{text}");
        }
        for text in [
            "节能减排主要指标",
            "上升或下降（±%）",
            "工业增加值",
            "Enterprises cutlery",
        ] {
            assert!(!speaks_of_falls(text, false), "{text}");
        }
    }
}
