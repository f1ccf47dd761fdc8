//! A noun that does not agree with the number before it: «1 025 работника».
//!
//! A number phrase may stand in any case («в 3 школах», «более 21 педагога»), so a form is
//! refused only where no case allows it, or where the word before the number shows that the
//! phrase is the sentence's subject or object («обучается 22 учеников»).

use super::reading::phrases::names_a_thing;
use super::reading::words::{is_adjective, is_done, past, past_plural};
use super::{Both, Check, Field, NumberRole, Sentence, Token, View};
use crate::messages;
use crate::russian::declension::{Case, Gender, Noun};
use crate::russian::nouns::{self, Form};
use crate::russian::plural::Class;
use crate::russian::scale::Scale;
use crate::source::{Finding, Findings, Severity};
use rust_decimal::Decimal;

messages! {
    /// A noun in the wrong form after a number.
    NUMBER_AGREEMENT = "number-agreement", Warning,
        ru: "«{word}» не согласуется с числом {number}", en: "“{word}” does not agree with the number {number}",
        hint_ru: "напишите «{right}»; слово, которое согласуется само: `{{слово {name} \"{forms}\"}}`",
        hint_en: "write “{right}”; a word that agrees by itself: `{{word {name} \"{forms}\"}}`";
}

/// The words of the list, as the check's page prints them; a test compares them with the list.
macro_rules! words {
    () => {
        "человек, ребёнок, ученик, ученица, школьник, дошкольник, первоклассник, девятиклассник, \
         одиннадцатиклассник, старшеклассник, воспитанник, выпускник, участник, работник, сотрудник, \
         наставник, помощник, отличник, мальчик, девочка, педагог, учитель, воспитатель, преподаватель, \
         руководитель, заместитель, родитель, победитель, получатель, слушатель, житель, посетитель, \
         представитель, заявитель, читатель, зритель, директор, специалист, методист, логопед, \
         дефектолог, психолог, библиотекарь, тренер, тьютор, студент, подросток, призёр, лауреат, \
         дипломант, стипендиат, медалист, волонтёр, инвалид, стажёр, эксперт, депутат, врач, водитель, \
         спортсмен, гражданин, сирота, семья, обучающийся, учащийся, рабочий, служащий, школа, гимназия, \
         лицей, колледж, техникум, учреждение, организация, предприятие, сад, филиал, центр, клуб, музей, \
         библиотека, лагерь, площадка, класс, группа, кружок, секция, объединение, отряд, команда, смена, \
         место, кабинет, здание, помещение, зал, спортзал, пищеблок, автобус, компьютер, ноутбук, \
         учебник, пособие, комплект, экземпляр, книга, служба, отдел, комиссия, ставка, вакансия, \
         должность, урок, занятие, экзамен, предмет, курс, программа, проект, мероприятие, конкурс, \
         олимпиада, фестиваль, соревнование, семинар, совещание, заседание, конференция, вебинар, \
         выставка, акция, встреча, экскурсия, проверка, нарушение, замечание, предписание, обращение, \
         жалоба, заявление, договор, соглашение, документ, приказ, публикация, сертификат, диплом, \
         грамота, медаль, аттестат, грант, премия, стипендия, путёвка, услуга, заявка, случай, \
         преступление, правонарушение, происшествие, травма, задача, направление, показатель, критерий, \
         муниципалитет, район, город, село, посёлок, процент, балл, пункт, рубль, копейка, тысяча, \
         миллион, миллиард, год, месяц, неделя, день, час, минута, раз, метр, километр, единица, штука, \
         этап, тур, квартал, раздел, вид, форма, номинация, категория, женщина, мужчина, девушка, юноша, \
         учительница, воспитательница, выпускница, участница, школьница, отличница, спортсменка, \
         аспирант, кандидат, абитуриент, медсестра, повар, доклад, вопрос, страница, статья, сборник, \
         лекция, консультация, тренинг, практикум, концерт, спектакль, праздник, поход, поездка, победа, \
         награда, маршрут, рейс, камера, окно, парта, стол, порция, прививка, квартира, гектар, тонна, \
         дерево, позиция, сессия, выступление, рекомендация, поручение, решение, ассистент, ветеран, \
         игрок, чемпион, эколог, бухгалтер, инженер, концертмейстер, хореограф, консультант, координатор, \
         куратор, организатор, мигрант, пенсионер, шахматист, футболист, лыжник, музыкант, художник, \
         артист, автор, лектор, докладчик, пассажир, подписчик, пациент, клиент, охранник, лаборант, \
         курсант, второклассник, третьеклассник, четвероклассник, пятиклассник, шестиклассник, \
         семиклассник, восьмиклассник, десятиклассник, сверстник, завуч, опекун, юнкор, предметник, \
         дружинник, знаменосец, наблюдатель, предприниматель, работодатель, строитель, спасатель, \
         пользователь, исполнитель, учредитель, председатель, секретарь, гость, няня, мастер, доброволец, \
         юнармеец, иностранец, сельчанин, горожанин, односельчанин, планшет, проектор, монитор, принтер, \
         экран, турникет, светильник, подвал, стадион, бассейн, театр, оркестр, хор, технопарк, отчёт, \
         план, протокол, акт, контракт, аукцион, турнир, матч, кросс, марафон, слёт, форум, квест, \
         диктант, субботник, смотр, митинг, пожар, прогул, пропуск, конфликт, перелом, ушиб, литр, \
         килограмм, прибор, датчик, набор, робот, конструктор, костюм, велосипед, трактор, билет, \
         абонемент, журнал, сюжет, ролик, видеоролик, фильм, плакат, стенд, баннер, буклет, сайт, канал, \
         просмотр, тест, эксперимент, знак, приз, букет, рекорд, комбинат, завод, банк, вуз, институт, \
         университет, интернат, приют, магазин, фонд, союз, совет, штаб, пост, опрос, павильон, тренажёр, \
         сервер, этаж, семестр, выпуск, корпус, номер, округ, хутор, станок, рисунок, звонок, кубок, \
         значок, подарок, огнетушитель, модуль, автомобиль, ансамбль, патруль, извещатель, проба, \
         веранда, теплица, анкета, смета, эстафета, викторина, спартакиада, беседа, авария, кража, драка, \
         декада, секунда, улица, машина, газета, экспертиза, ферма, фирма, поликлиника, больница, аптека, \
         бригада, игра, сцена, доска, точка, закупка, ярмарка, линейка, тренировка, кнопка, памятка, \
         листовка, оценка, отметка, двойка, пятёрка, тройка, студия, лаборатория, академия, компания, \
         ассоциация, фотография, сочинение, опоздание, заболевание, посещение, обследование, \
         исследование, тестирование, задание, звание, отделение, подразделение, собрание, постановление, \
         распоряжение, упражнение, полугодие, тетрадь, кровать, четверть, степень, хозяйство, письмо, \
         деревня"
    };
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "number-agreement",
    severity: Severity::Warning,
    title: Both {
        ru: "Существительное не согласуется с числом",
        en: "A noun does not agree with its number",
    },
    about: Both {
        ru: concat!(
            "После числа, набранного рукой или подставленного, существительное должно стоять в нужной форме: 1 ученик, \
             2 ученика, 5 учеников, 1,5 ученика; между ними могут стоять определения. Форма считается ошибкой, только если её \
             не допускает ни один падеж, или если слово перед числом показывает, что нужен именительный («обучается \
             3 263 учеников»). Номера («школа № 5», «пункт 2»), годы и порядковые («9 класса», «2 место») пропускаются. \
             Проверяются слова закрытого списка: ",
            words!(),
            "."
        ),
        en: concat!(
            "After a number, typed or printed from an indicator, the noun must stand in the right form: 1 ученик, \
             2 ученика, 5 учеников, 1,5 ученика; adjectives may stand between. A form is a mistake only where no case \
             allows it, or where the word before the number asks for the nominative. Numbers of schools and clauses, \
             years and ordinals are passed over. The words of a closed list are looked at: ",
            words!(),
            "."
        ),
    },
    example: Both {
        ru: "В школах города работают 1 025 работника. → В школах города работают 1 025 работников.",
        en: "В школах города работают 1 025 работника. → В школах города работают 1 025 работников.",
    },
    source: Both {
        ru: "нормы русского языка; Розенталь, § 165",
        en: "the rules of Russian; Rosenthal, § 165",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.sentences() {
        for at in 0..sentence.tokens.len() {
            if let Some(finding) =
                Counted::find(field, sentence, at).and_then(|counted| counted.finding(field))
            {
                findings.push(finding);
            }
        }
        if let Some(read) = sentence.in_numbers() {
            let by_words = (0..read.tokens.len()).filter(|at| read.tokens.get(*at).is_some_and(is_numeral));
            let counted = by_words.filter_map(|at| Counted::find(field, read, at)?.finding(field));
            findings.list.extend(counted);
        }
    }
}

/// «Четыре», «двадцать пять»: what asks of the noun as digits do, and not «двое» or «двух».
fn is_numeral(token: &Token) -> bool {
    let last = token.text.rsplit(' ').next().unwrap_or_default();
    let few = matches!(last, "два" | "две" | "три" | "четыре");
    let many = last.ends_with('ь') || matches!(last, "сорок" | "девяносто");
    token.number().is_some() && (few || many)
}

/// A number with the noun that it counts.
struct Counted<'s> {
    tokens: &'s [Token],
    /// Where the number is.
    at: usize,
    /// Where the noun is.
    noun: usize,
    /// What the number asks of the noun.
    class: Class,
    value: Decimal,
}

impl<'s> Counted<'s> {
    /// The number at `at`, if a noun of the list follows it, adjectives between them.
    fn find(field: &Field<'_>, sentence: &'s Sentence, at: usize) -> Option<Counted<'s>> {
        let tokens = sentence.tokens.as_slice();
        let number = tokens.get(at)?.number()?;
        let counts = matches!(number.role, NumberRole::Amount | NumberRole::Range | NumberRole::Limit);
        if !counts || names_a_thing(field, tokens, at) {
            return None;
        }
        let mut next = at + 1;
        let scale = number.scale != Scale::One
            && tokens.get(next).is_some_and(|token| SCALES.contains(&token.text.as_str()));
        if scale {
            next += 1;
            next += usize::from(tokens.get(next).is_some_and(|token| token.is_sign('.')));
        }
        next = behind_brackets(tokens, next);
        let first = next;
        while next <= first + 4 && tokens.get(next).is_some_and(is_adjective) {
            next += 1;
        }
        // «Из 74 подавших заявления»: the noun is the participle's object.
        if tokens.get(first..next)?.iter().any(has_object) {
            return None;
        }
        let noun =
            tokens.get(next).filter(|token| token.is_word() && !token.capital && token.bound.is_none())?;
        // «против 3 156 годом ранее»: the word belongs to what follows.
        if nouns::forms(&noun.text).is_empty()
            || is_time_before(tokens, next)
            || begins_own_clause(tokens, at, next)
        {
            return None;
        }
        let class = match (scale, number.decimals > 0) {
            (true, _) => Class::Many,
            (false, true) => Class::Fraction,
            (false, false) => Class::of(number.value),
        };
        Some(Counted { tokens, at, noun: next, class, value: number.value })
    }

    fn finding(&self, field: &Field<'_>) -> Option<Finding> {
        let (token, number) = (self.tokens.get(self.noun)?, self.tokens.get(self.at)?);
        let forms = nouns::forms(&token.text);
        if forms.iter().any(|form| self.agrees(form)) {
            return None;
        }
        let noun = nouns::noun(*forms.first()?)?;
        if noun.ordinal && self.may_be_ordinal() && !self.stays_there() {
            return None;
        }
        let (right, counted) = self.right(noun);
        let bound = field.figure(number).and_then(|bound| bound.indicators.first());
        let name = bound.map_or_else(
            || ("имя".to_owned(), "name".to_owned()),
            |indicator| (indicator.name.clone(), indicator.name.clone()),
        );
        let phrase = self.tokens.get(self.at..=self.noun)?;
        Some(
            Finding::new(&NUMBER_AGREEMENT)
                .arg("word", field.written(std::slice::from_ref(token)))
                .arg("number", number.text.as_str())
                .arg("right", right)
                .arg("name", name)
                .arg("forms", counted.join("|"))
                .at(field.place_of(phrase)),
        )
    }

    /// What to write, in the case that the words before ask for, and the forms after 1, 2 and 5.
    fn right(&self, noun: &Noun) -> (String, [String; 3]) {
        let forms = noun.forms();
        let form = |at: usize| forms.get(at).and_then(|form| form.split('|').next()).unwrap_or_default();
        let (genitive, many) = (form(1).to_owned(), form(7).to_owned());
        let counted = match self.context() {
            Context::Genitive => [genitive.clone(), many.clone(), many],
            _ => noun.counted(),
        };
        let [one, few, many] = &counted;
        let right = match self.class {
            Class::One if self.context() == Context::Genitive => self.with_adjectives(noun, one),
            Class::One => one.clone(),
            Class::Few | Class::Many if self.stays_there() => form(11).to_owned(),
            Class::Few => few.clone(),
            Class::Fraction => genitive,
            Class::Many => many.clone(),
        };
        (right, counted)
    }

    /// «молодого педагога»: the genitive with the adjectives that stand before it in the plural.
    fn with_adjectives(&self, noun: &Noun, genitive: &str) -> String {
        let between = self.tokens.get(self.at + 1..self.noun).unwrap_or_default();
        let mut words: Vec<String> = Vec::new();
        for token in between {
            let Some(stem) = token.text.strip_suffix("ых").or_else(|| token.text.strip_suffix("их"))
            else {
                return genitive.to_owned();
            };
            let hard = token.text.ends_with("ых") || stem.ends_with(['к', 'г', 'х']);
            let ending = match (noun.gender(), hard) {
                (Gender::Feminine, true) => "ой",
                (Gender::Feminine, false) => "ей",
                (_, true) => "ого",
                (_, false) => "его",
            };
            words.push(format!("{stem}{ending}"));
        }
        words.push(genitive.to_owned());
        words.join(" ")
    }

    /// Whether some case of the phrase has this form.
    fn agrees(&self, form: &Form) -> bool {
        use Case::{Dative, Genitive, Instrumental, Prepositional};
        let oblique = form.plural && matches!(form.case, Dative | Instrumental | Prepositional);
        let (genitive, genitive_plural) =
            (!form.plural && form.case == Genitive, form.plural && form.case == Genitive);
        let noun = nouns::noun(*form);
        let animate = noun.is_some_and(|noun| noun.animate);
        let context = self.context();
        match (self.class, context) {
            (Class::One, Context::Genitive) => genitive,
            (Class::One, Context::Direct) => {
                let object = !self.behind_a_subjects_verb();
                !form.plural
                    && match form.case {
                        Genitive => animate && object,
                        Case::Accusative => object,
                        _ => true,
                    }
            }
            (Class::One, _) => !form.plural,
            (Class::Few | Class::Many, Context::Genitive) => genitive_plural,
            (Class::Few | Class::Many, Context::Accusative) if self.stays_there() => oblique,
            (Class::Many, _) => genitive_plural || oblique,
            (Class::Few, _) if genitive_plural => {
                noun.is_some_and(Noun::is_adjective)
                    || !matches!(context, Context::Direct | Context::Accusative)
                    || (animate && self.value < Decimal::TEN && !self.behind_a_subjects_verb())
            }
            // «полутора часов»
            (Class::Fraction, _) if genitive_plural => {
                self.value == Decimal::new(15, 1) && context != Context::Direct
            }
            (Class::Few | Class::Fraction, _) => oblique || genitive,
        }
    }

    fn before(&self, steps: usize) -> Option<&Token> {
        self.at.checked_sub(steps).and_then(|at| self.tokens.get(at))
    }

    fn context(&self) -> Context {
        let steps = if self.before(1).is_some_and(|token| token.is_any(ADVERBS)) { 2 } else { 1 };
        let Some(token) = self.before(steps) else { return Context::Direct };
        if token.is_any(GENITIVE) {
            Context::Genitive
        } else if token.is_any(ACCUSATIVE) {
            Context::Accusative
        } else if token.is_any(&["и"]) {
            self.conjunct()
        } else if self.is_told() {
            Context::Direct
        } else if !token.is_word() || token.is_any(PERHAPS_GENITIVE) {
            Context::Open
        } else if self.before(steps + 1).is_some_and(|token| token.is_any(&["не"])) {
            // «Не стало 31 случая».
            Context::Open
        } else if token.is_any(&["впереди", "итого"])
            || self.of_them(steps)
            || is_done(token)
            || is_verb(&token.text)
            || past(token).is_some()
            || past_plural(token)
            || (is_place(token) && self.counts_children())
            || self.take_part(steps)
        {
            Context::Direct
        } else {
            Context::Open
        }
    }

    /// «Стоимость билета – 24 рубля»: behind a dash and a noun stands a nominative.
    fn is_told(&self) -> bool {
        let dash = self.before(1).is_some_and(|token| token.is_dash() && token.spaced);
        dash && self.before(2).is_some_and(Token::is_word)
            && self.tokens.get(self.at).is_some_and(|number| number.spaced)
            && self.tokens.get(self.noun + 1).is_none_or(|next| !next.is_word())
    }

    /// «участвовали 12 воспитателей и 54 учительницы»: the second phrase stands as the first does.
    fn conjunct(&self) -> Context {
        match self.first_of_row() {
            Some(first) if first.context() == Context::Direct => Context::Direct,
            _ => Context::Open,
        }
    }

    /// Whether the noun names children or people at large, who are in places and do not own them.
    fn counts_children(&self) -> bool {
        const CHILDREN: &[&str] =
            &["ребёнок", "ученик", "школьник", "дошкольник", "воспитанник", "человек", "девочка", "мальчик"];
        let forms = self.tokens.get(self.noun).map_or(&[][..], |token| nouns::forms(&token.text));
        forms.first().and_then(|form| nouns::noun(*form)).is_some_and(|noun| CHILDREN.contains(&noun.lemma))
    }

    /// «из них 22 ученика»
    fn of_them(&self, steps: usize) -> bool {
        self.before(steps).is_some_and(|token| token.is_any(&["них"]))
            && self.before(steps + 1).is_some_and(|token| token.is_any(&["из"]))
    }

    /// «приняло участие 22 человека»
    fn take_part(&self, steps: usize) -> bool {
        self.before(steps).is_some_and(|token| token.is_any(&["участие"]))
            && self.before(steps + 1).is_some_and(|token| token.begins(&["прин"]))
    }

    /// «В 12 школ обучается»: where something is, and not where to, as the verb behind the phrase says.
    fn stays_there(&self) -> bool {
        const STAYING: &[&str] = &[
            "обучается",
            "обучаются",
            "обучалось",
            "обучались",
            "учится",
            "учатся",
            "работает",
            "работают",
            "работало",
            "работали",
            "действует",
            "действуют",
            "функционирует",
            "функционируют",
            "занимается",
            "занимаются",
            "занималось",
            "занимались",
        ];
        let within = self.before(1).is_some_and(|token| token.is_any(&["в", "во"]));
        let behind = self.tokens.get(self.noun + 1..).unwrap_or_default().iter().take(5);
        let mut clause = behind.take_while(|token| token.is_word());
        within && clause.any(|token| token.is_any(STAYING))
    }

    /// Whether the verb before the number has no object, so that the phrase is its subject.
    fn behind_a_subjects_verb(&self) -> bool {
        let joined = || self.before(1).is_some_and(|token| token.is_any(&["и"]));
        self.take_part(1)
            || self
                .before(1)
                .is_some_and(|token| is_done(token) || token.is_word() && is_intransitive(&token.text))
            || joined() && self.first_of_row().is_some_and(|first| first.behind_a_subjects_verb())
    }

    /// «12 воспитателей» of «участвовали 12 воспитателей и 54 учительницы».
    fn first_of_row(&self) -> Option<Counted<'s>> {
        let near = self.at.saturating_sub(9)..self.at.saturating_sub(2);
        let counts = |at: &usize| {
            let amount = self.tokens.get(*at).and_then(Token::amount);
            amount.is_some_and(|number| !number.percent)
        };
        near.rev().find(counts).map(|at| Counted { at, ..*self })
    }

    /// A number that rather says «the ninth»: small, and nothing shows an amount.
    fn may_be_ordinal(&self) -> bool {
        let amount = self.before(1).is_some_and(|token| {
            is_done(token) || token.is_any(ADVERBS) || token.is_word() && is_intransitive(&token.text)
        });
        // «16 детских сада»: an adjective in the plural counts several.
        let several = self.tokens.get(self.at + 1..self.noun).unwrap_or_default().iter();
        let several =
            several.into_iter().any(|token| token.text.ends_with("ых") || token.text.ends_with("их"));
        // «Ученики 1–11 классов» are of several; of a 21st nobody speaks in the plural.
        let plural = self.tokens.get(self.noun).is_some_and(|token| {
            let forms = nouns::forms(&token.text);
            forms.iter().all(|form| form.plural)
        });
        let by_words =
            self.tokens.get(self.at).is_some_and(|number| number.text.starts_with(char::is_alphabetic));
        self.value <= Decimal::from(if plural { 11 } else { 31 }) && !amount && !several && !by_words
    }
}

/// What the words before a number say of the case of its phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Context {
    /// It is the subject, or an object in the accusative.
    Direct,
    /// A preposition asks for the accusative or another case that is no genitive: «на 22 ученика».
    Accusative,
    /// It stands in the genitive: «из 22 учеников».
    Genitive,
    /// Nothing tells.
    Open,
}

/// An active participle, behind which an object may stand: «подавших», «имеющих».
fn has_object(token: &Token) -> bool {
    const ADJECTIVES: &[&str] = &["настоящ", "будущ", "следующ", "общ", "ведущ", "текущ", "предыдущ"];
    let participle = ["вш", "едш", "ющ", "ущ", "ащ", "ящ"].iter().any(|stem| {
        ["их", "ие", "им", "ими"]
            .iter()
            .any(|ending| token.text.strip_suffix(ending).is_some_and(|word| word.ends_with(stem)))
    });
    participle && !token.begins(ADJECTIVES)
}

/// «годом ранее», «год назад»
fn is_time_before(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(words));
    word(at, &["годом"]) || (word(at, &["год", "месяц", "неделю"]) && word(at + 1, &["назад", "тому"]))
}

/// What stands behind «(АППГ – 16)» at `at`; `at` itself where no such brackets stand there.
fn behind_brackets(tokens: &[Token], at: usize) -> usize {
    let open = tokens.get(at).is_some_and(|token| token.is_sign('('));
    if !open || !tokens.get(at + 1).is_some_and(|token| token.is_any(&["аппг"])) {
        return at;
    }
    let close = tokens.iter().skip(at).take(8).position(|token| token.is_sign(')'));
    close.map_or(at, |close| at + close + 1)
}

/// «В 4 школах нет зала, ещё в 2 зал мал»: the noun is the subject of what follows.
fn begins_own_clause(tokens: &[Token], at: usize, noun: usize) -> bool {
    const SHORT: &[&str] = &[
        "мал",
        "мала",
        "мало",
        "малы",
        "велик",
        "велика",
        "тесен",
        "тесна",
        "нужен",
        "нужна",
        "нужно",
        "закрыт",
        "закрыта",
        "открыт",
        "открыта",
        "есть",
    ];
    let placed =
        at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["в", "во", "на"]));
    let nominative = |token: &Token| {
        nouns::forms(&token.text).iter().any(|form| !form.plural && form.case == Case::Nominative)
    };
    let says = |token: &Token| token.is_any(SHORT) || past(token).is_some();
    placed
        && noun == at + 1
        && tokens.get(noun).is_some_and(nominative)
        && tokens.get(noun + 1).is_some_and(says)
}

const SCALES: &[&str] = &["тыс", "млн", "млрд", "трлн"];

/// Little words that may stand between a verb and its number.
const ADVERBS: &[&str] = &["уже", "еще", "всего", "только", "лишь", "ровно", "также", "примерно"];

/// Words behind which a number phrase stands in the genitive.
const GENITIVE: &[&str] =
    &["из", "от", "до", "для", "без", "у", "около", "среди", "после", "кроме", "более", "менее", "свыше"];

/// Words behind which it may.
const PERHAPS_GENITIVE: &[&str] = &[
    "с",
    "со",
    "больше",
    "меньше",
    "порядка",
    "не",
    "достигло",
    "достигает",
    "достиг",
    "достигла",
    "достигли",
    "добились",
    "лишились",
    "ждали",
    "хватило",
    "хватает",
    "потребовало",
    "потребовалось",
    "касалось",
    "касались",
    "касаются",
    "касается",
    "требует",
    "коснулось",
    "всех",
    "этих",
    "данных",
    "против",
    "ввиду",
    "течение",
    "нет",
];

/// Prepositions behind which it never does.
const ACCUSATIVE: &[&str] = &["на", "в", "во", "по", "за", "через", "про"];

/// Whether a word looks like a verb in a form that a number phrase can follow.
fn is_verb(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ют", "ут", "ят", "ает", "яет", "ует", "еет", "ило", "ало", "яло", "ела", "ила", "или", "али", "яли",
        "ели",
    ];
    const NOUNS: &[&str] = &[
        "начало",
        "недели",
        "модели",
        "цели",
        "детали",
        "медали",
        "печали",
        "институт",
        "маршрут",
        "приют",
        "минут",
        "статут",
    ];
    let long = word.chars().count() >= 5 && !NOUNS.contains(&word);
    is_intransitive(word) || (long && ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// «в кружках»: a noun in the prepositional, on which no genitive hangs.
fn is_place(token: &Token) -> bool {
    token.is_word()
        && token.text.chars().count() > 4
        && (token.text.ends_with("ах") || token.text.ends_with("ях"))
}

/// A reflexive verb, a short participle, or a verb that never has an object.
fn is_intransitive(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ется", "ются", "ится", "ятся", "атся", "лось", "лись", "лся", "лась", "ено", "ано", "ято", "ыто",
        "ены", "аны", "яты", "ыты",
    ];
    const WORDS: &[&str] = &[
        "работает",
        "работают",
        "работало",
        "работали",
        "функционирует",
        "функционируют",
        "функционировало",
        "функционировали",
        "действует",
        "действуют",
        "действовало",
        "действовали",
        "есть",
        "было",
        "будет",
        "стало",
        "участвует",
        "участвуют",
        "участвовало",
        "участвовали",
        "существует",
        "существуют",
        "прибыло",
        "выбыло",
        "убыло",
        "пришло",
        "ушло",
        "поступило",
        "погибло",
        "пострадало",
        "участвовал",
        "участвовала",
        "является",
    ];
    const OTHERS: &[&str] =
        &["охраны", "страны", "стороны", "смены", "цены", "замены", "планы", "органы", "фоны"];
    let verbal = || ENDINGS.iter().any(|ending| word.ends_with(ending));
    WORDS.contains(&word) || (word.chars().count() > 4 && !OTHERS.contains(&word) && verbal())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::russian::noun_list;

    #[test]
    fn the_page_prints_the_whole_list() {
        let lemmas: Vec<&str> = noun_list::NOUNS.iter().map(|noun| noun.lemma).collect();
        assert!(CHECK.about.ru.contains(&lemmas.join(", ")));
        assert!(CHECK.about.en.contains(&lemmas.join(", ")));
    }
}
