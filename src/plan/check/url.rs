//! Addresses of sources.

use super::Checker;
use crate::file::ValuePath;
use crate::text::{Message, WebAddress};

impl Checker {
    /// The address in the field `url` of a plan or an indicator.
    pub(super) fn url(&mut self, text: Option<&str>, of: &ValuePath) -> Option<WebAddress> {
        let text = text?;
        if let Some((what, help)) = url_fault(text) {
            self.fault(of.field("url"), what, help);
        }
        WebAddress::read(text)
    }
}

/// Why a text is no address of a source, and the message id of the remedy.
pub(crate) fn url_fault(text: &str) -> Option<(Message, &'static str)> {
    WebAddress::read(text)
        .is_none()
        .then(|| (Message::new("bad-url").with("found", text), "bad-url-help"))
}
