//! The program itself, run as from a terminal in the project's folder.

use std::path::Path;
use std::process::Command;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// In English unless a language is requested, and without a display.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planpath"));
    command
        .current_dir(root())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env("LANG", "en_US.UTF-8")
        .env_remove("LC_ALL");
    command
}
