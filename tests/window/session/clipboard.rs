//! Text from a file cannot act through the clipboard.

use std::sync::Arc;

use planpath::session::{Command as Order, Effect, Session};
use planpath::text::{Language, safe};

use crate::hostile::files;

#[test]
fn nothing_that_acts_goes_to_the_clipboard() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let mut session = crate::on_plan(Session::new(Language::English, Arc::new(|| ())).unwrap());
    session.apply(Order::OpenPath(folder.path().join("scenario.ron")));
    session.wait_for_jobs();
    assert!(session.notices().is_empty());
    session.apply(Order::CopyScores);
    let effects = session.take_effects();
    let [Effect::CopyText(table)] = effects.as_slice() else {
        panic!("{} effects", effects.len())
    };
    for line in table.lines() {
        assert_eq!(
            line.split('\t').next().map(safe::acts_as_formula),
            Some(false),
            "{line}"
        );
    }
    assert_eq!(
        safe::clipboard(table),
        table.as_str(),
        "nothing is left to be replaced"
    );
}
