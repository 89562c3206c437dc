//! Words for changing inputs: those of the corpus, and some that nobody writes.

use std::collections::BTreeSet;

use super::structure::token;
use super::targets::Target;

/// Numbers at and beyond their limits, and some that are only oddly written.
pub const EXTREMES: [&str; 64] = [
    "0",
    "-0",
    "0.0",
    "-0.0",
    "1",
    "-1",
    "0.5",
    "100",
    "100.0",
    "-100.0",
    "99.99999999999999",
    "-99.99999999999999",
    "1000",
    "1000.1",
    "1e9",
    "-1e9",
    "1e15",
    "1e16",
    "9007199254740993",
    "1e-9",
    "1e-320",
    "5e-324",
    "-5e-324",
    "2.2250738585072014e-308",
    "1e100",
    "1e-100",
    "1e154",
    "1e300",
    "1.7976931348623157e308",
    "-1.7976931348623157e308",
    "1e308",
    "-1e308",
    "1e309",
    "1e999",
    "inf",
    "-inf",
    "NaN",
    "nan",
    "127",
    "128",
    "255",
    "256",
    "32767",
    "32768",
    "65535",
    "65536",
    "2147483647",
    "-2147483648",
    "2147483648",
    "4294967295",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "1960",
    "2009",
    "2010",
    "2011",
    "2015",
    "2016",
    "2060",
    "2061",
    "1_000",
    "0x7f",
    ".5",
];

/// Characters that end, hide or reverse text, and ones mistaken for others.
const SIGNS: [&str; 35] = [
    "\0",
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\u{7f}",
    "\u{85}",
    "\u{9b}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{301}",
    "é",
    "😀",
    "规划",
    "，",
    "：",
    "“",
    "（",
    "）",
    "％",
    "−",
    "１２",
    "\r",
    "\r\n",
    "\t",
    "\n\n",
    "\\",
    "\\\"",
    "\\u{0}",
    "\\u{1b}",
    "\\n",
    "\"",
    "'",
    "{",
    "}",
];

/// RON syntax beyond the words of our documents.
const RON: [&str; 34] = [
    "Some(",
    "None",
    "()",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "true",
    "false",
    "r\"",
    "r#\"",
    "\"#",
    "b\"\"",
    "'a'",
    "/*",
    "*/",
    "//",
    "#![enable(implicit_some)]",
    "#![enable(unwrap_newtypes)]",
    "#![enable(unwrap_variant_newtypes)]",
    "#![enable(explicit_struct_names)]",
    "#![enable(",
    "r#name",
    "1.0f32",
    "1i8",
    "0b1",
    "1__0",
    "-",
    "+",
    "(zh: \"\", en: \"\")",
];

const FORMULAS: [&str; 14] = [
    "+", "-", "*", "/", "(", ")", " - ", " / ", "1 - ", "-(", "/ 0", "a * a", "b - b", "c-d / e2",
];

const TABLES: [&str; 40] = [
    "\t",
    ",",
    ";",
    "|",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    "年",
    "2011年",
    "2011",
    "2011/12",
    "2011-2015",
    "2011年末",
    "'2011",
    "%",
    "％",
    "‰",
    "(",
    ")",
    "（%）",
    "亿元",
    "万亿元",
    "万吨标准煤",
    "trillion CNY",
    "个百分点",
    "上年=100",
    "累计",
    "同比增长",
    "比2010年",
    "下降",
    "年均",
    "-",
    "—",
    "…",
    "n/a",
    "1,234.5",
    "1.234,5",
    "(3.49)",
    "=1/0",
];

const WORKBOOKS: [&str; 44] = [
    "<row r=\"1048576\">",
    "<row r=\"0\">",
    "<c r=\"XFD1048576\"><v>1</v></c>",
    "<c r=\"A0\">",
    "<c t=\"s\"><v>0</v></c>",
    "<c t=\"s\"><v>99999999</v></c>",
    "<c t=\"inlineStr\"><is><t>x</t></is></c>",
    "<c t=\"e\"><v>#DIV/0!</v></c>",
    "<c t=\"b\"><v>1</v></c>",
    "<c t=\"d\"><v>2011-12-31</v></c>",
    "s=\"99999\"",
    "t=\"str\"",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<mergeCell ref=\"B2:A1\"/>",
    "<mergeCell ref=\"A1:B2\"/>",
    "<col min=\"1\" max=\"16384\" hidden=\"1\"/>",
    "<col min=\"9\" max=\"1\" hidden=\"1\"/>",
    "hidden=\"1\"",
    "state=\"veryHidden\"",
    "date1904=\"1\"",
    "formatCode=\"0.0%\"",
    "formatCode=\"yyyy\"",
    "formatCode=\"[Red]0;;&quot;\"",
    "numFmtId=\"10\"",
    "table:number-columns-repeated=\"1048576\"",
    "table:number-rows-repeated=\"2147483647\"",
    "table:number-columns-repeated=\"-1\"",
    "table:number-columns-spanned=\"16384\"",
    "table:visibility=\"collapse\"",
    "office:value-type=\"percentage\"",
    "office:value=\"1e308\"",
    "office:date-value=\"2011\"",
    "<text:s text:c=\"2147483647\"/>",
    "colspan=\"1000000\"",
    "rowspan=\"65534\"",
    "<table>",
    "</table>",
    "<td>",
    "&#0;",
    "&#x110000;",
    "&unknown;",
    "<![CDATA[",
    "<!ENTITY a \"b\">",
    "<?xml version=\"1.0\" encoding=\"GBK\"?>",
];

/// Longer words are texts rather than names.
const LONGEST: usize = 24;
const MOST: usize = 4000;

/// The words for a target, from its format and its corpus, without repetition.
pub fn words(target: Target, corpus: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let fixed: &[&[&str]] = match target {
        Target::Plan => &[&RON, &FORMULAS, &EXTREMES, &SIGNS],
        Target::Expression => &[&FORMULAS, &FORMULAS, &EXTREMES, &SIGNS],
        Target::Table => &[&TABLES, &TABLES, &EXTREMES, &SIGNS],
        Target::Workbook => &[&WORKBOOKS, &WORKBOOKS, &TABLES, &EXTREMES, &SIGNS],
        Target::Scenario | Target::Preferences | Target::Recovery => &[&RON, &EXTREMES, &SIGNS],
    };
    let mut words: Vec<Vec<u8>> = fixed
        .iter()
        .copied()
        .flatten()
        .map(|word| word.as_bytes().to_vec())
        .collect();
    let mut found = BTreeSet::new();
    for entry in corpus
        .iter()
        .filter(|entry| target != Target::Workbook || entry.is_ascii())
    {
        let mut at = 0;
        while at < entry.len() && found.len() < MOST {
            let word = token(entry, at);
            at = word.end;
            if (2..=LONGEST).contains(&word.len()) {
                found.insert(entry[word].to_vec());
            }
        }
    }
    words.extend(found);
    words
}
