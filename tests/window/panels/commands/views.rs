//! Levers, charts, scores and the look of the window.

use super::*;

#[test]
fn levers_are_set_reverted_and_explained() {
    for language in Language::ALL {
        let mut window = usual(language);
        let lever = name(&window, "value-added", language);
        enter_field(&mut window, &lever);
        type_over(&mut window, "9.5");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(rate(&window, "value-added"), Some(Rates::Constant(9.5)));
        let slider = window.get_by_role_and_label(Role::Slider, &lever).rect();
        window.drag_at(slider.center());
        window.run();
        window.hover_at(slider.center() + Vec2::new(30.0, 0.0));
        window.run();
        window.drop_at(slider.center() + Vec2::new(30.0, 0.0));
        window.run();
        assert_ne!(rate(&window, "value-added"), Some(Rates::Constant(9.5)));
        assert_eq!(session(&window).document().history().len(), 2);

        let undo = say_with(language, "command-undo-step", &[("name", &lever)]);
        click(&mut window, &say(language, "menu-edit"));
        click_part(&mut window, &undo);
        assert_eq!(rate(&window, "value-added"), Some(Rates::Constant(9.5)));
        let redo = say_with(language, "command-redo-step", &[("name", &lever)]);
        click(&mut window, &say(language, "menu-edit"));
        click_part(&mut window, &redo);
        assert_ne!(rate(&window, "value-added"), Some(Rates::Constant(9.5)));
        click(&mut window, &say(language, "page-history"));
        click(&mut window, &say(language, "history-beginning"));
        assert_eq!(rate(&window, "value-added"), None);
        assert_eq!(session(&window).document().history().position(), 0);

        change(&mut window, 3.0);
        click(
            &mut window,
            &say_with(language, "lever-reset", &[("name", &lever)]),
        );
        assert_eq!(rate(&window, "value-added"), None);
        change(&mut window, 3.0);
        // The dot before the name.
        click(
            &mut window,
            &say_with(language, "lever-restore", &[("name", &lever)]),
        );
        assert_eq!(rate(&window, "value-added"), None);
        click(
            &mut window,
            &say_with(language, "lever-more", &[("name", &lever)]),
        );
        let note = say_with(language, "lever-note", &[("name", &lever)]);
        window
            .get_by_role_and_label(Role::MultilineTextInput, &note)
            .focus();
        window.run();
        type_text(&mut window, "why");
        enter_field(&mut window, &lever);
        let document = session(&window).document();
        let ix = document.plan().find("value-added").unwrap();
        assert_eq!(
            document.scenario().notes.get(ix).map(|note| note.get(language)),
            Some("why")
        );
    }
}

#[test]
fn the_view_is_set_as_one_likes() {
    for language in Language::ALL {
        let mut window = usual(language);
        menu(&mut window, language, "menu-view", "theme-dark");
        assert_eq!(session(&window).view().theme, Theme::Dark);
        menu(&mut window, language, "menu-view", "command-zoom-in");
        assert!(session(&window).view().scale > 1.0);
        menu(&mut window, language, "menu-view", "command-zoom-out");
        assert!((session(&window).view().scale - 1.0).abs() < 1e-6);
        menu(&mut window, language, "menu-view", "command-zoom-out");
        assert!(session(&window).view().scale < 1.0);
        menu(&mut window, language, "menu-view", "command-zoom-none");
        assert!((session(&window).view().scale - 1.0).abs() < 1e-6);
        menu(&mut window, language, "menu-view", "menu-decimals");
        click(&mut window, "3");
        assert_eq!(session(&window).view().decimals, Some(3));
        // 8 % a year over five years, now with three decimals.
        assert!(window.query_all_by_label_contains("8.000").next().is_some());
        for page in [Page::Implications, Page::History, Page::Scorecard] {
            click(&mut window, &say(language, page.label()));
            assert_eq!(session(&window).view().page, page);
        }
        menu(&mut window, language, "menu-view", "command-palette");
        assert!(session(&window).view().palette);
        window.key_press(Key::Escape);
        window.run();
        assert!(!session(&window).view().palette);
        menu(&mut window, language, "menu-help", "command-guide");
        assert!(session(&window).view().guide);
        apply(&mut window, Command::ShowGuide(false));

        let mut window = usual(language);
        assert!(
            window
                .query_by_label(&say(language, Hint::Lever.label()))
                .is_some()
        );
        click(&mut window, &say(language, "hint-next"));
        assert_eq!(session(&window).view().hint(), Some(Hint::Year));
        click(&mut window, &say(language, "hint-none"));
        assert_eq!(session(&window).view().hint(), None);
        apply(&mut window, Command::OpenPath("no/such.ron".into()));
        settle(&mut window);
        click(&mut window, &say(language, "notice-dismiss"));
        assert!(session(&window).notices().is_empty());
        let other = Language::ALL
            .into_iter()
            .find(|other| *other != language)
            .unwrap();
        click(&mut window, other.own_name());
        assert_eq!(session(&window).view().language, other);
    }
}

#[test]
fn charts_and_scores_are_chosen() {
    for language in Language::ALL {
        let mut window = usual(language);
        let plan = |window: &Window| session(window).view().charts(session(window).document().plan());
        let erp = session(&window).document().plan().find("erp").unwrap();
        let erp_name = name(&window, "erp", language);
        click(&mut window, &say(language, "chart-choose"));
        let choice = window.get_by_role_and_label(Role::CheckBox, &erp_name);
        choice.scroll_to_me();
        window.run();
        window.get_by_role_and_label(Role::CheckBox, &erp_name).click();
        window.run();
        assert_eq!(plan(&window).last(), Some(&erp));
        window.key_press(Key::Escape);
        window.run();

        let second = name(&window, "energy-intensity", language);
        let all = say_with(language, "chart-menu", &[("name", &second)]);
        let before = plan(&window);
        click(&mut window, &all);
        click(&mut window, &say(language, "chart-earlier"));
        assert_eq!(plan(&window)[0], before[1]);
        click(&mut window, &all);
        click(&mut window, &say(language, "chart-copy"));
        assert!(window.query_by_label(&say(language, "notice-copied")).is_some());
        click(&mut window, &all);
        click(&mut window, &say(language, "chart-copy-picture"));
        settle(&mut window);
        assert!(window.query_by_label(&say(language, "notice-copied")).is_some());
        let copied = session(&window).notices()[0].id();
        apply(&mut window, Command::DismissNotice(copied));
        menu(&mut window, language, "menu-edit", "command-copy-scores");
        assert!(window.query_by_label(&say(language, "notice-copied")).is_some());
        click(&mut window, &all);
        click(&mut window, &say(language, "chart-enlarge"));
        let view = session(&window).view();
        assert_eq!(view.enlarged(session(&window).document().plan()), Some(before[1]));
        window.key_press(Key::Escape);
        window.run();
        let view = session(&window).view();
        assert_eq!(view.enlarged(session(&window).document().plan()), None);

        let cumulative = say(language, Mode::Cumulative.short_label());
        window
            .get_by_role_and_label(Role::RadioButton, &cumulative)
            .click();
        window.run();
        assert_eq!(session(&window).view().mode, Mode::Cumulative);

        let funnel = say(language, "targets-filter");
        click(&mut window, &funnel);
        click(&mut window, &say(language, ScoreFilter::Binding.label()));
        assert_eq!(session(&window).view().score_filter, ScoreFilter::Binding);
        let plan_now = session(&window).document().plan();
        let first = plan_now.categories[0].clone();
        let in_first = plan_now
            .targets()
            .filter(|(_, indicator, _)| indicator.category == 0);
        let (in_first, all) = (in_first.count(), plan_now.targets().count());
        click(&mut window, &say(language, "targets-show-all"));
        assert_eq!(session(&window).view().score_filter, ScoreFilter::All);
        assert_eq!(window.get_all_by_role(Role::ListItem).count(), all);
        click(&mut window, &funnel);
        window
            .get_by_role_and_label(Role::RadioButton, first.name.get(language))
            .click();
        window.run();
        assert_eq!(session(&window).view().score_category, Some(first.id));
        assert_eq!(window.get_all_by_role(Role::ListItem).count(), in_first);
        apply(&mut window, Command::FilterCategory(None));
        click(&mut window, &funnel);
        click(&mut window, &say(language, "sort-by-progress"));
        assert!(session(&window).view().score_by_progress);
        let water = name(&window, "water-intensity", language);
        window
            .get_all_by_role(Role::ListItem)
            .find(|node| {
                node.accesskit_node()
                    .label()
                    .is_some_and(|label| label.starts_with(&water))
            })
            .unwrap()
            .click();
        window.run();
        let ix = session(&window).document().plan().find("water-intensity");
        let view = session(&window).view();
        assert_eq!(view.selected(session(&window).document().plan()), ix);
        assert!(
            window.query_by_role_and_label(Role::Slider, &water).is_some(),
            "its lever has come up"
        );
    }
}
