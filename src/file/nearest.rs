//! "Did you mean …?"

/// Below this similarity (Jaro–Winkler, 0–1) a suggestion would be a guess at random.
const LEAST_SIMILARITY: f64 = 0.75;

/// The candidate most like `found`, if any is like it at all.
#[must_use]
pub fn nearest<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found = found.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| {
            let similarity = strsim::jaro_winkler(&found, &candidate.to_lowercase());
            (candidate, similarity)
        })
        .filter(|(_, similarity)| *similarity >= LEAST_SIMILARITY)
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(candidate, _)| candidate)
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
