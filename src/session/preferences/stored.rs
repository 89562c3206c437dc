//! The preferences file.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Preferences, RecentFiles};
use crate::figure::Mode;
use crate::file::{Entries, FIRST_FORMAT, Problem, ValuePath};
use crate::session::Theme;
use crate::session::app_dirs::StoredPath;
use crate::text::{Language, Message};

/// The file as serialised. A new field means a new format number, so that an older Planpath leaves the file alone instead of
/// losing that field.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PreferencesFile {
    format: u32,
    #[serde(default)]
    language: Option<String>,
    #[serde(default, with = "ThemeName")]
    theme: Theme,
    #[serde(default = "natural_scale")]
    scale: f32,
    #[serde(default)]
    decimals: Option<usize>,
    #[serde(default, with = "ModeName")]
    mode: Mode,
    #[serde(default)]
    charts: Entries<String, Vec<String>>,
    #[serde(default)]
    hints_seen: Vec<String>,
    #[serde(default)]
    recent: Vec<StoredPath>,
}

const fn natural_scale() -> f32 {
    1.0
}

/// Names in the file, which stay fixed if the program renames its themes.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Theme")]
enum ThemeName {
    System,
    Light,
    Dark,
}

/// Names in the file, as for themes.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Mode")]
enum ModeName {
    Level,
    Index,
    Cumulative,
    Annual,
    Progress,
}

impl PreferencesFile {
    pub fn check(self) -> Result<Preferences, Problem> {
        let language = match self.language {
            None => None,
            Some(code) => Some(code.parse::<Language>().map_err(|_| {
                let what = Message::new("preferences-unknown-language").with("found", code);
                Problem::new(ValuePath::top().field("language"), what)
            })?),
        };
        Ok(Preferences {
            language,
            theme: self.theme,
            scale: self.scale,
            decimals: self.decimals,
            mode: self.mode,
            charts: self.charts.0,
            hints_seen: self.hints_seen,
            recent: RecentFiles::new(self.recent.into_iter().map(PathBuf::from).collect()),
        })
    }
}

impl From<&Preferences> for PreferencesFile {
    fn from(preferences: &Preferences) -> Self {
        Self {
            format: FIRST_FORMAT,
            language: preferences.language.map(|language| language.code().to_owned()),
            theme: preferences.theme,
            scale: preferences.scale,
            decimals: preferences.decimals,
            mode: preferences.mode,
            charts: Entries(preferences.charts.clone()),
            hints_seen: preferences.hints_seen.clone(),
            recent: preferences
                .recent
                .paths()
                .iter()
                .map(|path| path.as_path().into())
                .collect(),
        }
    }
}
