//! The content of figure files.

use planpath::export::figure::{Figure, FigureOptions, Size, pdf, png, svg};
use planpath::figure::Mode;
use planpath::text::Language;

use crate::export::layout::{read, roxmltree};
use crate::export::material::Computed;

const HALF: FigureOptions = FigureOptions {
    size: Size::HALF,
    provenance: true,
    outlines: false,
};

#[test]
fn every_chart_can_be_had_in_every_format_and_language() {
    let computed = Computed::example("mid-term-2013");
    for language in Language::ALL {
        let material = computed.material(&[], language);
        for (ix, indicator) in computed.plan.iter() {
            let picture = png(&material, ix, Mode::Level, &HALF).unwrap();
            assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n", "{}", indicator.id);
            let page = pdf(&material, ix, Mode::Level, &HALF).unwrap();
            assert!(page.starts_with(b"%PDF-") && page.trim_ascii_end().ends_with(b"%%EOF"));
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let computed = Computed::example("mid-term-2013");
    let material = computed.material(&[], Language::Chinese);
    let ix = computed.plan.find("energy-intensity").unwrap();
    let all = || {
        (
            svg(&material, ix, Mode::Level, &HALF).unwrap(),
            png(&material, ix, Mode::Level, &HALF).unwrap(),
            pdf(&material, ix, Mode::Level, &HALF).unwrap(),
        )
    };
    let (first, second) = (
        all(),
        std::thread::scope(|scope| scope.spawn(all).join().unwrap()),
    );
    assert!(first == second);
}

#[test]
fn a_picture_knows_its_size_on_paper_and_where_it_comes_from() {
    let computed = Computed::example("mid-term-2013");
    let material = computed.material(&[], Language::English);
    let ix = computed.plan.find("steel-cr10").unwrap();
    let bytes = png(&material, ix, Mode::Level, &FigureOptions::default()).unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(&bytes))
        .read_info()
        .unwrap();
    let info = reader.info();
    // 300 dots per inch of 2.54 cm are 11,811 per metre; 16 cm are 6.2992 inches.
    let dots = info.pixel_dims.unwrap();
    assert_eq!(
        (dots.xppu, dots.yppu, dots.unit),
        (11811, 11811, png::Unit::Meter)
    );
    assert_eq!((info.width, info.height), (1890, 1134));
    let chunks: Vec<(&str, String)> = info
        .utf8_text
        .iter()
        .map(|chunk| (chunk.keyword.as_str(), chunk.get_text().unwrap()))
        .collect();
    let source = &chunks.iter().find(|(keyword, _)| *keyword == "Source").unwrap().1;
    assert!(source.contains(material.sha256), "{source}");
    assert!(chunks.contains(&("Title", "Steel, top-10 concentration ratio".to_owned())));
}

#[test]
fn a_figure_proves_itself_in_a_line_that_can_be_left_out() {
    let computed = Computed::example("mid-term-2013");
    let material = computed.material(&[], Language::English);
    let ix = computed.plan.find("energy-intensity").unwrap();
    for provenance in [true, false] {
        let options = FigureOptions {
            provenance,
            ..FigureOptions::default()
        };
        let text = svg(&material, ix, Mode::Level, &options).unwrap();
        let document = roxmltree(&text);
        let on_figure: String = document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text())
            .collect();
        assert_eq!(on_figure.contains(&material.sha256[..8]), provenance);
        assert_eq!(on_figure.contains("above-scale"), provenance, "the scope");
        assert_eq!(on_figure.contains(env!("CARGO_PKG_VERSION")), provenance);
        let metadata = document
            .descendants()
            .find(|node| node.has_tag_name("metadata"))
            .unwrap();
        let kept: String = metadata.descendants().filter_map(|node| node.text()).collect();
        assert!(
            kept.contains(material.sha256) && kept.contains("Mid-term, 2013"),
            "{kept}"
        );
    }
}

#[test]
fn those_who_cannot_see_it_are_told_what_it_shows() {
    let computed = Computed::example("mid-term-2013");
    let material = computed.material(&[], Language::Chinese);
    let ix = computed.plan.find("energy-intensity").unwrap();
    let text = svg(&material, ix, Mode::Level, &FigureOptions::default()).unwrap();
    let document = roxmltree(&text);
    let of = |name| {
        document
            .descendants()
            .find(|node| node.has_tag_name(name))
            .and_then(|node| node.text())
    };
    assert_eq!(of("title"), Some("单位工业增加值能耗"));
    assert!(of("desc").unwrap().contains("79.0"), "{:?}", of("desc"));
    let page = pdf(&material, ix, Mode::Level, &FigureOptions::default()).unwrap();
    let page = String::from_utf8_lossy(&page);
    assert!(
        page.contains("/Figure") && page.contains("/Alt"),
        "the page is tagged"
    );
}

#[test]
fn outlines_look_like_the_text_they_replace_and_need_no_font() {
    let computed = Computed::example("mid-term-2013");
    let material = computed.material(&[], Language::Chinese);
    let ix = computed.plan.find("energy-intensity").unwrap();
    let options = FigureOptions {
        outlines: true,
        ..HALF
    };
    let text = svg(&material, ix, Mode::Level, &options).unwrap();
    let document = roxmltree(&text);
    assert!(!document.descendants().any(|node| node.has_tag_name("text")));
    assert!(document.descendants().any(|node| node.has_tag_name("title")));
    let tree = resvg::usvg::Tree::from_str(&text, &resvg::usvg::Options::default()).unwrap();
    let expected = Figure::of_chart(&material, ix, Mode::Level, &HALF)
        .picture()
        .unwrap()
        .pixels(300.0)
        .unwrap();
    let mut found = resvg::tiny_skia::Pixmap::new(expected.width, expected.height).unwrap();
    let scale = resvg::tiny_skia::Transform::from_scale(
        expected.width as f32 / tree.size().width(),
        expected.height as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut found.as_mut());
    let differing = found
        .data()
        .iter()
        .zip(&expected.rgba)
        .filter(|(a, b)| a.abs_diff(**b) > 60)
        .count();
    assert!(
        differing * 1000 < expected.rgba.len(),
        "{differing} of {}",
        expected.rgba.len()
    );
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let computed = Computed::example("mid-term-2013");
    let material = computed.material(&[], Language::English);
    let shown = |id: &str, mode| {
        let ix = computed.plan.find(id).unwrap();
        let text = svg(&material, ix, mode, &FigureOptions::default()).unwrap();
        read(&text, Language::English);
        let document = roxmltree(&text);
        document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text().map(str::to_owned))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(shown("gross-output", Mode::Level).contains("No base value"));
    assert!(shown("energy-use", Mode::Progress).contains("Not available"));
    assert!(
        !shown("gross-output", Mode::Level).contains("0.5"),
        "no values are made up"
    );
}

#[test]
fn the_ground_is_opaque_for_the_clipboard() {
    let computed = Computed::example("plan-on-schedule");
    let material = computed.material(&[], Language::English);
    let ix = computed.plan.find("value-added").unwrap();
    let pixels = Figure::of_chart(&material, ix, Mode::Level, &HALF)
        .picture()
        .unwrap()
        .pixels(300.0)
        .unwrap();
    assert_eq!(
        pixels.rgba.len(),
        pixels.width as usize * pixels.height as usize * 4
    );
    assert!(pixels.rgba.chunks_exact(4).all(|dot| dot[3] == 255));
}
