//! How many targets rest on something that was entered, and how these are judged: sentences around counts of cells.

use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::utility::column_number_to_name;

use super::HEAD;
use crate::export::xlsx::layout::{Layout, Score};
use crate::export::xlsx::page::{Done, Page, figure_in_words, quoted, words_around};
use crate::export::xlsx::style;
use crate::model::{Count, Counts, Status};
use crate::text::{Message, say};
use crate::wording::{plan_itself_id, would_be};

/// The rows of the sentences: about all targets, and about the binding ones.
const ALL: RowNum = 4;
const BINDING: RowNum = 5;

/// Which words of the column of statuses are counted together, and what stands for their number in the sentences. Marks
/// are private-use characters, which no message has.
const COUNTED: [(&str, &str, &[&str]); 6] = [
    ("met", "\u{E001}", &["status-met", would_be(Status::Met)]),
    (
        "close",
        "\u{E002}",
        &[
            "status-close",
            would_be(Status::Close),
            "status-on-line",
            "status-would-be-on-line",
        ],
    ),
    ("missed", "\u{E003}", &["status-missed", would_be(Status::Missed)]),
    (
        "wrong",
        "\u{E004}",
        &["status-wrong-direction", would_be(Status::WrongDirection)],
    ),
    ("assumed", "\u{E005}", &["status-assumed"]),
    ("unknown", "\u{E006}", &["status-unknown"]),
];
const JUDGED: &str = "\u{E000}";

/// What stands for the numbers of targets that would be met on set rates and on the plan's pace, and of those that rest in
/// part on an assumption.
const CONDITIONS: [(&str, &str); 3] = [("set", "\u{E007}"), ("plan", "\u{E008}"), ("partly", "\u{E009}")];

/// Writes both sentences, the second only where a target is binding.
pub(super) fn write(page: &mut Page<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    let counts = layout.material.evaluation.counts(layout.material.plan);
    // Larger than plain text, and so is its row.
    page.sheet.set_row_height(ALL, 20)?;
    let sentences = Sentences { layout, last, counts };
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
    /// The last row of the table.
    last: RowNum,
    counts: Counts,
}

impl Sentences<'_> {
    /// The formula, and what it says at first.
    fn about(&self, count: &Count, is_binding: bool) -> (String, String) {
        let language = self.layout.material.language;
        let numbers: Vec<(&str, String)> = COUNTED
            .iter()
            .map(|(_, mark, words)| (*mark, self.counted(words, is_binding)))
            .collect();
        let impossible = self.counted(&["status-impossible"], is_binding);
        let judged = format!(
            "({}-{}-{}-{impossible})",
            count.targets, numbers[4].1, numbers[5].1
        );
        let id = if is_binding {
            "sheet-counts-binding"
        } else {
            "sheet-counts"
        };
        let sentence = |judged: String, of: &dyn Fn(usize) -> String, conditions: &[String]| {
            let message = Message::new(id).with("judged", judged).with("all", count.targets);
            let named = CONDITIONS.iter().map(|(name, _)| *name).zip(conditions);
            let message = named.fold(message, |message, (name, count)| {
                message.with(name, count.as_str())
            });
            let message = COUNTED
                .iter()
                .enumerate()
                .fold(message, |message, (n, (name, ..))| message.with(name, of(n)));
            message.say(language)
        };
        let conditions = self.conditions(is_binding);
        let marked = sentence(
            JUDGED.to_owned(),
            &|n| COUNTED[n].1.to_owned(),
            &CONDITIONS.map(|(_, mark)| mark.to_owned()),
        );
        let cells = numbers.iter().map(|(mark, cell)| (*mark, cell));
        let cells: Vec<(&str, String)> = cells
            .chain([(JUDGED, &judged)])
            .chain(CONDITIONS.iter().map(|(_, mark)| *mark).zip(&conditions))
            .map(|(mark, cell)| (mark, figure_in_words(cell)))
            .collect();
        let formula = words_around(&marked, cells.iter().map(|(mark, cell)| (*mark, cell.as_str())));
        let formula = format!("{formula}&{}", self.not_judged(&impossible));
        let shown = [
            count.met,
            count.close,
            count.missed,
            count.wrong_direction,
            count.assumed,
            count.unknown,
        ];
        let shown = sentence(
            count.judged.to_string(),
            &|n| shown[n].to_string(),
            &[count.met_on_set, count.met_on_plan, count.partly_assumed].map(|count| count.to_string()),
        );
        if is_binding {
            return (formula, shown);
        }
        let nothing = say(language, plan_itself_id(&self.counts));
        let formula = format!("IF({judged}+{impossible}=0,{},{formula})", quoted(&nothing));
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
            .with("count", JUDGED)
            .say(self.layout.material.language);
        let said = words_around(&words, [(JUDGED, figure_in_words(impossible).as_str())]);
        format!("IF({impossible}=0,\"\",{said})")
    }

    /// The number of targets with one of the words in the column of statuses.
    fn counted(&self, words: &[&'static str], is_binding: bool) -> String {
        let language = self.layout.material.language;
        let (status, binding) = (self.range(Score::Status), self.binding(is_binding));
        let each = words
            .iter()
            .map(|id| format!("COUNTIFS({status},{}{binding})", quoted(&say(language, id))));
        format!("({})", each.collect::<Vec<_>>().join("+"))
    }

    /// The numbers of [`CONDITIONS`], told by the words in the column of what judgements rest on.
    fn conditions(&self, is_binding: bool) -> [String; 3] {
        let language = self.layout.material.language;
        let (status, basis) = (self.range(Score::Status), self.range(Score::Basis));
        let binding = self.binding(is_binding);
        let would_be_met = quoted(&say(language, would_be(Status::Met)));
        let open = format!("COUNTIFS({status},{would_be_met}{binding})");
        let pattern = |id| {
            Message::new(id)
                .with("year", "*")
                .with("evidence", "*")
                .with("names", "*")
                .say(language)
        };
        let unlike = |id| quoted(&format!("<>{}", pattern(id)));
        let counted = |rests_on: &str| {
            format!(
                "COUNTIFS({status},{would_be_met},{basis},{}{binding})",
                quoted(rests_on)
            )
        };
        // Met by a level between data alone, which depends on nothing that follows.
        let between = counted(&say(language, "evidence-interpolated"));
        let then_set = Message::new("evidence-without-data")
            .with("evidence", pattern("evidence-data-then-set"))
            .with("names", "*")
            .say(language);
        // Nothing but set rates: no lever is named that keeps the plan's pace, or for which nothing was entered. The year
        // in the second pattern stands for "2013, years between interpolated" too, in both languages.
        let on_set = [
            counted(&say(language, "evidence-set")),
            counted(&pattern("evidence-data-then-set")),
            counted(&then_set),
            format!(
                "COUNTIFS({status},{would_be_met},{basis},{},{basis},{},{basis},{}{binding})",
                quoted(&pattern("evidence-and-set")),
                unlike("evidence-partly"),
                unlike("evidence-and-paced"),
            ),
        ];
        [
            format!("({})", on_set.join("+")),
            format!("({open}-{}-{between})", on_set.join("-")),
            format!(
                "COUNTIFS({basis},{}{binding})",
                quoted(&pattern("evidence-partly"))
            ),
        ]
    }

    fn range(&self, score: Score) -> String {
        let column = column_number_to_name(self.layout.score_column(score));
        format!("${column}${}:${column}${}", HEAD + 2, self.last + 1)
    }

    /// The further condition that a target is binding.
    fn binding(&self, is_binding: bool) -> String {
        if !is_binding {
            return String::new();
        }
        let yes = quoted(&say(self.layout.material.language, "binding-yes"));
        format!(",{},{yes}", self.range(Score::Binding))
    }
}
