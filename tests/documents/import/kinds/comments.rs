//! Cell comments in workbooks.

use planpath::file::{Sheets, sheets_of_bytes};
use planpath::scenario::import::{Options, Preview, Topic};
use rust_xlsxwriter::{Note, Workbook};

use super::{is, read_sheets_with};

/// A row of figures from 2011 on with comments on cells.
fn row(name: &str, figures: &[f64], comments: &[(u32, u16, &str)]) -> Preview {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(1, 0, name).unwrap();
    for ((column, year), figure) in (1..).zip(2011..).zip(figures) {
        sheet.write(0, column, year).unwrap();
        sheet.write(1, column, *figure).unwrap();
    }
    for (row, column, text) in comments {
        sheet.insert_note(*row, *column, &Note::new(*text)).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    read_sheets_with(
        &sheets_of_bytes("table.xlsx", &bytes).unwrap(),
        &Options::default(),
    )
}

fn topics(preview: &Preview) -> Vec<Topic> {
    preview.questions.iter().map(|question| question.topic).collect()
}

#[test]
fn a_comment_on_a_name_says_as_much_as_the_name() {
    let changes = [
        ("energy-intensity", 2011, 'a', -3.5),
        ("energy-intensity", 2012, 'a', -5.9),
    ];
    for (name, figures, comment, expected) in [
        ("单位工业增加值能耗", [96.5, 94.1], "上年=100", changes),
        (
            "单位工业增加值能耗",
            [96.5, 94.1],
            "Author:\nprevious year = 100",
            changes,
        ),
        (
            "吨钢综合能耗",
            [0.602, 0.603],
            "单位：吨标准煤/吨",
            [
                ("steel-unit-energy", 2011, 'l', 602.0),
                ("steel-unit-energy", 2012, 'l', 603.0),
            ],
        ),
    ] {
        let preview = row(name, &figures, &[(1, 0, comment)]);
        assert_eq!(topics(&preview), [], "{comment}");
        is(&preview, &expected, comment);
    }
    // Only partly understood: it is asked about.
    let preview = row(
        "单位工业增加值能耗变化（%）",
        &[3.5, 5.9],
        &[(1, 0, "正数表示下降")],
    );
    assert_eq!(topics(&preview), [Topic::Despite]);
    is(&preview, &[], "a direction");
}

#[test]
fn a_comment_on_a_year_or_a_figure_is_about_that_year() {
    for (at, text) in [
        ((0, 2), "预测"),
        ((1, 2), "2012年为预计数"),
        ((1, 2), "1-9月"),
        ((1, 2), "estimate"),
    ] {
        let preview = row("ERP普及率（%）", &[60.0, 62.0], &[(at.0, at.1, text)]);
        assert_eq!(topics(&preview), [], "{text}");
        is(&preview, &[("erp", 2011, 'l', 60.0)], text);
    }
    let preview = row("ERP普及率（%）", &[60.0, 62.0], &[(1, 2, "不含中央企业")]);
    assert_eq!(topics(&preview), [Topic::Despite]);
    is(&preview, &[("erp", 2011, 'l', 60.0)], "another scope");
    // One year with a unit of its own.
    let preview = row(
        "吨钢综合能耗（kgce/t）",
        &[602.0, 603.0],
        &[(0, 2, "单位：克标准煤/千克")],
    );
    assert_eq!(topics(&preview), [Topic::Despite]);
}

#[test]
fn a_comment_that_says_nothing_of_figures_is_shown() {
    let preview = row(
        "ERP普及率（%）",
        &[60.0, 62.0],
        &[(1, 2, "已核对"), (1, 0, "来源：工信部")],
    );
    assert_eq!(topics(&preview), []);
    is(
        &preview,
        &[("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)],
        "harmless",
    );
    let notes: Vec<&str> = preview.notes.iter().map(|note| note.says.id()).collect();
    assert_eq!(notes, ["import-note-comment"; 2]);
}

#[test]
fn comments_of_open_document_spreadsheets_are_read() {
    let cell = |kind: &str, text: &str, comment: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" office:value=\"{text}\"><office:annotation>\
             <dc:creator>预测</dc:creator><text:p>{comment}</text:p></office:annotation>\
             <text:p>{text}</text:p></table:table-cell>"
        )
    };
    let plain = |kind: &str, text: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" office:value=\"{text}\"><text:p>{text}</text:p>\
             </table:table-cell>"
        )
    };
    let rows = [
        [
            plain("string", "指标"),
            plain("float", "2011"),
            plain("float", "2012"),
        ],
        [
            plain("string", "ERP普及率（%）"),
            cell("float", "60", "已核对"),
            cell("float", "62", "预测"),
        ],
    ];
    let rows = rows.map(|row| format!("<table:table-row>{}</table:table-row>", row.concat()));
    let text = format!(
        "<?xml version=\"1.0\"?><office:document xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:dc=\"d\">\
         <office:body><office:spreadsheet><table:table table:name=\"a\">{}</table:table></office:spreadsheet>\
         </office:body></office:document>",
        rows.concat()
    );
    let sheets: Sheets = sheets_of_bytes("table.fods", text.as_bytes()).unwrap();
    assert_eq!(sheets.sheets[0].grid.comments().len(), 2);
    let preview = read_sheets_with(&sheets, &Options::default());
    is(&preview, &[("erp", 2011, 'l', 60.0)], "annotations");
}
