//! The head's report: what its YAML says, and what follows from it and from its text.

use super::messages as say;
use super::read::{At, Named, Read, Reader, Word, join, nearest};
use super::shape::{Name, Shape};
use super::sheet::SummarySheet;
use super::speech::{self, Heading, SlideCue, Speech, SpeechBlock, cue_key};
use crate::record;
use crate::russian::plural;
use crate::russian::speech::clock;
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Node, Place, Span};
use crate::text::{Lines, RichText};

/// Words a minute, where a report does not say how fast it is read.
pub const WORDS_PER_MINUTE: u32 = 110;

record! {
    /// A report.
    pub struct Report: "доклад" / "report" {
        /// The layout.
        layout: Option<Word> = "макет" / "layout",
            "Макет документа: доклад." / "The document's layout: `report`.";
        /// The name of the files.
        file: Option<Word> = "имя_файла" / "file_name",
            "Имя готовых файлов без окончания; без него – как у этого файла." /
            "The name of the finished files without extension; this file's name if not given.";
        /// Its title.
        title: Lines = "название" / "title", "Название доклада." / "The report's title.";
        /// Who reads it.
        speaker: Option<Speaker> = "докладчик" / "speaker",
            "Кто читает: имя из «людей», или инициалы и фамилия." /
            "Who reads it: a name from `people`, or initials and surname.";
        /// The occasion.
        occasion: Option<Lines> = "событие" / "occasion",
            "Где читают: на августовской конференции …; без него – название конференции, которое стоит в родительном падеже." /
            "Where it is read: на августовской конференции …; the conference's name, which is in the genitive, if not given.";
        /// The epigraph.
        epigraph: Option<Epigraph> = "эпиграф" / "epigraph", "Эпиграф и чей он." / "The epigraph and whose it is.";
        /// The file with its text.
        body: Word = "текст" / "body",
            "Файл с текстом доклада: доклад.md." / "The file with the report's text: report.md.";
        /// How fast it is read.
        words_per_minute: Option<At<u32>> = "слов_в_минуту" / "words_per_minute",
            "Сколько слов в минуту читает докладчик; без него – 110." /
            "How many words a minute the speaker reads; 110 if not given.";
        /// How long it may take, minutes.
        limit: Option<At<u32>> = "регламент" / "limit",
            "Сколько минут дано на доклад." / "How many minutes the report may take.";
        /// Theses by section.
        theses: Named<Vec<RichText>> = "тезисы" / "theses",
            "Тезисы разделов под их названиями; без них – первая фраза раздела." /
            "The theses of sections under their titles; the section's first sentence if not given.";
        /// The sheets that its cues show.
        slides: Named<SummarySheet> = "слайды" / "slides",
            "Листы слайдов под именами, которыми их вызывают строки «Слайд: имя»." /
            "The slides' sheets under the names by which lines «Слайд: name» call them.";
        /// What is made of it.
        outputs: Vec<Output> = "выпуски" / "outputs",
            "Что выпускать: доклад, для_выступления, тезисы, слайды; без него – всё." /
            "What to make: report, speaker, outline, slides; everything if not given.";
    }
}

record! {
    /// Who reads a report.
    pub struct Speaker: "докладчик" / "speaker", short Shape::Word => Speaker::short {
        /// A person of the pack, or a name.
        person: Word = "кто" / "who",
            "Имя из «людей» или инициалы и фамилия." / "A name from `people`, or initials and surname.";
        /// The position.
        position: Option<Lines> = "должность" / "position",
            "Должность; без неё – из «людей»." / "The position; the person's own if not given.";
    }
}

impl Speaker {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Speaker> {
        Word::read(node, reader).map(|person| Speaker { person, position: None, span: node.span })
    }
}

record! {
    /// An epigraph.
    pub struct Epigraph: "эпиграф" / "epigraph", short Shape::Lines => Epigraph::short {
        /// Its words.
        text: Lines = "слова" / "words",
            "Слова эпиграфа; переводы строк сохраняются." / "The epigraph's words; line breaks are kept.";
        /// Whose they are.
        source: Option<Lines> = "источник" / "source", "Чьи это слова." / "Whose words these are.";
    }
}

impl Epigraph {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Epigraph> {
        Lines::read(node, reader).map(|text| Epigraph { text, source: None, span: node.span })
    }
}

/// A document that is made of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutputKind {
    /// The full text.
    Full,
    /// The copy that is read at the lectern.
    Speaker,
    /// The outline.
    Outline,
    /// The slides.
    Slides,
}

impl OutputKind {
    /// All of them in their order.
    pub const ALL: [OutputKind; 4] =
        [OutputKind::Full, OutputKind::Speaker, OutputKind::Outline, OutputKind::Slides];

    const WORDS: [Name; 4] = [
        Name::new("доклад", "report"),
        Name::new("для_выступления", "speaker"),
        Name::new("тезисы", "outline"),
        Name::new("слайды", "slides"),
    ];

    /// The layout that makes it.
    pub fn layout(self) -> &'static str {
        match self {
            OutputKind::Full => "report",
            OutputKind::Speaker => "speaker",
            OutputKind::Outline => "outline",
            OutputKind::Slides => "slides",
        }
    }

    /// The name of its files, where the report's own would be `stem`: «доклад – для
    /// выступления», «тезисы». A report whose files have a name of their own lends it to all.
    pub fn file_name(self, stem: &str, english: bool) -> String {
        let words = match self {
            OutputKind::Full => return stem.to_owned(),
            OutputKind::Speaker => ("для выступления", "for the speaker"),
            OutputKind::Outline => ("тезисы", "outline"),
            OutputKind::Slides => ("слайды", "slides"),
        };
        let word = if english { words.1 } else { words.0 };
        let plain = matches!(stem.to_lowercase().as_str(), "доклад" | "report");
        match (self, plain) {
            (OutputKind::Outline | OutputKind::Slides, true) => capital_as(stem, word),
            _ => format!("{stem} – {word}"),
        }
    }
}

/// A word with a capital letter, if `pattern` has one.
fn capital_as(pattern: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if pattern.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}

impl Read for OutputKind {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.choice(node, &Self::WORDS).and_then(|index| Self::ALL.get(index).copied())
    }
}

record! {
    /// One document that is made of a report.
    pub struct Output: "выпуск" / "output",
        short Shape::Choice(OutputKind::WORDS.to_vec()) => Output::short {
        /// Which.
        kind: OutputKind = "что" / "what",
            "доклад, для_выступления, тезисы или слайды." / "report, speaker, outline or slides.";
        /// The name of its files.
        file: Option<Word> = "имя_файла" / "file_name",
            "Имя готовых файлов без окончания." / "The name of the finished files without extension.";
    }
}

impl Output {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Output> {
        OutputKind::read(node, reader).map(|kind| Output { kind, file: None, span: node.span })
    }
}

/// A report with its text.
#[derive(Clone, Debug)]
pub struct Talk {
    /// What its YAML says.
    pub report: Report,
    /// Its text.
    pub speech: Speech,
    /// How many words each block of the text takes to say.
    pub words: Vec<usize>,
    /// What the outline says of each of its [`Talk::parts`].
    pub digests: Vec<Digest>,
    /// Its title and then each heading of its text, as they are printed, on one line each.
    pub titles: Vec<String>,
    /// The names of the report's sheets as cues are compared with them.
    keys: Vec<String>,
}

/// What an outline says of a part where no theses are given.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    /// Its first sentence, a salutation left out.
    pub opening: Option<RichText>,
    /// Its key figures, the most important first.
    pub figures: Vec<KeyFigure>,
}

/// A figure with what it is.
#[derive(Clone, Debug)]
pub struct KeyFigure {
    /// What it is, in words.
    pub title: String,
    /// Where these words stand.
    pub place: Place,
    /// The figure with its unit.
    pub value: RichText,
}

/// A slide: the title, or what a cue shows.
#[derive(Clone, Debug)]
pub struct Slide<'t> {
    /// Its number, from 1, which is the title.
    pub number: usize,
    /// The cue that shows it; `None` for the title.
    pub cue: Option<&'t SlideCue>,
    /// Its sheet; `None` for the title and for a placeholder.
    pub sheet: Option<&'t SummarySheet>,
    /// The section in which its cue stands.
    pub section: Option<&'t Heading>,
    /// What is spoken over it, in order.
    pub spoken: Vec<&'t RichText>,
    /// When it is shown, in seconds from the beginning.
    pub second: u32,
}

/// A part of a report: a section, or what is spoken over one slide where it has no sections.
#[derive(Clone, Debug)]
pub struct Part<'t> {
    /// Its heading; `None` for what stands before the first one.
    pub heading: Option<&'t Heading>,
    /// Its blocks, the heading left out.
    pub blocks: &'t [SpeechBlock],
    /// How many words it takes to say.
    pub words: usize,
    /// How many seconds it takes: from where it begins to where the next one does, so that the
    /// parts add up to the whole.
    pub seconds: u32,
}

impl Talk {
    /// A report with its text, nothing digested or printed yet.
    pub fn new(report: Report, speech: Speech, words: Vec<usize>) -> Talk {
        let keys = report.slides.0.iter().map(|(name, _)| cue_key(&name.value)).collect();
        Talk { report, speech, words, digests: Vec::new(), titles: Vec::new(), keys }
    }

    /// The slides in their order. What is spoken before the first cue belongs to the title.
    pub fn slides(&self) -> Vec<Slide<'_>> {
        let title = Slide { number: 1, cue: None, sheet: None, section: None, spoken: Vec::new(), second: 0 };
        let (mut slides, mut section) = (vec![title], None);
        for (index, block) in self.speech.blocks.iter().enumerate() {
            match block {
                SpeechBlock::Heading(heading) => section = Some(heading),
                SpeechBlock::Cue(cue) => slides.push(Slide {
                    number: cue.number,
                    cue: Some(cue),
                    sheet: self.sheet(cue),
                    section,
                    spoken: Vec::new(),
                    second: self.second(index),
                }),
                spoken => {
                    if let Some(slide) = slides.last_mut() {
                        slide.spoken.extend(spoken.spoken());
                    }
                }
            }
        }
        slides
    }

    /// The sections in their order; first what stands before them, if it says anything.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let blocks = &self.speech.blocks;
        let begins = |block: &SpeechBlock| matches!(block, SpeechBlock::Heading(_));
        let mut parts = Vec::new();
        let mut start = 0;
        while start < blocks.len() || start == 0 {
            let heading = blocks.get(start).and_then(|block| match block {
                SpeechBlock::Heading(heading) => Some(heading),
                _ => None,
            });
            let first = start + usize::from(heading.is_some());
            let length = blocks[first..].iter().take_while(|block| !begins(block)).count();
            let words = self.words.iter().skip(first).take(length).sum();
            if heading.is_some() || length > 0 {
                let seconds = self.second(first + length).saturating_sub(self.second(first));
                parts.push(Part { heading, blocks: &blocks[first..first + length], words, seconds });
            }
            start = (first + length).max(1);
        }
        parts
    }

    /// The sheet that a cue shows.
    pub fn sheet(&self, cue: &SlideCue) -> Option<&SummarySheet> {
        let at = self.keys.iter().position(|key| cue.means_key(key))?;
        self.report.slides.0.get(at).map(|(_, sheet)| sheet)
    }

    /// Words a minute.
    pub fn rate(&self) -> u32 {
        self.report.words_per_minute.as_ref().map_or(WORDS_PER_MINUTE, |rate| rate.value).max(1)
    }

    /// How long so many words take, in seconds.
    pub fn seconds(&self, words: usize) -> u32 {
        let seconds = (words as u64 * 60).div_ceil(u64::from(self.rate()));
        u32::try_from(seconds).unwrap_or(u32::MAX)
    }

    /// When a block of the text begins, in seconds from the beginning.
    pub fn second(&self, block: usize) -> u32 {
        self.seconds(self.words.iter().take(block).sum())
    }

    /// How many words the whole takes.
    pub fn all_words(&self) -> usize {
        self.words.iter().sum()
    }

    /// Says which cues lack a sheet, which sheets and theses nothing shows, and whether the whole
    /// takes too long.
    pub fn check(&self, findings: &mut Findings) {
        if self.all_words() == 0 {
            findings.push(Finding::new(&say::EMPTY_SPEECH).at(self.speech.source));
        }
        self.check_cues(findings);
        self.check_theses(findings);
        self.check_time(findings);
    }

    fn check_cues(&self, findings: &mut Findings) {
        let slides = &self.report.slides;
        for cue in self.speech.cues().filter(|cue| self.sheet(cue).is_none()) {
            let number = cue.number.to_string();
            let failed = slides.1.iter().any(|name| cue.means(name));
            match &cue.name {
                Some(_) if failed => {}
                Some(name) => {
                    let finding = Finding::new(&say::CUE_WITHOUT_SHEET).arg("name", name.value.clone());
                    let known = describe(&name.value, || slides.names());
                    findings.push(finding.arg("number", number).arg("known", known).at(cue.span));
                }
                None => {
                    findings.push(Finding::new(&say::CUE_WITHOUT_NAME).arg("number", number).at(cue.span))
                }
            }
        }
        let lost = self.lost_cues();
        for (name, line) in &lost {
            let finding = Finding::new(&say::CUE_AS_TEXT).arg("name", *name);
            findings.push(finding.at(*line).rewrite(format!("Слайд: {name}")));
        }
        for (name, _) in &slides.0 {
            let told = lost.iter().any(|(lost, _)| *lost == name.value);
            if !told && !self.speech.cues().any(|cue| cue.means(&name.value)) {
                let finding = Finding::new(&say::SHEET_WITHOUT_CUE).arg("name", name.value.clone());
                findings.push(finding.at(name.span));
            }
        }
    }

    /// Lines of the text that name a sheet as a cue does, but are written otherwise and are spoken:
    /// `Слайд сеть`, `(Слайд 3. Сеть)`. The name of each sheet, and the line.
    fn lost_cues(&self) -> Vec<(&str, Span)> {
        let paragraphs = self.speech.blocks.iter().filter_map(|block| match block {
            SpeechBlock::Paragraph(text) => Some(&text.source),
            _ => None,
        });
        let lost = paragraphs.filter_map(|text| {
            let line = text.as_str().lines().next()?;
            let key = cue_key(speech::named_by(line)?);
            let (name, _) = self.report.slides.0.iter().find(|(name, _)| cue_key(&name.value) == key)?;
            Some((name.value.as_str(), text.span(0..line.len())))
        });
        lost.collect()
    }

    fn check_theses(&self, findings: &mut Findings) {
        let titles: Vec<String> =
            self.parts().iter().filter_map(|part| Some(part.heading?.text.plain().to_owned())).collect();
        for (name, _) in &self.report.theses.0 {
            if !titles.iter().any(|title| fold(title) == fold(&name.value)) {
                let near = nearest(&name.value, titles.iter().map(String::as_str));
                let (ru, en) = match near {
                    Some(near) => (format!("возможно, «{near}»?"), format!("perhaps “{near}”?")),
                    None => {
                        let all = join(titles.iter().map(String::as_str));
                        (format!("разделы: {all}"), format!("the sections: {all}"))
                    }
                };
                let finding = Finding::new(&say::THESIS_WITHOUT_SECTION).arg("name", name.value.clone());
                findings.push(finding.arg("known", (ru, en)).at(name.span));
            }
        }
    }

    fn check_time(&self, findings: &mut Findings) {
        if let Some(rate) = self.report.words_per_minute.as_ref().filter(|rate| rate.value == 0) {
            let finding = Finding::new(&say::NO_WORDS_PER_MINUTE).arg("rate", "0");
            return findings.push(finding.at(rate.span));
        }
        let Some(limit) = &self.report.limit else { return };
        let allowed = u64::from(limit.value) * u64::from(self.rate());
        let over = (self.all_words() as u64).saturating_sub(allowed);
        if over == 0 {
            return;
        }
        let longest = self.parts().into_iter().max_by_key(|part| part.words);
        let longest = longest.and_then(|part| part.heading).map_or_else(
            || self.report.title.0.plain().lines().collect::<Vec<_>>().join(" "),
            |heading| heading.text.plain().to_owned(),
        );
        let minutes = clock(self.seconds(self.all_words()));
        let finding = Finding::new(&say::REPORT_TOO_LONG).arg("minutes", minutes);
        let finding = finding.arg("limit", limit.value.to_string()).arg("words", words(over));
        findings.push(finding.arg("longest", longest).at(limit.span));
    }

    /// The theses that are given for a section.
    pub fn theses(&self, section: &Heading) -> &[RichText] {
        let title = fold(section.text.plain());
        let found = self.report.theses.0.iter().find(|(name, _)| fold(&name.value) == title);
        found.map_or(&[], |(_, theses)| theses)
    }
}

/// «44 слова»: how many words are to be cut, in the accusative.
fn words(count: u64) -> (String, String) {
    let noun = plural::word(count.into(), "слово|слова|слов").unwrap_or_default();
    (format!("{count} {noun}"), format!("{count} word{}", if count == 1 { "" } else { "s" }))
}

/// What to write for the name of a sheet that is not there.
fn describe<'w, I: Iterator<Item = &'w str>>(name: &str, names: impl Fn() -> I) -> (String, String) {
    match nearest(name, names()) {
        Some(near) => (format!("возможно, `Слайд: {near}`?"), format!("perhaps `Слайд: {near}`?")),
        None => (
            format!("опишите лист в YAML доклада: `слайды: {{{name}: {{заголовок: …}}}}`"),
            format!("describe the sheet in the report's YAML: `slides: {{{name}: {{title: …}}}}`"),
        ),
    }
}
