//! Eurostat tables: `freq,unit,geo\\TIME_PERIOD`, tab-separated years, and all row keys in the first cell.

/// Splits the first cells into one cell per key; `None` if not such a table.
pub(super) fn unfolded(text: &str) -> Option<String> {
    let first = text.lines().next()?;
    let (folded, _) = first.split_once('\t')?;
    let (parts, across) = folded.split_once('\\')?;
    // A single key needs no splitting, and quotes may contain commas.
    let is_name =
        |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
    if !is_name(across.trim()) || !parts.split(',').all(|part| is_name(part.trim())) {
        return None;
    }
    let mut unfolded = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (cell, rest) = line.split_at(line.find('\t').unwrap_or(line.len()));
        let cell = cell.split_once('\\').map_or(cell, |(parts, _)| parts);
        unfolded.push_str(&cell.replace(',', "\t"));
        unfolded.push_str(rest);
    }
    Some(unfolded)
}

#[cfg(test)]
mod tests {
    use super::unfolded;

    #[test]
    fn the_first_cell_is_unfolded() {
        let text = "freq,unit,geo\\TIME_PERIOD\t2011 \t2012 \nA,PC,CN\t12.3 p\t: \n";
        assert_eq!(
            unfolded(text).as_deref(),
            Some("freq\tunit\tgeo\t2011 \t2012 \nA\tPC\tCN\t12.3 p\t: \n")
        );
        for other in ["a,b\t2011\n", "C:\\data, old\t2011\n", "a\t2011\n", ""] {
            assert_eq!(unfolded(other), None, "{other}");
        }
    }
}
