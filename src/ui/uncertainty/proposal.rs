//! A spread proposed from actuals, with what it comes from before it is taken.

use eframe::egui::{Button, Id, Label, RichText, Ui};

use super::shown::SpreadRow;
use crate::scenario::Spread;
use crate::session::{Command, Phase};
use crate::text::{Message, numbers, say};
use crate::ui::pieces::NOTE;
use crate::ui::theme::Colours;
use crate::wording::{no_proposal, proposal_in_words};

pub(super) fn draw(ui: &mut Ui, row: &SpreadRow<'_>, send: &mut Vec<Command>) {
    let language = row.lever.language;
    let document = row.lever.document();
    let id = Id::unique(("proposed spread", document.id(), row.lever.ix.position()));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let button = ui.add(Button::selectable(
        is_open,
        RichText::new(say(language, "proposal-ask")).size(NOTE),
    ));
    ui.ctx()
        .accesskit_node_builder(button.id, |node| node.set_expanded(is_open));
    if button.clicked() {
        is_open = !is_open;
    }
    if is_open {
        let weak = Colours::of(ui).text_weak;
        let said = |ui: &mut Ui, words: String| {
            ui.add(Label::new(RichText::new(words).size(NOTE).color(weak)).wrap());
        };
        match document.proposed_spread(row.lever.ix) {
            Err(why) => said(ui, no_proposal(why, language)),
            Ok(proposal) => {
                for sentence in proposal_in_words(document.plan(), &proposal, language) {
                    said(ui, sentence);
                }
                if let Spread::Normal { sd } = proposal.uncertainty.spread {
                    let take = Message::new("proposal-take")
                        .with("sd", numbers::visible(sd, 2))
                        .say(language);
                    let is_new = proposal.uncertainty != row.uncertainty;
                    let take = Button::new(RichText::new(take).size(NOTE)).small();
                    if ui.add_enabled(is_new, take).clicked() {
                        send.push(row.set(proposal.uncertainty, Phase::Done));
                    }
                }
            }
        }
    }
    ui.data_mut(|data| data.insert_temp(id, is_open));
}
