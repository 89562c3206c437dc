//! Texts around figures that cast doubt on whether they are actuals: outcomes of full years, within the plan's scope.

mod notes;
mod places;
mod promised;

use super::plain::{has, spaced, spaced_of_plan};
use super::scopes::Limits;
use super::words;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::figures::FigureFault;
use crate::text::Message;
pub(super) use notes::{of_some_years, sentences};
pub(super) use places::{is_region, is_whole};

/// Reasons to doubt figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CaveatKind {
    /// A target, plan, forecast or draft.
    Promised,
    /// A layout example.
    Sample,
    /// Part of a year.
    Part,
    /// The only year is in a title, and may be a publication year.
    Year,
    /// A region, or a wider area than the plan covers.
    Region,
    /// A narrower scope: large firms, rural areas, a single company.
    Scope,
    /// Firms, an industry or a method that only some of the plan's indicators share.
    Limit,
    /// A unit, base or prices that apply to some years only, or come from a cell comment.
    Said,
    /// A number format that shows figures scaled down.
    Shifted,
    /// Levels far from the base value.
    Size,
    /// Implausibly large changes.
    Rate,
}

/// A text around figures that raises such a doubt.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Caveat {
    pub matter: CaveatKind,
    /// The text as written.
    pub text: String,
    /// First and last year concerned, for a note on some years only.
    pub years: Option<(i32, i32)>,
}

impl Caveat {
    /// Joined to one line, because it is quoted in a command-line option.
    pub fn new(matter: CaveatKind, text: &str, years: Option<(i32, i32)>) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { matter, text, years }
    }

    /// Whether it concerns a year.
    pub fn covers(&self, year: i32) -> bool {
        self.years
            .is_none_or(|(first, last)| (first..=last).contains(&year))
    }

    /// Whether it concerns an indicator. Some indicators cover only above-scale firms anyway, and a text naming
    /// indicators concerns only those.
    pub fn is_about(&self, plan: &Plan, ix: IndicatorIx) -> bool {
        if self.matter != CaveatKind::Limit {
            return true;
        }
        let whole = spaced(&self.text);
        limits(&clauses(&whole))
            .iter()
            .any(|limits| limits.narrow(plan.get(ix)))
            && !names_others(plan, ix, &whole)
    }

    /// Whether there is nothing to ask: clearly not actuals.
    pub const fn is_plain(&self) -> bool {
        self.years.is_some() && matches!(self.matter, CaveatKind::Promised | CaveatKind::Part)
    }

    /// Why the figures concerned are skipped.
    pub fn fault(&self) -> FigureFault {
        let what = match self.matter {
            CaveatKind::Promised => "import-said-promised",
            CaveatKind::Sample => "import-said-sample",
            CaveatKind::Part => "import-said-part",
            CaveatKind::Year => "import-said-year",
            CaveatKind::Region => "import-said-region",
            CaveatKind::Scope | CaveatKind::Limit => "import-said-scope",
            CaveatKind::Said => "import-said-otherwise",
            CaveatKind::Shifted => "import-said-shifted",
            CaveatKind::Size => "import-said-size",
            CaveatKind::Rate => "import-said-rate",
        };
        (
            Message::new(what).with("text", self.text.as_str()),
            Message::new("import-said-help"),
        )
    }

    /// The question whether to read the figures anyway.
    pub fn asks(&self) -> Message {
        let asks = match self.matter {
            CaveatKind::Promised => "import-ask-promised",
            CaveatKind::Sample => "import-ask-sample",
            CaveatKind::Part => "import-ask-part",
            CaveatKind::Year => "import-ask-year",
            CaveatKind::Region => "import-ask-region",
            CaveatKind::Scope | CaveatKind::Limit => "import-ask-scope",
            CaveatKind::Said => "import-ask-otherwise",
            CaveatKind::Shifted => "import-ask-shifted",
            CaveatKind::Size => "import-ask-size",
            CaveatKind::Rate => "import-ask-rate",
        };
        Message::new(asks).with("text", self.text.as_str())
    }
}

/// In characters; longer texts are paragraphs, not titles.
const LONGEST: usize = 200;

/// The doubt that a text around figures raises, if any. A note below figures that names years concerns those years.
pub(super) fn caution(plan: &Plan, text: &str, is_note: bool) -> Option<Caveat> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let whole = spaced(text);
    let matter = matter(plan, &whole, is_note)?;
    let years = is_note.then(|| notes::years(&whole)).flatten();
    Some(Caveat::new(matter, text, years))
}

fn matter(plan: &Plan, text: &str, is_note: bool) -> Option<CaveatKind> {
    if promised::is_promised(text) && !(is_note && promised::states_goal(text)) {
        return Some(CaveatKind::Promised);
    }
    if says(text, &words::around().samples) {
        return Some(CaveatKind::Sample);
    }
    // Bracketed "更新于2018年7月" does not affect the text before it.
    let clauses = clauses(text);
    if clauses
        .iter()
        .any(|clause| clause.aside == Aside::No && is_part(clause.text))
    {
        return Some(CaveatKind::Part);
    }
    let mut of_figures = clauses.iter().filter(|clause| clause.is_of_figures());
    let is_narrower = || {
        let limits = limits(&clauses);
        let mut all = plan.indicators.iter();
        all.any(|indicator| limits.iter().any(|limits| limits.narrow(indicator)))
    };
    of_figures
        .find_map(|clause| places::narrower(plan, clause.text, is_note))
        .or_else(|| is_narrower().then_some(CaveatKind::Limit))
}

/// Whether a text names only other indicators. 单位工业增加值能耗 does not name 工业增加值.
fn names_others(plan: &Plan, ix: IndicatorIx, text: &str) -> bool {
    let mut names: Vec<(String, IndicatorIx)> = plan
        .iter()
        .flat_map(|(ix, indicator)| indicator.name.texts().map(move |name| (spaced_of_plan(name), ix)))
        .collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut rest = text.to_owned();
    let mut found = Vec::new();
    for (name, ix) in names {
        if has(&rest, &name) {
            rest = rest.replace(&name, " ");
            found.push(ix);
        }
    }
    !found.is_empty() && !found.contains(&ix)
}

/// Restrictions stated by the clauses of a text.
fn limits(clauses: &[Clause<'_>]) -> Vec<Limits> {
    let of_figures = clauses.iter().filter(|clause| clause.is_of_figures());
    let limits = of_figures.map(|clause| Limits::of(clause.text));
    limits.filter(|limits| !limits.are_none()).collect()
}

/// Whether a clause is about publication: publisher and date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aside {
    No,
    /// It is.
    Itself,
    /// A previous clause is, and this may continue it.
    Behind,
}

/// A part of a text between commas and brackets, judged on its own.
struct Clause<'t> {
    text: &'t str,
    aside: Aside,
}

impl Clause<'_> {
    /// Whether it may state scope: "国家统计局，全国数" names an office, then the country.
    fn is_of_figures(&self) -> bool {
        match self.aside {
            Aside::No => true,
            Aside::Itself => false,
            Aside::Behind => !says(self.text, &words::around().offices),
        }
    }
}

fn clauses(text: &str) -> Vec<Clause<'_>> {
    let mut clauses = Vec::new();
    let mut aside = Aside::No;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(['(', ')', ',', ';', '。']).unwrap_or(rest.len());
        let (clause, behind) = rest.split_at(end);
        aside = match aside {
            _ if says(clause, &words::around().not_of_figures) => Aside::Itself,
            Aside::No => Aside::No,
            Aside::Itself | Aside::Behind => Aside::Behind,
        };
        clauses.push(Clause { text: clause, aside });
        // A comma continues a source; a bracket or full stop ends it.
        if !behind.starts_with(',') {
            aside = Aside::No;
        }
        let mut chars = behind.chars();
        chars.next();
        rest = chars.as_str();
    }
    clauses
}

/// Whether a text contains one of these words.
fn says(text: &str, list: &[String]) -> bool {
    list.iter().any(|word| has(text, word))
}

/// Whether a text says that figures are for full years.
pub(super) fn is_whole_year(text: &str) -> bool {
    let (plain, around) = (spaced(text), words::around());
    says(&plain, &around.whole_year) || says(&plain, &around.yearly)
}

fn is_part(clause: &str) -> bool {
    let around = words::around();
    if says(clause, &around.whole_year) {
        return false;
    }
    // "年度" turns a month into a date, but not a quarter into a year.
    says(clause, &around.parts) || (has_months(clause) && !says(clause, &around.yearly))
}

/// "1-9月", "12月": a number before 月, unless a day follows.
fn has_months(plain: &str) -> bool {
    plain.match_indices('月').any(|(at, sign)| {
        let is_day = plain[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit());
        !is_day && plain[..at].ends_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::built_in;
    use std::sync::Arc;

    fn plan() -> Arc<Plan> {
        built_in("industrial-upgrading-2011-2015").unwrap().unwrap()
    }

    fn found(text: &str) -> Option<CaveatKind> {
        let plan = plan();
        caution(&plan, text, false).map(|caution| caution.matter)
    }

    #[test]
    fn texts_around_figures_are_understood() {
        use CaveatKind::{Limit, Part, Promised, Region, Sample, Scope};
        for (text, expected) in [
            ("2012—2015年工业主要指标预测", Some(Promised)),
            ("Targets for 2011-2015", Some(Promised)),
            ("状态：征求意见稿", Some(Promised)),
            ("Baseline scenario", Some(Promised)),
            ("示例数据，仅供格式参考", Some(Sample)),
            ("Illustrative figures", Some(Sample)),
            ("抽样调查样本", None),
            ("“十二五”规划目标完成情况", None),
            ("Progress towards the targets of the plan", None),
            ("2012年12月工业主要指标（当月）", Some(Part)),
            ("各年上半年工业增加值增速", Some(Part)),
            ("First half of each year", Some(Part)),
            ("1-12月累计", None),
            ("制表：2014年3月", None),
            ("广东省2011—2013年工业主要指标", Some(Region)),
            ("Industry in Inner Mongolia", Some(Region)),
            ("表1 2011—2013年规模以上工业主要指标", Some(Limit)),
            ("Table 4. Energy per unit of product (kgce/t)", None),
            ("Explanatory text", None),
            // Outcomes of a plan, as against expectations.
            ("规划目标完成情况预测", Some(Promised)),
            ("目标进展及下一步安排", Some(Promised)),
            ("实施情况评估与展望", Some(Promised)),
            ("Expected progress", Some(Promised)),
            ("Progress: targets", Some(Promised)),
            ("Target achievement", None),
            ("Monitoring of the targets", None),
            // Each clause by itself.
            ("2012年上半年（更新于2012年7月）", Some(Part)),
            ("2012年度上半年指标", Some(Part)),
            ("1-9月指标，全年数另发", Some(Part)),
            ("January to June (source: bureau)", Some(Part)),
            ("2012年12月年度数据", None),
            ("工业主要指标（资料来源：统计局，2013年3月）", None),
            ("来源：国家统计局，广东省统计局", None),
            ("来源：国家统计局，广东数", Some(Region)),
            ("苏州", Some(Region)),
            ("某市工业", Some(Region)),
            ("城市建设", None),
            ("European Union", Some(Region)),
            ("来源：世界银行", None),
            ("某集团公司年报", Some(Scope)),
            ("Without the countryside, excluding construction", Some(Scope)),
            ("农村工业", Some(Scope)),
            ("大中型工业企业", Some(Limit)),
            ("工业主要指标", None),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
