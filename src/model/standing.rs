//! Where a target stands at its last data, in one of ten words.

/// Where a target stands at the last actual, against even progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is no actual yet.
    Unknown,
    /// The target itself is reached already.
    Reached,
    /// It holds, as it did in the base year or has to in every year, and must go on doing so.
    Holds,
    /// Further than k / n of the way.
    Ahead,
    /// Exactly k / n of the way.
    OnSchedule,
    /// Not as far.
    Behind,
    /// Beyond a limit that held in the base year, or out of a band at the other end.
    BeyondLimit,
    /// Not known yet: what is due in every year was met in the years with data, but not by what lies between; or the level
    /// of the due year lies between data, or follows from what is data only in part.
    Open,
    /// Not reached, and no data to come can change that.
    NotReached,
    /// Further from the target than in the base year.
    WrongDirection,
}

impl Standing {
    /// All of them, from the target reached to the wrong way, and what is not known.
    pub const ALL: [Self; 10] = [
        Self::Reached,
        Self::Holds,
        Self::Ahead,
        Self::OnSchedule,
        Self::Behind,
        Self::BeyondLimit,
        Self::NotReached,
        Self::WrongDirection,
        Self::Open,
        Self::Unknown,
    ];

    /// A sign that tells it without colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Unknown | Self::Open => "–",
            Self::Reached | Self::Holds => "✔",
            Self::Ahead => "▲",
            Self::OnSchedule => "●",
            Self::Behind => "◆",
            Self::BeyondLimit | Self::NotReached => "✘",
            Self::WrongDirection => "▼",
        }
    }
}
