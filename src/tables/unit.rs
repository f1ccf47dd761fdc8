//! The unit at the end of a head: «Расходы, тыс. руб.», «Расходы (тыс. руб.)», «Охват, %».

use crate::russian::typography::fold;

/// Words of which units are made, folded and without a final point. A head's end is a unit
/// only if each of its words is among them: «Школы, сады» has none.
const UNIT_WORDS: &[&str] = &[
    "%",
    "процент",
    "проценты",
    "процентов",
    "тыс",
    "тысяч",
    "млн",
    "миллионов",
    "млрд",
    "миллиардов",
    "руб",
    "рубль",
    "рублей",
    "рубли",
    "₽",
    "коп",
    "чел",
    "человек",
    "человека",
    "детей",
    "ребенок",
    "учеников",
    "ед",
    "единиц",
    "единица",
    "шт",
    "штук",
    "мест",
    "место",
    "м",
    "м2",
    "м²",
    "м3",
    "м³",
    "кв",
    "куб",
    "км",
    "га",
    "т",
    "кг",
    "л",
    "гкал",
    "квт·ч",
    "лет",
    "год",
    "года",
    "мес",
    "месяцев",
    "дн",
    "дней",
    "день",
    "ч",
    "час",
    "часов",
    "мин",
    "балл",
    "балла",
    "баллов",
    "раз",
    "учреждений",
    "организаций",
    "классов",
    "п.п",
    "п",
    "‰",
    "rub",
    "rubles",
    "thousand",
    "thousands",
    "million",
    "people",
    "persons",
    "pcs",
    "units",
    "years",
    "points",
    "percent",
];

/// Parts a head into its words and the unit at its end.
pub(super) fn split_unit(head: &str) -> (&str, Option<&str>) {
    let head = head.trim();
    if is_unit(head) {
        return ("", Some(head));
    }
    if let Some((words, inside)) = head.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        && is_unit(inside)
    {
        return (words.trim_end().trim_end_matches(',').trim_end(), Some(inside.trim()));
    }
    if let Some((words, unit)) = head.rsplit_once(',')
        && is_unit(unit)
    {
        return (words.trim_end(), Some(unit.trim()));
    }
    (head, None)
}

fn is_unit(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.strip_prefix("в ").unwrap_or(&folded);
    if folded.starts_with("т.ч") || folded.starts_with("т. ч") {
        return false; // «Всего, в т. ч.» is no unit, though tonnes and hours are
    }
    let mut words = folded.split([' ', '/']).flat_map(points).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| UNIT_WORDS.contains(&word))
}

/// «тыс.руб.» is two words.
fn points(word: &str) -> impl Iterator<Item = &str> {
    let whole = UNIT_WORDS.contains(&word.trim_end_matches('.'));
    let (one, many) =
        if whole { (Some(word.trim_end_matches('.')), None) } else { (None, Some(word.split('.'))) };
    one.into_iter().chain(many.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_ends_a_head_after_a_comma_or_in_brackets() {
        assert_eq!(split_unit("Расходы, тыс. руб."), ("Расходы", Some("тыс. руб.")));
        assert_eq!(split_unit("Расходы,тыс.руб."), ("Расходы", Some("тыс.руб.")));
        assert_eq!(split_unit("Расходы (млн рублей)"), ("Расходы", Some("млн рублей")));
        assert_eq!(split_unit("Школы, сады, ед."), ("Школы, сады", Some("ед.")));
        assert_eq!(split_unit("Охват, в %"), ("Охват", Some("в %")));
        assert_eq!(split_unit("чел."), ("", Some("чел.")));
    }

    #[test]
    fn other_words_are_no_unit() {
        assert_eq!(split_unit("Школы, сады"), ("Школы, сады", None));
        assert_eq!(split_unit("Школы (городские)"), ("Школы (городские)", None));
        assert_eq!(split_unit("Всего, в т. ч."), ("Всего, в т. ч.", None));
        assert_eq!(split_unit("2017"), ("2017", None));
        assert_eq!(split_unit(""), ("", None));
        assert_eq!(split_unit(","), (",", None));
    }
}
