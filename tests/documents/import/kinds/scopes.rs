//! Whose figures a table has: those covered by the plan's indicator, or others, which are asked about.

use planpath::scenario::import::{Choice, Topic};

use super::{answered, asks, choices, gives, is, reasons};

const GROWTH: [(&str, i32, char, f64); 3] = [
    ("value-added", 2011, 'a', 13.9),
    ("value-added", 2012, 'a', 10.0),
    ("value-added", 2013, 'a', 9.7),
];
const FALLS: [(&str, i32, char, f64); 2] = [
    ("energy-intensity", 2011, 'a', -3.49),
    ("energy-intensity", 2012, 'a', -5.9),
];

#[test]
fn figures_of_some_firms_are_none_of_all_industry() {
    for (above, below) in [
        ("规模以上工业企业主要指标\n", ""),
        ("国有控股工业企业\n", ""),
        ("State-controlled enterprises\n", ""),
        ("", "注：统计范围为规模以上工业企业。\n"),
        ("", "Note: above-scale enterprises only.\n"),
    ] {
        let text = format!("{above}指标,2011,2012,2013\n工业增加值增速（%）,13.9,10.0,9.7\n{below}");
        asks(&text, &[Topic::Despite]);
        answered(&text, 0, &GROWTH);
        answered(&text, 1, &[]);
    }
    for section in [
        "规模以上工业企业",
        "高技术产业",
        "二、国有企业",
        "High-tech industry",
    ] {
        let text = format!("指标,2011,2012,2013\n{section}\n　工业增加值增速（%）,13.9,10.0,9.7\n");
        asks(&text, &[Topic::Despite]);
    }
}

#[test]
fn a_scope_that_the_indicator_has_needs_no_question() {
    // Above-scale firms are what the plan's energy intensity counts.
    for (above, below) in [
        ("规模以上工业企业主要指标\n", ""),
        ("Above-scale enterprises\n", ""),
        ("", "注：统计范围为规模以上工业企业。\n"),
        // A definition of such firms says nothing about the figures.
        (
            "",
            "注：2011年起规模以上工业企业起点标准由500万元提高到2000万元。\n",
        ),
    ] {
        let text = format!("{above}指标,2011,2012\n单位工业增加值能耗比上年增长（%）,-3.49,-5.9\n{below}");
        gives(&text, &FALLS);
    }
    gives(
        "工业主要指标\n指标,2011,2012,2013\n工业增加值增速（%）,13.9,10.0,9.7\n注：2011年起规模以上工业起点标准提高。\n",
        &GROWTH,
    );
    gives(
        "钢铁、汽车行业主要指标\n指标,2011\n钢铁行业前10家产业集中度（%）,49.2\n汽车行业前10家产业集中度（%）,85.1\n",
        &[
            ("automobile-cr10", 2011, 'l', 85.1),
            ("steel-cr10", 2011, 'l', 49.2),
        ],
    );
    // A note that names an indicator is about that indicator.
    gives(
        "指标,2011,2012,2013\n工业增加值增速（%）,13.9,10.0,9.7\n注：单位工业增加值能耗为规模以上工业企业口径。\n",
        &GROWTH,
    );
}

#[test]
fn one_title_is_asked_about_once_and_only_for_what_it_narrows() {
    let text = "规模以上工业企业主要指标\n指标,2011,2012,2013\n工业增加值增速（%）,13.9,10.0,9.7\n\
                单位工业增加值能耗比上年增长（%）,-3.49,-5.9,-4.9\n全员劳动生产率增速（%）,8.9,7.2,8.1\n";
    asks(text, &[Topic::Despite]);
    answered(
        text,
        1,
        &[FALLS[0], FALLS[1], ("energy-intensity", 2013, 'a', -4.9)],
    );
}

#[test]
fn figures_of_a_branch_are_none_of_industry() {
    for title in ["钢铁行业主要指标", "Iron and steel industry"] {
        let text = format!(
            "{title}\n指标,2011,2012\n单位工业增加值能耗比上年增长（%）,-3.49,-5.9\n吨钢综合能耗（千克标准煤/吨）,602,603\n"
        );
        asks(&text, &[Topic::Despite]);
        let steel = [
            ("steel-unit-energy", 2011, 'l', 602.0),
            ("steel-unit-energy", 2012, 'l', 603.0),
        ];
        answered(&text, 1, &steel);
    }
    asks(
        "指标,2011,2012\n电力行业\n　单位工业增加值能耗比上年增长（%）,-1.2,-2.1\n",
        &[Topic::Despite],
    );
    gives(
        "石化行业\n指标,2011\n吨乙烯平均能耗（千克标准煤/吨）,895\n",
        &[("ethylene-unit-energy", 2011, 'l', 895.0)],
    );
}

#[test]
fn shares_by_sales_are_none_by_output() {
    for (corner, below) in [
        ("指标（按销量计算）", ""),
        ("指标", "注：集中度按销量计算。\n"),
        ("Indicator (by sales)", ""),
    ] {
        let text = format!("{corner},2011,2012\n汽车行业前10家产业集中度（%）,87.0,87.2\n{below}");
        asks(&text, &[Topic::Despite]);
    }
    gives(
        "指标（按产量计算）,2011\n汽车行业前10家产业集中度（%）,85.1\n",
        &[("automobile-cr10", 2011, 'l', 85.1)],
    );
}

#[test]
fn a_name_with_its_own_scope_is_the_same_indicator() {
    for (name, id) in [
        ("规模以上企业R&D经费内部支出占主营业务收入比重", "rd-intensity"),
        (
            "规模以上工业企业R&D经费内部支出占主营业务收入比重",
            "rd-intensity",
        ),
        (
            "R&D经费内部支出占主营业务收入比重（规模以上工业企业）",
            "rd-intensity",
        ),
        (
            "\"R&D share of main business revenue, above-scale firms\"",
            "rd-intensity",
        ),
    ] {
        gives(
            &format!("指标,单位,2011\n{name},%,0.71\n"),
            &[(id, 2011, 'l', 0.71)],
        );
    }
    for (name, id) in [
        ("主要行业大中型企业数字化设计工具普及率", "digital-design-tools"),
        ("主要行业关键工艺流程数控化率", "numerical-control"),
        ("主要行业大中型企业ERP普及率", "erp"),
        ("ERP普及率（主要行业大中型企业）", "erp"),
        ("钢铁行业前10家产业集中度（按产量）", "steel-cr10"),
        ("\"Steel, top-10 concentration ratio (by output)\"", "steel-cr10"),
    ] {
        gives(
            &format!("指标,单位,2011\n{name},%,60\n"),
            &[(id, 2011, 'l', 60.0)],
        );
    }
    gives(
        "Indicator,2011\nLarge and medium firms with an R&D institution (%),27.8\n",
        &[("rd-institution-share", 2011, 'l', 27.8)],
    );
    for (name, id) in [
        ("规模以上企业单位工业增加值能耗", "energy-intensity"),
        ("工业化学需氧量排放量", "cod"),
        ("工业二氧化硫排放量", "so2"),
        ("全国工业二氧化硫排放量", "so2"),
        ("工业氨氮排放量", "ammonia-nitrogen"),
        ("工业氮氧化物排放量", "nox"),
        ("\"Nitrogen oxides (NOx) emissions, industry\"", "nox"),
        ("Industrial ammonia nitrogen discharge", "ammonia-nitrogen"),
    ] {
        let expected = [(id, 2011, 'a', -2.2), (id, 2012, 'a', -4.5)];
        gives(
            &format!("指标,2011年比上年±%,2012年比上年±%\n{name},-2.2,-4.5\n"),
            &expected,
        );
        // Whatever follows it is not lost.
        for fall in ["下降", "削减率", "下降率"].iter().filter(|_| !name.is_ascii()) {
            let text = format!("指标,2011,2012\n{name}比上年{fall}（%）,2.2,4.5\n");
            gives(&text, &expected);
        }
    }
    gives(
        "Indicator,2011\n\"ERP, penetration – large and medium-sized firms in major industries (%)\",62\n",
        &[("erp", 2011, 'l', 62.0)],
    );
    gives(
        "Indicator,2011,2012\n\"Industrial value added, real growth (%)\",10.8,7.9\n",
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
}

#[test]
fn a_name_with_another_scope_is_another_indicator() {
    for name in [
        "规模以上工业增加值增速",
        "全部工业单位工业增加值能耗比上年下降",
        "非工业二氧化硫排放量比上年",
        "电力行业二氧化硫排放量比上年",
    ] {
        let text = format!("指标,2011,2012\n{name},10.8,7.9\nERP普及率（%）,62,66\n");
        let preview = super::read(&text);
        is(
            &preview,
            &[("erp", 2011, 'l', 62.0), ("erp", 2012, 'l', 66.0)],
            &text,
        );
        let is_asked = preview
            .questions
            .iter()
            .any(|question| question.topic == Topic::Name);
        assert!(
            is_asked || reasons(&text).contains(&"unknown-indicator"),
            "{name}"
        );
    }
}

#[test]
fn one_substance_is_never_taken_for_a_slip_of_another() {
    let text = "指标,2011\n工业二氧化氮排放量,10\n工业增加值增速,10.8\n";
    let preview = super::read(text);
    let said = format!("{:?}", preview.cells);
    assert!(
        said.contains("unknown-indicator") && !said.contains("import-did-you-mean"),
        "{said}"
    );
}

#[test]
fn a_column_of_scopes_is_asked_about() {
    let text = "指标,口径,2011\n工业增加值增速（%）,规模以上,13.9\n";
    let preview = asks(text, &[Topic::Only]);
    assert!(matches!(choices(&preview, 0)[0], Choice::Only(..)));
    let own = "指标,口径,2011\n单位工业增加值能耗比上年增长（%）,规模以上工业企业,-3.49\n";
    gives(own, &FALLS[..1]);
}
