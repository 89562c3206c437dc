//! The recovery file format.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{OpenTable, PastedTable, RecoveryCopy, RefusedFigure, RefusedRate, SettledTable, TableSource};
use crate::file::{self, FIRST_FORMAT, Failure};
use crate::session::app_dirs::{StoredPath, absolute};
use crate::text::{LocalizedText, Message};

/// The largest copy written and read, in bytes. Quoting lengthens a scenario: Chinese text up to three times, escaped
/// characters up to six times. Anything that can be opened (see [`file::LARGEST_FILE`]) fits.
pub const LARGEST_COPY: u64 = 8 * file::LARGEST_FILE;

/// The file as serialised.
#[derive(Serialize, Deserialize)]
struct CopyFile {
    format: u32,
    /// For anyone looking into the folder.
    pid: u32,
    written: u64,
    name: LocalizedText,
    original: Option<StoredPath>,
    saved_sha256: Option<String>,
    folder: StoredPath,
    scenario: String,
    #[serde(default)]
    refused: Vec<RefusedFigure>,
    #[serde(default)]
    misread: Option<RefusedRate>,
    #[serde(default)]
    pasted: Option<PastedTable>,
    #[serde(default)]
    imported: Option<StoredPath>,
    #[serde(default)]
    settled: Option<SettledTable>,
}

/// Writes a copy that [`read`] can read.
pub(super) fn write(path: &Path, copy: &RecoveryCopy) -> Result<(), Failure> {
    let is_too_large = |text: &str| text.len() as u64 > LARGEST_COPY;
    let too_large = || Failure::Other {
        what: Message::new("recovery-too-large"),
        help: None,
    };
    if is_too_large(&copy.scenario) {
        return Err(too_large());
    }
    let text = file::to_ron(&CopyFile::from(copy))?;
    if is_too_large(&text) {
        return Err(too_large());
    }
    file::save_private(path, &text)
}

pub(super) fn read(path: &Path) -> Result<RecoveryCopy, Failure> {
    let name = path.display().to_string();
    let text = file::decode(&name, &file::read_up_to(path, LARGEST_COPY)?)?;
    file::parse::<CopyFile>(&name, &text).map(RecoveryCopy::from)
}

impl From<&RecoveryCopy> for CopyFile {
    fn from(copy: &RecoveryCopy) -> Self {
        let (pasted, imported) = match copy.table.as_deref().map(|table| &table.source) {
            Some(TableSource::Pasted(pasted)) => (Some(PastedTable::clone(pasted)), None),
            Some(TableSource::File(path)) => (None, Some(absolute(path).as_path().into())),
            None => (None, None),
        };
        Self {
            format: FIRST_FORMAT,
            pid: std::process::id(),
            written: copy.written,
            name: copy.name.clone(),
            original: copy
                .original
                .as_deref()
                .map(|path| StoredPath::from(absolute(path).as_path())),
            saved_sha256: copy.saved_sha256.clone(),
            folder: absolute(&copy.folder).as_path().into(),
            scenario: copy.scenario.clone(),
            refused: copy.refused.clone(),
            misread: copy.misread.clone(),
            pasted,
            imported,
            settled: copy.table.as_ref().and_then(|table| table.settled.clone()),
        }
    }
}

impl From<CopyFile> for RecoveryCopy {
    fn from(file: CopyFile) -> Self {
        let pasted = file.pasted.map(|pasted| TableSource::Pasted(Arc::new(pasted)));
        let imported = file.imported.map(|path| TableSource::File(path.into()));
        let settled = file.settled;
        let table = pasted.or(imported).map(|source| OpenTable { source, settled });
        Self {
            name: file.name,
            original: file.original.map(PathBuf::from),
            saved_sha256: file.saved_sha256,
            written: file.written,
            scenario: file.scenario,
            folder: file.folder.into(),
            refused: file.refused,
            misread: file.misread,
            table: table.map(Arc::new),
        }
    }
}
