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
        let second = name(&window, "energy-intensity", language);
        let later = say_with(language, "report-later", &[("name", &first)]);
        window.get_by_label(&later).scroll_to_me();
        window.run();
        click(&mut window, &later);
        let value_added = session(&window).document().plan().find("value-added").unwrap();
        assert_eq!(session(&window).report_charts()[1], value_added);
        window.get_by_role_and_label(Role::Button, &second).click();
        window.run();
        settle(&mut window);
        let preview = say_with(language, "report-preview-of", &[("name", &second)]);
        assert!(window.query_by_role_and_label(Role::Image, &preview).is_some());
        click(
            &mut window,
            &say_with(language, "report-include", &[("name", &first)]),
        );
        assert!(!session(&window).report_charts().contains(&value_added));
        click(&mut window, &say(language, "report-export"));
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        type_text(&mut window, &out.display().to_string());
        window.key_press(Key::Enter);
        window.run();
        settle(&mut window);
        assert!(out.join("figures/energy-intensity.svg").exists());
        assert!(!out.join("figures/value-added.svg").exists());
        click(&mut window, &say(language, Screen::Explore.label()));
        assert_eq!(session(&window).view().screen, Screen::Explore);
    }
}

#[test]
fn sections_of_reports_are_put_in_order_and_written_so() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let mut window = usual(language);
        click(&mut window, &say(language, Screen::Report.label()));
        assert_eq!(session(&window).report().parts, SectionKind::ALL);
        let move_it = |window: &mut Window, part: SectionKind, id| {
            let heading = say(language, part.heading());
            let label = say_with(language, id, &[("name", &heading)]);
            window.get_by_label(&label).scroll_to_me();
            window.run();
            click(window, &label);
        };
        move_it(&mut window, SectionKind::Progress, "report-earlier");
        move_it(&mut window, SectionKind::Progress, "report-earlier");
        move_it(&mut window, SectionKind::Methods, "report-later");
        // The first and last cannot move further.
        move_it(&mut window, SectionKind::Progress, "report-earlier");
        move_it(&mut window, SectionKind::Methods, "report-later");
        // A part removed and added again comes last.
        for _ in 0..2 {
            let heading = say(language, SectionKind::Levers.heading());
            window.get_by_role_and_label(Role::CheckBox, &heading).click();
            window.run();
        }
        let wanted = [
            SectionKind::Progress,
            SectionKind::Summary,
            SectionKind::Scorecard,
            SectionKind::Charts,
            SectionKind::Implications,
            SectionKind::Sources,
            SectionKind::Methods,
            SectionKind::Levers,
        ];
        assert_eq!(session(&window).report().parts, wanted);
        let height = |part: SectionKind| {
            let heading = say(language, part.heading());
            window
                .get_by_role_and_label(Role::CheckBox, &heading)
                .rect()
                .top()
        };
        assert!(wanted.is_sorted_by(|above, below| height(*above) < height(*below)));

        let mut draft = session(&window).report().clone();
        draft.formats = vec![Format::Html];
        apply(&mut window, Command::Report(ReportCommand::Choose(draft)));
        apply(&mut window, Command::Report(ReportCommand::ExportTo(out.clone())));
        settle(&mut window);
        let page = fs::read_to_string(out.join("report.html")).unwrap();
        let place = |part: &SectionKind| page.find(&format!("<h2 id=\"{}\"", part.name())).unwrap();
        assert!(wanted.is_sorted_by_key(place));
    }
}
