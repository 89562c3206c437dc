//! Files are short, and modules have names.

use std::fs;
use std::path::Path;

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

/// In bytes. They stay in the history of the repository for good, however often they are taken anew.
const LARGEST_PICTURES: u64 = 300_000;

#[test]
fn readme_pictures_are_there_and_small() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pictures = std::collections::BTreeSet::new();
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(project.join(readme)).unwrap();
        let places = text.split("](assets/pictures/").skip(1);
        let named: Vec<String> = places
            .filter_map(|rest| Some(format!("assets/pictures/{}", rest.split_once(')')?.0)))
            .collect();
        assert_eq!(named.len(), 3, "{readme} opens with three pictures");
        pictures.extend(named);
    }
    let size = |picture: &String| {
        let about = fs::metadata(project.join(picture)).unwrap_or_else(|error| panic!("{picture}: {error}"));
        about.len()
    };
    let all: u64 = pictures.iter().map(size).sum();
    assert!(
        all < LARGEST_PICTURES,
        "{all} bytes: fewer colours, or fewer pictures"
    );
}
