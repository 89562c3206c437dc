//! Implications of scenarios for the built-in plan.

use super::*;

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
            assert_ne!(say(language, wording::stance(stance)), wording::stance(stance));
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
