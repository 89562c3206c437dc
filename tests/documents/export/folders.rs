//! An export leaves a complete folder or none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use planpath::export::figure::{FigureOptions, Size};
use planpath::export::{ExportOutcome, ExportRequest, Format, export};
use planpath::figure::Mode;
use planpath::file::Failure;
use planpath::text::Language;

use crate::export::material::Computed;

const CHARTS: [&str; 2] = ["energy-intensity", "value-added"];
static NOT_CANCELLED: AtomicBool = AtomicBool::new(false);

fn request(computed: &Computed, folder: &Path, replace: bool) -> ExportRequest {
    ExportRequest {
        formats: vec![Format::Svg, Format::Png],
        charts: Some(CHARTS.map(|id| computed.plan.find(id).unwrap()).to_vec()),
        mode: Mode::Level,
        figure: FigureOptions {
            size: Size::HALF,
            ..FigureOptions::default()
        },
        report: planpath::export::report::ReportOptions::usual(&computed.plan),
        draws: planpath::export::ExportDraws::default(),
        region: planpath::export::iamc::DEFAULT_REGION.to_owned(),
        byte_order_mark: false,
        folder: folder.to_owned(),
        replace,
    }
}

fn run(folder: &Path, replace: bool) -> Result<ExportOutcome, Failure> {
    let computed = Computed::example("plan-on-schedule");
    let material = computed.material(&[], Language::English);
    export(
        &material,
        &request(&computed, folder, replace),
        &mut |_| (),
        &NOT_CANCELLED,
    )
}

/// Every file below a folder with its bytes; folders are listed with none.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            if path.is_dir() {
                found.insert(name, Vec::new());
                folders.push(path);
            } else {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    planpath::file::save(path, text).unwrap();
}

#[test]
fn a_new_folder_holds_the_figures_and_nothing_is_left_beside_it() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("报告 附图/2013 年");
    let outcome = run(&folder, false).unwrap();
    let ExportOutcome::Written {
        mut files, left_out, ..
    } = outcome
    else {
        panic!("cancelled")
    };
    files.sort();
    assert!(left_out.is_empty());
    let names: Vec<String> = contents(&folder).into_keys().collect();
    assert_eq!(
        names,
        [
            "figures",
            "figures/energy-intensity.png",
            "figures/energy-intensity.svg",
            "figures/value-added.png",
            "figures/value-added.svg",
        ]
    );
    assert_eq!(files, names[1..]);
    assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
    assert_eq!(fs::read_dir(around.path().join("报告 附图")).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn others_may_read_what_they_may_read_of_any_new_folder() {
    use std::os::unix::fs::PermissionsExt as _;
    let around = tempfile::tempdir().unwrap();
    let plain = around.path().join("plain");
    fs::create_dir(&plain).unwrap();
    let folder = around.path().join("out");
    run(&folder, false).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&folder), mode(&plain));
}

#[test]
fn what_is_there_is_replaced_only_when_asked() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("out");
    write(&folder.join("figures/value-added.svg"), "mine");
    write(&folder.join("notes.txt"), "keep");
    let before = contents(around.path());
    let failure = run(&folder, false).unwrap_err();
    let headline = failure.headline(Language::English);
    assert!(
        headline.contains("value-added.svg") && headline.contains("exists"),
        "{headline}"
    );
    assert!(failure.remedy(Language::English).unwrap().contains("--force"));
    assert_eq!(contents(around.path()), before);

    run(&folder, true).unwrap();
    let after = contents(&folder);
    assert_eq!(after.len(), 6, "{:?}", after.keys());
    assert_eq!(after["notes.txt"], b"keep");
    assert!(after["figures/value-added.svg"].starts_with(b"<svg"));
}

#[test]
fn files_that_are_not_in_the_way_are_no_hindrance() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("out");
    write(&folder.join("figures/mine.svg"), "mine");
    run(&folder, false).unwrap();
    assert_eq!(contents(&folder)["figures/mine.svg"], b"mine");
}

#[test]
fn a_failure_half_way_puts_the_old_files_back() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("out");
    write(&folder.join("figures/energy-intensity.png"), "old picture");
    write(&folder.join("figures/energy-intensity.svg"), "old drawing");
    let computed = Computed::example("plan-on-schedule");
    let material = computed.material(&[], Language::English);
    let request = request(&computed, &folder, true);
    let mut made = 0;
    let result = export(
        &material,
        &request,
        &mut |progress| {
            made += 1;
            if progress.done == progress.total {
                // Another program removes the temporary file that is to be moved last.
                let temporary = fs::read_dir(&folder)
                    .unwrap()
                    .map(|entry| entry.unwrap().path())
                    .find(|path| path.extension().is_some_and(|extension| extension == "tmp"))
                    .expect("a temporary folder");
                fs::remove_file(temporary.join("figures/value-added.png")).unwrap();
            }
        },
        &NOT_CANCELLED,
    );
    assert_eq!(made, 4);
    let headline = result.unwrap_err().headline(Language::English);
    assert!(headline.contains("value-added.png"), "{headline}");
    let after = contents(&folder);
    let names: Vec<&str> = after.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "figures",
            "figures/energy-intensity.png",
            "figures/energy-intensity.svg"
        ]
    );
    assert_eq!(after["figures/energy-intensity.png"], b"old picture");
    assert_eq!(after["figures/energy-intensity.svg"], b"old drawing");
}

#[test]
fn a_place_that_cannot_be_used_is_named() {
    let around = tempfile::tempdir().unwrap();
    let file = around.path().join("file");
    write(&file, "a file");
    for folder in [file.clone(), file.join("below")] {
        let failure = run(&folder, true).unwrap_err();
        let headline = failure.headline(Language::English);
        assert!(headline.contains(folder.to_str().unwrap()), "{headline}");
        assert!(headline.contains("not a folder"), "{headline}");
        assert!(failure.remedy(Language::English).is_some());
    }
    assert_eq!(contents(around.path()).len(), 1);
}

#[test]
fn progress_counts_every_file_and_cancelling_leaves_nothing() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("new/out");
    let computed = Computed::example("plan-on-schedule");
    let material = computed.material(&[], Language::English);
    let request = request(&computed, &folder, false);
    let mut seen = Vec::new();
    export(
        &material,
        &request,
        &mut |progress| seen.push((progress.done, progress.total)),
        &NOT_CANCELLED,
    )
    .unwrap();
    assert_eq!(seen, [(1, 4), (2, 4), (3, 4), (4, 4)]);
    fs::remove_dir_all(around.path().join("new")).unwrap();

    let cancel = AtomicBool::new(false);
    let outcome = export(
        &material,
        &request,
        &mut |_| cancel.store(true, Ordering::Relaxed),
        &cancel,
    )
    .unwrap();
    assert_eq!(outcome, ExportOutcome::Cancelled);
    assert!(contents(around.path()).is_empty());
}

#[test]
fn charts_without_figures_are_left_out_and_named() {
    let around = tempfile::tempdir().unwrap();
    let computed = Computed::example("mid-term-2013");
    let material = computed.material(&[], Language::English);
    let gross_output = computed.plan.find("gross-output").unwrap();
    let mut request = request(&computed, &around.path().join("out"), false);
    request.charts = Some(vec![gross_output, computed.plan.find("steel-cr10").unwrap()]);
    request.formats = vec![Format::Svg];
    let outcome = export(&material, &request, &mut |_| (), &NOT_CANCELLED).unwrap();
    let expected = ExportOutcome::Written {
        files: vec!["figures/steel-cr10.svg".to_owned()],
        left_out: vec![gross_output],
        kept: Vec::new(),
    };
    assert_eq!(outcome, expected);
    request.charts = Some(vec![gross_output]);
    request.folder = around.path().join("other");
    let failure = export(&material, &request, &mut |_| (), &NOT_CANCELLED).unwrap_err();
    assert!(failure.headline(Language::English).contains("nothing to export"));
    assert!(!request.folder.exists());
}

/// A folder with the name of an export file belongs to the user, with everything in it.
#[test]
fn a_folder_in_the_place_of_a_file_is_never_replaced() {
    for name in ["figures/value-added.svg", "figures/energy-intensity.png"] {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join(name).join("thesis.txt"), "years of work");
        let before = contents(folder.path());
        let failure = run(folder.path(), true).unwrap_err();
        assert_eq!(failure.message().unwrap().id(), "export-no-file");
        let path = folder.path().join(name).display().to_string();
        assert!(failure.headline(Language::English).contains(&path));
        assert_eq!(contents(folder.path()), before);
    }
}

/// The same if it appears during the export.
#[test]
fn a_folder_that_comes_meanwhile_stays_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let theirs = folder.path().join("figures/value-added.svg/thesis.txt");
    let computed = Computed::example("plan-on-schedule");
    let material = computed.material(&[], Language::English);
    let mut progress = |_: planpath::export::Progress<'_>| {
        if !theirs.exists() {
            write(&theirs, "years of work");
        }
    };
    let result = export(
        &material,
        &request(&computed, folder.path(), true),
        &mut progress,
        &NOT_CANCELLED,
    );
    assert!(result.is_err());
    assert_eq!(fs::read_to_string(&theirs).unwrap(), "years of work");
    assert_eq!(contents(folder.path()).len(), 3, "two folders and a file");
}

/// Two exports into a folder that did not exist for either.
#[test]
fn the_later_of_two_exports_into_a_new_folder_finds_the_files_of_the_other() {
    for replace in [false, true] {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("new");
        let computed = Computed::example("plan-on-schedule");
        let material = computed.material(&[], Language::English);
        let mut other = None;
        let mut progress = |_: planpath::export::Progress<'_>| {
            other.get_or_insert_with(|| run(&folder, false).unwrap());
        };
        let result = export(
            &material,
            &request(&computed, &folder, replace),
            &mut progress,
            &NOT_CANCELLED,
        );
        match result {
            Ok(_) => assert!(replace),
            Err(failure) => {
                assert_eq!(failure.message().unwrap().id(), "export-exists");
                assert!(!replace);
            }
        }
        assert_eq!(contents(&folder).len(), 1 + 2 * CHARTS.len());
        assert_eq!(
            fs::read_dir(around.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }
}
