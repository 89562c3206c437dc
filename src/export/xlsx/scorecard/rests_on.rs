//! What a judgement rests on, as a formula that has the words of [`evidence`](crate::wording::evidence): it follows when
//! actuals are entered or taken away.

use crate::export::xlsx::layout::{DueTarget, Layout};
use crate::export::xlsx::look::look;
use crate::export::xlsx::page::{LONGEST_FORMULA, MARKS, quoted, words_around};
use crate::export::xlsx::workings::between::{is_reached, lies_between};
use crate::export::xlsx::workings::each_year::PastCells;
use crate::model::Origin;
use crate::plan::{Dynamics, IndicatorIx};
use crate::text::{Language, Message, say};

const MARK: &str = MARKS[0];
const SECOND: &str = MARKS[1];

/// A formula that asks each of more levers than these is longer than spreadsheets take.
const MOST_LEVERS: usize = 100;

/// The formula for one target; nothing where too much is behind it for any.
pub(super) fn formula(layout: &Layout<'_>, promised: &DueTarget<'_>) -> String {
    attempt(layout, promised).unwrap_or_default()
}

fn attempt(layout: &Layout<'_>, promised: &DueTarget<'_>) -> Option<String> {
    let ix = promised.ix.indicator;
    let input = layout.input;
    let language = input.language;
    // What was published of a derived indicator stands in for the levers behind it.
    let levers = Levers::behind(layout, ix, 1)?;
    if levers.all.len() > MOST_LEVERS {
        return None;
    }
    let is_stated = |lever: &IndicatorIx| input.scenario.rates.get(*lever).is_some();
    // Levers without rates of their own: without data, they are assumed.
    let unstated = levers.those(|lever| !is_stated(&lever));
    let begun = layout.last_actual_from_afar(ix);
    let has_evidence = if unstated.all.len() < levers.all.len() {
        "TRUE".to_owned()
    } else {
        format!("{begun}>0")
    };
    let set = quoted(&say(language, "evidence-set"));
    let judged = format!("IF({begun}=0,{set},{})", data(layout, promised, &levers)?);
    let nothing = quoted(&say(language, "evidence-assumed"));
    if levers.all.len() < 2 {
        return Some(format!("IF({has_evidence},{judged},{nothing})"));
    }
    let has_none = |lever: IndicatorIx| format!("{}=0", layout.last_actual_from_afar(lever));
    let is_assumed = unstated.any(&has_none);
    let names = unstated.names(&has_none);
    let judged = with_names("evidence-partly", (&judged, &is_assumed, &names), language);
    Some(format!("IF({has_evidence},{judged},{nothing})"))
}

/// Up to when there are data, and what follows.
fn data(layout: &Layout<'_>, promised: &DueTarget<'_>, behind: &Levers<'_>) -> Option<String> {
    let DueTarget { ix, due, .. } = *promised;
    let ix = ix.indicator;
    let input = layout.input;
    let language = input.language;
    let [interpolated, projected, assumed] =
        [Origin::Interpolated, Origin::Projected, Origin::Assumed].map(|origin| look(origin).rank);
    let begun = layout.last_actual_from_afar(ix);
    let year = format!("({}+MIN({begun},{due}))", input.plan.base_year);
    let dated = |id| {
        let words = Message::new(id).with("year", MARK).say(language);
        words_around(&words, [(MARK, year.as_str())])
    };
    let origin = layout.origin_from_afar(ix, due);
    let is_open = format!("{origin}>{interpolated}");
    // A derived level that is known says nothing of the levers behind it.
    let levers = Levers::behind(layout, ix, due)?;
    let goes = |rank: u8| move |lever: IndicatorIx| format!("{}={rank}", layout.origin_from_afar(lever, due));
    let [is_set, is_paced] = [projected, assumed].map(|rank| levers.any(&goes(rank)));
    let later = |[both, set, plan]: [&'static str; 3]| {
        format!(
            "IF(AND({is_set},{is_paced}),{},IF({origin}={projected},{},{}))",
            dated(both),
            dated(set),
            dated(plan),
        )
    };
    let mut then = later([
        "evidence-data-then-both",
        "evidence-data-then-set",
        "evidence-data-then-plan",
    ]);
    let known = if promised.target.is_each_year() {
        let steps = input.plan.steps();
        let origins = layout.origins_from_afar(ix, 1, steps);
        let each: Vec<String> = (1..=steps).map(|step| step.to_string()).collect();
        let has_gaps = format!(
            "SUMPRODUCT(({origins}={interpolated})*({{{}}}<={begun}))>0",
            each.join(",")
        );
        let with_gaps = later([
            "evidence-gaps-then-both",
            "evidence-gaps-then-set",
            "evidence-gaps-then-plan",
        ]);
        then = format!("IF({has_gaps},{with_gaps},{then})");
        format!(
            "IF({has_gaps},{},{})",
            dated("evidence-data-gaps"),
            dated("evidence-data")
        )
    } else {
        let between = quoted(&say(language, "evidence-interpolated"));
        let any_between = levers.any_known(&goes(interpolated));
        format!(
            "IF(OR({origin}={interpolated},AND({is_open},{any_between})),{between},{})",
            dated("evidence-data")
        )
    };
    let then = with_dataless(behind, ix, then);
    let settled = settled(layout, promised);
    let mut now = known.clone();
    if levers.all.len() > 1 {
        let names = levers.names(&goes(projected));
        let is_said = format!("AND({is_open},{is_set})");
        now = with_names("evidence-and-set", (&now, &is_said, &names), language);
    }
    // Without figures of its own, these are assumed, which is said elsewhere.
    if !input.plan.get(ix).is_lever() {
        let names = levers.names(&goes(assumed));
        let has_own = is_published(layout, ix, 1);
        let is_said = format!("AND({has_own},{is_open},{is_paced})");
        now = with_names("evidence-and-paced", (&now, &is_said, &names), language);
    }
    Some(format!(
        "IF({settled},{known},IF(AND({begun}<{due},{is_open}),{then},{now}))"
    ))
}

/// What is said of the evidence, and of levers at set rates for which there are no data, if others have some.
fn with_dataless(behind: &Levers<'_>, ix: IndicatorIx, said: String) -> String {
    let (layout, input) = (behind.layout, behind.layout.input);
    if input.plan.get(ix).is_lever() {
        return said;
    }
    let stated = behind.those(|lever| input.scenario.rates.get(lever).is_some());
    if stated.all.is_empty() {
        return said;
    }
    let has_none = |lever: IndicatorIx| format!("{}=0", layout.last_actual_from_afar(lever));
    let (is_any, names) = (stated.any(&has_none), stated.names(&has_none));
    with_names("evidence-without-data", (&said, &is_any, &names), input.language)
}

/// Whether what follows the last data no longer matters: data, or levels between them, miss what is due in every year; what
/// never falls is reached; or the due year lies between data.
fn settled(layout: &Layout<'_>, promised: &DueTarget<'_>) -> String {
    let ix = promised.ix.indicator;
    let steps = layout.input.plan.steps();
    let last = layout.last_actual_from_afar(ix);
    if promised.target.is_each_year() {
        let past = PastCells {
            layout,
            ix: promised.ix,
            last,
        };
        let origins = layout.origins_from_afar(ix, 1, steps);
        let judged = format!("INDEX({origins},{})", layout.worst_from_afar(promised.ix));
        let between = look(Origin::Interpolated).rank;
        let (missed, misses_between) = (past.has_missed(), past.misses_between());
        return format!("OR({missed},AND({misses_between},{judged}={between}))");
    }
    format!(
        "OR({},{})",
        is_reached(layout, promised),
        lies_between(layout, promised)
    )
}

/// The evidence, and around it what a message says of names, where a condition holds; all given as formulas. The evidence is
/// there once: twice in each of several messages would make a formula longer than spreadsheets take.
fn with_names(
    id: &'static str,
    (evidence, condition, names): (&str, &str, &str),
    language: Language,
) -> String {
    let words = Message::new(id)
        .with("evidence", SECOND)
        .with("names", MARK)
        .say(language);
    let (before, behind) = words.split_once(SECOND).unwrap_or(("", &words));
    let said = [before, behind].map(|part| {
        let part = words_around(part, [(MARK, names)]);
        (!part.is_empty()).then(|| format!("IF({condition},{part},\"\")"))
    });
    let [before, behind] = said;
    let parts = [before, Some(evidence.to_owned()), behind];
    parts.into_iter().flatten().collect::<Vec<_>>().join("&")
}

/// Whether figures of a derived indicator itself were published, for a step or a later one.
fn is_published(layout: &Layout<'_>, ix: IndicatorIx, first: usize) -> String {
    format!("COUNT({})>0", layout.known_from_afar(ix, first))
}

/// The levers that a target's levels come from: the indicator itself, or those behind it. Each has the condition that it
/// counts: a way leads there on which nothing was published of a derived indicator, for a step or a later one.
struct Levers<'a> {
    layout: &'a Layout<'a>,
    all: Vec<(IndicatorIx, String)>,
    /// The derived indicators on the way, with the condition that a way leads to them.
    derived: Vec<(IndicatorIx, String)>,
}

impl<'a> Levers<'a> {
    /// Nothing where the conditions alone would be longer than a formula may be: those of identities upon identities
    /// double with each.
    fn behind(layout: &'a Layout<'a>, ix: IndicatorIx, first: usize) -> Option<Self> {
        let plan = layout.input.plan;
        let mut ways: Vec<Vec<String>> = vec![Vec::new(); plan.indicators.len()];
        ways[ix.position()].push("TRUE".to_owned());
        let (mut all, mut derived, mut length) = (Vec::new(), Vec::new(), 0);
        // Inputs come before what is derived from them, so that all ways to one are known once it is looked at.
        for &from in plan.derived_order.iter().rev() {
            let Dynamics::Derived(expression) = &plan.get(from).dynamics else {
                continue;
            };
            let Some(leads_there) = any(&ways[from.position()]) else {
                continue;
            };
            let is_published = is_published(layout, from, first);
            let further = if leads_there == "TRUE" {
                format!("NOT({is_published})")
            } else {
                format!("AND({leads_there},NOT({is_published}))")
            };
            derived.push((from, leads_there));
            for input in expression.distinct_inputs() {
                length += further.len();
                if length > LONGEST_FORMULA {
                    return None;
                }
                ways[input.position()].push(further.clone());
            }
        }
        for (lever, _) in plan.levers() {
            if let Some(leads_there) = any(&ways[lever.position()]) {
                all.push((lever, leads_there));
            }
        }
        Some(Self { layout, all, derived })
    }

    /// Some of them.
    fn those(&self, is_wanted: impl Fn(IndicatorIx) -> bool) -> Self {
        let wanted = self.all.iter().filter(|(lever, _)| is_wanted(*lever));
        Self {
            layout: self.layout,
            all: wanted.cloned().collect(),
            derived: Vec::new(),
        }
    }

    /// Whether a condition holds for any lever that counts.
    fn any(&self, condition: &dyn Fn(IndicatorIx) -> String) -> String {
        let each: Vec<String> = self.all.iter().map(|one| counts(one, condition)).collect();
        any(&each).unwrap_or_else(|| "FALSE".to_owned())
    }

    /// The same of levers and of derived indicators on the way.
    fn any_known(&self, condition: &dyn Fn(IndicatorIx) -> String) -> String {
        let all = self.all.iter().chain(&self.derived);
        let each: Vec<String> = all.map(|one| counts(one, condition)).collect();
        any(&each).unwrap_or_else(|| "FALSE".to_owned())
    }

    /// The names of the levers that count and for which a condition holds, one after the other.
    fn names(&self, condition: &dyn Fn(IndicatorIx) -> String) -> String {
        let language = self.layout.input.language;
        let separator = Message::new("implication-list")
            .with("first", "")
            .with("next", "")
            .say(language);
        let each = self.all.iter().map(|one| {
            let name = self.layout.input.plan.get(one.0).name.get(language);
            let name = quoted(&format!("{separator}{name}"));
            format!("IF({},{name},\"\")", counts(one, condition))
        });
        let listed = each.collect::<Vec<_>>().join("&");
        if listed.is_empty() {
            return quoted("");
        }
        // Without the separator before the first.
        format!("MID({listed},{},999)", separator.chars().count() + 1)
    }
}

/// Whether an indicator counts and a condition holds for it.
fn counts((ix, leads_there): &(IndicatorIx, String), condition: &dyn Fn(IndicatorIx) -> String) -> String {
    if leads_there == "TRUE" {
        condition(*ix)
    } else {
        format!("AND({leads_there},{})", condition(*ix))
    }
}

/// Whether any of some conditions holds; nothing without any.
fn any(conditions: &[String]) -> Option<String> {
    match conditions {
        [] => None,
        [one] => Some(one.clone()),
        all => Some(format!("OR({})", all.join(","))),
    }
}
