//! Abbreviations that a reader of a municipal document knows without being told.

/// Commonly known abbreviations, in capitals. An office adds its own in `pack.yaml`.
pub static KNOWN: &[&str] = &[
    // The country and its bodies.
    "РФ",
    "РСФСР",
    "СССР",
    "США",
    "ООН",
    "СНГ",
    "ЕС",
    "МВД",
    "МЧС",
    "ФСБ",
    "ГИБДД",
    "УМВД",
    "ОМВД",
    "ОВД",
    "ФНС",
    "ПФР",
    "ФСС",
    "МФЦ",
    "ЗАГС",
    "ЖКХ",
    "СМИ",
    "НКО",
    "ООО",
    "АО",
    "ПАО",
    "ОАО",
    "ЗАО",
    "ИП",
    "ТАСС",
    "ВОВ",
    "ФЗ",
    "ГК",
    "ТК",
    "УК",
    "КоАП",
    "БК",
    "СНиП",
    "СанПиН",
    "ГОСТ",
    "ГОСТы",
    "ТУ",
    "ИНН",
    "КПП",
    "ОГРН",
    "СНИЛС",
    "ОМС",
    "ДМС",
    "ВИЧ",
    "СПИД",
    "ОРВИ",
    "ДТП",
    "ГТО",
    "ВФСК",
    "НДС",
    "НДФЛ",
    "МРОТ",
    "ПДД",
    "ЧП",
    "ЧС",
    "ВУЗ",
    "ДК",
    "РЖД",
    "ВВП",
    "ЭВМ",
    "ПК",
    "ИТ",
    "ТВ",
    // Schools and exams.
    "УМК",
    "ФГОС",
    "ФГОСы",
    "ФОП",
    "ФООП",
    "ЕГЭ",
    "ОГЭ",
    "ГИА",
    "ГВЭ",
    "ВПР",
    "ВСОКО",
    "ОВЗ",
    "СОШ",
    "ООШ",
    "НОШ",
    "МОУ",
    "МБОУ",
    "МАОУ",
    "МКОУ",
    "МДОУ",
    "МБДОУ",
    "МАДОУ",
    "МКДОУ",
    "МБУ",
    "МАУ",
    "МКУ",
    "МУ",
    "ГБОУ",
    "ГКОУ",
    "ГАУ",
    "ГБУ",
    "ДОУ",
    "ДОО",
    "ОУ",
    "ОО",
    "УДО",
    "ДОД",
    "ДО",
    "ДЮСШ",
    "СЮТ",
    "ЦДТ",
    "ДДТ",
    "ЦРТ",
    "ПМПК",
    "ППМС",
    "ПМСС",
    "ИКТ",
    "ОБЖ",
    "КВН",
    "МО",
    "ПО",
    "НОО",
    "ООП",
    "АООП",
    "СПО",
    "ВПО",
    "НПО",
    "РДШ",
    "ВСОШ",
    "ГПД",
    "ЛФК",
    "ИЗО",
    "ТРИЗ",
    "КИМ",
    "КИМы",
    "НОКО",
    "НИКО",
    "ЮИД",
    "ЮНЕСКО",
    "ЦМИ",
    "АППГ",
    "КПДН",
    "КДН",
    "ПДН",
    "УФСИН",
    "ФАП",
    "ЦРБ",
    "ФИО",
    "ТО",
    "АИС",
    "ГИС",
    "ФГИС",
    "ФРДО",
    "РИП",
    "МИП",
    "НСОТ",
    "ЦОС",
    "МТБ",
    "ГЗ",
    "ШМО",
    "РМО",
    "ГМО",
    "ММС",
    "ИМЦ",
];

/// Whether a word is an abbreviation in capital letters: two to seven letters, all of them
/// capital but perhaps an ending in small ones («ФГОСов») or «и» between («СанПиН» is known).
pub fn is_abbreviation(word: &str) -> bool {
    let letters = stem(word);
    let capitals = letters.chars().count();
    let rest = word.get(letters.len()..).unwrap_or_default();
    let ending = rest.is_empty() || ENDINGS.contains(&rest.trim_start_matches(['-', '’', '\'']));
    (2..=7).contains(&capitals) && ending && letters.chars().all(super::look_alike::is_cyrillic)
}

const ENDINGS: &[&str] = &["а", "у", "ом", "ов", "е", "ы", "ам", "ами", "ах", "и"];

/// The letters of an abbreviation without the ending of its case: «ФГОСов» – «ФГОС». A small «и»
/// between capitals is one of them: «ЦРОиМ».
pub fn stem(word: &str) -> &str {
    let (mut end, mut letters) = (0, word.chars().peekable());
    while let Some(letter) = letters.next() {
        let joins = letter == 'и' && end > 0 && letters.peek().is_some_and(|next| next.is_uppercase());
        if !letter.is_uppercase() && !joins {
            break;
        }
        end += letter.len_utf8();
    }
    word.get(..end).unwrap_or(word)
}

/// Whether it is a Roman numeral in Cyrillic letters: «ХХ», «ІІ».
pub fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'Х' | 'І' | 'V' | 'I' | 'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_told_from_words() {
        for word in ["ФГОС", "ФГОСов", "МБДОУ", "РФ", "ЦОПП", "ЦРОиМ"] {
            assert!(is_abbreviation(word), "{word}");
        }
        for word in ["Школа", "РЕЗОЛЮЦИЯ", "А", "DVD", "школа", "Во", "РЕШИЛИ:"] {
            assert!(!is_abbreviation(word), "{word}");
        }
        assert_eq!(stem("ФГОСов"), "ФГОС");
        assert!(is_numeral("ХХ") && !is_numeral("ХФ"));
    }
}
