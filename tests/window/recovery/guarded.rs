//! Copies that others must not be able to read, take for a dead process's, or obstruct.

use std::fs;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use planpath::session::{
    LARGEST_COPY, Leftovers, MOST_RECENT, MakeCopy, Preferences, Recovery, RecoveryOrder, keep_copies,
};

use super::{copy, english, files, found, places, unusual, write_preferences};

#[cfg(unix)]
#[test]
fn nobody_else_can_read_copies() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (_folder, places) = places();
    // A folder that an earlier Planpath left open to all.
    fs::create_dir_all(places.recovery()).unwrap();
    fs::set_permissions(places.recovery(), fs::Permissions::from_mode(0o755)).unwrap();
    let recovery = Recovery::start(&places).unwrap();
    for _ in 0..2 {
        recovery.write(1, &copy("private")).unwrap();
        for file in files(&places.recovery()) {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
            assert_eq!(mode(file.parent().unwrap()), 0o700, "{}", file.display());
        }
        // A copy written by an earlier version becomes private when it is replaced.
        for file in files(&places.recovery()) {
            let is_copy = file.extension().is_some_and(|extension| extension == "ron");
            let mode = if is_copy { 0o644 } else { 0o600 };
            fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
        }
    }
}

#[cfg(unix)]
#[test]
fn a_lock_removed_under_a_living_process_makes_it_no_dead_one() {
    let (_folder, places) = places();
    let living = Recovery::start(&places).unwrap();
    living.write(1, &copy("alive")).unwrap();
    for file in files(&places.recovery()) {
        if file.extension().is_some_and(|extension| extension == "lock") {
            fs::remove_file(file).unwrap();
        }
    }
    assert_eq!(found(&places), []);
    living.write(1, &copy("still alive")).unwrap();
    assert_eq!(found(&places), []);
    drop(living);
    assert_eq!(found(&places), [copy("still alive")]);
}

#[cfg(unix)]
fn make_pipe(path: &std::path::Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

#[cfg(unix)]
#[test]
fn pipes_stop_no_start_hide_no_offer_and_stay() {
    let (_folder, places) = places();
    fs::create_dir_all(&places.config).unwrap();
    make_pipe(&places.preferences());
    let (loaded, failure) = Preferences::load(&places);
    assert_eq!(loaded, Preferences::default());
    assert!(english(&failure.unwrap()).contains("pipe"));
    assert!(unusual().save(&places).is_err());
    let names: Vec<_> = fs::read_dir(&places.config)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["preferences.ron"], "it is not renamed");

    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy("sound")).unwrap();
    drop(recovery);
    let sound = files(&places.recovery());
    let sound = sound.iter().find(|path| path.ends_with("1.ron")).unwrap();
    make_pipe(&sound.with_file_name("2.ron"));
    make_pipe(&places.recovery().join("99-pipe.lock"));
    let found = Leftovers::find(&places);
    assert_eq!(found.failures.len(), 0);
    assert_eq!(found.copies[0].copy.as_ref().unwrap(), &copy("sound"));
    assert!(found.copies[1].copy.is_err());
    drop(found);
    assert!(places.recovery().join("99-pipe.lock").exists());
}

/// A device is endless, or accepts anything.
#[cfg(unix)]
#[test]
fn devices_are_no_preferences_and_no_copies() {
    use std::os::unix::fs::symlink;
    let (_folder, places) = places();
    let start = Instant::now();
    for device in ["/dev/zero", "/dev/null", "/dev/tty"] {
        fs::create_dir_all(&places.config).unwrap();
        symlink(device, places.preferences()).unwrap();
        let (loaded, failure) = Preferences::load(&places);
        assert_eq!(loaded, Preferences::default());
        let said = english(&failure.expect("a fault is not passed over"));
        assert!(said.contains("preferences.ron"), "{said}");
        assert!(unusual().save(&places).is_err());
        assert!(
            fs::symlink_metadata(places.preferences()).unwrap().is_symlink(),
            "it stays"
        );
        fs::remove_dir_all(&places.config).unwrap();
    }
    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy("sound")).unwrap();
    drop(recovery);
    let sound = files(&places.recovery());
    let sound = sound.iter().find(|path| path.ends_with("1.ron")).unwrap();
    for (name, device) in [("2.ron", "/dev/zero"), ("3.ron", "/dev/null")] {
        symlink(device, sound.with_file_name(name)).unwrap();
    }
    symlink("/dev/zero", places.recovery().join("99-device.lock")).unwrap();
    let found = Leftovers::find(&places);
    assert_eq!(found.failures.len(), 0);
    assert_eq!(found.copies.len(), 3);
    assert_eq!(found.copies[0].copy.as_ref().unwrap(), &copy("sound"));
    assert!(found.copies[1..].iter().all(|leftover| leftover.copy.is_err()));
    // When discarded, the name goes and the device stays.
    for leftover in found.copies {
        leftover.discard().unwrap();
    }
    assert!(fs::metadata("/dev/zero").is_ok());
    assert!(
        start.elapsed() < Duration::from_mins(1),
        "nothing waits for an end"
    );
}

#[test]
fn what_is_written_can_be_read_and_what_cannot_be_kept_is_said() {
    let (_folder, places) = places();
    let recovery = Recovery::start(&places).unwrap();
    // As large as a scenario can be, made of the character that quoting lengthens most.
    let text = "\u{1}".repeat(8 * 1024 * 1024);
    recovery.write(1, &copy(&text)).unwrap();
    let too_large = "a".repeat(usize::try_from(LARGEST_COPY).unwrap() + 1);
    let failure = recovery.write(2, &copy(&too_large)).unwrap_err();
    assert!(english(&failure).contains("larger than any recovery copy"));
    drop(recovery);
    let found = found(&places);
    assert_eq!(found.len(), 1);
    assert!(found[0].scenario == text);
}

#[test]
fn a_start_that_failed_is_tried_again() {
    let (_folder, places) = places();
    fs::write(&places.state, "in the way").unwrap();
    let (sender, orders) = channel();
    let order = || RecoveryOrder {
        document: 1,
        copy: Some(Box::new(|| Ok(copy("kept at last"))) as MakeCopy),
        replaces: None,
    };
    sender.send(order()).unwrap();
    let mut sender = Some(sender);
    let mut reports = Vec::new();
    keep_copies(&places, &orders, Duration::ZERO, |document, result| {
        reports.push((document, result.is_ok()));
        if reports.len() == 2 {
            fs::remove_file(&places.state).unwrap();
            sender.take().unwrap().send(order()).unwrap();
        }
    });
    assert_eq!(reports, [(None, false), (Some(1), false), (Some(1), true)]);
    assert_eq!(found(&places), [copy("kept at last")]);
}

#[test]
fn very_many_recent_files_and_charts_take_no_time() {
    let (_folder, places) = places();
    let quoted = |n: u32| format!("\"/{n}\"");
    let list = |count| (0..count).map(quoted).collect::<Vec<_>>().join(",");
    let (recent, charts) = (list(600_000), list(100_000));
    let text = format!("(format: 1, recent: [{recent}], charts: {{\"plan\": [{charts}]}})");
    write_preferences(&places, text.as_bytes());
    let start = Instant::now();
    let (loaded, failure) = Preferences::load(&places);
    assert!(failure.is_none(), "{}", english(&failure.unwrap()));
    assert_eq!(loaded.recent.paths().len(), MOST_RECENT);
    assert!(loaded.charts[0].1.len() < 10_000, "bounded");
    // Generous: quadratic code takes minutes.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
