//! From documents to pages, seen from outside: where lines and pages end, what stands in the
//! structure tree, and that nothing is lost.

mod breaking;
mod dump;
mod golden;
mod nothing_lost;
mod paper;
mod readers;
mod tables;
