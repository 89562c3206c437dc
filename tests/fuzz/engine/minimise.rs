//! The shortest input that still fails.

use super::archive;

/// The input with everything unnecessary removed, within `attempts` attempts. `fails` says whether an input still fails
/// in the same way.
pub fn minimise(input: &[u8], mut attempts: usize, mut fails: impl FnMut(&[u8]) -> bool) -> Vec<u8> {
    let Some(mut parts) = archive::unpack(input) else {
        return shortened(input, &mut attempts, &mut fails);
    };
    if !fails(&archive::pack(&parts, false)) {
        return shortened(input, &mut attempts, &mut fails);
    }
    for n in (0..parts.len()).rev() {
        let mut fewer = parts.clone();
        fewer.remove(n);
        if fails(&archive::pack(&fewer, false)) {
            parts = fewer;
        }
    }
    for n in 0..parts.len() {
        let rest = parts.clone();
        parts[n].1 = shortened(&parts[n].1, &mut attempts, &mut |bytes: &[u8]| {
            let mut changed = rest.clone();
            changed[n].1 = bytes.to_vec();
            fails(&archive::pack(&changed, false))
        });
    }
    archive::pack(&parts, false)
}

/// Removes halves, quarters, … single bytes, as long as that gets anywhere.
fn shortened(input: &[u8], attempts: &mut usize, fails: &mut impl FnMut(&[u8]) -> bool) -> Vec<u8> {
    let mut best = input.to_vec();
    let mut piece = best.len().div_ceil(2).max(1);
    loop {
        let before = best.len();
        let mut at = 0;
        while at < best.len() {
            let end = (at + piece).min(best.len());
            let fewer = [&best[..at], &best[end..]].concat();
            if *attempts == 0 {
                return best;
            }
            *attempts -= 1;
            if fails(&fewer) {
                best = fewer;
            } else {
                at = end;
            }
        }
        if piece > 1 {
            piece = piece.div_ceil(2);
        } else if best.len() == before {
            return best;
        }
    }
}
