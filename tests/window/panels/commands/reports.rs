//! Composing and exporting reports.

use super::*;

#[test]
fn a_report_is_put_together_and_exported() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let mut window = usual(language);
        click(&mut window, &say(language, Screen::Report.label()));
        settle(&mut window);
        assert!(session(&window).preview().is_some());
        for format in Format::ALL {
            if format != Format::Svg {
                click(&mut window, &format.name().to_uppercase());
            }
        }
        assert_eq!(session(&window).report().formats, [Format::Svg]);
        click(&mut window, &say(language, "report-provenance"));
        assert!(!session(&window).report().provenance);
        let first = name(&window, "value-added", language);
        let plan = session(&window).document().plan();
        let value_added = plan.find("value-added").unwrap();
        let second = name(&window, "energy-intensity", language);
        let energy = plan.find("energy-intensity").unwrap();
        let brief = |ix| plan.get(ix).short_name(language).to_owned();
        let (first_row, second_row) = (brief(value_added), brief(energy));
        focus(&mut window, &first_row);
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        settle(&mut window);
        assert_eq!(session(&window).report_charts()[..2], [energy, value_added]);
        // One above it now: Up and Enter look at it.
        window.key_press(Key::ArrowUp);
        window.run();
        window.key_press(Key::Enter);
        settle(&mut window);
        assert_eq!(session(&window).previewed(), Some(ReportItem::Chart(energy)));
        assert!(
            window
                .query_by_role_and_label(Role::Button, &second_row)
                .is_some()
        );
        let preview = say_with(language, "report-preview-of", &[("name", &second)]);
        assert!(window.query_by_role_and_label(Role::Image, &preview).is_some());
        click(
            &mut window,
            &say_with(language, "report-include", &[("name", &first)]),
        );
        assert!(!session(&window).report_charts().contains(&value_added));
        // SVG alone: one file for each of the three charts left.
        click(&mut window, &counted(language, "report-export-count", 3));
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        type_text(&mut window, &out.display().to_string());
        window.key_press(Key::Enter);
        window.run();
        settle(&mut window);
        assert!(out.join("figures/energy-intensity.svg").exists());
        assert!(!out.join("figures/value-added.svg").exists());
        let shown = |window: &Window, label: &str| window.query_by_label(label).is_some();
        assert!(shown(&window, &counted(language, "report-exported", 3)));
        assert!(shown(&window, &say(language, "report-open-folder")));
        assert!(
            !shown(&window, &say(language, "report-open-report")),
            "there is none"
        );
        // In a test there is no window, so nothing is opened.
        click(&mut window, &say(language, "report-open-folder"));
        click(&mut window, "DOCX");
        assert!(
            !shown(&window, &say(language, "report-open-folder")),
            "until the next edit"
        );
        click(&mut window, &say(language, Screen::Explore.label()));
        assert_eq!(session(&window).view().screen, Screen::Explore);
    }
}

fn counted(language: Language, id: &'static str, count: usize) -> String {
    Message::new(id).with("count", count).say(language)
}

fn focus(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).focus();
    window.run();
}

fn parts(window: &Window) -> Vec<SectionKind> {
    session(window).report().parts()
}

/// The row of a section, by the number and heading on it.
fn row(window: &Window, part: SectionKind, language: Language) -> String {
    let heading = say(language, part.heading()).into_owned();
    let number = session(window).report().number(part);
    let numbered = number.map(|number| {
        Message::new("report-section")
            .with("number", number)
            .with("heading", heading.as_str())
            .say(language)
    });
    let row = numbered.unwrap_or(heading);
    match session(window).report_lacks(part) {
        Some(why) => format!("{row} {}", say(language, why)),
        None => row,
    }
}

#[test]
fn sections_of_reports_are_put_in_order_and_written_so() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let mut window = usual(language);
        click(&mut window, &say(language, Screen::Report.label()));
        settle(&mut window);
        assert_eq!(parts(&window), SectionKind::ALL);
        let press = |window: &mut Window, part: SectionKind, keys: &[(Modifiers, Key)]| {
            let label = row(window, part, language);
            focus(window, &label);
            for (modifiers, key) in keys {
                window.key_press_modifiers(*modifiers, *key);
                settle(window);
            }
        };
        let (up, down) = ((Modifiers::ALT, Key::ArrowUp), (Modifiers::ALT, Key::ArrowDown));
        // The first and last cannot move further.
        press(&mut window, SectionKind::Progress, &[up, up, up]);
        press(&mut window, SectionKind::Methods, &[down, down]);
        let space = (Modifiers::NONE, Key::Space);
        press(&mut window, SectionKind::Scorecard, &[space]);
        let wanted = [
            SectionKind::Progress,
            SectionKind::Summary,
            SectionKind::Levers,
            SectionKind::Charts,
            SectionKind::Implications,
            SectionKind::Sources,
            SectionKind::Methods,
        ];
        assert_eq!(parts(&window), wanted);
        let height = |part: SectionKind| {
            let label = row(&window, part, language);
            let found = window.get_by_role_and_label(Role::Button, &label);
            found.rect().top()
        };
        assert!(wanted.is_sorted_by(|above, below| height(*above) < height(*below)));

        let mut draft = session(&window).report().clone();
        draft.formats = vec![Format::Html];
        apply(
            &mut window,
            Command::Report(ReportCommand::Choose(Box::new(draft))),
        );
        apply(&mut window, Command::Report(ReportCommand::ExportTo(out.clone())));
        settle(&mut window);
        let page = fs::read_to_string(out.join("report.html")).unwrap();
        let place = |part: &SectionKind| page.find(&format!("<h2 id=\"{}\"", part.name())).unwrap();
        assert!(wanted.is_sorted_by_key(place));
        assert!(!page.contains("<h2 id=\"scorecard\""), "left out");
    }
}

#[test]
fn a_part_is_dragged_to_its_place_and_escape_puts_it_back() {
    let language = Language::English;
    let mut window = usual(language);
    click(&mut window, &say(language, Screen::Report.label()));
    settle(&mut window);
    let middle = |window: &Window, part| {
        let label = row(window, part, language);
        window.get_by_role_and_label(Role::Button, &label).rect().center()
    };
    let (from, over) = (
        middle(&window, SectionKind::Summary),
        middle(&window, SectionKind::Progress),
    );
    let drag = |window: &mut Window| {
        window.hover_at(from);
        window.run();
        window.drag_at(from);
        window.run();
        for share in [0.2, 0.4, 0.6, 0.8, 1.0] {
            window.hover_at(from + (over - from) * share + egui::vec2(0.0, 2.0));
            window.run();
            window.run();
        }
    };
    drag(&mut window);
    // Two are above it now: the targets and the progress.
    assert_eq!(session(&window).report().number(SectionKind::Summary), Some(3));
    window.key_press(Key::Escape);
    window.run();
    window.drop_at(over);
    window.run();
    assert_eq!(parts(&window), SectionKind::ALL, "Escape puts it back");
    drag(&mut window);
    window.drop_at(over + egui::vec2(0.0, 2.0));
    window.run();
    assert_eq!(session(&window).report().number(SectionKind::Summary), Some(3));
}

#[test]
fn the_report_screen_works_in_small_windows() {
    for language in Language::ALL {
        for (size, pages) in [((1024.0, 640.0), 2), ((640.0, 400.0), 3)] {
            let mut window = super::super::window(language, size.into());
            apply(&mut window, Command::ShowScreen(Screen::Report));
            for page in &ReportPage::ALL[..pages] {
                let label = say(language, page.label());
                window.get_by_role_and_label(Role::RadioButton, &label).click();
                settle(&mut window);
                assert_eq!(session(&window).report_page(), *page);
            }
            // The export is in sight, or on the page that is open now.
            let files = session(&window)
                .export_contents()
                .unwrap()
                .files
                .as_ref()
                .unwrap();
            let export = counted(language, "report-export-count", files.len());
            assert!(window.query_by_label(&export).is_some());
        }
    }
}
