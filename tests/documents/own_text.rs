//! The program's own text: its messages, bundled plans and examples, and code.

use std::fs;
use std::path::{Path, PathBuf};

use planpath::text::Language;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The source of a language's messages.
pub fn source(language: Language) -> String {
    let name = match language {
        Language::English => "en.ftl",
        Language::Chinese => "zh-CN.ftl",
    };
    fs::read_to_string(root().join("assets/messages").join(name)).unwrap()
}

/// All code, concatenated.
pub fn rust_sources() -> String {
    fn read(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else {
                text.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut text = String::new();
    read(&root().join("src"), &mut text);
    text
}

/// The bundled plans and examples.
pub fn documents() -> String {
    let mut text = String::new();
    for folder in ["seeds", "scenarios"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "ron") {
                text += &fs::read_to_string(path).unwrap();
            }
        }
    }
    text
}
