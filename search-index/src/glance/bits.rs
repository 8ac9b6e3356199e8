//! Several small numbers in one of 64 bits.

/// A word that is filled, and read, from its lowest bit.
#[derive(Clone, Copy, Default)]
pub(super) struct Bits {
    pub word: u64,
    at: u32,
}

impl Bits {
    pub fn of(word: u64) -> Bits {
        Bits { word, at: 0 }
    }

    pub fn put(self, width: u32, value: u64) -> Bits {
        debug_assert!(value >> width == 0 && self.at + width <= 64, "{value} in {width} bits");
        Bits { word: self.word | value << self.at, at: self.at + width }
    }

    pub fn take(&mut self, width: u32) -> u64 {
        let value = self.word >> self.at & ((1 << width) - 1);
        self.at += width;
        value
    }
}
