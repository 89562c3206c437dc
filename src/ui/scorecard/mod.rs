//! The plan's targets: those that rest on data or a set rate, with their evidence and what the years left need, and those
//! that rest on nothing entered; below them what moves the selected one.

mod cells;
mod choices;
mod movers;
mod odds;
mod row;

pub(super) use choices::funnel;

use eframe::egui::{Id, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::pieces::{BODY, Icon, SMALL, from_left, line, to_right};
use super::theme::Colours;
use super::{column, focus_ring, selection};
use crate::model::{Assessment, Basis};
use crate::plan::{Indicator, Target};
use crate::session::{Command, Document, Session, TargetOdds, View};
use crate::text::{Message, say};
use crate::wording::{beside_chance, figures_shown, score_in_words};

/// The height of a section's heading, and of the key and the column names above, in points.
const HEADING: f32 = 24.0;
const KEY: f32 = 20.0;
/// The space at the sides; where names begin; the width of the last column.
const SIDE: f32 = 12.0;
const INDENT: f32 = 33.0;
const NEEDS: f32 = 72.0;

/// A target with everything shown about it.
pub(super) struct ScoredTarget<'a> {
    pub(super) indicator: &'a Indicator,
    pub(super) target: &'a Target,
    pub(super) assessment: &'a Assessment,
    /// How likely it is met, once rates are uncertain.
    pub(super) odds: Option<TargetOdds>,
}

impl ScoredTarget<'_> {
    /// In full sentences, for screen readers and on hover.
    pub(super) fn in_words(&self, document: &Document, view: &View) -> String {
        let (plan, evaluation) = (document.plan(), document.evaluation());
        let words = score_in_words(plan, evaluation, self.assessment, view.decimals, view.language);
        match &self.odds {
            None => words,
            Some(odds) => beside_chance(&words, &odds.told(view.language), view.language),
        }
    }

    /// Its projected figure, or a dash.
    fn result(&self, document: &Document, view: &View) -> String {
        let (plan, evaluation) = (document.plan(), document.evaluation());
        figures_shown(plan, evaluation, self.assessment, view.decimals, view.language)
            .map_or_else(|| "–".to_owned(), |[projected, ..]| projected)
    }
}

/// In which order targets are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// As the plan has them.
    Plan,
    /// As the user likes.
    Chosen,
}

/// The sections of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum TargetSection {
    Judged,
    Assumed,
    NoBase,
}

impl TargetSection {
    const ALL: [Self; 3] = [Self::Judged, Self::Assumed, Self::NoBase];

    const fn heading(self) -> &'static str {
        match self {
            Self::Judged => "targets-judged",
            Self::Assumed => "targets-assumed",
            Self::NoBase => "targets-no-base",
        }
    }

    fn of(assessment: &Assessment) -> Self {
        match assessment.basis {
            Basis::Assumed => Self::Assumed,
            Basis::None => Self::NoBase,
            _ => Self::Judged,
        }
    }
}

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let document = session.document();
    let shown = chosen(session, Order::Chosen);
    ui.spacing_mut().item_spacing.y = 0.0;
    choices::shown(ui, session, shown.len(), send);
    cells::key(ui, view.language, KEY);
    columns(ui, view);
    let is_new = selection::is_new(ui, view, "targets");
    let movers = movers::Movers::of_selection(ui, session);
    let room = ui.available_height();
    let below = movers.as_ref().map_or(0.0, |movers| movers.height(room));
    let rows = ScrollArea::vertical()
        .auto_shrink(false)
        .min_scrolled_height(0.0)
        .max_height(room - below);
    rows.show(ui, |ui| {
        let ids: Vec<Id> = shown.iter().map(|score| row::id(score)).collect();
        for section in TargetSection::ALL {
            let rows: Vec<usize> = (0..shown.len())
                .filter(|n| TargetSection::of(shown[*n].assessment) == section)
                .collect();
            if rows.is_empty() {
                continue;
            }
            let sought = view.selected(document.plan());
            let has_sought = rows
                .iter()
                .any(|n| sought == Some(shown[*n].assessment.indicator()));
            if !heading(ui, (section, rows.len()), is_new && has_sought, view) {
                continue;
            }
            for n in rows {
                let place = row::TargetPlace {
                    ids: &ids,
                    position: n,
                    is_new,
                };
                row::draw(ui, document, &shown[n], &place, view, send);
            }
        }
        column::keep_focus_in_sight(ui);
    });
    if let Some(movers) = movers {
        movers.draw(ui, session, send);
    }
}

/// The names of the columns.
fn columns(ui: &mut Ui, view: &View) {
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), KEY), Sense::hover());
    let colours = Colours::of(ui);
    let middle = place.center().y;
    let name = |id: &'static str, room: f32| {
        line(
            ui.painter(),
            say(view.language, id).as_ref(),
            SMALL,
            colours.text_weak,
            room,
        )
    };
    let right = place.right() - SIDE;
    to_right(
        ui.painter(),
        name("targets-needs", NEEDS),
        eframe::egui::pos2(right, middle),
    );
    let leads = name("targets-leads", 90.0);
    let left = to_right(
        ui.painter(),
        leads,
        eframe::egui::pos2(right - NEEDS - 6.0, middle),
    );
    let first = name("targets-evidence", left - place.left() - INDENT - 6.0);
    from_left(ui.painter(), first, place.left() + INDENT, middle);
}

/// A section's heading, which opens and closes it. Returns whether it is open.
fn heading(ui: &mut Ui, (section, count): (TargetSection, usize), opens: bool, view: &View) -> bool {
    let id = Id::unique(("targets", section));
    let is_closed = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false) && !opens;
    let (place, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::click());
    let colours = Colours::of(ui);
    let words = Message::new("targets-section")
        .with("heading", Message::new(section.heading()))
        .with("count", count)
        .say(view.language);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, !is_closed, words.as_str()));
    let painter = ui.painter();
    painter.rect_filled(place, 0.0, colours.ground);
    focus_ring(&response);
    let icon = if is_closed { Icon::Right } else { Icon::Down };
    let middle = place.center().y;
    icon.paint(
        painter,
        eframe::egui::pos2(place.left() + 15.0, middle),
        colours.text_weak,
    );
    let number = line(painter, count.to_string(), BODY, colours.text_weak, 60.0);
    let left = to_right(painter, number, eframe::egui::pos2(place.right() - SIDE, middle));
    let room = left - place.left() - 28.0;
    let text = line(
        painter,
        say(view.language, section.heading()).as_ref(),
        BODY,
        colours.text,
        room,
    );
    from_left(painter, text, place.left() + 28.0, middle);
    let is_closed = is_closed != response.clicked();
    ui.data_mut(|data| data.insert_temp(id, is_closed));
    !is_closed
}

/// The targets that are chosen, by status and heading.
pub(super) fn chosen(session: &Session, order: Order) -> Vec<ScoredTarget<'_>> {
    let (document, view) = (session.document(), session.view());
    let category = choices::category(document.plan(), view);
    let mut scores: Vec<ScoredTarget<'_>> = document
        .plan()
        .targets()
        .zip(document.assessments())
        .map(|((_, indicator, target), assessment)| ScoredTarget {
            indicator,
            target,
            assessment,
            odds: session.chance(assessment.target),
        })
        .filter(|score| category.is_none_or(|category| score.indicator.category == category))
        .filter(|score| view.score_filter.lets_through(score.target, score.assessment))
        .collect();
    if view.score_by_progress && order == Order::Chosen {
        // Targets not judged come last; a stable sort keeps the plan's order among equals.
        let key = |score: &ScoredTarget<'_>| {
            let progress = score.assessment.progress.filter(|_| score.assessment.is_judged());
            progress.unwrap_or(f64::INFINITY)
        };
        scores.sort_by(|a, b| key(a).total_cmp(&key(b)));
    }
    scores
}

/// The columns of a row: where the last two end.
const fn columns_of(place: Rect) -> [f32; 2] {
    let right = place.max.x - SIDE;
    [right - NEEDS - 6.0, right]
}
