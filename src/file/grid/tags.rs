//! HTML tokens with a limit on attributes per tag.
//!
//! The tokenizer recurses per attribute, so some ten thousand attributes would overflow the stack.

use std::cell::Cell;
use std::error::Error;
use std::fmt;
use std::rc::Rc;

use html5gum::{
    DefaultEmitter, Emitter, ForwardingEmitter, Readable, Reader, StringReader, Token, Tokenizer,
};

/// Real tags have a dozen.
pub(super) const MOST_ATTRIBUTES: usize = 200;

/// Reading stopped at a tag with too many attributes.
#[derive(Debug)]
pub(super) struct TooManyAttributes;

impl fmt::Display for TooManyAttributes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a tag has more than {MOST_ATTRIBUTES} attributes")
    }
}

impl Error for TooManyAttributes {}

/// Tokens up to a tag with too many attributes.
pub(super) fn tokens(page: &str) -> impl Iterator<Item = Result<Token, TooManyAttributes>> {
    let attributes = Rc::new(Cell::new(0));
    let reader = AttributeLimit {
        page: page.to_reader(),
        attributes: Rc::clone(&attributes),
    };
    let inner = DefaultEmitter::default();
    Tokenizer::new_with_emitter(reader, Counting { inner, attributes })
}

/// Counts attributes of the current tag.
struct Counting {
    inner: DefaultEmitter,
    attributes: Rc<Cell<usize>>,
}

impl ForwardingEmitter for Counting {
    type Token = Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = Token> {
        &mut self.inner
    }

    fn init_start_tag(&mut self) {
        self.attributes.set(0);
        Emitter::init_start_tag(&mut self.inner);
    }

    fn init_end_tag(&mut self) {
        self.attributes.set(0);
        Emitter::init_end_tag(&mut self.inner);
    }

    fn init_attribute(&mut self) {
        self.attributes.set(self.attributes.get() + 1);
        Emitter::init_attribute(&mut self.inner);
    }
}

/// Stops the input once a tag has too many.
struct AttributeLimit<'p> {
    page: StringReader<'p>,
    attributes: Rc<Cell<usize>>,
}

impl AttributeLimit<'_> {
    fn ask(&self) -> Result<(), TooManyAttributes> {
        if self.attributes.get() > MOST_ATTRIBUTES {
            return Err(TooManyAttributes);
        }
        Ok(())
    }
}

impl Reader for AttributeLimit<'_> {
    type Error = TooManyAttributes;

    fn read_byte(&mut self) -> Result<Option<u8>, TooManyAttributes> {
        self.ask()?;
        let Ok(byte) = self.page.read_byte();
        Ok(byte)
    }

    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, TooManyAttributes> {
        self.ask()?;
        let Ok(is_there) = self.page.try_read_string(text, case_sensitive);
        Ok(is_there)
    }

    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        buffer: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, TooManyAttributes> {
        self.ask()?;
        let Ok(found) = self.page.read_until(needle, buffer);
        Ok(found)
    }
}
