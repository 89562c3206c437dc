//! Comparing scopes stated in texts with an indicator's own name and scope, using `assets/tables/scopes.ron` and the
//! plan.

use std::sync::LazyLock;

use serde::Deserialize;

use super::plain::{has, spaced_of_plan};
use crate::plan::Indicator;

#[derive(Default, Deserialize)]
struct ScopeTable {
    general: Vec<String>,
    nothing: Vec<String>,
    industry: Vec<String>,
    same: Vec<Vec<String>>,
    negations: Vec<String>,
    asides: Vec<String>,
    limits: Vec<Vec<String>>,
    branches: Vec<Branch>,
    branch_signs: Vec<String>,
}

#[derive(Deserialize)]
struct Branch {
    names: Vec<String>,
    of: Vec<String>,
}

/// Empty if the asset is broken, which a test rules out.
static TABLE: LazyLock<ScopeTable> =
    LazyLock::new(|| ron::from_str(include_str!("../../../assets/tables/scopes.ron")).unwrap_or_default());

/// In characters.
const LONGEST: usize = 60;

/// Whether a text only repeats the indicator's scope: 规模以上企业 beside 单位工业增加值能耗. General words may be omitted, but not
/// those that distinguish its firms.
pub(super) fn is_own(indicator: &Indicator, text: &str) -> bool {
    if text.chars().count() > LONGEST {
        return false;
    }
    let found = tokens(text);
    if found.is_empty() {
        return false;
    }
    let is_of_industry = indicator.name.texts().any(says_industry);
    let mut scopes = indicator
        .scope
        .texts()
        .flat_map(clauses)
        .map(|clause| tokens(&clause));
    scopes.any(|scope| {
        let missing = || scope.iter().filter(|word| !found.contains(*word));
        // "Firms" without a size is not a scope, nor is "industry" alone.
        let is_told = scope.iter().any(|word| !is_general(word))
            || is_of_industry
            || missing().all(|word| !TABLE.industry.contains(word));
        found.iter().all(|word| scope.contains(word)) && missing().all(|word| is_general(word)) && is_told
    })
}

/// The text around a name, without the indicator's own scope.
pub(super) fn without_own(indicator: &Indicator, rest: &str) -> String {
    let is_sign = |c: char| matches!(c, '(' | ')' | ',' | ';' | ':' | '\u{1}');
    let mut left = String::with_capacity(rest.len());
    for part in rest.split_inclusive(is_sign) {
        let text = part.trim_end_matches(is_sign);
        let sign = &part[text.len()..];
        let text = if is_own(indicator, text) { "" } else { text };
        left.extend([text, sign]);
    }
    left.replace("()", "")
}

/// Restrictions in a clause, each as alternative words.
fn limits(clause: &str) -> Vec<Vec<&'static str>> {
    let table = &*TABLE;
    if table.asides.iter().any(|word| has(clause, word)) {
        return Vec::new();
    }
    let named = table
        .limits
        .iter()
        .filter(|words| words.iter().any(|word| has(clause, word)));
    let mut limits: Vec<Vec<&str>> = named
        .map(|words| words.iter().map(String::as_str).collect())
        .collect();
    limits.extend(branches(clause));
    limits
}

/// Industries named by a clause, as one restriction with alternatives.
fn branches(clause: &str) -> Option<Vec<&'static str>> {
    let table = &*TABLE;
    let bare = clause.trim_matches(|c: char| !c.is_alphanumeric());
    let is_sign = |behind: &str| {
        let behind = behind.trim_start();
        table
            .branch_signs
            .iter()
            .any(|sign| behind.starts_with(sign.as_str()))
    };
    let is_named = |name: &String| {
        bare == name
            || (has(clause, name)
                && clause
                    .match_indices(name.as_str())
                    .any(|(at, _)| is_sign(&clause[at + name.len()..])))
    };
    let mut all = table.branches.iter();
    if !all.any(|branch| branch.names.iter().any(is_named)) {
        return None;
    }
    let spoken_of = |branch: &&Branch| branch.names.iter().any(|name| has(clause, name));
    let words = |branch: &'static Branch| branch.names.iter().chain(&branch.of).map(String::as_str);
    Some(table.branches.iter().filter(spoken_of).flat_map(words).collect())
}

/// Whether a clause narrows an indicator beyond its own name and scope.
pub(super) fn narrows(indicator: &Indicator, clause: &str) -> bool {
    Limits::of(clause).narrow(indicator)
}

/// Restrictions in a clause.
pub(super) struct Limits {
    words: Vec<Vec<&'static str>>,
    is_ascii: bool,
}

impl Limits {
    pub fn of(clause: &str) -> Self {
        Self {
            words: limits(clause),
            is_ascii: clause.is_ascii(),
        }
    }

    pub const fn are_none(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether they narrow an indicator beyond its own name and scope.
    pub fn narrow(&self, indicator: &Indicator) -> bool {
        if self.are_none() {
            return false;
        }
        let texts = indicator.name.texts().chain(indicator.scope.texts());
        let own: Vec<String> = texts.map(spaced_of_plan).collect();
        let says = |words: &Vec<&str>| {
            // "Power" names an industry only in one language.
            let mut words = words.iter().filter(|word| word.is_ascii() == self.is_ascii);
            words.any(|word| own.iter().any(|text| text.contains(*word)))
        };
        self.words.iter().any(|words| !says(words))
    }
}

fn says_industry(text: &str) -> bool {
    tokens(text).iter().any(|word| TABLE.industry.contains(word))
}

fn is_general(word: &str) -> bool {
    TABLE.general.iter().any(|other| other == word)
}

/// The clauses of a scope that state what is counted.
fn clauses(scope: &str) -> Vec<String> {
    let whole = spaced_of_plan(scope);
    let parts = whole.split(['(', ')', ',', ';', ':', '、', '。']);
    let is_denied = |part: &&str| {
        let mut negations = TABLE.negations.iter();
        negations.any(|word| has(part, word))
    };
    let told = parts.filter(|part| !part.is_empty() && !is_denied(part));
    told.map(ToOwned::to_owned).collect()
}

/// The significant words of a text, in canonical form.
fn tokens(text: &str) -> Vec<String> {
    let mut plain = spaced_of_plan(text).replace('-', " ");
    for same in &TABLE.same {
        let Some(first) = same.first() else { continue };
        for other in same
            .iter()
            .skip(1)
            .filter(|other| !other.is_ascii() || other.contains(' '))
        {
            plain = plain.replace(other.as_str(), first);
        }
    }
    let mut words = Vec::new();
    for word in plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if word.is_ascii() {
            words.push(in_one_form(word).to_owned());
        } else {
            cut(word, &mut words);
        }
    }
    words.retain(|word| !TABLE.nothing.contains(word));
    words
}

fn in_one_form(word: &str) -> &str {
    let mut same = TABLE.same.iter();
    let own = same.find(|words| words.iter().any(|other| other == word));
    own.and_then(|words| words.first()).map_or(word, String::as_str)
}

/// Chinese has no spaces: known words split the rest.
fn cut(text: &str, words: &mut Vec<String>) {
    let known = || {
        TABLE
            .general
            .iter()
            .chain(&TABLE.nothing)
            .filter(|word| !word.is_ascii())
    };
    let mut unknown = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some(word) = known().find(|word| rest.starts_with(word.as_str())) {
            if !unknown.is_empty() {
                words.push(std::mem::take(&mut unknown));
            }
            words.push(word.clone());
            rest = &rest[word.len()..];
        } else {
            unknown.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    if !unknown.is_empty() {
        words.push(unknown);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Plan, built_in};
    use crate::scenario::import::plain::spaced;
    use std::sync::Arc;

    fn plan() -> Arc<Plan> {
        built_in("industrial-upgrading-2011-2015").unwrap().unwrap()
    }

    fn indicator<'p>(plan: &'p Plan, id: &str) -> &'p Indicator {
        plan.get(plan.find(id).unwrap())
    }

    #[test]
    fn the_table_is_there() {
        assert!(TABLE.limits.len() > 5 && TABLE.branches.len() > 10);
        let limits = TABLE.limits.iter().flatten();
        let branches = TABLE
            .branches
            .iter()
            .flat_map(|branch| branch.names.iter().chain(&branch.of));
        for word in TABLE
            .general
            .iter()
            .chain(&TABLE.nothing)
            .chain(limits)
            .chain(branches)
        {
            assert_eq!(*word, spaced(word), "written as texts are compared");
        }
    }

    #[test]
    fn a_scope_is_told_from_the_plan() {
        let plan = plan();
        for (id, text) in [
            ("energy-intensity", "规模以上企业"),
            ("energy-intensity", "规上工业企业"),
            ("energy-intensity", "above-scale industrial enterprises"),
            ("rd-intensity", "above-scale firms"),
            ("rd-intensity", "规模以上工业"),
            ("rd-institution-share", "large and medium"),
            ("erp", "主要行业大中型企业"),
            ("numerical-control", "主要行业"),
            ("so2", "工业"),
            ("so2", "industrial"),
            ("cod", "from industry"),
            ("value-added", "全部"),
            ("steel-cr10", "按产量计算"),
            ("steel-cr10", "by output"),
            ("value-added-rate", "industry"),
        ] {
            assert!(is_own(indicator(&plan, id), text), "{id} {text}");
        }
        for (id, text) in [
            ("value-added", "规模以上企业"),
            ("energy-intensity", "企业"),
            ("energy-intensity", "全部工业"),
            ("erp", "大中型企业"),
            ("erp", "主要行业"),
            ("so2", "企业"),
            ("so2", "全国总量"),
            ("so2", "national total"),
            ("so2", "电力行业"),
            ("co2", "规模以上企业"),
            ("automobile-cr10", "按销量计算"),
            ("so2", ""),
        ] {
            assert!(!is_own(indicator(&plan, id), text), "{id} {text}");
        }
    }

    #[test]
    fn what_is_less_than_an_indicator_counts_narrows_it() {
        let plan = plan();
        for (id, text) in [
            ("value-added", "规模以上工业企业主要指标"),
            ("value-added", "国有控股工业企业"),
            ("value-added", "高技术产业"),
            ("energy-intensity", "电力行业"),
            ("rd-intensity", "钢铁行业主要指标"),
            ("automobile-cr10", "指标(按销量计算"),
            ("energy-intensity", "iron and steel"),
            ("value-added", "high-tech industry"),
            ("shipbuilding-cr10", "汽车行业"),
        ] {
            assert!(narrows(indicator(&plan, id), text), "{id} {text}");
        }
        for (id, text) in [
            ("energy-intensity", "规模以上工业企业主要指标"),
            ("steel-unit-energy", "钢铁行业主要指标"),
            ("ethylene-unit-energy", "石化行业"),
            ("aluminium-unit-power", "有色金属行业"),
            ("shipbuilding-cr10", "汽车、船舶行业产业集中度"),
            ("sei-share", "战略性新兴产业"),
            ("value-added", "工业主要指标"),
            ("value-added", "2011年起规模以上工业起点标准提高"),
            ("rd-institution-share", "大中型工业企业"),
            ("cod", "化学需氧量"),
        ] {
            assert!(!narrows(indicator(&plan, id), text), "{id} {text}");
        }
    }
}
