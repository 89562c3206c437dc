//! Typing errors, anywhere in a valid file.

use super::*;

/// One typing error: characters removed, repeated or replaced.
#[derive(Clone, Debug)]
enum Slip {
    Remove,
    Repeat,
    Replace(String),
}

fn slips() -> impl Strategy<Value = Slip> {
    prop_oneof![
        Just(Slip::Remove),
        Just(Slip::Repeat),
        // Characters with a meaning in the format are more likely than others.
        "[\\]\\[(){},:\"'\\\\/*#.e0-9a-z “，\u{0}\u{1F600}-]{0,6}".prop_map(Slip::Replace),
    ]
}

/// `text` with a slip at `start` (a fraction of its length) over `length` characters.
fn slipped(text: &str, start: f64, length: usize, slip: &Slip) -> String {
    let characters: Vec<char> = text.chars().collect();
    let bytes_at = |n: usize| -> usize { characters[..n].iter().map(|c| c.len_utf8()).sum() };
    #[allow(
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "0 to the length"
    )]
    let from = (start * characters.len() as f64) as usize;
    let (from, to) = (bytes_at(from), bytes_at((from + length).min(characters.len())));
    let middle = match slip {
        Slip::Remove => String::new(),
        Slip::Repeat => text[from..to].repeat(2),
        Slip::Replace(other) => other.clone(),
    };
    [&text[..from], &middle, &text[to..]].concat()
}

/// A failure must point into its text and render in both languages.
fn assert_can_be_told(failure: &Failure) -> Result<(), TestCaseError> {
    if let Failure::Invalid(invalid) = failure {
        for diagnostic in &invalid.diagnostics {
            prop_assert!(
                invalid.text.get(diagnostic.span.clone()).is_some(),
                "{diagnostic:?}"
            );
        }
    }
    for language in Language::ALL {
        prop_assert!(!failure.report(language, true).is_empty());
    }
    Ok(())
}

#[test]
fn slips_of_the_hand_never_end_in_a_panic() {
    for path in ron_files("scenarios").into_iter().chain(ron_files("seeds")) {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let is_plan = path.starts_with("seeds");
        let mut runner = TestRunner::new(ProptestConfig {
            cases: 64,
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        let cases = (0.0..1.0_f64, 1..40_usize, slips());
        let result = runner.run(&cases, |(start, length, slip)| {
            let text = slipped(&text, start, length, &slip);
            if is_plan {
                return plan::read_text("slipped", &text)
                    .map_or_else(|failure| assert_can_be_told(&failure), |_| Ok(()));
            }
            match scenario::read_text("slipped", &text, &root().join("scenarios")) {
                Ok(loaded) => drop(project(&loaded.plan, &loaded.scenario)),
                Err(failure) => assert_can_be_told(&failure)?,
            }
            Ok(())
        });
        result.unwrap_or_else(|failure| panic!("{}: {failure}", path.display()));
    }
}
