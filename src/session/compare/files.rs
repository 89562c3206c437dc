//! Files that are compared without being opened: read by jobs, and looked at again when the window is.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use super::super::Session;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::{ComparedContent, ComparedSource};
use crate::file::Failure;
use crate::scenario;
use crate::text::Message;

/// A file was read.
pub(in crate::session) struct ComparedFileRead {
    path: PathBuf,
    result: Result<Box<ComparedContent>, Failure>,
}

impl Session {
    /// Reads the compared files again: other programs may have changed them.
    pub(in crate::session) fn reread_compared(&mut self) {
        let files: Vec<PathBuf> = self.comparing.members.iter().filter_map(path_of).collect();
        for path in files {
            self.read_compared(path);
        }
    }

    pub(super) fn read_compared(&mut self, path: PathBuf) {
        let key = JobKey::ReadCompared(path.clone());
        self.jobs.start(key, JobLane::Files, move |_| {
            let result = scenario::load(&path).map(|loaded| Box::new(ComparedContent::new(loaded)));
            Some(ComparedFileRead { path, result })
        });
    }

    /// Takes in a file. One that has changed is said to have; of one that is gone or has become faulty, what was read last
    /// is still compared; one that was never read is not.
    pub(in crate::session) fn on_compared_file(
        &mut self,
        ComparedFileRead { path, result }: ComparedFileRead,
    ) {
        let is_it = |source: &ComparedSource| *source == ComparedSource::File(path.clone());
        let mut members = self.comparing.members.iter_mut();
        let Some(member) = members.find(|member| is_it(&member.source)) else {
            return;
        };
        let shown = path.display().to_string();
        match result {
            Ok(content) => {
                let before = member.content.as_deref();
                let is_new = before.is_none_or(|before| !before.says_the_same_as(&content));
                let is_told = before.is_some() && is_new;
                member.trouble = None;
                if is_new {
                    member.content = Some(Arc::new(*content));
                }
                if is_told {
                    self.notices
                        .done(Message::new("compare-file-changed").with("path", shown));
                }
            }
            Err(failure) if member.content.is_none() => {
                self.comparing.keep(|member| !is_it(&member.source));
                self.notices.could_not_open(failure);
            }
            Err(failure) => {
                let is_gone =
                    matches!(&failure, Failure::Io { source, .. } if source.kind() == ErrorKind::NotFound);
                let id = if is_gone {
                    "compare-file-gone"
                } else {
                    "compare-file-unreadable"
                };
                let what = Message::new(id).with("path", shown);
                let is_told = member.trouble.as_ref() == Some(&what);
                member.trouble = Some(what.clone());
                if !is_told {
                    let help = Some(Message::new("compare-file-help"));
                    self.notices.failed(Failure::Other { what, help });
                }
            }
        }
    }
}

fn path_of(member: &super::ComparedMember) -> Option<PathBuf> {
    match &member.source {
        ComparedSource::File(path) => Some(path.clone()),
        ComparedSource::Open(_) | ComparedSource::Example(_) => None,
    }
}
