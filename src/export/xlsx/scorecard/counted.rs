//! How many targets rest on something that was entered, and how these are judged: sentences around counts of cells.

use rust_xlsxwriter::RowNum;

use crate::export::xlsx::layout::{Layout, TargetCount};
use crate::export::xlsx::page::{Done, SheetPage, quoted, words_around};
use crate::export::xlsx::style;
use crate::export::xlsx::workings::counts::counted;
use crate::model::{Count, Counts};
use crate::text::{Message, say};
use crate::wording::plan_itself_id;

/// The rows of the sentences: about all targets, and about the binding ones.
const ALL: RowNum = 4;
const BINDING: RowNum = 5;

/// What the sentences say, under which name, and what stands for its number in them: private-use characters, which no
/// message has.
const SAID: [(TargetCount, &str, &str); 10] = [
    (TargetCount::Judged, "judged", "\u{E000}"),
    (TargetCount::Met, "met", "\u{E001}"),
    (TargetCount::Close, "close", "\u{E002}"),
    (TargetCount::Missed, "missed", "\u{E003}"),
    (TargetCount::Wrong, "wrong", "\u{E004}"),
    (TargetCount::Assumed, "assumed", "\u{E005}"),
    (TargetCount::Unknown, "unknown", "\u{E006}"),
    (TargetCount::OnSet, "set", "\u{E007}"),
    (TargetCount::OnPlanPath, "plan", "\u{E008}"),
    (TargetCount::Partly, "partly", "\u{E009}"),
];

/// Writes both sentences, the second only where a target is binding.
pub(super) fn write(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let counts = layout.input.evaluation.counts(layout.input.plan);
    // Larger than plain text, and so is its row.
    page.sheet.set_row_height(ALL, 20)?;
    let sentences = Sentences { layout, counts };
    let (formula, shown) = sentences.about(&counts.all, false);
    page.words(ALL, 0, &formula, &shown, &style::section())?;
    if counts.binding.targets == 0 {
        return Ok(());
    }
    let (formula, shown) = sentences.about(&counts.binding, true);
    page.words(BINDING, 0, &formula, &shown, &style::subtitle())
}

struct Sentences<'a> {
    layout: &'a Layout<'a>,
    counts: Counts,
}

impl Sentences<'_> {
    /// The formula, and what it says at first.
    fn about(&self, count: &Count, is_binding: bool) -> (String, String) {
        let language = self.layout.input.language;
        let cell = |tally| self.layout.tally_from_afar(tally, is_binding);
        let cells = SAID.map(|(tally, _, mark)| (mark, cell(tally)));
        let marked = sentence_of(count, is_binding, &|tally| {
            let said = SAID.iter().find(|(other, ..)| *other == tally);
            said.map_or_else(String::new, |(.., mark)| (*mark).to_owned())
        })
        .say(language);
        let formula = words_around(&marked, cells.iter().map(|(mark, cell)| (*mark, cell.as_str())));
        let impossible = cell(TargetCount::Impossible);
        let formula = format!("{formula}&{}", self.not_judged(&impossible));
        let shown = sentence_of(count, is_binding, &|tally| counted(count, tally).to_string()).say(language);
        if is_binding {
            return (formula, shown);
        }
        let nothing = say(language, plan_itself_id(&self.counts));
        let formula = format!(
            "IF({}+{impossible}=0,{},{formula})",
            cell(TargetCount::Judged),
            quoted(&nothing)
        );
        let shown = if count.is_plan_itself() {
            nothing.into_owned()
        } else {
            shown
        };
        (formula, shown)
    }

    /// How many targets have levels that cannot be, where a typed figure makes some so.
    fn not_judged(&self, impossible: &str) -> String {
        let words = Message::new("sheet-counts-impossible")
            .with("count", COUNT)
            .say(self.layout.input.language);
        let said = words_around(&words, [(COUNT, impossible)]);
        format!("IF({impossible}=0,\"\",{said})")
    }
}

/// What stands for the one number of a message.
const COUNT: &str = "\u{E000}";

/// A sentence with what stands for each count.
fn sentence_of(count: &Count, is_binding: bool, of: &dyn Fn(TargetCount) -> String) -> Message {
    let id = if is_binding {
        "sheet-counts-binding"
    } else {
        "sheet-counts"
    };
    let message = Message::new(id).with("all", count.targets);
    SAID.iter().fold(message, |message, (tally, name, _)| {
        message.with(name, of(*tally))
    })
}
