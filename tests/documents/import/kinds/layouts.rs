//! Years across and down, records, nested headings.

use planpath::scenario::import::{Choice, Topic};

use super::{answered, asks, choices, gives};

const CR10: &str = "钢铁行业前10家产业集中度（%）";

const STEEL: [(&str, i32, char, f64); 2] = [("steel-cr10", 2011, 'l', 49.2), ("steel-cr10", 2012, 'l', 45.9)];

#[test]
fn years_across_down_and_one_record_a_line() {
    for text in [
        "指标,2011年,2012年\n钢铁行业前10家产业集中度,49.2,45.9\n",
        "指标,2011 年,2012 年\n钢铁行业前10家产业集中度,49.2,45.9\n",
        "指标,2011.0,2012.0\n钢铁行业前10家产业集中度,49.2,45.9\n",
        "指标,2011-12-31,2012-12-31\n钢铁行业前10家产业集中度,49.2,45.9\n",
        "指标,二〇一一年,二〇一二年\n钢铁行业前10家产业集中度,49.2,45.9\n",
        "年份,钢铁行业前10家产业集中度\n2011,49.2\n2012,45.9\n",
        "指标,年份,数值\n钢铁行业前10家产业集中度,2011,49.2\n钢铁行业前10家产业集中度,2012,45.9\n",
        "year,indicator,value\n2011,steel-cr10,49.2\n2012,steel-cr10,45.9\n",
        "主要指标,,\n单位：%,,\n指标,2011,2012\n钢铁行业前10家产业集中度,49.2,45.9\n注：按可比口径。,,\n",
        "id,indicator,year,value,note\nsteel-cr10,钢铁行业前10家产业集中度,2011,49.2,x\nsteel-cr10,钢铁行业前10家产业集中度,2012,45.9,y\n",
    ] {
        gives(text, &STEEL);
    }
}

#[test]
fn several_columns_a_year_are_told_apart() {
    // 16 · 1.108 = 17.728; 17.728 · 1.079 = 19.128512.
    let both = [
        ("value-added", 2011, 'l', 17.728),
        ("value-added", 2011, 'a', 10.8),
        ("value-added", 2012, 'l', 19.128_512),
        ("value-added", 2012, 'a', 7.9),
    ];
    for text in [
        "指标,2011年,,2012年,\n,指标值,比上年增长（%）,指标值,比上年增长（%）\n工业增加值（万亿元）,17.728,10.8,19.128512,7.9\n",
        "指标,2011年,2011年比上年增长(%),2012年,2012年比上年增长(%)\n工业增加值（万亿元）,17.728,10.8,19.128512,7.9\n",
        "指标,2011年,比上年增长(%),2012年,比上年增长(%)\n工业增加值（万亿元）,17.728,10.8,19.128512,7.9\n",
        "指标,指标值,,比上年增长（%）,\n,2011,2012,2011,2012\n工业增加值（万亿元）,17.728,19.128512,10.8,7.9\n",
        "指标,2011,2011,2012,2012\n,指标值,增速（%）,指标值,增速（%）\n工业增加值（万亿元）,17.728,10.8,19.128512,7.9\n",
        "指标,年份,指标值（万亿元）,增速（%）\n工业增加值,2011,17.728,10.8\n工业增加值,2012,19.128512,7.9\n",
    ] {
        gives(text, &both);
    }
}

#[test]
fn columns_that_contradict_each_other_are_asked_for() {
    let text = "指标,2011年,比上年增长(%),2012年,比上年增长(%)\n工业增加值（万亿元）,18.8,10.8,19.9,7.9\n";
    let preview = asks(text, &[Topic::Take]);
    assert_eq!(
        choices(&preview, 0),
        [Choice::Take(0, vec![1]), Choice::Take(1, vec![0])]
    );
    answered(
        text,
        0,
        &[("value-added", 2011, 'l', 18.8), ("value-added", 2012, 'l', 19.9)],
    );
    answered(
        text,
        1,
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
}

#[test]
fn records_of_several_regions_are_asked_for() {
    for text in [
        "地区,指标,2011,2012\n北京,工业增加值增速,7.3,7.0\n全国,工业增加值增速,10.8,7.9\n",
        "Region,Indicator,Year,Value,Unit\nBeijing,value-added,2011,7.3,%\nBeijing,value-added,2012,7.0,%\n\
         China,value-added,2011,10.8,%\nChina,value-added,2012,7.9,%\n",
    ] {
        asks(text, &[Topic::Only]);
        answered(
            text,
            usize::from(text.starts_with('R')),
            &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
        );
    }
}

#[test]
fn data_of_models_take_what_has_happened() {
    let text = "Model,Scenario,Region,Variable,Unit,2010,2011,2012\n\
        A,Base,China,Value Added|Industry,billion CNY,16000,17000,18000\n\
        A,historical,China,Value Added|Industry,billion CNY,,17728,19129\n";
    gives(
        text,
        &[
            ("value-added", 2011, 'l', 17.728),
            ("value-added", 2012, 'l', 19.129),
        ],
    );
    let others = text.replace("historical", "Policy");
    asks(&others, &[Topic::Only]);
}

#[test]
fn tables_side_by_side_have_a_name_each() {
    gives(
        "指标,2011,2012,,指标,2011,2012\n工业增加值增速,10.8,7.9,,钢铁行业前10家产业集中度,49.2,45.9\n",
        &[
            STEEL[0],
            STEEL[1],
            ("value-added", 2011, 'a', 10.8),
            ("value-added", 2012, 'a', 7.9),
        ],
    );
}

#[test]
fn headings_below_names_and_rows_below_rows() {
    // 177,280 hundred million are 17.728 trillion, 10.8 % more than 16.
    let expected = [
        ("value-added", 2011, 'l', 17.728),
        ("value-added", 2011, 'a', 10.8),
    ];
    for text in [
        "年份,工业增加值,\n,总量（亿元）,增速（%）\n2011,177280,10.8\n",
        "指标,单位,2011\n工业增加值,亿元,177280\n,比上年增长（%）,10.8\n",
        "指标,单位,2011\n工业增加值,亿元,177280\n工业增加值增速,%,10.8\n",
        "单位：亿元,\n指标,2011\n工业增加值,177280\n工业增加值增速,10.8\n",
    ] {
        gives(text, &expected);
    }
}

#[test]
fn a_title_says_it_of_rows_that_say_nothing_else() {
    gives(
        "表2 主要指标指数（上年=100）,,\n指标,2011\n工业增加值,110.8\n单位工业增加值能耗,96.5\n钢铁行业前10家产业集中度（%）,49.2\n",
        &[
            ("value-added", 2011, 'a', 10.8),
            ("energy-intensity", 2011, 'a', -3.5),
            STEEL[0],
        ],
    );
    gives(
        "表2 主要指标同比增长情况,,\n指标,2011\n工业增加值,10.8\n钢铁行业前10家产业集中度,49.2\n",
        &[("value-added", 2011, 'a', 10.8), STEEL[0]],
    );
}

#[test]
fn cells_may_say_in_words_which_way_they_go() {
    gives(
        "指标,2011,2012\n工业增加值,增长10.8%,增长7.9%\n单位工业增加值能耗,下降3.49%,提高0.4%\n",
        &[
            ("value-added", 2011, 'a', 10.8),
            ("value-added", 2012, 'a', 7.9),
            ("energy-intensity", 2011, 'a', -3.49),
            ("energy-intensity", 2012, 'a', 0.4),
        ],
    );
}

#[test]
fn a_line_may_say_more_of_the_name_above_it() {
    let expected = [("cod", 2011, 'a', -2.04), ("cod", 2012, 'a', -3.05)];
    for text in [
        "指标,2011,2012\n化学需氧量排放量（万吨）,2499.9,2423.7\n　比上年增长（%）,-2.04,-3.05\n",
        "指标,2011,2012\n化学需氧量,,\n其中：比上年下降（%）,2.04,3.05\n目标（%）,2,3\n",
        "年份,化学需氧量排放量（万吨）,比上年下降（%）\n2011,2499.9,2.04\n2012,2423.7,3.05\n",
    ] {
        gives(text, &expected);
    }
}

#[test]
fn short_years_and_years_in_brackets_are_years() {
    let expected = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];
    for years in ["11年,12年", "FY11,FY12", "上年（2011）,本年（2012）"] {
        gives(&format!("指标,{years}\nERP普及率（%）,60,62\n"), &expected);
    }
}

#[test]
fn a_change_belongs_to_the_latest_year_before_it() {
    let expected = [
        ("value-added", 2012, 'c', 19.6),
        ("erp", 2011, 'l', 60.0),
        ("erp", 2012, 'l', 62.0),
    ];
    for heads in [
        "2012年,2011年,比2010年增长（%）",
        "2012,2011,change since 2010 (%)",
        "2011,2012,累计变化（%）",
    ] {
        let [first, second] = if heads.starts_with("2011") {
            [60, 62]
        } else {
            [62, 60]
        };
        gives(
            &format!("指标,{heads}\n工业增加值,,,19.6\nERP普及率（%）,{first},{second},\n"),
            &expected,
        );
    }
    // Each pair separately.
    gives(
        "指标,2012年,增速（%）,2011年,增速（%）\n工业增加值,,7.9,,10.8\n",
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
    // A promise for a later year has not happened yet.
    gives(
        "指标,2010年,2013年,2015年目标,比2010年增长（%）\nERP普及率（%）,52,64,80,\n工业增加值,,,,31.5\n",
        &[("erp", 2013, 'l', 64.0), ("value-added", 2013, 'c', 31.5)],
    );
    gives("指标,2015年目标,比2010年增长（%）\n工业增加值,,46.9\n", &[]);
}

#[test]
fn a_later_line_of_years_begins_anew() {
    let expected = [
        ("erp", 2011, 'l', 60.0),
        ("erp", 2012, 'l', 62.0),
        ("steel-cr10", 2012, 'l', 45.9),
        ("steel-cr10", 2013, 'l', 39.4),
    ];
    for text in [
        format!("指标,2011,2012\nERP普及率（%）,60,62\n指标,2012,2013\n{CR10},45.9,39.4\n"),
        format!("指标,2011年,2012年\nERP普及率（%）,60,62\n\n续表,,\n,2012年,2013年\n{CR10},45.9,39.4\n"),
        format!("年份,ERP普及率（%）,年份,{CR10}\n2011,60,2012,45.9\n2012,62,2013,39.4\n"),
        format!("年份,ERP普及率（%）,,年份,{CR10}\n2011年,60,,2012年,45.9\n2012年,62,,2013年,39.4\n"),
    ] {
        gives(&text, &expected);
    }
    // Figures that look like years are still figures.
    let text = format!("指标,2011,2012\nERP普及率（%）,60,62\n企业数（个）,2012,2013\n{CR10},49.2,45.9\n");
    gives(
        &text,
        &[
            ("erp", 2011, 'l', 60.0),
            ("erp", 2012, 'l', 62.0),
            ("steel-cr10", 2011, 'l', 49.2),
            ("steel-cr10", 2012, 'l', 45.9),
        ],
    );
}

#[test]
fn a_figure_over_two_years_is_of_neither() {
    let page = |row: &str| {
        let text = format!(
            "<meta charset=utf-8><table><tr><td>指标</td><td>2011</td><td>2012</td><td>2013</td></tr>{row}</table>"
        );
        let sheets = planpath::file::sheets_of_bytes("page.html", text.as_bytes()).unwrap();
        super::read_sheets_with(&sheets, &planpath::scenario::import::Options::default())
    };
    let row = "<tr><td>ERP普及率（%）</td><td colspan=2>61</td><td>64</td></tr>";
    super::is(&page(row), &[("erp", 2013, 'l', 64.0)], row);
    let row = format!(
        "<tr><td>ERP普及率（%）</td><td rowspan=2>60</td><td>62</td><td>64</td></tr>\
         <tr><td>{CR10}</td><td>45.9</td><td>39.4</td></tr>"
    );
    super::is(
        &page(&row),
        &[
            ("erp", 2012, 'l', 62.0),
            ("erp", 2013, 'l', 64.0),
            ("steel-cr10", 2012, 'l', 45.9),
            ("steel-cr10", 2013, 'l', 39.4),
        ],
        &row,
    );
}

#[test]
fn the_last_state_of_a_figure_is_taken() {
    let expected = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];
    for heads in [
        "2011年快报,2011年年报,2012年年报",
        "2011年初步核算,2011年最终核实,2012年初步核算",
        "2011年（调整前）,2011年（调整后）,2012年",
        "2011 (preliminary),2011 (final),2012",
    ] {
        gives(&format!("指标,{heads}\nERP普及率（%）,59,60,62\n"), &expected);
    }
    gives(
        "年份,ERP普及率（%）\n2011（初步）,59\n2011（最终）,60\n2012,62\n",
        &expected,
    );
    // If the last one is blank, only the first remains.
    gives(
        "指标,2011年快报,2011年年报\nERP普及率（%）,60,\n",
        &[("erp", 2011, 'l', 60.0)],
    );
}

#[test]
fn a_flag_behind_a_figure_is_its_own() {
    let expected = [("erp", 2011, 'l', 60.0)];
    for text in [
        "indicator,2011,,2012,\nerp,60,p,65,f\n",
        "指标,2011年,状态,2012年,状态\nERP普及率（%）,60,实际,65,预测\n",
        "indicator,2011,flag,2012,flag\nerp,60,,65,e\n",
    ] {
        gives(text, &expected);
        assert_eq!(super::reasons(text), ["import-flagged"], "{text}");
    }
}

#[test]
fn a_month_is_no_year() {
    for heads in ["11年12月,12年12月", "2011年12月（%）,2012年12月（%）"] {
        gives(&format!("指标,{heads}\nERP普及率（%）,60,62\n"), &[]);
    }
    gives(
        "指标,2011年1-12月,2012年12月末\nERP普及率（%）,60,62\n",
        &[("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)],
    );
}
