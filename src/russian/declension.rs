//! The forms of a noun, made from its nominative and its class of declension.

/// How a noun is declined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declension {
    /// ученик, класс: masculine on a hard consonant (or ц, ж, ч, ш, щ).
    Hard,
    /// учитель, рубль: masculine on -ь.
    Soft,
    /// случай, музей: masculine on -й.
    Short,
    /// место: neuter on -о.
    Neuter,
    /// учреждение: neuter on -ие.
    NeuterIe,
    /// школа: feminine on -а.
    Feminine,
    /// неделя: feminine on -я.
    FeminineYa,
    /// организация: feminine on -ия.
    FeminineIya,
    /// область: feminine on -ь.
    FeminineSoft,
    /// рабочий: declined as an adjective.
    Adjective,
    /// обучающийся: declined as a participle on -ся.
    Reflexive,
}

/// The cases, in the order of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// кто? что?
    Nominative,
    /// кого? чего?
    Genitive,
    /// кому? чему?
    Dative,
    /// кого? что?
    Accusative,
    /// кем? чем?
    Instrumental,
    /// о ком? о чём?
    Prepositional,
}

/// A gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// он
    Masculine,
    /// она
    Feminine,
    /// оно
    Neuter,
}

/// All cases in their order.
pub const CASES: [Case; 6] = [
    Case::Nominative,
    Case::Genitive,
    Case::Dative,
    Case::Accusative,
    Case::Instrumental,
    Case::Prepositional,
];

/// The cases as people name them: in full and by a letter, in Russian and in English.
pub const CASE_NAMES: [(&str, &str, Case); 12] = [
    ("именительный", "nominative", Case::Nominative),
    ("родительный", "genitive", Case::Genitive),
    ("дательный", "dative", Case::Dative),
    ("винительный", "accusative", Case::Accusative),
    ("творительный", "instrumental", Case::Instrumental),
    ("предложный", "prepositional", Case::Prepositional),
    ("и", "n", Case::Nominative),
    ("р", "g", Case::Genitive),
    ("д", "d", Case::Dative),
    ("в", "a", Case::Accusative),
    ("т", "i", Case::Instrumental),
    ("п", "p", Case::Prepositional),
];

impl Case {
    /// The case that a word names; `None` for any other word.
    pub fn parse(word: &str) -> Option<Case> {
        CASE_NAMES.iter().find(|(ru, en, _)| word == *ru || word == *en).map(|(_, _, case)| *case)
    }
}

/// A noun as a dictionary gives it.
#[derive(Clone, Copy, Debug)]
pub struct Noun {
    /// Nominative singular.
    pub lemma: &'static str,
    /// Its class.
    pub declension: Declension,
    /// Whether its accusative is its genitive.
    pub animate: bool,
    /// Whether small numbers before it often mean «first, second»: 9 класс, 2 место.
    pub ordinal: bool,
    /// The stem of all forms but the first, where it differs: подросток – подростк.
    stem: &'static str,
    /// The genitive plural, where the class does not give it.
    many: &'static str,
    /// The nominative plural, where the class does not give it: учителя.
    plural: &'static str,
}

impl Noun {
    /// A thing.
    pub const fn thing(lemma: &'static str, declension: Declension) -> Noun {
        Noun { lemma, declension, animate: false, ordinal: false, stem: "", many: "", plural: "" }
    }

    /// A person.
    pub const fn person(lemma: &'static str, declension: Declension) -> Noun {
        Noun { animate: true, ..Noun::thing(lemma, declension) }
    }

    /// With another stem in all forms but the first.
    pub const fn stem(self, stem: &'static str) -> Noun {
        Noun { stem, ..self }
    }

    /// With a genitive plural of its own.
    pub const fn many(self, many: &'static str) -> Noun {
        Noun { many, ..self }
    }

    /// With a nominative plural of its own.
    pub const fn plural(self, plural: &'static str) -> Noun {
        Noun { plural, ..self }
    }

    /// Marked as one that small numbers often put in an order.
    pub const fn ordinal(self) -> Noun {
        Noun { ordinal: true, ..self }
    }

    /// What its forms begin with.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = &'static str> {
        let further = self.many.split('|').chain(self.plural.split('|'));
        [self.lemma, self.stem].into_iter().chain(further).filter(|word| !word.is_empty())
    }

    /// Its forms: six of the singular, then six of the plural, in the order of [`CASES`]. Where
    /// one case has two forms, the other is separated by `|`.
    pub fn forms(&self) -> [String; 12] {
        let (cut, singular, plural) = endings(self.declension);
        let bare = &self.lemma[..self.lemma.len().saturating_sub(cut)];
        let stem = if self.stem.is_empty() { bare } else { self.stem };
        let join = |ending: &str| spelled(stem, ending);
        let mut forms: [String; 12] = std::array::from_fn(|index| match index {
            0..6 => singular.get(index).map_or_else(String::new, |ending| join(ending)),
            _ => plural.get(index - 6).map_or_else(String::new, |ending| join(ending)),
        });
        forms[0] = self.lemma.to_owned();
        if !self.plural.is_empty() {
            forms[6] = self.plural.to_owned();
        }
        if !self.many.is_empty() {
            forms[7] = self.many.to_owned();
        }
        let masculine = matches!(self.declension, Declension::Hard | Declension::Soft | Declension::Short)
            || self.is_adjective();
        if masculine {
            forms[3] = forms[if self.animate { 1 } else { 0 }].clone();
        }
        if matches!(self.declension, Declension::Neuter | Declension::NeuterIe | Declension::FeminineSoft) {
            forms[3] = self.lemma.to_owned();
        }
        forms[9] = forms[if self.animate { 7 } else { 6 }].clone();
        forms
    }

    /// The forms after 1, 2 and 5, as [`plural`](super::plural) takes them.
    pub fn counted(&self) -> [String; 3] {
        let forms = self.forms();
        let few = if self.is_adjective() { &forms[7] } else { &forms[1] };
        let first = |forms: &str| forms.split('|').next().unwrap_or_default().to_owned();
        [first(&forms[0]), first(few), first(&forms[7])]
    }

    /// Its gender: that of its ending, but for the men who are declined as women.
    pub fn gender(&self) -> Gender {
        use Declension::{Feminine, FeminineIya, FeminineSoft, FeminineYa, Neuter, NeuterIe};
        match self.declension {
            _ if matches!(self.lemma, "мужчина" | "юноша") => Gender::Masculine,
            Feminine | FeminineYa | FeminineIya | FeminineSoft => Gender::Feminine,
            Neuter | NeuterIe => Gender::Neuter,
            _ => Gender::Masculine,
        }
    }

    /// Whether it is declined as an adjective, so that even after 2 it stands in the plural.
    pub fn is_adjective(&self) -> bool {
        matches!(self.declension, Declension::Adjective | Declension::Reflexive)
    }
}

type Endings = [&'static str; 6];

/// How many bytes of the lemma are its ending, and the endings of both numbers.
fn endings(declension: Declension) -> (usize, Endings, Endings) {
    match declension {
        Declension::Hard => (0, ["", "а", "у", "", "ом", "е"], ["ы", "ов", "ам", "", "ами", "ах"]),
        Declension::Soft => (2, ["ь", "я", "ю", "", "ем", "е"], ["и", "ей", "ям", "", "ями", "ях"]),
        Declension::Short => (2, ["й", "я", "ю", "", "ем", "е"], ["и", "ев", "ям", "", "ями", "ях"]),
        Declension::Neuter => (2, ["о", "а", "у", "о", "ом", "е"], ["а", "", "ам", "", "ами", "ах"]),
        Declension::NeuterIe => (2, ["е", "я", "ю", "е", "ем", "и"], ["я", "й", "ям", "", "ями", "ях"]),
        Declension::Feminine => (2, ["а", "ы", "е", "у", "ой", "е"], ["ы", "", "ам", "", "ами", "ах"]),
        Declension::FeminineYa => (2, ["я", "и", "е", "ю", "ей", "е"], ["и", "ь", "ям", "", "ями", "ях"]),
        Declension::FeminineIya => (2, ["я", "и", "и", "ю", "ей", "и"], ["и", "й", "ям", "", "ями", "ях"]),
        Declension::FeminineSoft => (2, ["ь", "и", "и", "ь", "ью", "и"], ["и", "ей", "ям", "", "ями", "ях"]),
        Declension::Adjective => {
            (4, ["ий", "его", "ему", "", "им", "ем"], ["ие", "их", "им", "", "ими", "их"])
        }
        Declension::Reflexive => {
            (8, ["ийся", "егося", "емуся", "", "имся", "емся"], ["иеся", "ихся", "имся", "", "имися", "ихся"])
        }
    }
}

/// A stem and an ending in one spelling: и for ы behind г, к, х, ж, ч, ш, щ; ем and ев behind ц;
/// ей for ов behind ж, ч, ш, щ.
fn spelled(stem: &str, ending: &str) -> String {
    let last = stem.chars().next_back().unwrap_or(' ');
    let hushing = matches!(last, 'ж' | 'ч' | 'ш' | 'щ');
    let ending = match ending {
        "ы" if hushing || matches!(last, 'г' | 'к' | 'х') => "и",
        "ов" if hushing => "ей",
        "ов" if last == 'ц' => "ев",
        "ом" if hushing || last == 'ц' => "ем",
        "ой" if hushing || last == 'ц' => "ей",
        other => other,
    };
    [stem, ending].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(noun: Noun) -> String {
        noun.forms().join(" ")
    }

    #[test]
    fn every_class_is_declined() {
        use Declension::*;
        assert_eq!(
            all(Noun::person("ученик", Hard)),
            "ученик ученика ученику ученика учеником ученике ученики учеников ученикам учеников учениками учениках"
        );
        assert_eq!(
            all(Noun::person("учитель", Soft).plural("учителя")),
            "учитель учителя учителю учителя учителем учителе учителя учителей учителям учителей учителями учителях"
        );
        assert_eq!(
            all(Noun::thing("месяц", Hard)),
            "месяц месяца месяцу месяц месяцем месяце месяцы месяцев месяцам месяцы месяцами месяцах"
        );
        assert_eq!(
            all(Noun::thing("учреждение", NeuterIe)),
            "учреждение учреждения учреждению учреждение учреждением учреждении учреждения учреждений учреждениям учреждения учреждениями учреждениях"
        );
        assert_eq!(
            all(Noun::thing("школа", Feminine)),
            "школа школы школе школу школой школе школы школ школам школы школами школах"
        );
        assert_eq!(
            all(Noun::thing("организация", FeminineIya)),
            "организация организации организации организацию организацией организации организации организаций организациям организации организациями организациях"
        );
        assert_eq!(
            all(Noun::person("подросток", Hard).stem("подростк")),
            "подросток подростка подростку подростка подростком подростке подростки подростков подросткам подростков подростками подростках"
        );
        assert_eq!(Noun::person("учащийся", Reflexive).counted(), ["учащийся", "учащихся", "учащихся"]);
        assert_eq!(Noun::person("рабочий", Adjective).counted(), ["рабочий", "рабочих", "рабочих"]);
    }
}
