//! The standard normal distribution: quantiles after Wichura (1988), algorithm AS 241, and probabilities.

use crate::model::LANES;
use crate::model::wide::widely;

/// Up to this distance from one half, the quantile is a rational function of the probability itself.
const CENTRAL: f64 = 0.425;

/// Coefficients of a rational function, highest power first.
struct Rational {
    above: [f64; 8],
    below: [f64; 8],
}

impl Rational {
    #[inline(always)]
    fn at(&self, r: f64) -> f64 {
        horner(&self.above, r) / horner(&self.below, r)
    }
}

#[inline(always)]
fn horner(coefficients: &[f64; 8], r: f64) -> f64 {
    let mut sum = coefficients[0];
    for coefficient in &coefficients[1..] {
        sum = sum * r + coefficient;
    }
    sum
}

/// Near one half, of 0.425² − q².
const MIDDLE: Rational = Rational {
    above: [
        2_509.080_928_730_122_7,
        33_430.575_583_588_13,
        67_265.770_927_008_7,
        45_921.953_931_549_87,
        13_731.693_765_509_46,
        1_971.590_950_306_551_3,
        133.141_667_891_784_38,
        3.387_132_872_796_366_5,
    ],
    below: [
        5_226.495_278_852_854,
        28_729.085_735_721_943,
        39_307.895_800_092_71,
        21_213.794_301_586_597,
        5_394.196_021_424_751,
        687.187_007_492_057_9,
        42.313_330_701_600_91,
        1.0,
    ],
};

/// Further out, of √(−ln p) − 1.6.
const OUTER: Rational = Rational {
    above: [
        0.000_774_545_014_278_341_4,
        0.022_723_844_989_269_184,
        0.241_780_725_177_450_6,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    below: [
        1.050_750_071_644_416_9e-9,
        0.000_547_593_808_499_534_5,
        0.015_198_666_563_616_457,
        0.148_103_976_427_480_08,
        0.689_767_334_985_1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
};

/// Beyond p = e⁻²⁵, of √(−ln p) − 5.
const OUTERMOST: Rational = Rational {
    above: [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        0.001_242_660_947_388_078_4,
        0.026_532_189_526_576_124,
        0.296_560_571_828_504_87,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    below: [
        2.044_263_103_389_939_7e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        0.000_786_869_131_145_613_3,
        0.014_875_361_290_850_615,
        0.136_929_880_922_735_8,
        0.599_832_206_555_888,
        1.0,
    ],
};

/// The standard normal quantile of a probability between 0 and 1; infinite at the ends. The relative error is below 1e-15.
#[must_use]
pub fn normal_quantile(probability: f64) -> f64 {
    let q = probability - 0.5;
    if q.abs() <= CENTRAL {
        return central(q);
    }
    outer(probability)
}

#[inline(always)]
fn central(q: f64) -> f64 {
    q * MIDDLE.at(CENTRAL * CENTRAL - q * q)
}

fn outer(probability: f64) -> f64 {
    let is_low = probability < 0.5;
    let tail = if is_low { probability } else { 1.0 - probability };
    if tail <= 0.0 {
        return if is_low { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let r = (-libm::log(tail)).sqrt();
    let size = if r <= 5.0 {
        OUTER.at(r - 1.6)
    } else {
        OUTERMOST.at(r - 5.0)
    };
    if is_low { -size } else { size }
}

/// Replaces probabilities by their quantiles: the same bits as [`normal_quantile`] lane by lane.
pub(super) fn fill_quantiles(lanes: &mut [f64; LANES]) {
    let given = *lanes;
    widely(
        #[inline(always)]
        || {
            for (lane, probability) in lanes.iter_mut().zip(&given) {
                *lane = central(probability - 0.5);
            }
        },
    );
    for (lane, probability) in lanes.iter_mut().zip(given) {
        if (probability - 0.5).abs() > CENTRAL {
            *lane = outer(probability);
        }
    }
}

/// The probability of a standard normal value at or below this one.
#[must_use]
pub fn normal_probability(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}
