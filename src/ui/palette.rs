//! The command palette: every command, found by typing.

use eframe::egui::{Id, Key, Modal, Role, ScrollArea, TextEdit, Ui};

use super::name_control;
use crate::analysis::RateRule;
use crate::figure::Mode;
use crate::scenario::EXAMPLES;
use crate::session::{Command, Page, Screen, Session, Theme, TrackCommand, TrackPage};
use crate::text::{Language, say};
use crate::wording::{self, labelled};

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    if !session.view().palette {
        return;
    }
    let language = session.view().language;
    let id = Id::unique("palette");
    let (mut text, mut chosen) = ui
        .data(|data| data.get_temp::<(String, usize)>(id))
        .unwrap_or_default();
    let mut finished = false;
    Modal::new(Id::unique("palette window")).show(ui.ctx(), |ui| {
        ui.set_width(440.0);
        let hint = say(language, "palette-hint");
        let (up, down, enter, escape) = ui.input(|input| {
            let pressed = |key| input.key_pressed(key);
            (
                pressed(Key::ArrowUp),
                pressed(Key::ArrowDown),
                pressed(Key::Enter),
                pressed(Key::Escape),
            )
        });
        let field = ui.add(
            TextEdit::singleline(&mut text)
                .hint_text(hint.as_ref())
                .desired_width(f32::INFINITY),
        );
        name_control(&field, Role::SearchInput, &hint);
        field.request_focus();
        let wanted = text.trim().to_lowercase();
        let entries: Vec<(String, Command)> = entries(session, language)
            .into_iter()
            .filter(|(label, _)| label.to_lowercase().contains(&wanted))
            .collect();
        chosen = (chosen + usize::from(down))
            .saturating_sub(usize::from(up))
            .min(entries.len().saturating_sub(1));
        if field.changed() {
            chosen = 0;
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (n, (label, command)) in entries.iter().enumerate() {
                let keys = command
                    .shortcuts()
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                let text = if keys.is_empty() {
                    label.clone()
                } else {
                    format!("{label}    {keys}")
                };
                let row = ui.selectable_label(n == chosen, text);
                if n == chosen && (up || down) {
                    row.scroll_to_me(None);
                }
                if row.clicked() || (enter && n == chosen) {
                    send.push(command.clone());
                    finished = true;
                }
            }
            if entries.is_empty() {
                ui.label(say(language, "palette-nothing"));
            }
        });
        finished |= escape;
    });
    if finished {
        ui.data_mut(|data| data.remove::<(String, usize)>(id));
        // First, so that a chosen command may reopen the palette.
        send.insert(0, Command::ShowPalette(false));
    } else {
        ui.data_mut(|data| data.insert_temp(id, (text, chosen)));
    }
}

/// Every available command with its label.
fn entries(session: &Session, language: Language) -> Vec<(String, Command)> {
    let mut entries: Vec<(String, Command)> = Command::IN_MENUS
        .into_iter()
        .filter(|command| session.is_enabled(command) && *command != Command::ShowPalette(true))
        .filter_map(|command| Some((say(language, command.label()?).into_owned(), command)))
        .collect();
    let under = |group: &'static str, name: &str| labelled(&say(language, group), name, language);
    for example in &EXAMPLES {
        entries.push((
            under("menu-examples", example.name(language)),
            Command::OpenExample(example.id),
        ));
    }
    for mode in Mode::ALL {
        entries.push((
            under("chart-mode", &say(language, mode.label())),
            Command::SetMode(mode),
        ));
    }
    for screen in Screen::ALL {
        entries.push((
            under("palette-screen", &say(language, screen.label())),
            Command::ShowScreen(screen),
        ));
    }
    for page in TrackPage::ALL {
        entries.push((
            under("screen-track", &say(language, page.label())),
            Command::Track(TrackCommand::ShowPage(page)),
        ));
    }
    for pace in RateRule::ALL {
        entries.push((
            under("track-all-levers", &say(language, wording::pace(pace))),
            Command::Track(TrackCommand::Continue { lever: None, pace }),
        ));
    }
    entries.push((
        say(language, "track-reach-all").into_owned(),
        Command::Track(TrackCommand::ShowReachAll(true)),
    ));
    for page in Page::ALL {
        entries.push((say(language, page.label()).into_owned(), Command::ShowPage(page)));
    }
    for theme in Theme::ALL {
        entries.push((
            say(language, theme.label()).into_owned(),
            Command::SetTheme(theme),
        ));
    }
    for other in Language::ALL {
        entries.push((other.own_name().to_owned(), Command::SetLanguage(other)));
    }
    for (ix, indicator) in session.document().plan().iter() {
        entries.push((
            under("palette-chart", indicator.name.get(language)),
            Command::Select(ix),
        ));
    }
    entries
}
