//! What the numbers of the built-in plan imply, line by line, on its own path.

use super::*;

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
    // CO₂ moves in step if the mix is unchanged; water: 1.4693 · 0.7.
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
    // 0.79 · 1 = 0.79: 21 is not more than 21. Any fall of the carbon factor would do; so would 4.61 % a year of energy
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
    // More than 90 is not met at 90, but no other growth is worth mentioning.
    let automobiles = about(&said, "automobile-cr10");
    assert_eq!(automobiles.stance, Stance::Notable);
    assert!(
        automobiles
            .english
            .ends_with("This does not exceed the target of 90 %.")
    );
}
