//! The place of the progress section, and its charts.

use planpath::export::report::SectionKind;
use planpath::text::{Language, say};

use super::{named, of_section, section};
use crate::export::material::Computed;
use crate::export::report::{all_text, page, report, texts};

#[test]
fn every_target_with_actuals_has_a_chart_with_its_catch_up_path() {
    let computed = Computed::example("mid-term-2013");
    for language in Language::ALL {
        let report = of_section(&computed, language);
        let text = report.html().unwrap();
        let html = page(&text);
        let captions = texts(&html, &["figcaption"]);
        let ids = [
            "energy-intensity",
            "co2-intensity",
            "water-intensity",
            "value-added",
            "rd-intensity",
            "steel-cr10",
        ];
        assert_eq!(captions.len(), 1 + ids.len(), "an overview, and a chart of each");
        for (id, caption) in ids.into_iter().zip(&captions[1..]) {
            let name = computed
                .plan
                .get(computed.plan.find(id).unwrap())
                .name
                .get(language);
            assert!(caption.contains(name), "{caption}");
        }
        let figures: Vec<String> = named(section(&html), "figure").map(all_text).collect();
        let behind = say(language, "standing-behind");
        let share = match language {
            Language::English => "35.5 %",
            Language::Chinese => "35.5%",
        };
        assert!(
            figures[0].contains(share) && figures[0].contains(&*behind),
            "{}",
            figures[0]
        );
        for (id, figure) in ids.into_iter().zip(&figures[1..]) {
            for line in [
                "legend-catch-up",
                "legend-plan",
                "strand-assumed",
                "legend-target",
            ] {
                assert!(figure.contains(&*say(language, line)), "{line}: {figure}");
            }
            // Emissions follow energy; they have no actuals of their own.
            let emissions = say(language, "strand-derived-in-part");
            assert_eq!(figure.contains(&*emissions), id == "co2-intensity", "{figure}");
        }
    }
}

#[test]
fn sections_are_written_in_the_order_chosen() {
    let computed = Computed::example("mid-term-2013");
    for language in Language::ALL {
        let parts = [SectionKind::Sources, SectionKind::Progress, SectionKind::Summary];
        let report = report(&computed, language, |options| options.parts = parts.to_vec());
        let text = report.html().unwrap();
        let html = page(&text);
        let headings = texts(&html, &["h2"]);
        assert_eq!(headings.len(), parts.len());
        for (heading, part) in headings.iter().zip(parts) {
            assert!(heading.ends_with(&*say(language, part.heading())), "{headings:?}");
        }
        // Tables are numbered in document order.
        let captions = texts(&html, &["caption"]);
        for (n, caption) in captions.iter().enumerate() {
            let label = format!("{} {}", say(language, "report-table-label"), n + 1);
            assert!(caption.starts_with(&label), "{captions:?}");
        }
    }
}
