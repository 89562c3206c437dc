//! How many targets have which status, and what those that would be met rest on: cells that the sentences above the table
//! of targets say.

use crate::export::xlsx::layout::{Layout, ScoreColumn, TargetCount, column};
use crate::export::xlsx::page::{Done, SheetPage, quoted};
use crate::export::xlsx::style;
use crate::model::{Count, Status};
use crate::text::{Message, say};
use crate::wording::{self, would_be};

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    let counts = input.evaluation.counts(input.plan);
    let heading = layout.tallies_heading();
    let title = say(language, "workings-counts");
    page.header(heading, &[&title, ""], 2)?;
    page.fit(heading, [(&*title, layout.name_width)])?;
    for (is_binding, id, count) in [
        (false, "workings-counts-all", &counts.all),
        (true, "workings-counts-binding", &counts.binding),
    ] {
        let place = column(usize::from(is_binding));
        page.text(heading, place, &say(language, id), &style::header_right())?;
        let tallied = Tallied { layout, is_binding };
        for tally in TargetCount::ALL {
            let row = layout.tally_row(tally);
            page.text(row, 0, &say(language, name(tally)), &style::name())?;
            let value = u32::try_from(counted(count, tally)).unwrap_or(u32::MAX);
            page.formula(
                row,
                place,
                &tallied.formula(tally, count),
                f64::from(value),
                &style::whole(),
            )?;
        }
    }
    Ok(())
}

const fn name(tally: TargetCount) -> &'static str {
    match tally {
        TargetCount::Met => wording::status(Status::Met),
        TargetCount::Close => wording::status(Status::Close),
        TargetCount::Missed => wording::status(Status::Missed),
        TargetCount::Wrong => wording::status(Status::WrongDirection),
        TargetCount::Assumed => "status-assumed",
        TargetCount::Unknown => "status-unknown",
        TargetCount::Impossible => "status-impossible",
        TargetCount::Judged => "workings-counts-judged",
        TargetCount::OnSet => "workings-counts-set",
        TargetCount::OnPlanPath => "workings-counts-plan",
        TargetCount::Partly => "workings-counts-partly",
    }
}

/// What the program itself counts.
pub(in crate::export::xlsx) const fn counted(count: &Count, tally: TargetCount) -> usize {
    match tally {
        TargetCount::Met => count.met,
        TargetCount::Close => count.close,
        TargetCount::Missed => count.missed,
        TargetCount::Wrong => count.wrong_direction,
        TargetCount::Assumed => count.assumed,
        TargetCount::Unknown => count.unknown,
        // It refuses them.
        TargetCount::Impossible => 0,
        TargetCount::Judged => count.judged,
        TargetCount::OnSet => count.met_on_set,
        TargetCount::OnPlanPath => count.met_on_plan,
        TargetCount::Partly => count.partly_assumed,
    }
}

/// Counts of all targets, or of the binding ones.
struct Tallied<'a> {
    layout: &'a Layout<'a>,
    is_binding: bool,
}

impl Tallied<'_> {
    fn formula(&self, tally: TargetCount, count: &Count) -> String {
        match tally {
            TargetCount::Met => self.with_status(&["status-met", would_be(Status::Met)]),
            TargetCount::Close => self.with_status(&[
                "status-close",
                would_be(Status::Close),
                "status-on-line",
                "status-would-be-on-line",
            ]),
            TargetCount::Missed => self.with_status(&["status-missed", would_be(Status::Missed)]),
            TargetCount::Wrong => {
                self.with_status(&["status-wrong-direction", would_be(Status::WrongDirection)])
            }
            TargetCount::Assumed => self.with_status(&["status-assumed"]),
            TargetCount::Unknown => self.with_status(&["status-unknown"]),
            TargetCount::Impossible => self.with_status(&["status-impossible"]),
            TargetCount::Judged => {
                let others = [
                    TargetCount::Assumed,
                    TargetCount::Unknown,
                    TargetCount::Impossible,
                ];
                let others = others.map(|tally| self.layout.tally_from_afar(tally, self.is_binding));
                format!("{}-{}", count.targets, others.join("-"))
            }
            TargetCount::OnSet => self.on_set(),
            TargetCount::OnPlanPath => self.on_plan(),
            TargetCount::Partly => {
                let basis = self.layout.scores_from_afar(ScoreColumn::Basis);
                let partly = quoted(&self.pattern("evidence-partly"));
                format!("COUNTIFS({basis},{partly}{})", self.binding())
            }
        }
    }

    /// The number of targets with one of the words in the column of statuses.
    fn with_status(&self, words: &[&'static str]) -> String {
        let language = self.layout.input.language;
        let (status, binding) = (self.layout.scores_from_afar(ScoreColumn::Status), self.binding());
        let each = words
            .iter()
            .map(|id| format!("COUNTIFS({status},{}{binding})", quoted(&say(language, id))));
        each.collect::<Vec<_>>().join("+")
    }

    /// Those that would be met and rest on nothing but set rates after the data: no lever is named that keeps the plan's
    /// pace, or for which nothing was entered.
    fn on_set(&self) -> String {
        let language = self.layout.input.language;
        let then_set = Message::new("evidence-without-data")
            .with("evidence", self.pattern("evidence-data-then-set"))
            .with("names", "*")
            .say(language);
        let basis = self.layout.scores_from_afar(ScoreColumn::Basis);
        let unlike = |id| format!(",{basis},{}", quoted(&format!("<>{}", self.pattern(id))));
        let nothing_else = format!("{}{}", unlike("evidence-partly"), unlike("evidence-and-paced"));
        // The year in the second pattern stands for "2013, years between interpolated" too, in both languages.
        [
            self.would_be_met(&say(language, "evidence-set"), ""),
            self.would_be_met(&self.pattern("evidence-data-then-set"), ""),
            self.would_be_met(&then_set, ""),
            self.would_be_met(&self.pattern("evidence-and-set"), &nothing_else),
        ]
        .join("+")
    }

    /// The others that would be met, but for those met by a level between data alone, which depend on nothing that follows.
    fn on_plan(&self) -> String {
        let language = self.layout.input.language;
        let open = self.with_status(&[would_be(Status::Met)]);
        let on_set = self.layout.tally_from_afar(TargetCount::OnSet, self.is_binding);
        let between = self.would_be_met(&say(language, "evidence-interpolated"), "");
        format!("{open}-{on_set}-{between}")
    }

    /// The number of targets that would be met, by a pattern of what that rests on.
    fn would_be_met(&self, rests_on: &str, more: &str) -> String {
        let layout = self.layout;
        let word = quoted(&say(layout.input.language, would_be(Status::Met)));
        format!(
            "COUNTIFS({},{word},{},{}{more}{})",
            layout.scores_from_afar(ScoreColumn::Status),
            layout.scores_from_afar(ScoreColumn::Basis),
            quoted(rests_on),
            self.binding()
        )
    }

    /// A message of what judgements rest on, whatever it names.
    fn pattern(&self, id: &'static str) -> String {
        Message::new(id)
            .with("year", "*")
            .with("evidence", "*")
            .with("names", "*")
            .say(self.layout.input.language)
    }

    /// The further condition that a target is binding.
    fn binding(&self) -> String {
        if !self.is_binding {
            return String::new();
        }
        let yes = quoted(&say(self.layout.input.language, "binding-yes"));
        format!(",{},{yes}", self.layout.scores_from_afar(ScoreColumn::Binding))
    }
}
