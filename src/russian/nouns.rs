//! What a word may be: the forms of the nouns of the [list](NOUNS).

use super::declension::{CASES, Case, Noun};
use super::noun_list::NOUNS;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

/// A form of one of the nouns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The noun's place in [`NOUNS`].
    pub noun: usize,
    /// Whether it is a plural.
    pub plural: bool,
    /// Its case.
    pub case: Case,
}

/// What a word may be: one or more forms of the nouns of the list; none where it is not known.
/// Letter case does not matter, nor whether ё is written.
pub fn forms(word: &str) -> &'static [Form] {
    let word = folded(word);
    let group = beginning(&word).and_then(|beginning| find(&GROUPS, beginning).ok());
    let group = group.and_then(|at| GROUPS.get(at));
    group.and_then(|(_, group)| group.forms().get(&word)).map_or(&[], Vec::as_slice)
}

/// The noun of a form.
pub fn noun(form: Form) -> Option<&'static Noun> {
    NOUNS.get(form.noun)
}

/// The accusative of a noun of the list that is given in the nominative: ребёнка, школу, место.
pub fn accusative(nominative: &str) -> Option<String> {
    let is_lemma = |form: &&Form| !form.plural && form.case == Case::Nominative;
    let noun = forms(nominative).iter().find(is_lemma).and_then(|form| noun(*form))?;
    noun.forms().get(3).and_then(|form| form.split('|').next()).map(str::to_owned)
}

fn folded(word: &str) -> String {
    without_yo(word.to_lowercase())
}

/// Most words have no ё: they are not written anew.
fn without_yo(word: String) -> String {
    if word.contains('ё') { word.replace('ё', "е") } else { word }
}

/// Nouns that begin with the same two letters. A text needs the forms of few of them.
#[derive(Default)]
struct Group {
    nouns: Vec<usize>,
    /// Only asked, never gone through: the order of a hash shows nowhere.
    forms: OnceLock<HashMap<String, Vec<Form>>>,
}

impl Group {
    fn forms(&self) -> &HashMap<String, Vec<Form>> {
        self.forms.get_or_init(|| {
            let mut found: HashMap<String, Vec<Form>> = HashMap::with_capacity(self.nouns.len() * 12);
            for index in self.nouns.iter().copied() {
                let forms = NOUNS.get(index).map(Noun::forms).into_iter().flatten();
                for (place, written) in forms.enumerate() {
                    let Some(&case) = CASES.get(place % 6) else { continue };
                    let form = Form { noun: index, plural: place >= 6, case };
                    let mut add = |word: String| found.entry(without_yo(word)).or_default().push(form);
                    match written.contains('|') {
                        true => written.split('|').map(str::to_owned).for_each(add),
                        false => add(written),
                    }
                }
            }
            found
        })
    }
}

/// The groups by how their nouns begin, in the order of the alphabet.
static GROUPS: LazyLock<Vec<(String, Group)>> = LazyLock::new(|| {
    let mut groups: Vec<(String, Group)> = Vec::with_capacity(NOUNS.len());
    for (index, noun) in NOUNS.iter().enumerate() {
        for word in noun.beginnings() {
            let word = without_yo(word.to_owned());
            let Some(beginning) = beginning(&word) else { continue };
            let at = match find(&groups, beginning) {
                Ok(at) => at,
                Err(at) => {
                    groups.insert(at, (beginning.to_owned(), Group::default()));
                    at
                }
            };
            if let Some((_, group)) = groups.get_mut(at)
                && group.nouns.last() != Some(&index)
            {
                group.nouns.push(index);
            }
        }
    }
    groups
});

fn find(groups: &[(String, Group)], beginning: &str) -> Result<usize, usize> {
    groups.binary_search_by(|(own, _)| own.as_str().cmp(beginning))
}

/// The first two letters, four bytes.
fn beginning(folded: &str) -> Option<&str> {
    folded.get(..4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_names_each_noun_once() {
        let lemmas: BTreeSet<_> = NOUNS.iter().map(|noun| noun.lemma).collect();
        assert_eq!(lemmas.len(), NOUNS.len());
        assert!(lemmas.len() >= 120);
    }

    #[test]
    fn every_form_of_every_noun_is_found() {
        for (index, one) in NOUNS.iter().enumerate() {
            for written in one.forms().iter().flat_map(|forms| forms.split('|')) {
                assert_eq!(written, written.to_lowercase());
                assert!(forms(written).iter().any(|form| form.noun == index), "{written}");
            }
        }
    }

    #[test]
    fn a_form_leads_to_its_noun() {
        let found = |word: &str| {
            forms(word).iter().filter_map(|form| noun(*form)).map(|noun| noun.lemma).collect::<BTreeSet<_>>()
        };
        assert_eq!(found("Детей"), BTreeSet::from(["ребёнок"]));
        assert_eq!(found("лет"), BTreeSet::from(["год"]));
        assert_eq!(found("учителя"), BTreeSet::from(["учитель"]));
        assert_eq!(found("доме"), BTreeSet::new());
    }

    #[test]
    fn counted_forms_are_those_of_grammar_books() {
        let counted = |lemma: &str| {
            let noun = NOUNS.iter().find(|noun| noun.lemma == lemma);
            noun.map(|noun| noun.counted().join(" ")).unwrap_or_default()
        };
        for expected in [
            "человек человека человек",
            "учитель учителя учителей",
            "день дня дней",
            "неделя недели недель",
            "случай случая случаев",
            "место места мест",
            "семья семьи семей",
            "копейка копейки копеек",
            "обучающийся обучающихся обучающихся",
            "врач врача врачей",
            "колледж колледжа колледжей",
            "задача задачи задач",
            "тысяча тысячи тысяч",
            "медаль медали медалей",
        ] {
            let lemma = expected.split(' ').next().unwrap_or_default();
            assert_eq!(counted(lemma), expected);
        }
    }
}
