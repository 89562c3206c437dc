//! Units in names, beside them, above the table and after the figures.

use planpath::scenario::import::{Choice, Topic};

use super::{answered, asks, choices, gives, notes, reasons};

#[test]
fn units_are_converted_wherever_they_stand() {
    // 188,470.2 hundred million are 18.84702 trillion; 0.602 tonnes are 602 kilograms.
    let value_added = [
        ("value-added", 2011, 'l', 18.84702),
        ("value-added", 2012, 'l', 19.96707),
    ];
    for text in [
        "指标,2011,2012\n工业增加值（亿元）,188470.2,199670.7\n",
        "指标,2011,2012\n工业增加值(亿元，2010年价格),188470.2,199670.7\n",
        "指标,2011,2012\n工业增加值 亿元,188470.2,199670.7\n",
        "指标,单位,2011,2012\n工业增加值,亿元,188470.2,199670.7\n",
        "单位：亿元\n指标,2011,2012\n工业增加值,188470.2,199670.7\n",
        "指标,2011,2012\n工业增加值,188470.2亿元,19.96707万亿元\n",
        "Indicator,2011,2012\nIndustrial value added (billion yuan),18847.02,19967.07\n",
        "年份,工业增加值（亿元）\n2011,188470.2\n2012,199670.7\n",
        "年份,工业增加值\n,亿元\n2011,188470.2\n2012,199670.7\n",
        "指标,年份,数值（亿元）\n工业增加值,2011,188470.2\n工业增加值,2012,199670.7\n",
        "indicator,year,value,unit\nvalue-added,2011,188470.2,亿元\nvalue-added,2012,19.96707,trillion CNY\n",
    ] {
        gives(text, &value_added);
    }
    gives(
        "指标,2011\n吨钢综合能耗（吨标准煤/吨）,0.602\n吨铝综合交流电耗（万千瓦时/吨）,1.374\n",
        &[
            ("aluminium-unit-power", 2011, 'l', 13740.0),
            ("steel-unit-energy", 2011, 'l', 602.0),
        ],
    );
}

#[test]
fn what_cannot_be_converted_is_refused_with_the_reason() {
    for (text, reason) in [
        ("指标,2011\n工业增加值（万吨）,188470\n", "import-unit"),
        ("指标,单位,2011\n工业增加值,箱,188470\n", "import-unit"),
        ("指标,2011\n工业增加值（亿美元）,29000\n", "import-unit"),
        ("指标,2011\n吨钢综合能耗（千瓦时/吨）,602\n", "import-unit"),
        (
            "指标,2011\n工业增加值（亿元，当年价格）,188470\n",
            "import-prices-current",
        ),
        ("指标,2011\n工业增加值（现价）,18.8\n", "import-prices-current"),
        (
            "指标,2011\n工业增加值（亿元，2005年价格）,188470\n",
            "import-prices-of",
        ),
        ("指标,2011\n工业增加值增加量（亿元）,18470\n", "unknown-indicator"),
        (
            "指标,2011\n工业增加值变化（亿元）,18470\n",
            "import-absolute-change",
        ),
        (
            "指标,2011\n工业增加值增速（个百分点）,1.2\n",
            "import-points-of-ratio",
        ),
        (
            "Indicator,2011\n\"Industrial value added, nominal growth (%)\",18.1\n",
            "import-nominal",
        ),
        (
            "指标,2011\n化学需氧量排放量（万吨）,354.8\n",
            "import-needs-base-value",
        ),
    ] {
        assert!(reasons(text).contains(&reason), "{text}: {:?}", reasons(text));
        gives(text, &[]);
    }
}

#[test]
fn amounts_of_what_the_plan_has_as_an_index_are_measured_against_the_tables_base_year() {
    // 354.8 of 434.8 is a fall by 80/434.8 = 18.399264 %.
    gives(
        "指标,2010,2011\n化学需氧量排放量（万吨）,434.8,354.8\n",
        &[("cod", 2011, 'c', -18.399_264_029_4)],
    );
}

#[test]
fn figures_of_a_size_that_makes_no_sense_are_asked_for_their_unit() {
    let text = "指标,2011,2012\n工业增加值,188470.2,199670.7\n";
    let preview = asks(text, &[Topic::Unit]);
    assert_eq!(choices(&preview, 0), [Choice::Unit(0, "亿元".to_owned())]);
    answered(
        text,
        0,
        &[
            ("value-added", 2011, 'l', 18.84702),
            ("value-added", 2012, 'l', 19.96707),
        ],
    );
}

#[test]
fn prices_that_nobody_states_are_mentioned() {
    let text = "指标,2011\n工业增加值（亿元）,188470.2\n";
    assert_eq!(notes(text), ["import-note-prices"]);
    assert!(notes("指标,2011\n工业增加值（亿元，2010年价格）,188470.2\n").is_empty());
}

#[test]
fn fractions_are_asked_for() {
    let text = "Indicator,2011,2012\nsteel-cr10,0.492,0.459\n";
    asks(text, &[Topic::Fractions]);
    answered(
        text,
        0,
        &[("steel-cr10", 2011, 'a', 0.492), ("steel-cr10", 2012, 'a', 0.459)],
    );
    answered(
        text,
        1,
        &[("steel-cr10", 2011, 'l', 49.2), ("steel-cr10", 2012, 'l', 45.9)],
    );
    let growth = "Indicator,2011,2012\n\"Industrial value added, annual growth\",0.108,0.079\n";
    asks(growth, &[Topic::Fractions]);
    answered(
        growth,
        1,
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
    // A percent sign leaves nothing open, and 0.71 % of revenue is a plain level.
    gives(
        "Indicator,2011\nrd-intensity,0.71%\n",
        &[("rd-intensity", 2011, 'l', 0.71)],
    );
}
