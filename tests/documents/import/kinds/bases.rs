//! What figures are measured against: the year before, the base year, another year; as changes and as indices.

use planpath::scenario::import::{Choice, FigureKind, Topic};

use super::{answered, asks, choices, gives, reasons};

#[test]
fn an_index_with_the_year_before_at_100_is_a_change() {
    for name in [
        "工业增加值（上年=100）",
        "工业增加值指数（上年=100）",
        "工业增加值（以上年为100）",
        "工业增加值指数(上年＝100)",
        "Industrial value added (previous year = 100)",
        "Industrial value added index (preceding year=100)",
    ] {
        // 110.8 − 100 = 10.8.
        gives(
            &format!("指标,2011,2012\n{name},110.8,107.9\n"),
            &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
        );
    }
    gives(
        "指标,2011\n单位工业增加值能耗（上年=100）,96.5\n",
        &[("energy-intensity", 2011, 'a', -3.5)],
    );
    assert_eq!(
        reasons("指标,2011\n钢铁行业前10家产业集中度（上年=100）,101.2\n"),
        ["import-index-of-points"]
    );
}

#[test]
fn an_index_of_the_base_year_is_measured_against_it() {
    gives(
        "指标,2011,2012\n工业增加值（2010年=100）,110.8,119.6\n单位工业增加值能耗（2010=100）,96.5,90.8\n",
        &[
            ("value-added", 2011, 'c', 10.8),
            ("value-added", 2012, 'c', 19.6),
            // The plan has it as an index with 2010 = 100.
            ("energy-intensity", 2011, 'l', 96.5),
            ("energy-intensity", 2012, 'l', 90.8),
        ],
    );
    // For another year, the base year's figure is needed: 188.7 / 170 = 1.11.
    gives(
        "指标,2010,2011\n工业增加值（2005年=100）,170,188.7\n",
        &[("value-added", 2011, 'c', 11.0)],
    );
    assert_eq!(
        reasons("指标,2011\n工业增加值（2005年=100）,188.4\n"),
        ["import-other-base"]
    );
}

#[test]
fn an_index_that_does_not_say_of_what_is_asked_for() {
    let text = "指标,2011,2012\n工业增加值指数,110.8,107.9\n";
    let preview = asks(text, &[Topic::Kind]);
    assert_eq!(
        choices(&preview, 0),
        [
            Choice::ReadAs(0, FigureKind::AnnualChange),
            Choice::ReadAs(0, FigureKind::CumulativeChange)
        ]
    );
    answered(
        text,
        0,
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
    answered(
        text,
        1,
        &[("value-added", 2011, 'c', 10.8), ("value-added", 2012, 'c', 7.9)],
    );
}

#[test]
fn changes_say_against_which_year() {
    for (name, kind) in [
        ("工业增加值比上年增长（%）", 'a'),
        ("工业增加值同比增速", 'a'),
        ("工业增加值增长率(%)", 'a'),
        ("Industrial value added, growth (%)", 'a'),
        ("\"Industrial value added, year-on-year, %\"", 'a'),
        ("工业增加值累计增长（%）", 'c'),
        ("工业增加值比2010年增长（%）", 'c'),
        ("Industrial value added: change since 2010 (%)", 'c'),
    ] {
        let name = name.trim_matches('"');
        gives(
            &format!("指标,2011,2012\n\"{name}\",10.8,17.9\n"),
            &[
                ("value-added", 2011, kind, 10.8),
                ("value-added", 2012, kind, 17.9),
            ],
        );
    }
    // The year before, given by number.
    gives(
        "指标,2011年比2010年增长（%）,2012年比2011年增长（%）\n工业增加值,10.8,7.9\n",
        &[("value-added", 2011, 'c', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
    assert_eq!(
        reasons("指标,2011\n工业增加值比2005年增长（%）,70\n"),
        ["import-other-base"]
    );
}

#[test]
fn averages_targets_and_parts_of_a_year_are_no_figures_of_a_year() {
    for (text, reason) in [
        (
            "指标,2011,年均增长（%）\n工业增加值（亿元）,188470,9.2\n",
            "import-average",
        ),
        (
            "指标,2011,2015年目标\n工业增加值（亿元）,188470,235000\n",
            "import-promised",
        ),
        (
            "指标,2011,2012年预计\n工业增加值（亿元）,188470,200000\n",
            "import-promised",
        ),
        (
            "指标,2011,2012年1-9月\n工业增加值（亿元）,188470,150000\n",
            "import-part-year",
        ),
        (
            "指标,2011,2012年上半年\n工业增加值（亿元）,188470,98000\n",
            "import-part-year",
        ),
        (
            "Indicator,2011,2012Q3\nIndustrial value added (bn CNY),18847,5000\n",
            "import-part-year",
        ),
    ] {
        assert_eq!(reasons(text), [reason], "{text}");
        gives(text, &[("value-added", 2011, 'l', 18.847)]);
    }
}

#[test]
fn percent_of_a_share_is_asked_for() {
    let text = "指标,2011\n钢铁行业前10家产业集中度同比增长（%）,1.2\n";
    let preview = asks(text, &[Topic::Kind]);
    assert_eq!(
        choices(&preview, 0),
        [Choice::ReadAs(0, FigureKind::AnnualChange), Choice::LeaveOut(0)]
    );
    answered(text, 0, &[("steel-cr10", 2011, 'a', 1.2)]);
    answered(text, 1, &[]);
    gives(
        "指标,2011\n钢铁行业前10家产业集中度比上年提高（个百分点）,0.6\n",
        &[("steel-cr10", 2011, 'a', 0.6)],
    );
}

#[test]
fn what_is_100_may_stand_around_the_figures() {
    let falls = [
        ("energy-intensity", 2011, 'a', -3.5),
        ("energy-intensity", 2012, 'a', -5.9),
    ];
    for text in [
        "指标（上年=100）,2011,2012\n单位工业增加值能耗,96.5,94.1\n",
        "Previous year = 100,2011,2012\nEnergy intensity of value added,96.5,94.1\n",
        "指标,2011,2012\n单位工业增加值能耗,96.5,94.1\n注：表中数据以上年为100。\n",
        "Indicator,2011,2012\nenergy-intensity,96.5,94.1\nNote: previous year = 100.\n",
        "指标（上年=1）,2011,2012\n单位工业增加值能耗,0.965,0.941\n",
        "指标,2011,2012\n一、指数（上年=100）\n单位工业增加值能耗,96.5,94.1\n",
    ] {
        gives(text, &falls);
    }
    // 71.4 / 74 − 1 = −3.51 %, 67.2 / 74 − 1 = −9.19 %
    let expected = [
        ("energy-intensity", 2011, 'c', (71.4 / 74.0 - 1.0) * 100.0),
        ("energy-intensity", 2012, 'c', (67.2 / 74.0 - 1.0) * 100.0),
    ];
    for text in [
        "指标（2005年=100）,2010,2011,2012\n单位工业增加值能耗,74.0,71.4,67.2\n",
        "Indicator,2010,2011,2012\nenergy-intensity,74.0,71.4,67.2\nNote: 2005 = 100.\n",
        // Nothing is stated, and 2010 is not 100.
        "指标,2010,2011,2012\n单位工业增加值能耗,74.0,71.4,67.2\n",
    ] {
        gives_nearly(text, &expected);
    }
    let text = "指标（2010年=100）,2010,2011\n单位工业增加值能耗,74.0,71.4\n";
    gives(text, &[]);
    assert!(reasons(text).contains(&"import-no-hundred"));
}

/// Figures to six decimals.
#[track_caller]
fn gives_nearly(text: &str, expected: &[(&str, i32, char, f64)]) {
    let found = super::stored(&super::read(text));
    assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
    for ((id, year, kind, value), wanted) in found.iter().zip(expected) {
        assert_eq!(
            (id.as_str(), *year, *kind),
            (wanted.0, wanted.1, wanted.2),
            "{text}"
        );
        assert!((value - wanted.3).abs() < 1e-6, "{text}: {value}");
    }
}

#[test]
fn a_running_total_may_be_of_the_months_of_a_year() {
    // A series that goes down again cannot be cumulative from the base year.
    for text in [
        "指标,2011,2012,2013\n工业增加值累计增长（%）,10.8,10.0,9.7\n",
        "指标,2011,2012,2013\n单位工业增加值能耗累计下降（%）,3.49,5.9,4.9\n",
    ] {
        asks(text, &[Topic::Kind]);
    }
    gives(
        "指标,2011,2012\n工业增加值1-12月累计增长（%）,10.8,7.9\n",
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
}

#[test]
fn a_line_between_figures_says_against_which_year_they_are() {
    gives(
        "指标,2011,2012\n比2010年累计,,\n单位工业增加值能耗下降（%）,3.49,9.18\n比上年,,\n单位工业增加值用水量下降（%）,8.9,8.3\n",
        &[
            ("energy-intensity", 2011, 'c', -3.49),
            ("energy-intensity", 2012, 'c', -9.18),
            ("water-intensity", 2011, 'a', -8.9),
            ("water-intensity", 2012, 'a', -8.3),
        ],
    );
}

#[test]
fn prices_may_stand_around_the_figures() {
    for text in [
        "表2 工业增加值（当年价格，亿元）\n指标,2011年\n工业增加值,188470\n",
        "指标,2011年\n工业增加值（亿元）,188470\n注：按当年价格计算。\n",
        "At current prices\nIndicator,2011\nIndustrial value added (100 million yuan),188470\n",
    ] {
        gives(text, &[]);
        assert_eq!(reasons(text), ["import-prices-current"], "{text}");
    }
    // A growth beside such amounts is genuine.
    gives(
        "指标,2011\n工业增加值增速（%）,10.8\n注：绝对数按当年价格计算。\n",
        &[("value-added", 2011, 'a', 10.8)],
    );
}

#[test]
fn units_may_stand_in_the_corner() {
    let text = "指标（千亿元）,2011,2012\n工业增加值,188.5,199.7\n";
    gives(
        text,
        &[
            ("value-added", 2011, 'l', 18.85),
            ("value-added", 2012, 'l', 19.97),
        ],
    );
    gives(
        "Indicator (tce/t),2011\nEnergy per tonne of crude steel,0.602\n",
        &[("steel-unit-energy", 2011, 'l', 602.0)],
    );
}

#[test]
fn marks_behind_years_tell_forecasts_from_actuals() {
    let text = "Indicator,2011A,2012 (prelim.),2013E,2014f,2015F\nerp,60,62,64,66,70\n";
    gives(text, &[("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)]);
    assert_eq!(reasons(text), ["import-promised"]);
    // A financial year is neither a calendar year nor a month.
    let failure = std::panic::catch_unwind(|| super::read("Indicator,2010/11,2011/12\nerp,60,62\n"));
    assert!(failure.is_err(), "there is no year");
}

#[test]
fn what_has_no_year_of_its_own_is_mentioned() {
    let expected = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];
    for text in [
        "指标,十一五,2011,2012,合计\nERP普及率（%）,55,60,62,122\n",
        "Indicator,2011,2012,Average,2011-2015\nerp,60,62,61,60\n",
        "年份,ERP普及率（%）\n2011,60\n2012,62\n合计,122\n平均,61\n",
    ] {
        gives(text, &expected);
        assert_eq!(reasons(text), ["import-no-single-year"], "{text}");
    }
}
