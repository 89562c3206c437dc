//! Direction numbers of Sobol' points after Joe and Kuo (2008), read from `assets/sobol`.

/// Packed polynomials and initial numbers; see the README beside the file.
static PACKED: &[u8] = include_bytes!("../../../assets/sobol/directions.bin");

/// How many dimensions the table has.
pub(super) const DIMENSIONS: usize = 8_192;

/// Digits of a point.
pub(super) const DIGITS: usize = 32;

/// One dimension's direction numbers, each a word whose lowest bit is the first binary digit.
pub(super) type Directions = [u32; DIGITS];

/// Reads the directions of some dimensions, given in rising order; those beyond the table are left out.
pub(super) fn directions(of: &[usize]) -> Vec<Directions> {
    let mut found = Vec::with_capacity(of.len());
    let mut wanted = of.iter().peekable();
    let mut bits = Bits { at: 0 };
    for dimension in 0..DIMENSIONS {
        if wanted.peek().is_none() {
            break;
        }
        let of_dimension = if dimension == 0 {
            std::array::from_fn(|place| 1 << place)
        } else {
            bits.next_dimension()
        };
        while wanted.next_if(|next| **next == dimension).is_some() {
            found.push(of_dimension);
        }
    }
    found
}

/// Where the table is being read, in bits.
struct Bits {
    at: usize,
}

impl Bits {
    fn take(&mut self, width: usize) -> u32 {
        let mut value = 0;
        for place in 0..width {
            let bit = PACKED
                .get(self.at / 8)
                .map_or(0, |byte| byte >> (self.at % 8) & 1);
            value |= u32::from(bit) << place;
            self.at += 1;
        }
        value
    }

    /// The recurrence of Bratley and Fox (1988): v_k = a_1 v_{k−1} ⊕ … ⊕ v_{k−s} ⊕ v_{k−s} / 2^s.
    fn next_dimension(&mut self) -> Directions {
        let degree = self.take(5) as usize;
        let inner = self.take(degree.saturating_sub(1));
        let mut numbers = [0_u32; DIGITS];
        for (place, number) in numbers.iter_mut().enumerate().take(degree) {
            let initial = self.take(place) << 1 | 1;
            *number = initial << (DIGITS - 1 - place);
        }
        for place in degree..DIGITS {
            let oldest = numbers[place - degree];
            let mut number = oldest ^ (oldest >> degree);
            for back in 1..degree {
                if inner >> (degree - 1 - back) & 1 == 1 {
                    number ^= numbers[place - back];
                }
            }
            numbers[place] = number;
        }
        numbers.map(u32::reverse_bits)
    }
}
