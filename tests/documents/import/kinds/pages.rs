//! Web pages with hidden or invalid content.

use planpath::file::sheets_of_bytes;
use planpath::scenario::import::{Options, Preview};

use super::{is, read_sheets_with};

/// A page with a row of figures for 2011 and 2012, each in its own element.
fn page(cells: [&str; 2]) -> Preview {
    let [one, other] = cells;
    let text = format!(
        "<html><meta charset=utf-8><body><table><tr><td>指标</td><td>2011</td><td>2012</td></tr>\
         <tr><td>ERP普及率（%）</td>{one}{other}</tr></table></body></html>"
    );
    let sheets = sheets_of_bytes("page.html", text.as_bytes()).unwrap();
    read_sheets_with(&sheets, &Options::default())
}

#[test]
fn what_a_page_strikes_out_is_void() {
    for struck in [
        "<td><s>65</s></td>",
        "<td><del>65</del></td>",
        "<td><strike><b>65</b></strike></td>",
        "<td style=\"text-decoration: line-through\">65</td>",
        "<td><span style=\"text-decoration:line-through\">65</span></td>",
    ] {
        is(
            &page(["<td>60</td>", struck]),
            &[("erp", 2011, 'l', 60.0)],
            struck,
        );
    }
    // The replacement is valid.
    let both = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];
    for cell in [
        "<td><del>65</del> 62</td>",
        "<td><s>65</s><ins>62</ins></td>",
        "<td><span><s>65</s></span><p>62</p></td>",
    ] {
        is(&page(["<td>60</td>", cell]), &both, cell);
    }
}

#[test]
fn what_a_page_does_not_show_is_not_taken() {
    for cell in [
        "<td style=\"display:none\">65</td>",
        "<td hidden>65</td>",
        "<td><span style=\"display: none\">65</span></td>",
    ] {
        is(&page(["<td>60</td>", cell]), &[("erp", 2011, 'l', 60.0)], cell);
    }
    let both = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)];
    let sorted = "<td><span style=\"display:none\">0062</span>62</td>";
    is(&page(["<td>60</td>", sorted]), &both, sorted);
}
