//! The window program: passes commands from the panels to the session, and does what only a window can do.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use eframe::egui::{Context, ViewportBuilder, ViewportCommand};
use eframe::{CreationContext, Frame, NativeOptions, Renderer, egui, icon_data};
use raw_window_handle::HasWindowHandle as _;
use rfd::AsyncFileDialog;

use crate::session::{
    ActualsCommand, AppDirs, Command, CompareCommand, ComparedSource, Effect, PathPrompt, PathUse,
    ReportCommand, Session, TABLE_ENDINGS,
};
use crate::text::{Language, Message, safe, say};
use crate::ui;

/// What to open at the start.
#[derive(Clone, Default)]
struct Start {
    file: Option<PathBuf>,
    language: Option<Language>,
    places: Option<AppDirs>,
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// Why no window could be opened, after trying both graphics back ends.
pub fn open(file: Option<PathBuf>, language: Option<Language>) -> Result<(), Message> {
    let start = Start {
        file,
        language,
        places: AppDirs::of_user(),
    };
    let first = match try_open(&start, Renderer::Wgpu) {
        Ok(()) => return Ok(()),
        Err(error) => error,
    };
    // Without a display neither back end works, and trying both would only report the same thing twice.
    if matches!(first, eframe::Error::WinitEventLoop(_)) {
        let detail = first.to_string();
        // The windowing library prefixes its reason with a line of its own source.
        let reason = detail
            .rsplit(": ")
            .next()
            .unwrap_or(&detail)
            .trim_end_matches('.')
            .to_owned();
        return Err(Message::new("no-window-display").with("detail", reason));
    }
    try_open(&start, Renderer::Glow).map_err(|second| {
        Message::new("no-window-graphics")
            .with("first", first.to_string())
            .with("second", second.to_string())
    })
}

fn try_open(start: &Start, renderer: Renderer) -> eframe::Result {
    let mut viewport = ViewportBuilder::default()
        .with_app_id("planpath")
        .with_title("Planpath 规划轨迹")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([800.0, 500.0]);
    // A window without its icon is better than none.
    if let Ok(icon) = icon_data::from_png_bytes(include_bytes!("../assets/icon/icon.png")) {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions {
        viewport,
        renderer,
        ..NativeOptions::default()
    };
    let start = start.clone();
    eframe::run_native(
        "Planpath",
        options,
        Box::new(move |creation| {
            Ok(Box::new(App::new(
                creation,
                start.file.as_deref(),
                start.language,
                start.places.as_ref(),
            )?))
        }),
    )
}

/// Requests one more frame. Called after a command or when another thread has finished, never on a timer.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place; a settled window never gets here, as a test shows"
)]
fn draw_again(ctx: &Context) {
    ctx.request_repaint();
}

/// The program while its window is open.
pub struct App {
    session: Session,
    /// Commands from other threads.
    inbox: Receiver<Command>,
    outbox: Sender<Command>,
    /// The last values passed to the window, so that only changes are.
    shown_language: Option<Language>,
    shown_title: String,
    /// The user has agreed to quit.
    may_close: bool,
    /// The window's close button was pressed while text was being typed; the text is submitted first.
    closes_once_drawn: bool,
}

impl App {
    /// The program for a window just created. Without `places`, as in tests, nothing is kept between runs.
    ///
    /// # Errors
    /// The built-in example is faulty.
    pub fn new(
        creation: &CreationContext<'_>,
        file: Option<&Path>,
        language: Option<Language>,
        places: Option<&AppDirs>,
    ) -> Result<Self, crate::file::Failure> {
        let ctx = creation.egui_ctx.clone();
        ui::apply_theme(&ctx);
        // Zoom is a preference, kept by the session.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let mut session = Session::new(
            language.unwrap_or_else(Language::of_system),
            Arc::new(move || draw_again(&ctx)),
        )?;
        if let Some(places) = places {
            session.keep_in(places, language.is_some());
        }
        if let Some(file) = file {
            session.apply(Command::OpenPath(file.to_owned()));
        }
        let (outbox, inbox) = channel();
        Ok(Self {
            session,
            inbox,
            outbox,
            shown_language: None,
            shown_title: String::new(),
            may_close: false,
            closes_once_drawn: false,
        })
    }

    /// The state, for tests.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// The state, for tests that take shortcuts.
    pub const fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    fn carry_out(&mut self, effect: Effect, ctx: &Context, frame: &Frame) {
        match effect {
            // A dialog belongs to a window; without one, as in tests, the path can only be typed.
            Effect::AskSystemForPath(_) if frame.window_handle().is_err() => {
                self.session.apply(Command::SystemDialogGaveNothing);
            }
            Effect::AskSystemForPath(prompt) => self.ask_system(&prompt, ctx, frame),
            Effect::CopyText(text) => ctx.copy_text(safe::clipboard(&text).into_owned()),
            Effect::CopyPicture(pixels) => {
                let size = [pixels.width as usize, pixels.height as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba));
            }
            // Without a window, as in tests, nothing else is opened either.
            Effect::OpenPath(_) | Effect::OpenAddress(_) if frame.window_handle().is_err() => {}
            Effect::OpenPath(path) => self.open_outside(path.clone().into(), ctx, |reason| {
                Command::Report(ReportCommand::NotOpened { path, reason })
            }),
            Effect::OpenAddress(address) => {
                self.open_outside(address.encoded().into(), ctx, |reason| {
                    Command::AddressNotOpened { address, reason }
                });
            }
            Effect::Close => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Shows the system's file dialog without waiting for it.
    fn ask_system(&self, prompt: &PathPrompt, ctx: &Context, frame: &Frame) {
        let language = self.session.view().language;
        let mut dialog = AsyncFileDialog::new().set_parent(frame);
        dialog = match prompt.purpose {
            PathUse::Import => dialog.add_filter(say(language, "file-kind-table"), &TABLE_ENDINGS),
            _ => dialog.add_filter(say(language, "file-kind-scenario"), &["ron"]),
        };
        if let Some(folder) = prompt.suggestion.parent().filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        let purpose = prompt.purpose;
        let name = prompt
            .suggestion
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        if let (PathUse::SaveAs, Some(name)) = (purpose, name) {
            dialog = dialog.set_file_name(name);
        }
        // The dialog is created here, because some systems require the main thread, and awaited elsewhere.
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        let wait = move |chosen: Option<rfd::FileHandle>| {
            let command = match (chosen, purpose) {
                (Some(file), PathUse::Open) => Command::OpenPath(file.path().to_owned()),
                (Some(file), PathUse::Compare) => {
                    Command::Compare(CompareCommand::Add(ComparedSource::File(file.path().to_owned())))
                }
                (Some(file), PathUse::SaveAs) => Command::SaveTo(file.path().to_owned()),
                (Some(file), PathUse::NewFromPlan) => Command::NewFromPlanPath(file.path().to_owned()),
                (Some(file), PathUse::Import) => {
                    Command::Actuals(ActualsCommand::ImportPath(file.path().to_owned()))
                }
                (Some(folder), PathUse::ExportTo) => {
                    Command::Report(ReportCommand::ExportTo(folder.path().to_owned()))
                }
                (None, _) => Command::SystemDialogGaveNothing,
            };
            // If the window is gone by now, the answer is not needed.
            let _ = outbox.send(command);
            draw_again(&ctx);
        };
        match purpose {
            PathUse::Open | PathUse::Compare | PathUse::NewFromPlan | PathUse::Import => {
                let answer = dialog.pick_file();
                thread::spawn(move || wait(pollster::block_on(answer)));
            }
            PathUse::ExportTo => {
                let answer = dialog.pick_folder();
                thread::spawn(move || wait(pollster::block_on(answer)));
            }
            PathUse::SaveAs => {
                let answer = dialog.save_file();
                thread::spawn(move || wait(pollster::block_on(answer)));
            }
        }
    }

    /// Has the system open a file, a folder or an address, without waiting for it: some programs return only when they
    /// are closed.
    fn open_outside(
        &self,
        what: OsString,
        ctx: &Context,
        failed: impl FnOnce(String) -> Command + Send + 'static,
    ) {
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        thread::spawn(move || {
            let Err(error) = open::that(&what) else {
                return;
            };
            // If the window is gone by now, nobody needs to know.
            let _ = outbox.send(failed(error.to_string()));
            draw_again(&ctx);
        });
    }

    /// Applies changes to the window.
    fn update_window(&mut self, ctx: &Context) {
        let view = self.session.view();
        if self.shown_language != Some(view.language) {
            self.shown_language = Some(view.language);
            ctx.set_fonts(ui::definitions(view.language));
        }
        let theme = ui::preference(view.theme);
        if ctx.options(|options| options.theme_preference) != theme {
            ctx.set_theme(theme);
        }
        // egui compares exactly, and so does this: an unchanged scale is identical.
        if (ctx.zoom_factor() - view.scale).abs() > 0.0 {
            ctx.set_zoom_factor(view.scale);
        }
        let document = self.session.document();
        let mark = if document.is_changed() { "• " } else { "" };
        let name = document.name(view.language);
        let title = format!("{mark}{} - Planpath 规划轨迹", ui::short(&name));
        if title != self.shown_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }
}

/// Whether an event enters text into a field.
const fn is_typing(event: &egui::Event) -> bool {
    use egui::Event::{Cut, Ime, Paste, Text};
    matches!(event, Text(_) | Paste(_) | Cut | Ime(_))
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        self.session.poll();
        while let Ok(command) = self.inbox.try_recv() {
            // If the path was typed first, the dialog's answer comes too late.
            let is_news = matches!(
                command,
                Command::Report(ReportCommand::NotOpened { .. }) | Command::AddressNotOpened { .. }
            );
            if is_news || self.session.path_prompt().is_some() {
                self.session.apply(command);
            }
        }
        for file in ctx.input(|input| input.raw.dropped_files.clone()) {
            self.session.apply(Command::OpenPath(file.path().to_owned()));
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.closes_once_drawn = ctx.input(|input| input.events.iter().any(is_typing));
            if !self.closes_once_drawn {
                self.session.apply(Command::Quit);
            }
        }
        // Back from another program, which may have changed a file.
        let is_back = ctx.input(|input| input.events.contains(&egui::Event::WindowFocused(true)));
        if is_back {
            self.session.apply(Command::LookAtFiles);
        }
        self.update_window(ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // A window closed without asking leaves its recovery copies.
        if self.may_close {
            self.session.end();
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut Frame) {
        let commands = ui::draw(ui, &self.session);
        let is_busy = !commands.is_empty();
        for command in commands {
            self.session.apply(command);
        }
        if std::mem::take(&mut self.closes_once_drawn) {
            self.session.apply(Command::Quit);
        }
        let effects = self.session.take_effects();
        if is_busy || !effects.is_empty() {
            // This frame shows the state before these commands; one more shows the state after them.
            draw_again(ui.ctx());
        }
        for effect in effects {
            self.carry_out(effect, ui.ctx(), frame);
        }
    }
}
