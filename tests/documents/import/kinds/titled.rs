//! Tables whose years are not in cells of their own: only in the title, or several in one heading.

use planpath::scenario::import::Topic;

use super::{answered, asks, gives, notes, read, reasons, stored};

#[test]
fn a_year_that_stands_in_the_title_alone_is_that_of_all_figures() {
    for title in [
        "2013年工业主要指标",
        "表1 2013年全部工业主要指标",
        "2013年",
        "2013年度",
        "\"Main indicators of industry, 2013\"",
        "Main indicators of industry in 2013",
    ] {
        let text = format!("{title}\n单位：%\n指标,数值\n工业固体废物综合利用率,71.0\n");
        gives(&text, &[("solid-waste-utilisation", 2013, 'l', 71.0)]);
        assert_eq!(notes(&text), ["import-note-year-of-title"], "{text}");
    }
    // Beside levels, changes on the year before.
    let text = "2011年工业主要指标\n指标,单位,绝对值,比上年增长（%）\n工业增加值,万亿元,17.7,10.8\n工业固体废物综合利用率,%,69.8,\n";
    gives(
        text,
        &[
            ("value-added", 2011, 'l', 17.7),
            ("value-added", 2011, 'a', 10.8),
            ("solid-waste-utilisation", 2011, 'l', 69.8),
        ],
    );
}

#[test]
fn a_year_that_may_be_another_than_that_of_the_figures_is_asked_about() {
    for title in [
        "工业主要指标（2012年价格）",
        "按2012年不变价格计算的主要指标",
        "2012年价格",
        "工业主要指标（2012年=100）",
        "与2012年相比的主要指标",
        "Main indicators at prices of 2012",
        "Main indicators compared with 2012",
        "中国统计年鉴2014",
        "中国统计年鉴（2014年）",
        "2014年工业发展报告",
        "国家统计局2014年2月发布",
        "Statistical yearbook 2014",
        "Report on industry 2014",
    ] {
        let text = format!("{title}\n指标,数值（%）\n工业固体废物综合利用率,71.0\n");
        assert_eq!(stored(&read(&text)), [], "{text}");
    }
    let yearbook = "中国统计年鉴2014\n指标,数值（%）\n工业固体废物综合利用率,71.0\n";
    asks(yearbook, &[Topic::Despite]);
    answered(yearbook, 0, &[("solid-waste-utilisation", 2014, 'l', 71.0)]);
    answered(yearbook, 1, &[]);
}

#[test]
fn of_two_years_in_titles_and_of_parts_of_one_nothing_is_taken_unasked() {
    for title in [
        "2010年与2013年工业主要指标",
        "2011—2013年工业主要指标",
        "2013年1-9月工业主要指标",
        "2013年上半年工业主要指标",
        "2013年工业主要目标",
        "2013年目标",
    ] {
        let text = format!("{title}\n指标,数值（%）\n工业固体废物综合利用率,71.0\n");
        let sheets = planpath::file::sheets_of_bytes("table.csv", text.as_bytes()).unwrap();
        let (plan, scenario) = crate::import::start();
        let look = planpath::scenario::import::look(&plan, &scenario, &sheets, &super::Options::default());
        if let Ok(preview) = look.preview {
            assert_eq!(stored(&preview), [], "{text}");
        }
    }
    // A year beside the figures outranks a title.
    gives(
        "2014年统计资料\n指标,2013\n工业固体废物综合利用率（%）,71.0\n",
        &[("solid-waste-utilisation", 2013, 'l', 71.0)],
    );
}

#[test]
fn a_change_over_several_years_is_measured_against_the_year_before_them() {
    for heading in [
        "2011—2013年累计下降（%）",
        "2011-2013年累计下降%",
        "2011年至2013年累计降低（%）",
    ] {
        gives(
            &format!("指标,{heading}\n单位工业增加值能耗,13.63\n单位工业增加值用水量,23.0\n"),
            &[
                ("energy-intensity", 2013, 'c', -13.63),
                ("water-intensity", 2013, 'c', -23.0),
            ],
        );
    }
    // Measured against a year other than the plan's base year, and averages: not figures of one year.
    assert_eq!(
        reasons("指标,2012—2013年累计下降（%）\n单位工业增加值能耗,10.5\n"),
        ["import-other-base"]
    );
}

#[test]
fn falls_that_go_on_may_be_those_since_the_base_year_of_every_indicator() {
    for name in ["二氧化碳排放量", "能耗", "用水量"] {
        asks(
            &format!("指标,2011年,2012年,2013年\n单位工业增加值{name}下降（%）,3.8,9.8,14.7\n"),
            &[Topic::Kind],
        );
        // 比上年 says it.
        assert_eq!(
            stored(&read(&format!(
                "指标,2011年,2012年,2013年\n单位工业增加值{name}比上年下降（%）,3.8,4.1,6.7\n"
            )))
            .len(),
            3
        );
    }
}

#[test]
fn a_change_that_has_lost_its_point_is_asked_about() {
    let text = "指标,2011年,2012年,2013年\n工业增加值增速（%）,10.8,79,7.6\n";
    asks(text, &[Topic::Despite]);
    answered(
        text,
        0,
        &[
            ("value-added", 2011, 'a', 10.8),
            ("value-added", 2012, 'a', 79.0),
            ("value-added", 2013, 'a', 7.6),
        ],
    );
    answered(text, 1, &[("value-added", 2011, 'a', 10.8)]);
}
