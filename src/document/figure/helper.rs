//! The words that a text may write before an indicator, with how they are written.

use super::Refusal;
use super::print::{Print, Printed};

/// A helper of texts.
#[derive(Debug)]
pub struct Helper {
    /// Its Russian name.
    pub ru: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// How it is written, in Russian.
    pub usage_ru: &'static str,
    /// How it is written, in English.
    pub usage_en: &'static str,
    pub(super) print: fn(&Print<'_, '_>) -> Result<Printed, Refusal>,
}

/// All helpers.
pub static HELPERS: &[Helper] = &[
    helper(
        "слово",
        "word",
        "{{слово ученики \"ученик|ученика|учеников\"}}",
        "{{word pupils \"…|…|…\"}}",
        |print| print.word(),
    ),
    helper(
        "сколько",
        "count",
        "{{сколько ученики \"ученик|ученика|учеников\"}}",
        "{{count pupils \"…|…|…\"}}",
        |print| print.count(),
    ),
    helper(
        "с_единицей",
        "with_unit",
        "{{с_единицей расходы}}",
        "{{with_unit expenses}}",
        |print| print.with_unit(),
    ),
    helper("прошлый", "previous", "{{прошлый ученики}}", "{{previous pupils}}", |print| print.previous()),
    helper(
        "сравнить",
        "compare",
        "{{сравнить ученики \"человек|человека|человек\"}}",
        "{{compare pupils}}",
        |print| print.compare(),
    ),
    helper(
        "сравнить_процент",
        "compare_percent",
        "{{сравнить_процент ученики}}",
        "{{compare_percent pupils}}",
        |print| print.compare_percent(),
    ),
    helper(
        "направление",
        "direction",
        "{{направление ученики \"выросло|снизилось|не изменилось\"}}",
        "{{direction pupils \"…|…|…\"}}",
        |print| print.direction(),
    ),
    helper(
        "разница",
        "difference",
        "{{разница ученики}}",
        "{{difference pupils}}",
        |print| print.difference(),
    ),
    helper("прирост", "growth", "{{прирост ученики}}", "{{growth pupils}}", |print| {
        print.growth()
    }),
    helper(
        "доля",
        "share",
        "{{доля победители участники}}",
        "{{share winners contestants}}",
        |print| print.share(),
    ),
    helper("тыс", "thousands", "{{тыс расходы}}", "{{thousands expenses}}", |print| {
        print.thousands()
    }),
    helper("млн", "millions", "{{млн расходы}}", "{{millions expenses}}", |print| {
        print.millions()
    }),
    helper("млрд", "billions", "{{млрд расходы}}", "{{billions expenses}}", |print| {
        print.billions()
    }),
    helper("прописью", "in_words", "{{прописью расходы}}", "{{in_words expenses}}", |print| print.in_words()),
    helper("аппг", "appg", "{{аппг преступления}}", "{{appg crimes}}", |print| {
        print.appg()
    }),
    helper(
        "ячейка",
        "cell",
        "{{ячейка бюджет \"строка\" \"столбец\"}}",
        "{{cell budget \"row\" \"column\"}}",
        |print| print.cell(),
    ),
    helper("дата", "date", "{{дата}}", "{{date}}", |print| print.date()),
    helper(
        "учебный_год",
        "school_year",
        "{{учебный_год}}, {{учебный_год следующий}}",
        "{{school_year}}, {{school_year next}}",
        |print| print.school_year(),
    ),
    helper("срок", "due", "{{срок имя_пункта}}", "{{due clause_name}}", |print| {
        print.deadline()
    }),
];

const fn helper(
    ru: &'static str,
    en: &'static str,
    usage_ru: &'static str,
    usage_en: &'static str,
    print: fn(&Print<'_, '_>) -> Result<Printed, Refusal>,
) -> Helper {
    Helper { ru, en, usage_ru, usage_en, print }
}

/// The helper of a name.
pub(super) fn of_name(name: &str) -> Option<&'static Helper> {
    HELPERS.iter().find(|helper| name == helper.ru || name == helper.en)
}
