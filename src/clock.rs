//! The clock: the system's, or one that stands still until a test moves it.

use std::sync::{Arc, Mutex};

use chrono::{Duration, Utc};

use crate::types::time::Moment;

/// Where "now" comes from. Cheap to clone; clones of a fixed clock move together.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    Fixed(Arc<Mutex<Moment>>),
}

impl Clock {
    pub fn fixed(at: Moment) -> Clock {
        Clock::Fixed(Arc::new(Mutex::new(at)))
    }

    pub fn now(&self) -> Moment {
        match self {
            Clock::System => Utc::now().into(),
            Clock::Fixed(at) => *at.lock().expect("the clock's lock is never held over a panic"),
        }
    }

    /// Moves a fixed clock; the system's clock cannot be moved.
    pub fn advance(&self, by: Duration) {
        if let Clock::Fixed(at) = self {
            let mut at = at.lock().expect("the clock's lock is never held over a panic");
            *at = at.plus(by);
        }
    }
}
