//! Addresses of sources on the web, the only kind of link that is ever opened.

use std::fmt;

use super::safe::is_active;

/// In characters; the longest link a workbook can hold is a little longer (Excel specifications and limits).
const LONGEST: usize = 2000;

/// A checked address: `http` or `https`, and a host without user name or password. Nothing else can be opened, so a
/// file from elsewhere cannot start a program, name a file of this machine, or show one host and lead to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(String);

impl WebAddress {
    /// Reads an address as written in a file; `None` for anything that is not allowed.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let rest = without_scheme(text)?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (host, port) = match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        };
        let is_port = |port: &str| {
            port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
        };
        let is_sound = text.chars().count() <= LONGEST
            && text.chars().all(is_plain)
            && host.split('.').all(is_label)
            && port.is_none_or(is_port);
        is_sound.then(|| Self(text.to_owned()))
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As programs take it: in ASCII, with everything else as percent-encoded UTF-8 (RFC 3986, 2.1).
    #[must_use]
    pub fn encoded(&self) -> String {
        use fmt::Write as _;
        let mut encoded = String::with_capacity(self.0.len());
        for byte in self.0.bytes() {
            if byte.is_ascii() {
                encoded.push(char::from(byte));
            } else {
                // Writing into a String cannot fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
        encoded
    }

    /// Its host, for naming where a link leads.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = without_scheme(&self.0).unwrap_or_default();
        rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn without_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    })
}

/// Blanks, controls and the signs that RFC 3986 keeps out of addresses are not; other scripts are, as browsers show
/// them.
fn is_plain(c: char) -> bool {
    !c.is_whitespace() && !is_active(c) && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
}

/// One part of a host name, in ASCII, so that no look-alike passes for another.
fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_are_read() {
        for (text, host) in [
            ("https://www.stats.gov.cn/", "www.stats.gov.cn"),
            ("http://localhost:8080/a?b=c#d", "localhost"),
            ("HTTPS://EXAMPLE.org", "EXAMPLE.org"),
            ("https://example.org/公报/2013.html", "example.org"),
            ("https://example.org?q=user@host", "example.org"),
        ] {
            let address = WebAddress::read(text).expect(text);
            assert_eq!((address.as_str(), address.host()), (text, host));
        }
    }

    #[test]
    fn nothing_else_is() {
        for text in [
            "",
            "example.org",
            "https://",
            "https:///path",
            "https://:80/",
            "https://example.org:0/",
            "https://example.org:99999/",
            "https://example.org:+80/",
            "https://good.org@evil.org/",
            "https://good.org\\@evil.org/",
            "https://a..b/",
            "https://-a.org/",
            "https://еxample.org/",
            "https://example.org/a b",
            "https://example.org/\u{202E}gpj.exe",
            "https://example.org/\n",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ftp://example.org/",
            " https://example.org/",
        ] {
            assert_eq!(WebAddress::read(text), None, "{text:?}");
        }
        let long = format!("https://example.org/{}", "a".repeat(LONGEST));
        assert_eq!(WebAddress::read(&long), None);
    }

    #[test]
    fn programs_get_ascii() {
        let address = WebAddress::read("https://example.org/规?a=%20").unwrap();
        assert_eq!(address.encoded(), "https://example.org/%E8%A7%84?a=%20");
    }
}
