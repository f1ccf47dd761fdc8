//! The messages of every room: a new room is added here, for all tests that go over them.

use avgust::source::Message;

/// All messages, room by room.
pub fn all() -> impl Iterator<Item = &'static Message> {
    [
        avgust::source::messages::ALL,
        avgust::tables::messages::ALL,
        avgust::indicators::MESSAGES,
        avgust::pack::messages::ALL,
        avgust::text::messages::ALL,
        avgust::picture::messages::ALL,
        avgust::layout::messages::ALL,
        avgust::style::messages::ALL,
        avgust::document::messages::ALL,
        avgust::typeset::messages::ALL,
        avgust::pdf::messages::ALL,
        avgust::docx::messages::ALL,
        avgust::output::messages::ALL,
        avgust::pipeline::messages::ALL,
        avgust::check::messages::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}
