//! A task in plain words, for spreadsheets and calendars.

use crate::russian::deadline::{DeadlineValue, Year};
use chrono::NaiveDate;

/// The rows of a register with what is said of all of them.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The title on one line.
    pub title: String,
    /// The day from which calendars reckon.
    pub date: NaiveDate,
    /// The year for which the tasks are set, within which what returns is shown.
    pub year: Option<Year>,
    /// Days before a deadline on which a calendar reminds of it.
    pub remind: Option<u32>,
    /// Whether the tasks come from several documents.
    pub several: bool,
    /// The tasks in their order.
    pub rows: Vec<Row>,
}

/// A task in plain words.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The same on every build, as long as the clause keeps its id (or, without one, its text).
    pub uid: String,
    /// The number of its clause; may be empty.
    pub clause: String,
    /// The kind of the document that it stands in.
    pub document: String,
    /// What is to be done.
    pub task: String,
    /// Who is to do it, with commas between them; may be empty.
    pub to: String,
    /// The deadline as it is worded; may be empty.
    pub due: String,
    /// Who answers for it, with commas between them; may be empty.
    pub responsible: String,
    /// What the deadline means.
    pub deadline: Option<DeadlineValue>,
}

impl Row {
    /// The first day, where the deadline names one.
    pub fn start(&self) -> Option<NaiveDate> {
        self.deadline.as_ref().and_then(DeadlineValue::start)
    }

    /// The last day on which the task may be done; `None` where it never ends or returns.
    pub fn end(&self) -> Option<NaiveDate> {
        self.deadline.as_ref().and_then(DeadlineValue::end)
    }
}
