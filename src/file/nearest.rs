//! "Did you mean …?"

/// In bytes. Longer texts are not typos, and comparison is quadratic.
const LONGEST: usize = 400;
/// Maximum length of a list of names, in bytes.
const LONGEST_LIST: usize = 5000;

/// Minimum Jaro–Winkler similarity (0–1) for a suggestion.
const LEAST_SIMILARITY: f64 = 0.75;

/// The candidate most similar to `found`, if any is similar enough.
#[must_use]
pub fn nearest<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if found.len() > LONGEST {
        return None;
    }
    let found = found.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| {
            let similarity = strsim::jaro_winkler(&found, &candidate.to_lowercase());
            (candidate, similarity)
        })
        .filter(|(_, similarity)| *similarity >= LEAST_SIMILARITY)
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(candidate, _)| candidate)
}

/// Possible names on one line, truncated if very many.
#[must_use]
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut listed = String::new();
    for name in names {
        if !listed.is_empty() {
            listed.push_str(", ");
        }
        listed.push_str(name);
        // Longer lists are truncated by messages.
        if listed.len() > LONGEST_LIST {
            break;
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_recognised_and_strangers_are_not() {
        let ids = ["energy-intensity", "water-intensity", "steel-cr10"];
        assert_eq!(nearest("energy-intensty", ids), Some("energy-intensity"));
        assert_eq!(nearest("Steel_CR10", ids), Some("steel-cr10"));
        assert_eq!(nearest("zzz", ids), None);
    }
}
