//! How near a text is to what somebody types to find it, in either language and by the pinyin of Chinese.

use pinyin::ToPinyinMulti;

use super::numbers::half_width;

/// How near a text is to what is sought, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// It is what is sought.
    Exact,
    /// It begins with it.
    Prefix,
    /// One of its words does.
    WordStart,
    /// Its words, or the readings of its characters, begin with the parts of what is sought: "ei" finds "Energy
    /// intensity", "nyqd" and "nengyuan" find "能源强度".
    Initials,
    /// So do some of them, from one in the middle on; or what is sought stands somewhere in it.
    Inside,
    /// All that is sought comes in it in this order, with gaps.
    Subsequence,
}

/// The least letters that are looked for with gaps between them; fewer are found in almost any text.
const FEWEST_WITH_GAPS: usize = 3;
/// The most letters that are matched with initials.
const MOST_INITIALS: usize = 40;

/// How near a text is to what is sought; nothing where it has nothing to do with it. An empty search finds everything.
#[must_use]
pub fn closeness(text: &str, sought: &str) -> Option<Closeness> {
    let (text, sought) = (folded(text), folded(sought.trim()));
    let (text, sought) = (text.as_str(), sought.as_str());
    if text == sought {
        return Some(Closeness::Exact);
    }
    if text.starts_with(sought) {
        return Some(Closeness::Prefix);
    }
    let is_word_start = |(at, _): (usize, &str)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|before| !before.is_alphanumeric())
    };
    if text.match_indices(sought).any(is_word_start) {
        return Some(Closeness::WordStart);
    }
    let parts = parts(text);
    let letters: Vec<char> = sought.chars().filter(|c| !c.is_whitespace()).collect();
    let by_initials = (0..parts.len()).find(|first| begin_with(&parts[*first..], &letters));
    match by_initials {
        Some(0) => Some(Closeness::Initials),
        Some(_) => Some(Closeness::Inside),
        None if text.contains(sought) => Some(Closeness::Inside),
        None => comes_in_order(text, &letters).then_some(Closeness::Subsequence),
    }
}

/// Small letters, and figures at their usual height and width: "CO₂" is found by "co2".
fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        '₀'..='₉' => char::from_digit(u32::from(c) - u32::from('₀'), 10).unwrap_or(c),
        other => half_width(other),
    };
    text.chars().map(plain).flat_map(char::to_lowercase).collect()
}

/// The words of a text, and its Chinese characters one by one, each with everything as which it can be read.
fn parts(text: &str) -> Vec<Vec<&str>> {
    let mut parts: Vec<Vec<&str>> = Vec::new();
    let mut word = None;
    for (at, c) in text.char_indices() {
        let own = &text[at..at + c.len_utf8()];
        let readings = c.to_pinyin_multi();
        // A character that cannot be read belongs to a word, or stands between words.
        if readings.is_none() && c.is_alphanumeric() {
            word.get_or_insert(at);
            continue;
        }
        parts.extend(word.take().map(|from| vec![&text[from..at]]));
        if let Some(readings) = readings {
            let mut part = vec![own];
            for reading in readings {
                part.push(reading.plain());
            }
            parts.push(part);
        }
    }
    parts.extend(word.map(|from| vec![&text[from..]]));
    parts
}

/// Whether letters are made of beginnings of the parts, the first of each of the first parts.
fn begin_with(parts: &[Vec<&str>], letters: &[char]) -> bool {
    if letters.is_empty() || letters.len() > MOST_INITIALS {
        return false;
    }
    // The numbers of letters that the parts so far can account for.
    let mut reached = vec![false; letters.len() + 1];
    reached[0] = true;
    for readings in parts {
        let mut next = vec![false; letters.len() + 1];
        for from in (0..letters.len()).filter(|from| reached[*from]) {
            for reading in readings {
                let alike = reading.chars().zip(&letters[from..]);
                let alike = alike.take_while(|(one, other)| one == *other).count();
                next[from + 1..=from + alike].fill(true);
            }
        }
        if next[letters.len()] {
            return true;
        }
        if !next.contains(&true) {
            return false;
        }
        reached = next;
    }
    false
}

fn comes_in_order(text: &str, letters: &[char]) -> bool {
    let mut rest = text.chars();
    letters.len() >= FEWEST_WITH_GAPS && letters.iter().all(|letter| rest.any(|c| c == *letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Closeness as C;

    #[test]
    fn the_nearest_comes_first() {
        for (text, sought, expected) in [
            ("Energy intensity", "energy INTENSITY ", Some(C::Exact)),
            ("Energy intensity", "", Some(C::Prefix)),
            ("Energy intensity", "ener", Some(C::Prefix)),
            ("Energy intensity", "int", Some(C::WordStart)),
            ("Energy intensity", "ei", Some(C::Initials)),
            ("Energy intensity", "en int", Some(C::Initials)),
            ("Energy intensity", "tens", Some(C::Inside)),
            ("Energy intensity", "egits", Some(C::Subsequence)),
            ("Energy intensity", "gx", None),
            ("Energy intensity", "ty", Some(C::Inside)),
            ("Energy intensity", "ny", None),
            ("CO₂ intensity", "co2", Some(C::Prefix)),
            ("CO₂ intensity", "ｃｏ２ i", Some(C::Prefix)),
            ("R&D share of revenue", "rds", Some(C::Initials)),
        ] {
            assert_eq!(closeness(text, sought), expected, "{text}, {sought}");
        }
    }

    #[test]
    fn chinese_is_found_by_its_characters_and_their_readings() {
        for (text, sought, expected) in [
            ("能源强度", "能源", Some(C::Prefix)),
            ("能源强度", "强度", Some(C::Inside)),
            ("能源强度", "nyqd", Some(C::Initials)),
            ("能源强度", "nengyuan", Some(C::Initials)),
            ("能源强度", "neng qd", None),
            ("能源强度", "nengyqd", Some(C::Initials)),
            ("能源强度", "qd", Some(C::Inside)),
            ("能源强度", "能yqd", Some(C::Initials)),
            // 增长 is read zēng zhǎng, 长度 cháng dù: each character is found by all of its readings.
            ("增长优先", "zzyx", Some(C::Initials)),
            ("增长优先", "zcyx", Some(C::Initials)),
            ("重点指标", "zdzb", Some(C::Initials)),
            ("重点指标", "chongdian", Some(C::Initials)),
            ("CO₂强度", "co2qd", Some(C::Initials)),
            ("R&D投入强度", "trqd", Some(C::Inside)),
            ("能源强度", "xyz", None),
        ] {
            assert_eq!(closeness(text, sought), expected, "{text}, {sought}");
        }
    }
}
