//! Web pages, and files that are not tables at all.

use planpath::file::{Area, Sheets, read_sheets, sheets_of_bytes};
use planpath::text::Language;

use crate::import::{case, shown};

fn sheets(page: &str) -> Sheets {
    sheets_of_bytes("page.xls", page.as_bytes()).unwrap()
}

#[test]
fn cells_that_span_others_are_merged() {
    let page = "<table><tr><td rowspan=2>指标<td colspan=2>2011<td colspan='2'>2012</tr>
        <tr><td>值</td><td>增速</td><td>值</td><td>增速</td></tr>
        <tr><td>x<td>1<td>2<td>3<td>4</table>";
    let grid = &sheets(page).sheets[0].grid;
    assert_eq!(shown(grid), ["指标|2011||2012", "|值|增速|值|增速", "x|1|2|3|4"]);
    let area = |first, last| Area { first, last };
    let expected = [area((0, 0), (1, 0)), area((0, 1), (0, 2)), area((0, 3), (0, 4))];
    assert_eq!(grid.merged(), expected);
}

#[test]
fn marks_inside_cells_are_no_text() {
    let page = "<!doctype html><html><head><title>t</title><style>td{}</style></head><body>
        <table><caption>表 1</caption><tr><th>A&amp;B<br>C&nbsp;</th><th><b>20</b><i>11</i></th></tr>
        <tr><td><script>1</script>m<sup>2</sup></td><td>49.2<sup>1)</sup></td></tr></table>
        <p>between</p><table><tr><td>second</td></tr></table>
        <table style='display:none'><tr><td>draft</td></tr></table></body></html>";
    let found = sheets(page);
    let names: Vec<(&str, bool)> = found
        .sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.is_hidden))
        .collect();
    assert_eq!(names, [("表 1", false), ("2", false), ("3", true)]);
    assert_eq!(shown(&found.sheets[0].grid), ["A&B C|2011", "m2|49.2 [1)]"]);
}

#[test]
fn hidden_rows_and_columns_of_pages_are_known() {
    let page = "<table><col><col style='display: none'><tr><td>a<td>b</tr>
        <tr style='DISPLAY:none'><td>c<td>d</tr><tbody hidden><tr><td>e</tbody><tr><td>f</table>";
    let grid = &sheets(page).sheets[0].grid;
    let hidden: Vec<bool> = (0..4).map(|row| grid.is_hidden(row, 0)).collect();
    assert_eq!(hidden, [false, true, true, false]);
    assert!(grid.is_hidden(0, 1));
}

#[test]
fn pages_come_in_every_spelling() {
    let page = |set: &str| format!("<html><meta charset=\"{set}\"><table><tr><td>指标<td>2011</table>");
    let (gbk, _, _) = encoding_rs::GBK.encode(&page("gb2312")).into_owned_parts();
    let (big, _, _) = encoding_rs::BIG5
        .encode("<meta charset=big5><table><tr><td>指標<td>2011</table>")
        .into_owned_parts();
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain(page("x").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, expected) in [
        (gbk, "指标|2011"),
        (page("utf-8").into_bytes(), "指标|2011"),
        // Pages that declare the wrong encoding are detected.
        (
            encoding_rs::GBK.encode(&page("utf-8")).0.into_owned(),
            "指标|2011",
        ),
        (big, "指標|2011"),
        (wide, "指标|2011"),
    ] {
        let found = sheets_of_bytes("page", &bytes).unwrap();
        assert_eq!(shown(&found.sheets[0].grid), [expected]);
    }
}

/// An encoder's result, owned.
trait IntoOwnedParts {
    fn into_owned_parts(self) -> (Vec<u8>, &'static encoding_rs::Encoding, bool);
}

impl IntoOwnedParts for (std::borrow::Cow<'_, [u8]>, &'static encoding_rs::Encoding, bool) {
    fn into_owned_parts(self) -> (Vec<u8>, &'static encoding_rs::Encoding, bool) {
        (self.0.into_owned(), self.1, self.2)
    }
}

#[test]
fn a_page_that_libreoffice_saved_is_read() {
    let found = read_sheets(&case("mixed-libreoffice.html")).unwrap();
    let rows = shown(&found.sheets[0].grid);
    assert!(
        rows.iter().any(|row| row.starts_with("steel-cr10|49.2%|45.9%")),
        "{rows:?}"
    );
}

#[test]
fn a_page_without_a_table_has_no_figures() {
    let failure = sheets_of_bytes("page", b"<html><body><p>2011</p></body></html>").unwrap_err();
    assert_eq!(failure.message().unwrap().id(), "table-empty");
}

#[test]
fn spans_of_any_size_take_no_memory() {
    let page = "<table><tr><td rowspan=999999999 colspan=999999999>x<td>y</table>";
    let failure = sheets_of_bytes("page", page.as_bytes()).unwrap_err();
    assert_eq!(failure.message().unwrap().id(), "table-too-spread");
    let deep = "<table><tr><td>".repeat(100_000);
    assert!(sheets_of_bytes("page", deep.as_bytes()).is_err());
}

#[test]
fn what_is_no_table_is_called_by_its_name() {
    let mail = b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table>";
    let sheet = b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
        <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Table></Table></Workbook>";
    for (bytes, english, chinese) in [
        (&b"%PDF-1.7\n"[..], "a PDF document", "PDF 文档"),
        (b"{\\rtf1", "a text document", "文字文档"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a picture", "图片"),
        (b"\xFF\xD8\xFF\xE0", "a picture", "图片"),
        (b"\x1F\x8B\x08", "an archive", "压缩包"),
        (
            b"\x09\x04\x06\x00\0\0",
            "a worksheet from Excel 4 or earlier",
            "Excel 4 或更早版本的工作表",
        ),
        (mail, "a single-file web page (MHTML)", "单个文件网页（MHTML）"),
        (sheet, "an XML Spreadsheet 2003", "XML 电子表格 2003"),
        (
            b"<?xml version=\"1.0\"?><a/>",
            "an XML file without a table",
            "不含表格的 XML 文件",
        ),
    ] {
        refused(bytes, english, chinese);
    }
}

#[track_caller]
fn refused(bytes: &[u8], english: &str, chinese: &str) {
    let failure = sheets_of_bytes("F", bytes).unwrap_err();
    let expected = format!("F is {english}, which cannot be read as a table");
    assert_eq!(failure.headline(Language::English), expected);
    let expected = format!("F 是{chinese}，无法从中读取表格");
    assert_eq!(failure.headline(Language::Chinese), expected);
    assert!(failure.remedy(Language::Chinese).unwrap().contains(".xlsx"));
}

#[test]
fn archives_are_told_by_what_is_in_them() {
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;
    let archive = |parts: &[(&str, &str)]| {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let text = "application/vnd.oasis.opendocument.text";
    for (parts, english, chinese) in [
        (
            &[("xl/workbook.bin", "")][..],
            "a binary workbook (.xlsb)",
            "二进制工作簿（.xlsb）",
        ),
        (&[("word/document.xml", "")], "a text document", "文字文档"),
        (&[("mimetype", text)], "a text document", "文字文档"),
        (
            &[("Index/Document.iwa", "")],
            "a Numbers spreadsheet",
            "Numbers 表格",
        ),
        (
            &[("ppt/presentation.xml", "")],
            "a presentation or a drawing",
            "演示文稿或绘图",
        ),
        (&[("table.csv", "a,1")], "an archive", "压缩包"),
    ] {
        refused(&archive(parts), english, chinese);
    }
}
