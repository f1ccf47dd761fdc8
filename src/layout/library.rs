//! The layouts there are: those of the binary, and those that a pack keeps beside its facts.

use super::fields::{Base, FieldFacts, LayoutFacts, fields_record};
use super::messages as say;
use super::mistakes;
use super::render::Engines;
use crate::pack::read::{Read, Reader, Word, join, nearest};
use crate::pack::shape::Record;
use crate::picture::Picture;
use crate::source::{self, Finding, Findings, Folder, Place, SourceId, Sources};
use crate::style::{self, StyleFacts, StyleSheet};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

mod built_in {
    use super::BuiltIn;
    include!(concat!(env!("OUT_DIR"), "/templates.rs"));
}

/// A file of a layout in the binary.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// The layout's name.
    pub layout: &'static str,
    /// The file's name.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// What it was compiled to, if it is a template; see [`super::ready`].
    pub compiled: &'static [u8],
}

/// The files of the layouts in the binary, sorted.
pub static BUILT_IN: &[BuiltIn] = built_in::FILES;

/// The folders of a pack that may hold layouts.
pub const FOLDERS: [&str; 2] = ["templates", "макеты"];
/// The style sheet that all others differ from.
const OFFICIAL: &str = "official";

/// A layout, ready to be rendered.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Its name: that of its folder.
    pub name: String,
    /// Its templates; the first is the layout itself, the others are its partials.
    pub templates: Vec<Template>,
    /// The fields that its documents have besides those of its base.
    pub fields: Vec<FieldFacts>,
    /// What its documents are besides these fields.
    pub base: Base,
    /// The forms in which its documents are written; by extension.
    pub formats: Vec<&'static str>,
    /// The keys of its documents.
    pub record: Arc<Record>,
    /// Its geometry and styles.
    pub styles: Arc<StyleSheet>,
    /// Its templates as the engine has them, made when a document first wants them.
    pub(super) engines: Engines,
}

/// What a layout says of itself.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Its name.
    pub name: String,
    /// What its documents are called in Russian.
    pub title_ru: String,
    /// What its documents are called in English.
    pub title_en: String,
    /// The keys of its documents.
    pub record: Record,
}

/// A template of a layout.
#[derive(Clone, Debug)]
pub struct Template {
    /// The name by which it is called.
    pub name: String,
    /// Its file.
    pub source: SourceId,
    /// What it was compiled to with the program, if it is the program's own.
    pub compiled: Option<&'static [u8]>,
}

impl Layout {
    /// Its template of a name.
    pub fn template(&self, name: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.name == name)
    }

    /// Whether its templates may print what is called so; one that looks names up may print anything.
    pub fn asks_for(&self, name: &str, sources: &Sources) -> bool {
        let texts = self.templates.iter().filter_map(|template| sources.get(template.source).text.as_deref());
        texts.into_iter().any(|text| text.contains(name) || text.contains("lookup"))
    }

    /// The files of its templates by their names, in their order.
    pub fn files(&self) -> Vec<(String, SourceId)> {
        self.templates.iter().map(|template| (template.name.clone(), template.source)).collect()
    }
}

/// All layouts within reach of a pack.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The text of each file by layout and file name.
    files: BTreeMap<String, BTreeMap<String, File>>,
    /// The layouts that were read.
    read: BTreeMap<String, Arc<Layout>>,
    /// The style sheets that were read, by layout: most layouts share some.
    sheets: BTreeMap<String, Arc<[StyleFacts]>>,
}

#[derive(Clone, Debug)]
enum File {
    BuiltIn(&'static BuiltIn),
    OfPack(String),
}

impl Library {
    /// The layouts of the binary, then those of the pack, file by file.
    pub fn open(folder: &Folder) -> Library {
        let mut library = Library::built_in();
        for place in folders(folder.root()) {
            for (layout, file) in files_below(&folder.root().join(&place)) {
                library.put(&layout, &file, File::OfPack(format!("{place}/{layout}/{file}")));
            }
        }
        library
    }

    /// What is said about the folders of a pack's layouts: those that change nothing, and files
    /// of one name of which only one counts.
    pub fn strays(&self, folder: &Folder) -> Vec<Finding> {
        let mut strays = Vec::new();
        for place in folders(folder.root()) {
            let files = files_below(&folder.root().join(&place));
            let layouts: BTreeSet<&String> = files.iter().map(|(layout, _)| layout).collect();
            for name in layouts {
                if name != OFFICIAL && !self.names().any(|known| known == name) {
                    let known = nearest(name, self.names())
                        .map_or_else(|| join(self.names()), |near| format!("`{near}`"));
                    let finding = Finding::new(&say::STRAY_LAYOUT).arg("folder", format!("{place}/{name}"));
                    strays.push(finding.arg("name", name.as_str()).arg("known", known));
                }
            }
            for (name, file) in &files {
                match self.files.get(name).and_then(|files| files.get(file)) {
                    Some(File::OfPack(counts)) if *counts != format!("{place}/{name}/{file}") => {
                        let other = counts.split('/').next().unwrap_or_default();
                        let finding = Finding::new(&say::LAYOUT_TWICE).arg("name", name.as_str());
                        let finding = finding.arg("file", file.as_str()).arg("one", place.as_str());
                        strays.push(finding.arg("other", other));
                    }
                    _ => {}
                }
            }
        }
        strays
    }

    /// The layouts of the binary alone.
    pub fn built_in() -> Library {
        let mut library = Library::default();
        for file in BUILT_IN {
            library.put(file.layout, file.name, File::BuiltIn(file));
        }
        library
    }

    /// The layouts with what they say of themselves; `folder` is the pack's, where they were
    /// opened with one. A layout that cannot be read says it when a document is built with it.
    pub fn summaries(&self, folder: &Folder) -> Vec<Summary> {
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let mut summary = |name: &str| {
            let facts = self.facts(name, folder, &mut sources, &mut findings);
            let base = facts.as_ref().map_or(Base::Resolution, LayoutFacts::base);
            let title = |word: Option<&Word>| word.map_or_else(|| name.to_owned(), |word| word.value.clone());
            let fields = facts.as_ref().map_or(&[][..], |facts| &facts.fields);
            Summary {
                name: name.to_owned(),
                title_ru: title(facts.as_ref().and_then(|facts| facts.title_ru.as_ref())),
                title_en: title(facts.as_ref().and_then(|facts| facts.title_en.as_ref())),
                record: fields_record(name, base, fields),
            }
        };
        self.names().map(&mut summary).collect()
    }

    fn put(&mut self, layout: &str, file: &str, text: File) {
        self.files.entry(layout.to_owned()).or_default().insert(file.to_owned(), text);
    }

    /// The names of the layouts that documents can have.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|(_, files)| files.contains_key("layout.hbs")).map(|(name, _)| name.as_str())
    }

    /// The layout of a name, asked for at a place.
    pub fn layout(
        &mut self,
        name: &str,
        place: &Place,
        folder: &Folder,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Arc<Layout>> {
        if let Some(layout) = self.read.get(name) {
            return Some(Arc::clone(layout));
        }
        if !self.names().any(|known| known == name) {
            let Some(known) = self.titled(name, folder) else {
                findings.push(self.unknown(name, place));
                return None;
            };
            return self.layout(&known, place, folder, sources, findings);
        }
        let layout = Arc::new(self.compile(name, folder, sources, findings)?);
        self.read.insert(name.to_owned(), Arc::clone(&layout));
        Some(layout)
    }

    /// The layout whose documents are called so in either language: `доклад`.
    pub fn titled(&self, title: &str, folder: &Folder) -> Option<String> {
        let title = title.to_lowercase();
        let is = |summary: &Summary| {
            [&summary.title_ru, &summary.title_en].iter().any(|known| known.to_lowercase() == title)
        };
        self.summaries(folder).into_iter().find(is).map(|summary| summary.name)
    }

    fn unknown(&self, name: &str, place: &Place) -> Finding {
        let near = nearest(name, self.names());
        let message = if near.is_some() { &say::UNKNOWN_LAYOUT_NEAR } else { &say::UNKNOWN_LAYOUT };
        let known = near.unwrap_or_else(|| join(self.names()));
        Finding::new(message).arg("name", name).arg("known", known).at(place.clone())
    }

    fn compile(
        &mut self,
        name: &str,
        folder: &Folder,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Layout> {
        let facts = self.facts(name, folder, sources, findings);
        let family = self.family(name, facts.as_ref(), folder, sources, findings)?;
        let templates = self.templates(&family, folder, sources, findings);
        if let Some(facts) = &facts {
            mistakes::look(name, facts, &templates, sources, findings);
        }
        let chain = std::iter::once(OFFICIAL).chain(family.iter().rev().map(String::as_str));
        let sheets: Vec<_> =
            chain.map(|layout| self.style_sheets(layout, folder, sources, findings)).collect();
        let all = || sheets.iter().flat_map(|sheets| sheets.iter());
        let mut styles = style::compose(all(), findings);
        let emblem = all().filter_map(|sheet| sheet.emblem.as_ref()).next_back();
        styles.emblem = emblem.and_then(|word| {
            let place = Place::Text(word.span);
            Picture::read(&word.value, &place, folder, sources, findings).map(Arc::new)
        });
        let styles = Arc::new(styles);
        let base = facts.as_ref().map_or(Base::Resolution, LayoutFacts::base);
        let formats = facts.as_ref().map_or_else(usual_formats, formats);
        let fields = facts.map_or_else(Vec::new, |facts| facts.fields);
        let record = Arc::new(fields_record(name, base, &fields));
        (!templates.is_empty()).then(|| Layout {
            name: name.to_owned(),
            templates,
            fields,
            base,
            formats,
            record,
            styles,
            engines: Engines::default(),
        })
    }

    /// The layout and those that it is based on, itself first.
    fn family(
        &self,
        name: &str,
        facts: Option<&LayoutFacts>,
        folder: &Folder,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Vec<String>> {
        let mut family = vec![name.to_owned()];
        let mut next = facts.and_then(|facts| facts.extends.clone());
        while let Some(word) = next {
            let place = Place::Text(word.span);
            if family.contains(&word.value) {
                findings.push(Finding::new(&say::BASED_ON_ITSELF).arg("name", word.value).at(place));
                return None;
            }
            if !self.names().any(|known| known == word.value) {
                findings.push(self.unknown(&word.value, &place));
                return None;
            }
            let facts = self.facts(&word.value, folder, sources, findings);
            next = facts.and_then(|facts| facts.extends);
            family.push(word.value);
        }
        Some(family)
    }

    /// The templates of a family; each stands in place of one of its name further back. The
    /// first is the layout itself.
    fn templates(
        &self,
        family: &[String],
        folder: &Folder,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Vec<Template> {
        let mut templates: Vec<Template> = Vec::new();
        for (name, stem) in self.stems(family) {
            let file = format!("{stem}.hbs");
            let Some(source) = self.text(&name, &file, folder, sources, findings) else { continue };
            let compiled = match self.files.get(&name).and_then(|files| files.get(&file)) {
                Some(File::BuiltIn(file)) => Some(file.compiled),
                _ => None,
            };
            templates.push(Template { name: stem, source, compiled });
        }
        templates
    }

    /// The templates of a family as layout and name, the layout itself first.
    fn stems(&self, family: &[String]) -> Vec<(String, String)> {
        let mut stems: Vec<(String, String)> = Vec::new();
        for name in family {
            let files = self.files.get(name).into_iter().flat_map(BTreeMap::keys);
            for stem in files.filter_map(|file| file.strip_suffix(".hbs")) {
                if !stems.iter().any(|(_, known)| known == stem) {
                    stems.push((name.clone(), stem.to_owned()));
                }
            }
        }
        stems.sort_by_key(|(_, stem)| stem != "layout");
        stems
    }

    fn facts(
        &self,
        name: &str,
        folder: &Folder,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<LayoutFacts> {
        self.files.get(name)?.get("fields.yaml")?;
        let source = self.text(name, "fields.yaml", folder, sources, findings)?;
        read_file(source, sources, findings)
    }

    /// The layout's style sheet from the binary and the one that a pack keeps in its place: an
    /// office writes only what it wants otherwise.
    fn style_sheets(
        &mut self,
        name: &str,
        folder: &Folder,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Arc<[StyleFacts]> {
        if let Some(read) = self.sheets.get(name) {
            return Arc::clone(read);
        }
        let file = "style.yaml";
        let built_in = BUILT_IN.iter().find(|known| known.layout == name && known.name == file);
        let mut sheets: Vec<SourceId> = built_in
            .map(|known| sources.add_text(format!("templates/{name}/{file}"), known.text))
            .into_iter()
            .collect();
        if let Some(File::OfPack(_)) = self.files.get(name).and_then(|files| files.get(file)) {
            sheets.extend(self.text(name, file, folder, sources, findings));
        }
        let read: Arc<[StyleFacts]> =
            sheets.into_iter().filter_map(|source| read_file(source, sources, findings)).collect();
        self.sheets.insert(name.to_owned(), Arc::clone(&read));
        read
    }

    fn text(
        &self,
        layout: &str,
        file: &str,
        folder: &Folder,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<SourceId> {
        match self.files.get(layout)?.get(file)? {
            File::BuiltIn(known) => Some(sources.add_text(format!("templates/{layout}/{file}"), known.text)),
            File::OfPack(name) => folder.read_text(name, None, sources, findings),
        }
    }

    /// The files of a layout, for `layouts export`: name and text.
    pub fn export(name: &str) -> Vec<(&'static str, &'static str)> {
        let own = BUILT_IN.iter().filter(|file| file.layout == name);
        own.map(|file| (file.name, file.text)).collect()
    }
}

/// The formats of a layout that names none.
fn usual_formats() -> Vec<&'static str> {
    vec!["pdf", "docx"]
}

fn formats(facts: &LayoutFacts) -> Vec<&'static str> {
    let named: Vec<_> = facts.formats.iter().map(|format| format.word).collect();
    if named.is_empty() { usual_formats() } else { named }
}

/// The folders of a pack that may hold layouts and are there, as they are spelled.
fn folders(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let spelled = |place: &str| {
        let mut names: Vec<&String> = names.iter().filter(|name| name.to_lowercase() == place).collect();
        names.sort();
        names.into_iter().cloned().collect::<Vec<_>>()
    };
    FOLDERS.into_iter().flat_map(spelled).collect()
}

/// The files in the folders of a folder, as folder and file name, sorted.
fn files_below(place: &Path) -> Vec<(String, String)> {
    let names = |folder: &Path| -> Vec<String> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    let in_layout = |layout: String| {
        let files = names(&place.join(&layout));
        files.into_iter().map(move |file| (layout.clone(), file))
    };
    let mut files: Vec<(String, String)> = names(place).into_iter().flat_map(in_layout).collect();
    files.sort();
    files
}

/// Reads a whole YAML file as one typed value.
pub fn read_file<T: Read>(source: SourceId, sources: &Sources, findings: &mut Findings) -> Option<T> {
    let text = sources.get(source).text.clone()?;
    let before = findings.list.len();
    let node = source::parse(source, &text, findings)?;
    let mut reader = Reader::new(sources);
    reader.broken = findings.list.len() > before;
    let value = T::read(&node, &mut reader);
    findings.append(reader.findings);
    value
}
