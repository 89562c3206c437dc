//! Identities built on identities: a long chain of derived indicators takes no longer than as many independent ones.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use planpath::analysis::implications;
use planpath::file::Failure;
use planpath::model::Evaluation;
use planpath::plan::{Plan, read_text};
use planpath::scenario::Scenario;

/// As many as a plan can have beside the lever and a cycle of two.
const LONG: usize = 1_997;
/// Generous: it takes a second or two without optimisation.
const LIMIT: Duration = Duration::from_mins(3);

/// A lever `v` of 16, and derived indicators with these identities, in this order.
fn plan(identities: impl Iterator<Item = (usize, String)>) -> Result<Plan, Failure> {
    let mut text = String::from(
        r#"(format: 1, id: "chain", title: "x", base_year: 2010, end_year: 2015, source: "x",
categories: [(id: "only", name: "x")], indicators: [
(id: "v", name: "v", category: "only", scope: "x", unit: "x", base: Some(16.0), dynamics: Growth, source: "x"),
"#,
    );
    for (n, identity) in identities {
        writeln!(
            text,
            r#"(id: "d{n}", name: "d", category: "only", scope: "x", unit: "x", dynamics: Derived("{identity}"), source: "x"),"#
        )
        .unwrap();
    }
    text.push_str("])");
    read_text("chain.ron", &text)
}

fn link(n: usize) -> (usize, String) {
    let before = n
        .checked_sub(1)
        .map_or_else(|| "v".to_owned(), |before| format!("d{before}"));
    (n, format!("{before} * 1"))
}

#[test]
fn a_long_chain_is_read_and_projected_in_no_time() {
    for is_backwards in [false, true] {
        let start = Instant::now();
        let plan = if is_backwards {
            plan((0..LONG).rev().map(link)).unwrap()
        } else {
            plan((0..LONG).map(link)).unwrap()
        };
        let evaluation = Evaluation::new(&plan, &Scenario::default());
        let last = plan.find(&format!("d{}", LONG - 1)).unwrap();
        let levels = evaluation.projection().levels(last).unwrap();
        assert!((levels[5] - 16.0).abs() < 1e-9);
        assert_eq!(plan.levers_behind(last), [plan.find("v").unwrap()]);
        assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
    }
}

/// Each uses the one before it twice, so there are exponentially many paths back to the lever. Code that follows them
/// all never finishes, so it runs on another thread with a time limit.
#[test]
fn every_identity_is_followed_once_however_many_ways_lead_to_it() {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let twice = |n: usize| {
            let before = n
                .checked_sub(1)
                .map_or_else(|| "v".to_owned(), |n| format!("d{n}"));
            (n, format!("({before} + {before}) / 2"))
        };
        let plan = plan((0..200).map(twice)).unwrap();
        let last = plan.find("d199").unwrap();
        assert_eq!(plan.levers_behind(last), [plan.find("v").unwrap()]);
        let scenario = Scenario::default();
        let evaluation = Evaluation::new(&plan, &scenario);
        assert!((evaluation.projection().levels(last).unwrap()[5] - 16.0).abs() < 1e-9);
        let said = implications(&plan, &scenario, evaluation.projection());
        sender.send(said.len()).unwrap();
    });
    assert!(receiver.recv_timeout(LIMIT).is_ok(), "no end, or a panic");
}

#[test]
fn a_circle_at_the_end_of_a_long_chain_is_told_by_itself() {
    let start = Instant::now();
    // All links wait for a cycle of two that none of them is part of.
    let circle = [
        (LONG, format!("d{}", LONG + 1)),
        (LONG + 1, format!("d{LONG} * v")),
    ];
    let links = (0..LONG).map(|n| (n, format!("d{} * 1", n + 1)));
    let Err(Failure::Invalid(invalid)) = plan(links.chain(circle)) else {
        panic!("a circle has no order")
    };
    assert_eq!(invalid.diagnostics.len(), 1);
    let said = invalid.diagnostics[0].what.say(planpath::text::Language::English);
    assert!(
        said.contains(&format!("d{LONG}, d{}", LONG + 1)) && !said.contains("d1996"),
        "{said}"
    );
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn an_identity_that_uses_one_twice_waits_for_it_once() {
    let identities = [(2, "d0 + d1 * d1"), (1, "d0 / d0"), (0, "v + v")];
    let plan = plan(identities.into_iter().map(|(n, text)| (n, text.to_owned()))).unwrap();
    let evaluation = Evaluation::new(&plan, &Scenario::default());
    let levels = evaluation.projection().levels(plan.find("d2").unwrap()).unwrap();
    // 16 + 16 + 1
    assert!((levels[0] - 33.0).abs() < 1e-12);
}
