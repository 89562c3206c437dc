//! Tables of other offices: different names and forms from the plan's, with the same meaning.

use planpath::file::sheets_of_bytes;
use planpath::scenario::import::{Options, Topic};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::{answered, asks, gives, is, read_sheets_with, reasons, stored};

const ERP: [(&str, i32, char, f64); 2] = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];

#[test]
fn headings_of_months_are_no_years() {
    let read = |code: &str, month: u8, day: u8| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let format = Format::new().set_num_format(code);
        sheet.write(0, 0, "指标").unwrap();
        sheet.write(1, 0, "ERP普及率（%）").unwrap();
        for (column, year, value) in [(1, 2011, 60), (2, 2012, 62)] {
            let date = ExcelDateTime::from_ymd(year, month, day).unwrap();
            sheet.write_with_format(0, column, &date, &format).unwrap();
            sheet.write(1, column, value).unwrap();
        }
        let sheets = sheets_of_bytes("table.xlsx", &workbook.save_to_buffer().unwrap()).unwrap();
        read_sheets_with(&sheets, &Options::default())
    };
    for code in ["mmm-yy", "yyyy-mm", "yyyy\"年\"m\"月\"", "mmmm yyyy"] {
        for (month, day) in [(1, 1), (12, 1), (12, 31)] {
            is(&read(code, month, day), &[], code);
        }
    }
    for code in ["yyyy", "yyyy\"年\"", "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\""] {
        is(&read(code, 12, 31), &ERP, code);
        is(&read(code, 1, 1), &ERP, code);
    }
}

#[test]
fn substances_have_several_names() {
    let expected = [
        ("co2-intensity", 2011, 'a', -3.9),
        ("co2-intensity", 2012, 'a', -4.2),
    ];
    for name in [
        "单位工业增加值CO2排放量",
        "单位工业增加值CO₂排放量",
        "单位工业增加值CO 2排放量",
        "单位工业增加值二氧化碳排放",
        "CO2 intensity of value added",
        "CO 2 intensity of value added",
        "Carbon dioxide intensity of value added",
    ] {
        gives(&format!("指标,2011,2012\n{name}下降（%）,3.9,4.2\n"), &expected);
    }
    for name in [
        "SO2排放量",
        "SO₂排放量",
        "二氧化硫排放量",
        "Sulfur dioxide emissions",
    ] {
        gives(
            &format!("指标,2011\n{name}下降（%）,2.2\n"),
            &[("so2", 2011, 'a', -2.2)],
        );
    }
}

#[test]
fn what_is_100_may_be_said_in_other_words() {
    for name in [
        "Indices of industrial value added (preceding year=100)",
        "Index of industrial value added (previous year = 100)",
        "Industrial value added (previous year is 100)",
        "工业增加值同比指数",
        "工业增加值发展速度（%）",
        "工业增加值（上年=100.0）",
        "工业增加值（以去年为100）",
        "工业增加值（上年同期=100）",
    ] {
        gives(
            &format!("指标,2011,2012\n{name},110.8,107.9\n"),
            &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
        );
    }
}

#[test]
fn figures_may_have_marks_of_notes() {
    for cells in [
        "60 注,62注1",
        "60ᵃ,62ᵇ",
        "60 a),62 b)",
        "60*,62**",
        "60[1],62[a]",
        "60¹⁾,62²",
        "60(注),62（注2）",
        "60†,62‡",
    ] {
        gives(&format!("指标,2011,2012\nERP普及率（%）,{cells}\n"), &ERP);
    }
    for name in [
        "ERP普及率ᵃ（%）",
        "ERP普及率[a]（%）",
        "ERP普及率（%）①",
        "ERP普及率（注）（%）",
        "ERP普及率*（%）",
    ] {
        gives(&format!("指标,2011注,2012ᵃ\n{name},60,62\n"), &ERP);
    }
}

#[test]
fn pages_have_notes_and_blanks_of_their_own() {
    let page = |head: &str, name: &str, cells: &str| {
        let text = format!(
            "<html><meta charset=utf-8><body><table><tr><td>指标</td>{head}</tr>\
             <tr><td>{name}</td>{cells}</tr></table></body></html>"
        );
        let sheets = sheets_of_bytes("page.html", text.as_bytes()).unwrap();
        read_sheets_with(&sheets, &Options::default())
    };
    let head = "<td>2011<sup>a</sup></td><td>2012&nbsp;</td>";
    let cells = "<td>&nbsp;60&nbsp;</td><td>62<sup>b)</sup></td>";
    is(&page(head, "ERP普及率<sup>1</sup>（%）", cells), &ERP, "notes");
    is(
        &page(
            head,
            "吨铝综合交流电耗（千瓦时/吨）",
            "<td>13&nbsp;902</td><td>13&#8239;844</td>",
        ),
        &[
            ("aluminium-unit-power", 2011, 'l', 13902.0),
            ("aluminium-unit-power", 2012, 'l', 13844.0),
        ],
        "thousands",
    );
    // A tooltip on a cell is a comment.
    let promised = "<td>60</td><td title=\"预计数\">62</td>";
    is(&page(head, "ERP普及率（%）", promised), &ERP[..1], "a comment");
}

#[test]
fn a_cell_may_say_in_a_sentence_what_it_is() {
    gives(
        "指标,2011,2012\n工业增加值,比上年增长10.8%,同比增长7.9%。\n单位工业增加值能耗,比上年下降3.49%,较上年降低5.9%\n",
        &[
            ("value-added", 2011, 'a', 10.8),
            ("value-added", 2012, 'a', 7.9),
            ("energy-intensity", 2011, 'a', -3.49),
            ("energy-intensity", 2012, 'a', -5.9),
        ],
    );
    gives(
        "Indicator,2011,2012\nvalue-added,up 10.8% on the previous year,rose by 7.9% year on year\n",
        &[("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)],
    );
    // Another year, and one cell among levels.
    gives(
        "指标,2011,2012\n单位工业增加值能耗,比2010年下降3.49%,比2010年下降9.2%\n",
        &[
            ("energy-intensity", 2011, 'c', -3.49),
            ("energy-intensity", 2012, 'c', -9.2),
        ],
    );
    gives(
        "指标,2011,2012\n工业增加值（万亿元）,17.7,比上年增长7.9%\n",
        &[("value-added", 2011, 'l', 17.7), ("value-added", 2012, 'a', 7.9)],
    );
    gives("指标,2011\n工业增加值,增长约10.8%\n", &[]);
}

#[test]
fn eurostat_tables_are_read() {
    let text = "freq,unit,indicator,geo\\TIME_PERIOD\t2011 \t2012 \t2013 \t2014 \n\
                A,PC,erp,CN\t60.0 \t62.0 p\t: \t65.0 f\n";
    gives(text, &ERP);
    let text = "freq,unit,indicator,geo\\TIME_PERIOD\t2011 \t2012 \nA,PC,erp,DE\t60.0 \t62.0 \n";
    asks(text, &[Topic::Only]);
}

#[test]
fn names_that_count_more_or_less_can_be_answered() {
    // The plan itself counts all industry.
    gives(
        "指标,2011\n全部工业增加值（亿元）,188470.2\n",
        &[("value-added", 2011, 'l', 18.84702)],
    );
    let text = "指标,2011\n规模以上工业增加值（亿元）,188470.2\n";
    asks(text, &[Topic::Name]);
    answered(text, 0, &[("value-added", 2011, 'l', 18.84702)]);
    answered(text, 1, &[]);
    // A name without meaning can be assigned one, and "增加值" in it is not a rise.
    let text = "指标,2011\n工业企业增加值（亿元）,188470.2\n";
    let (plan, _) = crate::import::start();
    let mut options = Options::default();
    options.subjects.insert(1, plan.find("value-added"));
    is(
        &super::read_with(text, &options),
        &[("value-added", 2011, 'l', 18.84702)],
        text,
    );
}

#[test]
fn the_row_of_the_whole_country_is_clear_below_a_title_of_regions() {
    let expected = [
        ("energy-intensity", 2011, 'a', -3.49),
        ("energy-intensity", 2012, 'a', -5.9),
    ];
    for text in [
        "各省、自治区、直辖市单位工业增加值能耗降低率（%）\n地区,2011,2012\n全国,3.49,5.9\n北京,6.94,4.75\n广东,3.78,5.08\n",
        "单位工业增加值能耗降低率（%）,2011,2012\n全国,3.49,5.9\n北京市,6.94,4.75\n",
        "分地区单位工业增加值能耗降低率（%）\n,2011,2012\n北京,6.94,4.75\n全国合计,3.49,5.9\n",
    ] {
        gives(text, &expected);
        assert_eq!(reasons(text), ["import-said-region"], "{text}");
    }
    // Without such a row there is nothing to take.
    let text = "各省单位工业增加值能耗降低率（%）\n地区,2011\n北京,6.94\n广东,3.78\n";
    assert_eq!(stored(&super::read(text)), []);
}

#[test]
fn a_row_of_targets_below_figures_is_left_out_alone() {
    for last in [
        "十二五目标,80",
        "Target 2015,80",
        "“十二五”规划目标,80",
        "目标值,80",
        "2015年目标,80",
    ] {
        gives(&format!("年份,ERP普及率（%）\n2011,60\n2012,62\n{last}\n"), &ERP);
        gives(
            &format!(
                "指标,年份,数值\nERP普及率（%）,2011,60\nERP普及率（%）,2012,62\nERP普及率（%）,{last}\n"
            ),
            &ERP,
        );
    }
    for (heading, note) in [
        ("十二五目标", ""),
        ("2015年目标", ""),
        ("2013", "注：“十二五”目标为80%。\n"),
    ] {
        let text = format!("指标,2011,2012,{heading}\nERP普及率（%）,60,62,\n{note}");
        gives(&text, &ERP);
    }
    gives("指标,2011,2012\nERP普及率（%）,60,62\n十二五目标,70,80\n", &ERP);
    for remark in ["十二五目标", "“十二五”规划目标", "2015年目标", "目标"] {
        gives(
            &format!("年份,ERP普及率（%）,备注\n2011,60,\n2012,62,\n2015,80,{remark}\n"),
            &ERP,
        );
    }
}

#[test]
fn a_note_on_others_leaves_open_what_it_does_not_speak_of() {
    let open = "指标,2011,2012\n工业增加值,188470,199670\n";
    let topics = |text: &str| -> Vec<Topic> {
        let preview = super::read(text);
        preview.questions.iter().map(|question| question.topic).collect()
    };
    assert_eq!(topics(open), [Topic::Unit]);
    for note in [
        "注：单位工业增加值能耗以上年为100。",
        "注：用水量指数2010年=100。",
        "Note: energy intensity: previous year = 100",
        "注：2010年以前按上年=100计算。",
        "注：工业增加值增速按可比价格计算。",
    ] {
        let text = format!("{open}{note}\n");
        assert!(!topics(&text).is_empty(), "{note}");
        assert_eq!(stored(&super::read(&text)), [], "{note}");
    }
    // A row it does not name, and figures it may or may not refer to.
    gives(
        "指标,2011,2012\n单位工业增加值用水量,98.1,93.5\n注：单位工业增加值能耗以上年为100。\n",
        &[
            ("water-intensity", 2011, 'l', 98.1),
            ("water-intensity", 2012, 'l', 93.5),
        ],
    );
    asks(
        "指标,2011,2012\n单位工业增加值能耗,96.5,94.1\n注：增加值指数以上年为100。\n",
        &[Topic::Despite],
    );
    // It refers to its own row.
    gives(
        "指标,2011,2012\n单位工业增加值能耗,96.5,94.1\n单位工业增加值用水量（2010年=100）,91.1,83.5\n注：单位工业增加值能耗以上年为100。\n",
        &[
            ("energy-intensity", 2011, 'a', -3.5),
            ("energy-intensity", 2012, 'a', -5.9),
            ("water-intensity", 2011, 'l', 91.1),
            ("water-intensity", 2012, 'l', 83.5),
        ],
    );
}

#[test]
fn a_table_that_names_years_elsewhere_is_told_so() {
    let failure = |text: &str| {
        let (plan, scenario) = crate::import::start();
        let sheets = sheets_of_bytes("table.csv", text.as_bytes()).unwrap();
        let look = planpath::scenario::import::look(&plan, &scenario, &sheets, &Options::default());
        look.preview.unwrap_err().message().unwrap().id()
    };
    for text in [
        "2010年与2012年工业主要指标\n指标,数值\nERP普及率（%）,62\n",
        "Indicator,2011/12,2012/13\nerp,60,62\n",
        "指标,2011—2013年\nERP普及率（%）,62\n",
    ] {
        assert_eq!(failure(text), "import-years-elsewhere", "{text}");
    }
    assert_eq!(failure("指标,数值\nERP普及率（%）,62\n"), "import-no-years");
}

#[test]
fn levels_printed_to_the_hundred_contradict_nothing() {
    // 13,900 and 13,700 stand for 13,850 to 13,950 and for 13,650 to 13,750: −2.0 % may well be meant.
    let text = "指标,2011,2012\n吨铝综合交流电耗（千瓦时/吨）,13900,13700\n  比上年增长（%）,-2.46,-2.0\n";
    let preview = super::read(text);
    assert_eq!(preview.questions, [], "{text}");
    let levels: Vec<f64> = stored(&preview)
        .into_iter()
        .filter(|(_, _, kind, _)| *kind == 'l')
        .map(|(.., value)| value)
        .collect();
    assert_eq!(levels, [13900.0, 13700.0]);
}
