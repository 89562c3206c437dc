//! Limits and targets among figures, and figures of an implausible size.

use planpath::scenario::import::{Choice, Topic};

use super::{answered, asks, choices, gives, reasons};

const ERP: [(&str, i32, char, f64); 2] = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];

#[test]
fn a_limit_is_no_actual() {
    for name in [
        "ERP普及率≥（%）",
        "ERP普及率（%）≥",
        "ERP普及率（≥，%）",
        "ERP普及率不低于（%）",
        "ERP普及率＞（%）",
        "ERP普及率下限（%）",
        "ERP普及率以上（%）",
        "ERP, penetration, at least (%)",
        "ERP, penetration (minimum, %)",
    ] {
        let text = format!("指标,2011,2012\n\"{name}\",60,62\n");
        gives(&text, &[]);
        assert!(
            reasons(&text).contains(&"import-limit"),
            "{name}: {:?}",
            reasons(&text)
        );
    }
    for name in [
        "ERP普及率目标（%）",
        "ERP普及率（目标，%）",
        "ERP, penetration, target (%)",
    ] {
        let text = format!("指标,2011,2012\n\"{name}\",60,62\n");
        gives(&text, &[]);
        assert!(reasons(&text).contains(&"import-promised"), "{name}");
    }
    for heading in ["2012年≥", "2012年下限", "2012年不低于"] {
        let text = format!("指标,2011年,{heading}\nERP普及率（%）,60,62\n");
        gives(&text, &ERP[..1]);
        assert_eq!(reasons(&text), ["import-limit"], "{heading}");
    }
    // As part of the indicator's name it is not a limit.
    gives(
        "指标（规模以上工业企业）,2011,2012\nERP普及率（%）,60,62\n注：主营业务收入不低于2000万元。\n",
        &ERP,
    );
    // Nor is a cell with one accepted.
    for cell in ["≥62", ">62", "62以上", "不低于62", "≤62%", "62+"] {
        let text = format!("指标,2011,2012\nERP普及率（%）,60,{cell}\n");
        gives(&text, &ERP[..1]);
    }
}

#[test]
fn an_index_below_a_heading_of_growth_is_asked_about() {
    for (name, id, written, changes) in [
        ("工业增加值增长（%）", "value-added", [110.8, 107.9], [10.8, 7.9]),
        (
            "Industrial value added: growth rate",
            "value-added",
            [110.8, 107.9],
            [10.8, 7.9],
        ),
        (
            "单位工业增加值能耗比上年（%）",
            "energy-intensity",
            [96.5, 94.1],
            [-3.5, -5.9],
        ),
        (
            "单位工业增加值二氧化碳排放量增长率（%）",
            "co2-intensity",
            [96.5, 94.1],
            [-3.5, -5.9],
        ),
    ] {
        let text = format!("指标,2011,2012\n{name},{},{}\n", written[0], written[1]);
        let preview = asks(&text, &[Topic::Unit]);
        assert!(matches!(choices(&preview, 0)[0], Choice::Unit(0, _)));
        answered(
            &text,
            0,
            &[(id, 2011, 'a', changes[0]), (id, 2012, 'a', changes[1])],
        );
    }
}

#[test]
fn changes_that_no_year_has_seen_are_asked_about() {
    for text in [
        // An index among growth rates, and a growth rate among indices.
        "指标,2011,2012,2013\n工业增加值增长（%）,10.8,107.9,7.6\n",
        "指标,2011,2012,2013\n工业增加值（上年=100）,110.8,7.9,107.6\n",
        // A level.
        "指标,2011,2012\n吨钢综合能耗增长率（%）,602,603\n",
        "指标,2011,2012\n钢铁行业前10家产业集中度比上年提高（个百分点）,49.2,45.9\n",
    ] {
        let preview = asks(text, &[Topic::Despite]);
        for (id, year, _, value) in super::stored(&preview) {
            assert!(value.abs() < 12.0, "{text}: {id} {year} {value}");
        }
    }
    answered(
        "指标,2011,2012,2013\n工业增加值增长（%）,10.8,7.9,107.6\n",
        1,
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
    // Large but plausible ones.
    gives(
        "指标,2011,2012\n工业增加值增速（%）,21,-6\n",
        &[("value-added", 2011, 'a', 21.0), ("value-added", 2012, 'a', -6.0)],
    );
}

#[test]
fn a_slip_of_the_decimal_point_is_asked_about_below_ten_times_as_well() {
    for (text, kept) in [
        ("指标,2011,2012,2013\n工业增加值（万亿元）,17.7,141.3,20.6\n", 2),
        (
            "指标,2011,2012,2013\n吨钢综合能耗（千克标准煤/吨）,602,5430,592\n",
            2,
        ),
        (
            "指标,2011,2012,2013\n吨钢综合能耗（千克标准煤/吨）,602,67.3,592\n",
            2,
        ),
        (
            "指标,2011,2012,2013\n单位工业增加值能耗（2010年=100）,96.5,9.6,86.4\n",
            2,
        ),
        (
            "指标,2011,2012,2013\nR&D经费内部支出占主营业务收入比重（%）,0.71,0.77,7.2\n",
            2,
        ),
        (
            "指标,2011,2012\nR&D经费内部支出占主营业务收入比重（%）,0.71,7.7\n",
            1,
        ),
        // Of two, it is unclear which is wrong.
        (
            "指标,2011,2012\n单位工业增加值能耗（吨标准煤/万元）,1.3,0.15\n",
            0,
        ),
    ] {
        let preview = super::read(text);
        assert!(
            super::stored(&preview).len() <= kept,
            "{text}: {:?}",
            super::stored(&preview)
        );
    }
    asks(
        "指标,2011,2012,2013\n工业增加值（万亿元）,17.7,141.3,20.6\n",
        &[Topic::Despite],
    );
    gives(
        "指标,2011,2015\n战略性新兴产业增加值占工业增加值比重（%）,8,15\n工业增加值（万亿元）,17.7,32\n",
        &[
            ("sei-share", 2011, 'l', 8.0),
            ("sei-share", 2015, 'l', 15.0),
            ("value-added", 2011, 'l', 17.7),
            ("value-added", 2015, 'l', 32.0),
        ],
    );
}

#[test]
fn values_that_fit_changes_alone_are_asked_about() {
    for text in [
        "indicator,year,value\nvalue-added,2011,10.8\nvalue-added,2012,7.9\n",
        "指标,年份,数值\n工业增加值,2011,10.8\n工业增加值,2012,7.9\n",
    ] {
        asks(text, &[Topic::Kind]);
        answered(
            text,
            1,
            &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
        );
    }
    gives(
        "indicator,year,value\nvalue-added,2011,17.7\nvalue-added,2012,19.1\n",
        &[("value-added", 2011, 'l', 17.7), ("value-added", 2012, 'l', 19.1)],
    );
}
