//! Unsaved work left by a crashed process, offered for recovery.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use super::clock::now;
use super::document::DocumentSource;
use super::{
    DocumentId, Leftover, OpenTable, RecoveryCopy, RefusedFigure, RefusedRate, Session, TableSource,
};
use crate::file::Failure;
use crate::scenario::{self, ByIndicator, Loaded, Scenario};
use crate::text::{Language, Message, safe, say};
use crate::wording::differences;

/// A recovery copy with its content.
pub struct RecoveryOffer {
    leftover: Leftover,
    content: Result<Box<OfferContent>, Failure>,
}

struct OfferContent {
    original: Option<PathBuf>,
    folder: PathBuf,
    written: u64,
    saved_sha256: Option<String>,
    refused: Vec<RefusedFigure>,
    misread: Option<RefusedRate>,
    table: Option<Arc<OpenTable>>,
    recovered: Loaded,
    /// The file it was opened from, as it is now.
    on_disk: Option<Loaded>,
    /// That file is no longer the one the unsaved changes were made to.
    has_moved_on: bool,
    /// The file was written later than the copy.
    is_older: bool,
}

impl RecoveryOffer {
    /// Reads a copy. Slow if its file is far away.
    pub(super) fn read(mut leftover: Leftover) -> Self {
        // Moves the copy out, leaving a placeholder.
        let unread = Err(Failure::Other {
            what: Message::new("recovery-unreadable"),
            help: None,
        });
        let content = std::mem::replace(&mut leftover.copy, unread)
            .and_then(|copy| OfferContent::read(copy, &leftover.path))
            .map(Box::new);
        Self { leftover, content }
    }

    /// The scenario's name; the file name of the copy if it cannot be read.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        let name = match &self.content {
            Ok(content) => content.recovered.scenario.name.get(language).into(),
            Err(_) => self.leftover.path.to_string_lossy(),
        };
        safe::title(&name)
    }

    /// The file it was opened from or last saved to.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.content.as_ref().ok()?.original.as_deref()
    }

    /// Whether that file has been changed since.
    #[must_use]
    pub fn has_moved_on(&self) -> bool {
        self.content.as_ref().is_ok_and(|content| content.has_moved_on)
    }

    /// Whether that file was written after this copy, and so may hold the newer work.
    #[must_use]
    pub fn is_older(&self) -> bool {
        self.content.as_ref().is_ok_and(|content| content.is_older)
    }

    /// How long ago it was written, in words.
    #[must_use]
    pub fn age(&self, language: Language) -> String {
        let written = self.content.as_ref().map_or(0, |content| content.written);
        let minutes = now().saturating_sub(written) / 60;
        let (id, count) = match minutes {
            0..=119 => ("age-minutes", minutes),
            120..=2879 => ("age-hours", minutes / 60),
            _ => ("age-days", minutes / 1440),
        };
        Message::new(id)
            .with("count", usize::try_from(count).unwrap_or(usize::MAX))
            .say(language)
    }

    /// What it contains that the file does not; for work that never had a file, what differs from the plan.
    #[must_use]
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let Ok(content) = &self.content else {
            return Vec::new();
        };
        let recovered = &content.recovered;
        let on_plan = Scenario {
            rates: ByIndicator::default(),
            ..recovered.scenario.clone()
        };
        let on_disk = content.on_disk.as_ref();
        let before = on_disk
            .filter(|on_disk| on_disk.plan == recovered.plan)
            .map_or(&on_plan, |on_disk| &on_disk.scenario);
        let differences = differences(&recovered.plan, before, &recovered.scenario, language);
        let sentences = differences
            .into_iter()
            .map(|difference| difference.sentence.say(language));
        let table = content.table.as_ref().map(|table| match &table.source {
            TableSource::Pasted(_) => say(language, "recovery-pasted").into_owned(),
            TableSource::File(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                let said = Message::new("recovery-imported").with("name", safe::title(&name));
                said.say(language)
            }
        });
        sentences.chain(table).collect()
    }

    /// Why it cannot be recovered.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        self.content.as_ref().err()
    }
}

impl OfferContent {
    fn read(copy: RecoveryCopy, path: &Path) -> Result<Self, Failure> {
        let recovered = scenario::read_text(&path.display().to_string(), &copy.scenario, &copy.folder)?;
        // The file may be gone or broken by now, which makes the unsaved work all the more valuable.
        let on_disk = copy
            .original
            .as_deref()
            .and_then(|path| scenario::load(path).ok());
        let has_moved_on = copy.original.is_some()
            && on_disk.as_ref().map(|on_disk| &on_disk.sha256) != copy.saved_sha256.as_ref();
        let saved_at = copy.original.as_deref().and_then(modified);
        let is_older = has_moved_on && saved_at.is_some_and(|saved| saved > copy.written);
        Ok(Self {
            original: copy.original,
            folder: copy.folder,
            written: copy.written,
            saved_sha256: copy.saved_sha256,
            refused: copy.refused,
            misread: copy.misread,
            table: copy.table,
            recovered,
            on_disk,
            has_moved_on,
            is_older,
        })
    }
}

/// When a file was last written, in seconds since the start of 1970 (UTC); `None` if the system does not say.
fn modified(path: &Path) -> Option<u64> {
    let time = std::fs::metadata(path).ok()?.modified().ok()?;
    Some(time.duration_since(UNIX_EPOCH).ok()?.as_secs())
}

impl Session {
    /// Unsaved work left by a crash.
    #[must_use]
    pub fn offers(&self) -> &[RecoveryOffer] {
        &self.offers
    }

    /// Opens unsaved work. Its copy is deleted only once the new document has one.
    pub(super) fn recover(&mut self, position: usize) {
        if position >= self.offers.len() {
            return;
        }
        let RecoveryOffer { leftover, content } = self.offers.remove(position);
        let Ok(content) = content else {
            return;
        };
        let source = match content.original {
            Some(path) => DocumentSource::File(path),
            None => DocumentSource::NoFile(content.folder.join(crate::session::document::NEW_FILE)),
        };
        let id =
            self.documents
                .add_recovered(source, content.recovered, content.on_disk, content.saved_sha256);
        self.refuse_again(id, content.refused);
        if let Some(misread) = content.misread {
            self.tell_misread(id, &misread);
        }
        if let Some(table) = content.table {
            self.open_again(id, table);
        }
        self.replaces(id, leftover);
    }

    /// Reports a rate that was being typed and could not have been accepted, so that it can be typed again.
    fn tell_misread(&mut self, id: DocumentId, misread: &RefusedRate) {
        let Some(document) = self.documents.get(id) else {
            return;
        };
        let plan = document.plan();
        let name = plan.find(&misread.indicator).map(|ix| &plan.get(ix).name);
        let what = Message::new("recovery-misread").with("text", misread.text.as_str());
        let what = match name {
            Some(name) => what.with("name", name),
            None => what.with("name", misread.indicator.as_str()),
        };
        let help = Some(Message::new("recovery-misread-help"));
        self.notices.failed(Failure::Other { what, help });
    }

    /// Deletes unsaved work at the user's request.
    pub(super) fn discard_offer(&mut self, position: usize) {
        if position >= self.offers.len() {
            return;
        }
        if let Err(failure) = self.offers.remove(position).leftover.discard() {
            self.notices.failed(failure);
        }
    }
}
