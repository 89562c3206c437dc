//! Where a target stands, in words, and what the years left need.

use super::tracked::Tracked;
use super::{ACHIEVED, GOAL, LEVEL, PROGRESS, REMAINING, REQUIRED, SHARE_DUE};
use crate::export::xlsx::look::look;
use crate::export::xlsx::official::TargetCells;
use crate::export::xlsx::page::{Done, NOTHING, SheetPage, quoted};
use crate::export::xlsx::style;
use crate::export::xlsx::workings::between::lies_between;
use crate::model::{Change, Origin, Required, Standing, enough_rate, enough_remaining};
use crate::plan::Form;
use crate::text::{say, say_with};
use crate::wording::{self, ChangeTerms, change_in_words, rate_in_words, required_in_words};

/// Decimals of what is still to do and of the rate that the years left need.
const DECIMALS: usize = 2;

/// What is still to do shows as nothing where it is less, with the most decimals that figures have in words.
const HARDLY: f64 = 5e-7;

impl Tracked<'_> {
    /// Whether where the target stands is not known yet, as [`Ledger::is_open`](crate::model::Ledger) has it. For where
    /// there are some.
    fn is_open(&self) -> String {
        let steps = self.layout.input.plan.steps();
        let origins = self
            .layout
            .origins_from_afar(self.promised.ix.indicator, 1, steps);
        let known = look(Origin::Interpolated).rank;
        let is_unknown = format!("(INDEX({origins},{})>{known})", self.last_actual());
        if !self.promised.target.is_each_year() {
            return is_unknown;
        }
        let (failed, between) = (self.past().has_missed(), self.past().misses_between());
        format!("AND(NOT({failed}),OR({is_unknown},{between}))")
    }

    /// Whether what is reached can be lost again, as [`Ledger::must_hold`](crate::model::Ledger) has it.
    fn must_hold(&self) -> String {
        let (begun, due) = (self.last_actual(), self.promised.due);
        if self.ledger.is_each_year || self.ledger.is_band {
            format!("({begun}<{due})")
        } else {
            format!("AND({begun}<{due},{})", self.starts_met())
        }
    }

    /// Whether the last data are beyond a limit that held in the base year, or out of a band at the other end.
    fn is_beyond(&self) -> String {
        let TargetCells::Band(low, high) = self.mark() else {
            return self.starts_met();
        };
        let (start, level) = (self.start(), self.cell(self.place(LEVEL)));
        format!(
            "OR({},AND({start}<{low},{level}>{high}),AND({start}>{high},{level}<{low}))",
            self.starts_met()
        )
    }

    /// The standing in words, as [`Ledger::standing`](crate::model::Ledger) has it.
    pub(super) fn standing(&self) -> String {
        let language = self.layout.input.language;
        let word = |standing: Standing| quoted(&say(language, wording::standing(standing)));
        let (progress, due) = (self.cell(self.place(PROGRESS)), self.cell(self.place(SHARE_DUE)));
        let slack = format!("1E-9*MAX(ABS({due}),ABS({progress}))");
        let begun = self.last_actual();
        let is_over = format!("{begun}>={}", self.promised.due);
        let is_decided = if self.promised.target.is_each_year() {
            format!("OR({is_over},{})", self.past().has_missed())
        } else {
            is_over
        };
        format!(
            "IF(NOT({}),{},IF({begun}=0,{},IF({between},{},IF(AND({met},{holds}),IF({not_known},{},IF(OR({must_hold},{open}),{},{})),IF(NOT(ISNUMBER({progress})),{},\
             IF(AND({progress}<-1E-9,NOT({base_meets})),{},IF(AND({is_decided},NOT({open})),{},IF({beyond},{},\
             IF({progress}>{due}+{slack},{},IF({progress}<{due}-{slack},{},{}))))))))))",
            self.layout.is_possible(self.promised.ix.indicator),
            quoted(&say(language, "status-impossible")),
            word(Standing::Unknown),
            word(Standing::Open),
            word(Standing::Open),
            word(Standing::Holds),
            word(Standing::Reached),
            word(Standing::WrongDirection),
            word(Standing::WrongDirection),
            word(Standing::NotReached),
            word(Standing::BeyondLimit),
            word(Standing::Ahead),
            word(Standing::Behind),
            word(Standing::OnSchedule),
            holds = if self.promised.target.is_each_year() {
                "TRUE".to_owned()
            } else {
                format!("OR(NOT({}),{})", self.is_open(), self.starts_met())
            },
            not_known = if self.promised.target.is_each_year() {
                self.is_open()
            } else {
                "FALSE".to_owned()
            },
            between = lies_between(self.layout, &self.promised),
            open = self.is_open(),
            must_hold = self.must_hold(),
            base_meets = self.starts_met(),
            met = self.is_met(),
            beyond = self.is_beyond(),
        )
    }

    /// What is achieved and still to do, and the rate that the years left need.
    pub(super) fn needed(&self, page: &mut SheetPage<'_>) -> Done {
        let language = self.layout.input.language;
        let (ledger, convention) = (self.ledger, self.ledger.change);
        let counted = ChangeTerms::of(self.promised.indicator, convention, language);
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        let format = style::in_words(2, |one| change_in_words(counted, one, Some(2), language));
        let formula = change(convention, &self.start(), &level);
        let achieved = ledger.achieved().unwrap_or(f64::NAN);
        self.once_begun(page, ACHIEVED, &formula, achieved, &format)?;
        let input = self.layout.input;
        let remaining = ledger.remaining().unwrap_or(f64::NAN);
        let shown = enough_remaining(input.plan, ledger, DECIMALS);
        let (shown, places) = shown.unwrap_or((remaining, DECIMALS));
        let format = style::in_words(places, |one| {
            if one == 0.0 {
                // A strict target wants to be passed.
                say(language, "status-on-line").into_owned()
            } else {
                change_in_words(counted, one, Some(places), language)
            }
        });
        let left = change(convention, &level, &goal);
        let nothing = if self.promised.target.is_each_year() {
            format!("OR({},{})", self.is_met(), self.past().has_missed())
        } else {
            self.is_met()
        };
        let formula = format!(
            "IF({nothing},{},IF(ABS({left})<{HARDLY:E},0,{}))",
            quoted(NOTHING),
            self.rounded(&left, places)
        );
        let shown = if remaining.abs() < HARDLY { 0.0 } else { shown };
        self.once_begun(page, REMAINING, &formula, shown, &format)?;
        let enough = enough_rate(input.plan, input.projection, ledger, DECIMALS);
        let places = enough.map_or(DECIMALS, |(_, places)| places);
        let format = style::in_words(places, |one| {
            if ledger.is_each_year && ledger.asks_for_level {
                let change = change_in_words(counted, one, Some(places), language);
                return say_with(language, "rate-at-once-next", &[("change", &change)]);
            }
            rate_in_words(counted, one, Some(places), language)
        });
        let place = self.place(REQUIRED);
        let formula = self.required(places);
        let why = || required_in_words(input.plan, input.projection, ledger, None, language);
        match enough {
            _ if ledger.last_actual == 0 => page.words(self.row, place, &formula, NOTHING, &format),
            Some((rate, _)) if matches!(ledger.required, Required::Rate(_)) => {
                page.formula(self.row, place, &formula, rate, &format)
            }
            _ => page.words(self.row, place, &formula, &why(), &format),
        }
    }

    /// The rate of the years left, or in words why there is none; as [`crate::model::required_rate`] has it, rounded as
    /// [`enough_rate`] does.
    fn required(&self, places: usize) -> String {
        let language = self.layout.input.language;
        let word = |id| quoted(&say(language, id));
        let target = self.promised.target;
        let (begun, due) = (self.last_actual(), self.promised.due);
        let unreachable = format!(
            "IF({}=0,{},{})",
            self.cell(self.place(LEVEL)),
            word("track-from-zero"),
            word("why-not-reachable")
        );
        let left = if target.is_each_year() {
            "1".to_owned()
        } else {
            format!("({due}-{begun})")
        };
        let rate = if target.form == Form::Done {
            word("track-to-be-done")
        } else {
            self.enough(&self.rate(&left), places)
        };
        let too_late = word("track-too-late");
        let missed = if target.is_each_year() {
            let lost = word("track-lost");
            format!(
                "IF({},IF({begun}<{due},{lost},{too_late}),",
                self.past().has_missed()
            )
        } else {
            format!("IF({begun}>={due},{too_late},")
        };
        format!(
            "IF({},{},IF(AND({not_known},{open}),{},IF({},IF(OR({},{open}),{},{}),{missed}IFERROR({rate},{unreachable})))))",
            self.says_nothing(),
            quoted(NOTHING),
            word("track-not-known-yet"),
            self.is_met(),
            self.must_hold(),
            word("track-hold"),
            word(wording::standing(Standing::Reached)),
            not_known = if target.is_each_year() {
                format!("OR({begun}>={due},{})", self.is_met())
            } else {
                format!("{begun}>={due}")
            },
            open = format!(
                "OR({},{})",
                self.is_open(),
                lies_between(self.layout, &self.promised)
            ),
        )
    }

    /// The constant rate that leads from the last data to the target; an error where none does.
    fn rate(&self, left: &str) -> String {
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        match self.ledger.change {
            Change::Growth => format!("((({goal})/{level})^(1/{left})-1)*100"),
            Change::Decline => format!("(1-(({goal})/{level})^(1/{left}))*100"),
            Change::Points => format!("({goal}-{level})/{left}"),
        }
    }

    /// A rate, as [`Self::rounded`] has it, or in words why there is none.
    fn enough(&self, rate: &str, places: usize) -> String {
        let enough = self.rounded(rate, places);
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        // What multiplies cannot get to zero or below, although an odd root of such a figure exists.
        match self.ledger.change {
            Change::Points => enough,
            Change::Growth | Change::Decline => {
                format!(
                    "IF({goal}/{level}>0,{enough},{})",
                    quoted(&say(self.layout.input.language, "why-not-reachable"))
                )
            }
        }
    }

    /// A change rounded to the side on which entering it meets the target. Digits that arithmetic leaves behind do not
    /// count, unless the target is strict: then its line alone is not enough.
    fn rounded(&self, rate: &str, places: usize) -> String {
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        let target = self.promised.target;
        let dust = format!("1E-10*MAX(1,ABS({goal}))");
        let is_strict = target.comparator.is_strict() && !matches!(target.form, Form::Between(..));
        let rounded = |goes_up: bool| {
            // Up and down as spreadsheets have it are away from zero and towards it.
            let sign = if goes_up == is_strict { "+" } else { "-" };
            let (above, below) = if goes_up {
                ("ROUNDUP", "ROUNDDOWN")
            } else {
                ("ROUNDDOWN", "ROUNDUP")
            };
            format!("IF({rate}>=0,{above}({rate}{sign}{dust},{places}),{below}({rate}{sign}{dust},{places}))")
        };
        let is_higher_better = self.ledger.change.rises();
        match target.form {
            Form::Between(..) => format!(
                "IF({goal}<{level},{},{})",
                rounded(!is_higher_better),
                rounded(is_higher_better)
            ),
            _ => rounded(target.on_levels().is_ceiling() != is_higher_better),
        }
    }
}

/// The change from one cell to another, as the convention counts it.
fn change(convention: Change, from: &str, to: &str) -> String {
    match convention {
        Change::Growth => format!("({to}/{from}-1)*100"),
        Change::Decline => format!("(1-{to}/{from})*100"),
        Change::Points => format!("{to}-{from}"),
    }
}
