//! "Did you mean …?"

/// Longer texts are no slips of one another, and comparing them takes the product of their lengths. In bytes.
const LONGEST: usize = 400;
/// Of the names that are possible, as much is listed.
const LONGEST_LIST: usize = 5000;

/// Below this similarity (Jaro–Winkler, 0–1) a suggestion would be a guess at random.
const LEAST_SIMILARITY: f64 = 0.75;

/// The candidate most like `found`, if any is like it at all.
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

/// What is possible, on one line; of very many, the first ones.
#[must_use]
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut listed = String::new();
    for name in names {
        if !listed.is_empty() {
            listed.push_str(", ");
        }
        listed.push_str(name);
        // Messages cut what is longer, and say so.
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
