//! Names that trip programs up.

use planpath::export::figure::{FigureOptions, Size, pdf, png, svg};
use planpath::figure::Mode;
use planpath::text::Language;

use crate::export::layout::{read, roxmltree};
use crate::export::material::Computed;

pub fn awkward() -> Vec<String> {
    let mut names: Vec<String> = [
        "a/b\\c",
        "<script>alert(1)</script>",
        "R&D & \"quotes\" 'and' ]]>",
        "line\nbreak\tand\u{1}control",
        "תרחיש ראשון",
        "سيناريو ٢",
        "\u{202E}turned",
        "😀 emoji",
        "",
        "{ $x }",
    ]
    .map(str::to_owned)
    .into();
    names.push("长".repeat(300));
    names.push("n".repeat(300));
    names.push("words ".repeat(60));
    names
}

#[test]
fn awkward_names_give_correct_files() {
    for name in awkward() {
        let computed = Computed::named(&name);
        let beside: Vec<_> = [&computed, &computed]
            .map(|other| (name.clone(), other.beside(Language::English).1))
            .into();
        let ix = computed.plan.find("energy-intensity").unwrap();
        for language in Language::ALL {
            for size in [Size::HALF, Size::FULL] {
                let material = computed.material(&beside, language);
                let options = FigureOptions {
                    size,
                    ..FigureOptions::default()
                };
                let text = svg(&material, ix, Mode::Level, &options).unwrap();
                let document = roxmltree(&text);
                let tree = read(&text, language);
                let (width, height) = (tree.size().width(), tree.size().height());
                let ink = tree.root().abs_bounding_box();
                assert!(
                    ink.right() <= width + 0.1 && ink.bottom() <= height + 0.1,
                    "{name:?} leaves the figure"
                );
                // What is cut short in the figure is complete in the metadata.
                let source = document
                    .descendants()
                    .find(|node| node.has_tag_name("source"))
                    .unwrap();
                let shown: String = name.split_whitespace().collect();
                let kept: String = source.text().unwrap().split_whitespace().collect();
                let plain = |text: &str| text.replace(['\u{1}', '\u{202E}'], "");
                assert!(kept.contains(&plain(&shown)), "{name:?} is not in {kept}");
            }
        }
        let material = computed.material(&beside, Language::English);
        let options = FigureOptions {
            size: Size::HALF,
            ..FigureOptions::default()
        };
        let outlined = FigureOptions {
            outlines: true,
            ..options
        };
        roxmltree(&svg(&material, ix, Mode::Level, &outlined).unwrap());
        assert!(png(&material, ix, Mode::Level, &options).unwrap().len() > 1000);
        assert!(
            pdf(&material, ix, Mode::Level, &options)
                .unwrap()
                .starts_with(b"%PDF-")
        );
    }
}

#[test]
fn a_long_name_is_cut_where_it_has_no_room_and_says_so() {
    let computed = Computed::named(&"n".repeat(300));
    let material = computed.material(&[], Language::English);
    let ix = computed.plan.find("energy-intensity").unwrap();
    let text = svg(&material, ix, Mode::Level, &FigureOptions::default()).unwrap();
    let document = roxmltree(&text);
    let cut = document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .filter(|node| node.text().is_some_and(|text| text.contains("nnn")))
        .map(|node| node.text().unwrap())
        .collect::<Vec<_>>();
    assert!(
        cut.len() >= 2 && cut.iter().all(|text| text.contains('…')),
        "{cut:?}"
    );
}
