//! Opening, saving, tabs, and work left by a crash.

use super::*;

#[test]
fn files_are_opened_saved_and_looked_at() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut window = usual(language);
        menu(&mut window, language, "menu-file", "command-new");
        assert!(matches!(
            session(&window).document().source(),
            DocumentSource::NoFile(_)
        ));
        assert_eq!(session(&window).document().scenario().rates.iter().count(), 0);

        menu(&mut window, language, "menu-file", "menu-new");
        let title = session(&window).document().plan().title.get(language).to_owned();
        window.get_by_role_and_label(Role::Button, &title).click();
        window.run();
        assert_eq!(session(&window).documents().len(), 2);

        // A user-supplied plan.
        let plan = folder.path().join("plan.ron");
        fs::copy(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/industrial-upgrading-2011-2015.ron"),
            &plan,
        )
        .unwrap();
        menu(&mut window, language, "menu-file", "command-new-from-plan");
        let prompt = session(&window).path_prompt().unwrap();
        assert_eq!(prompt.purpose, PathUse::NewFromPlan);
        assert!(prompt.system_gave_nothing, "there is no dialog in a test");
        type_text(&mut window, &plan.display().to_string());
        click(&mut window, &say(language, "path-open"));
        settle(&mut window);
        assert_eq!(session(&window).documents().len(), 3);

        menu(&mut window, language, "menu-file", "command-open");
        assert_eq!(session(&window).path_prompt().unwrap().purpose, PathUse::Open);
        click(&mut window, &say(language, "answer-cancel"));
        assert_eq!(session(&window).path_prompt(), None);
        menu(&mut window, language, "menu-file", "command-open");
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/growth-first.ron");
        type_text(&mut window, &example.display().to_string());
        click(&mut window, &say(language, "path-open"));
        settle(&mut window);
        assert_eq!(session(&window).document().path(), Some(example.as_path()));
        menu(&mut window, language, "menu-file", "menu-examples");
        let name = EXAMPLES[1].name(language);
        window.get_by_role_and_label(Role::Button, name).click();
        window.run();
        assert_eq!(
            session(&window).document().source(),
            &DocumentSource::Example(EXAMPLES[1].id)
        );

        let path = folder.path().join("saved.ron");
        menu(&mut window, language, "menu-file", "command-save-as");
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        type_text(&mut window, &path.display().to_string());
        // The prompt's button; the menu with an entry of that name is closed.
        click(&mut window, &say(language, "path-save"));
        settle(&mut window);
        assert_eq!(session(&window).document().path(), Some(path.as_path()));
        assert!(
            window
                .query_by_label(&say_with(
                    language,
                    "notice-saved",
                    &[("path", &path.display().to_string())]
                ))
                .is_some()
        );
        change(&mut window, 3.0);
        click(&mut window, &say(language, "menu-file"));
        let save = say(language, "command-save");
        window.get_all_by_label_contains(&save).next().unwrap().click();
        window.run();
        settle(&mut window);
        assert!(!session(&window).document().is_changed());
        assert!(fs::read_to_string(&path).unwrap().contains("Constant(3.0)"));

        fs::write(&path, fs::read_to_string(&path).unwrap() + "\n").unwrap();
        window.event(egui::Event::WindowFocused(true));
        window.run();
        settle(&mut window);
        assert!(matches!(
            session(&window).question(),
            Some(Prompt::ChangedOutside { .. })
        ));
        click(&mut window, &say(language, "answer-reload"));
        settle(&mut window);
        assert_eq!(session(&window).question(), None);

        click(&mut window, &say(language, "menu-file"));
        click_part(&mut window, &say(language, "menu-recent"));
        assert!(window.query_by_label(&path.display().to_string()).is_some());
        click_part(&mut window, &say(language, "command-forget-recent"));
        assert!(session(&window).recent().paths().is_empty());
    }
}

#[test]
fn tabs_are_opened_turned_pinned_and_closed() {
    for language in Language::ALL {
        let mut window = usual(language);
        let first = session(&window).document().id();
        let name = session(&window).document().name(language);
        menu(&mut window, language, "menu-file", "command-duplicate");
        let second = session(&window).document().id();
        assert_ne!(first, second);
        let tab = window.get_all_by_label(&name).last().unwrap().rect();
        window
            .get_all_by_label(&name)
            .find(|node| node.rect() == tab)
            .unwrap()
            .click();
        window.run();
        assert_eq!(session(&window).document().id(), first);
        menu(&mut window, language, "menu-view", "command-next");
        assert_eq!(session(&window).document().id(), second);
        menu(&mut window, language, "menu-view", "command-previous");
        assert_eq!(session(&window).document().id(), first);
        let pin = say_with(language, "tab-pin", &[("name", &name)]);
        click(&mut window, &pin);
        assert!(session(&window).documents()[0].is_pinned());
        click(&mut window, &say_with(language, "tab-unpin", &[("name", &name)]));
        assert!(!session(&window).documents()[0].is_pinned());
        click(&mut window, &say_with(language, "tab-close", &[("name", &name)]));
        assert_eq!(session(&window).document().id(), second);
        change(&mut window, 3.0);
        menu(&mut window, language, "menu-file", "command-close");
        assert!(session(&window).question().is_some());
        click(&mut window, &say(language, "answer-cancel"));
        menu(&mut window, language, "menu-file", "command-quit");
        assert!(session(&window).question().is_some());
        window.get_by_label(&say(language, "answer-discard")).click();
        let mut closes = false;
        for _ in 0..5 {
            window.step();
            let viewport = &window.output().viewport_output[&egui::ViewportId::ROOT];
            closes |= viewport.commands.contains(&egui::ViewportCommand::Close);
        }
        assert!(closes, "the window is told to close");
    }
}

#[test]
fn unsaved_work_is_offered_after_a_crash() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let places = AppDirs::in_folder(folder.path());
        let start = |keep: bool| {
            let places = keep.then(|| places.clone());
            let mut harness = Harness::builder()
                .with_size(Vec2::new(1280.0, 800.0))
                .with_max_steps(20)
                .build_eframe(move |creation| {
                    App::new(creation, None, Some(language), places.as_ref()).unwrap()
                });
            harness.state_mut().session_mut().wait_for_jobs();
            harness.run();
            harness
        };
        let mut window = start(true);
        for rate in [3.0, 4.0] {
            change(&mut window, rate);
            apply(&mut window, Command::Duplicate);
        }
        change(&mut window, 5.0);
        drop(window);

        let mut window = start(true);
        let offers = session(&window).offers();
        assert_eq!(offers.len(), 3);
        let (first, second) = (offers[0].name(language), offers[1].name(language));
        assert!(window.query_by_label(&say(language, "recovery-title")).is_some());
        let label = say_with(language, "recovery-open", &[("name", &first)]);
        click(&mut window, &label);
        assert!(session(&window).document().is_changed());
        let label = say_with(language, "recovery-delete", &[("name", &second)]);
        click(&mut window, &label);
        assert_eq!(session(&window).offers().len(), 1);
        click(&mut window, &say(language, "recovery-later"));
        assert!(session(&window).offers().is_empty());
        assert!(session(&window).notices().is_empty());
    }
}

#[test]
fn a_copy_has_its_name_in_both_languages() {
    let mut window = usual(Language::English);
    apply(&mut window, Command::Duplicate);
    assert!(matches!(
        session(&window).document().scenario().name,
        LocalizedText::Both { .. }
    ));
}
