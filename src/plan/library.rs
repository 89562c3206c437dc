//! Built-in plans.

use std::sync::{Arc, LazyLock};

use super::{Plan, read_text};
use crate::file::Failure;

/// A plan compiled into the program.
pub struct BuiltInPlan {
    /// The id that scenarios refer to.
    pub id: &'static str,
    /// The RON text.
    pub text: &'static str,
}

/// All built-in plans in menu order; the first is the default.
pub const BUILT_IN: [BuiltInPlan; 1] = [BuiltInPlan {
    id: "industrial-upgrading-2011-2015",
    text: include_str!("../../seeds/industrial-upgrading-2011-2015.ron"),
}];

/// A built-in plan by id, if there is one.
///
/// # Errors
/// [`Failure::Invalid`] if the built-in text is invalid, which tests rule out.
pub fn built_in(id: &str) -> Option<Result<Arc<Plan>, Failure>> {
    type Checked = Result<Arc<Plan>, Failure>;
    // Cached: parsing and checking take most of a millisecond.
    static PLANS: LazyLock<Vec<Checked>> = LazyLock::new(|| {
        BUILT_IN
            .iter()
            .map(|plan| read_text(plan.id, plan.text).map(Arc::new))
            .collect()
    });
    let position = BUILT_IN.iter().position(|plan| plan.id == id)?;
    Some(match &PLANS[position] {
        Ok(plan) => Ok(Arc::clone(plan)),
        // Failures cannot be cloned; parsing again gives the same one.
        Err(_) => read_text(BUILT_IN[position].id, BUILT_IN[position].text).map(Arc::new),
    })
}
