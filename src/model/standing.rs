//! How a target stands at its last data.

/// How a target stands at the last data, against even progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is no actual yet.
    Unknown,
    /// The target has already been reached.
    Reached,
    /// It holds so far, as it did in the base year or has to every year, and must keep holding.
    Holds,
    /// Ahead of k / n.
    Ahead,
    /// At k / n.
    OnSchedule,
    /// Behind k / n.
    Behind,
    /// Past a limit that held in the base year, or past a band's far edge.
    BeyondLimit,
    /// Not known yet: a target due every year was met by data but not by interpolated levels in between; or the level
    /// of the due year is interpolated, or follows only partly from data.
    Open,
    /// Not reached, and it can no longer be.
    NotReached,
    /// Further from the target than in the base year.
    WrongDirection,
}

impl Standing {
    /// All standings, from reached to wrong direction, then unknown.
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

    /// A symbol that does not rely on colour.
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
