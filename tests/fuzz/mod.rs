//! Fuzzing, the short run: a few thousand inputs for each kind of file the program reads, always the same ones.
//!
//! The long run is `cargo bench --bench fuzz`; `tests/fuzz/README.md` says more.

mod engine;

use engine::{PlotObstacles, Source, Target, attempt};

/// Tries the corpus and `inputs` generated ones. Failures are shown as Rust strings, ready to be kept.
fn run(target: Target, inputs: usize) {
    let ground = PlotObstacles::new();
    let mut source = Source::new(target, 1);
    let (corpus, _) = source.sizes();
    let mut accepted = 0;
    for n in 0..corpus + inputs {
        let (input, thorough) = source.next();
        // Debug builds draw slowly: the long run does that.
        match attempt(&ground, target, &input, thorough && n % 32 == 0) {
            Ok(outcome) => {
                accepted += usize::from(outcome.accepted);
                source.learn(&input, &outcome);
            }
            Err(why) => panic!(
                "{why}\n{} input {n}: b\"{}\"",
                target.name(),
                input.escape_ascii()
            ),
        }
    }
    let (_, kept) = source.sizes();
    assert!(
        accepted * 20 > inputs,
        "{accepted} of {inputs} were accepted: changes destroy too much"
    );
    assert!(kept > 2, "hardly any input was answered otherwise than another");
}

#[test]
fn plans() {
    run(Target::Plan, 600);
}

#[test]
fn scenarios() {
    run(Target::Scenario, 600);
}

#[test]
fn expressions() {
    run(Target::Expression, 4000);
}

#[test]
fn tables() {
    run(Target::Table, 400);
}

#[test]
fn workbooks() {
    run(Target::Workbook, 150);
}

#[test]
fn preferences() {
    run(Target::Preferences, 600);
}

#[test]
fn recovery_copies() {
    run(Target::Recovery, 200);
}

/// Regressions: each of these failed before it was fixed.
#[test]
fn what_was_found_is_tried_thoroughly() {
    let ground = PlotObstacles::new();
    for target in Target::ALL {
        for (path, input) in engine::found(target) {
            if let Err(why) = attempt(&ground, target, &input, true) {
                let name = path.strip_prefix(engine::root()).unwrap();
                panic!("{}: {why}", name.display());
            }
        }
    }
}

#[test]
fn the_shortest_input_is_found() {
    let found = engine::minimise(b"a long text with one (sign) that matters", 1000, |input| {
        input.contains(&b'(')
    });
    assert_eq!(found, b"(");
}
