//! Rules of the Russian language that documents need; pure functions.
