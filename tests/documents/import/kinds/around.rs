//! Context that shows figures are not actuals for whole years and the whole country.

use planpath::scenario::import::{Options, Topic};

use super::{answered, asks, gives, read_sheets_with, reasons, stored};

const CR10: &str = "钢铁行业前10家产业集中度（%）";

#[test]
fn titles_of_targets_and_forecasts_are_asked_about() {
    for title in [
        "2012—2013年工业主要指标预测",
        "工业转型升级规划目标分解",
        "状态：征求意见稿",
        "Targets for 2012 and 2013",
        "Baseline scenario",
        "Draft",
    ] {
        let text = format!("{title}\n指标,2012,2013\n{CR10},50,53\n\"ERP, penetration (%)\",62,65\n");
        // One question for everything under a title.
        asks(&text, &[Topic::Despite]);
        answered(
            &text,
            0,
            &[
                ("steel-cr10", 2012, 'l', 50.0),
                ("steel-cr10", 2013, 'l', 53.0),
                ("erp", 2012, 'l', 62.0),
                ("erp", 2013, 'l', 65.0),
            ],
        );
        answered(&text, 1, &[]);
    }
}

#[test]
fn what_has_become_of_targets_is_what_has_happened() {
    let expected = [("steel-cr10", 2012, 'l', 45.9), ("steel-cr10", 2013, 'l', 39.4)];
    for title in [
        "“十二五”规划目标完成情况",
        "Progress towards the targets",
        "表1 工业主要指标",
    ] {
        gives(&format!("{title}\n指标,2012,2013\n{CR10},45.9,39.4\n"), &expected);
    }
    // A heading that says so takes precedence over a title.
    gives(
        &format!("目标与实际\n指标,2012年目标,2012年实际,2013年目标,2013年实际\n{CR10},50,45.9,53,39.4\n"),
        &expected,
    );
}

#[test]
fn notes_speak_of_the_years_they_name_or_of_all() {
    let text = format!("指标,2011,2012,2013\n{CR10},49.2,45.9,52\n注：2013年为预计数。\n");
    gives(
        &text,
        &[("steel-cr10", 2011, 'l', 49.2), ("steel-cr10", 2012, 'l', 45.9)],
    );
    assert_eq!(reasons(&text), ["import-said-promised"]);
    for note in ["注：均为规划目标值", "Note: all figures are projections"] {
        asks(
            &format!("指标,2013,2014\n{CR10},50,53\n{note}\n"),
            &[Topic::Despite],
        );
        asks(
            &format!("indicator,year,value\nerp,2013,65\nerp,2014,72\n{note}\n"),
            &[Topic::Despite],
        );
    }
}

#[test]
fn a_line_between_figures_speaks_of_those_below_it() {
    let text = format!(
        "实际值\n指标,2011,2012\n工业增加值增速（%）,10.8,7.9\n规划目标\n指标,2011,2012\n{CR10},50,53\n"
    );
    gives(
        &text,
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
    assert_eq!(reasons(&text), ["import-promised"]);
    let text = "指标,2011,2012\n工业增加值增速（%）,10.8,7.9\n广东省\nERP普及率（%）,70,72\n";
    let preview = asks(text, &[Topic::Despite]);
    assert_eq!(stored(&preview).len(), 2);
}

#[test]
fn columns_of_status_tell_what_has_happened() {
    let happened = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];
    for (heading, actual, promised) in [
        ("status", "actual", ["forecast", "target"]),
        ("数据类型", "实际", ["预测", "目标"]),
        ("类别", "实际", ["预计", "规划"]),
    ] {
        let [one, other] = promised;
        let text = format!(
            "year,indicator,{heading},value\n2011,erp,{actual},60\n2012,erp,{actual},62\n2012,erp,{one},65\n2013,erp,{other},70\n"
        );
        gives(&text, &happened);
        assert_eq!(reasons(&text), ["import-promised"], "{heading}");
    }
    // A single scenario may not have happened either.
    for text in [
        "Scenario,Indicator,2012,2013\nBAU,erp,62,64\n",
        "情景,指标,2012,2013\n基准情景,erp,62,64\n",
        "scenario,indicator,year,value\nforecast,erp,2012,65\nforecast,erp,2013,68\n",
    ] {
        asks(text, &[Topic::Only]);
    }
    gives(
        "情景,指标,2011,2012\n基准情景,erp,63,66\n实际,erp,60,62\n",
        &happened,
    );
}

#[test]
fn plans_and_what_became_of_them_may_stand_side_by_side() {
    let text = format!("指标,2011年计划,2011年实际,2012年计划,2012年实际\n{CR10},50,49.2,52,45.9\n");
    gives(
        &text,
        &[("steel-cr10", 2011, 'l', 49.2), ("steel-cr10", 2012, 'l', 45.9)],
    );
    assert_eq!(reasons(&text), ["import-promised"]);
}

#[test]
fn parts_of_a_year_are_no_years() {
    for text in [
        "指标,2012年,2013年\n,上半年,上半年\nERP普及率（%）,61,63\n",
        "Indicator,2012,,2013,\n,Q1,Q2,Q1,Q2\nerp,61,62,63,64\n",
        "指标,2012年,,2013年,\n,6月,9月,6月,9月\nERP普及率（%）,61,62,63,64\n",
        "年,月,工业增加值同比（%）\n2011,12,12.8\n2012,12,10.3\n",
        "year,quarter,erp\n2011,4,60\n2012,4,62\n",
        "year,month,indicator,value\n2011,June,erp,60\n2012,June,erp,62\n",
        "年,月,工业增加值同比（%）\n2012,11,10.1\n2012,12,10.3\n2013,11,10.0\n",
        "Quarter,Industrial value added growth (%)\n2011Q1,11.6\n2011Q2,9.5\n",
    ] {
        gives(text, &[]);
        let found = reasons(text);
        assert!(found.contains(&"import-part-year"), "{text}: {found:?}");
    }
    for title in [
        "2012年12月工业主要指标（当月）",
        "各年上半年",
        "First half of each year",
        "Monthly figures",
    ] {
        asks(
            &format!("{title}\n指标,2011,2012\nERP普及率（%）,60,62\n"),
            &[Topic::Despite],
        );
    }
}

#[test]
fn whole_years_beside_parts_are_taken() {
    let expected = [("erp", 2012, 'l', 62.0), ("erp", 2013, 'l', 64.0)];
    gives(
        "指标,2012年,2013年上半年,2013年1-9月,2013年\nERP普及率（%）,62,63,63.5,64\n",
        &expected,
    );
    gives(
        "指标,2012年,,2013年,\n,上半年,全年,上半年,全年\nERP普及率（%）,61,62,63,64\n",
        &expected,
    );
    gives(
        "年份,期间,ERP普及率（%）\n2012,上半年,61\n2012,全年,62\n2013,上半年,63\n2013,全年,64\n",
        &expected,
    );
}

#[test]
fn regions_are_asked_about_wherever_they_are_named() {
    for title in ["广东省2011—2012年工业主要指标", "Industry in Guangdong", "各地区"] {
        asks(
            &format!("{title}\n指标,2011,2012\nERP普及率（%）,60,62\n"),
            &[Topic::Despite],
        );
    }
    for text in [
        "地区,指标,2011,2012\n广东,ERP普及率（%）,70,72\n江苏,二氧化硫排放量增长（%）,-4,-5.9\n",
        "省份,年份,ERP普及率（%）\n广东,2011,60\n江苏,2012,65\n",
        "年份,地区,ERP普及率（%）\n2011,广东,70\n2012,广东,72\n",
        "region,indicator,year,value\nGuangdong,erp,2011,70\nGuangdong,erp,2012,72\n",
        "指标,2012年,2013年\n,广东,广东\nERP普及率（%）,70,72\n",
        "指标,2012年,,2013年,\n,广东,全国,广东,全国\nERP普及率（%）,70,62,72,64\n",
    ] {
        let preview = asks(text, &[Topic::Only]);
        assert_eq!(stored(&preview), [], "{text}");
    }
    let national = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];
    gives("地区,指标,2011,2012\n全国,ERP普及率（%）,60,62\n", &national);
    gives("Region,Indicator,2011,2012\nChina,erp,60,62\n", &national);
    answered(
        "指标,2011年,,2012年,\n,广东,全国,广东,全国\nERP普及率（%）,70,60,72,62\n",
        0,
        &national,
    );
}

#[test]
fn the_name_of_a_sheet_is_a_title() {
    let (plan, _) = crate::import::start();
    for (name, topic) in [
        ("目标分解", Some(Topic::Despite)),
        ("广东", Some(Topic::Despite)),
        ("Sheet1", None),
    ] {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write(0, 1, 2011).unwrap();
        sheet
            .write(1, 0, plan.get(plan.find("erp").unwrap()).id.as_str())
            .unwrap();
        sheet.write(1, 1, 60).unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let sheets = planpath::file::sheets_of_bytes("table.xlsx", &bytes).unwrap();
        let preview = read_sheets_with(&sheets, &Options::default());
        let topics: Vec<Topic> = preview.questions.iter().map(|question| question.topic).collect();
        assert_eq!(topics, Vec::from_iter(topic), "{name}");
        assert_eq!(stored(&preview).len(), usize::from(topic.is_none()), "{name}");
    }
}

#[test]
fn remarks_beside_figures_are_heard() {
    let expected = [("erp", 2011, 'l', 60.0)];
    for text in [
        "指标,2011,2012,备注\nERP普及率（%）,60,65,2012年为预计数\n",
        "年份,ERP普及率（%）,备注\n2011,60,\n2012,65,预计\n",
        "year,indicator,value,note\n2011,erp,60,\n2012,erp,65,forecast\n",
        "year,indicator,value,status\n2011,erp,60,A\n2012,erp,65,E\n",
    ] {
        gives(text, &expected);
        assert!(!reasons(text).is_empty(), "{text}");
    }
    gives("指标,状态,2011\nERP普及率（%）,F,60\n", &[]);
    // A remark may mention a target without saying that the figure is one.
    gives("年份,ERP普及率（%）,备注\n2011,60,目标61\n", &expected);
    gives("指标,2011\n一、规划目标完成情况,\nERP普及率（%）,60\n", &expected);
}

#[test]
fn a_forecast_of_what_becomes_of_a_plan_is_a_forecast() {
    for title in [
        "规划目标完成情况预测",
        "主要指标完成情况（预计）",
        "规划实施情况及2013年展望",
        "目标进展与工作安排",
        "指标监测目标",
        "Expected achievement",
        "Monitoring: targets for industry",
    ] {
        asks(
            &format!("{title}\n指标,2012,2013\n{CR10},50,53\n"),
            &[Topic::Despite],
        );
    }
    let expected = [("steel-cr10", 2012, 'l', 45.9), ("steel-cr10", 2013, 'l', 39.4)];
    for title in [
        "规划目标完成进度",
        "“十二五”规划实施情况监测",
        "计划执行情况",
        "Implementation of the plan",
        "Target achievement",
    ] {
        gives(&format!("{title}\n指标,2012,2013\n{CR10},45.9,39.4\n"), &expected);
    }
}

#[test]
fn a_part_of_the_year_is_one_whatever_else_a_title_says() {
    for title in [
        "2013年上半年工业指标（资料来源：统计局）",
        "2013年度第三季度工业指标",
        "1—9月工业指标，全年数据另发",
        "2013年前三季度（更新于2013年11月）",
        "First half (source: bureau)",
    ] {
        asks(
            &format!("{title}\n指标,2012,2013\nERP普及率（%）,60,62\n"),
            &[Topic::Despite],
        );
    }
    let expected = [("erp", 2012, 'l', 60.0), ("erp", 2013, 'l', 62.0)];
    for title in [
        "2013年工业指标（资料来源：统计局，2014年3月）",
        "2013年1—12月工业指标",
        "2013年工业指标，2014年6月发布",
        "Industry (source: bureau, published in June 2014)",
    ] {
        gives(
            &format!("{title}\n指标,2012,2013\nERP普及率（%）,60,62\n"),
            &expected,
        );
    }
}

#[test]
fn what_a_text_says_of_a_part_of_industry_or_of_elsewhere_is_asked_about() {
    for title in [
        "农村工业主要指标",
        "某钢铁集团统计表",
        "Company report",
        "Industry excluding construction",
        "苏州",
        "某县工业",
        "江北新区",
        "European Union",
        "Industry in Germany",
        "世界主要国家",
        "采矿业主要指标",
        "Agriculture",
    ] {
        asks(
            &format!("{title}\n指标,2012,2013\nERP普及率（%）,60,62\n"),
            &[Topic::Despite],
        );
    }
    for note in ["注：统计范围不包括西部企业。", "注：数据来源于统计局，广东数。"]
    {
        asks(
            &format!("指标,2012,2013\nERP普及率（%）,60,62\n{note}\n"),
            &[Topic::Despite],
        );
    }
    // The plan's own subject, authorities, and words that only look like place names.
    let expected = [("erp", 2012, 'l', 60.0), ("erp", 2013, 'l', 62.0)];
    for title in [
        "规模以上工业企业主要指标",
        "大中型企业信息化",
        "全国工业主要指标",
        "城市工业与市场",
        "来源：国家统计局，工业司",
        "Source: World Bank, World Development Indicators",
    ] {
        gives(
            &format!("{title}\n指标,2012,2013\nERP普及率（%）,60,62\n"),
            &expected,
        );
    }
}
