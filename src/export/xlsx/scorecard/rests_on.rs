//! What a judgement rests on, as a formula that has the words of [`evidence`](crate::wording::evidence): it follows when
//! actuals are entered or taken away.

use crate::export::xlsx::layout::{Layout, Promised};
use crate::export::xlsx::look::look;
use crate::export::xlsx::page::{MARKS, quoted, words_around};
use crate::export::xlsx::workings::between::{is_reached, lies_between};
use crate::export::xlsx::workings::each_year::Past;
use crate::model::Origin;
use crate::plan::{Dynamics, IndicatorIx};
use crate::text::{Language, Message, say};

const MARK: &str = MARKS[0];
const SECOND: &str = MARKS[1];

/// A formula that asks each of more levers than these is longer than spreadsheets take.
const MOST_LEVERS: usize = 100;

/// The formula for one target; nothing where too many levers are behind it.
pub(super) fn formula(layout: &Layout<'_>, promised: &Promised<'_>) -> String {
    let ix = promised.ix.indicator;
    let material = layout.material;
    let language = material.language;
    let levers = levers(layout, ix, &|_| false);
    if levers.len() > MOST_LEVERS {
        return String::new();
    }
    let is_stated = |lever: &IndicatorIx| material.scenario.rates.get(*lever).is_some();
    // Levers without rates of their own: without data, they are assumed.
    let unstated: Vec<IndicatorIx> = levers.iter().copied().filter(|lever| !is_stated(lever)).collect();
    let begun = layout.last_actual_from_afar(ix);
    let has_evidence = if unstated.len() < levers.len() {
        "TRUE".to_owned()
    } else {
        format!("{begun}>0")
    };
    let set = quoted(&say(language, "evidence-set"));
    let judged = format!("IF({begun}=0,{set},{})", data(layout, promised));
    let nothing = quoted(&say(language, "evidence-assumed"));
    if has_own_actuals(layout, ix) || levers.len() < 2 {
        return format!("IF({has_evidence},{judged},{nothing})");
    }
    let has_none = |lever: IndicatorIx| format!("{}=0", layout.last_actual_from_afar(lever));
    let is_assumed = any(unstated.iter().map(|lever| has_none(*lever)));
    let names = names(layout, &unstated, &has_none);
    let partly = named("evidence-partly", &judged, &names, language);
    format!("IF({has_evidence},IF({is_assumed},{partly},{judged}),{nothing})")
}

/// Up to when there are data, and what follows.
fn data(layout: &Layout<'_>, promised: &Promised<'_>) -> String {
    let Promised { ix, due, .. } = *promised;
    let ix = ix.indicator;
    let material = layout.material;
    let language = material.language;
    let [interpolated, projected, assumed] =
        [Origin::Interpolated, Origin::Projected, Origin::Assumed].map(|origin| look(origin).rank);
    let begun = layout.last_actual_from_afar(ix);
    let year = format!("({}+MIN({begun},{due}))", material.plan.base_year);
    let dated = |id| {
        let words = Message::new(id).with("year", MARK).say(language);
        words_around(&words, [(MARK, year.as_str())])
    };
    let origin = layout.origin_from_afar(ix, due);
    let is_open = format!("{origin}>{interpolated}");
    // A derived level that is known says nothing of the levers behind it.
    let is_known = |ix: IndicatorIx| layout.own_actuals(ix).last().is_some_and(|last| *last >= due);
    let levers = levers(layout, ix, &is_known);
    let goes = |rank: u8| move |lever: IndicatorIx| format!("{}={rank}", layout.origin_from_afar(lever, due));
    let [is_set, is_paced] =
        [projected, assumed].map(|rank| any(levers.iter().map(|lever| goes(rank)(*lever))));
    let later = format!(
        "IF(AND({is_set},{is_paced}),{},IF({origin}={projected},{},{}))",
        dated("evidence-data-then-both"),
        dated("evidence-data-then-set"),
        dated("evidence-data-then-plan"),
    );
    let later = with_dataless(layout, ix, later);
    let known = if promised.target.is_each_year() {
        let steps = material.plan.steps();
        let origins = layout.origins_from_afar(ix, 1, steps);
        let each: Vec<String> = (1..=steps).map(|step| step.to_string()).collect();
        let gaps = format!(
            "SUMPRODUCT(({origins}={interpolated})*({{{}}}<={begun}))>0",
            each.join(",")
        );
        format!(
            "IF({gaps},{},{})",
            dated("evidence-data-gaps"),
            dated("evidence-data")
        )
    } else {
        let between = quoted(&say(language, "evidence-interpolated"));
        let any_between = any(levers.iter().map(|lever| goes(interpolated)(*lever)));
        format!(
            "IF(OR({origin}={interpolated},AND({is_open},{any_between})),{between},{})",
            dated("evidence-data")
        )
    };
    let settled = settled(layout, promised);
    let mut now = known.clone();
    if levers.len() > 1 {
        let set = named(
            "evidence-and-set",
            &now,
            &names(layout, &levers, &goes(projected)),
            language,
        );
        now = format!("IF(AND({is_open},{is_set}),{set},{now})");
    }
    // Without figures of its own, these are assumed, which is said elsewhere.
    if has_own_actuals(layout, ix) {
        let paced = named(
            "evidence-and-paced",
            &now,
            &names(layout, &levers, &goes(assumed)),
            language,
        );
        now = format!("IF(AND({is_open},{is_paced}),{paced},{now})");
    }
    format!("IF({settled},{known},IF(AND({begun}<{due},{is_open}),{later},{now}))")
}

/// What is said of the evidence, and of levers at set rates for which there are no data, if others have some.
fn with_dataless(layout: &Layout<'_>, ix: IndicatorIx, said: String) -> String {
    let material = layout.material;
    if layout.material.plan.get(ix).is_lever() || has_own_actuals(layout, ix) {
        return said;
    }
    let has_own = |ix: IndicatorIx| !layout.own_actuals(ix).is_empty();
    let mut stated = levers(layout, ix, &has_own);
    stated.retain(|lever| material.scenario.rates.get(*lever).is_some());
    if stated.is_empty() {
        return said;
    }
    let has_none = |lever: IndicatorIx| format!("{}=0", layout.last_actual_from_afar(lever));
    let is_any = any(stated.iter().map(|lever| has_none(*lever)));
    let names = names(layout, &stated, &has_none);
    let with_names = named("evidence-without-data", &said, &names, material.language);
    format!("IF({is_any},{with_names},{said})")
}

/// Whether what follows the last data no longer matters: data, or levels between them, miss what is due in every year; what
/// never falls is reached; or the due year lies between data.
fn settled(layout: &Layout<'_>, promised: &Promised<'_>) -> String {
    let ix = promised.ix.indicator;
    let steps = layout.material.plan.steps();
    let last = layout.last_actual_from_afar(ix);
    if promised.target.is_each_year() {
        let past = Past {
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

/// A message with evidence and names, each given as a formula.
fn named(id: &'static str, evidence: &str, names: &str, language: Language) -> String {
    let words = Message::new(id)
        .with("evidence", SECOND)
        .with("names", MARK)
        .say(language);
    words_around(&words, [(SECOND, evidence), (MARK, names)])
}

/// Whether any of some conditions holds.
fn any(conditions: impl Iterator<Item = String>) -> String {
    let each: Vec<String> = conditions.collect();
    match each.as_slice() {
        [] => "FALSE".to_owned(),
        each => format!("OR({})", each.join(",")),
    }
}

/// The levers that a target's levels come from: the indicator itself, or those behind it, but for those behind derived
/// indicators at which to stop.
fn levers(layout: &Layout<'_>, ix: IndicatorIx, stops: &dyn Fn(IndicatorIx) -> bool) -> Vec<IndicatorIx> {
    let plan = layout.material.plan;
    let mut is_seen = vec![false; plan.indicators.len()];
    let (mut open, mut levers) = (vec![ix], Vec::new());
    while let Some(ix) = open.pop() {
        if std::mem::replace(&mut is_seen[ix.position()], true) {
            continue;
        }
        match &plan.get(ix).dynamics {
            Dynamics::Derived(_) if stops(ix) => {}
            Dynamics::Derived(expression) => open.extend(expression.inputs()),
            _ => levers.push(ix),
        }
    }
    levers.sort_unstable();
    levers
}

/// Whether a derived indicator has figures of its own, which stand in for those of its levers.
fn has_own_actuals(layout: &Layout<'_>, ix: IndicatorIx) -> bool {
    !layout.material.plan.get(ix).is_lever() && !layout.own_actuals(ix).is_empty()
}

/// The names of the levers for which a condition holds, one after the other.
fn names(layout: &Layout<'_>, levers: &[IndicatorIx], condition: &dyn Fn(IndicatorIx) -> String) -> String {
    let language = layout.material.language;
    let separator = Message::new("implication-list")
        .with("first", "")
        .with("next", "")
        .say(language);
    let each = levers.iter().map(|lever| {
        let name = layout.material.plan.get(*lever).name.get(language);
        let name = quoted(&format!("{separator}{name}"));
        format!("IF({},{name},\"\")", condition(*lever))
    });
    let listed = each.collect::<Vec<_>>().join("&");
    // Without the separator before the first.
    format!("MID({listed},{},999)", separator.chars().count() + 1)
}
