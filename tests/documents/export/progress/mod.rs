//! The progress section: its figures, derived here, and its wording, in both languages.

mod placed;

use planpath::export::report::{Report, SectionKind};
use planpath::plan::TargetIx;
use planpath::text::{Language, say};
use resvg::usvg::roxmltree::{Document, Node};

use crate::export::material::Computed;
use crate::export::report::{all_text, page, report, texts, usual};

/// The progress section of a page.
fn section<'a>(html: &'a Document<'a>) -> Node<'a, 'a> {
    html.descendants()
        .find(|node| node.attribute("aria-labelledby") == Some("progress"))
        .expect("the section is there")
}

fn named<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants()
        .filter(move |inside| inside.tag_name().name() == name)
}

/// The cells of every row of a table of the section, counted from 0.
fn rows(html: &Document<'_>, table: usize) -> Vec<Vec<String>> {
    let table = named(section(html), "table").nth(table).expect("a table");
    let cells = |row: Node<'_, '_>| row.children().map(all_text).collect();
    named(table, "tr").map(cells).collect()
}

/// All text of the section in paragraphs and lists.
fn said(html: &Document<'_>) -> Vec<String> {
    section(html)
        .descendants()
        .filter(|node| matches!(node.tag_name().name(), "p" | "li"))
        .map(all_text)
        .collect()
}

#[track_caller]
fn says(html: &Document<'_>, words: &str) {
    let said = said(html);
    assert!(
        said.iter().any(|text| text.contains(words)),
        "{words:?} in {said:#?}"
    );
}

/// A share in percent with one decimal and a real minus sign.
fn share(fraction: f64) -> String {
    format!("{:.1} %", fraction * 100.0).replace('-', "−")
}

/// The page about a scenario of the built-in plan with these actuals.
fn with_actuals(actuals: &str, language: Language) -> String {
    let computed = Computed::new(&format!(
        r#"(format: 1, name: "Trial", plan: "industrial-upgrading-2011-2015", actuals: {{ {actuals} }})"#
    ));
    of_section(&computed, language).html().unwrap()
}

fn of_section(computed: &Computed, language: Language) -> Report {
    report(computed, language, |options| {
        options.parts = vec![SectionKind::Progress];
    })
}

/// A required rate with two decimals, rounded up.
fn enough(rate: f64) -> String {
    format!("{:.2} %", (rate * 1e4).ceil() / 100.0)
}

#[test]
fn progress_stands_year_by_year_against_what_is_due() {
    let computed = Computed::example("mid-term-2013");
    let text = usual(&computed, Language::English).html().unwrap();
    let html = page(&text);
    let rows = rows(&html, 0);
    let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        names,
        [
            "Indicator",
            "Due on an even path",
            "Binding targets",
            "Energy intensity of value added",
            "CO₂ intensity of value added",
            "Water intensity of value added",
            "Expected targets",
            "Industrial value added",
            "R&D share of main business revenue",
            "Steel, top-10 concentration ratio",
        ]
    );
    // k / n of five years.
    assert_eq!(rows[1][2..], ["20.0 %", "40.0 %", "60.0 %", "80.0 %", "100.0 %"]);
    // −3.49 % in 2011, −15.1 % by 2013, the year between at a constant rate; then a fifth of the way each year.
    let of = |left: f64| libm::log(left) / libm::log(0.79);
    let third = of(0.849);
    assert_eq!(share(third), "69.4 %");
    let expected = [
        share(of(0.9651)) + "*",
        share(of(0.9651_f64.sqrt() * 0.849_f64.sqrt())) + "~",
        share(third) + "*",
        // Nothing was entered for the last two.
        share(third + 0.2) + "°",
        share(third + 0.4) + "°",
    ];
    assert_eq!(rows[3][1], "fall about 21 %");
    assert_eq!(rows[3][2..], expected);
    // Emissions follow energy; an unchanged carbon factor is assumed.
    let partly = expected[..3]
        .iter()
        .map(|text| text[..text.len() - 1].to_owned() + "#");
    assert_eq!(rows[4][2..5], partly.collect::<Vec<_>>());
    // +10.8 %, +7.9 %, +7.6 % against 8 % a year.
    let of = |grown: f64| share(libm::log(grown) / (5.0 * libm::log(1.08)));
    let expected = [
        of(1.108) + "*",
        of(1.108 * 1.079) + "*",
        of(1.108 * 1.079 * 1.076) + "*",
    ];
    assert_eq!(rows[7][2..5], expected);
    // From 48.6 to 60 points; 49.2, 45.9, 39.4 are published.
    let of = |level: f64| share((level - 48.6) / (60.0 - 48.6)) + "*";
    assert_eq!(rows[9][2..5], [of(49.2), of(45.9), of(39.4)]);
}

#[test]
fn what_is_achieved_and_still_to_do_stands_beside_the_standing() {
    let computed = Computed::example("mid-term-2013");
    let text = usual(&computed, Language::English).html().unwrap();
    let html = page(&text);
    let rows = rows(&html, 1);
    let row = |name: &str| rows.iter().find(|row| row[0] == name).unwrap();
    // A fall: 15.1 of 21 %. Two years are left for 0.79 from 0.849.
    let expected = [
        "ahead".to_owned(),
        "2013*".to_owned(),
        share(libm::log(0.849) / libm::log(0.79)),
        share(15.1 / 21.0),
        "fall 15.10 %".to_owned(),
        format!("fall {:.2} %", (1.0 - 0.79 / 0.849) * 100.0),
        format!("fall {:.2} % a year", (1.0 - (0.79_f64 / 0.849).sqrt()) * 100.0),
    ];
    assert_eq!(row("Energy intensity of value added")[1..], expected);
    // Growth: as published, against 1.08⁵.
    let (grown, goal) = (1.108 * 1.079 * 1.076, 1.08_f64.powi(5));
    let expected = [
        "ahead".to_owned(),
        "2013*".to_owned(),
        share(libm::log(grown) / libm::log(goal)),
        share((grown - 1.0) / (goal - 1.0)),
        format!("rise {:.2} %", (grown - 1.0) * 100.0),
        // Rounded up, so that the figure shown is enough.
        format!("rise {}", enough(goal / grown - 1.0)),
        format!("rise {} a year", enough((goal / grown).sqrt() - 1.0)),
    ];
    assert_eq!(row("Industrial value added")[1..], expected);
    // Points: both counts are the same; 60 − 39.4 = 20.6 points in two years.
    let progress = share((39.4 - 48.6) / (60.0 - 48.6));
    let expected = [
        "wrong direction",
        "2013*",
        &progress,
        &progress,
        "−9.20 points",
        "+20.60 points",
        "+10.30 points a year",
    ];
    assert_eq!(row("Steel, top-10 concentration ratio")[1..], expected);
    // The same colour as for this judgement elsewhere.
    let coloured = named(section(&html), "td").filter(|cell| {
        cell.attribute("class")
            .is_some_and(|class| class.ends_with("wrong_direction"))
    });
    assert_eq!(coloured.map(all_text).collect::<Vec<_>>(), ["wrong direction"]);
}

#[test]
fn targets_are_counted_by_standing_and_those_without_actuals_named() {
    let computed = Computed::example("mid-term-2013");
    let text = usual(&computed, Language::English).html().unwrap();
    let html = page(&text);
    says(&html, "Data run up to 2013; 6 of 24 targets rest on data.");
    says(
        &html,
        "Of these, 1 rests on data only in part; the rest is assumed: CO₂ intensity of value added.",
    );
    // 60 % are due: energy 69.4 %, CO₂ with it, and water 75.5 %, all binding, and value added 65.4 % are further; R&D has
    // (0.80 − 0.69) / (1 − 0.69) = 35.5 %, steel less than nothing.
    says(
        &html,
        "Of these, 4 are ahead of schedule (3 binding), 1 is behind schedule, 1 is moving in the wrong direction.",
    );
    let text = usual(&computed, Language::Chinese).html().unwrap();
    let chinese = page(&text);
    says(&chinese, "数据截至2013年；24项目标中有6项以数据为依据。");
    says(&chinese, "其中超前4项（约束性3项），滞后1项，方向相反1项。");

    let has_actuals = |ix: TargetIx| {
        let behind = computed.plan.find("co2-intensity") == Some(ix.indicator);
        behind || computed.scenario.actuals.get(ix.indicator).is_some()
    };
    for (language, html) in [(Language::English, &html), (Language::Chinese, &chinese)] {
        let mut named = 0;
        for (ix, indicator, target) in computed.plan.targets().filter(|(ix, ..)| !has_actuals(*ix)) {
            let name = indicator.name.get(language);
            let kind = match (target.binding, language) {
                (true, Language::English) => "5 binding targets rest on no data",
                (false, Language::English) => "13 expected targets rest on no data",
                (true, Language::Chinese) => "约束性目标中有5项没有数据依据",
                (false, Language::Chinese) => "预期性目标中有13项没有数据依据",
            };
            let found = said(html).into_iter().find(|text| text.starts_with(kind));
            assert!(found.is_some_and(|text| text.contains(name)), "{kind}: {name}");
            // They are in no table, where they would look on schedule.
            assert!(rows(html, 0).iter().all(|row| row[0] != name), "{ix:?}");
            named += 1;
        }
        assert_eq!(named, 5 + 13);
    }
}

#[test]
fn what_is_off_schedule_is_explained() {
    let computed = Computed::example("mid-term-2013");
    let text = usual(&computed, Language::English).html().unwrap();
    let html = page(&text);
    says(
        &html,
        "Steel, top-10 concentration ratio has moved away from its target: it fell from 48.6 in 2010 to 39.4 in 2013",
    );
    says(&html, "Now needed from 2014 to 2015: +10.30 points a year.");
    // 35.5 % of 60 %: 24.5 short. 0.20 points in two years are 0.10 a year, and end on
    // the line, but more is asked; 0.11 in three were 0.0367: 2.7 times.
    let times = (0.20 / 2.0) / (0.11 / 3.0);
    says(
        &html,
        "R&D share of main business revenue is behind schedule: 35.5 % of the way by 2013 instead of 60.0 %, \
         24.5 points short.",
    );
    says(
        &html,
        &format!(
            "Meeting the target takes {times:.1} times the rate so far: +0.11 points a year from 2014 to 2015, \
             against +0.04 points a year."
        ),
    );
    let text = usual(&computed, Language::Chinese).html().unwrap();
    let chinese = page(&text);
    says(&chinese, "钢铁行业前10家产业集中度偏离了目标方向");
    says(&chinese, "2014年至2015年需要每年+10.30个百分点");
    says(&chinese, "到2013年完成35.5%，应完成60.0%，相差24.5个百分点。");
    // Those on course need no remarks.
    let items = named(section(&html), "li").count();
    assert_eq!(items, 2);
}

#[test]
fn without_actuals_there_is_nothing_but_a_sentence() {
    for language in Language::ALL {
        let computed = Computed::example("growth-first");
        let text = usual(&computed, language).html().unwrap();
        let html = page(&text);
        assert_eq!(said(&html), [say(language, "report-progress-none")]);
        for name in ["table", "figure", "h3"] {
            assert_eq!(named(section(&html), name).count(), 0, "{name}");
        }
    }
}

#[test]
fn one_target_on_its_way_needs_no_explanation() {
    let text = with_actuals(
        r#""value-added": { 2011: AnnualChange(12.0) }"#,
        Language::English,
    );
    let html = page(&text);
    says(&html, "Data run up to 2011; 1 of 24 targets rests on data.");
    says(&html, "Of these, 1 is ahead of schedule.");
    says(&html, "8 binding targets rest on no data");
    let headings = texts(&html, &["h3"]);
    assert_eq!(
        headings,
        [
            "1.1 Against even progress",
            "1.2 Achieved and remaining",
            "1.3 Paths of targets with data"
        ]
    );
    // No heading for an empty group.
    assert!(rows(&html, 0).iter().all(|row| row[0] != "Binding targets"));
}

#[test]
fn what_is_reached_or_lost_says_so() {
    // 1.08⁵ = 1.469: +50 % exceeds it by 2014, +20 % falls short in the very last year.
    let text = with_actuals(
        r#""value-added": { 2014: CumulativeChange(50.0) }"#,
        Language::English,
    );
    let html = page(&text);
    says(&html, "Of these, 1 has already been reached.");
    let reached = rows(&html, 1).pop().unwrap();
    assert_eq!(
        (reached[1].as_str(), reached[7].as_str()),
        ("already reached", "already reached")
    );
    let captions = texts(&html, &["figcaption"]);
    assert!(
        captions[1].contains("actuals, even path and projection"),
        "{captions:?}"
    );

    let text = with_actuals(
        r#""value-added": { 2015: CumulativeChange(20.0) }"#,
        Language::English,
    );
    let html = page(&text);
    let progress = share(libm::log(1.2) / libm::log(1.08_f64.powi(5)));
    says(
        &html,
        &format!("was not reached: {progress} of the way by 2015; the target is at least 8 % a year."),
    );
    assert_eq!(rows(&html, 1).pop().unwrap()[7], "no years left");

    // One year is left, and nothing has moved yet.
    let text = with_actuals(
        r#""value-added": { 2014: CumulativeChange(0.0) }"#,
        Language::English,
    );
    let html = page(&text);
    let rate = enough(1.08_f64.powi(5) - 1.0);
    says(
        &html,
        &format!("Needed in 2015: rise {rate} a year; no change so far."),
    );
}

#[test]
fn what_needs_attention_is_called_as_it_is_counted() {
    // 2011 misses the growth of every year, 2013 both milestones, one of them on its line; more than 119 is too much.
    let computed =
        Computed::milestones("2011: AnnualChange(2.0), 2013: CumulativeChange(18.0), 2014: Level(120.0)");
    let text = usual(&computed, Language::English).html().unwrap();
    let html = page(&text);
    says(&html, "1 is behind schedule, 4 were not reached");
    says(
        &html,
        "Output, 2013, rise was not reached: 90.8 % of the way by 2013; the target is rise at least 20 %.",
    );
    says(
        &html,
        "Output, 2013, level was not reached: 100.0 % of the way by 2013; the target is more than 118.",
    );
    says(&html, "Output, 2015 is behind schedule");
    says(
        &html,
        "Output, every year was missed in 2011; the target is at least 3 % a year.",
    );
    assert_eq!(named(section(&html), "li").count(), 5, "as many as are counted");
    let computed = Computed::milestones("2012: Level(121.0)");
    let text = usual(&computed, Language::English).html().unwrap();
    says(
        &page(&text),
        "Output, 2014 had passed its limit by 2012; the target is at most 119. Now needed",
    );
}
