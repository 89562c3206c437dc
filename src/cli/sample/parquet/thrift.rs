//! What Parquet says of itself: Thrift's compact form, as far as it takes that.

/// The kinds of fields.
const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// A structure being written, its fields in rising order.
#[derive(Default)]
pub(super) struct Thrift {
    bytes: Vec<u8>,
    last: u8,
}

impl Thrift {
    fn field(&mut self, id: u8, kind: u8) {
        // All structures of Parquet have fields close enough to each other.
        self.bytes.push((id - self.last) << 4 | kind);
        self.last = id;
    }

    fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn list(&mut self, id: u8, kind: u8, length: usize) {
        self.field(id, LIST);
        if length < 15 {
            self.bytes.push((length as u8) << 4 | kind);
        } else {
            self.bytes.push(0xf0 | kind);
            self.number(length as u64);
        }
    }

    /// A whole number of 32 bits, or one of an enumeration.
    pub fn i32(mut self, id: u8, value: u32) -> Self {
        self.field(id, I32);
        // Zigzag: there are no negative ones here.
        self.number(u64::from(value) << 1);
        self
    }

    /// A whole number of 64 bits.
    pub fn i64(mut self, id: u8, value: u64) -> Self {
        self.field(id, I64);
        self.number(value << 1);
        self
    }

    /// A text.
    pub fn string(mut self, id: u8, text: &str) -> Self {
        self.field(id, BINARY);
        self.text(text);
        self
    }

    /// A list of one text.
    pub fn strings(mut self, id: u8, text: &str) -> Self {
        self.list(id, BINARY, 1);
        self.text(text);
        self
    }

    /// A list of one number.
    pub fn numbers(mut self, id: u8, value: u32) -> Self {
        self.list(id, I32, 1);
        self.number(u64::from(value) << 1);
        self
    }

    /// A structure within.
    pub fn inner(mut self, id: u8, inner: Self) -> Self {
        self.field(id, STRUCT);
        self.bytes.extend(inner.done());
        self
    }

    /// A list of structures.
    pub fn all(mut self, id: u8, of: Vec<Self>) -> Self {
        self.list(id, STRUCT, of.len());
        for one in of {
            self.bytes.extend(one.done());
        }
        self
    }

    /// The bytes, closed.
    pub fn done(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }
}
