//! Arithmetic on as many numbers at once as the processor has room for.

/// Does what `work` does, in instructions for this processor: everything that is inlined into `work` is compiled for plain
/// processors and for those with AVX2, and one of the two is taken. Not a digit differs: Rust fuses no operations.
#[inline]
pub(crate) fn widely(work: impl FnMut()) {
    pulp::Arch::new().dispatch(Wide(work));
}

/// A closure by itself would not do: pulp calls it through a function of its own, which is compiled for plain processors.
struct Wide<F>(F);

impl<F: FnMut()> pulp::WithSimd for Wide<F> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(mut self, _: S) {
        (self.0)();
    }
}
