//! What figures are measured against: the year before, the base year, another year; as changes and as indices.

use planpath::scenario::import::{Choice, Kind, Topic};

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
            // The plan has it as an index of 2010.
            ("energy-intensity", 2011, 'l', 96.5),
            ("energy-intensity", 2012, 'l', 90.8),
        ],
    );
    // Of another year, it takes the base year's figure: 188.7 / 170 = 1.11.
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
            Choice::ReadAs(0, Kind::AnnualChange),
            Choice::ReadAs(0, Kind::CumulativeChange)
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
    // Against the year before by its number.
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
        [Choice::ReadAs(0, Kind::AnnualChange), Choice::LeaveOut(0)]
    );
    answered(text, 0, &[("steel-cr10", 2011, 'a', 1.2)]);
    answered(text, 1, &[]);
    gives(
        "指标,2011\n钢铁行业前10家产业集中度比上年提高（个百分点）,0.6\n",
        &[("steel-cr10", 2011, 'a', 0.6)],
    );
}
