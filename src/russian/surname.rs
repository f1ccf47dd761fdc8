//! Surnames in any case, and the names of people as they are written.

/// A person's name, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// The initials of name and patronymic, in small letters.
    pub initials: String,
    /// The surname, in small letters, е for ё.
    pub surname: String,
    /// Whether it is written with initials.
    pub dotted: bool,
    /// Whether the surname comes first.
    pub after: bool,
}

/// Endings of surnames in all cases, the longest first.
const ENDINGS: &[&str] = &[
    "ыми", "ими", "ого", "его", "ому", "ему", "ою", "ею", "ой", "ей", "ым", "им", "ом", "ем", "ую", "юю",
    "ая", "яя", "ый", "ий", "ых", "их", "ые", "ие", "ью", "а", "я", "у", "ю", "е", "и", "ы", "ь", "й",
];

/// A surname without its ending, in small letters, е for ё: the same for «Ветрова», «Ветровой»,
/// «Ветрову», and for «Луговой» and «Лугового». At least three letters stay.
pub fn stem(surname: &str) -> String {
    let word = fold(surname);
    let cut =
        ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|rest| rest.chars().count() >= 3);
    cut.unwrap_or(&word).to_owned()
}

/// Whether a surname in some case may be that of a person whose surname is `nominative`, both in
/// small letters and without ё: «ветровой» is «ветрова», «ветров» is not, nor is «лещинска»
/// «лещинская».
pub fn may_be_form(surname: &str, nominative: &str) -> bool {
    const FORMS: &[(&[&str], &str, &[&str])] = &[
        (&["ая"], "ая", &["ая", "ой", "ую", "ою"]),
        (&["ский", "цкий"], "ий", &["ий", "ого", "ому", "им", "ом"]),
        (&["ова", "ева", "ина", "ына"], "а", &["а", "ой", "у", "ою"]),
        (&["ов", "ев", "ин", "ын"], "", &["", "а", "у", "ым", "ом", "е"]),
    ];
    let class = FORMS.iter().find(|(ends, ..)| ends.iter().any(|end| nominative.ends_with(end)));
    class.is_none_or(|(_, ending, forms)| {
        let stem = nominative.strip_suffix(ending).unwrap_or(nominative);
        surname.strip_prefix(stem).is_some_and(|rest| forms.contains(&rest))
    })
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace('ё', "е")
}

/// Whether two stems are one surname all the same: a vowel that comes and goes («Коваленок»,
/// «Коваленка»; «Соловей», «Соловья»).
pub fn fleeting(one: &str, two: &str) -> bool {
    let bare = |stem: &str| stem.chars().filter(|c| !matches!(c, 'о' | 'е' | 'ь' | 'й')).collect::<String>();
    let tail =
        |stem: &str| stem.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    let head = one.chars().zip(two.chars()).take_while(|(a, b)| a == b).count();
    let end = one.chars().count().min(two.chars().count());
    one.chars().count() != two.chars().count()
        && head + 2 >= end
        && bare(&tail(one)).chars().last() == bare(&tail(two)).chars().last()
        && bare(one) == bare(two)
}

/// A stem with each run of one letter as a single one: «орррехов» – «орехов».
pub fn without_doubles(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// How many letters must be put in, taken out or changed to make one word of another; at most
/// `limit` + 1 is told.
pub fn distance(one: &str, two: &str, limit: usize) -> usize {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    if one.len().abs_diff(two.len()) > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (j, b) in two.iter().enumerate() {
            let up = row.get(j + 1).copied().unwrap_or(limit + 1);
            let here = (corner + usize::from(a != b)).min(up + 1).min(left + 1);
            corner = up;
            left = here;
            next.push(here);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0).min(limit + 1)
}

/// Reads a name in any of the orders in which it is written; `None` where it is none.
pub fn read(name: &str) -> Option<PersonName> {
    if name.contains('.') { dotted(name) } else { in_full(name) }
}

fn dotted(name: &str) -> Option<PersonName> {
    let mut initials = String::new();
    let mut surname = None;
    let mut after = false;
    let parts = name.split(['.', ' ', '\u{a0}', '\u{202f}']);
    // «С.-М. Х. Алиева» has a name of two parts.
    let parts =
        parts.map(|part| part.strip_prefix('-').filter(|rest| rest.chars().count() == 1).unwrap_or(part));
    for part in parts.filter(|part| !part.is_empty()) {
        match part.chars().count() {
            1 => initials.push_str(&fold(part)),
            _ if surname.is_none() => {
                after = initials.is_empty();
                surname = Some(fold(part));
            }
            _ => return None,
        }
    }
    let read = PersonName { initials, surname: surname?, dotted: true, after };
    (!read.initials.is_empty()).then_some(read)
}

fn in_full(name: &str) -> Option<PersonName> {
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    let [one, two, three] = words.as_slice() else { return None };
    let (surname, given, father, after) = if is_patronymic(three) {
        (one, two, three, true)
    } else if is_patronymic(two) {
        (three, one, two, false)
    } else {
        return None;
    };
    let initials = given.chars().take(1).chain(father.chars().take(1)).collect();
    Some(PersonName { initials, surname: surname.clone(), dotted: false, after })
}

/// Whether a word in small letters is a patronymic, in any case: «Борисовна», «Борисовне».
pub fn is_patronymic(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ой", "ем", "а", "ы", "е", "у", ""];
    const STEMS: &[&str] = &["вич", "вн", "ичн", "ьич", "чич", "кич", "мич", "оглы", "кызы"];
    let ends = |ending: &str| {
        word.strip_suffix(ending).is_some_and(|rest| STEMS.iter().any(|stem| rest.ends_with(stem)))
    };
    word.chars().count() > 5 && ENDINGS.iter().any(|ending| ends(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_has_one_stem_in_all_cases() {
        for (forms, expected) in [
            ("Ветрова Ветровой Ветрову Ветров Ветрове Ветровым", "ветров"),
            ("Луговой Лугового Луговому Луговым", "лугов"),
            ("Орлянская Орлянской Орлянскую", "орлянск"),
            ("Нефёдова Нефедовой", "нефедов"),
            ("Ким", "ким"),
            ("Шевченко", "шевченко"),
        ] {
            for form in forms.split(' ') {
                assert_eq!(stem(form), expected, "{form}");
            }
        }
    }

    #[test]
    fn a_surname_has_the_forms_of_its_gender() {
        for form in ["ветрова", "ветровой", "ветрову"] {
            assert!(may_be_form(form, "ветрова"), "{form}");
        }
        for (form, nominative) in [
            ("ветров", "ветрова"),
            ("ветровым", "ветрова"),
            ("ореховой", "орехов"),
            ("лещинска", "лещинская"),
        ] {
            assert!(!may_be_form(form, nominative), "{form}");
        }
        assert!(may_be_form("шевченко", "шевченко") && may_be_form("луговому", "луговой"));
    }

    #[test]
    fn distances_and_vowels_that_come_and_go() {
        assert_eq!((distance("ветров", "витров", 2), distance("орехов", "оехов", 2)), (1, 1));
        assert_eq!(distance("нефедов", "нефедьев", 2), 2);
        assert_eq!(distance("орехов", "петров", 2), 3);
        assert!(fleeting("коваленок", "коваленк"));
        assert!(!fleeting("ветров", "витров"));
    }

    #[test]
    fn names_are_read_in_every_order() {
        let shown =
            |name: &str| read(name).map(|name| format!("{} {} {}", name.initials, name.surname, name.after));
        assert_eq!(shown("А. Б. Ветрова").as_deref(), Some("аб ветрова false"));
        assert_eq!(shown("Ветрова А.Б.").as_deref(), Some("аб ветрова true"));
        assert_eq!(shown("Ветрова Анна Борисовна").as_deref(), Some("аб ветрова true"));
        assert_eq!(shown("Анна Борисовна Ветрова").as_deref(), Some("аб ветрова false"));
        assert_eq!(shown("Ветровой Анне Борисовне").as_deref(), Some("аб ветровой true"));
        assert_eq!(shown("С.-М. Х. Алиева").as_deref(), Some("смх алиева false"));
        assert_eq!(shown("Начальник управления образования"), None);
    }
}
