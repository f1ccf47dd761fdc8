//! Two spaces in a row, none where one belongs, and marks of punctuation typed twice.

use super::{Both, Check, Field, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// Spaces in a row.
    DOUBLE_SPACE = "double-space", Note,
        ru: "{count} подряд", en: "{count} in a row",
        hint_ru: "оставьте один", hint_en: "keep one";
    /// No space behind a mark of punctuation.
    NO_SPACE = "double-space", Note,
        ru: "нет пробела после знака «{sign}»", en: "no space after «{sign}»",
        hint_ru: "поставьте его", hint_en: "put one";
    /// No space between a word and a quotation mark.
    NO_SPACE_AT_QUOTE = "double-space", Note,
        ru: "между словом и кавычкой {sign} нет пробела", en: "no space between the word and {sign}",
        hint_ru: "поставьте его", hint_en: "put one";
    /// A full stop or a comma twice.
    SIGN_TWICE = "double-space", Note,
        ru: "знак «{sign}» стоит два раза подряд", en: "«{sign}» stands twice in a row",
        hint_ru: "оставьте один; многоточие – три точки", hint_en: "keep one; an ellipsis has three full stops";
    /// A space within brackets or quotation marks.
    SPACE_WITHIN = "double-space", Note,
        ru: "лишний пробел рядом со знаком {sign}", en: "a needless space beside {sign}",
        hint_ru: "уберите его", hint_en: "leave it out";
    /// A space before a sign that follows a word.
    SPACE_BEFORE = "double-space", Note,
        ru: "пробел перед знаком препинания", en: "a space before a mark of punctuation",
        hint_ru: "уберите его", hint_en: "leave it out";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "double-space",
    severity: Severity::Note,
    title: Both {
        ru: "Лишние и пропущенные пробелы и знаки", en: "Spaces and marks too many or too few"
    },
    about: Both {
        ru: "Несколько пробелов подряд внутри строки, в том числе неразрывный рядом с обычным, которого не видно, пробел перед точкой или запятой, внутри скобок и кавычек, нет пробела после точки или запятой, две точки \
             или запятые подряд. Пробелы исправляются сами. Перенос строки файла – один пробел.",
        en: "Several spaces in a row within a line, a no-break space beside a plain one included, a space before a full stop or a comma or within brackets, none after a \
             full stop or a comma, two full stops or commas in a row. Spaces can be corrected automatically. A line break of the file is one space.",
    },
    example: Both {
        ru: "школы города␣␣Каменогорска → школы города␣Каменогорска",
        en: "школы города␣␣Каменогорска → школы города␣Каменогорска",
    },
    source: Both { ru: "набор текста", en: "typesetting" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        for (start, text) in field.written_stretches() {
            of_stretch(view, field, start, text, findings);
            glued(view, field, start, text, findings);
            glued_quotes(view, field, start, text, findings);
        }
    }
}

/// «режиме.Деятельность», «театров,музеев», «просвещение..»: what stands right behind a mark.
fn glued(view: &View<'_>, field: &Field<'_>, start: usize, text: &str, findings: &mut Findings) {
    for (at, sign) in text.match_indices(['.', ',', ';']) {
        let next = text[at + 1..].chars().next();
        let Some(before) =
            text[..at].chars().next_back().filter(|_| next.is_some_and(|next| !next.is_whitespace()))
        else {
            continue;
        };
        let word = word_before(&text[..at]);
        if next == sign.chars().next() {
            let third = text[at + 2..].starts_with('.');
            if !third && sign != ";" && (before.is_alphanumeric() || matches!(before, '»' | ')')) {
                let place = field.at(start + at - word..start + at + 2);
                findings.push(Finding::new(&SIGN_TWICE).arg("sign", sign).at(place));
            }
        } else if (is_small(before) || sign == "," && ends_remark(before))
            && begins_word(&text[at + 1..], sign, &text[at - word..at])
        {
            let end = at + 1 + word_after(&text[at + 1..]);
            let finding =
                Finding::new(&NO_SPACE).arg("sign", sign).at(field.at(start + at - word..start + end));
            findings.push(field.mend(view, finding, start + at + 1..start + at + 1, " "));
        }
    }
}

/// «конкурс«Учитель года»для молодых»: a quotation mark and a word without a space.
fn glued_quotes(view: &View<'_>, field: &Field<'_>, start: usize, text: &str, findings: &mut Findings) {
    for (at, sign) in text.match_indices(['«', '»']) {
        let behind = at + sign.len();
        let (before, next) = (text[..at].chars().next_back(), text[behind..].chars().next());
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let gap = match sign {
            "«" if letter(before) && letter(next) => at,
            "»" if letter(before) && letter(next) => behind,
            _ => continue,
        };
        let (word, end) = (word_before(&text[..gap]), word_after(&text[gap..]));
        let place = field.at(start + gap - word..start + gap + end);
        let finding = Finding::new(&NO_SPACE_AT_QUOTE).arg("sign", sign).at(place);
        findings.push(field.mend(view, finding, start + gap..start + gap, " "));
    }
}

/// What may stand before a comma besides a letter: «(школа № 5),где», «И. И.,а».
fn ends_remark(c: char) -> bool {
    matches!(c, '.' | ')' | '»' | '%')
}

fn is_small(c: char) -> bool {
    matches!(c, 'а'..='я' | 'ё')
}

/// Whether a word begins behind a mark: any behind a comma; behind a full stop one that begins a
/// sentence, for «т.е.» and «просп.Ленина» are abbreviations.
fn begins_word(text: &str, sign: &str, before: &str) -> bool {
    let mut next = text.chars();
    let (first, second) = (next.next().unwrap_or(' '), next.next().unwrap_or(' '));
    let capital = matches!(first, 'А'..='Я' | 'Ё');
    match sign {
        "." => capital && is_small(second) && ends_word(before),
        _ => capital || is_small(first) || first == '«',
    }
}

/// Whether a full stop ends a sentence behind these letters: they are no abbreviation.
fn ends_word(before: &str) -> bool {
    const SHORTENED: &[&str] = &[
        "просп",
        "обл",
        "тел",
        "корп",
        "стр",
        "каб",
        "пер",
        "пос",
        "рис",
        "табл",
        "респ",
        "акад",
        "проф",
        "доц",
        "соч",
        "стат",
        "прил",
        "разд",
        "подп",
        "комн",
        "дер",
        "ауд",
        "нач",
        "зам",
        "инж",
        "наб",
        "бульв",
        "кварт",
        "микр",
        "муниц",
        "гор",
        "сель",
        "сост",
        "ред",
        "изд",
        "пгт",
        "руб",
        "тыс",
        "млн",
        "чел",
        "экз",
        "шт",
    ];
    let word: String =
        before.chars().rev().take_while(|c| is_small(*c)).collect::<Vec<_>>().into_iter().rev().collect();
    word.chars().count() > 5 || word.chars().count() > 2 && !SHORTENED.contains(&word.as_str())
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\t')
}

fn of_stretch(view: &View<'_>, field: &Field<'_>, start: usize, text: &str, findings: &mut Findings) {
    let mut from = 0;
    while let Some(at) = text[from..].find(is_space).map(|at| from + at) {
        let gap = text[at..].len() - text[at..].trim_start_matches(is_space).len();
        from = at + gap;
        let (before, after) = (&text[..at], &text[from..]);
        let count = text[at..from].chars().count();
        let within = within(before, after);
        let sign = sign(before, after);
        if before.is_empty() || after.is_empty() || (count < 2 && within.is_none() && sign.is_none()) {
            continue;
        }
        let (word, next) = (word_before(before), word_after(after));
        // The blanks at the end of a line, or at its beginning, are not printed.
        if word == 0 || next == 0 {
            continue;
        }
        if let Some(mark) = within {
            // A bracket that closes is all that is shown behind the gap.
            let end = if after.starts_with(mark) { mark.len_utf8() } else { next };
            let place = field.at(start + at - word..start + from + end);
            let finding = Finding::new(&SPACE_WITHIN).arg("sign", mark.to_string()).at(place);
            findings.push(field.mend(view, finding, start + at..start + from, ""));
        } else if let Some(sign) = sign {
            let finding = Finding::new(&SPACE_BEFORE).at(field.at(start + at - word..start + from + sign));
            // «биологии ,химии»: the space goes behind the comma.
            let behind = after[sign..].starts_with(char::is_alphabetic);
            let (end, right) = if behind { (sign, ", ") } else { (0, "") };
            findings.push(field.mend(view, finding, start + at..start + from + end, right));
        } else {
            let no_break = text[at..from].contains('\u{a0}');
            let said =
                (format!("{count} пробела").replace("5 пробела", "5 пробелов"), format!("{count} spaces"));
            let finding = Finding::new(&DOUBLE_SPACE).arg("count", said);
            let finding = finding.at(field.at(start + at - word..start + from + next));
            let one = if no_break { "\u{a0}" } else { " " };
            findings.push(field.mend(view, finding, start + at..start + from, one));
        }
    }
}

/// The bracket or quotation mark on whose inner side a gap lies: «( АППГ», «11 )».
fn within(before: &str, after: &str) -> Option<char> {
    let opening = before.chars().next_back().filter(|c| matches!(c, '(' | '«' | '„'));
    opening.or_else(|| after.chars().next().filter(|c| matches!(c, ')' | '»')))
}

/// The length of a mark of punctuation that belongs to the word before the gap: «развивается .»
fn sign(before: &str, after: &str) -> Option<usize> {
    let sign = after.chars().next().filter(|c| matches!(c, '.' | ',' | ';' | '!' | '?'))?;
    let next = after[sign.len_utf8()..].chars().next();
    let ends = next.is_none_or(|c| c.is_whitespace() || c == '»' || (sign == ',' && c.is_alphabetic()));
    (ends && before.ends_with(|c: char| c.is_alphanumeric() || c == '»' || c == ')'))
        .then_some(sign.len_utf8())
}

/// The bytes of the word at the end of `text`.
fn word_before(text: &str) -> usize {
    text.len() - text.trim_end_matches(|c: char| !c.is_whitespace()).len()
}

/// The bytes of the word at the beginning of `text`.
fn word_after(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| !c.is_whitespace()).len()
}
