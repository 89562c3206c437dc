//! A part of the draws as a file: one line of JSON, which says what it is a part of, and the columns after it, each number in
//! eight bytes, lowest first. Everything that printing needs is in it, so that parts can be merged anywhere.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::shard::Shard;
use crate::analysis::draws::{Sampler, Sampling};
use crate::analysis::ensemble::EnsemblePart;
use crate::file::{Failure, decode, hexadecimal, read, save_as_written, sha256};
use crate::plan::{self, BUILT_IN};
use crate::scenario::{self, Loaded};
use crate::text::Message;

/// The longest first line that is read: two documents and counts.
const LONGEST_HEAD: u64 = 64 << 20;

/// The version of the form.
const FORM: u32 = 1;

/// The first line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartHead {
    planpath_part: u32,
    planpath: String,
    /// What all parts of a run have in common.
    pub run: PartRun,
    pub shard: Shard,
    pub counts: Vec<u64>,
    columns: usize,
    /// Draws of this part.
    rows: usize,
    /// Of the bytes after the first line.
    sha256: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartRun {
    plan_sha256: String,
    scenario_sha256: String,
    pub draws: u64,
    pub seed: u64,
    sampler: String,
    plan: String,
    scenario: String,
}

/// A part that was found whole.
pub(super) struct PartFile {
    pub path: PathBuf,
    pub head: PartHead,
    file: File,
    /// Where the columns begin.
    start: u64,
}

impl PartRun {
    /// Of a scenario that was read from a file.
    pub fn of(path: &Path, loaded: &Loaded, size: u64, sampling: Sampling) -> Result<Self, Failure> {
        let reference = &loaded.scenario.plan;
        let built_in = BUILT_IN.iter().find(|plan| plan.id == reference);
        let plan = if let Some(plan) = built_in {
            plan.text.to_owned()
        } else {
            let folder = path.parent().unwrap_or_else(|| Path::new(""));
            let path = folder.join(reference);
            decode(&path.display().to_string(), &read(&path)?)?
        };
        Ok(Self {
            plan_sha256: sha256(plan.as_bytes()),
            scenario_sha256: loaded.sha256.clone(),
            draws: size,
            seed: sampling.seed,
            sampler: sampling.sampler.name().to_owned(),
            plan,
            scenario: loaded.text.clone(),
        })
    }

    pub fn sampling(&self) -> Sampling {
        let sampler = Sampler::ALL
            .into_iter()
            .find(|known| known.name() == self.sampler);
        Sampling {
            sampler: sampler.unwrap_or_default(),
            seed: self.seed,
        }
    }

    /// The scenario and its plan, from their texts.
    pub fn load(&self, name: &str) -> Result<Loaded, Failure> {
        let plan = plan::read_text(name, &self.plan)?;
        Ok(Loaded {
            sha256: self.scenario_sha256.clone(),
            ..scenario::read_text_of(name, &self.scenario, Arc::new(plan))?
        })
    }

    /// The name of what differs from another run; nothing if they are the same.
    pub fn difference(&self, other: &Self) -> Option<&'static str> {
        let same = [
            (
                "plan",
                self.plan_sha256 == other.plan_sha256 && self.plan == other.plan,
            ),
            (
                "scenario",
                self.scenario_sha256 == other.scenario_sha256 && self.scenario == other.scenario,
            ),
            ("draws", self.draws == other.draws),
            ("seed", self.seed == other.seed),
            ("sampler", self.sampler == other.sampler),
        ];
        same.into_iter()
            .find(|(_, is_same)| !is_same)
            .map(|(name, _)| name)
    }
}

/// Writes a part.
pub(super) fn write(path: &Path, run: PartRun, shard: Shard, part: &EnsemblePart) -> Result<(), Failure> {
    let mut hash = Sha256::new();
    for bytes in bytes_of(part) {
        hash.update(&bytes);
    }
    let digest = hexadecimal(&hash.finalize());
    let head = PartHead {
        planpath_part: FORM,
        planpath: env!("CARGO_PKG_VERSION").to_owned(),
        run,
        shard,
        counts: part.counts.clone(),
        columns: part.columns.len(),
        rows: part.columns.first().map_or(0, Vec::len),
        sha256: digest,
    };
    let head = serde_json::to_string(&head).map_err(|error| Failure::Other {
        what: Message::new("file-cannot-encode").with("detail", error.to_string()),
        help: None,
    })?;
    save_as_written(path, |file| {
        let mut out = io::BufWriter::new(file);
        writeln!(out, "{head}")?;
        for bytes in bytes_of(part) {
            out.write_all(&bytes)?;
        }
        out.flush()
    })
}

fn bytes_of(part: &EnsemblePart) -> impl Iterator<Item = Vec<u8>> {
    let bytes = |column: &Vec<f64>| column.iter().flat_map(|value| value.to_le_bytes()).collect();
    part.columns.iter().map(bytes)
}

impl PartFile {
    /// Opens a part and checks that it is whole.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|source| Failure::Io {
            path: path.to_owned(),
            doing: "file-cannot-read",
            source,
        })?;
        Self::read(path, file).ok_or_else(|| Failure::Other {
            what: Message::new("sample-no-part").with("path", path.display().to_string()),
            help: Some(Message::new("sample-no-part-help")),
        })
    }

    fn read(path: &Path, file: File) -> Option<Self> {
        let mut reader = BufReader::new(file);
        let mut line = Vec::new();
        let start = reader
            .by_ref()
            .take(LONGEST_HEAD)
            .read_until(b'\n', &mut line)
            .ok()?;
        let head: PartHead = serde_json::from_slice(&line).ok()?;
        let mut hash = Sha256::new();
        let mut length = 0;
        loop {
            let bytes = reader.fill_buf().ok()?;
            if bytes.is_empty() {
                break;
            }
            hash.update(bytes);
            let count = bytes.len();
            length += count as u64;
            reader.consume(count);
        }
        let digest = hexadecimal(&hash.finalize());
        let is_whole = head.planpath_part == FORM
            && digest == head.sha256
            && head.columns.checked_mul(head.rows)?.checked_mul(8)? as u64 == length
            && head.shard.is_sound();
        is_whole.then(|| Self {
            path: path.to_owned(),
            head,
            file: reader.into_inner(),
            start: start as u64,
        })
    }

    /// How many columns and draws it has.
    pub const fn extent(&self) -> (usize, usize) {
        (self.head.columns, self.head.rows)
    }

    /// Appends a column.
    pub fn column(&mut self, n: usize, to: &mut Vec<f64>) -> io::Result<()> {
        let length = 8 * self.head.rows;
        self.file
            .seek(SeekFrom::Start(self.start + (n * length) as u64))?;
        let mut bytes = vec![0; length];
        self.file.read_exact(&mut bytes)?;
        let (numbers, _) = bytes.as_chunks::<8>();
        to.extend(numbers.iter().map(|number| f64::from_le_bytes(*number)));
        Ok(())
    }
}
