//! Every command, asked for as a person would ask: by the words on screen, in both languages.

use std::fs;

use planpath::export::Format;
use planpath::export::report::Part;
use planpath::figure::Mode;
use planpath::figure::labelled;
use planpath::session::{Hint, Page, PathUse, Places, ReportCommand, ScoreFilter, Screen, Session, Source};
use planpath::text::Words;

use super::*;

type Window = Harness<'static, App>;

pub(super) fn session(window: &Window) -> &Session {
    window.state().session()
}

pub(super) fn apply(window: &mut Window, command: Command) {
    window.state_mut().session_mut().apply(command);
    settle(window);
}

/// Lets the window take what it was sent, waits for the work that follows, and lets it show what came of it. Work is
/// started while the window runs: to wait before that would wait for nothing, and would pass on a fast machine only.
pub(super) fn settle(window: &mut Window) {
    window.run();
    window.state_mut().session_mut().wait_for_jobs();
    window.run();
}

pub(super) fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    settle(window);
}

/// Clicks what is called so, perhaps with keys behind it; of several, the one that is called nothing more.
pub(super) fn click_part(window: &mut Window, label: &str) {
    let all = window.query_all_by_label_contains(label);
    let length = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().map(|label| label.len());
    let found = all.min_by_key(length);
    found
        .unwrap_or_else(|| panic!("nothing is called {label}"))
        .click();
    settle(window);
}

/// An entry of a menu, by ids of messages.
fn menu(window: &mut Window, language: Language, menu: &'static str, entry: &'static str) {
    click(window, &say(language, menu));
    click_part(window, &say(language, entry));
}

fn type_text(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    settle(window);
}

fn change(window: &mut Window, rate: f64) {
    let lever = session(window).document().plan().find("value-added").unwrap();
    let rates = Rates::Constant(rate);
    apply(
        window,
        Command::SetRates {
            lever,
            rates,
            phase: Phase::Done,
        },
    );
}

/// Which test below asks for a command. Without a wildcard, so that a new command needs a test to be compiled.
const fn asked_for_in(command: &Command) -> &'static str {
    match command {
        Command::New
        | Command::NewFromBuiltIn(_)
        | Command::NewFromPlan
        | Command::NewFromPlanPath(_)
        | Command::Open
        | Command::OpenPath(_)
        | Command::OpenExample(_)
        | Command::Save
        | Command::SaveAs
        | Command::SaveTo(_)
        | Command::ForgetRecent
        | Command::LookAtFiles
        | Command::CancelJob(_)
        | Command::CancelPath
        | Command::SystemDialogGaveNothing => "files_are_opened_saved_and_looked_at",
        Command::Duplicate
        | Command::Show(_)
        | Command::ShowNext
        | Command::ShowPrevious
        | Command::TogglePin(_)
        | Command::Close(_)
        | Command::CloseFront
        | Command::Answer(_)
        | Command::Quit => "tabs_are_opened_turned_pinned_and_closed",
        Command::Recover(_) | Command::DiscardOffer(_) | Command::PutOffOffers => {
            "unsaved_work_is_offered_after_a_crash"
        }
        Command::SetRates { .. }
        | Command::FinishEdit
        | Command::ResetLever(_)
        | Command::RevertLever(_)
        | Command::SetNote { .. }
        | Command::Typing(_)
        | Command::Misread { .. }
        | Command::TakeTyped
        | Command::Undo
        | Command::Redo
        | Command::GoToStep(_) => "levers_are_set_reverted_and_explained",
        Command::SetLanguage(_)
        | Command::SetTheme(_)
        | Command::ZoomIn
        | Command::ZoomOut
        | Command::ZoomNone
        | Command::SetDecimals(_)
        | Command::ShowPage(_)
        | Command::ShowPalette(_)
        | Command::ShowGuide(_)
        | Command::HintSeen(_)
        | Command::HideHints
        | Command::DismissNotice(_) => "the_view_is_set_as_one_likes",
        Command::ToggleChart(_)
        | Command::MoveChart(..)
        | Command::Focus(_)
        | Command::FilterScores(_)
        | Command::FilterCategory(_)
        | Command::SortScores(_)
        | Command::Enlarge(_)
        | Command::SetMode(_)
        | Command::CopyText(_)
        | Command::CopyPicture(_)
        | Command::CopyScores => "charts_and_scores_are_chosen",
        Command::Track(_) => "a_plan_under_way_is_tracked",
        Command::Actuals(_) => "a_file_of_tables_is_imported",
        Command::ShowScreen(_) | Command::Report(_) => "a_report_is_put_together_and_exported",
    }
}

#[test]
fn the_tests_named_above_exist() {
    for command in Command::IN_MENUS {
        let test = format!("#[test]\nfn {}()", asked_for_in(&command));
        let files = [include_str!("commands.rs"), include_str!("track.rs")];
        assert!(files.iter().any(|file| file.contains(&test)), "{test}");
    }
}

#[test]
fn files_are_opened_saved_and_looked_at() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut window = usual(language);
        menu(&mut window, language, "menu-file", "command-new");
        assert!(matches!(session(&window).document().source(), Source::NoFile(_)));
        assert_eq!(session(&window).document().scenario().rates.iter().count(), 0);

        menu(&mut window, language, "menu-file", "menu-new");
        let title = session(&window).document().plan().title.get(language).to_owned();
        window.get_by_role_and_label(Role::Button, &title).click();
        window.run();
        assert_eq!(session(&window).documents().len(), 2);

        // A plan of one's own.
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
            &Source::Example(EXAMPLES[1].id)
        );

        let path = folder.path().join("saved.ron");
        menu(&mut window, language, "menu-file", "command-save-as");
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        type_text(&mut window, &path.display().to_string());
        // The button of the prompt; the menu's entry of that name is closed.
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
            Some(Question::ChangedOutside { .. })
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
        let places = Places::in_folder(folder.path());
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
        // The page of what was changed has such a button as well; the lever's own is in its editor.
        click(&mut window, &say(language, "panel-scorecard"));
        click(
            &mut window,
            &say_with(language, "lever-more", &[("name", &lever)]),
        );
        window.get_by_label(&say(language, "lever-revert")).scroll_to_me();
        window.run();
        click(&mut window, &say(language, "lever-revert"));
        assert_eq!(rate(&window, "value-added"), None);
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
        menu(&mut window, language, "menu-view", "command-guide");
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
        let copied = labelled(&second, &say(language, "chart-enlarge"), language);
        click(&mut window, &copied);
        let view = session(&window).view();
        assert_eq!(view.enlarged(session(&window).document().plan()), Some(before[1]));
        window.key_press(Key::Escape);
        window.run();
        let view = session(&window).view();
        assert_eq!(view.enlarged(session(&window).document().plan()), None);

        window
            .get_by_role_and_label(Role::ComboBox, &say(language, "chart-mode"))
            .click();
        window.run();
        click(&mut window, &say(language, Mode::Cumulative.label()));
        assert_eq!(session(&window).view().mode, Mode::Cumulative);

        click(&mut window, &say(language, ScoreFilter::Binding.label()));
        assert_eq!(session(&window).view().score_filter, ScoreFilter::Binding);
        let plan_now = session(&window).document().plan();
        let first = plan_now.categories[0].clone();
        let in_first = plan_now
            .targets()
            .filter(|(_, indicator, _)| indicator.category == 0);
        let (in_first, all) = (in_first.count(), plan_now.targets().count());
        let heading = say(language, "filter-category");
        click(&mut window, &say(language, ScoreFilter::All.label()));
        assert_eq!(window.get_all_by_role(Role::ListItem).count(), all);
        window.get_by_role_and_label(Role::ComboBox, &heading).click();
        window.run();
        window
            .get_by_role_and_label(Role::Button, first.name.get(language))
            .click();
        window.run();
        assert_eq!(session(&window).view().score_category, Some(first.id));
        assert_eq!(window.get_all_by_role(Role::ListItem).count(), in_first);
        apply(&mut window, Command::FilterCategory(None));
        click(&mut window, &say(language, ScoreFilter::Binding.label()));
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
        assert_eq!(view.focus(session(&window).document().plan()), ix);
        assert!(
            window.query_by_role_and_label(Role::Slider, &water).is_some(),
            "its lever has come up"
        );
    }
}

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
        assert_eq!(session(&window).report().parts, Part::ALL);
        let move_it = |window: &mut Window, part: Part, id| {
            let heading = say(language, part.heading());
            let label = say_with(language, id, &[("name", &heading)]);
            window.get_by_label(&label).scroll_to_me();
            window.run();
            click(window, &label);
        };
        move_it(&mut window, Part::Progress, "report-earlier");
        move_it(&mut window, Part::Progress, "report-earlier");
        move_it(&mut window, Part::Methods, "report-later");
        // The first and the last have nowhere to go.
        move_it(&mut window, Part::Progress, "report-earlier");
        move_it(&mut window, Part::Methods, "report-later");
        // What is left out and taken in again comes last.
        for _ in 0..2 {
            let heading = say(language, Part::Levers.heading());
            window.get_by_role_and_label(Role::CheckBox, &heading).click();
            window.run();
        }
        let wanted = [
            Part::Progress,
            Part::Summary,
            Part::Scorecard,
            Part::Charts,
            Part::Implications,
            Part::Sources,
            Part::Methods,
            Part::Levers,
        ];
        assert_eq!(session(&window).report().parts, wanted);
        let height = |part: Part| {
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
        let place = |part: &Part| page.find(&format!("<h2 id=\"{}\"", part.name())).unwrap();
        assert!(wanted.is_sorted_by_key(place));
    }
}

#[test]
fn a_copy_has_its_name_in_both_languages() {
    let mut window = usual(Language::English);
    apply(&mut window, Command::Duplicate);
    assert!(matches!(
        session(&window).document().scenario().name,
        Words::Both { .. }
    ));
}
