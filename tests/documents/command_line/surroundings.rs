//! No display, closed pipes, devices, and untrusted files.

use super::*;

/// Why there is no window, for programs built with and without one.
const NO_WINDOW: [&str; 2] = if cfg!(feature = "window") {
    ["cannot connect to a display", "无法连接显示器"]
} else {
    ["this build has only the command line", "本程序构建时未包含窗口"]
};

#[test]
fn without_a_display_the_default_scorecard_is_printed() {
    let chinese = planpath(&["--lang", "zh"]);
    assert!(text(&chinese.stderr).contains(NO_WINDOW[1]));
    let output = planpath(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let (said, printed) = (text(&output.stderr), text(&output.stdout));
    for expected in [NO_WINDOW[0], "planpath run FILE", "planpath export FILE -o DIR"] {
        assert!(said.contains(expected), "{said}");
    }
    assert!(text(&chinese.stderr).contains("planpath export FILE -o DIR"));
    assert!(!said.contains(".rs:"), "no line of somebody's source: {said}");
    assert!(
        printed.contains("Mid-term, 2013") && printed.contains("6 of 24 targets rest on data or a set rate"),
        "{printed}"
    );
}

#[test]
fn without_a_display_a_file_that_was_named_is_looked_at() {
    let output = planpath(&["--lang", "en", "scenarios/mid-term-2013.ron"]);
    assert_eq!(output.status.code(), Some(0));
    let (said, printed) = (text(&output.stderr), text(&output.stdout));
    assert!(said.contains("Targets of the scenario follow"), "{said}");
    assert!(said.contains("planpath export FILE -o DIR"), "{said}");
    assert!(
        printed.contains("6 of 24 targets rest on data or a set rate"),
        "{printed}"
    );
    let output = planpath(&["--lang", "en", "no-such-file.ron"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = text(&output.stderr);
    assert!(said.contains("no-such-file.ron"), "{said}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_planpath"))
        .args(["plan", "industrial-upgrading-2011-2015", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

/// Nothing was printed, so it must not look like success.
#[cfg(target_os = "linux")]
#[test]
fn output_that_goes_nowhere_is_a_failure() {
    let commands: [&[&str]; 9] = [
        &["run", "scenarios/mid-term-2013.ron"],
        &["run", "scenarios/mid-term-2013.ron", "--format", "json"],
        &["track", "scenarios/mid-term-2013.ron", "--format", "csv"],
        &[
            "solve",
            "scenarios/mid-term-2013.ron",
            "--target",
            "energy-intensity",
        ],
        &["check", "scenarios/mid-term-2013.ron"],
        &["plans"],
        &["plan", "industrial-upgrading-2011-2015"],
        &["--help"],
        &["--version"],
    ];
    let program = env!("CARGO_BIN_EXE_planpath");
    for command in commands {
        for (to, reason) in [(">&-", "closed"), ("> /dev/full", "disk full")] {
            let output = Command::new("sh")
                .args(["-c", &format!("exec \"$@\" {to}"), "sh", program, "--lang", "en"])
                .args(command)
                .current_dir(root())
                .output()
                .unwrap();
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{command:?} {to}: {said}");
            assert!(
                said.contains("cannot write to standard output") && said.contains(reason),
                "{command:?} {to}: {said}"
            );
        }
        // The null device is a place like any other.
        let status = Command::new(program)
            .args(command)
            .current_dir(root())
            .stdout(Stdio::null())
            .status();
        assert!(status.unwrap().success(), "{command:?}");
    }
}

/// A scenario of any origin must not make the program reveal the content of other files.
#[test]
fn no_line_of_a_foreign_file_is_shown() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("from mail");
    fs::create_dir(&folder).unwrap();
    let secret = around.path().join("secret.txt");
    let plan_of = |path: &str| format!("(format: 1, name: \"x\", plan: {path:?}, rates: {{}})");
    let scenario = folder.join("scenario.ron");
    for content in [
        &b"root:x:0:0\nmore"[..],
        b"(token: \"hidden\")",
        b"\xff\xfe binary",
        b"(plan: \"hidden\")",
    ] {
        fs::write(&secret, content).unwrap();
        for path in ["../secret.txt", secret.to_str().unwrap()] {
            fs::write(&scenario, plan_of(path)).unwrap();
            for command in ["run", "check", "track"] {
                let output = planpath(&[command, scenario.to_str().unwrap(), "--lang", "en"]);
                let said = text(&output.stderr);
                assert_eq!(output.status.code(), Some(1), "{said}");
                assert!(
                    said.contains("is not a plan file") && said.contains("secret.txt"),
                    "{said}"
                );
                for hidden in ["root:x", "token", "hidden", "binary"] {
                    assert!(!said.contains(hidden), "{said}");
                }
            }
        }
    }
    // A plan with a typing error is reported like any other, wherever it is.
    fs::write(
        &secret,
        "(format: 1, id: \"mine\", title: \"x\", base_yaer: 2010)",
    )
    .unwrap();
    let output = planpath(&["run", scenario.to_str().unwrap(), "--lang", "en"]);
    assert!(text(&output.stderr).contains("base_yaer"));
}

/// A pipe may have nobody at the other end, a device no end: neither may cause a wait.
#[cfg(unix)]
#[test]
fn pipes_and_devices_are_no_documents() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let scenario = folder.path().join("scenario.ron");
    let of_pipe = fs::read_to_string(root().join("scenarios/plan-on-schedule.ron"))
        .unwrap()
        .replace("\"industrial-upgrading-2011-2015\"", "\"pipe.ron\"");
    assert!(of_pipe.contains("pipe.ron"));
    planpath::file::save(&scenario, &of_pipe).unwrap();
    for path in [&pipe, &PathBuf::from("/dev/zero"), &scenario] {
        let path = path.to_str().unwrap();
        let new = folder.path().join("new");
        let new = new.to_str().unwrap();
        for command in [
            &["run", path][..],
            &["track", path],
            &["check", path],
            &["solve", path, "--target", "erp"],
            &["export", path, "-o", new],
            &[
                "import",
                "tests/documents/import/cases/units-in-names.csv",
                "--into",
                path,
                "-o",
                new,
            ],
        ] {
            let output = planpath(&[command, &["--lang", "en"]].concat());
            assert_eq!(output.status.code(), Some(1), "{command:?}");
            let said = text(&output.stderr);
            assert!(
                said.contains("is a pipe or device, not a regular file"),
                "{command:?}: {said}"
            );
        }
        assert!(!Path::new(new).exists());
    }
    for path in [&pipe, &PathBuf::from("/dev/zero")] {
        let path = path.to_str().unwrap();
        for command in [
            &["plan", path][..],
            &["import", path, "--plan", "industrial-upgrading-2011-2015"],
        ] {
            let output = planpath(&[command, &["--lang", "en"]].concat());
            assert_eq!(output.status.code(), Some(1), "{command:?}");
            let said = text(&output.stderr);
            assert!(said.contains("is a pipe or device"), "{command:?}: {said}");
        }
    }
    assert!(planpath::file::save(&pipe, "text").is_err());
    assert!(!fs::metadata(&pipe).unwrap().is_file(), "it is still a pipe");
}

/// Nobody reads ten thousand errors.
#[test]
fn the_first_twenty_errors_are_shown_and_the_others_counted() {
    use std::fmt::Write as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    let mut notes = String::new();
    for _ in 0..8_000 {
        let _ = writeln!(notes, "        \"nothing-of-this-plan\": Constant(1.0),");
    }
    let file = fs::read_to_string(root().join("scenarios/plan-on-schedule.ron")).unwrap();
    let end = file.trim_end().strip_suffix(')').unwrap();
    planpath::file::save(&path, &format!("{end}    rates: {{\n{notes}    }},\n)\n")).unwrap();
    let output = planpath(&["check", path.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert_eq!(said.matches("many.ron:").count(), 20, "{said}");
    assert!(said.contains("more\n"), "{said}");
}

#[test]
fn every_example_is_sound_built_in_and_saved_as_the_program_would() {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("scenarios"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    assert_eq!(files.len(), EXAMPLES.len());
    for path in files {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            EXAMPLES.iter().any(|example| example.id == name),
            "{name} is not built in"
        );
        let output = planpath(&["check", path.to_str().unwrap()]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let loaded = load(Path::new(&path)).unwrap();
        assert!(
            !loaded.scenario.description.is_empty() && !loaded.scenario.notes.is_empty(),
            "{name}"
        );
        assert_eq!(
            to_text(&loaded.scenario, &loaded.plan).unwrap(),
            loaded.text,
            "{name}"
        );
    }
}
