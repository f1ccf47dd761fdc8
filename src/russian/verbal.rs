//! How an item of a list begins: with an infinitive («обеспечить») or with the noun of an action
//! («обеспечение»).

/// The beginning of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// «обеспечить», «провести», «помочь»
    Infinitive,
    /// «обеспечение», «проведения», «подготовка»
    VerbalNoun,
}

/// What a word begins an item with; `None` where it is neither.
pub fn beginning(word: &str) -> Option<Beginning> {
    let word = word.to_lowercase();
    if is_infinitive(&word) {
        Some(Beginning::Infinitive)
    } else if is_verbal_noun(&word) {
        Some(Beginning::VerbalNoun)
    } else {
        None
    }
}

/// Nouns on -ть, -ти, -чь that are no infinitives.
const NOUNS: &[&str] = &[
    "сеть",
    "часть",
    "путь",
    "власть",
    "область",
    "мать",
    "память",
    "печать",
    "речь",
    "ночь",
    "дочь",
    "помощь",
    "треть",
    "четверть",
    "смерть",
    "связь",
    "нить",
    "честь",
    "шесть",
    "пять",
    "девять",
    "десять",
    "двадцать",
    "тридцать",
    "дети",
    "сети",
    "части",
    "области",
    "пути",
    "власти",
    "новости",
    "почти",
    "есть",
    "опять",
    "суть",
    "степень",
    "площадь",
    "кровать",
    "тетрадь",
    "грамоты",
    "вести",
    "страсть",
    "скорость",
    "повесть",
    "очередь",
    "ключ",
];

/// Whether a word in small letters is an infinitive.
pub fn is_infinitive(word: &str) -> bool {
    let noun =
        NOUNS.contains(&word) || word.ends_with("ость") || word.ends_with("есть") || word.ends_with("ости");
    let ending = ["ть", "ти", "чь", "ться", "тись", "чься"].iter().any(|ending| word.ends_with(ending));
    word.chars().count() > 3 && ending && (!noun || word == "провести")
}

/// Nouns with the endings of actions that name none.
const THINGS: &[&str] = &[
    "здание",
    "учреждение",
    "отделение",
    "объединение",
    "положение",
    "приложение",
    "население",
    "поколение",
    "заявление",
    "помещение",
    "предприятие",
    "условие",
    "решение",
    "министерство",
    "общество",
    "организация",
    "администрация",
    "комиссия",
    "гимназия",
    "конференция",
    "секция",
    "станция",
    "библиотека",
    "девочка",
    "площадка",
    "школа",
    "материнство",
    "лекция",
    "традиция",
    "позиция",
    "функция",
    "значение",
    "сочинение",
    "отношение",
    "образование",
    "направление",
    "задание",
    "внимание",
    "знание",
];

/// Whether a word in small letters names an action, in the nominative or in the genitive
/// («посредством … создания»).
pub fn is_verbal_noun(word: &str) -> bool {
    const ENDINGS: &[&str] =
        &["ание", "ение", "яние", "ания", "ения", "тие", "тия", "изация", "изации", "овка", "отка"];
    const WORDS: &[&str] = &[
        "поддержка",
        "подготовка",
        "переподготовка",
        "организация",
        "реализация",
        "проверка",
        "оценка",
        "закупка",
        "помощь",
        "контроль",
        "анализ",
        "обмен",
        "выпуск",
        "переход",
        "ремонт",
        "подбор",
        "запуск",
        "отбор",
        "учёт",
        "охват",
        "мониторинг",
        "содействие",
        "участие",
        "координация",
        "корректировка",
    ];
    let thing = THINGS.contains(&word) && !WORDS.contains(&word);
    !thing
        && word.chars().count() > 4
        && (WORDS.contains(&word) || ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infinitives_and_actions_are_told_apart() {
        for word in ["Обеспечить", "провести", "помочь", "стремиться", "внести", "найти"]
        {
            assert_eq!(beginning(word), Some(Beginning::Infinitive), "{word}");
        }
        for word in ["обеспечение", "Создания", "развитие", "подготовка", "реализация", "цифровизация"]
        {
            assert_eq!(beginning(word), Some(Beginning::VerbalNoun), "{word}");
        }
        for word in ["сеть", "область", "доступность", "учреждение", "дети", "школа", "здание", "почти"]
        {
            assert_eq!(beginning(word), None, "{word}");
        }
    }
}
