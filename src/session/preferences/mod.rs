//! The user's preferences, kept between runs.
//!
//! Preferences are the one kind of file that is read leniently: a faulty file gives the defaults and a notice, because
//! a program that will not start because of its own preferences helps nobody. Still, no file is lost: before the first
//! save a faulty one is renamed, and one from a newer Planpath is never overwritten.

mod recent;
mod stored;

use std::collections::HashSet;
use std::fs;
use std::hash::Hash;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use super::Theme;
use super::app_dirs::{AppDirs, create_folder, failure};
use crate::figure::Mode;
use crate::file::{self, Failure};
use crate::text::{Language, Message};
use stored::PreferencesFile;

pub use recent::{MOST_RECENT, RecentFiles};

/// The allowed zoom; 1 is the system's own size.
pub const SCALES: RangeInclusive<f32> = 0.5..=3.0;

/// More decimals than this say nothing about an economy.
pub const MOST_DECIMALS: usize = 6;

/// A generous limit on plans, charts per plan, and hints.
const MOST_PLANS: usize = 1000;
const MOST_CHARTS: usize = 1000;
const MOST_HINTS: usize = 100;

/// What the user prefers.
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    /// The language; `None` for the system's.
    pub language: Option<Language>,
    /// The theme.
    pub theme: Theme,
    /// The zoom, within [`SCALES`].
    pub scale: f32,
    /// Decimals, up to [`MOST_DECIMALS`]; `None` for as many as each figure needs.
    pub decimals: Option<usize>,
    /// What charts measure.
    pub mode: Mode,
    /// The charts of each plan: plan id, then indicator ids in display order. Ids, because the plans need not be open
    /// and may have changed.
    pub charts: Vec<(String, Vec<String>)>,
    /// Hints already seen, by the message ids of their texts.
    pub hints_seen: Vec<String>,
    /// The files opened or saved last.
    pub recent: RecentFiles,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::default(),
            scale: 1.0,
            decimals: None,
            mode: Mode::default(),
            charts: Vec::new(),
            hints_seen: Vec::new(),
            recent: RecentFiles::default(),
        }
    }
}

impl Preferences {
    /// Loads the preferences: the defaults if there is no file yet, or the defaults with a failure to show if it is
    /// unusable.
    #[must_use]
    pub fn load(places: &AppDirs) -> (Self, Option<Failure>) {
        match look(&places.preferences()) {
            LoadedPreferences::Nothing => (Self::default(), None),
            LoadedPreferences::Ours(preferences) => (preferences, None),
            LoadedPreferences::Unreadable(failure)
            | LoadedPreferences::Newer(failure)
            | LoadedPreferences::Faulty(failure) => (Self::default(), Some(failure)),
        }
    }

    /// Saves them if they differ from what is on disk. The file is checked again first: a faulty one is renamed to
    /// `preferences.ron.broken`, and one from a newer Planpath is left alone silently, as [`Self::load`] has already
    /// reported it.
    ///
    /// # Errors
    /// [`Failure`] if the file cannot be read, renamed or written; it is then unchanged.
    pub fn save(&self, places: &AppDirs) -> Result<(), Failure> {
        let wanted = self.clone().within_limits();
        let path = places.preferences();
        match look(&path) {
            LoadedPreferences::Nothing => create_folder(&places.config)?,
            LoadedPreferences::Ours(found) if found == wanted => return Ok(()),
            LoadedPreferences::Ours(_) => {}
            LoadedPreferences::Newer(_) => return Ok(()),
            LoadedPreferences::Faulty(_) => set_aside(&path)?,
            // Its content is unknown, so it is not overwritten.
            LoadedPreferences::Unreadable(failure) => return Err(failure),
        }
        file::save(&path, &file::to_ron(&PreferencesFile::from(&wanted))?)
    }

    /// A hand-edited file may contain anything.
    fn within_limits(mut self) -> Self {
        self.scale = if self.scale.is_finite() {
            self.scale.clamp(*SCALES.start(), *SCALES.end())
        } else {
            1.0
        };
        self.decimals = self.decimals.map(|decimals| decimals.min(MOST_DECIMALS));
        self.charts = without_repetition(self.charts, MOST_PLANS, |(plan, _)| plan)
            .into_iter()
            .map(|(plan, charts)| (plan, without_repetition(charts, MOST_CHARTS, |id| id)))
            .collect();
        self.hints_seen = without_repetition(self.hints_seen, MOST_HINTS, |id| id);
        self
    }
}

/// The first `most` items, without repeated keys.
fn without_repetition<T, K: Clone + Eq + Hash>(items: Vec<T>, most: usize, key: impl Fn(&T) -> &K) -> Vec<T> {
    let mut seen = HashSet::new();
    let is_new = |item: &T| seen.insert(key(item).clone());
    items.into_iter().filter(is_new).take(most).collect()
}

/// What is found where the preferences should be.
enum LoadedPreferences {
    Nothing,
    Ours(Preferences),
    Newer(Failure),
    Faulty(Failure),
    Unreadable(Failure),
}

fn look(path: &Path) -> LoadedPreferences {
    let bytes = match file::read(path) {
        Ok(bytes) => bytes,
        Err(Failure::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => {
            return LoadedPreferences::Nothing;
        }
        Err(failure @ Failure::Io { .. }) => return LoadedPreferences::Unreadable(failure),
        // A pipe or device is not a faulty preferences file: leave it alone.
        Err(failure) if fs::metadata(path).is_ok_and(|about| !about.is_file()) => {
            return LoadedPreferences::Unreadable(failure);
        }
        Err(failure) => return LoadedPreferences::Faulty(faulty(path, &failure)),
    };
    match understand(&path.display().to_string(), &bytes) {
        Ok(preferences) => LoadedPreferences::Ours(preferences),
        Err(failure) if is_newer(&failure) => LoadedPreferences::Newer(Failure::Other {
            what: Message::new("preferences-newer").with("path", path.display().to_string()),
            help: Some(Message::new("preferences-newer-help")),
        }),
        Err(failure) => LoadedPreferences::Faulty(faulty(path, &failure)),
    }
}

fn understand(name: &str, bytes: &[u8]) -> Result<Preferences, Failure> {
    let text = file::decode(name, bytes)?;
    let stored: PreferencesFile = file::parse(name, &text)?;
    stored
        .check()
        .map(Preferences::within_limits)
        .map_err(|problem| file::locate_problems(name, &text, problem))
}

fn is_newer(failure: &Failure) -> bool {
    matches!(failure, Failure::Invalid(invalid)
        if invalid.diagnostics.iter().any(|fault| fault.what.id() == "file-newer-format"))
}

/// Adds to the fault what happened to the preferences.
fn faulty(path: &Path, failure: &Failure) -> Failure {
    let reason = match failure {
        Failure::Invalid(invalid) => invalid.diagnostics.first().map(|first| {
            let (line, column) = invalid.position(first.span.start);
            Message::new("preferences-broken-at")
                .with("line", line)
                .with("column", column)
                .with("reason", first.what.clone())
        }),
        Failure::Io { .. } | Failure::Other { .. } => failure.message(),
    };
    let what = Message::new("preferences-broken").with("path", path.display().to_string());
    Failure::Other {
        what: match reason {
            Some(reason) => what.with("reason", reason),
            None => what.with("reason", ""),
        },
        help: Some(Message::new("preferences-broken-help")),
    }
}

/// Renames a faulty file, under an unused name: an earlier faulty one may still be wanted.
fn set_aside(path: &Path) -> Result<(), Failure> {
    let name = |number: u32| {
        let ending = if number == 1 {
            ".broken".to_owned()
        } else {
            format!(".broken-{number}")
        };
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    let free = (1..1000).map(name).find(is_free).unwrap_or_else(|| name(1000));
    fs::rename(path, free).map_err(|source| failure(path, "preferences-cannot-set-aside", source))
}
