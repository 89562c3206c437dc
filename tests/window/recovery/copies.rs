//! Recovery copies of live and dead processes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use planpath::scenario::{EXAMPLES, read_text};
use planpath::session::{
    Leftovers, MakeCopy, Preferences, Recovery, RecoveryCopy, RecoveryOrder, keep_copies,
};
use planpath::text::LocalizedText;

use super::{copy, english, files, found, places};

#[test]
fn a_copy_comes_back_as_it_was() {
    let example = EXAMPLES[0].text;
    let awkward = "(name: \"规划轨迹 “按期” \\\"\\\\\", // 注释\r\n\tnote: r#\"a \"b\" c\"#)\u{0}\u{7f}\u{2028}é\u{301}😀\n";
    for (scenario, name) in [
        (example, LocalizedText::Plain("方案 \"一\"\n第二行".to_owned())),
        (
            awkward,
            LocalizedText::Both {
                zh: "转型优先".to_owned(),
                en: "It's \"first\"".to_owned(),
            },
        ),
        ("", LocalizedText::default()),
    ] {
        let (_folder, places) = places();
        let copy = RecoveryCopy {
            name,
            ..copy(scenario)
        };
        let recovery = Recovery::start(&places).unwrap();
        recovery.write(7, &copy).unwrap();
        drop(recovery);
        assert_eq!(found(&places), [copy]);
    }
}

#[test]
fn a_recovered_scenario_can_be_opened() {
    let (_folder, places) = places();
    let before = read_text("example", EXAMPLES[0].text, Path::new("")).unwrap();
    let text = planpath::scenario::to_text(&before.scenario, &before.plan).unwrap();
    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy(&text)).unwrap();
    drop(recovery);
    let copy = found(&places).remove(0);
    let after = read_text("recovered", &copy.scenario, &copy.folder).unwrap();
    assert_eq!(after.scenario, before.scenario);
}

#[test]
fn a_document_without_a_file_and_paths_that_depend_on_where_one_stands() {
    let (_folder, places) = places();
    let recovery = Recovery::start(&places).unwrap();
    let relative = RecoveryCopy {
        original: Some(PathBuf::from("mine.ron")),
        folder: PathBuf::new(),
        written: 2,
        ..copy("x")
    };
    let without_file = RecoveryCopy {
        original: None,
        saved_sha256: None,
        written: 1,
        ..copy("y")
    };
    recovery.write(1, &relative).unwrap();
    recovery.write(2, &without_file).unwrap();
    drop(recovery);
    let here = std::env::current_dir().unwrap();
    let [first, second] = <[RecoveryCopy; 2]>::try_from(found(&places)).unwrap();
    assert_eq!(first.original, Some(here.join("mine.ron")));
    assert_eq!(first.folder, here);
    assert_eq!(second, without_file);
}

#[cfg(unix)]
#[test]
fn paths_that_are_no_text_survive() {
    use std::os::unix::ffi::OsStringExt as _;
    let (_folder, places) = places();
    // "规划" in GBK.
    let name = std::ffi::OsString::from_vec(b"/data/\xB9\xE6\xBB\xAE.ron".to_vec());
    let copy = RecoveryCopy {
        original: Some(PathBuf::from(&name)),
        ..copy("x")
    };
    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy).unwrap();
    drop(recovery);
    assert_eq!(found(&places), [copy]);
    let mut preferences = Preferences::default();
    preferences.recent.note(Path::new(&name));
    preferences.save(&places).unwrap();
    assert_eq!(Preferences::load(&places).0, preferences);
}

#[test]
fn copies_of_the_living_are_left_alone() {
    let (_folder, places) = places();
    let living = Recovery::start(&places).unwrap();
    living.write(1, &copy("of the living")).unwrap();
    let dead = Recovery::start(&places).unwrap();
    dead.write(1, &copy("of the dead")).unwrap();
    assert_eq!(found(&places), [], "both live");
    drop(dead);
    assert_eq!(found(&places), [copy("of the dead")]);
    // Looking changes nothing, and the live process can go on.
    living.write(1, &copy("newer")).unwrap();
    assert_eq!(found(&places), [copy("of the dead")]);
    drop(living);
    assert_eq!(found(&places).len(), 2);
}

#[test]
fn what_one_is_offered_no_other_is() {
    let (_folder, places) = places();
    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy("one")).unwrap();
    recovery.write(2, &copy("two")).unwrap();
    drop(recovery);
    let mut first = Leftovers::find(&places);
    assert_eq!(first.copies.len(), 2);
    assert_eq!(found(&places), [], "both are being asked about");
    first.copies.remove(0).discard().unwrap();
    assert_eq!(found(&places), [], "one still is");
    drop(first);
    assert_eq!(found(&places), [copy("two")], "put off until the next start");
}

#[test]
fn a_clean_end_leaves_nothing() {
    let (_folder, places) = places();
    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy("one")).unwrap();
    recovery.write(1, &copy("two")).unwrap();
    recovery.remove(1).unwrap();
    recovery.remove(1).unwrap();
    drop(recovery);
    assert_eq!(files(&places.state), Vec::<PathBuf>::new());
    assert_eq!(found(&places), []);
    assert_eq!(fs::read_dir(places.recovery()).unwrap().count(), 0);
}

#[test]
fn looking_where_nothing_ever_was_creates_nothing() {
    let (_folder, places) = places();
    assert_eq!(found(&places), []);
    assert!(!places.state.exists());
}

#[test]
fn unreadable_copies_are_reported_and_kept() {
    let (_folder, places) = places();
    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy(EXAMPLES[0].text)).unwrap();
    recovery.write(2, &copy("sound")).unwrap();
    recovery.write(3, &copy("newer")).unwrap();
    drop(recovery);
    let paths = files(&places.recovery());
    let path = |name: &str| paths.iter().find(|path| path.ends_with(name)).unwrap();
    let text = fs::read_to_string(path("1.ron")).unwrap();
    let mut middle = text.len() / 2;
    while !text.is_char_boundary(middle) {
        middle += 1;
    }
    fs::write(path("1.ron"), &text[..middle]).unwrap();
    let newer = fs::read_to_string(path("3.ron"))
        .unwrap()
        .replace("format: 1", "format: 3");
    fs::write(path("3.ron"), &newer).unwrap();
    for _ in 0..2 {
        let found = Leftovers::find(&places);
        let [sound, cut, newer] = <[_; 3]>::try_from(found.copies).ok().unwrap();
        assert_eq!(sound.copy.unwrap(), copy("sound"), "what can be read comes first");
        assert_eq!(&cut.path, path("1.ron"));
        let report = english(&cut.copy.unwrap_err());
        assert!(report.contains("1.ron"), "{report}");
        let report = english(&newer.copy.unwrap_err());
        assert!(report.contains("newer Planpath"), "{report}");
    }
    assert_eq!(fs::read_to_string(path("1.ron")).unwrap(), text[..middle]);
    assert_eq!(fs::read_to_string(path("3.ron")).unwrap(), newer);
    // Deleted only when the user says so.
    for leftover in Leftovers::find(&places).copies {
        leftover.discard().unwrap();
    }
    assert_eq!(files(&places.state), Vec::<PathBuf>::new());
}

#[test]
fn a_lock_deleted_by_hand_and_an_interrupted_save_lose_nothing() {
    let (_folder, places) = places();
    let recovery = Recovery::start(&places).unwrap();
    recovery.write(1, &copy("kept")).unwrap();
    drop(recovery);
    let is_lock = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "lock");
    let (locks, copies): (Vec<_>, Vec<_>) = files(&places.recovery()).into_iter().partition(is_lock);
    fs::remove_file(&locks[0]).unwrap();
    fs::write(copies[0].with_file_name(".planpath-abc123.tmp"), "half").unwrap();
    fs::write(places.recovery().join("someone's notes.txt"), "here").unwrap();
    assert_eq!(found(&places), [copy("kept")]);
    let left: Vec<PathBuf> = files(&places.recovery());
    assert!(
        !left
            .iter()
            .any(|path| path.extension().is_some_and(|e| e == "tmp")),
        "{left:?}"
    );
    assert!(left.iter().any(|path| path.ends_with("someone's notes.txt")));
}

#[test]
fn orders_are_carried_out_in_order_and_the_last_one_counts() {
    let (_folder, places) = places();
    let (sender, orders) = channel();
    let order = |document, scenario: Option<&str>| RecoveryOrder {
        document,
        copy: scenario.map(|scenario| {
            let copy = copy(scenario);
            Box::new(move || Ok(copy)) as MakeCopy
        }),
        replaces: None,
    };
    for draft in 0..50 {
        sender.send(order(1, Some(&format!("draft {draft}")))).unwrap();
        sender.send(order(2, Some("saved soon"))).unwrap();
    }
    sender.send(order(2, None)).unwrap();
    sender.send(order(3, None)).unwrap();
    let place = places.clone();
    let worker = thread::spawn(move || {
        let mut reports = Vec::new();
        keep_copies(&place, &orders, Duration::ZERO, |document, result| {
            result.unwrap();
            reports.push(document);
        });
        reports
    });
    drop(sender);
    assert_eq!(
        worker.join().unwrap(),
        [Some(1), Some(2), Some(3)],
        "what had piled up is done once"
    );
    assert_eq!(found(&places), [copy("draft 49")]);
}
