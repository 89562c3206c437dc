//! What plans and scenarios imply, in sentences. Each expected figure is derived here and not taken from the program.
#![allow(
    clippy::disallowed_methods,
    reason = "expected values are computed independently of the program's own roots"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::path::Path;
use std::sync::Arc;

use planpath::analysis::{Stance, implications};
use planpath::model::{Status, assess, project};
use planpath::plan::{self, Plan};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Rates, Scenario, read_text};
use planpath::text::{Language, numbers, say};
use planpath::wording::finding;

fn example(id: &str) -> (Arc<Plan>, Scenario) {
    let example = EXAMPLES.iter().find(|example| example.id == id).unwrap();
    let loaded = read_text(id, example.text, Path::new("")).unwrap();
    (loaded.plan, loaded.scenario)
}

/// One implication, as a reader sees it.
#[derive(Debug)]
struct Said {
    subject: String,
    levers: Vec<String>,
    stance: Stance,
    english: String,
    chinese: String,
}

fn said(plan: &Plan, scenario: &Scenario) -> Vec<Said> {
    let id = |ix| plan.get(ix).id.clone();
    implications(plan, scenario, &project(plan, scenario))
        .iter()
        .map(|implication| Said {
            subject: id(implication.subject),
            levers: implication.levers.iter().map(|ix| id(*ix)).collect(),
            stance: implication.stance,
            english: implication
                .statement(plan, Language::English)
                .say(Language::English),
            chinese: implication
                .statement(plan, Language::Chinese)
                .say(Language::Chinese),
        })
        .collect()
}

fn said_of(example_id: &str) -> Vec<Said> {
    let (plan, scenario) = example(example_id);
    said(&plan, &scenario)
}

#[track_caller]
fn about<'s>(said: &'s [Said], subject: &str) -> &'s Said {
    let mut found = said.iter().filter(|said| said.subject == subject);
    let first = found.next().unwrap_or_else(|| panic!("nothing about {subject}"));
    assert!(found.next().is_none(), "{subject} has two statements");
    first
}

/// Growth in percent a year that makes `factor` in `years`.
fn annual(factor: f64, years: f64) -> f64 {
    (factor.powf(1.0 / years) - 1.0) * 100.0
}

/// The least figure with so many decimals that is not below a rate: typing it is enough.
fn enough(rate: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    (rate * unit).ceil() / unit
}

/// The same as it is shown.
fn shown(rate: f64) -> String {
    numbers::decimal(enough(rate, 2), 2)
}

/// A rate as sentences have it.
fn a_year(rate: f64) -> String {
    let direction = if rate > 0.0 { "rise" } else { "fall" };
    format!("{direction} {} % a year", numbers::decimal(rate.abs(), 2))
}

fn a_year_in_chinese(rate: f64) -> String {
    let direction = if rate > 0.0 { "增长" } else { "下降" };
    format!("年均{direction}{}%", numbers::decimal(rate.abs(), 2))
}

// What the numbers imply, line by line, on the plan's own path.

#[test]
fn value_added_and_energy_use() {
    // 8 % a year for five years: × 1.4693; with −21 %: × 1.1608, 3.03 % a year.
    let value_added = 1.08_f64.powi(5);
    assert_eq!(numbers::decimal(value_added, 4), "1.4693");
    assert_eq!(numbers::decimal(value_added * 0.79, 4), "1.1608");
    assert_eq!(numbers::decimal(annual(value_added * 0.79, 5.0), 2), "3.03");
    let said = said_of("plan-on-schedule");
    let energy = about(&said, "energy-use");
    assert_eq!(
        energy.english,
        "Industrial energy use will rise 3.03 % a year, to 1.1608 times the 2010 level by 2015: industrial value \
         added × 1.4693; energy intensity of value added × 0.7900."
    );
    assert_eq!(
        energy.chinese,
        "工业能源消费量年均增长3.03%，2015年为2010年的1.1608倍：工业增加值 × 1.4693；单位工业增加值能耗 × 0.7900。"
    );
    assert_eq!(energy.stance, Stance::Notable, "growth against saving");
    assert_eq!(energy.levers, ["value-added", "energy-intensity"]);
    // CO₂ with an unchanged mix moves just so; water: 1.4693 · 0.7.
    assert!(
        about(&said, "co2")
            .english
            .contains("3.03 % a year, to 1.1608 times")
    );
    let water = numbers::decimal(value_added * 0.7, 4);
    assert!(
        about(&said, "water-use")
            .english
            .contains(&format!("to {water} times"))
    );
}

#[test]
fn cumulative_falls_as_yearly_rates() {
    let said = said_of("plan-on-schedule");
    for (subject, fall, printed, all) in [
        // 1 − 0.953 95⁵ = 20.9998 %; 4.606 is enough.
        ("energy-intensity", 21.0, "4.606", vec!["energy-intensity"]),
        ("water-intensity", 30.0, "6.886", vec!["water-intensity"]),
        // 1 − 0.979 15⁵ = 9.9993 %
        ("cod", 10.0, "2.086", vec!["cod", "so2"]),
        ("ammonia-nitrogen", 15.0, "3.199", vec!["ammonia-nitrogen", "nox"]),
    ] {
        let rate = enough(-annual(1.0 - fall / 100.0, 5.0), 3);
        assert_eq!(numbers::decimal(rate, 3), printed);
        assert!((1.0 - rate / 100.0).powi(5) <= 1.0 - fall / 100.0);
        let found = about(&said, subject);
        let start = format!("A fall of {fall} % from 2010 to 2015 takes {printed} % a year: ");
        assert!(found.english.starts_with(&start), "{}", found.english);
        let start = format!("2010年至2015年下降{fall}%，须年均下降{printed}%：");
        assert!(found.chinese.starts_with(&start), "{}", found.chinese);
        assert_eq!(found.levers, all);
        assert_eq!(found.stance, Stance::Holds);
    }
    assert!(
        about(&said, "cod")
            .english
            .ends_with(": chemical oxygen demand (COD) discharge; sulphur dioxide (SO₂) emissions.")
    );
}

#[test]
fn co2_intensity_needs_a_cleaner_mix() {
    // 0.79 · 1 = 0.79: 21 is not more than 21. Any fall of the carbon factor would do; so would 4.61 % a year of the energy
    // intensity, whose own 21 % takes 4.605… %: 1 − 0.9539⁵ = 21.02 %.
    let said = said_of("plan-on-schedule");
    let co2 = about(&said, "co2-intensity");
    assert_eq!(
        co2.english,
        "CO₂ intensity of value added will fall 21.00 % by 2015: energy intensity of value added (fall 21.00 %); \
         carbon factor of energy (no change). This does not exceed the target of 21 %. Its levers meet their own \
         targets, but that is not enough for this one. Any one of these would be enough for all of them: carbon factor of \
         energy (fall 0.01 % a year in 2011–15); energy intensity of value added (fall 4.61 % a year in 2011–15)."
    );
    assert_eq!(
        co2.chinese,
        "单位工业增加值二氧化碳排放量到2015年累计下降21.00%：单位工业增加值能耗下降21.00%；单位能耗二氧化碳排放量\
         不变。没有超过21%的目标。它所依据的可调指标都达到了各自的目标，但仍不足以实现这一目标。按下列任一年率调整，\
         这些目标即可同时实现：单位能耗二氧化碳排放量（2011—2015年年均下降0.01%）；单位工业增加值能耗（2011—2015年\
         年均下降4.61%）。"
    );
    assert_eq!(co2.stance, Stance::Notable, "they can hold together");
    assert_eq!(co2.levers, ["energy-intensity", "carbon-factor"]);
    assert!(said.iter().all(|said| said.stance != Stance::Conflicts));
    // And so it is.
    for (lever, rate, fall) in [
        ("carbon-factor", 0.01, "21.04"),
        ("energy-intensity", 4.61, "21.02"),
    ] {
        let (plan, mut scenario) = example("plan-on-schedule");
        scenario
            .rates
            .set(plan.find(lever).unwrap(), Rates::Constant(rate));
        let said = self::said(&plan, &scenario);
        let co2 = about(&said, "co2-intensity");
        assert_eq!(co2.stance, Stance::Holds);
        assert!(
            co2.english.contains(&format!("will fall {fall} % by 2015")),
            "{}",
            co2.english
        );
        assert!(co2.english.ends_with("This exceeds the target of 21 %."));
        assert!(about(&said, "energy-intensity").stance == Stance::Holds);
    }
}

#[test]
fn employment_falls_because_productivity_outgrows_output() {
    let fall = (1.0 - 1.08 / 1.10) * 100.0;
    assert_eq!(numbers::decimal(fall, 2), "1.82");
    let said = said_of("plan-on-schedule");
    let employment = about(&said, "employment");
    assert_eq!(
        employment.english,
        "Industrial employment will fall 1.82 % a year, because labour productivity (rise 10.00 % a year) outpaces \
         industrial value added (rise 8.00 % a year)."
    );
    assert_eq!(
        employment.chinese,
        "工业从业人员年均下降1.82%，因为全员劳动生产率（年均增长10.00%）快于工业增加值（年均增长8.00%）。"
    );
    assert_eq!(employment.stance, Stance::Notable);
}

#[test]
fn emerging_industries_and_the_rest() {
    let whole = 1.08_f64.powi(5);
    let (part, rest) = (annual(whole * 15.0 / 7.0, 5.0), annual(whole * 85.0 / 93.0, 5.0));
    assert_eq!(numbers::decimal(part, 1), "25.8");
    assert_eq!(numbers::decimal(rest, 1), "6.1");
    let said = said_of("plan-on-schedule");
    let emerging = about(&said, "sei-value-added");
    assert_eq!(
        emerging.english,
        format!(
            "Strategic emerging industries, value added: 7.0 % of industrial value added becomes 15.0 % ({}; the \
             rest: {}). This reaches the target of 15 %.",
            a_year(part),
            a_year(rest)
        )
    );
    assert_eq!(
        emerging.chinese,
        format!(
            "战略性新兴产业增加值：占工业增加值的比重由7.0%变为15.0%（{}，其余部分{}）。达到15%的目标。",
            a_year_in_chinese(part),
            a_year_in_chinese(rest)
        )
    );
    assert_eq!(emerging.stance, Stance::Holds);
    assert!(
        said.iter().all(|said| said.subject != "other-value-added"),
        "the rest is said already"
    );
}

#[test]
fn the_largest_steel_makers_outgrow_the_industry() {
    let outgrowth = annual(60.0 / 48.6, 5.0);
    assert_eq!(numbers::decimal(outgrowth, 2), "4.30");
    let said = said_of("plan-on-schedule");
    let steel = about(&said, "steel-cr10");
    assert_eq!(
        steel.english,
        "Steel, top-10 concentration ratio: 48.6 % becomes 60.0 % as the largest firms outgrow the whole industry \
         by 4.30 % a year. This reaches the target of 60 %."
    );
    assert_eq!(
        steel.chinese,
        "钢铁行业前10家产业集中度由48.6%升至60.0%，意味着头部企业每年比全行业多增长4.30%。达到60%的目标。"
    );
    assert_eq!(steel.stance, Stance::Holds);
    // More than 90 is not reached at 90, but no other growth is worth naming.
    let automobiles = about(&said, "automobile-cr10");
    assert_eq!(automobiles.stance, Stance::Notable);
    assert!(
        automobiles
            .english
            .ends_with("This does not exceed the target of 90 %.")
    );
}

// Other scenarios.

#[test]
fn mid_term_figures_say_what_is_left_to_do() {
    let said = said_of("mid-term-2013");
    // 48.6 → 39.4 by 2013, then 2.28 points a year.
    let last = 39.4 + 2.0 * 11.4 / 5.0;
    let behind = numbers::decimal(-annual(last / 48.6, 5.0), 2);
    // 39.4 · 1.2340² = 59.997: 23.41 is needed.
    let left = numbers::decimal(enough(annual(60.0 / 39.4, 2.0), 2), 2);
    assert_eq!(left, "23.41");
    let steel = about(&said, "steel-cr10");
    assert_eq!(
        steel.english,
        format!(
            "Steel, top-10 concentration ratio: 48.6 % becomes 44.0 % as the largest firms fall behind the whole \
             industry by {behind} % a year. This does not reach the target of 60 %. Meeting it takes outgrowing the \
             industry by {left} % a year from 2014 on."
        )
    );
    assert_eq!(
        steel.chinese,
        format!(
            "钢铁行业前10家产业集中度由48.6%降至44.0%，意味着头部企业每年比全行业少增长{behind}%。\
             没有达到60%的目标。要达到目标，从2014年起每年须比全行业多增长{left}%。"
        )
    );
    // −15.1 % by 2013, then two years at the plan's rate; the mix unchanged.
    let fall = numbers::decimal((1.0 - 0.849 * 0.79_f64.powf(0.4)) * 100.0, 2);
    let co2 = about(&said, "co2-intensity");
    assert!(co2.english.contains(&format!("will fall {fall} % by 2015")));
    assert!(co2.english.ends_with("This exceeds the target of 21 %."));
    assert_eq!(co2.stance, Stance::Holds);
    let value_added = 1.108 * 1.079 * 1.076 * 1.08 * 1.08;
    let growth = a_year(annual(value_added, 5.0));
    assert!(
        about(&said, "employment")
            .english
            .contains(&format!("industrial value added ({growth})"))
    );
}

#[test]
fn every_example_says_whole_sentences_in_order() {
    for example in EXAMPLES {
        let said = said_of(example.id);
        assert!(said.len() >= 10, "{} says {}", example.id, said.len());
        for Said { english, chinese, .. } in &said {
            for text in [english, chinese] {
                assert!(!text.is_empty() && !text.contains(['{', '$']), "{text}");
                assert!(!text.contains("implication-") && !text.contains("NaN"), "{text}");
                assert!(!text.contains("  ") && !text.contains("。。"), "{text}");
            }
            assert!(english.ends_with('.') && !english.ends_with(".."), "{english}");
            assert!(chinese.ends_with('。'), "{chinese}");
        }
        let stances: Vec<Stance> = said.iter().map(|said| said.stance).collect();
        assert!(stances.is_sorted_by(|a, b| a >= b), "{stances:?}");
        assert!(said.iter().all(|said| !said.levers.is_empty()));
    }
    for stance in [Stance::Holds, Stance::Notable, Stance::Conflicts] {
        for language in Language::ALL {
            assert_ne!(say(language, stance.message()), stance.message());
        }
    }
}

#[test]
fn output_growth_names_the_growth_of_the_largest() {
    let said = said_of("growth-first");
    // The industry grows 9, 8.5, 8, 8, 8 %; the ten would have to outgrow it by (60 / 48.6)^(1/5).
    let all: f64 = 1.09 * 1.085 * 1.08 * 1.08 * 1.08;
    let expected = format!(
        "Output of the whole industry: {}; of the largest firms: {}.",
        a_year(annual(all, 5.0)),
        a_year(enough(annual(all * 60.0 / 48.6, 5.0), 2))
    );
    let steel = about(&said, "steel-cr10");
    assert!(steel.english.ends_with(&expected), "{}", steel.english);
    assert_eq!(steel.stance, Stance::Notable);
    // A lever that misses its own target explains the derived one: no conflict between targets.
    let energy = about(&said, "energy-intensity");
    assert!(energy.english.ends_with("This path does not meet it."));
    assert_eq!(energy.stance, Stance::Notable);
    assert_eq!(about(&said, "co2-intensity").stance, Stance::Notable);
}

#[test]
fn a_pair_of_growth_rates_is_enough_as_it_is_shown() {
    let said = said_of("growth-first");
    for (id, base, goal) in [
        ("steel-cr10", 48.6, 60.0),
        ("automobile-cr10", 82.2, 90.0),
        ("shipbuilding-cr10", 48.9, 70.0),
    ] {
        for (text, before) in [
            (
                &about(&said, id).english,
                ["whole industry: rise ", "largest firms: rise "],
            ),
            (
                &about(&said, id).chinese,
                ["全行业产量年均增长", "头部企业就须年均增长"],
            ),
        ] {
            let rate = |before: &str| {
                let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{text}"));
                let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap();
                rest[..end].parse::<f64>().unwrap()
            };
            let [all, largest] = before.map(rate);
            let level = base * ((1.0 + largest / 100.0) / (1.0 + all / 100.0)).powi(5);
            assert!(level >= goal, "{text}: {level}");
        }
    }
}

#[test]
fn a_path_out_of_bounds_is_a_conflict() {
    let (plan, mut scenario) = example("plan-on-schedule");
    scenario
        .rates
        .set(plan.find("erp").unwrap(), Rates::Constant(15.0));
    let said = said(&plan, &scenario);
    // 60 + 3 · 15 = 105 in 2013.
    let erp = about(&said, "erp");
    assert_eq!(erp.stance, Stance::Conflicts);
    assert_eq!(erp.levers, ["erp"]);
    assert_eq!(
        erp.english,
        "ERP, penetration (erp) would reach 105.0 in 2013, outside 0 to 100."
    );
}

#[test]
fn missed_shares_name_what_the_years_left_take() {
    let (plan, mut scenario) = example("plan-on-schedule");
    let figure = |year, figure| vec![ActualEntry { year, figure }];
    let value_added = plan.find("value-added").unwrap();
    let share = plan.find("sei-share").unwrap();
    scenario
        .actuals
        .set(value_added, figure(2012, Actual::CumulativeChange(15.0)));
    scenario.actuals.set(share, figure(2012, Actual::Level(8.0)));
    let said = said(&plan, &scenario);
    let emerging = about(&said, "sei-value-added");
    assert_eq!(emerging.stance, Stance::Notable);
    // 8 % in 2012 to 15 % in 2015 of a total that grows 8 % a year.
    let (part, rest) = (1.08_f64.powi(3) * 15.0 / 8.0, 1.08_f64.powi(3) * 85.0 / 92.0);
    let expected = format!(
        "This does not reach the target of 15 %. Meeting it takes, from 2013 on: {}; the rest: {}.",
        a_year(annual(part, 3.0)),
        a_year(annual(rest, 3.0))
    );
    assert!(emerging.english.ends_with(&expected), "{}", emerging.english);
    // What counts is how far the share is known.
    scenario.actuals.remove(value_added);
    let said = self::said(&plan, &scenario);
    let emerging = about(&said, "sei-value-added");
    assert!(emerging.english.ends_with(&expected), "{}", emerging.english);
}

#[test]
fn several_levers_with_one_target_are_told_apart_when_one_misses_it() {
    let (plan, mut scenario) = example("plan-on-schedule");
    scenario
        .rates
        .set(plan.find("so2").unwrap(), Rates::Constant(1.0));
    let said = said(&plan, &scenario);
    let cod = about(&said, "cod");
    assert!(
        cod.english
            .ends_with("On this path it is missed by: sulphur dioxide (SO₂) emissions.")
    );
    assert_eq!(cod.stance, Stance::Notable);
}

// Plans of other people.

/// Two years. The area grows by 10 % a year as promised; nobody promises a yield.
fn farm(more: &str) -> Plan {
    farm_of(1, more)
}

/// The same in a format; targets in a list need the second.
fn farm_of(format: u8, more: &str) -> Plan {
    let text = format!(
        r#"(format: {format}, id: "farm", title: "Farm", base_year: 2020, end_year: 2022, source: "",
            categories: [(id: "c", name: "C")],
            indicators: [
                (id: "area", name: "Area", category: "c", unit: "ha", base: Some(100.0), dynamics: Growth,
                    target: Some((form: AverageGrowth(10.0), comparator: AtLeast, wording: ""))),
                (id: "yield", name: (zh: "单产", en: "Yield"), category: "c", unit: "t/ha", base: Some(2.0),
                    dynamics: Growth),
                (id: "harvest", name: (zh: "产量", en: "Harvest"), category: "c", unit: "t",
                    dynamics: Derived("area * yield")),
                {more}
            ])"#
    );
    plan::read_text("farm", &text).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn one(name: &str, unit: &str, dynamics: &str, rest: &str) -> String {
    let id = name.to_lowercase();
    format!(r#"(id: "{id}", name: "{name}", category: "c", unit: "{unit}", dynamics: {dynamics}, {rest}),"#)
}

fn level_target(comparator: &str, level: f64) -> String {
    format!(r#"target: Some((form: Level({level:?}), comparator: {comparator}, wording: ""))"#)
}

#[test]
fn a_share_and_the_rest_of_any_plan() {
    let ceiling = level_target("AtMost", 10.0);
    let share = one("Share", "%", "Additive", &format!("base: Some(20.0), {ceiling}"));
    for rest in ["harvest - exports", "harvest * (1 - share / 100)"] {
        let more = share.clone()
            + &one("Exports", "t", r#"Derived("harvest * share / 100")"#, "")
            + &one("Home", "t", &format!(r#"Derived("{rest}")"#), "");
        let said = said(&farm(&more), &Scenario::default());
        // The harvest is 1.1² of what it was; 20 % becomes 10 %, 80 % becomes 90 %.
        let exports = about(&said, "exports");
        assert_eq!(
            exports.english,
            format!(
                "Exports: 20.0 % of Harvest becomes 10.0 % ({}; the rest: {}). This stays within the ceiling of 10 %.",
                a_year(annual(1.21 * 0.5, 2.0)),
                a_year(annual(1.21 * 90.0 / 80.0, 2.0))
            )
        );
        assert_eq!(exports.levers, ["area", "yield", "share"]);
        assert!(said.iter().all(|said| said.subject != "home"), "{rest}");
    }
}

#[test]
fn what_only_looks_like_the_rest_has_its_own_statement() {
    let share = one("Share", "%", "Additive", "base: Some(20.0)");
    for other in [
        "harvest * (1 + share / 100)",
        "harvest + exports",
        "harvest - yield",
    ] {
        let more = share.clone()
            + &one("Exports", "t", r#"Derived("harvest * share / 100")"#, "")
            + &one("Other", "t", &format!(r#"Derived("{other}")"#), "");
        let said = said(&farm(&more), &Scenario::default());
        assert!(
            about(&said, "other").english.starts_with("Other will rise"),
            "{other}"
        );
        assert!(
            about(&said, "exports").english.contains("; the rest: "),
            "{other}"
        );
    }
}

#[test]
fn identities_of_any_form() {
    let more = one("Workers", "people", "Growth", "base: Some(50.0)")
        + &one("Crowding", "1", r#"Derived("workers / area / area")"#, "")
        + &one("Output", "t", r#"Derived("harvest / workers")"#, "")
        + &one("Sum", "1", r#"Derived("workers + area")"#, "")
        + &one("Balance", "people", r#"Derived("workers - area")"#, "");
    let said = said(&farm(&more), &Scenario::default());
    for (subject, expected) in [
        // 1.1² · 1
        (
            "harvest",
            "Harvest will rise 10.00 % a year, to 1.2100 times the 2020 level by 2022: Area × 1.2100; Yield × 1.0000."
                .to_owned(),
        ),
        // 1 / 1.21² = 0.6830, the square of 1.21 being 1.4641
        (
            "crowding",
            format!(
                "Crowding will fall {} % a year, to 0.6830 times the 2020 level by 2022: divided by Area ^ 2 × 1.4641; \
                 Workers × 1.0000.",
                numbers::decimal(-annual(1.0 / 1.4641, 2.0), 2)
            ),
        ),
        (
            "output",
            "Output will rise 10.00 % a year, because Harvest (rise 10.00 % a year) outpaces Workers (no change)."
                .to_owned(),
        ),
        // 150 → 171
        (
            "sum",
            format!(
                "Sum will rise {} % a year, to 1.1400 times the 2020 level by 2022.",
                numbers::decimal(annual(171.0 / 150.0, 2.0), 2)
            ),
        ),
        (
            "balance",
            "Balance will go from −50.0 people in 2020 to −71.0 people in 2022.".to_owned(),
        ),
    ] {
        assert_eq!(about(&said, subject).english, expected);
        assert_eq!(about(&said, subject).stance, Stance::Holds);
    }
}

#[test]
fn targets_that_hold_together_if_one_lever_does_more() {
    let derived =
        |expression: &str, target: String| one("Goal", "t", &format!(r#"Derived("{expression}")"#), &target);
    // What is said is true of the plan with those rates; the last sentence, and the rates by lever.
    let goal = |more: String, ways: &[(&str, f64, &str)]| {
        let plan = farm(&more);
        let said = said(&plan, &Scenario::default());
        let goal = about(&said, "goal");
        assert_eq!(goal.stance, Stance::Notable);
        let which = if ways.len() > 1 {
            "Any one of these"
        } else {
            "This"
        };
        let all: Vec<&str> = ways.iter().map(|(.., words)| *words).collect();
        let expected = format!(" {which} would be enough for all of them: {}.", all.join("; "));
        assert!(goal.english.ends_with(&expected), "{}", goal.english);
        for (lever, rate, _) in ways {
            let lever = plan.find(lever).unwrap();
            let status = |rate: f64| {
                let mut scenario = Scenario::default();
                scenario.rates.set(lever, Rates::Constant(rate));
                let assessments = assess(&plan, &scenario, &project(&plan, &scenario));
                assessments
                    .iter()
                    .all(|assessment| assessment.status == Status::Met)
            };
            assert!(status(*rate), "{rate} is enough");
            assert!(
                !status(rate - 0.01) || !status(rate + 0.01),
                "{rate} is just enough"
            );
        }
    };
    // 200 t · 1.21 = 242 t; 250 t take √(250 / 242) − 1 = 1.640 % of the yield or 1.1 √(250 / 242) − 1 = 11.80… % of the
    // area, whose own target is 10 %.
    let (yields, area) = (annual(250.0 / 242.0, 2.0), annual(1.21 * 250.0 / 242.0, 2.0));
    assert_eq!([shown(yields), shown(area)], ["1.64", "11.81"]);
    let both = [
        ("yield", 1.64, "Yield (rise 1.64 % a year in 2021–22)"),
        ("area", 11.81, "Area (rise 11.81 % a year in 2021–22)"),
    ];
    for comparator in ["AtLeast", "MoreThan"] {
        goal(derived("harvest", level_target(comparator, 250.0)), &both);
    }
    // Twice over, through another derived indicator: the root of 250² / 242², shared by two years, is the same.
    goal(
        derived("harvest * harvest", level_target("AtLeast", 62500.0)),
        &both,
    );
    // A ceiling of 230 t takes a fall of 2.51 % of the yield; the area must not grow less.
    assert_eq!(shown(-annual(230.0 / 242.0, 2.0)), "2.52");
    goal(
        derived("harvest", level_target("AtMost", 230.0)),
        &[("yield", -2.52, "Yield (fall 2.52 % a year in 2021–22)")],
    );
    // Points a year: 2 kg becomes 2 · 230 / 242 = 1.9008… kg in two years, less than 0.0496 a year.
    let dose = one("Dose", "kg", "Additive", "base: Some(2.0)");
    goal(
        dose + &derived("area * dose", level_target("LessThan", 230.0)),
        &[("dose", -0.05, "Dose (fall 0.05 kg a year in 2021–22)")],
    );
    // 121 ha for 2 t/ha make 60.5; for 65 the divisor has to fall, or the area to grow by 14.02 %.
    assert_eq!(shown(-annual(60.5 / 65.0, 2.0)), "3.53");
    assert_eq!(shown(annual(1.21 * 65.0 / 60.5, 2.0)), "14.02");
    goal(
        derived("area / yield", level_target("AtLeast", 65.0)),
        &[
            ("yield", -3.53, "Yield (fall 3.53 % a year in 2021–22)"),
            ("area", 14.02, "Area (rise 14.02 % a year in 2021–22)"),
        ],
    );
    // No other lever: 12 247.4… = 100² · 1.1067⁴, so its own target is outdone by 0.67 points.
    assert_eq!(shown(annual(1.5_f64.sqrt(), 2.0)), "10.67");
    goal(
        derived("area * area", level_target("AtLeast", 15000.0)),
        &[("area", 10.67, "Area (rise 10.67 % a year in 2021–22)")],
    );
    // What is no product at all: 100 less the share; 2.25 points a year instead of 2 take 20 to 24.5.
    let floor = level_target("AtLeast", 24.0);
    let share = one("Share", "%", "Additive", &format!("base: Some(20.0), {floor}"));
    let rest = one(
        "Goal",
        "%",
        r#"Derived("100 - share")"#,
        &level_target("AtMost", 75.5),
    );
    goal(
        share + &rest,
        &[("share", 2.25, "Share (rise 2.25 points a year in 2021–22)")],
    );
}

#[test]
fn targets_that_cannot_hold_together() {
    const NEVER: &str = "leads there: the targets cannot all be met.";
    let goal = |more: String, stance: Stance, ending: &str| {
        let said = said(&farm(&more), &Scenario::default());
        let goal = about(&said, "goal");
        assert!(goal.english.ends_with(ending), "{}", goal.english);
        assert_eq!(goal.stance, stance);
        goal.subject == said[0].subject
    };
    let derived =
        |expression: &str, target: String| one("Goal", "t", &format!(r#"Derived("{expression}")"#), &target);
    // The area must reach 121 ha: its square is 14,641 at least.
    let is_first = goal(
        derived("area * area", level_target("AtMost", 14000.0)),
        Stance::Conflicts,
        NEVER,
    );
    assert!(is_first, "conflicts come first");
    // At least 121 ha with at most 1.5 people each are 181.5 of them, or fewer: never more.
    let ceiling = level_target("AtMost", 1.5);
    let crew = one("Crew", "people", "Growth", &format!("base: Some(2.0), {ceiling}"));
    let per_crew = one(
        "Goal",
        "ha",
        r#"Derived("area / crew")"#,
        &level_target("AtMost", 70.0),
    );
    // 121 / 1.5 = 80.7, and it only grows.
    goal(crew + &per_crew, Stance::Conflicts, NEVER);
    // Of two levers neither does it alone here, one because of a ceiling: nobody knows, and nobody says.
    let floor = level_target("AtLeast", 24.0);
    let share = one(
        "Share",
        "%",
        "Additive",
        &format!("base: Some(20.0), bounds: Some((0.0, 25.0)), {floor}"),
    );
    let other = one(
        "Other",
        "%",
        "Additive",
        "base: Some(10.0), bounds: Some((0.0, 11.0))",
    );
    let sum = one(
        "Goal",
        "%",
        r#"Derived("share + other")"#,
        &level_target("AtLeast", 36.0),
    );
    goal(
        share + &other + &sum,
        Stance::Notable,
        "no single rate for one lever was found that meets them all.",
    );
}

#[test]
fn what_is_known_already_is_past_and_needs_no_lever() {
    let plan = farm(&one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &level_target("AtLeast", 250.0),
    ));
    let mut scenario = Scenario::default();
    let figure = |year, figure| vec![ActualEntry { year, figure }];
    scenario
        .actuals
        .set(plan.find("goal").unwrap(), figure(2022, Actual::Level(245.0)));
    let found = said(&plan, &scenario);
    let goal: Vec<&Said> = found.iter().filter(|said| said.subject == "goal").collect();
    // 245 / 242 = 1.0124 beyond the harvest; and 2022 is over.
    assert_eq!(
        goal[1].english,
        "Goal went from 200.0 t in 2020 to 245.0 t in 2022: Harvest × 1.2100; difference between actuals and \
         derived values (× 1.0124). This does not reach the target of 250 t."
    );
    assert_eq!(goal[1].stance, Stance::Notable);
    // Published for 2021: 225 t. What the harvest does from there to 2022 is what counts: 225 · 1.1 = 247.5, and 250 t
    // take a rise of 250 / 247.5 − 1 = 1.0101 % in one year, or 1.1 · 250 / 247.5 − 1 = 11.1111 % of the area.
    scenario
        .actuals
        .set(plan.find("goal").unwrap(), figure(2021, Actual::Level(225.0)));
    let found = said(&plan, &scenario);
    let goal = found.iter().rfind(|said| said.subject == "goal").unwrap();
    let expected = "Any one of these would be enough for all of them: Yield (rise 1.02 % a year in 2022); Area \
                    (rise 11.12 % \
                    a year in 2022).";
    assert!(goal.english.ends_with(expected), "{}", goal.english);
}

#[test]
fn figures_that_are_apart_are_seen_to_be() {
    // 1 − 0.9² = 19 %, less a hundredth of a point at 9.995 % a year: 1 − 0.900 05² = 18.991 %.
    let decline = |fall: f64| {
        format!(r#"target: Some((form: CumulativeDecline({fall:?}), comparator: AtLeast, wording: ""))"#)
    };
    let more = one("Waste", "t", "Decline", "base: Some(10.0)")
        + &one("Goal", "t", r#"Derived("waste")"#, &decline(18.99))
        + &one("Other", "t", r#"Derived("waste * 1")"#, &decline(18.992))
        + &one(
            "Level",
            "t",
            r#"Derived("waste * 2")"#,
            &level_target("AtMost", 16.2),
        );
    let plan = farm(&more);
    let mut scenario = Scenario::default();
    scenario
        .rates
        .set(plan.find("waste").unwrap(), Rates::Constant(9.995));
    let said = said(&plan, &scenario);
    for (subject, figure, verdict) in [
        ("goal", "fall 18.991 %", "reaches the target of 18.99 %"),
        // On the right side of 18.992 with two decimals already.
        ("other", "fall 18.99 %", "does not reach the target of 18.992 %"),
        // 20 · 0.900 05² = 16.2018
        ("level", "to 16.202 t", "exceeds the ceiling of 16.2 t"),
    ] {
        let english = &about(&said, subject).english;
        assert!(english.contains(figure) && english.contains(verdict), "{english}");
    }
}

#[test]
fn changes_are_told_in_the_unit_of_the_indicator() {
    let change = |points: f64| {
        format!(r#"target: Some((form: Change({points:?}), comparator: AtLeast, wording: ""))"#)
    };
    let share = one("Share", "%", "Additive", "base: Some(20.0)");
    let more = share
        + &one("Left", "%", r#"Derived("100 - share")"#, &change(3.0))
        + &one("Goal", "t", r#"Derived("harvest")"#, &change(40.0));
    let said = said(&farm(&more), &Scenario::default());
    let left = &about(&said, "left").english;
    let expected =
        "Left will go from 80.0 % in 2020 to 80.0 % in 2022. This does not reach the target of +3 points.";
    assert!(left.starts_with(expected), "{left}");
    let goal = &about(&said, "goal").english;
    assert!(
        goal.starts_with("Goal will go from 200.0 t in 2020 to 242.0 t in 2022: "),
        "{goal}"
    );
    assert!(goal.contains("This reaches the target of +40 t."), "{goal}");
}

#[test]
fn findings_name_what_keeps_to_the_plan() {
    let english = |plan: &Plan, scenario: &Scenario, subject: &str| -> Vec<String> {
        let found = implications(plan, scenario, &project(plan, scenario));
        let about = found.iter().filter(|found| plan.get(found.subject).id == subject);
        about
            .map(|found| finding(plan, found, Language::English))
            .collect()
    };
    let plan = farm(&one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &level_target("AtLeast", 200.0),
    ));
    let mut scenario = Scenario::default();
    let only = |scenario: &Scenario| {
        let mut all = english(&plan, scenario, "goal");
        assert_eq!(all.len(), 1);
        all.remove(0)
    };
    assert!(only(&scenario).ends_with("This follows from the plan's own path; nothing was entered."));
    // The area of 2021 is known; the yield is not, nor is anything of 2022.
    let figure = |year, figure| vec![ActualEntry { year, figure }];
    scenario
        .actuals
        .set(plan.find("area").unwrap(), figure(2021, Actual::Level(111.0)));
    let said = only(&scenario);
    let expected =
        "On the plan's own path, as nothing was entered: Yield. On the plan's own path from 2022 on: Area.";
    assert!(said.ends_with(expected), "{said}");
    // Set rates are no assumption.
    for lever in ["area", "yield"] {
        scenario
            .rates
            .set(plan.find(lever).unwrap(), Rates::Constant(10.0));
    }
    assert!(only(&scenario).ends_with("This reaches the target of 200 t."));
    // A published figure beside what nobody entered: 245 t of 2021 beside 111 ha · 2 t/ha = 222 t.
    scenario.rates.remove(plan.find("yield").unwrap());
    scenario
        .actuals
        .set(plan.find("goal").unwrap(), figure(2021, Actual::Level(245.0)));
    let said = &english(&plan, &scenario, "goal")[0];
    // 245 / 222 − 1 = 10.36 %
    assert_eq!(
        said,
        "Goal, 2021: 245.0 was entered, but its inputs give 222.0, a difference of +10.36 %. On the plan's own path \
         for that year, as nothing was entered: Yield."
    );
    // What rounding makes of it is no difference: 222.005 t is 0.002 % more.
    scenario
        .actuals
        .set(plan.find("goal").unwrap(), figure(2021, Actual::Level(222.005)));
    assert_eq!(english(&plan, &scenario, "goal").len(), 1);
    // Falls as yearly rates judge a path as well.
    let (plan, scenario) = example("mid-term-2013");
    let cod = &english(&plan, &scenario, "cod")[0];
    assert!(
        cod.contains("On the plan's own path, as nothing was entered: "),
        "{cod}"
    );
}

#[test]
fn a_lever_that_goes_too_far_is_told_how_far_it_may_go() {
    let plan = farm(&one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &level_target("AtMost", 250.0),
    ));
    let mut scenario = Scenario::default();
    scenario
        .rates
        .set(plan.find("yield").unwrap(), Rates::Constant(5.0));
    let said = said(&plan, &scenario);
    // 242 t without the yield, so it may rise by √(250 / 242) − 1 = 1.6395 %.
    let goal = about(&said, "goal");
    let expected = "This would be enough for all of them: Yield (rise 1.63 % a year in 2021–22).";
    assert!(goal.english.ends_with(expected), "{}", goal.english);
    assert!(goal.chinese.ends_with("单产（2021—2022年年均增长1.63%）。"));
}

#[test]
fn targets_of_growth_and_decline_speak_their_own_terms() {
    let growth = r#"target: Some((form: AverageGrowth(9.0), comparator: AtLeast, wording: ""))"#;
    let decline = r#"target: Some((form: CumulativeDecline(20.0), comparator: AtLeast, wording: ""))"#;
    let more = one("Goal", "t", r#"Derived("harvest")"#, growth)
        + &one("Scarcity", "1", r#"Derived("yield / area")"#, decline);
    let said = said(&farm(&more), &Scenario::default());
    assert_eq!(
        about(&said, "goal").english,
        "Goal will rise 10.00 % a year: Harvest (rise 10.00 % a year). This reaches the target of 9 % a year."
    );
    // 1 / 1.21 = 0.8264: a fall of 17.36 %.
    let scarcity = &about(&said, "scarcity").english;
    let expected = "Scarcity will fall 17.36 % by 2022: divided by Area (rise 21.00 %); Yield (no change). This \
                    does not reach the target of 20 %.";
    assert!(scarcity.starts_with(expected), "{scarcity}");
}

#[test]
fn a_falling_concentration_ratio_of_any_plan() {
    let top = one(
        "Top",
        "%",
        "Concentration",
        &format!("base: Some(30.0), {}", level_target("LessThan", 20.0)),
    );
    let said = said(&farm(&top), &Scenario::default());
    let behind = numbers::decimal(-annual(20.0 / 30.0, 2.0), 2);
    assert_eq!(
        about(&said, "top").english,
        format!(
            "Top: 30.0 % becomes 20.0 % as the largest firms fall behind the whole industry by {behind} % a year. \
             This is not below the ceiling of 20 %."
        )
    );
}

#[test]
fn a_strict_fall_that_is_reached_is_not_missed() {
    let strict = r#"target: Some((form: CumulativeDecline(19.0), comparator: MoreThan, wording: ""))"#;
    let said = said(&farm(&one("Waste", "t", "Decline", strict)), &Scenario::default());
    // 0.9 · 0.9 = 0.81.
    assert_eq!(
        about(&said, "waste").english,
        "A fall of more than 19 % from 2020 to 2022 takes 10.001 % a year: Waste."
    );
}

#[test]
fn tangled_identities_take_no_time() {
    // Each is the product of the two before it: the hundredth depends on the area in more ways than can be counted.
    let mut more =
        one("X0", "1", r#"Derived("area * area")"#, "") + &one("X1", "1", r#"Derived("area * x0")"#, "");
    for n in 2..100 {
        let expression = format!(r#"Derived("x{} * x{}")"#, n - 1, n - 2);
        let target = if n == 5 {
            level_target("LessThan", 1.0)
        } else {
            String::new()
        };
        more += &one(&format!("X{n}"), "1", &expression, &target);
    }
    let said = said(&farm(&more), &Scenario::default());
    assert_eq!(about(&said, "x5").levers, ["area"]);
    assert_eq!(about(&said, "x5").stance, Stance::Conflicts);
}

#[test]
fn a_plan_without_identities_has_nothing_to_say() {
    let text = r#"(format: 1, id: "p", title: "P", base_year: 2020, end_year: 2022, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [(id: "x", name: "X", category: "c", unit: "u", base: Some(1.0), dynamics: Growth)])"#;
    let plan = plan::read_text("p", text).unwrap();
    assert!(said(&plan, &Scenario::default()).is_empty());
}

/// A plan whose goal is the harvest, 220 t in 2021 and 242 t in 2022 on the plan's own path.
fn farm_with_goals(targets: &str) -> Plan {
    let goal = one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &format!("targets: [{targets}]"),
    );
    farm_of(2, &goal)
}

fn at_least(level: f64, due: &str) -> String {
    format!(r#"(form: Level({level:?}), comparator: AtLeast, wording: "", due: {due}),"#)
}

#[test]
fn a_target_in_the_other_direction_is_named_with_its_own() {
    let goal = |form: &str, yields: f64| {
        let target = format!(r#"target: Some((form: {form}, comparator: AtLeast, wording: ""))"#);
        let plan = farm(&one("Goal", "t", r#"Derived("harvest")"#, &target));
        let mut scenario = Scenario::default();
        let rates = Rates::Constant(yields);
        scenario.rates.set(plan.find("yield").unwrap(), rates);
        let said = said(&plan, &scenario);
        let goal = about(&said, "goal");
        (goal.english.clone(), goal.chinese.clone())
    };
    // 1.1² = 1.21: a rise of 21 %.
    let (english, chinese) = goal("CumulativeDecline(10.0)", 0.0);
    assert!(english.starts_with("Goal will rise 21.00 % by 2022"), "{english}");
    let expected = "This does not reach the target of a fall of 10 %.";
    assert!(english.contains(expected), "{english}");
    assert!(chinese.contains("没有达到下降10%的目标。"), "{chinese}");
    // 1.1 · 0.8 = 0.88: a fall of 12 % a year.
    let (english, chinese) = goal("AverageGrowth(5.0)", -20.0);
    assert!(english.starts_with("Goal will fall 12.00 % a year"), "{english}");
    let expected = "This does not reach the target of a rise of 5 % a year.";
    assert!(english.contains(expected), "{english}");
    assert!(chinese.contains("没有达到年均增长5%的目标。"), "{chinese}");
    // Where it goes the way that is asked for, the direction has been said.
    let (english, _) = goal("AverageGrowth(12.0)", 0.0);
    assert!(english.contains("the target of 12 % a year."), "{english}");
}

#[test]
fn what_would_be_enough_is_tried_against_every_target() {
    let goal = |in_2021: f64| {
        let both = at_least(250.0, "End") + &at_least(in_2021, "In(2021)");
        let said = said(&farm_with_goals(&both), &Scenario::default());
        let goal = about(&said, "goal");
        (goal.english.clone(), goal.chinese.clone())
    };
    // 250 t take √(250 / 242) − 1 = 1.64 % of the yield, or 11.81 % of the area: 223.6 t in 2021.
    let ways = "Yield (rise 1.64 % a year in 2021–22); Area (rise 11.81 % a year in 2021–22).";
    let missed = "Other targets not met: Goal, 2021.";
    let (english, chinese) = goal(230.0);
    let expected =
        format!("would be enough for it, though not for all of its other targets: {ways} {missed}");
    assert!(english.ends_with(&expected), "{english}");
    assert!(
        chinese.contains("但该指标的其他目标仍不能全部实现：单产"),
        "{chinese}"
    );
    let (english, _) = goal(221.0);
    let expected = format!("would be enough for all of them: {ways} {missed}");
    assert!(english.ends_with(&expected), "{english}");
}

#[test]
fn nothing_holds_together_while_a_target_of_another_year_is_missed() {
    let goal = |targets: &str| {
        let plan = farm_with_goals(targets);
        let said = said(&plan, &Scenario::default());
        let goal = about(&said, "goal");
        (goal.stance, goal.english.clone(), goal.chinese.clone())
    };
    let end = at_least(240.0, "End");
    let (stance, english, chinese) = goal(&(end.clone() + &at_least(230.0, "In(2021)")));
    let expected = "This reaches the target of 240 t. Other targets not met: Goal, 2021.";
    assert!(english.ends_with(expected), "{english}");
    assert!(
        chinese.ends_with("其他未达到的目标：Goal（2021年）。"),
        "{chinese}"
    );
    assert_eq!(stance, Stance::Notable);
    let (stance, english, chinese) = goal(&at_least(225.0, "EachYear"));
    assert!(
        english.ends_with(". Targets not met: Goal, every year."),
        "{english}"
    );
    assert!(chinese.ends_with("未达到的目标：Goal（各年）。"), "{chinese}");
    assert_eq!(stance, Stance::Notable);
    // 220 t are 220 t.
    let (stance, english, _) = goal(&(end + &at_least(220.0, "In(2021)")));
    assert!(
        english.ends_with("This reaches the target of 240 t."),
        "{english}"
    );
    assert_eq!(stance, Stance::Holds);
}

#[test]
fn published_figures_of_a_product_are_no_data_of_its_factors() {
    let target = level_target("AtLeast", 200.0);
    let plan = farm(&one("Goal", "t", r#"Derived("harvest")"#, &target));
    let mut scenario = Scenario::default();
    let figure = |year, figure| vec![ActualEntry { year, figure }];
    let [goal, area] = ["goal", "area"].map(|id| plan.find(id).unwrap());
    let told = |scenario: &Scenario, language: Language| -> Vec<String> {
        let found = implications(&plan, scenario, &project(&plan, scenario));
        let about = found.iter().filter(|found| found.subject == goal);
        about.map(|found| finding(&plan, found, language)).collect()
    };
    // 2021 of the goal was published; of the area and the yield nothing ever was.
    scenario.actuals.set(goal, figure(2021, Actual::Level(245.0)));
    let path = |scenario: &Scenario| {
        let all = told(scenario, Language::English);
        let is_path = |said: &String| said.starts_with("Goal will");
        all.into_iter().find(is_path).unwrap()
    };
    let said = path(&scenario);
    let expected = "On the plan's own path, as nothing was entered: Area; Yield.";
    assert!(said.ends_with(expected), "{said}");
    scenario.actuals.set(area, figure(2021, Actual::Level(111.0)));
    let said = path(&scenario);
    let expected =
        "On the plan's own path, as nothing was entered: Yield. On the plan's own path from 2022 on: Area.";
    assert!(said.ends_with(expected), "{said}");
    // 121 ha in 2022 make 110 ha of 2021, and 220 t: 245 / 220 − 1 = 11.36 %.
    scenario.actuals.set(area, figure(2022, Actual::Level(121.0)));
    let said = &told(&scenario, Language::English)[0];
    assert_eq!(
        said,
        "Goal, 2021: 245.0 was entered, but its inputs give 220.0, a difference of +11.36 %. Interpolated for that \
         year: Area. On the plan's own path for that year, as nothing was entered: Yield."
    );
    let said = &told(&scenario, Language::Chinese)[0];
    assert!(said.contains("该年由内插得出的有：Area。"), "{said}");
}
