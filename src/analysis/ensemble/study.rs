//! What is the same for all draws of a scenario: the compiled program, what is judged, and what cannot be.

use super::watch::{Watched, fixed_leaves, levels};
use crate::analysis::draws::{Draws, DrawsError, Half, Sampling};
use crate::analysis::judge::TargetJudge;
use crate::model::{Assessment, LANES, Program, Projection, assess, project};
use crate::plan::{Dynamics, IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;

/// Bytes of columns that are kept at once.
const ROOM: u64 = 400 << 20;

/// A scenario with uncertain rates, ready to be drawn from.
#[derive(Clone, Debug)]
pub struct Study<'a> {
    pub(super) plan: &'a Plan,
    pub(super) projection: Projection,
    pub(super) draws: Draws,
    pub(super) program: Program,
    /// Every target, in the plan's order.
    pub(super) subjects: Vec<Subject<'a>>,
    pub(super) watched: Vec<Watched>,
    /// Steps up to which targets need levels to be possible, and the last one, in rising order.
    pub(super) cuts: Vec<usize>,
    /// By indicator, the steps that draws move.
    pub(super) moved: Vec<Vec<bool>>,
    /// Bytes of columns that are kept at once.
    pub(super) room: u64,
}

/// A target and what draws can do to it.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    pub judge: TargetJudge<'a>,
    pub is_binding: bool,
    /// Whether it rests on data or stated rates, at least in part.
    pub is_judged: bool,
    /// Whether nothing to come can change the judgement.
    pub is_decided: bool,
    pub reach: Reach,
}

/// How far draws reach a target.
#[derive(Clone, Debug)]
pub(super) enum Reach {
    /// Not at all: it is met, or it is not.
    Never(bool),
    /// Its level varies, or that of something that it needs: the marks of what it needs, by watched indicator and cut.
    Varies(Vec<usize>),
}

impl<'a> Study<'a> {
    /// Compiles a scenario.
    ///
    /// # Errors
    /// Why nothing can be drawn.
    pub fn of(plan: &'a Plan, scenario: &Scenario, sampling: Sampling) -> Result<Self, DrawsError> {
        let draws = Draws::of(plan, scenario, sampling)?;
        let program = Program::compile(plan, scenario, draws.parameters());
        let projection = project(plan, scenario);
        let assessments = assess(plan, scenario, &projection);
        let mut cuts: Vec<usize> = plan.targets().map(|(.., target)| plan.due_step(target)).collect();
        cuts.push(plan.steps());
        cuts.sort_unstable();
        cuts.dedup();
        let mut study = Self {
            plan,
            watched: Watched::all(plan, &projection, &program),
            moved: moved(plan, &draws, &program),
            subjects: Vec::with_capacity(assessments.len()),
            cuts,
            draws,
            program,
            projection,
            room: ROOM,
        };
        for assessment in &assessments {
            study.subjects.push(study.subject(assessment));
        }
        Ok(study)
    }

    /// Keeps columns of at most so many bytes at once; what needs more takes the draws another time. Changes no result.
    #[must_use]
    pub fn with_room(self, bytes: u64) -> Self {
        Self { room: bytes, ..self }
    }

    fn subject(&self, assessment: &Assessment) -> Subject<'a> {
        let judge = TargetJudge::of(self.plan, &self.projection, assessment.target, true);
        let due = judge.due;
        let cut = self.cuts.partition_point(|cut| *cut < due);
        let needed = needed(self.plan, judge.ix.indicator);
        let mut is_possible = true;
        let mut marks = Vec::new();
        for ix in needed {
            match self.watched.iter().position(|watched| watched.ix == ix) {
                Some(watched) if self.moves(ix, 0..due + 1) => marks.push(watched * self.cuts.len() + cut),
                _ => is_possible &= !fixed_leaves(self.plan, &self.projection, ix, due),
            }
        }
        let reach = if !is_possible {
            Reach::Never(false)
        } else if !self.moves(judge.ix.indicator, judge.steps()) {
            Reach::Never(assessment.status == crate::model::Status::Met)
        } else {
            Reach::Varies(marks)
        };
        Subject {
            is_binding: judge.target.binding,
            is_judged: assessment.is_judged(),
            is_decided: assessment.is_decided(),
            reach,
            judge,
        }
    }

    /// Whether draws move an indicator in some steps.
    pub(super) fn moves(&self, ix: IndicatorIx, mut steps: std::ops::Range<usize>) -> bool {
        let moved = &self.moved[ix.position()];
        steps.any(|step| moved.get(step).copied().unwrap_or(false))
    }

    /// The plan.
    #[must_use]
    pub const fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// The judged targets that draws reach, in the plan's order.
    pub fn reached(&self) -> impl Iterator<Item = TargetIx> {
        let subjects = self.subjects.iter();
        let reached =
            subjects.filter(|subject| subject.is_judged && matches!(subject.reach, Reach::Varies(_)));
        reached.map(|subject| subject.judge.ix)
    }

    /// What is drawn.
    #[must_use]
    pub const fn draws(&self) -> &Draws {
        &self.draws
    }

    pub(super) const fn program(&self) -> &Program {
        &self.program
    }

    /// The projection at the scheduled rates.
    #[must_use]
    pub const fn projection(&self) -> &Projection {
        &self.projection
    }

    pub(super) fn place(&self, target: TargetIx) -> Option<usize> {
        self.subjects
            .iter()
            .position(|subject| subject.judge.ix == target)
    }
}

/// An indicator and everything that it is derived from.
fn needed(plan: &Plan, ix: IndicatorIx) -> Vec<IndicatorIx> {
    let mut found = vec![ix];
    let mut next = 0;
    while let Some(ix) = found.get(next).copied() {
        next += 1;
        if let Dynamics::Derived(expression) = &plan.get(ix).dynamics {
            for input in expression.inputs() {
                if !found.contains(&input) {
                    found.push(input);
                }
            }
        }
    }
    found
}

/// By indicator and step, whether draws move the level: whether it differs among some of them.
fn moved(plan: &Plan, draws: &Draws, program: &Program) -> Vec<Vec<bool>> {
    let mut columns = vec![[0.0; LANES]; draws.parameters().len()];
    draws.net(0, Half::A).fill(0, &mut columns);
    let mut block = program.block();
    program.evaluate(&columns, &mut block);
    let differs = |lanes: &[f64; LANES]| lanes.iter().any(|level| level.to_bits() != lanes[0].to_bits());
    plan.iter()
        .map(|(ix, _)| levels(program, &block, ix).iter().map(differs).collect())
        .collect()
}
