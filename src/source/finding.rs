//! What the program has to say about a user's files.

use super::{Arg, Language, Message, Place, Severity, Span};
use std::collections::BTreeMap;

/// A place that a finding points at, with the words to write beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What to say there; `None` for the place alone.
    pub text: Option<Arg>,
}

/// Severity, message, places and hint: an error, a warning or a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its wording and code.
    pub message: &'static Message,
    /// Its severity, which a pack may have changed.
    pub severity: Severity,
    /// What the wording is filled with.
    pub args: Vec<(&'static str, Arg)>,
    /// The places, the most important first.
    pub labels: Vec<Label>,
    /// The user's own lines as they should be written, several lines at most.
    pub rewrite: Option<String>,
    /// What may safely be replaced in her files, so that the finding is gone.
    pub fixes: Vec<Fix>,
}

/// Bytes of a text file, and what may safely stand in their place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// What is replaced; an empty place where something is only put in.
    pub span: Span,
    /// What stands there then.
    pub text: String,
}

impl Finding {
    /// A finding with the message's own severity and no places yet.
    pub fn new(message: &'static Message) -> Finding {
        Finding {
            message,
            severity: message.severity,
            args: Vec::new(),
            labels: Vec::new(),
            rewrite: None,
            fixes: Vec::new(),
        }
    }

    /// The same with an argument for `{name}`, cut where it is longer than anybody reads: a file
    /// may have a great many findings, each of which quotes a great deal of it.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Finding {
        self.args.push((name, value.into().cut()));
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn at(mut self, place: impl Into<Place>) -> Finding {
        self.labels.push(Label { place: place.into(), text: None });
        self
    }

    /// The same with a further place and words beside it.
    #[must_use]
    pub fn label(mut self, place: impl Into<Place>, text: impl Into<Arg>) -> Finding {
        self.labels.push(Label { place: place.into(), text: Some(text.into()) });
        self
    }

    /// The same with the user's lines as they should be written.
    #[must_use]
    pub fn rewrite(mut self, lines: impl Into<String>) -> Finding {
        self.rewrite = Some(lines.into());
        self
    }

    /// The same with something that may safely be replaced. The bytes must stand in the file as
    /// they are shown: no escape of YAML, no folded line break.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Finding {
        self.fixes.push(Fix { span, text: text.into() });
        self
    }

    /// What is wrong.
    pub fn text(&self, language: Language) -> String {
        self.message.text(language, &self.args)
    }

    /// What to write instead; empty where nothing can be advised.
    pub fn hint(&self, language: Language) -> String {
        self.message.hint(language, &self.args)
    }
}

/// The findings of a run, collected so that all of them are said at once.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// In the order in which they were found.
    pub list: Vec<Finding>,
}

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.list.push(finding);
    }

    /// Adds all of another run.
    pub fn append(&mut self, mut other: Findings) {
        self.list.append(&mut other.list);
    }

    /// Adds those of another run that are not here yet.
    pub fn append_new(&mut self, other: Findings) {
        let key = |finding: &Finding| {
            (finding.message.code, finding.labels.first().map(|label| label.place.clone()))
        };
        let mut known: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, finding) in self.list.iter().enumerate() {
            known.entry(key(finding)).or_default().push(at);
        }
        for finding in other.list {
            let alike = known.entry(key(&finding)).or_default();
            if !alike.iter().any(|at| self.list.get(*at) == Some(&finding)) {
                alike.push(self.list.len());
                self.list.push(finding);
            }
        }
    }

    /// Sorted by file and place, the graver first in one place; identical ones once.
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut sorted: Vec<&Finding> = Vec::new();
        let mut list: Vec<&Finding> = self.list.iter().collect();
        list.sort_by_key(|finding| {
            let place = finding.labels.first().map(|label| &label.place);
            let source = place.map(Place::source);
            let whole = matches!(place, Some(Place::File(_)));
            (source, !whole, place, std::cmp::Reverse(finding.severity), finding.message.code)
        });
        for finding in list {
            // Equal findings stand in a run of the same place and code.
            let same = |other: &&&Finding| {
                other.message.code == finding.message.code && other.labels.first() == finding.labels.first()
            };
            if !sorted.iter().rev().take_while(same).any(|other| *other == finding) {
                sorted.push(finding);
            }
        }
        sorted
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|finding| finding.severity == Severity::Error)
    }
}
