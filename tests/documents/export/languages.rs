//! Every export speaks one language: no Chinese in an English table, report or workbook, and no English in a Chinese one.

use std::io::{Cursor, Read as _};

use planpath::export::xlsx::workbook;
use planpath::export::{ExportInput, csv};
use planpath::scenario::EXAMPLES;
use planpath::text::{Language, is_chinese};
use planpath::wording::{promise, score_table, worded};
use resvg::usvg::roxmltree::Document;
use zip::ZipArchive;

use crate::export::material::Computed;
use crate::export::report::{page, usual};

/// The texts of an XML file, one per element that has any.
fn pieces(document: &Document<'_>) -> Vec<String> {
    document
        .descendants()
        .filter(|node| !matches!(node.tag_name().name(), "style" | "script"))
        .map(|node| {
            node.children()
                .filter_map(|inside| inside.text().filter(|_| inside.is_text()))
                .collect()
        })
        .filter(|text: &String| !text.trim().is_empty())
        .collect()
}

/// The texts of every part of a zipped document.
fn zipped(bytes: &[u8]) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        if !part.name().unwrap().ends_with(".xml") {
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        found.extend(pieces(&page(&text)));
    }
    found
}

fn cells(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).unwrap();
    text.lines()
        .skip(1)
        .flat_map(|line| line.split(','))
        .map(str::to_owned)
        .collect()
}

/// All text in exports of a scenario, by where it occurs.
fn said(computed: &Computed, material: &ExportInput<'_>) -> Vec<(&'static str, Vec<String>)> {
    let report = usual(computed, material.language);
    let table = score_table(&computed.plan, material.assessments, None, material.language);
    vec![
        ("data-wide.csv", cells(&csv::wide(material, false).unwrap())),
        ("data-long.csv", cells(&csv::long(material, false).unwrap())),
        ("scorecard.csv", cells(&csv::scorecard(material, false).unwrap())),
        ("the scorecard as text", table.concat()),
        ("workbook.xlsx", zipped(&workbook(material).unwrap())),
        ("report.html", pieces(&page(&report.html().unwrap()))),
        ("report.docx", zipped(&report.docx().unwrap())),
    ]
}

/// Consecutive English words, as in a sentence. Names of programs and files do not count.
fn is_english(text: &str) -> bool {
    let is_word = |word: &&str| {
        word.len() > 1
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || matches!(c, ',' | '.' | ';' | '-'))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| pair.iter().all(is_word))
}

#[test]
fn english_exports_have_no_chinese_in_them() {
    for example in &EXAMPLES {
        let computed = Computed::example(example.id);
        for (place, texts) in said(&computed, &computed.material(&[], Language::English)) {
            assert!(texts.len() > 20, "{place} was read");
            for text in texts {
                assert!(!text.chars().any(is_chinese), "{} {place}: {text}", example.id);
            }
        }
    }
}

#[test]
fn chinese_exports_have_no_english_in_them() {
    for example in &EXAMPLES {
        let computed = Computed::example(example.id);
        for (place, texts) in said(&computed, &computed.material(&[], Language::Chinese)) {
            assert!(
                texts.iter().any(|text| text.chars().any(is_chinese)),
                "{place} was read"
            );
            for text in texts {
                assert!(!is_english(&text), "{} {place}: {text}", example.id);
                assert!(!text.contains(" %"), "{} {place}: {text}", example.id);
            }
        }
    }
    assert!(is_english("about sixty percent"));
    assert!(!is_english("由规划轨迹 0.1.0 计算"));
}

#[test]
fn the_plan_s_own_words_are_for_readers_of_its_language() {
    let plan = Computed::example("plan-on-schedule").plan;
    let words = |id: &str, language| {
        let indicator = plan.get(plan.find(id).unwrap());
        let target = indicator.targets.first().unwrap();
        let own = worded(indicator, target, language).into_owned();
        (own, promise(indicator, target, language))
    };
    let (own, said) = words("energy-intensity", Language::English);
    assert_eq!(
        (own.as_str(), said.as_str()),
        ("fall about 21 %", "fall about 21 %")
    );
    let (own, said) = words("energy-intensity", Language::Chinese);
    assert_eq!((own.as_str(), said.as_str()), ("21%左右", "下降21%左右"));
    // Signs and bare figures are the plan's own, too.
    assert_eq!(words("automobile-cr10", Language::English).0, "more than 90 %");
    assert_eq!(words("automobile-cr10", Language::Chinese).0, ">90");
    for (id, english, chinese) in [
        ("value-added", "at least 8 % a year", "年均增长8%以上"),
        ("value-added-rate", "rise at least 2 points", "提高2个百分点以上"),
        ("rd-intensity", "more than 1 %", "超过1%"),
        ("steel-cr10", "about 60 %", "60%左右"),
        ("co2-intensity", "fall more than 21 %", "下降超过21%"),
        ("water-intensity", "fall at least 30 %", "下降30%以上"),
        ("steel-unit-energy", "at most 590", "不超过590"),
    ] {
        assert_eq!(words(id, Language::English).1, english);
        assert_eq!(words(id, Language::Chinese).1, chinese);
    }
}

#[test]
fn no_promise_has_a_sign_of_mathematics() {
    let plan = Computed::example("plan-on-schedule").plan;
    for (_, indicator, target) in plan.targets() {
        for language in Language::ALL {
            let said = promise(indicator, target, language);
            assert!(!said.contains(['≥', '>', '≤', '<']), "{said}");
            let about = match language {
                Language::English => "about",
                Language::Chinese => "左右",
            };
            assert_eq!(said.contains(about), target.about, "{said}");
        }
    }
}

#[test]
fn what_is_shown_never_says_the_opposite_of_the_judgement() {
    // Targets missed and met by a little: a fall of 20.9996 %, steel at 59.9996, R&D at 1.0004, 35 − 1e-7.
    let rate = (1.0 - libm::pow(1.0 - 0.209_996, 0.2)) * 100.0;
    let points = |from: f64, to: f64| (to - from) / 5.0;
    let computed = Computed::new(&format!(
        r#"(format: 1, name: "Near", plan: "industrial-upgrading-2011-2015", bases: {{ "rd-intensity": 0.69, "rd-institution-share": 27.0 }}, rates: {{
            "energy-intensity": Constant({rate:?}),
            "steel-cr10": Constant({:?}),
            "rd-intensity": Constant({:?}),
            "rd-institution-share": Constant({:?}),
        }})"#,
        points(48.6, 59.9996),
        points(0.69, 1.0004),
        points(27.0, 35.0 + 1e-7),
    ));
    let material = computed.material(&[], Language::English);
    let rows = score_table(&computed.plan, material.assessments, None, Language::English);
    let row = |id: &str| {
        let name = computed
            .plan
            .get(computed.plan.find(id).unwrap())
            .name
            .get(Language::English);
        rows.iter().find(|row| row[0] == name).unwrap()[1..].to_vec()
    };
    assert_eq!(
        row("energy-intensity"),
        [
            "would be close",
            "fall about 21 %",
            "fall 20.9996 %",
            "−0.0004 points",
            "99.998 %",
            "set rates"
        ]
    );
    assert_eq!(
        row("steel-cr10"),
        [
            "would be close",
            "about 60 %",
            "59.9996 %",
            "−0.0004 points",
            "99.996 %",
            "set rates"
        ]
    );
    assert_eq!(
        row("rd-intensity"),
        [
            "would be met",
            "more than 1 %",
            "1.0004 %",
            "+0.0004 points",
            "100.1 %",
            "set rates"
        ]
    );
    assert_eq!(
        row("rd-institution-share"),
        [
            "would be met",
            "more than 35 %",
            "just over 35 %",
            "just over 0 points",
            "100.0 %",
            "set rates"
        ]
    );
    // The report and the command line's tables use the same words.
    let text = usual(&computed, Language::English).html().unwrap();
    let said = pieces(&page(&text));
    for words in ["fall 20.9996 %", "59.9996 %", "just over 35 %", "99.998 %"] {
        assert!(said.iter().any(|text| text.contains(words)), "{words}");
    }
    let text = usual(&computed, Language::Chinese).html().unwrap();
    let said = pieces(&page(&text));
    for words in ["下降20.9996%", "略高于35%"] {
        assert!(said.iter().any(|text| text.contains(words)), "{words}");
    }
}
