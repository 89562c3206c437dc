//! Files are short, and modules have names.

use std::fs;

use super::sources::paths;

const LONGEST_FILE: usize = 400;

#[test]
fn files_are_short_and_modules_have_names() {
    for path in paths() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(
            lines <= LONGEST_FILE,
            "{} has {lines} lines: split it",
            path.display()
        );
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            !["util", "utils", "helpers", "misc", "common"].contains(&name),
            "{}",
            path.display()
        );
    }
}
