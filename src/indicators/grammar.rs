//! The grammar of expressions.
//!
//! ```text
//! sum      = product { ("+" | "-") product }
//! product  = signed { ("*" | "/") signed }
//! signed   = { "-" } atom
//! atom     = number ["%"] | "(" sum ")" | name "(" [ sum { (";" | ",") sum } ] ")"
//!          | name "[" words (";" | "=") words "]" | name [ "." property ]
//! ```
//! A comma between two digits is a decimal comma. Between the arguments of a function it could
//! part two numbers as well, so there it is refused.

use super::expression::{By, Expression, Function, Kind, Piece};
use crate::russian::number::{self, NumberError};
use std::ops::Range;
use winnow::combinator::{alt, cut_err, delimited, opt, peek, preceded, repeat, separated};
use winnow::error::{ErrMode, ParserError};
use winnow::prelude::*;
use winnow::stream::{LocatingSlice, Location, Stateful};
use winnow::token::{any, one_of, rest, take_till, take_while};

/// Brackets deeper than this are refused.
const DEEPEST: u32 = 64;

/// Where the parser is.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    depth: u32,
    /// Directly between the arguments of a function, where a comma has two readings.
    arguments: bool,
}

type Input<'a> = Stateful<LocatingSlice<&'a str>, State>;
type Parsed<O> = ModalResult<O, SyntaxError>;

/// Why a text is no expression, and the bytes that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SyntaxError {
    pub range: Range<usize>,
    pub kind: Wrong,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Nothing is written.
    Empty,
    /// A value is wanted, something else stands there or the text ends.
    NoValue,
    /// A value has ended, and what follows is no operator.
    NoOperator,
    /// A bracket or a quotation mark is not closed; which one closes it.
    Unclosed(char),
    /// `sum(1,5)`
    TwoReadings,
    TooDeep,
    /// Digits that are no number, and why.
    BadNumber(NumberError),
    UnknownFunction(String),
    UnknownProperty(String),
    /// `бюджет[Школы]`
    NoColumn,
    /// `бюджет[D7]`
    NoExpectation,
}

impl<'a> ParserError<Input<'a>> for SyntaxError {
    type Inner = SyntaxError;

    fn from_input(input: &Input<'a>) -> SyntaxError {
        let at = input.current_token_start();
        let length = input.input.chars().next().map_or(0, char::len_utf8);
        SyntaxError { range: at..at + length, kind: Wrong::NoValue }
    }

    fn into_inner(self) -> Result<SyntaxError, SyntaxError> {
        Ok(self)
    }
}

/// Reads an expression.
pub(super) fn parse(text: &str) -> Result<Expression, SyntaxError> {
    if text.trim().is_empty() {
        return Err(SyntaxError { range: 0..text.len(), kind: Wrong::Empty });
    }
    let mut input = Stateful { input: LocatingSlice::new(text), state: State::default() };
    let whole = delimited(space, sum, space).parse_next(&mut input);
    let whole = whole.map_err(|error| match error {
        ErrMode::Backtrack(error) | ErrMode::Cut(error) => error,
        ErrMode::Incomplete(_) => SyntaxError { range: 0..text.len(), kind: Wrong::NoValue },
    })?;
    if input.input.is_empty() {
        return Ok(whole);
    }
    Err(SyntaxError { kind: Wrong::NoOperator, ..SyntaxError::from_input(&input) })
}

fn sum(input: &mut Input<'_>) -> Parsed<Expression> {
    let operator = alt(('+'.value(false), one_of(['-', '−', '–']).value(true)));
    chain(input, product, operator, Kind::Sum)
}

fn product(input: &mut Input<'_>) -> Parsed<Expression> {
    let operator = alt((one_of(['*', '×', '·']).value(false), one_of(['/', '÷']).value(true)));
    chain(input, signed, operator, Kind::Product)
}

/// Parts joined by operators; a single part stays what it is.
fn chain<'a>(
    input: &mut Input<'a>,
    part: fn(&mut Input<'a>) -> Parsed<Expression>,
    operator: impl Parser<Input<'a>, bool, ErrMode<SyntaxError>>,
    kind: fn(Vec<(bool, Expression)>) -> Kind,
) -> Parsed<Expression> {
    let first = part(input)?;
    let further = (delimited(space, operator, space), cut_err(part));
    let further: Vec<(bool, Expression)> = repeat(0.., further).parse_next(input)?;
    let Some((_, last)) = further.last() else { return Ok(first) };
    let range = first.range.start..last.range.end;
    Ok(Expression { range, kind: kind(std::iter::once((false, first)).chain(further).collect()) })
}

fn signed(input: &mut Input<'_>) -> Parsed<Expression> {
    let start = input.current_token_start();
    let signs: Vec<char> =
        repeat(0.., (one_of(['-', '−', '–']), space).map(|(sign, _)| sign)).parse_next(input)?;
    let part = atom(input)?;
    if signs.len().is_multiple_of(2) {
        return Ok(part);
    }
    Ok(Expression { range: start..part.range.end, kind: Kind::Negative(Box::new(part)) })
}

fn atom(input: &mut Input<'_>) -> Parsed<Expression> {
    let (kind, range) = alt((number, named, brackets)).with_span().parse_next(input)?;
    Ok(Expression { range, kind })
}

/// `( sum )`; the range then includes the brackets.
fn brackets(input: &mut Input<'_>) -> Parsed<Kind> {
    '('.parse_next(input)?;
    nested(input, false, |input| delimited(space, cut_err(sum), space).parse_next(input)).and_then(|inner| {
        close(input, ')')?;
        Ok(inner.kind)
    })
}

/// Runs a parser one level deeper.
fn nested<'a, O>(
    input: &mut Input<'a>,
    arguments: bool,
    inner: impl FnOnce(&mut Input<'a>) -> Parsed<O>,
) -> Parsed<O> {
    let outside = input.state;
    input.state = State { depth: outside.depth + 1, arguments };
    if input.state.depth > DEEPEST {
        return cut(input, Wrong::TooDeep);
    }
    let result = inner(input);
    input.state = outside;
    result
}

fn number(input: &mut Input<'_>) -> Parsed<Kind> {
    let in_arguments = input.state.arguments;
    let group = preceded(one_of([' ', '\u{a0}', '\u{202f}', '\u{2009}']), three_digits);
    let groups = repeat::<_, _, (), _, _>(0.., group);
    let fraction = (one_of([',', '.']), digits);
    let (text, range) = (digits, groups, opt(fraction)).take().with_span().parse_next(input)?;
    if in_arguments && text.contains(',') {
        return Err(ErrMode::Cut(SyntaxError { range, kind: Wrong::TwoReadings }));
    }
    // A comma, because a point with three digits behind it has two readings for people only.
    let typed = number::parse(&text.replace('.', ","))
        .map_err(|reason| ErrMode::Cut(SyntaxError { range, kind: Wrong::BadNumber(reason) }))?;
    let percent = opt(preceded(space, '%')).parse_next(input)?.is_some();
    Ok(Kind::Number { value: typed.value, percent })
}

fn digits<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    take_while(1.., |c: char| c.is_ascii_digit()).parse_next(input)
}

/// A group of three digits that no fourth one follows.
fn three_digits<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    digits.verify(|group: &str| group.len() == 3).parse_next(input)
}

/// A name, a function's call or a cell.
fn named(input: &mut Input<'_>) -> Parsed<Kind> {
    let (name, range) = word.with_span().parse_next(input)?;
    let next = peek(preceded(space, opt(one_of(['(', '['])))).parse_next(input)?;
    match next {
        Some('(') => call(input, name, range),
        Some(_) => cell(input, Piece { range, text: name.to_owned() }),
        None => {
            let previous = opt(preceded('.', word.with_span())).parse_next(input)?;
            Ok(Kind::Name { name: name.to_owned(), previous: is_previous(previous)? })
        }
    }
}

fn word<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    let first = any.verify(|c: &char| c.is_alphabetic() || *c == '_');
    (first, take_while(0.., |c: char| c.is_alphanumeric() || c == '_')).take().parse_next(input)
}

fn is_previous(property: Option<(&str, Range<usize>)>) -> Parsed<bool> {
    match property.map(|(word, range)| (word.to_lowercase(), range)) {
        None => Ok(false),
        Some((word, _)) if matches!(word.as_str(), "previous" | "прошлый" | "прошлое" | "прошлая") => {
            Ok(true)
        }
        Some((word, range)) => Err(ErrMode::Cut(SyntaxError { range, kind: Wrong::UnknownProperty(word) })),
    }
}

fn call(input: &mut Input<'_>, name: &str, range: Range<usize>) -> Parsed<Kind> {
    let function = match name.to_lowercase().as_str() {
        "sum" | "сумма" => Function::Sum,
        "mean" | "среднее" => Function::Mean,
        _ => return Err(ErrMode::Cut(SyntaxError { range, kind: Wrong::UnknownFunction(name.to_owned()) })),
    };
    (space, '(', space).void().parse_next(input)?;
    let separator = (space, one_of([';', ',']), space);
    let arguments = nested(input, true, |input| separated(0.., sum, separator).parse_next(input))?;
    space(input)?;
    close(input, ')')?;
    Ok(Kind::Call { function, arguments })
}

fn cell(input: &mut Input<'_>, table: Piece) -> Parsed<Kind> {
    (space, '[').void().parse_next(input)?;
    let first = piece(input)?;
    let by = opt(alt((';'.value(By::Words), '='.value(By::Address)))).parse_next(input)?;
    let Some(by) = by else {
        let closed = opt(']').parse_next(input)?.is_some();
        let wrong = match closed {
            false => return cut(input, Wrong::Unclosed(']')),
            true if is_address(&first.text) => Wrong::NoExpectation,
            true => Wrong::NoColumn,
        };
        return Err(ErrMode::Cut(SyntaxError { range: first.range, kind: wrong }));
    };
    let second = piece(input)?;
    close(input, ']')?;
    Ok(Kind::Cell { table, first, by, second })
}

/// Words of a row or column, quoted or bare.
fn piece(input: &mut Input<'_>) -> Parsed<Piece> {
    space(input)?;
    let opening = opt(peek(one_of(['«', '"', '„', '“', '\'']))).parse_next(input)?;
    let (text, range) = match opening {
        Some(opening) => quoted(input, opening)?,
        None => take_till(0.., [';', '=', ']', '\n']).with_span().parse_next(input)?,
    };
    space(input)?;
    let text = text.trim_end();
    let piece = Piece { range: range.start..range.start + text.len(), text: text.to_owned() };
    if piece.text.is_empty() { cut(input, Wrong::NoValue) } else { Ok(piece) }
}

/// The words between a pair of quotation marks, which may hold further pairs: `«Лицей «Исток»»`.
fn quoted<'a>(input: &mut Input<'a>, opening: char) -> Parsed<(&'a str, Range<usize>)> {
    let closing = match opening {
        '«' => '»',
        '„' => '“',
        '“' => '”',
        same => same,
    };
    let from = input.current_token_start();
    any.void().parse_next(input)?;
    let (text, start) = (peek(rest).parse_next(input)?, input.current_token_start());
    let mut open = 1;
    for (at, c) in text.char_indices() {
        if c == closing {
            open -= 1;
        } else if c == opening {
            open += 1;
        }
        if open == 0 {
            input.next_slice(at + c.len_utf8());
            return Ok((&text[..at], start..start + at));
        }
    }
    Err(ErrMode::Cut(SyntaxError { range: from..start, kind: Wrong::Unclosed(closing) }))
}

fn is_address(text: &str) -> bool {
    let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
    letters.len() < text.len()
        && (1..=3).contains(&letters.len())
        && letters.chars().all(|c| c.is_ascii_alphabetic())
}

fn close(input: &mut Input<'_>, bracket: char) -> Parsed<()> {
    if opt(bracket).parse_next(input)?.is_some() {
        return Ok(());
    }
    let at_end = input.input.is_empty();
    cut(input, if at_end { Wrong::Unclosed(bracket) } else { Wrong::NoOperator })
}

fn cut<O>(input: &Input<'_>, kind: Wrong) -> Parsed<O> {
    Err(ErrMode::Cut(SyntaxError { kind, ..SyntaxError::from_input(input) }))
}

fn space(input: &mut Input<'_>) -> Parsed<()> {
    take_while(0.., char::is_whitespace).void().parse_next(input)
}
