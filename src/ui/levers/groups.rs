//! The groups of the list: the levers behind the headline charts first, then the plan's headings.

use eframe::egui::{Align2, Id, Rect, Role, Sense, TextStyle, TextWrapMode, Ui, WidgetText, pos2, vec2};

use super::margins::{LEFT, RIGHT, chevron};
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Language, Message, say};
use crate::ui::name_control;
use crate::ui::theme::Colours;

/// Height of a heading, in points.
const HEAD: f32 = 24.0;

/// A group with its levers.
pub(super) struct Group<'a> {
    /// Tells it apart from others while the program runs.
    id: &'a str,
    pub title: String,
    pub levers: Vec<IndicatorIx>,
}

/// The groups of a plan. A lever behind a headline chart stands in the first group only.
pub(super) fn groups(plan: &Plan, language: Language) -> Vec<Group<'_>> {
    let mut headline: Vec<IndicatorIx> = Vec::new();
    for ix in plan.headline.iter().flat_map(|ix| plan.levers_behind(*ix)) {
        if !headline.contains(ix) {
            headline.push(*ix);
        }
    }
    let mut groups = vec![];
    for (position, category) in plan.categories.iter().enumerate() {
        let levers = plan
            .levers()
            .filter(|(ix, lever)| lever.category == position && !headline.contains(ix));
        groups.push(Group {
            id: &category.id,
            title: category.name.get(language).to_owned(),
            levers: levers.map(|(ix, _)| ix).collect(),
        });
    }
    let first = Group {
        id: "headline levers",
        title: say(language, "levers-headline").into_owned(),
        levers: headline,
    };
    groups.insert(0, first);
    groups.retain(|group| !group.levers.is_empty());
    groups
}

impl Group<'_> {
    fn place(&self) -> Id {
        Id::unique(("levers folded", self.id))
    }

    pub fn is_folded(&self, ui: &Ui) -> bool {
        ui.data(|data| data.get_temp::<bool>(self.place()))
            .unwrap_or(false)
    }

    pub fn fold(&self, ui: &Ui, is_folded: bool) {
        ui.data_mut(|data| data.insert_temp(self.place(), is_folded));
    }

    /// The heading, which folds and unfolds the group; a search shows all it finds.
    pub fn head(&self, ui: &mut Ui, count: usize, is_open: bool, language: Language) {
        let colours = Colours::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
        let response = ui.interact(rect, self.place().with("head"), Sense::click());
        let ground = if response.hovered() {
            colours.control_hovered
        } else {
            colours.control
        };
        ui.painter().rect_filled(rect, 0.0, ground);
        let y = rect.center().y;
        chevron(ui, pos2(rect.left() + LEFT + 4.0, y), is_open, response.hovered());
        let right = pos2(rect.right() - RIGHT, y);
        let body = TextStyle::Body.resolve(ui.style());
        let written = ui.painter().text(
            right,
            Align2::RIGHT_CENTER,
            count.to_string(),
            body,
            colours.text_weak,
        );
        let left = rect.left() + LEFT + 15.0;
        let place = Rect::from_x_y_ranges(left..=written.left() - 6.0, rect.y_range());
        let title = WidgetText::from(self.title.as_str()).into_galley(
            ui,
            Some(TextWrapMode::Truncate),
            place.width(),
            TextStyle::Body,
        );
        let at = pos2(left, y - title.size().y / 2.0);
        ui.painter().galley(at, title, colours.text);
        let name = Message::new("levers-group")
            .with("title", self.title.as_str())
            .with("count", count)
            .say(language);
        name_control(&response, Role::Button, &name);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
        if response.clicked() {
            self.fold(ui, is_open);
        }
    }
}
