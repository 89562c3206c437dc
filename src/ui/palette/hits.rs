//! What the palette offers, and what of it is found.

use eframe::egui::Ui;

use crate::analysis::RateRule;
use crate::figure::Mode;
use crate::plan::{BUILT_IN, Plan, built_in};
use crate::scenario::EXAMPLES;
use crate::session::{Command, MOST_DECIMALS, Page, Screen, Session, Theme, TrackCommand, TrackPage};
use crate::text::{Closeness, Language, closeness, say};
use crate::ui::room::Room;
use crate::wording::{self, labelled, target_in_words};

/// Something that can be chosen.
pub(super) struct Hit {
    /// The message id of what kind of thing it is.
    pub kind: &'static str,
    pub label: String,
    /// What else it is found by: its name in the other language, its short name, its id.
    pub also: Vec<String>,
    /// What choosing it does.
    pub commands: Vec<Command>,
}

impl Hit {
    fn new(kind: &'static str, label: impl Into<String>, command: Command) -> Self {
        Self {
            kind,
            label: label.into(),
            also: Vec::new(),
            commands: vec![command],
        }
    }

    /// Found by a message in every language, and shown in that of the window.
    fn message(kind: &'static str, id: &'static str, language: Language, command: Command) -> Self {
        let also = Language::ALL.map(|language| say(language, id).into_owned());
        Self {
            also: also.into(),
            ..Self::new(kind, say(language, id), command)
        }
    }

    /// The keys that do the same.
    pub fn keys(&self) -> String {
        let keys = self
            .commands
            .first()
            .and_then(|command| command.shortcuts().first());
        keys.map(ToString::to_string).unwrap_or_default()
    }

    /// How near it is to what is sought, and what of it is found where that is not the label. What is sought may begin with
    /// the kind of thing: "chart: energy".
    fn found(&self, sought: &str) -> Option<(Closeness, Option<usize>)> {
        let kinds = Language::ALL.map(|language| say(language, self.kind).to_lowercase());
        let narrowed = kinds.iter().find_map(|kind| after_kind(sought, kind));
        self.found_by_name(sought)
            .or_else(|| self.found_by_name(&narrowed?))
    }

    fn found_by_name(&self, sought: &str) -> Option<(Closeness, Option<usize>)> {
        let label = closeness(&self.label, sought).map(|found| (found, None));
        let also = self.also.iter().enumerate();
        let also = also.filter_map(|(n, text)| Some((closeness(text, sought)?, Some(n))));
        label
            .into_iter()
            .chain(also)
            .min_by_key(|(found, n)| (*found, n.is_some()))
    }
}

/// What is sought, without the kind it begins with.
fn after_kind(sought: &str, kind: &str) -> Option<String> {
    let lower = sought.trim().to_lowercase();
    let rest = lower.strip_prefix(kind)?;
    rest.starts_with([':', '：', ' '])
        .then(|| rest.trim_start_matches([':', '：', ' ']).to_owned())
}

/// What is found, the nearest first and among equals in the order of `all`: each by its place there, with the text by
/// which it was found where that is not its label.
pub(super) fn sorted(all: &[Hit], sought: &str) -> Vec<(usize, Option<usize>)> {
    let mut found: Vec<_> = all
        .iter()
        .enumerate()
        .filter_map(|(n, hit)| Some((hit.found(sought)?, n)))
        .collect();
    found.sort_by_key(|((closeness, also), n)| (*closeness, also.is_some(), *n));
    found.into_iter().map(|((_, also), n)| (n, also)).collect()
}

/// Everything there is: commands first, then what is open or can be opened, screens, indicators, and settings.
pub(super) fn all(ui: &Ui, session: &Session) -> Vec<Hit> {
    let language = session.view().language;
    let mut hits = commands(session, language);
    hits.extend(files(session, language));
    hits.extend(screens(language));
    hits.extend(indicators(session.document().plan(), language, Room::here(ui)));
    hits.extend(settings(language));
    hits
}

fn commands(session: &Session, language: Language) -> Vec<Hit> {
    let kind = "palette-command";
    let offered = Command::IN_MENUS
        .into_iter()
        .filter(|command| session.is_enabled(command) && *command != Command::ShowPalette(true));
    let mut hits: Vec<Hit> = offered
        .filter_map(|command| Some(Hit::message(kind, command.label()?, language, command)))
        .collect();
    for pace in RateRule::ALL {
        let named = |language| {
            labelled(
                &say(language, "track-all-levers"),
                &say(language, wording::pace(pace)),
                language,
            )
        };
        let command = Command::Track(TrackCommand::Continue { lever: None, pace });
        hits.push(Hit {
            also: Language::ALL.map(named).into(),
            ..Hit::new(kind, named(language), command)
        });
    }
    let reach = Command::Track(TrackCommand::ShowReachAll(true));
    hits.push(Hit::message(kind, "track-reach-all", language, reach));
    hits
}

fn files(session: &Session, language: Language) -> Vec<Hit> {
    let mut hits = Vec::new();
    for document in session.documents() {
        let name = document.scenario().name.texts().map(ToOwned::to_owned);
        hits.push(Hit {
            also: name.collect(),
            ..Hit::new(
                "palette-open",
                document.name(language),
                Command::Show(document.id()),
            )
        });
    }
    for path in session.recent().paths() {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        hits.push(Hit {
            also: vec![path.display().to_string()],
            ..Hit::new("palette-recent", name, Command::OpenPath(path.clone()))
        });
    }
    for example in &EXAMPLES {
        let command = Command::OpenExample(example.id);
        hits.push(Hit {
            also: Language::ALL
                .map(|language| example.name(language).to_owned())
                .into(),
            ..Hit::new("palette-example", example.name(language), command)
        });
    }
    for plan in &BUILT_IN {
        if let Some(Ok(known)) = built_in(plan.id) {
            hits.push(Hit {
                also: known.title.texts().map(ToOwned::to_owned).collect(),
                ..Hit::new(
                    "palette-new",
                    known.title.get(language),
                    Command::NewFromBuiltIn(plan.id),
                )
            });
        }
    }
    hits
}

fn screens(language: Language) -> Vec<Hit> {
    let kind = "palette-screen";
    let mut hits: Vec<Hit> = Screen::ALL
        .map(|screen| Hit::message(kind, screen.label(), language, Command::ShowScreen(screen)))
        .into();
    for page in TrackPage::ALL {
        let mut hit = Hit::message(kind, page.label(), language, Command::ShowScreen(Screen::Track));
        hit.commands.push(Command::Track(TrackCommand::ShowPage(page)));
        hits.push(hit);
    }
    for page in Page::ALL {
        let mut hit = Hit::message(kind, page.label(), language, Command::ShowScreen(Screen::Explore));
        hit.commands.push(Command::ShowPage(page));
        hits.push(hit);
    }
    hits
}

/// Each indicator with its targets and its chart. Choosing one selects it everywhere, on Explore.
fn indicators(plan: &Plan, language: Language, room: Room) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (ix, indicator) in plan.iter() {
        let names = indicator.name.texts().chain(indicator.short.texts());
        let names = names
            .chain([indicator.id.as_str()])
            .filter(|name| !name.is_empty());
        let also: Vec<String> = names.map(ToOwned::to_owned).collect();
        let hit = |kind, label: String, then: Vec<Command>| Hit {
            also: also.clone(),
            commands: [Command::ShowScreen(Screen::Explore), Command::Select(ix)]
                .into_iter()
                .chain(then)
                .collect(),
            kind,
            label,
        };
        let page = |page| {
            let takes_turns = room == Room::Compact;
            takes_turns.then_some(Command::ShowPage(page))
        };
        let name = || indicator.name.get(language).to_owned();
        let (kind, at) = if indicator.is_lever() {
            ("palette-lever", Page::Rates)
        } else {
            ("palette-indicator", Page::Charts)
        };
        hits.push(hit(kind, name(), page(at).into_iter().collect()));
        for (target, _) in plan.targets_of(ix) {
            let name = target_in_words(plan, target, language);
            hits.push(hit(
                "palette-target",
                name,
                vec![Command::ShowPage(Page::Scorecard)],
            ));
        }
        let charts = [Command::ShowRatesTable(false), Command::Enlarge(Some(ix))];
        let charts = charts.into_iter().chain(page(Page::Charts)).collect();
        hits.push(hit("palette-chart", name(), charts));
    }
    hits
}

fn settings(language: Language) -> Vec<Hit> {
    let kind = "palette-setting";
    let of = |group: &'static str, id: &'static str, command: Command| {
        let named = |language| labelled(&say(language, group), &say(language, id), language);
        let also = Language::ALL.map(|language| say(language, id).into_owned());
        Hit {
            also: also.into_iter().chain(Language::ALL.map(named)).collect(),
            ..Hit::new(kind, named(language), command)
        }
    };
    let mut hits: Vec<Hit> = Mode::ALL
        .map(|mode| of("chart-mode", mode.label(), Command::SetMode(mode)))
        .into();
    for theme in Theme::ALL {
        hits.push(Hit::message(
            kind,
            theme.label(),
            language,
            Command::SetTheme(theme),
        ));
    }
    for other in Language::ALL {
        hits.push(Hit::new(kind, other.own_name(), Command::SetLanguage(other)));
    }
    hits.push(of(
        "menu-decimals",
        "decimals-as-needed",
        Command::SetDecimals(None),
    ));
    for decimals in 0..=MOST_DECIMALS {
        let named = |language| labelled(&say(language, "menu-decimals"), &decimals.to_string(), language);
        hits.push(Hit {
            also: Language::ALL.map(named).into(),
            ..Hit::new(kind, named(language), Command::SetDecimals(Some(decimals)))
        });
    }
    hits
}
