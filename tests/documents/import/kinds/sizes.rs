//! Figures that contradict their context: their unit, their size, the meaning of brackets.

use planpath::scenario::import::Topic;

use super::{answered, asks, gives, reasons};

#[test]
fn a_name_and_a_column_of_units_that_differ_leave_no_unit() {
    for text in [
        "指标,单位,2011\n吨钢综合能耗（千克标准煤/吨）,吨标准煤/吨,602\n",
        "indicator,unit,year,value\n吨钢综合能耗（千克标准煤/吨）,tce/t,2011,602\n",
    ] {
        gives(text, &[]);
        assert_eq!(reasons(text), ["import-units-differ"], "{text}");
    }
    let expected = [("steel-unit-energy", 2011, 'l', 602.0)];
    for unit in ["千克标准煤/吨", "kgce/t", ""] {
        gives(
            &format!("指标,单位,2011\n吨钢综合能耗（千克标准煤/吨）,{unit},602\n"),
            &expected,
        );
    }
}

#[test]
fn levels_far_off_the_base_value_are_asked_about() {
    for text in [
        "指标,2011,2012\n吨钢综合能耗（吨标准煤/吨）,602,603\n",
        "指标,2011,2012\n钢铁行业前10家产业集中度（%）,49.2,0\n",
        "指标,2011,2012,2013\n吨钢综合能耗（千克标准煤/吨）,602,0.603,592\n",
    ] {
        let preview = asks(text, &[Topic::Despite]);
        assert_eq!(preview.questions[0].answers.len(), 2, "{text}");
    }
    // Those close to the expected size are accepted whatever the answer.
    let slip = "指标,2011,2012,2013\n吨钢综合能耗（千克标准煤/吨）,602,0.603,592\n";
    let others = [
        ("steel-unit-energy", 2011, 'l', 602.0),
        ("steel-unit-energy", 2013, 'l', 592.0),
    ];
    answered(slip, 1, &others);
    gives("指标,2011,2013\n吨钢综合能耗（千克标准煤/吨）,602,592\n", &others);
}

#[test]
fn brackets_are_no_minus_where_a_table_says_what_they_are() {
    for text in [
        "指标（括号内为增速，%）,2011,2012\n工业增加值,(10.8),(7.9)\n",
        "指标,2011,2012\n工业增加值增速（%）,(10.8),(7.9)\n注：括号中为快报数。\n",
        "Indicator,2011,2012\nvalue-added,(10.8),(7.9)\nFigures in parentheses are growth rates.\n",
    ] {
        gives(text, &[]);
        assert!(reasons(text).contains(&"import-brackets"), "{text}");
    }
    gives(
        "指标,2011\n二氧化硫排放量增长（%）,(4.1)\n",
        &[("so2", 2011, 'a', -4.1)],
    );
}

#[test]
fn a_change_among_levels_is_none() {
    for cell in ["+0.6个百分点", "-3.3个百分点"] {
        let text = format!("指标,2011,2012\n钢铁行业前10家产业集中度（%）,49.2,{cell}\n");
        gives(&text, &[("steel-cr10", 2011, 'l', 49.2)]);
        assert_eq!(reasons(&text), ["import-unit"], "{text}");
    }
    // Cells that are changes do not settle what the whole row is measured against.
    asks(
        "指标,2011,2012\n二氧化硫排放量,减少了25.2%,减26.9%\n",
        &[Topic::Kind],
    );
}

#[test]
fn better_may_be_less() {
    asks(
        "Indicator,2011,2012\n\"energy-intensity, improvement on the year before (%)\",3.5,3.6\n",
        &[Topic::Sign],
    );
}

#[test]
fn what_is_100_must_be_one_year() {
    for base in [
        "Dec 2010 = 100",
        "2010年12月=100",
        "average 2008-2010 = 100",
        "2008—2010年平均=100",
        "2008-2010=100",
        "4Q 2010 = 100",
    ] {
        let text = format!("indicator,unit,2011\nvalue-added,{base},110.8\n");
        gives(&text, &[]);
        assert!(!reasons(&text).is_empty(), "{text}");
    }
    for (base, value) in [
        ("2010 = 100", 110.8),
        ("2010 = 100.0", 110.8),
        ("2010年=1.00", 1.108),
    ] {
        gives(
            &format!("indicator,unit,2011\nvalue-added,{base},{value}\n"),
            &[("value-added", 2011, 'c', 10.8)],
        );
    }
    for (base, value) in [
        ("previous year = 1.00", 1.108),
        ("上年=1.0", 1.108),
        ("上年=100.0", 110.8),
    ] {
        for heading in ["unit", "Base", "基期"] {
            gives(
                &format!("indicator,{heading},2011\nvalue-added,{base},{value}\n"),
                &[("value-added", 2011, 'a', 10.8)],
            );
        }
    }
}
