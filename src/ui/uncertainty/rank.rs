//! Which rates matter most for the figure shown: how far each moves it alone, and its share of the variance. A click on a
//! bar selects its lever.

use eframe::egui::{
    Align, Color32, Frame, Label, Layout, Margin, Rect, RichText, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::rank_columns::RankColumns;
use super::rank_years;
use crate::figure::{IndexRow, IndicesFigure, TornadoFigure, TornadoRow, indices_figure, tornado_figure};
use crate::session::{Command, Ranking, Session};
use crate::text::{say, say_with};
use crate::ui::pieces::{BODY, NOTE, SMALL, from_left, line, to_right};
use crate::ui::theme::Colours;
use crate::ui::{column, selection};
use crate::wording::{labelled, medians_in_words, outcome_named, yearly_shares_in_words};

/// The height of a row, in points.
const ROW: f32 = 46.0;
/// The height of a tornado's bar and of a share's, in points.
const BAR: f32 = 17.0;
const THIN: f32 = 9.0;
/// The gap between a bar and what stands beside it, in points.
const BESIDE: f32 = 4.0;
/// How much is left of the ink while the ranking is about the scenario before the last change.
const EARLIER: f32 = 0.6;
/// The most sentences below the bars.
const SENTENCES: usize = 2;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let frame = Frame::new()
        .fill(colours.surface)
        .stroke((1.0, colours.outline))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(11, 7));
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.spacing_mut().item_spacing.y = 2.0;
        let Some(ranking) = session.ranking() else {
            let text = RichText::new(say(language, "rank-title")).color(colours.text_weak);
            ui.label(text);
            return;
        };
        let document = session.document();
        let plan = document.plan();
        let kind = document.projection().kind(ranking.outcome.indicator());
        let tornado = tornado_figure(plan, ranking.outcome, kind, &ranking.tornado, language);
        let indices = indices_figure(plan, ranking.outcome, &ranking.importance, language);
        if !session.is_ranking_of_now() {
            ui.multiply_opacity(EARLIER);
        }
        head(ui, session, ranking);
        if let Some(notice) = tornado.notice.as_ref().or(indices.notice.as_ref()) {
            ui.add(Label::new(RichText::new(notice).color(colours.text_weak)).wrap());
            return;
        }
        let columns = RankColumns::new(ui, (&tornado, &indices));
        legend(ui, session, ranking, &columns);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for row in &tornado.rows {
                let share = indices.rows.iter().find(|share| share.lever == row.lever);
                bars(ui, session, &columns, ((&tornado, row), (&indices, share)), send);
            }
            sentences(ui, session, ranking);
            column::keep_focus_in_sight(ui);
        });
    });
}

fn head(ui: &mut Ui, session: &Session, ranking: &Ranking) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let plan = session.document().plan();
    ui.horizontal(|ui| {
        ui.label(RichText::new(say(language, "rank-title")).size(BODY));
        let mut name = outcome_named(plan, ranking.outcome, language);
        if !session.is_ranking_of_now() {
            name = say_with(language, "likely-told-earlier", &[("told", &name)]);
        }
        let name = RichText::new(name).size(NOTE).color(colours.text_weak);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            rank_years::toggle(ui, language);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(name).truncate());
            });
        });
    });
}

/// What the colours of the bars mean, above each kind.
fn legend(ui: &mut Ui, session: &Session, ranking: &Ranking, columns: &RankColumns) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    let [left, right] = columns.parts(rect);
    let y = rect.center().y;
    // From the left edge, where names stand further below, so that nothing is cut.
    let mut x = rect.left() + 2.0;
    for (ink, id) in [(colours.plan, "rank-low"), (colours.accent, "rank-high")] {
        let square = Rect::from_center_size(pos2(x + 5.0, y), vec2(9.0, 9.0));
        ui.painter().rect_filled(square, 0.0, ink);
        let text = line(
            ui.painter(),
            say(language, id).as_ref(),
            SMALL,
            colours.text_weak,
            left.right() - x - 13.0,
        );
        x = from_left(ui.painter(), text, x + 13.0, y) + 10.0;
    }
    let is_by_year = rank_years::is_on(ui);
    let words = say(
        language,
        match (is_by_year, ranking.importance.is_correlated) {
            (false, _) => "rank-shares",
            (true, false) => "rank-years",
            (true, true) => "rank-years-shapley",
        },
    );
    let text = line(
        ui.painter(),
        words.as_ref(),
        SMALL,
        colours.text_weak,
        right.width(),
    );
    from_left(ui.painter(), text, right.left(), y);
    if is_by_year {
        let size = vec2(ui.available_width(), rank_years::YEARS);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        rank_years::heads(ui.painter(), ranking, columns.parts(rect)[1], colours);
    }
}

/// A row of the tornado, and the shares of the same lever.
type RankRow<'a> = (
    (&'a TornadoFigure, &'a TornadoRow),
    (&'a IndicesFigure, Option<&'a IndexRow>),
);

fn bars(
    ui: &mut Ui,
    session: &Session,
    columns: &RankColumns,
    ((tornado, row), (indices, share)): RankRow<'_>,
    send: &mut Vec<Command>,
) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let plan = session.document().plan();
    let is_selected = session.view().selected(plan) == Some(row.lever);
    let mut said = labelled(&row.name, &row.in_words(language), language);
    if let Some(share) = share {
        said = said + "; " + &share.in_words;
    }
    let by_year = session
        .ranking()
        .filter(|_| rank_years::is_on(ui))
        .map(|ranking| (ranking, ranking.importance.by_year(row.lever)));
    if let Some((_, years)) = &by_year {
        said = labelled(&said, &yearly_shares_in_words(years, language), language);
    }
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &said));
    selection::row(ui, rect, &response, false);
    let name = line(
        ui.painter(),
        row.name.as_str(),
        BODY,
        colours.text,
        columns.name - 8.0,
    );
    from_left(ui.painter(), name, rect.left() + 2.0, rect.center().y - 6.0);
    let [left, right] = columns.parts(rect);
    swing(ui, (tornado, row), (left, columns.value), colours);
    if let Some((ranking, years)) = &by_year {
        rank_years::columns(ui.painter(), ranking, (years, right), colours);
    } else if let Some(share) = share {
        shares(ui, (indices, share), (right, columns.share), colours);
    }
    if response.clicked() {
        send.push(Command::Select(row.lever));
    }
    response.on_hover_text(said);
}

/// One bar of the tornado, its values at its ends and below it the rates that lead there.
fn swing(
    ui: &Ui,
    (figure, row): (&TornadoFigure, &TornadoRow),
    (place, value): (Rect, f32),
    colours: &Colours,
) {
    let painter = ui.painter();
    let (low, high) = figure.range();
    let axis = place.shrink2(vec2(value, 0.0));
    let x = |value: f64| {
        let share = ((value - low) / (high - low).max(f64::MIN_POSITIVE)) as f32;
        axis.left() + share.clamp(0.0, 1.0) * axis.width()
    };
    let y = place.center().y - 6.0;
    let inks: [Color32; 2] = if row.is_monotone {
        [colours.plan, colours.accent]
    } else {
        [colours.text_weak, colours.text_weak]
    };
    for (part, ink) in row.parts(figure.centre).into_iter().zip(inks) {
        let bar = Rect::from_x_y_ranges(x(part.0)..=x(part.1), y - BAR / 2.0..=y + BAR / 2.0);
        painter.rect_filled(bar, 0.0, ink);
    }
    let centre = x(figure.centre);
    painter.vline(
        centre,
        place.top()..=place.bottom(),
        Stroke::new(1.5, colours.text),
    );
    let mut ends = [0, 1];
    ends.sort_by(|a, b| row.ends[*a].total_cmp(&row.ends[*b]));
    let [first, last] = ends;
    let write = |end: usize| {
        line(
            painter,
            row.values[end].as_str(),
            SMALL,
            colours.text,
            value - BESIDE,
        )
    };
    to_right(
        painter,
        write(first),
        pos2(x(row.ends[first]).min(centre) - BESIDE, y),
    );
    from_left(painter, write(last), x(row.ends[last]).max(centre) + BESIDE, y);
    if let Some(rates) = &row.rates {
        let below = y + BAR / 2.0 + 8.0;
        let note = |end: usize, room: f32| line(painter, rates[end].as_str(), SMALL, colours.text_weak, room);
        let (to, from) = (centre - BESIDE, centre + BESIDE);
        to_right(painter, note(first, to - place.left()), pos2(to, below));
        from_left(painter, note(last, place.right() - from), from, below);
    }
}

/// The shares of a lever: solid what it explains alone, striped what it does only together with others; whiskers.
fn shares(
    ui: &Ui,
    (figure, row): (&IndicesFigure, &IndexRow),
    (place, label): (Rect, f32),
    colours: &Colours,
) {
    let painter = ui.painter();
    let (low, high) = figure.range();
    let axis = place.with_max_x(place.right() - label);
    let x = |value: f64| {
        let share = ((value - low) / (high - low).max(f64::MIN_POSITIVE)) as f32;
        axis.left() + share.clamp(0.0, 1.0) * axis.width()
    };
    painter.vline(x(0.0), place.y_range(), Stroke::new(1.0, colours.text_weak));
    let bars = row.bars();
    for (n, bar) in bars.iter().enumerate() {
        let y = match bars.len() {
            1 => place.center().y,
            _ => place.center().y + if n == 0 { -8.0 } else { 8.0 },
        };
        let of = |from: f64, to: f64| Rect::from_x_y_ranges(x(from)..=x(to), y - THIN / 2.0..=y + THIN / 2.0);
        if bar.is_total {
            painter.rect_stroke(
                of(0.0, bar.hatched),
                0.0,
                Stroke::new(1.0, colours.accent),
                StrokeKind::Inside,
            );
        } else {
            painter.rect_filled(of(0.0, bar.solid), 0.0, colours.accent);
        }
        let hatched = of(bar.solid, bar.hatched);
        let mut at = hatched.left() + 2.0;
        while bar.is_total && at < hatched.right() {
            let ends = [
                pos2(at, hatched.bottom()),
                pos2((at + 4.0).min(hatched.right()), hatched.top()),
            ];
            painter.line_segment(ends, Stroke::new(1.0, colours.accent));
            at += 4.0;
        }
        let whisker = Stroke::new(1.2, colours.text);
        let (from, to) = (x(bar.whisker.0), x(bar.whisker.1));
        painter.hline(from..=to, y, whisker);
        for end in [from, to] {
            painter.vline(end, y - 3.0..=y + 3.0, whisker);
        }
        if let Some(label) = row.labels.get(n) {
            let left = to.max(x(bar.hatched)) + 5.0;
            let label = line(painter, label.as_str(), SMALL, colours.text, place.right() - left);
            from_left(painter, label, left, y);
        }
    }
}

/// What tells the draws that meet the target from the others.
fn sentences(ui: &mut Ui, session: &Session, ranking: &Ranking) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let plan = session.document().plan();
    let both = ranking
        .apart
        .iter()
        .filter_map(|apart| Some((apart.lever, [apart.met?, apart.missed?])));
    let in_order = ranking.tornado.bars.iter().filter_map(|bar| {
        let mut both = both.clone();
        both.find(|(lever, _)| *lever == bar.lever)
    });
    for (lever, medians) in in_order.take(SENTENCES) {
        let said = medians_in_words(plan, lever, medians, language);
        let said = RichText::new(said).size(NOTE).color(colours.text_weak);
        ui.add(Label::new(said).wrap());
    }
}
