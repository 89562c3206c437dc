//! What is and is not a year.

use super::*;

fn text(text: &str) -> Option<YearLabel> {
    of(&GridCell::Text(text.to_owned()))
}

#[test]
fn years_are_read_as_tables_write_them() {
    for written in [
        "2011",
        "2011年",
        "2011 年",
        "FY2011",
        "2011.0",
        "２０１１年",
        "2011年度",
        "2011-12-31",
        "2011年12月31日",
        "2011年1-12月",
        "2011*",
        "2011年实际",
        "'2011",
        "二〇一一年",
        "2011年末",
        "11年",
        "FY11",
        "本年（2011）",
        "Previous year (2011)",
        "2011 [YR2011]",
        "2011年（12月末）",
        "2011（全年）",
        "Actual 2011",
        "实际2011年",
    ] {
        let when = text(written).unwrap_or_else(|| panic!("{written}"));
        assert_eq!((when.year, when.is_part), (2011, false), "{written}");
    }
    let number = |value| {
        of(&GridCell::Number {
            value,
            is_percent: false,
        })
    };
    assert_eq!(number(2011.0).map(|when| when.year), Some(2011));
    assert_eq!(number(2011.5), None);
    assert_eq!(number(1478.0), None);
    let date = GridCell::Date {
        year: 2011,
        month: 12,
        day: Some(31),
    };
    assert_eq!(
        of(&date).map(|when| (when.year, when.is_part)),
        Some((2011, false))
    );
}

#[test]
fn parts_of_a_year_are_no_years() {
    for written in [
        "2013年1-9月",
        "2013年上半年",
        "2013Q3",
        "2013年9月",
        "2013年前三季度",
        "Q3 2013",
        "3Q2013",
        "H1/2013",
        "Sep 2013",
        "September-2013",
        "2013年（1-9月）",
        "2013-04-01",
        "2013/7/31",
    ] {
        assert!(text(written).is_some_and(|when| when.is_part), "{written}");
    }
}

#[test]
fn what_is_said_behind_a_year_is_kept() {
    let said = |written| text(written).and_then(|when| when.said);
    for promised in [
        "2015年目标",
        "2013E",
        "2014f",
        "2015(F)",
        "2013 (est.)",
        "2013年（e）",
        "Budget 2013",
        "Fcst 2014",
        "预计2013年",
        "目标 2015",
    ] {
        assert!(said(promised).is_some_and(|said| said.is_promised), "{promised}");
    }
    for actual in [
        "2011A",
        "2012 (prelim.)",
        "2012(r)",
        "2012（修订）",
        "2013年(初步核算)",
    ] {
        assert_eq!(said(actual), None, "{actual}");
    }
    assert!(said("2013年同比增长（%）").is_some_and(|said| said.basis.is_some()));
}

#[test]
fn other_texts_are_no_years() {
    for written in [
        "2010年=100",
        "2011-2015",
        "20111",
        "2011年工业增加值",
        "2011 [YR2012]",
        "12.5",
        "2011/2012",
        "2011/12",
        "2011-12",
        "2010/11",
        "11",
        "5年",
        "",
        "2300",
        "比2010年",
        "since 2010",
        "change 2010",
        "增长2011",
    ] {
        assert_eq!(text(written), None, "{written}");
    }
}
