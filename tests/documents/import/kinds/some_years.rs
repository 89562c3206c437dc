//! Information about some years of a table, and what lies between and after them.

use planpath::scenario::import::Topic;

use super::{answered, asks, gives, notes, reasons};

const ERP: [(&str, i32, char, f64); 2] = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];

#[test]
fn a_note_on_one_year_leaves_the_others_as_they_are() {
    for (note, reason) in [
        ("注：2013年为预计数。", "import-said-promised"),
        ("注：2011年为初步数；2013年为预测数。", "import-said-promised"),
        ("注：2013年起为预测数。", "import-said-promised"),
        ("注：2013年为1-9月数。", "import-said-part"),
        (
            "Source: Bureau, 2014. Figures for 2013 are estimates.",
            "import-said-promised",
        ),
        ("Note: 2013 covers January to September only.", "import-said-part"),
    ] {
        let text = format!("指标,2011,2012,2013\nERP普及率（%）,60,62,65\n{note}\n");
        gives(&text, &ERP);
        assert!(reasons(&text).contains(&reason), "{note}: {:?}", reasons(&text));
    }
    // Preliminary figures are actuals, and remarks on method say nothing about the unit.
    for note in [
        "注：2012年为初步数。",
        "2012年数据按可比口径计算",
        "注：2012年口径有调整",
    ] {
        gives(&format!("指标,2011,2012\nERP普及率（%）,60,62\n{note}\n"), &ERP);
    }
}

#[test]
fn another_base_or_unit_of_one_year_is_asked_about() {
    let table = "指标,2011,2012,2013\n单位工业增加值能耗（2010年=100）,96.5,90.8,95.1\n";
    for note in [
        "注：2013年以上年为100。",
        "2013 figure: 2012=100",
        "2013年单位为千克标准煤",
        "注：2013年为插补数",
    ] {
        let text = format!("{table}{note}\n");
        asks(&text, &[Topic::Despite]);
        let kept = [
            ("energy-intensity", 2011, 'l', 96.5),
            ("energy-intensity", 2012, 'l', 90.8),
        ];
        answered(&text, 1, &kept);
    }
    // A note on all years applies to all, and so do the prices of a year not in the table.
    gives(
        "指标,2011,2012\n单位工业增加值能耗,96.5,90.8\n注：2010年=100\n",
        &[
            ("energy-intensity", 2011, 'l', 96.5),
            ("energy-intensity", 2012, 'l', 90.8),
        ],
    );
    gives(
        "指标,2011\n工业增加值（亿元）,180000\n注：工业增加值按2005年可比价计算。\n",
        &[],
    );
}

#[test]
fn ranks_and_remarks_beside_one_year_are_passed_over() {
    let expected = [("value-added", 2011, 'a', 10.8), ("erp", 2011, 'l', 60.0)];
    for text in [
        "序号,指标,单位,2011年,位次\n1,工业增加值增速,%,10.8,3\n2,ERP普及率,%,60,5\n",
        "指标,2011年,全国位次,备注,来源\n工业增加值增速（%）,10.8,3,快报,统计局\nERP普及率（%）,60,5,快报,统计局\n",
        "Rank,Indicator,Unit,2011,Source\n3,工业增加值增速,%,10.8,x\n5,erp,%,60,x\n",
    ] {
        gives(text, &expected);
    }
    // A rank between a level and its change does not separate them.
    let expected = [
        ("value-added", 2011, 'a', 10.8),
        ("value-added", 2011, 'l', 17.728),
    ];
    gives(
        "指标,2011年,位次,比上年增长（%）,位次\n工业增加值（万亿元）,17.728,3,10.8,5\n",
        &expected,
    );
}

#[test]
fn a_change_behind_two_years_is_that_of_one_on_the_other() {
    for text in [
        "指标,2012年,2011年,增减（%）\n工业增加值（万亿元）,19.13,17.73,7.9\n",
        "指标,2011年,2012年,增减（%）\n工业增加值（万亿元）,17.73,19.13,7.9\n",
    ] {
        gives(
            text,
            &[
                ("value-added", 2011, 'l', 17.73),
                ("value-added", 2012, 'l', 19.13),
                ("value-added", 2012, 'a', 7.9),
            ],
        );
    }
    gives(
        "指标,2010年,2012年,变化（%）\n工业增加值（万亿元）,16,19.13,19.6\n",
        &[
            ("value-added", 2012, 'l', 19.13),
            ("value-added", 2012, 'c', 19.6),
        ],
    );
}

#[test]
fn headings_of_three_lines_are_read() {
    gives(
        "指标,2011年,,,,2012年,,,\n,计划,,实际,,计划,,实际,\n,总量,增速（%）,总量,增速（%）,总量,增速（%）,总量,增速（%）\n\
         工业增加值（万亿元）,17.3,8,17.73,10.8,18.9,8,19.13,7.9\n",
        &[
            ("value-added", 2011, 'l', 17.73),
            ("value-added", 2011, 'a', 10.8),
            ("value-added", 2012, 'l', 19.13),
            ("value-added", 2012, 'a', 7.9),
        ],
    );
}

#[test]
fn years_are_found_behind_other_words() {
    let text = "Indicator,Actual 2011,Actual 2012,Budget 2013,Fcst 2014\nerp,60,62,65,70\n";
    gives(text, &ERP);
    assert_eq!(reasons(text), ["import-promised"]);
    gives(
        "指标,2011年（12月末）,2012年（12月末）\nERP普及率（%）,60,62\n",
        &ERP,
    );
    // Quarters and months are parts, however they are written; so is the first of several days.
    for text in [
        "Indicator,Q1 2011,Q2 2011,3Q2011\nerp,60,62,63\n",
        "Indicator,Jan 2011,Feb 2011\nerp,60,62\n",
        "date,erp\n2011-01-01,60\n2011-04-01,62\n2011-07-01,63\n",
        "date,indicator,value\n2011-01-01,erp,60\n2011-04-01,erp,62\n",
    ] {
        gives(text, &[]);
    }
    gives("date,erp\n2011-01-01,60\n2012-01-01,62\n", &ERP);
}

#[test]
fn levels_and_changes_may_differ_by_what_rounding_makes() {
    // 16,310 over 16,000 is 1.94 %, printed as 1.9.
    gives(
        "指标,2011,2012\n工业增加值（十亿元）,16310,16627\n  比上年增长（%）,1.9,1.9\n",
        &[
            ("value-added", 2011, 'l', 16.31),
            ("value-added", 2011, 'a', 1.9),
            ("value-added", 2012, 'l', 16.627),
            ("value-added", 2012, 'a', 1.9),
        ],
    );
    // 0.60 stands for 0.595 to 0.605: 2.0 % less than 0.615 may well be meant, and the level agrees.
    let text = "指标,2011\n吨钢综合能耗（吨标准煤/吨）,0.60\n  比上年增长（%）,-2.0\n";
    gives(text, &[("steel-unit-energy", 2011, 'l', 600.0)]);
    assert_eq!(reasons(text), ["import-rounded-twice"]);
    // More than rounding: it is asked about.
    asks(
        "指标,2011,2012\n工业增加值（万亿元）,17.7,18.6\n  比上年增长（%）,10.8,9.8\n",
        &[Topic::Take],
    );
}

#[test]
fn names_in_two_languages_are_one_name() {
    let expected = [
        ("energy-intensity", 2011, 'a', -3.49),
        ("energy-intensity", 2012, 'a', -5.9),
    ];
    for name in [
        "单位工业增加值能耗 Energy per unit of VA（上年=100）",
        "Energy consumption per unit of industrial value added 单位工业增加值能耗 (preceding year=100)",
        "单位工业增加值能耗\nEnergy intensity of value added\n（上年=100）\n(preceding year=100)",
        "单位工业增加值能耗（Energy intensity of value added）（上年=100）",
        "单位工业增加值能耗 / Energy use per unit of VA (previous year = 100)",
    ] {
        gives(&format!("指标,2011,2012\n\"{name}\",96.51,94.1\n"), &expected);
    }
    assert_eq!(
        notes("指标,2011\nERP普及率 Penetration of ERP（%）,60\n"),
        ["import-note-translation"]
    );
    // The other language may say more, or something different.
    gives(
        "指标,2011\n单位工业增加值能耗 Decline in energy intensity (%),3.49\n",
        &[("energy-intensity", 2011, 'a', -3.49)],
    );
    for name in [
        "单位工业增加值能耗 CO₂ intensity of value added",
        "工业增加值 Forest coverage",
    ] {
        gives(&format!("指标,2011\n{name}（%）,3.49\n"), &[]);
    }
    for name in [
        "ERP普及率 ERP penetration in manufacturing",
        "ERP普及率 ERP, penetration by size",
    ] {
        asks(&format!("指标,2011\n\"{name}（%）\",60\n"), &[Topic::Name]);
    }
    gives(
        "指标 Item,单位 Unit,2011\nERP普及率 ERP penetration,%,60\n吨钢综合能耗,千克标准煤/吨 kgce/t,602\n",
        &[("erp", 2011, 'l', 60.0), ("steel-unit-energy", 2011, 'l', 602.0)],
    );
    gives(
        "指标,2011\n吨钢综合能耗（千克标准煤/吨 kgce/t）,602\n",
        &[("steel-unit-energy", 2011, 'l', 602.0)],
    );
}

#[test]
fn a_title_names_the_figures_of_headings_that_name_nothing() {
    for (title, heading) in [
        ("工业增加值指数（上年=100）", "指数"),
        ("工业增加值指数（上年=100）", "数值"),
        ("Industrial value added (previous year = 100)", "Total"),
    ] {
        gives(
            &format!("{title}\n年份,{heading}\n2011,110.8\n2012,107.9\n"),
            &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
        );
    }
    // The title does not name another indicator.
    gives(
        "工业增加值指数（上年=100）\n年份,轻工业\n2011,110.8\n2012,107.9\n",
        &[],
    );
}

#[test]
fn a_name_that_a_comma_parted_is_asked_about() {
    asks(
        "indicator,2011,2012\nIndustrial value added (trillion CNY, 2010 prices),17.7,19.1\n",
        &[Topic::Name],
    );
}
