//! How likely targets are met, on the Track screen: with rates drawn from the last actual on.

use eframe::egui::{Label, RichText, Ui};

use crate::plan::TargetIx;
use crate::session::Session;
use crate::text::Language;
use crate::ui::theme::Colours;
use crate::wording::{beside_chance, chance, chance_from};

/// The probability with its standard error, and from which year on rates are drawn.
pub(super) fn told(session: &Session, ix: TargetIx, language: Language) -> Option<String> {
    let told = session.chance(ix)?.told(language);
    let document = session.document();
    let (plan, projection) = (document.plan(), document.projection());
    let behind = plan.levers_behind(ix.indicator);
    let drawn = document.uncertain().filter(|lever| behind.contains(lever));
    let last = drawn.map(|lever| projection.last_actual(lever)).min()?;
    Some(chance_from(&told, plan.year(last + 1), language))
}

/// Words about a target, with its probability if it has one.
pub(super) fn beside(session: &Session, ix: TargetIx, words: String) -> String {
    let language = session.view().language;
    match told(session, ix, language) {
        Some(told) => beside_chance(&words, &told, language),
        None => words,
    }
}

/// The cell of a target in the ledger: pale until all draws are made, a dash for what is assumed or does not depend on draws.
pub(super) fn cell(ui: &mut Ui, session: &Session, ix: TargetIx) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let Some(odds) = session.chance(ix) else {
        ui.label(RichText::new("–").small().color(colours.text_weak));
        return;
    };
    let ink = if odds.is_settled() {
        colours.text
    } else {
        colours.text_weak
    };
    let figure = RichText::new(chance(odds.likelihood, language))
        .small()
        .color(ink);
    let shown = ui.add(Label::new(figure).truncate());
    if let Some(told) = told(session, ix, language) {
        shown.on_hover_text(told);
    }
}
