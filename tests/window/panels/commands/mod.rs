//! Every command, issued as a user would: by the words on screen, in both languages.

mod files;
mod reports;
mod views;

use std::fs;

use planpath::export::Format;
use planpath::export::report::SectionKind;
use planpath::figure::Mode;
use planpath::session::{
    AppDirs, DocumentSource, Hint, Page, PathUse, ReportCommand, ReportItem, ReportPage, ScoreFilter, Screen,
    Session,
};
use planpath::text::{LocalizedText, Message};

use super::*;

type Window = Harness<'static, App>;

pub(super) fn session(window: &Window) -> &Session {
    window.state().session()
}

pub(super) fn apply(window: &mut Window, command: Command) {
    window.state_mut().session_mut().apply(command);
    settle(window);
}

/// Lets the window handle its input, waits for the resulting work, and lets it show the outcome. Work starts while the
/// window runs: waiting before that would wait for nothing, and would pass only on a fast machine.
pub(super) fn settle(window: &mut Window) {
    window.run();
    window.state_mut().session_mut().wait_for_jobs();
    window.run();
}

pub(super) fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    settle(window);
}

/// Clicks the control with this label, perhaps followed by keys; of several, the one with nothing else in its name.
pub(super) fn click_part(window: &mut Window, label: &str) {
    let all = window.query_all_by_label_contains(label);
    let length = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().map(|label| label.len());
    let found = all.min_by_key(length);
    found
        .unwrap_or_else(|| panic!("nothing is called {label}"))
        .click();
    settle(window);
}

/// A menu entry, by message ids.
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

/// Which test below issues a command. Without a wildcard, so that a new command does not compile without a test.
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
        | Command::SetManyRates(_)
        | Command::FinishEdit
        | Command::CancelEdit
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
        | Command::ShowRatesTable(_)
        | Command::HintSeen(_)
        | Command::HideHints
        | Command::DismissNotice(_) => "the_view_is_set_as_one_likes",
        Command::ToggleChart(_)
        | Command::MoveChart(..)
        | Command::Select(_)
        | Command::FilterScores(_)
        | Command::FilterCategory(_)
        | Command::SortScores(_)
        | Command::Enlarge(_)
        | Command::SetMode(_)
        | Command::CopyText(_)
        | Command::CopyPicture(_)
        | Command::CopyScores => "charts_and_scores_are_chosen",
        Command::Uncertainty(_) => "kind_width_and_years_are_typed_and_chosen",
        Command::Compare(_) => "chips_name_the_reference_and_remove_scenarios",
        Command::Decompose(_) => "years_are_chosen_from_lists",
        Command::Annotation(_) | Command::OpenAddress(_) | Command::AddressNotOpened { .. } => {
            "a_year_is_annotated_and_sources_are_opened"
        }
        Command::Track(_) => "a_plan_under_way_is_tracked",
        Command::Actuals(_) => "a_file_of_tables_is_imported",
        Command::ShowScreen(_) | Command::Report(_) => "a_report_is_put_together_and_exported",
    }
}

#[test]
fn the_tests_named_above_exist() {
    for command in Command::IN_MENUS {
        let test = format!("#[test]\nfn {}()", asked_for_in(&command));
        let files = [
            include_str!("files.rs"),
            include_str!("reports.rs"),
            include_str!("views.rs"),
            include_str!("../annotations.rs"),
            include_str!("../track/mod.rs"),
            include_str!("../track/tables.rs"),
        ];
        assert!(files.iter().any(|file| file.contains(&test)), "{test}");
    }
}
