//! What a table states, so that nothing is asked, noted or refused; and what it does not, so that it is asked.

use planpath::scenario::import::{Options, SignRule, Topic};

use super::{answered, asks, gives, is, notes, read_with, reasons};

const MIXED: &str = "指标,2011,2012,2013\n单位工业增加值能耗降低率（%）,3.49,-0.5,4.9\n工业增加值比上年增长（%）,10.8,7.9,-7.6\n";

#[test]
fn an_answer_on_signs_leaves_those_alone_that_did_not_ask() {
    asks(MIXED, &[Topic::Sign]);
    let growth = |year, value| ("value-added", year, 'a', value);
    let falls = [
        ("energy-intensity", 2011, 'a', -3.49),
        ("energy-intensity", 2012, 'a', 0.5),
        ("energy-intensity", 2013, 'a', -4.9),
        growth(2011, 10.8),
        growth(2012, 7.9),
        growth(2013, -7.6),
    ];
    let options = Options {
        sign: Some(SignRule::Falls),
        ..Options::default()
    };
    is(&read_with(MIXED, &options), &falls, MIXED);
    answered(MIXED, 1, &falls);
    // A name of a fall also keeps its figures if the question was about something else.
    let text = format!("{MIXED}单位工业增加值用水量降低率（%）,-9.0,-8.3,-7.7\n");
    let mut expected = falls.to_vec();
    expected.extend(
        [(2011, -9.0), (2012, -8.3), (2013, -7.7)].map(|(year, value)| ("water-intensity", year, 'a', value)),
    );
    is(&read_with(&text, &options), &expected, &text);
    // "As written" does not turn the size of a fall into a rise.
    let text = "指标,2011,2012\n单位工业增加值能耗降低率（%）,3.49,5.9\n";
    let as_written = Options {
        sign: Some(SignRule::AsWritten),
        ..Options::default()
    };
    is(
        &read_with(text, &as_written),
        &[
            ("energy-intensity", 2011, 'a', -3.49),
            ("energy-intensity", 2012, 'a', -5.9),
        ],
        text,
    );
}

#[test]
fn a_further_table_has_the_unit_of_its_own_title() {
    let steel = [
        ("steel-cr10", 2011, 'l', 49.2),
        ("steel-cr10", 2012, 'l', 45.9),
        ("steel-unit-energy", 2011, 'l', 602.0),
        ("steel-unit-energy", 2012, 'l', 603.0),
    ];
    for years in [
        "2011年,2012年\n吨钢综合能耗,602,603",
        "2012年,2011年\n吨钢综合能耗,603,602",
    ] {
        let text = format!(
            "表一 产业集中度（%）\n指标,2011年,2012年\n钢铁行业前10家产业集中度,49.2,45.9\n\n表二 单位产品能耗（千克标准煤/吨）\n指标,{years}\n"
        );
        gives(&text, &steel);
        // Without its own unit it has none.
        let text = text.replace("（千克标准煤/吨）", "");
        gives(&text, &steel);
    }
    // Part of the same table keeps it.
    gives(
        "工业主要指标（%）\n指标,2011年,2012年\nERP普及率,62,66\n续表\n指标,2011年,2012年\n钢铁行业前10家产业集中度,49.2,45.9\n",
        &[
            ("steel-cr10", 2011, 'l', 49.2),
            ("steel-cr10", 2012, 'l', 45.9),
            ("erp", 2011, 'l', 62.0),
            ("erp", 2012, 'l', 66.0),
        ],
    );
    // A separator line may carry the unit of what is below it.
    gives(
        "指标,2011,2012\n产业集中度（%）\n　钢铁行业前10家产业集中度,49.2,45.9\n单位产品能耗（千克标准煤/吨）\n　吨钢综合能耗,602,603\n",
        &steel,
    );
}

#[test]
fn a_name_per_tonne_says_what_its_unit_leaves_out() {
    let expected = [
        ("steel-unit-energy", 2011, 'l', 602.0),
        ("steel-unit-energy", 2012, 'l', 603.0),
    ];
    for text in [
        "指标,2011,2012\n吨钢综合能耗（公斤标准煤）,602,603\n",
        "指标,2011,2012\n吨钢综合能耗,602千克标准煤,603千克标准煤\n",
        "Indicator,Unit,2011,2012\nEnergy per tonne of crude steel,kgce,602,603\n",
        "指标,单位,2011,2012\n吨钢综合能耗,吨标准煤,0.602,0.603\n",
    ] {
        gives(text, &expected);
    }
    let text = "指标,2011\n吨钢综合能耗（千瓦时）,602\n";
    gives(text, &[]);
    assert_eq!(reasons(text), ["import-unit"]);
}

#[test]
fn a_product_beside_a_name_that_has_it_parts_nothing() {
    gives(
        "产品,指标,2011年\n粗钢,吨钢综合能耗（公斤标准煤）,602\n乙烯,吨乙烯平均能耗（公斤标准煤）,895\n",
        &[
            ("ethylene-unit-energy", 2011, 'l', 895.0),
            ("steel-unit-energy", 2011, 'l', 602.0),
        ],
    );
}

#[test]
fn an_amount_below_a_year_has_its_unit() {
    gives(
        "指标,2011年,,2012年,\n,绝对额（亿元，2010年价格）,比上年增长（%）,绝对额（亿元，2010年价格）,比上年增长（%）\n工业增加值,177280,10.8,191285.12,7.9\n",
        &[
            ("value-added", 2011, 'l', 17.728),
            ("value-added", 2011, 'a', 10.8),
            ("value-added", 2012, 'l', 19.128_512),
            ("value-added", 2012, 'a', 7.9),
        ],
    );
}

#[test]
fn intensities_at_current_prices_are_refused() {
    let table =
        |prices: &str| format!("指标,单位,2010,2011\n单位工业增加值用水量,立方米/万元{prices},90,78\n");
    let text = table("（当年价）");
    gives(&text, &[]);
    assert!(reasons(&text).contains(&"import-prices-current"));
    let change = (78.0 / 90.0 - 1.0) * 100.0;
    gives(
        &table("（2010年价格）"),
        &[("water-intensity", 2011, 'c', change)],
    );
}

#[test]
fn headings_with_the_state_of_figures_are_years() {
    gives(
        "指标,2011年（核实数）,2012年（初步核实数）,2013年（快报数）\n工业固体废物综合利用率（%）,69.8,70.4,71.0\n",
        &[
            ("solid-waste-utilisation", 2011, 'l', 69.8),
            ("solid-waste-utilisation", 2012, 'l', 70.4),
            ("solid-waste-utilisation", 2013, 'l', 71.0),
        ],
    );
}

#[test]
fn examples_are_asked_about() {
    for title in ["示例数据，仅供格式参考", "Sample data"] {
        asks(
            &format!("{title}\n指标,2011\n吨钢综合能耗（千克标准煤/吨）,602\n"),
            &[Topic::Despite],
        );
    }
}

#[test]
fn bare_levels_of_an_index_are_asked_about() {
    let text = "指标,2011,2012,2013\n单位工业增加值用水量,82,76,71\n";
    asks(text, &[Topic::Kind]);
    let index =
        [(2011, 82.0), (2012, 76.0), (2013, 71.0)].map(|(year, value)| ("water-intensity", year, 'l', value));
    answered(text, 0, &index);
    answered(text, 1, &[]);
    // With 100 in the base year, they are an index.
    gives(
        "指标,2010,2011,2012,2013\n单位工业增加值用水量,100,82,76,71\n",
        &index,
    );
    gives(
        "指标,2011,2012,2013\n单位工业增加值用水量（2010年=100）,82,76,71\n",
        &index,
    );
}

#[test]
fn shares_far_beyond_the_target_are_asked_about() {
    asks(
        "指标,2011,2012\nR&D经费内部支出占主营业务收入比重（%）,71,77\n",
        &[Topic::Despite],
    );
    gives(
        "指标,2011,2012\nR&D经费内部支出占主营业务收入比重（%）,0.71,0.77\n",
        &[
            ("rd-intensity", 2011, 'l', 0.71),
            ("rd-intensity", 2012, 'l', 0.77),
        ],
    );
}

#[test]
fn what_a_title_says_is_not_said_to_be_missing() {
    for corner in [
        "同比（%）",
        "\"% change, year on year\"",
        "% change on previous year",
        "比上年（%）",
    ] {
        let text =
            format!("{corner},2011,2012\n工业增加值,10.8,7.9\nEnergy intensity of value added,-3.49,-5.9\n");
        assert_eq!(notes(&text), [] as [&str; 0], "{corner}");
    }
    let text = "Cumulative change since 2010 (%),2011,2012\nIndustrial value added,10.8,19.6\n";
    assert_eq!(notes(text), [] as [&str; 0]);
    // If nothing states it, a note says so.
    assert_eq!(
        notes("指标,2011,2012\n工业增加值（%）,10.8,7.9\n"),
        ["import-note-annual"]
    );
}

#[test]
fn units_of_models_are_read() {
    gives(
        "Model,Scenario,Region,Variable,Unit,2010,2011\nNBS,historical,China,Value Added|Industry,trillion CNY_2010/yr,16,17.728\n",
        &[("value-added", 2011, 'l', 17.728)],
    );
}
