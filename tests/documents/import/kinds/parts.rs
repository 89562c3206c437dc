//! Columns that say which part figures are about, whatever their heading.

use planpath::scenario::import::Topic;

use super::{answered, asks, gives, stored};

const ERP: [(&str, i32, char, f64); 2] = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];

#[test]
fn a_column_with_one_part_is_asked_about() {
    for (heading, value) in [
        ("行业", "采矿业"),
        ("所有制", "国有"),
        ("企业规模", "小型企业"),
        ("能源品种", "煤"),
        ("Sector", "Mining"),
        ("Age", "15-24"),
        ("Entity", "World"),
        ("Ownership", "State-owned"),
        ("Frequency", "Quarterly"),
        ("口径", "规模以上服务业"),
        ("市县", "历城区"),
        ("", "东部"),
    ] {
        for text in [
            format!("指标,{heading},2011,2012\nERP普及率（%）,{value},60,62\n"),
            format!("{heading},指标,2011,2012\n{value},ERP普及率（%）,60,62\n"),
        ] {
            // Before names, a column without a heading is a group of lines.
            if heading.is_empty() && text.starts_with(',') {
                continue;
            }
            let preview = asks(&text, &[Topic::Only]);
            assert_eq!(stored(&preview), [], "{text}");
            answered(&text, 0, &ERP);
        }
        if !heading.is_empty() {
            asks(
                &format!("年份,{heading},ERP普及率（%）\n2011,{value},60\n2012,{value},62\n"),
                &[Topic::Only],
            );
            asks(
                &format!("indicator,year,{heading},value\nerp,2011,{value},60\nerp,2012,{value},62\n"),
                &[Topic::Only],
            );
        }
    }
}

#[test]
fn what_parts_nothing_is_not_asked_about() {
    for (heading, value) in [
        ("序号", "一"),
        ("指标代码", "A01"),
        ("责任单位", "工业和信息化司"),
        ("分类", "信息化"),
        ("行业", "全部"),
        ("行业", "工业"),
        ("Sector", "Total"),
        ("Sex", "All"),
        ("地区", "全国"),
        ("单位", "%"),
        ("口径", "大中型工业企业"),
        ("Definition", "Share of firms with such a system"),
    ] {
        gives(
            &format!("指标,{heading},2011,2012\nERP普及率（%）,{value},60,62\n"),
            &ERP,
        );
    }
    // The indicator's own name says so already.
    gives(
        "行业,指标,2011\n钢铁行业,钢铁行业前10家产业集中度（%）,49.2\n",
        &[("steel-cr10", 2011, 'l', 49.2)],
    );
    // A remark per record is not a part.
    gives(
        "indicator,year,value,how\nerp,2011,60,taken from the census\nerp,2012,62,by letter\n",
        &ERP,
    );
}

#[test]
fn parts_below_a_name_that_stands_once_are_its_parts() {
    let text = "指标,企业,2011,2012\nERP普及率（%）,采矿业,50,52\n,制造业,63,65\n,合计,60,62\n";
    let preview = asks(text, &[Topic::Only]);
    assert_eq!(stored(&preview), [], "the first part is not the whole");
    answered(text, 1, &ERP);
}

#[test]
fn parts_of_different_indicators_may_all_be_taken() {
    let text = "指标,板块,2011\nERP普及率（%）,信息技术,60\n钢铁行业前10家产业集中度（%）,结构调整,49.2\n";
    asks(text, &[Topic::Only]);
    answered(
        text,
        0,
        &[("erp", 2011, 'l', 60.0), ("steel-cr10", 2011, 'l', 49.2)],
    );
}

#[test]
fn what_is_of_all_of_the_country_is_not_of_its_industry() {
    for text in [
        "指标（万吨）,2010,2011\n化学需氧量排放量,2551.7,2499.9\n其中：工业,434.8,354.8\n",
        "全国主要污染物排放量\n指标,2011,2012\n化学需氧量排放量增长（%）,-2,-3.1\n",
    ] {
        asks(text, &[Topic::Name]);
        answered(text, 1, &[]);
    }
    gives(
        "全国工业主要污染物\n指标,2011,2012\n二氧化硫排放量增长（%）,-4.1,-5.9\n",
        &[("so2", 2011, 'a', -4.1), ("so2", 2012, 'a', -5.9)],
    );
}
