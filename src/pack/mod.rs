//! What a user wrote, typed: every value keeps its place, the types are the schema.

pub mod chart;
pub mod check_level;
pub mod decimals;
pub mod facts;
pub mod letterhead;
pub mod lock;
pub mod messages;
pub mod moment;
pub mod numbers;
pub mod picture;
mod prose;
pub mod read;
pub mod register;
pub mod report;
pub mod resolution;
pub mod schema;
pub mod shape;
pub mod sheet;
pub mod speech;
mod synonyms;
pub mod task;
