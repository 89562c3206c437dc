//! Unusable folders.

use std::fs;

use planpath::session::{AppDirs, Leftovers, Preferences, Recovery};

use super::{copy, english, files, found, places, unusual, write_preferences};

#[test]
fn a_file_where_a_folder_should_be_is_an_error_and_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "in the way").unwrap();
    let places = AppDirs::in_folder(&file);
    assert!(Recovery::start(&places).is_err());
    let failure = unusual().save(&places).unwrap_err();
    assert!(english(&failure).contains("file"), "{failure}");
    let found = Leftovers::find(&places);
    assert!(found.copies.is_empty());
    assert_eq!(found.failures.len(), 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), "in the way");
    // A folder where the preferences should be must not be renamed without asking.
    let places = AppDirs::in_folder(folder.path());
    fs::create_dir_all(places.preferences()).unwrap();
    assert!(Preferences::load(&places).1.is_some());
    assert!(unusual().save(&places).is_err());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_an_error_and_no_panic() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, places) = places();
    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy("older")).unwrap();
    write_preferences(&places, b"(");
    let copies = files(&places.recovery())[0].parent().unwrap().to_owned();
    let folders = [&places.config, &places.recovery(), &copies];
    let permit = |mode| {
        for folder in folders {
            fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    permit(0o555);
    if fs::write(places.config.join("probe"), "").is_ok() {
        permit(0o755);
        eprintln!("skipped: this user (root?) may write into read-only folders");
        return;
    }
    let cannot_write = recovery.write(1, &copy("newer")).is_err();
    let cannot_remove = recovery.remove(1).is_err();
    let cannot_start = Recovery::start(&places).is_err();
    let failure = unusual().save(&places);
    permit(0o755);
    assert!(cannot_write && cannot_remove && cannot_start);
    let report = english(&failure.unwrap_err());
    assert!(report.contains("aside"), "{report}");
    assert_eq!(fs::read(places.preferences()).unwrap(), b"(");
    drop(recovery);
    assert_eq!(found(&places), [copy("older")]);
    drop(folder);
}
