//! Pictures.

use super::Assembler;
use super::attributes::{anchor, only_handle};
use crate::document::markup::Tag;
use crate::document::messages::NO_DESCRIPTION;
use crate::document::{AnchorKind, Origin, PictureBlock};
use crate::layout::Target;
use crate::layout::messages as say;
use crate::source::{Finding, Place};
use std::sync::Arc;

impl Assembler<'_, '_> {
    /// A picture with the caption that the layout writes; nothing where its file could not be
    /// read, which was said.
    pub(super) fn picture(&mut self, tag: Tag<'_>) -> Option<PictureBlock> {
        let handle = tag.attribute("of").and_then(only_handle);
        let Some(Target::Picture(wanted)) = handle.and_then(|handle| self.parts.handles.get(handle)) else {
            let place = self.lines.place(tag.node);
            self.findings.push(Finding::new(&say::NOT_PRINTABLE).at(place));
            return None;
        };
        let style = self.style(tag, "style", "figure");
        let caption = self.figure_caption(tag);
        let anchor = anchor(tag, AnchorKind::Figure);
        let Some(picture) = self.parts.pictures.get(wanted.key()).map(Arc::clone) else {
            self.unshown.extend(anchor);
            return None;
        };
        if wanted.alt.0.plain().trim().is_empty() {
            let finding = Finding::new(&NO_DESCRIPTION).arg("file", wanted.file.value.clone());
            self.findings.push(finding.at(wanted.alt.0.source.whole()));
        }
        let origin = Origin { place: Place::File(picture.source), figure: None };
        Some(PictureBlock {
            picture,
            alt: wanted.alt.0.plain().split_whitespace().collect::<Vec<_>>().join(" "),
            caption,
            anchor,
            style,
            width: wanted.width.map(|width| width.0),
            height: wanted.height.map(|height| height.0),
            origin,
            written: Place::Text(wanted.file.span),
        })
    }
}
