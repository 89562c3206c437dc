//! Runtime choice of the widest vector instructions.

/// Runs `work` in this processor's instructions: everything inlined into it is compiled twice, for the baseline and for
/// AVX2. Both give the same bits, because Rust never fuses operations.
#[inline]
pub(crate) fn widely(work: impl FnMut()) {
    pulp::Arch::new().dispatch(Wide(work));
}

/// A bare closure would not do: pulp calls it through a function compiled for the baseline.
struct Wide<F>(F);

impl<F: FnMut()> pulp::WithSimd for Wide<F> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(mut self, _: S) {
        (self.0)();
    }
}
