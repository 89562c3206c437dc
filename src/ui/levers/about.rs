//! Everything known about an indicator.

use std::borrow::Cow;

use eframe::egui::{RichText, Ui};

use crate::plan::{Indicator, IndicatorIx};
use crate::session::{Command, Document};
use crate::text::{Language, say, say_with};
use crate::ui::links;
use crate::ui::theme::Colours;
use crate::wording;

/// Definition, scope, unit and source. Returns the source that is to be opened.
pub(super) fn about(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    indicator: &Indicator,
    language: Language,
) -> Option<Command> {
    let weak = Colours::of(ui).text_weak;
    ui.set_max_width(340.0_f32.min(ui.available_width()));
    ui.strong(indicator.name.get(language));
    if let Some(definition) = &indicator.definition {
        ui.label(definition.get(language));
    }
    let unit = crate::wording::unit(
        document.plan(),
        indicator,
        document.projection().kind(ix),
        language,
    );
    let separator = say(language, "list-separator");
    let targets: Vec<String> = document
        .plan()
        .targets_of(ix)
        .map(|(_, target)| crate::wording::promise(indicator, target, language))
        .collect();
    let target = targets.join(&separator);
    let series = document.scenario().series.get(ix);
    let actuals = series.map_or("", |series| series.source.get(language));
    for (label, text) in [
        ("about-unit", unit),
        ("about-scope", Cow::Borrowed(indicator.scope.get(language))),
        ("about-target", Cow::Owned(target)),
        ("about-source", Cow::Borrowed(indicator.source.get(language))),
        ("about-actuals", Cow::Borrowed(actuals)),
        (
            "about-note",
            Cow::Borrowed(
                document
                    .scenario()
                    .notes
                    .get(ix)
                    .map_or("", |note| note.get(language)),
            ),
        ),
    ] {
        if !text.is_empty() {
            ui.label(RichText::new(say_with(language, label, &[("text", &text)])).color(weak));
        }
    }
    let opened = links::beside(ui, document, ix, language);
    if let Some(violation) = document
        .evaluation()
        .violations()
        .iter()
        .find(|v| v.indicator == ix)
    {
        ui.colored_label(
            Colours::of(ui).missed,
            wording::violation(document.plan(), violation, language).say(language),
        );
    }
    opened
}
