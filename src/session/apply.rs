//! Carrying out commands.

use super::preferences::SCALES;
use super::{Command, Edit, Effect, Hint, PathUse, Phase, Screen, Session};
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::scenario::Rates;
use crate::text::{Language, Message, safe};
use crate::wording::score_table;

/// The factor of one zoom step.
const ZOOM: f32 = 1.1;

impl Session {
    /// Carries out a command.
    pub fn apply(&mut self, command: Command) {
        self.take_typed_before(&command);
        self.carry_out(command);
        self.settle();
    }

    /// Housekeeping after every event: forgets what is closed, keeps what is unsaved, and refreshes what the screen in
    /// front shows.
    pub(super) fn settle(&mut self) {
        self.forget_closed();
        self.refresh_tables();
        self.keep_up();
        self.refresh_report();
        self.refresh_compare();
        self.refresh_track();
        self.refresh_implications();
        self.refresh_chances();
        self.refresh_ranking();
        self.refresh_decomposition();
        self.refresh_import();
    }

    pub(super) fn carry_out(&mut self, command: Command) {
        match command {
            Command::New => {
                let plan = self.document().plan_reference();
                self.create(&plan);
            }
            Command::NewFromBuiltIn(id) => self.create(id),
            Command::NewFromPlan => self.ask_for_path(PathUse::NewFromPlan),
            Command::NewFromPlanPath(path) => self.create_for(&path),
            Command::Open => self.ask_for_path(PathUse::Open),
            Command::OpenPath(path) => self.open_path(path),
            Command::OpenExample(id) => self.open_example(id),
            Command::Duplicate => self.documents.duplicate(),
            Command::Show(id) => self.documents.show(id),
            Command::ShowNext => self.documents.show_neighbour(1),
            Command::ShowPrevious => self.documents.show_neighbour(-1),
            Command::TogglePin(id) => self.documents.toggle_pin(id),
            Command::Close(id) => self.close(id),
            Command::CloseFront => self.close(self.document().id()),
            Command::Save => self.save_front(),
            Command::SaveAs => self.ask_for_path(PathUse::SaveAs),
            Command::SaveTo(path) => self.save_to(path),
            Command::ForgetRecent => self.recent.clear(),
            Command::CancelJob(key) => {
                self.jobs.cancel(&key);
                self.stop_draws(&key);
            }
            Command::LookAtFiles => self.look_at_files(),
            Command::Recover(position) => self.recover(position),
            Command::DiscardOffer(position) => self.discard_offer(position),
            Command::PutOffOffers => self.offers.clear(),
            Command::CancelPath => self.cancel_path(),
            Command::SystemDialogGaveNothing => self.system_dialog_gave_nothing(),
            Command::SetRates { lever, rates, phase } => self.set_rates(lever, rates, phase),
            Command::SetManyRates(rates) => self.set_many(rates),
            Command::FinishEdit => self.finish_edit(),
            Command::CancelEdit => self.documents.active_mut().cancel_edit(),
            Command::ResetLever(lever) => self.documents.active_mut().reset(lever),
            Command::RevertLever(lever) => self.documents.active_mut().revert(lever),
            Command::SetNote { lever, text } => {
                let language = self.view.language;
                self.documents.active_mut().set_note(lever, language, text);
            }
            Command::Annotation(command) => self.on_annotation(command),
            Command::OpenAddress(address) => self.open_address(address),
            Command::AddressNotOpened { address, reason } => self.address_not_opened(&address, reason),
            Command::Typing(command) => self.on_typing(command.map(|command| *command)),
            Command::Misread { .. } => {}
            Command::TakeTyped => self.take_typed(),
            Command::Undo => self.documents.active_mut().undo(),
            Command::Redo => self.documents.active_mut().redo(),
            Command::GoToStep(step) => self.documents.active_mut().go_to(step),
            Command::SetLanguage(language) => self.set_language(language),
            Command::SetTheme(theme) => self.view.theme = theme,
            Command::ZoomIn => self.zoom(self.view.scale * ZOOM),
            Command::ZoomOut => self.zoom(self.view.scale / ZOOM),
            Command::ZoomNone => self.zoom(1.0),
            Command::SetDecimals(decimals) => self.view.decimals = decimals,
            Command::ShowScreen(screen) => self.view.screen = screen,
            Command::Compare(command) => self.on_compare(command),
            Command::Track(command) => self.on_track(command),
            Command::Uncertainty(command) => self.on_uncertainty(command),
            Command::Decompose(command) => self.on_decompose(command),
            Command::Actuals(command) => self.on_actuals(command),
            Command::Report(command) => self.on_report(command),
            Command::CopyScores => self.copy_scores(),
            Command::CopyPicture(chart) => self.copy_picture(chart),
            Command::ShowPage(page) => self.view.page = page,
            Command::ToggleChart(ix) => self.view.toggle_chart(self.documents.active().plan(), ix),
            Command::MoveChart(ix, direction) => {
                self.view
                    .move_chart(self.documents.active().plan(), ix, direction);
            }
            Command::Select(ix) => {
                self.view.select(self.documents.active().plan(), ix);
                self.track_selected(ix);
                self.look_at_selected(ix);
                self.view.hint_seen(Hint::Target);
            }
            Command::FilterScores(filter) => self.view.score_filter = filter,
            Command::FilterCategory(category) => self.view.score_category = category,
            Command::SortScores(by_progress) => self.view.score_by_progress = by_progress,
            Command::ShowPalette(is_open) => self.view.palette = is_open,
            Command::ShowRatesTable(is_open) => {
                self.view.rates_table = is_open;
                if is_open {
                    self.view.screen = Screen::Explore;
                }
            }
            Command::ShowGuide(is_open) => self.view.guide = is_open,
            Command::Enlarge(chart) => self.view.enlarged = chart,
            Command::SetMode(mode) => self.view.mode = mode,
            Command::HintSeen(hint) => self.view.hint_seen(hint),
            Command::HideHints => self.view.hints_seen = Hint::ALL.to_vec(),
            Command::CopyText(text) => self.copy_text(text),
            Command::Answer(answer) => self.answer(answer),
            Command::DismissNotice(id) => self.notices.dismiss(id),
            Command::Quit => self.quit(),
        }
    }

    fn set_rates(&mut self, lever: IndicatorIx, rates: Rates, phase: Phase) {
        let indicator = self.document().plan().get(lever);
        if let Some(fault) = rates.fault(indicator) {
            let what = fault.message(indicator);
            let help = Some(Message::new(fault.help()));
            self.notices.failed(Failure::Other { what, help });
            return;
        }
        let document = self.documents.active_mut();
        document.edit(Edit::Rates(lever), phase, |scenario| {
            scenario.rates.set(lever, rates);
        });
        if phase == Phase::Done {
            self.see_hints(lever);
        }
    }

    /// Sets several levers as one step; if one of them cannot have its rates, none is set.
    fn set_many(&mut self, all: Vec<(IndicatorIx, Option<Rates>)>) {
        let plan = self.document().plan();
        let mut given = all
            .iter()
            .filter_map(|(lever, rates)| Some((*lever, rates.as_ref()?)));
        let fault = given.find_map(|(lever, rates)| Some((lever, rates.fault(plan.get(lever))?)));
        if let Some((lever, fault)) = fault {
            let what = fault.message(plan.get(lever));
            let help = Some(Message::new(fault.help()));
            self.notices.failed(Failure::Other { what, help });
            return;
        }
        let document = self.documents.active_mut();
        document.edit(Edit::Several, Phase::Done, |scenario| {
            for (lever, rates) in all {
                match rates {
                    Some(rates) => {
                        scenario.rates.set(lever, rates);
                    }
                    None => {
                        scenario.rates.remove(lever);
                    }
                }
            }
        });
    }

    fn finish_edit(&mut self) {
        self.documents.active_mut().finish_edit();
        if let Some(Edit::Rates(lever)) = self.document().history().undo_label() {
            self.see_hints(lever);
        }
    }

    /// Removes hints whose advice was followed; at the end of an edit, because what is below them moves up.
    fn see_hints(&mut self, lever: IndicatorIx) {
        self.view.hint_seen(Hint::Lever);
        if matches!(
            self.document().scenario().rates.get(lever),
            Some(Rates::Yearly(_))
        ) {
            self.view.hint_seen(Hint::Year);
        }
    }

    pub(super) fn copy_text(&mut self, text: String) {
        self.effects.push(Effect::CopyText(text));
        self.notices.done(Message::new("notice-copied"));
    }

    fn copy_scores(&mut self) {
        let (document, view) = (self.document(), &self.view);
        let rows = score_table(
            document.plan(),
            document.assessments(),
            view.decimals,
            view.language,
        );
        // The name is user text; the rest is ours, such as "+2.28 points", and must not be altered.
        let clean = |(column, cell): (usize, &String)| match column {
            0 => safe::cell(cell).into_owned(),
            _ => safe::line(cell).into_owned(),
        };
        let line = |row: &Vec<String>| {
            let cells = row.iter().enumerate().map(clean);
            cells.collect::<Vec<_>>().join("\t") + "\n"
        };
        self.copy_text(rows.iter().map(line).collect());
    }

    fn set_language(&mut self, language: Language) {
        self.view.language = language;
        self.prefers_language = Some(language);
    }

    fn zoom(&mut self, scale: f32) {
        // Steps up and down again must return exactly to the start.
        let scale = (scale * 100.0).round() / 100.0;
        let scale = if (scale - 1.0).abs() < 0.03 { 1.0 } else { scale };
        self.view.scale = scale.clamp(*SCALES.start(), *SCALES.end());
    }
}
