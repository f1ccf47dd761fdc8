//! Words for typed errors.

/// An error that can say in both languages what is wrong, for the argument of a finding.
pub trait Explain {
    /// What is wrong, in Russian and in English: a clause without a capital and a period.
    fn explain(&self) -> (String, String);
}
