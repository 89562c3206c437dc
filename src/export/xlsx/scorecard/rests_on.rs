//! What a judgement rests on, as a formula that has the words of [`evidence`](crate::wording::evidence): it follows when
//! actuals are entered or taken away.

use crate::export::xlsx::layout::{Layout, Promised};
use crate::export::xlsx::page::quoted;
use crate::plan::IndicatorIx;
use crate::text::{Language, Message, say};

/// Stands for what a cell has to say. Private-use characters: no message has them, and messages leave them as they are.
const MARK: &str = "\u{E000}";
const SECOND: &str = "\u{E001}";

/// The formula for one target.
pub(super) fn formula(layout: &Layout<'_>, promised: &Promised<'_>) -> String {
    let Promised { ix, due, .. } = promised;
    let material = layout.material;
    let language = material.language;
    let levers = behind(layout, ix.indicator);
    let is_stated = |lever: &IndicatorIx| material.scenario.rates.get(*lever).is_some();
    let last = |lever: &IndicatorIx| layout.last_actual_from_afar(*lever);
    // Levers without rates of their own: without data, they are assumed.
    let unstated: Vec<IndicatorIx> = levers.iter().copied().filter(|lever| !is_stated(lever)).collect();
    let any = |condition: &dyn Fn(&IndicatorIx) -> String| {
        let each: Vec<String> = unstated.iter().map(condition).collect();
        match each.as_slice() {
            [] => "FALSE".to_owned(),
            each => format!("OR({})", each.join(",")),
        }
    };
    let begun = layout.last_actual_from_afar(ix.indicator);
    let year = format!("({}+MIN({begun},{due}))", material.plan.base_year);
    let dated = |id| {
        template(
            &Message::new(id).with("year", MARK).say(language),
            &[(MARK, &year)],
        )
    };
    let is_paced = any(&|lever| format!("{}<{due}", last(lever)));
    let judged = format!(
        "IF({begun}=0,{},IF({begun}>={due},{},IF({is_paced},{},{})))",
        quoted(&say(language, "evidence-set")),
        dated("evidence-data"),
        dated("evidence-data-then-plan"),
        dated("evidence-data-then-set"),
    );
    let has_evidence = if unstated.len() < levers.len() {
        "TRUE".to_owned()
    } else {
        format!("{begun}>0")
    };
    let nothing = quoted(&say(language, "evidence-assumed"));
    if has_own_actuals(layout, ix.indicator) || levers.len() < 2 {
        return format!("IF({has_evidence},{judged},{nothing})");
    }
    let is_assumed = any(&|lever| format!("{}=0", last(lever)));
    let partly = Message::new("evidence-partly")
        .with("evidence", SECOND)
        .with("names", MARK)
        .say(language);
    let partly = template(
        &partly,
        &[(SECOND, &judged), (MARK, &names(layout, &unstated, language))],
    );
    format!("IF({has_evidence},IF({is_assumed},{partly},{judged}),{nothing})")
}

/// The levers that a target's levels come from: the indicator itself, or those behind it.
fn behind(layout: &Layout<'_>, ix: IndicatorIx) -> Vec<IndicatorIx> {
    let plan = layout.material.plan;
    if plan.get(ix).is_lever() {
        return vec![ix];
    }
    let mut levers = plan.levers_behind(ix).to_vec();
    levers.sort_unstable();
    levers
}

/// Whether a derived indicator has figures of its own, which stand in for those of its levers.
fn has_own_actuals(layout: &Layout<'_>, ix: IndicatorIx) -> bool {
    let material = layout.material;
    let entries = material.scenario.actuals.get(ix).into_iter().flatten();
    let mut years = entries.map(|entry| entry.year);
    !material.plan.get(ix).is_lever() && years.any(|year| year > material.plan.base_year)
}

/// The names of the levers without data, one after the other.
fn names(layout: &Layout<'_>, unstated: &[IndicatorIx], language: Language) -> String {
    let separator = Message::new("implication-list")
        .with("first", "")
        .with("next", "")
        .say(language);
    let each = unstated.iter().map(|lever| {
        let name = layout.material.plan.get(*lever).name.get(language);
        let last = layout.last_actual_from_afar(*lever);
        format!("IF({last}=0,{},\"\")", quoted(&format!("{separator}{name}")))
    });
    let listed = each.collect::<Vec<_>>().join("&");
    // Without the separator before the first.
    format!("MID({listed},{},999)", separator.chars().count() + 1)
}

/// Words in which marks stand for formulas, each mark once.
fn template(words: &str, marks: &[(&str, &str)]) -> String {
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some((at, (mark, formula))) = marks
        .iter()
        .filter_map(|one| Some((rest.find(one.0)?, one)))
        .min_by_key(|(at, _)| *at)
    {
        parts.push(quoted(&rest[..at]));
        parts.push((*formula).to_owned());
        rest = &rest[at + mark.len()..];
    }
    parts.push(quoted(rest));
    parts.retain(|part| part != "\"\"");
    parts.join("&")
}
