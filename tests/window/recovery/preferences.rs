//! Preferences: valid, broken, and from the future.

use std::fs;
use std::path::{Path, PathBuf};

use planpath::figure::Mode;
use planpath::session::{MOST_RECENT, Preferences, Theme};
use planpath::text::Language;

use super::{english, files, loaded, places, unusual, write_preferences};

#[test]
fn without_a_file_preferences_are_the_defaults() {
    let (_folder, places) = places();
    assert_eq!(loaded(&places), Preferences::default());
    assert!(!places.config.exists(), "looking creates nothing");
    write_preferences(&places, b"(format: 1)");
    assert_eq!(
        loaded(&places),
        Preferences::default(),
        "every field can be left out"
    );
}

#[test]
fn preferences_come_back_as_they_were() {
    let (_folder, places) = places();
    for preferences in [Preferences::default(), unusual()] {
        preferences.save(&places).unwrap();
        assert_eq!(loaded(&places), preferences);
    }
    for theme in Theme::ALL {
        for mode in Mode::ALL {
            let preferences = Preferences {
                theme,
                mode,
                ..Preferences::default()
            };
            preferences.save(&places).unwrap();
            assert_eq!(loaded(&places), preferences);
        }
    }
    assert_eq!(files(&places.config), [places.preferences()]);
}

#[test]
fn preferences_edited_by_hand_are_kept_within_limits() {
    let (_folder, places) = places();
    for (scale, used) in [
        ("9.0", 3.0),
        ("0.01", 0.5),
        ("NaN", 1.0),
        ("-inf", 1.0),
        ("2", 2.0),
    ] {
        let text = format!("\u{feff}(format: 1, scale: {scale}, decimals: 99999999, language: \"zh\")");
        write_preferences(&places, text.as_bytes());
        let preferences = loaded(&places);
        assert!((preferences.scale - used).abs() < 1e-6, "{scale}");
        assert_eq!(preferences.decimals, Some(6));
        assert_eq!(preferences.language, Some(Language::Chinese));
    }
    write_preferences(
        &places,
        br#"(format: 1, charts: {"p": ["a", "b", "a"], "p": ["c"]}, recent: ["/x", "/y", "/x"])"#,
    );
    let preferences = loaded(&places);
    let charts = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(preferences.charts, [("p".to_owned(), charts)]);
    assert_eq!(
        preferences.recent.paths(),
        [PathBuf::from("/x"), PathBuf::from("/y")]
    );
}

#[test]
fn recent_files_are_few_and_each_is_there_once() {
    let mut preferences = Preferences::default();
    let path = |number: usize| std::path::absolute(format!("{number}.ron")).unwrap();
    for number in 0..20 {
        preferences.recent.note(&path(number));
    }
    assert_eq!(preferences.recent.paths().len(), MOST_RECENT);
    assert_eq!(preferences.recent.paths()[0], path(19), "newest first");
    assert_eq!(preferences.recent.paths()[11], path(8));
    preferences.recent.note(&path(10));
    assert_eq!(preferences.recent.paths()[..2], [path(10), path(19)]);
    assert_eq!(preferences.recent.paths().len(), MOST_RECENT);
    // The same file, named relative to the current folder.
    preferences.recent.note(Path::new("10.ron"));
    assert_eq!(preferences.recent.paths()[..2], [path(10), path(19)]);
    preferences.recent.forget(&path(10));
    assert!(!preferences.recent.paths().contains(&path(10)));
    preferences.recent.clear();
    assert!(preferences.recent.paths().is_empty());
}

#[test]
fn broken_preferences_are_reported_and_kept_aside() {
    let gbk: &[u8] = b"(format: 1, recent: [\"\xB9\xE6\xBB\xAE\"])";
    for (text, said) in [
        (&b"(format: 1, scale: big)"[..], "line 1, column 20"),
        (b"(format: 1, theme: Pink)", "\"Pink\""),
        (b"(format: 1, colour: 1)", "\"colour\""),
        (b"(format: 1, language: \"fr\")", "\"fr\""),
        (b"(format: 0)", "format 0"),
        (b"", "empty"),
        (gbk, "UTF-8"),
    ] {
        let (_folder, places) = places();
        write_preferences(&places, text);
        let (preferences, failure) = Preferences::load(&places);
        assert_eq!(preferences, Preferences::default());
        let failure = failure.expect("a fault is not passed over");
        let report = english(&failure);
        assert!(report.contains(said) && report.contains(".broken"), "{report}");
        assert!(failure.headline(Language::Chinese).contains("偏好设置"));
        assert_eq!(
            fs::read(places.preferences()).unwrap(),
            text,
            "loading changes nothing"
        );
        unusual().save(&places).unwrap();
        assert_eq!(loaded(&places), unusual());
        let aside = places.config.join("preferences.ron.broken");
        assert_eq!(fs::read(&aside).unwrap(), text);
        // A second accident must not lose the file set aside by the first.
        write_preferences(&places, b"(");
        unusual().save(&places).unwrap();
        assert_eq!(fs::read(&aside).unwrap(), text);
        assert_eq!(
            fs::read(places.config.join("preferences.ron.broken-2")).unwrap(),
            b"("
        );
    }
}

#[test]
fn preferences_of_a_newer_planpath_are_left_alone() {
    let (_folder, places) = places();
    let text = b"(format: 3, theme: Pink, hologram: true)";
    write_preferences(&places, text);
    let (preferences, failure) = Preferences::load(&places);
    assert_eq!(preferences, Preferences::default());
    let report = english(&failure.expect("said once"));
    assert!(report.contains("newer Planpath"), "{report}");
    unusual().save(&places).unwrap();
    assert_eq!(fs::read(places.preferences()).unwrap(), text);
    assert_eq!(files(&places.config), [places.preferences()]);
}
