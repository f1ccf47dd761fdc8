//! The names of what references lead to.

/// The stable name of something that can be referred to. A clause and a table may have the same
/// name: they are two anchors.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// What it is the name of.
    pub kind: AnchorKind,
    /// The name: letters, digits and `_`, beginning with a letter.
    pub name: String,
}

/// What an anchor is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnchorKind {
    /// A clause, or anything else that a layout names.
    Clause,
    /// A table.
    Table,
    /// A chart or a picture.
    Figure,
    /// An appendix.
    Appendix,
}

impl AnchorKind {
    /// The kinds by the words that layouts use.
    pub const WORDS: [(&str, AnchorKind); 4] = [
        ("clause", AnchorKind::Clause),
        ("table", AnchorKind::Table),
        ("figure", AnchorKind::Figure),
        ("appendix", AnchorKind::Appendix),
    ];

    /// The kind of a layout's word; a clause for none.
    pub fn of_word(word: Option<&str>) -> AnchorKind {
        let known = AnchorKind::WORDS.iter().find(|(own, _)| word == Some(*own));
        known.map_or(AnchorKind::Clause, |(_, kind)| *kind)
    }

    /// What stands before the name where names of all kinds share one space: those of bookmarks
    /// in Word and of destinations in PDF.
    fn prefix(self) -> &'static str {
        match self {
            AnchorKind::Clause => "",
            AnchorKind::Table => "табл_",
            AnchorKind::Figure => "рис_",
            AnchorKind::Appendix => "прил_",
        }
    }
}

impl Anchor {
    /// A clause's.
    pub fn clause(name: impl Into<String>) -> Anchor {
        Anchor { kind: AnchorKind::Clause, name: name.into() }
    }

    /// The name of its bookmark in Word and of its destination in PDF: at most 40 characters
    /// where the name itself is good. Two anchors may want the same one.
    pub fn bookmark(&self) -> String {
        format!("{}{}", self.kind.prefix(), self.name)
    }
}
