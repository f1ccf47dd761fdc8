//! The countable nouns of the field: a closed list, so that a check knows what it says.

use super::declension::{CASES, Case, Declension::*, Noun};
use std::collections::{BTreeSet, HashMap};
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
    let group = beginning(&word).and_then(|beginning| GROUPS.get(beginning));
    group.and_then(|group| group.forms().get(&word)).map_or(&[], Vec::as_slice)
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

static GROUPS: LazyLock<HashMap<String, Group>> = LazyLock::new(|| {
    let mut groups: HashMap<String, Group> = HashMap::new();
    for (index, noun) in NOUNS.iter().enumerate() {
        let beginnings: BTreeSet<String> = noun
            .beginnings()
            .filter_map(|word| beginning(&without_yo(word.to_owned())).map(str::to_owned))
            .collect();
        for beginning in beginnings {
            groups.entry(beginning).or_default().nouns.push(index);
        }
    }
    groups
});

/// The first two letters, four bytes.
fn beginning(folded: &str) -> Option<&str> {
    folded.get(..4)
}

/// The list. The page of the check prints it.
pub static NOUNS: &[Noun] = &[
    // People.
    Noun::person("человек", Hard).many("человек").plural("люди|человеки"),
    Noun::person("ребёнок", Hard).stem("ребёнк").many("детей").plural("дети"),
    Noun::person("ученик", Hard),
    Noun::person("ученица", Feminine),
    Noun::person("школьник", Hard),
    Noun::person("дошкольник", Hard),
    Noun::person("первоклассник", Hard),
    Noun::person("девятиклассник", Hard),
    Noun::person("одиннадцатиклассник", Hard),
    Noun::person("старшеклассник", Hard),
    Noun::person("воспитанник", Hard),
    Noun::person("выпускник", Hard),
    Noun::person("участник", Hard),
    Noun::person("работник", Hard),
    Noun::person("сотрудник", Hard),
    Noun::person("наставник", Hard),
    Noun::person("помощник", Hard),
    Noun::person("отличник", Hard),
    Noun::person("мальчик", Hard),
    Noun::person("девочка", Feminine).many("девочек"),
    Noun::person("педагог", Hard),
    Noun::person("учитель", Soft).plural("учителя"),
    Noun::person("воспитатель", Soft),
    Noun::person("преподаватель", Soft),
    Noun::person("руководитель", Soft),
    Noun::person("заместитель", Soft),
    Noun::person("родитель", Soft),
    Noun::person("победитель", Soft),
    Noun::person("получатель", Soft),
    Noun::person("слушатель", Soft),
    Noun::person("житель", Soft),
    Noun::person("посетитель", Soft),
    Noun::person("представитель", Soft),
    Noun::person("заявитель", Soft),
    Noun::person("читатель", Soft),
    Noun::person("зритель", Soft),
    Noun::person("директор", Hard).plural("директора"),
    Noun::person("специалист", Hard),
    Noun::person("методист", Hard),
    Noun::person("логопед", Hard),
    Noun::person("дефектолог", Hard),
    Noun::person("психолог", Hard),
    Noun::person("библиотекарь", Soft),
    Noun::person("тренер", Hard),
    Noun::person("тьютор", Hard),
    Noun::person("студент", Hard),
    Noun::person("подросток", Hard).stem("подростк"),
    Noun::person("призёр", Hard),
    Noun::person("лауреат", Hard),
    Noun::person("дипломант", Hard),
    Noun::person("стипендиат", Hard),
    Noun::person("медалист", Hard),
    Noun::person("волонтёр", Hard),
    Noun::person("инвалид", Hard),
    Noun::person("стажёр", Hard),
    Noun::person("эксперт", Hard),
    Noun::person("депутат", Hard),
    Noun::person("врач", Hard),
    Noun::person("водитель", Soft),
    Noun::person("спортсмен", Hard),
    Noun::person("гражданин", Hard).plural("граждане").many("граждан"),
    Noun::person("сирота", Feminine),
    Noun::person("семья", FeminineYa).many("семей"),
    Noun::person("обучающийся", Reflexive),
    Noun::person("учащийся", Reflexive),
    Noun::person("рабочий", Adjective),
    Noun::person("служащий", Adjective),
    // Schools and what belongs to them.
    Noun::thing("школа", Feminine).ordinal(),
    Noun::thing("гимназия", FeminineIya),
    Noun::thing("лицей", Short).many("лицеев"),
    Noun::thing("колледж", Hard),
    Noun::thing("техникум", Hard),
    Noun::thing("учреждение", NeuterIe),
    Noun::thing("организация", FeminineIya),
    Noun::thing("предприятие", NeuterIe),
    Noun::thing("сад", Hard),
    Noun::thing("филиал", Hard),
    Noun::thing("центр", Hard),
    Noun::thing("клуб", Hard),
    Noun::thing("музей", Short),
    Noun::thing("библиотека", Feminine),
    Noun::thing("лагерь", Soft).plural("лагеря"),
    Noun::thing("площадка", Feminine).many("площадок"),
    Noun::thing("класс", Hard).ordinal(),
    Noun::thing("группа", Feminine).ordinal(),
    Noun::thing("кружок", Hard).stem("кружк"),
    Noun::thing("секция", FeminineIya),
    Noun::thing("объединение", NeuterIe),
    Noun::thing("отряд", Hard).ordinal(),
    Noun::thing("команда", Feminine),
    Noun::thing("смена", Feminine).ordinal(),
    Noun::thing("место", Neuter).ordinal(),
    Noun::thing("кабинет", Hard),
    Noun::thing("здание", NeuterIe),
    Noun::thing("помещение", NeuterIe),
    Noun::thing("зал", Hard),
    Noun::thing("спортзал", Hard),
    Noun::thing("пищеблок", Hard),
    Noun::thing("автобус", Hard),
    Noun::thing("компьютер", Hard),
    Noun::thing("ноутбук", Hard),
    Noun::thing("учебник", Hard),
    Noun::thing("пособие", NeuterIe),
    Noun::thing("комплект", Hard),
    Noun::thing("экземпляр", Hard),
    Noun::thing("книга", Feminine),
    Noun::thing("служба", Feminine),
    Noun::thing("отдел", Hard),
    Noun::thing("комиссия", FeminineIya),
    Noun::thing("ставка", Feminine).many("ставок"),
    Noun::thing("вакансия", FeminineIya),
    Noun::thing("должность", FeminineSoft),
    // Work and events.
    Noun::thing("урок", Hard).ordinal(),
    Noun::thing("занятие", NeuterIe),
    Noun::thing("экзамен", Hard),
    Noun::thing("предмет", Hard),
    Noun::thing("курс", Hard).ordinal(),
    Noun::thing("программа", Feminine),
    Noun::thing("проект", Hard),
    Noun::thing("мероприятие", NeuterIe),
    Noun::thing("конкурс", Hard),
    Noun::thing("олимпиада", Feminine),
    Noun::thing("фестиваль", Soft),
    Noun::thing("соревнование", NeuterIe),
    Noun::thing("семинар", Hard),
    Noun::thing("совещание", NeuterIe),
    Noun::thing("заседание", NeuterIe),
    Noun::thing("конференция", FeminineIya),
    Noun::thing("вебинар", Hard),
    Noun::thing("выставка", Feminine).many("выставок"),
    Noun::thing("акция", FeminineIya),
    Noun::thing("встреча", Feminine),
    Noun::thing("экскурсия", FeminineIya),
    Noun::thing("проверка", Feminine).many("проверок"),
    Noun::thing("нарушение", NeuterIe),
    Noun::thing("замечание", NeuterIe),
    Noun::thing("предписание", NeuterIe),
    Noun::thing("обращение", NeuterIe),
    Noun::thing("жалоба", Feminine),
    Noun::thing("заявление", NeuterIe),
    Noun::thing("договор", Hard),
    Noun::thing("соглашение", NeuterIe),
    Noun::thing("документ", Hard),
    Noun::thing("приказ", Hard),
    Noun::thing("публикация", FeminineIya),
    Noun::thing("сертификат", Hard),
    Noun::thing("диплом", Hard),
    Noun::thing("грамота", Feminine),
    Noun::thing("медаль", FeminineSoft),
    Noun::thing("аттестат", Hard),
    Noun::thing("грант", Hard),
    Noun::thing("премия", FeminineIya),
    Noun::thing("стипендия", FeminineIya),
    Noun::thing("путёвка", Feminine).many("путёвок"),
    Noun::thing("услуга", Feminine),
    Noun::thing("заявка", Feminine).many("заявок"),
    Noun::thing("случай", Short),
    Noun::thing("преступление", NeuterIe),
    Noun::thing("правонарушение", NeuterIe),
    Noun::thing("происшествие", NeuterIe),
    Noun::thing("травма", Feminine),
    Noun::thing("задача", Feminine),
    Noun::thing("направление", NeuterIe),
    Noun::thing("показатель", Soft),
    Noun::thing("критерий", Short),
    Noun::thing("муниципалитет", Hard),
    Noun::thing("район", Hard),
    Noun::thing("город", Hard).plural("города"),
    Noun::thing("село", Neuter).many("сёл"),
    Noun::thing("посёлок", Hard).stem("посёлк"),
    // Measures.
    Noun::thing("процент", Hard),
    Noun::thing("балл", Hard),
    Noun::thing("пункт", Hard).ordinal(),
    Noun::thing("рубль", Soft),
    Noun::thing("копейка", Feminine).many("копеек"),
    Noun::thing("тысяча", Feminine).many("тысяч"),
    Noun::thing("миллион", Hard),
    Noun::thing("миллиард", Hard),
    Noun::thing("год", Hard).many("лет|годов").ordinal(),
    Noun::thing("месяц", Hard),
    Noun::thing("неделя", FeminineYa),
    Noun::thing("день", Soft).stem("дн"),
    Noun::thing("час", Hard),
    Noun::thing("минута", Feminine),
    Noun::thing("раз", Hard).many("раз"),
    Noun::thing("метр", Hard),
    Noun::thing("километр", Hard),
    Noun::thing("единица", Feminine),
    Noun::thing("штука", Feminine),
    Noun::thing("этап", Hard).ordinal(),
    Noun::thing("тур", Hard).ordinal(),
    Noun::thing("квартал", Hard).ordinal(),
    Noun::thing("раздел", Hard).ordinal(),
    Noun::thing("вид", Hard).ordinal(),
    Noun::thing("форма", Feminine).ordinal(),
    Noun::thing("номинация", FeminineIya),
    Noun::thing("категория", FeminineIya).ordinal(),
    // Further people and things that reports count.
    Noun::person("женщина", Feminine),
    Noun::person("мужчина", Feminine),
    Noun::person("девушка", Feminine).many("девушек"),
    Noun::person("юноша", Feminine).many("юношей"),
    Noun::person("учительница", Feminine),
    Noun::person("воспитательница", Feminine),
    Noun::person("выпускница", Feminine),
    Noun::person("участница", Feminine),
    Noun::person("школьница", Feminine),
    Noun::person("отличница", Feminine),
    Noun::person("спортсменка", Feminine).many("спортсменок"),
    Noun::person("аспирант", Hard),
    Noun::person("кандидат", Hard),
    Noun::person("абитуриент", Hard),
    Noun::person("медсестра", Feminine).plural("медсёстры").many("медсестёр"),
    Noun::person("повар", Hard).plural("повара"),
    Noun::thing("доклад", Hard),
    Noun::thing("вопрос", Hard),
    Noun::thing("страница", Feminine),
    Noun::thing("статья", FeminineYa).many("статей").ordinal(),
    Noun::thing("сборник", Hard),
    Noun::thing("лекция", FeminineIya),
    Noun::thing("консультация", FeminineIya),
    Noun::thing("тренинг", Hard),
    Noun::thing("практикум", Hard),
    Noun::thing("концерт", Hard),
    Noun::thing("спектакль", Soft),
    Noun::thing("праздник", Hard),
    Noun::thing("поход", Hard),
    Noun::thing("поездка", Feminine).many("поездок"),
    Noun::thing("победа", Feminine),
    Noun::thing("награда", Feminine),
    Noun::thing("маршрут", Hard),
    Noun::thing("рейс", Hard),
    Noun::thing("камера", Feminine),
    Noun::thing("окно", Neuter).plural("окна").many("окон"),
    Noun::thing("парта", Feminine),
    Noun::thing("стол", Hard),
    Noun::thing("порция", FeminineIya),
    Noun::thing("прививка", Feminine).many("прививок"),
    Noun::thing("квартира", Feminine),
    Noun::thing("гектар", Hard),
    Noun::thing("тонна", Feminine),
    Noun::thing("дерево", Neuter).plural("деревья").many("деревьев"),
    Noun::thing("позиция", FeminineIya),
    Noun::thing("сессия", FeminineIya),
    Noun::thing("выступление", NeuterIe),
    Noun::thing("рекомендация", FeminineIya).ordinal(),
    Noun::thing("поручение", NeuterIe).ordinal(),
    Noun::thing("решение", NeuterIe).ordinal(),
    // Rarer people and things of a district's year.
    Noun::person("ассистент", Hard),
    Noun::person("ветеран", Hard),
    Noun::person("игрок", Hard),
    Noun::person("чемпион", Hard),
    Noun::person("эколог", Hard),
    Noun::person("бухгалтер", Hard),
    Noun::person("инженер", Hard),
    Noun::person("концертмейстер", Hard),
    Noun::person("хореограф", Hard),
    Noun::person("консультант", Hard),
    Noun::person("координатор", Hard),
    Noun::person("куратор", Hard),
    Noun::person("организатор", Hard),
    Noun::person("мигрант", Hard),
    Noun::person("пенсионер", Hard),
    Noun::person("шахматист", Hard),
    Noun::person("футболист", Hard),
    Noun::person("лыжник", Hard),
    Noun::person("музыкант", Hard),
    Noun::person("художник", Hard),
    Noun::person("артист", Hard),
    Noun::person("автор", Hard),
    Noun::person("лектор", Hard),
    Noun::person("докладчик", Hard),
    Noun::person("пассажир", Hard),
    Noun::person("подписчик", Hard),
    Noun::person("пациент", Hard),
    Noun::person("клиент", Hard),
    Noun::person("охранник", Hard),
    Noun::person("лаборант", Hard),
    Noun::person("курсант", Hard),
    Noun::person("второклассник", Hard),
    Noun::person("третьеклассник", Hard),
    Noun::person("четвероклассник", Hard),
    Noun::person("пятиклассник", Hard),
    Noun::person("шестиклассник", Hard),
    Noun::person("семиклассник", Hard),
    Noun::person("восьмиклассник", Hard),
    Noun::person("десятиклассник", Hard),
    Noun::person("сверстник", Hard),
    Noun::person("завуч", Hard),
    Noun::person("опекун", Hard),
    Noun::person("юнкор", Hard),
    Noun::person("предметник", Hard),
    Noun::person("дружинник", Hard),
    Noun::person("знаменосец", Hard).stem("знаменосц"),
    Noun::person("наблюдатель", Soft),
    Noun::person("предприниматель", Soft),
    Noun::person("работодатель", Soft),
    Noun::person("строитель", Soft),
    Noun::person("спасатель", Soft),
    Noun::person("пользователь", Soft),
    Noun::person("исполнитель", Soft),
    Noun::person("учредитель", Soft),
    Noun::person("гость", Soft),
    Noun::person("няня", FeminineYa).many("нянь"),
    Noun::person("мастер", Hard).plural("мастера"),
    Noun::person("доброволец", Hard).stem("добровольц"),
    Noun::person("юнармеец", Hard).stem("юнармейц"),
    Noun::person("иностранец", Hard).stem("иностранц"),
    Noun::person("сельчанин", Hard).plural("сельчане").many("сельчан"),
    Noun::person("горожанин", Hard).plural("горожане").many("горожан"),
    Noun::person("односельчанин", Hard).plural("односельчане").many("односельчан"),
    Noun::thing("планшет", Hard),
    Noun::thing("проектор", Hard),
    Noun::thing("монитор", Hard),
    Noun::thing("принтер", Hard),
    Noun::thing("экран", Hard),
    Noun::thing("турникет", Hard),
    Noun::thing("светильник", Hard),
    Noun::thing("подвал", Hard),
    Noun::thing("стадион", Hard),
    Noun::thing("бассейн", Hard),
    Noun::thing("театр", Hard),
    Noun::thing("оркестр", Hard),
    Noun::thing("хор", Hard),
    Noun::thing("технопарк", Hard),
    Noun::thing("отчёт", Hard),
    Noun::thing("план", Hard),
    Noun::thing("протокол", Hard),
    Noun::thing("акт", Hard),
    Noun::thing("контракт", Hard),
    Noun::thing("аукцион", Hard),
    Noun::thing("турнир", Hard),
    Noun::thing("матч", Hard),
    Noun::thing("кросс", Hard),
    Noun::thing("марафон", Hard),
    Noun::thing("слёт", Hard),
    Noun::thing("форум", Hard),
    Noun::thing("квест", Hard),
    Noun::thing("диктант", Hard),
    Noun::thing("субботник", Hard),
    Noun::thing("смотр", Hard),
    Noun::thing("митинг", Hard),
    Noun::thing("пожар", Hard),
    Noun::thing("прогул", Hard),
    Noun::thing("пропуск", Hard),
    Noun::thing("конфликт", Hard),
    Noun::thing("перелом", Hard),
    Noun::thing("ушиб", Hard),
    Noun::thing("литр", Hard),
    Noun::thing("килограмм", Hard),
    Noun::thing("прибор", Hard),
    Noun::thing("датчик", Hard),
    Noun::thing("набор", Hard),
    Noun::thing("робот", Hard),
    Noun::thing("конструктор", Hard),
    Noun::thing("костюм", Hard),
    Noun::thing("велосипед", Hard),
    Noun::thing("трактор", Hard),
    Noun::thing("билет", Hard),
    Noun::thing("абонемент", Hard),
    Noun::thing("журнал", Hard),
    Noun::thing("сюжет", Hard),
    Noun::thing("ролик", Hard),
    Noun::thing("видеоролик", Hard),
    Noun::thing("фильм", Hard),
    Noun::thing("плакат", Hard),
    Noun::thing("стенд", Hard),
    Noun::thing("баннер", Hard),
    Noun::thing("буклет", Hard),
    Noun::thing("сайт", Hard),
    Noun::thing("канал", Hard),
    Noun::thing("просмотр", Hard),
    Noun::thing("тест", Hard),
    Noun::thing("эксперимент", Hard),
    Noun::thing("знак", Hard),
    Noun::thing("приз", Hard),
    Noun::thing("букет", Hard),
    Noun::thing("рекорд", Hard),
    Noun::thing("комбинат", Hard),
    Noun::thing("завод", Hard),
    Noun::thing("банк", Hard),
    Noun::thing("вуз", Hard),
    Noun::thing("институт", Hard),
    Noun::thing("университет", Hard),
    Noun::thing("интернат", Hard),
    Noun::thing("приют", Hard),
    Noun::thing("магазин", Hard),
    Noun::thing("фонд", Hard),
    Noun::thing("союз", Hard),
    Noun::thing("совет", Hard),
    Noun::thing("штаб", Hard),
    Noun::thing("пост", Hard),
    Noun::thing("опрос", Hard),
    Noun::thing("павильон", Hard),
    Noun::thing("тренажёр", Hard),
    Noun::thing("сервер", Hard),
    Noun::thing("этаж", Hard).ordinal(),
    Noun::thing("семестр", Hard).ordinal(),
    Noun::thing("выпуск", Hard).ordinal(),
    Noun::thing("корпус", Hard).plural("корпуса").ordinal(),
    Noun::thing("номер", Hard).plural("номера").ordinal(),
    Noun::thing("округ", Hard).plural("округа"),
    Noun::thing("хутор", Hard).plural("хутора"),
    Noun::thing("станок", Hard).stem("станк"),
    Noun::thing("рисунок", Hard).stem("рисунк"),
    Noun::thing("звонок", Hard).stem("звонк"),
    Noun::thing("кубок", Hard).stem("кубк"),
    Noun::thing("значок", Hard).stem("значк"),
    Noun::thing("подарок", Hard).stem("подарк"),
    Noun::thing("огнетушитель", Soft),
    Noun::thing("модуль", Soft),
    Noun::thing("автомобиль", Soft),
    Noun::thing("ансамбль", Soft),
    Noun::thing("патруль", Soft),
    Noun::thing("извещатель", Soft),
    Noun::thing("проба", Feminine),
    Noun::thing("веранда", Feminine),
    Noun::thing("теплица", Feminine),
    Noun::thing("анкета", Feminine),
    Noun::thing("смета", Feminine),
    Noun::thing("эстафета", Feminine),
    Noun::thing("викторина", Feminine),
    Noun::thing("спартакиада", Feminine),
    Noun::thing("беседа", Feminine),
    Noun::thing("авария", FeminineIya),
    Noun::thing("кража", Feminine),
    Noun::thing("драка", Feminine),
    Noun::thing("декада", Feminine),
    Noun::thing("секунда", Feminine),
    Noun::thing("улица", Feminine),
    Noun::thing("машина", Feminine),
    Noun::thing("газета", Feminine),
    Noun::thing("экспертиза", Feminine),
    Noun::thing("ферма", Feminine),
    Noun::thing("фирма", Feminine),
    Noun::thing("поликлиника", Feminine),
    Noun::thing("больница", Feminine),
    Noun::thing("аптека", Feminine),
    Noun::thing("бригада", Feminine),
    Noun::thing("игра", Feminine),
    Noun::thing("сцена", Feminine),
    Noun::thing("доска", Feminine).many("досок"),
    Noun::thing("точка", Feminine).many("точек"),
    Noun::thing("закупка", Feminine).many("закупок"),
    Noun::thing("ярмарка", Feminine).many("ярмарок"),
    Noun::thing("линейка", Feminine).many("линеек"),
    Noun::thing("тренировка", Feminine).many("тренировок"),
    Noun::thing("кнопка", Feminine).many("кнопок"),
    Noun::thing("памятка", Feminine).many("памяток"),
    Noun::thing("листовка", Feminine).many("листовок"),
    Noun::thing("оценка", Feminine).many("оценок"),
    Noun::thing("отметка", Feminine).many("отметок"),
    Noun::thing("двойка", Feminine).many("двоек"),
    Noun::thing("пятёрка", Feminine).many("пятёрок"),
    Noun::thing("тройка", Feminine).many("троек"),
    Noun::thing("студия", FeminineIya),
    Noun::thing("лаборатория", FeminineIya),
    Noun::thing("академия", FeminineIya),
    Noun::thing("компания", FeminineIya),
    Noun::thing("ассоциация", FeminineIya),
    Noun::thing("фотография", FeminineIya),
    Noun::thing("сочинение", NeuterIe),
    Noun::thing("опоздание", NeuterIe),
    Noun::thing("заболевание", NeuterIe),
    Noun::thing("посещение", NeuterIe),
    Noun::thing("обследование", NeuterIe),
    Noun::thing("исследование", NeuterIe),
    Noun::thing("тестирование", NeuterIe),
    Noun::thing("задание", NeuterIe),
    Noun::thing("звание", NeuterIe),
    Noun::thing("отделение", NeuterIe),
    Noun::thing("подразделение", NeuterIe),
    Noun::thing("собрание", NeuterIe),
    Noun::thing("постановление", NeuterIe),
    Noun::thing("распоряжение", NeuterIe),
    Noun::thing("упражнение", NeuterIe),
    Noun::thing("полугодие", NeuterIe).ordinal(),
    Noun::thing("тетрадь", FeminineSoft),
    Noun::thing("кровать", FeminineSoft),
    Noun::thing("четверть", FeminineSoft).ordinal(),
    Noun::thing("степень", FeminineSoft).ordinal(),
    Noun::thing("хозяйство", Neuter),
    Noun::thing("письмо", Neuter).plural("письма").many("писем"),
    Noun::thing("деревня", FeminineYa).many("деревень"),
];

#[cfg(test)]
mod tests {
    use super::*;

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
