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
    let distance = [distance(probability)];
    let mut quantile = [probability];
    fill_outer(&mut quantile, &distance);
    quantile[0]
}

/// √(−ln p) of the probability p that lies beyond, which AS 241 works with; infinite at the ends.
fn distance(probability: f64) -> f64 {
    (-libm::log(tail(probability))).sqrt()
}

#[inline(always)]
fn tail(probability: f64) -> f64 {
    if probability < 0.5 {
        probability
    } else {
        1.0 - probability
    }
}

/// Replaces probabilities far from one half by their quantiles, given their distances.
#[inline(always)]
fn fill_outer(lanes: &mut [f64], distances: &[f64]) {
    for (lane, distance) in lanes.iter_mut().zip(distances) {
        let near = OUTER.at(distance - 1.6);
        let far = OUTERMOST.at(distance - 5.0);
        let size = if *distance <= 5.0 { near } else { far };
        // The quotient of infinite sums is no number.
        let size = if distance.is_finite() { size } else { f64::INFINITY };
        *lane = if *lane < 0.5 { -size } else { size };
    }
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
    // Put side by side first: a branch lane by lane, which nobody can foresee, would take as long as the quantiles.
    let (mut places, mut found) = ([0; LANES], 0);
    for (place, probability) in given.iter().enumerate() {
        places[found.min(LANES - 1)] = place;
        found += usize::from((probability - 0.5).abs() > CENTRAL);
    }
    let (mut outer, mut distances) = ([0.5; LANES], [0.0; LANES]);
    let places = &places[..found];
    for ((outer, distances), place) in outer.iter_mut().zip(&mut distances).zip(places) {
        *outer = given[*place];
        *distances = distance(*outer);
    }
    // In whole vectors: what is beyond the last is not read.
    let filled = found.next_multiple_of(8).min(LANES);
    widely(
        #[inline(always)]
        || fill_outer(&mut outer[..filled], &distances[..filled]),
    );
    for (place, outer) in places.iter().zip(outer) {
        lanes[*place] = outer;
    }
}

/// The probability of a standard normal value at or below this one.
#[must_use]
pub fn normal_probability(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}
