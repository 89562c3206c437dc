//! The direction of figures, when stated separately from them and for every indicator alike.

use planpath::scenario::import::Topic;

use super::{answered, asks, gives, reasons};

const CO2: &str = "单位工业增加值二氧化碳排放量";
const WATER: &str = "单位工业增加值用水量";

/// Names of indicators of every kind: derived, a lever meant to fall, one meant to rise.
const NAMES: [(&str, &str); 4] = [
    ("co2-intensity", CO2),
    ("water-intensity", WATER),
    ("value-added", "工业增加值"),
    ("water-use", "工业用水量"),
];

#[test]
fn a_fall_that_only_a_text_around_speaks_of_is_asked_about() {
    for (id, name) in NAMES {
        for (before, behind) in [
            ("单位GDP二氧化碳排放下降率\n指标,2011,2012\n", ""),
            ("Rate of decline (%)\nIndicator,2011,2012\n", ""),
            ("下降率（%）,2011,2012\n", ""),
            ("指标,2011,2012\n", "注：表中数据为降低率。\n"),
            ("指标,2011,2012\n", "Note: figures are reductions.\n"),
        ] {
            let text = format!("{before}{name}（%）,3.9,4.2\n{behind}");
            let preview = asks(&text, &[Topic::Sign]);
            assert_eq!(super::stored(&preview), [], "{text}");
            answered(&text, 1, &[(id, 2011, 'a', -3.9), (id, 2012, 'a', -4.2)]);
        }
    }
    // Notes on signs, and on slowing growth.
    for note in ["注：负数表示下降。", "注：2012年增速较上年下降。"] {
        gives(
            &format!("指标,2011,2012\n工业增加值（%）,10.8,7.9\n{note}\n"),
            &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
        );
    }
    // A name that states the direction leaves nothing open, nor does one that mentions growth.
    gives(
        "节能减排与下降情况\n指标,2011\n工业增加值增速（%）,10.8\n单位工业增加值用水量降低（%）,8.9\n",
        &[
            ("value-added", 2011, 'a', 10.8),
            ("water-intensity", 2011, 'a', -8.9),
        ],
    );
}

#[test]
fn a_heading_over_all_years_is_heard() {
    for (id, name) in NAMES {
        for text in [
            format!("指标,比上年下降（%）,\n,2011,2012\n{name},3.9,4.2\n"),
            format!("指标,2011,2012\n,比上年下降（%）,比上年下降（%）\n{name},3.9,4.2\n"),
        ] {
            gives(&text, &[(id, 2011, 'a', -3.9), (id, 2012, 'a', -4.2)]);
        }
    }
}

#[test]
fn a_column_of_directions_is_heard() {
    for (id, name) in NAMES {
        let expected = [(id, 2011, 'a', -3.9), (id, 2012, 'a', -4.2)];
        for (heading, word) in [
            ("增减方向", "下降"),
            ("升降", "↓"),
            ("升降", "－"),
            ("方向", "降"),
            ("direction", "down"),
        ] {
            gives(
                &format!("指标,{heading},2011,2012\n{name}变化（%）,{word},3.9,4.2\n"),
                &expected,
            );
            gives(
                &format!("指标,2011,2012,{heading}\n{name}比上年（%）,3.9,4.2,{word}\n"),
                &expected,
            );
            gives(
                &format!("指标,年份,比上年（%）,{heading}\n{name},2011,3.9,{word}\n{name},2012,4.2,{word}\n"),
                &expected,
            );
            gives(
                &format!("年份,{name}比上年（%）,{heading}\n2011,3.9,{word}\n2012,4.2,{word}\n"),
                &expected,
            );
            gives(
                &format!("指标,2011,{heading},2012,{heading}\n{name}比上年（%）,3.9,{word},4.2,{word}\n"),
                &expected,
            );
        }
    }
}

#[test]
fn directions_may_differ_and_must_be_understood() {
    gives(
        "指标,2011,升降,2012,升降\n单位工业增加值用水量变化（%）,8.9,↓,0.4,↑\n",
        &[
            ("water-intensity", 2011, 'a', -8.9),
            ("water-intensity", 2012, 'a', 0.4),
        ],
    );
    for heading in ["幅度（%）", "数值（%）", "升降幅度（%）"] {
        gives(
            &format!("指标,2011,,2012,\n,{heading},方向,{heading},方向\n工业增加值变化,3.9,↓,4.2,↑\n"),
            &[("value-added", 2011, 'a', -3.9), ("value-added", 2012, 'a', 4.2)],
        );
    }
    for mark in ["▲", "见注"] {
        let text = format!("指标,方向,2011,2012\n工业增加值变化（%）,{mark},3.9,4.2\n");
        gives(&text, &[]);
        assert!(reasons(&text).contains(&"import-unclear-way"), "{mark}");
    }
    let text = "指标,方向,2011,2012\n工业增加值变化（%）,上升,4.2,-3.9\n";
    gives(text, &[("value-added", 2011, 'a', 4.2)]);
    assert!(reasons(text).contains(&"import-unclear-way"));
    // A level may fall without being negative.
    gives(
        "指标,2011,升降\n吨钢综合能耗（千克标准煤/吨）,602,↓\n",
        &[("steel-unit-energy", 2011, 'l', 602.0)],
    );
}

#[test]
fn words_that_contradict_each_other_are_asked_about() {
    for text in [
        "指标,2011年同比增长（%）,2012年同比增长（%）\n单位工业增加值能耗降低率,3.49,5.9\n",
        "指标,2011年下降（%）,2012年下降（%）\n工业增加值增长率,10.8,7.9\n",
        "指标,2011,2012\n单位工业增加值能耗降低率比上年提高,0.4,0.5\n",
    ] {
        asks(text, &[Topic::Sign]);
    }
    gives(
        "指标,2011,2012\n工业增加值增长(+)、下降(-)%,10.8,7.9\n",
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
}

#[test]
fn figures_of_what_may_fall_are_asked_for_whether_it_is_derived_or_not() {
    for (id, name) in [
        ("co2-intensity", CO2),
        ("water-intensity", WATER),
        ("co2-intensity", "CO2 intensity of value added"),
    ] {
        let text = format!("指标,2011,2012\n{name}（%）,3.9,4.2\n");
        asks(&text, &[Topic::Sign]);
        answered(&text, 0, &[(id, 2011, 'a', 3.9), (id, 2012, 'a', 4.2)]);
        answered(&text, 1, &[(id, 2011, 'a', -3.9), (id, 2012, 'a', -4.2)]);
    }
    let text = "指标,2011,2012\n单位工业增加值二氧化碳排放量,3.9,6.2\n";
    let preview = super::read(text);
    assert!(!preview.questions.is_empty() && super::stored(&preview).is_empty());
}
