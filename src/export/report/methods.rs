//! How it was computed, in brief: only what this plan uses.

use std::collections::HashMap;

use super::content::{Item, ReportBlock, formula};
use super::draft::Draft;
use crate::export::figure::clean;
use crate::model::Origin;
use crate::plan::{Dynamics, Form, Indicator, Target};
use crate::wording::origin;

const GROWTH: &str = "x_{t} = x_{t−1} × (1 + r_{t})";
const DECLINE: &str = "x_{t} = x_{t−1} × (1 − r_{t})";
const ADDITIVE: &str = "x_{t} = x_{t−1} + r_{t}";
const CONCENTRATION: &str = "CR_{t} = CR_{t−1} × (1 + g_{top,t}) / (1 + g_{all,t})";
/// Official progress where yearly changes multiply, and where they add up.
const PROGRESS_COMPOUND: &str = "p_{m} = ln(x_{m} / x_{0}) / ln(x* / x_{0})";
const PROGRESS_ADDITIVE: &str = "p_{m} = (x_{m} − x_{0}) / (x* − x_{0})";
/// The rate still needed, for growth; a fall is its negative.
const REQUIRED_COMPOUND: &str = "r = (x* / x_{m})^{1 / (n − m)} − 1";
const REQUIRED_ADDITIVE: &str = "r = (x* − x_{m}) / (n − m)";

/// Maximum identity length, in bytes.
const LONGEST_IDENTITY: usize = 10_000;
/// Maximum name length in an identity, in characters.
const LONGEST_NAME: usize = 1_000;

/// What each origin means, in the order of [`Origin::ALL`].
const ORIGINS: [&str; 7] = [
    "report-origin-base",
    "report-origin-actual",
    "report-origin-interpolated",
    "report-origin-implied",
    "report-origin-projected",
    "report-origin-partly-assumed",
    "report-origin-assumed",
];

/// A kind of dynamics: whether an indicator has it, the sentence about it, its formula.
type DynamicsKind = (fn(&Dynamics) -> bool, &'static str, &'static str);

const KINDS: [DynamicsKind; 4] = [
    (|d| matches!(d, Dynamics::Growth), "report-method-growth", GROWTH),
    (
        |d| matches!(d, Dynamics::Decline),
        "report-method-decline",
        DECLINE,
    ),
    (
        |d| matches!(d, Dynamics::Additive | Dynamics::Concentration),
        "report-method-additive",
        ADDITIVE,
    ),
    (
        |d| matches!(d, Dynamics::Concentration),
        "report-method-concentration",
        CONCENTRATION,
    ),
];

/// What a target has, and the sentence about it.
type Trait = (fn(&Target) -> bool, &'static str);

const FORMS: [Trait; 10] = [
    (
        |target| matches!(target.form, Form::AverageGrowth(_)),
        "report-form-average-growth",
    ),
    (
        |target| {
            matches!(
                target.form,
                Form::CumulativeDecline(_) | Form::CumulativeGrowth(_)
            )
        },
        "report-form-cumulative",
    ),
    (
        |target| matches!(target.form, Form::Level(_)),
        "report-form-level",
    ),
    (
        |target| matches!(target.form, Form::Change(_)),
        "report-form-change",
    ),
    (
        |target| matches!(target.form, Form::Between(..)),
        "report-form-between",
    ),
    (
        |target| matches!(target.form, Form::Count(_)),
        "report-form-count",
    ),
    (|target| target.form == Form::Done, "report-form-done"),
    (Target::is_each_year, "report-form-each-year"),
    (|target| target.comparator.is_strict(), "report-form-strict"),
    (|target| target.about, "report-form-about"),
];

impl Draft<'_> {
    pub(super) fn methods(&mut self, section: usize) -> Vec<ReportBlock> {
        let indicators = &self.input.plan.indicators;
        let any = |is_kind: fn(&Dynamics) -> bool| indicators.iter().any(|i| is_kind(&i.dynamics));
        let mut blocks = vec![
            self.heading(section, 1, "report-method-projection"),
            self.paragraph("report-method-levels", |message| {
                message
                    .with("base", self.input.plan.base_year)
                    .with("end", self.input.plan.end_year)
            }),
        ];
        for (is_kind, sentence, line) in KINDS {
            if any(is_kind) {
                blocks.extend([ReportBlock::Paragraph(self.say(sentence)), formula(line)]);
            }
        }
        let ids = indicators
            .iter()
            .map(|indicator| (indicator.id.as_str(), indicator));
        let by_id: HashMap<&str, &Indicator> = ids.collect();
        let derived = indicators.iter();
        let identities: Vec<Item> = derived.filter_map(|i| self.identity(i, &by_id)).collect();
        if !identities.is_empty() {
            blocks.extend([
                ReportBlock::Paragraph(self.say("report-method-derived")),
                ReportBlock::List(identities),
            ]);
        }
        blocks.push(ReportBlock::Paragraph(self.say("report-method-actuals")));
        blocks.extend(self.judging(section));
        blocks
    }

    /// Targets, progress and what is still needed.
    fn judging(&self, section: usize) -> Vec<ReportBlock> {
        let targets = || self.input.plan.targets();
        let has_compound = targets().any(|(_, indicator, _)| indicator.is_compound());
        let has_additive = targets().any(|(_, indicator, _)| !indicator.is_compound());
        let mut blocks = vec![
            self.heading(section, 2, "report-method-judging"),
            ReportBlock::Paragraph(self.say("report-method-forms")),
            ReportBlock::List(self.forms()),
            ReportBlock::Paragraph(self.say("report-method-targets")),
            ReportBlock::Paragraph(self.say("report-method-status")),
            self.heading(section, 3, "report-method-progress"),
            ReportBlock::Paragraph(self.say("report-method-progress-text")),
        ];
        let formulas = |compound, additive| {
            let both = [(has_compound, compound), (has_additive, additive)];
            both.into_iter()
                .filter(|(has, _)| *has)
                .map(|(_, line)| formula(line))
        };
        blocks.extend(formulas(PROGRESS_COMPOUND, PROGRESS_ADDITIVE));
        let others: Vec<Item> = self
            .special_progress()
            .map(|id| Item {
                about: String::new(),
                text: self.say(id),
                link: None,
            })
            .collect();
        if !others.is_empty() {
            blocks.push(ReportBlock::Paragraph(self.say("report-method-progress-special")));
            blocks.push(ReportBlock::List(others));
        }
        blocks.push(self.heading(section, 4, "report-method-required"));
        blocks.push(ReportBlock::Paragraph(self.say("report-method-required-text")));
        blocks.extend(formulas(REQUIRED_COMPOUND, REQUIRED_ADDITIVE));
        blocks.push(self.heading(section, 5, "report-method-rests"));
        blocks.push(ReportBlock::Paragraph(self.say("report-method-origins")));
        let origins = Origin::ALL.into_iter().zip(ORIGINS);
        let items = origins.map(|(which, id)| {
            let name = origin(which, self.language);
            Item {
                about: self.say_with("report-item", |message| message.with("name", name)),
                text: self.say(id),
                link: None,
            }
        });
        blocks.push(ReportBlock::List(items.collect()));
        blocks.push(ReportBlock::Paragraph(self.say("report-method-basis")));
        blocks.push(ReportBlock::Paragraph(self.say("report-method-scale")));
        blocks
    }

    /// Explanations of the target forms and traits in use.
    fn forms(&self) -> Vec<Item> {
        let plan = self.input.plan;
        let occurs = |what: &dyn Fn(&Target) -> bool| plan.targets().any(|(.., target)| what(target));
        let items = FORMS
            .into_iter()
            .filter(|(is_form, _)| occurs(&|target| is_form(target)));
        items
            .map(|(_, id)| Item {
                about: String::new(),
                text: self.say(id),
                link: None,
            })
            .collect()
    }

    /// Special cases of progress in use.
    fn special_progress(&self) -> impl Iterator<Item = &'static str> {
        let (plan, projection) = (self.input.plan, self.input.projection);
        let occurs = |what: &dyn Fn(&Target) -> bool| plan.targets().any(|(.., target)| what(target));
        let holds_at_first = plan.targets().any(|(ix, _, target)| {
            let levels = projection.levels(ix.indicator);
            let is_line = !matches!(target.form, Form::Between(..) | Form::Count(_) | Form::Done);
            is_line && levels.is_some_and(|levels| target.holds(levels[0], levels[0], plan.due_step(target)))
        });
        let said = [
            (holds_at_first, "report-method-progress-held"),
            (
                occurs(&|target| matches!(target.form, Form::Between(..))),
                "report-method-progress-band",
            ),
            (
                occurs(&|target| matches!(target.form, Form::Count(_))),
                "report-method-progress-count",
            ),
            (
                occurs(&|target| target.form == Form::Done),
                "report-method-progress-done",
            ),
        ];
        said.into_iter().filter(|(is_said, _)| *is_said).map(|(_, id)| id)
    }

    /// An identity with names for ids, truncated if very long.
    fn identity(&self, indicator: &Indicator, by_id: &HashMap<&str, &Indicator>) -> Option<Item> {
        let Dynamics::Derived(expression) = &indicator.dynamics else {
            return None;
        };
        let mut text = String::from(" =");
        for word in expression.text().split(' ') {
            if text.len() > LONGEST_IDENTITY {
                text.push_str(" …");
                break;
            }
            let inner = word.trim_matches(|c| matches!(c, '(' | ')'));
            text.push(' ');
            match (inner, by_id.get(inner)) {
                (_, Some(other)) => {
                    let name = other.name.get(self.language).chars().take(LONGEST_NAME);
                    text.push_str(&word.replace(inner, &clean(&name.collect::<String>())));
                }
                ("*", _) => text.push('×'),
                ("/", _) => text.push('÷'),
                ("-", _) => text.push('−'),
                _ => text.push_str(word),
            }
        }
        Some(Item {
            about: self.name(indicator),
            text,
            link: None,
        })
    }
}
