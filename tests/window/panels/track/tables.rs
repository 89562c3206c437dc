//! Figures typed cell by cell, pasted and imported.

use super::*;

/// The field of a year.
fn cell(window: &Window, id: &str, year: i32, language: Language) -> String {
    let name = name(window, id, language);
    say_with(
        language,
        "actuals-cell",
        &[("name", &name), ("year", &year.to_string())],
    )
}

fn enter(window: &mut Window, label: &str) {
    reveal(window, Role::TextInput, label);
    window.get_by_role_and_label(Role::TextInput, label).focus();
    settle(window);
}

fn given(window: &Window, id: &str, year: i32) -> Vec<Actual> {
    let session = session(window);
    session.given(ix(session, id), year)
}

#[test]
#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone has too narrow a lifetime"
)]
fn figures_are_typed_cell_by_cell() {
    for language in Language::ALL {
        let mut window = tracking(language, TrackPage::Actuals);
        let steel = cell(&window, "steel-cr10", 2014, language);
        enter(&mut window, &steel);
        type_over(&mut window, "36.5");
        window.key_press(Key::Enter);
        settle(&mut window);
        assert_eq!(given(&window, "steel-cr10", 2014), [Actual::Level(36.5)]);
        // Enter leads to the row below.
        let below = cell(&window, "automobile-cr10", 2014, language);
        let focused: Vec<_> = window
            .query_all(By::new().predicate(|node| node.is_focused()))
            .map(|node| node.accesskit_node().label())
            .collect();
        assert_eq!(focused, [Some(below.clone())]);
        // Escape discards, and a refusal says why.
        type_over(&mut window, "88");
        window.key_press(Key::Escape);
        settle(&mut window);
        assert_eq!(given(&window, "automobile-cr10", 2014), []);
        enter(&mut window, &below);
        type_over(&mut window, "150");
        window.key_press(Key::Enter);
        settle(&mut window);
        let now = session(&window);
        let lever = ix(now, "automobile-cr10");
        let refused = now.refused(lever, 2014).expect("150 % of output is none");
        let why = format!("✘ {}", labelled(&below, &refused.what.say(language), language));
        let name = name(&window, "automobile-cr10", language);
        click(
            &mut window,
            &say_with(language, "actuals-row", &[("name", &name)]),
        );
        assert!(window.query_by_label(&why).is_some(), "{why}");
        click(&mut window, &say(language, "actuals-forget"));
        assert!(session(&window).refused(lever, 2014).is_none());
        // Visiting a field changes nothing.
        let steps = session(&window).document().history().position();
        enter(&mut window, &steel);
        window.key_press(Key::Tab);
        settle(&mut window);
        assert_eq!(session(&window).document().history().position(), steps);
        // The form of a row.
        let list = say_with(language, "actuals-kind-of", &[("name", &name)]);
        choose(&mut window, &list, &say(language, "kind-annual-change"));
        assert_eq!(session(&window).actual_kind(lever), FigureKind::AnnualChange);
        // Source, scope, confidence.
        click(
            &mut window,
            &say_with(language, "actuals-row", &[("name", &name)]),
        );
        let source = labelled(&name, &say(language, "series-source"), language);
        window
            .get_by_role_and_label(Role::MultilineTextInput, &source)
            .focus();
        settle(&mut window);
        window.event(egui::Event::Text("中国汽车工业协会".to_owned()));
        settle(&mut window);
        let confidence = say_with(language, "series-confidence-of", &[("name", &name)]);
        choose(&mut window, &confidence, &say(language, "confidence-medium"));
        let info = session(&window)
            .document()
            .scenario()
            .series
            .get(lever)
            .cloned()
            .unwrap();
        assert_eq!(info.source.get(language), "中国汽车工业协会");
        assert!(info.confidence.is_some());
    }
}

#[test]
fn tables_are_pasted_into_cells_and_looked_at_where_they_raise_questions() {
    for language in Language::ALL {
        let mut window = tracking(language, TrackPage::Actuals);
        let steel = cell(&window, "steel-cr10", 2014, language);
        enter(&mut window, &steel);
        window.event(egui::Event::Paste("36.5\t34.2\n88\t88.5\n".to_owned()));
        settle(&mut window);
        assert!(session(&window).import().is_none());
        assert_eq!(given(&window, "steel-cr10", 2015), [Actual::Level(34.2)]);
        assert_eq!(given(&window, "automobile-cr10", 2015), [Actual::Level(88.5)]);
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        settle(&mut window);
        assert_eq!(given(&window, "automobile-cr10", 2014), [], "one step");

        // A single figure is pasted into the field like any text.
        enter(&mut window, &steel);
        window.event(egui::Event::Paste("36.9".to_owned()));
        settle(&mut window);
        window.key_press(Key::Enter);
        settle(&mut window);
        assert_eq!(given(&window, "steel-cr10", 2014), [Actual::Level(36.9)]);

        // Unknown names are asked about; a cell that is not a number is refused; the rest is taken.
        window.key_press(Key::Escape);
        settle(&mut window);
        let table = "\t2014\t2015\nShips\t50\tabout 55\nErp\t70\t\n";
        window.event(egui::Event::Paste(table.to_owned()));
        settle(&mut window);
        let lines = Message::new("import-page-lines")
            .with("count", 2_usize)
            .say(language);
        click(&mut window, &lines);
        let ships = say_with(language, "import-about", &[("name", "Ships")]);
        let name = name(&window, "shipbuilding-cr10", language);
        choose(&mut window, &ships, &name);
        let import = session(&window).import().expect("a preview");
        assert_eq!((import.accepted(), import.seen.refusals.len()), (2, 1));
        let take = Message::new("import-take").with("count", 2_usize).say(language);
        click(&mut window, &take);
        assert_eq!(given(&window, "shipbuilding-cr10", 2014), [Actual::Level(50.0)]);
        assert_eq!(given(&window, "erp", 2014), [Actual::Level(70.0)]);
    }
}

#[test]
fn what_a_table_leaves_open_is_asked_and_answered() {
    for language in Language::ALL {
        let mut window = tracking(language, TrackPage::Actuals);
        let table =
            "指标\t2014\t2015\n单位工业增加值能耗降低率\t3.1\t-0.5\nsteel-cr10\t36.5\t34.2\n粗钢产量\t8\t9\n";
        window.event(egui::Event::Paste(table.to_owned()));
        settle(&mut window);
        let import = session(&window).import().expect("a preview");
        assert_eq!((import.accepted(), import.seen.waiting), (2, 2));
        // The question, and what each answer gives.
        assert!(window.query_by_label(&say(language, "import-open")).is_some());
        let falls = say(language, "import-answer-falls");
        assert!(
            window
                .query_by_label(&say(language, "import-answer-as-written"))
                .is_some()
        );
        assert!(window.query_by_label(&falls).is_some());
        // What will be stored is shown beside its source cell.
        let from = Message::new("import-from-cell")
            .with("found", "36.5")
            .with("cell", "B3")
            .say(language);
        assert!(window.query_by_label(&from).is_some(), "{from}");
        // What is left out, with the reason.
        let left_out = Message::new("import-page-left-out")
            .with("count", 3_usize)
            .say(language);
        click(&mut window, &left_out);
        let refusal = &session(&window).import().unwrap().seen.refusals[0];
        assert_eq!((refusal.row, &*refusal.found), (3, "粗钢产量"));
        click(&mut window, &falls);
        let import = session(&window).import().unwrap();
        assert_eq!(
            (import.accepted(), import.seen.waiting, import.is_open()),
            (4, 0, false)
        );
        // Answers can be undone.
        click(&mut window, &say(language, "import-start-over"));
        assert_eq!(session(&window).import().unwrap().seen.waiting, 2);
        click(&mut window, &falls);
        let take = Message::new("import-take").with("count", 4_usize).say(language);
        click(&mut window, &take);
        assert_eq!(
            given(&window, "energy-intensity", 2014),
            [Actual::AnnualChange(-3.1)]
        );
        assert_eq!(
            given(&window, "energy-intensity", 2015),
            [Actual::AnnualChange(0.5)]
        );
    }
}

#[test]
fn a_file_of_tables_is_imported() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("实绩.csv");
        std::fs::write(&path, "指标,2014\nsteel-cr10,36.5\n").unwrap();
        let mut window = usual(language);
        apply(&mut window, Command::OpenExample("mid-term-2013"));
        click(&mut window, &say(language, "menu-file"));
        click_part(&mut window, &say(language, "command-import"));
        window.event(egui::Event::Text(path.display().to_string()));
        settle(&mut window);
        click(&mut window, &say(language, "path-open"));
        settle(&mut window);
        assert!(session(&window).import().is_some());
        window.key_press(Key::Escape);
        settle(&mut window);
        assert!(session(&window).import().is_none());
        // The same from the page itself.
        click(&mut window, &say(language, "actuals-import"));
        window.event(egui::Event::Text(path.display().to_string()));
        settle(&mut window);
        click(&mut window, &say(language, "path-open"));
        settle(&mut window);
        let take = Message::new("import-take").with("count", 1_usize).say(language);
        click(&mut window, &take);
        assert_eq!(given(&window, "steel-cr10", 2014), [Actual::Level(36.5)]);
    }
}
