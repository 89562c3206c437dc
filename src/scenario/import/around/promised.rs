//! Targets and forecasts, as against outcomes of targets.

use super::says;
use crate::scenario::import::plain::has;
use crate::scenario::import::words;

/// Whether a text is about the future. "目标完成情况" and "progress towards the targets" are about outcomes; a forecast of
/// them is not.
pub(super) fn is_promised(text: &str) -> bool {
    let around = words::around();
    if says(text, &around.promised) {
        return true;
    }
    let sentences = text.split([',', ';', '。']);
    sentences
        .filter(|text| says(text, &around.plans))
        .any(|text| !is_of_outcomes(text))
}

/// Whether a note only states a target, such as 规划目标为2015年达到80%, and says nothing about the table's figures.
pub(super) fn states_goal(text: &str) -> bool {
    const FAR: usize = 24;
    let around = words::around();
    if says(text, &around.promised) {
        return false;
    }
    around.plans.iter().any(|word| {
        text.rfind(word.as_str()).is_some_and(|at| {
            let behind: String = text[at + word.len()..].chars().take(FAR).collect();
            behind.contains('%') && behind.contains(|c: char| c.is_ascii_digit())
        })
    })
}

/// Whether a sentence states the outcome of every plan it mentions.
fn is_of_outcomes(text: &str) -> bool {
    let around = words::around();
    let (chinese, latin): (Vec<&String>, Vec<&String>) =
        (around.achieved.iter()).partition(|word| !word.starts_with(|c: char| c.is_ascii()));
    // 完成情况 follows its noun.
    let last =
        |list: &mut dyn Iterator<Item = &String>| list.filter_map(|word| text.rfind(word.as_str())).max();
    let is_chinese = |word: &&String| !word.starts_with(|c: char| c.is_ascii());
    if let Some(plan) = last(&mut around.plans.iter().filter(is_chinese)) {
        return last(&mut chinese.into_iter()).is_some_and(|outcome| outcome > plan);
    }
    // "Progress towards targets" and "target achievement", but not "targets for monitoring".
    latin.into_iter().any(|outcome| {
        let towards = around
            .towards
            .iter()
            .any(|towards| has(text, &format!("{outcome}{towards}")));
        let of_target = around
            .plans
            .iter()
            .any(|plan| has(text, &format!("{plan}{outcome}")));
        towards || of_target
    })
}
