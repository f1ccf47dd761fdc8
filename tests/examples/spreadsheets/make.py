#!/usr/bin/env python3
"""Makes the spreadsheets of examples/ again: writes them down cell by cell, LibreOffice saves them.

    tests/examples/spreadsheets/make.py            # needs soffice

The folder of each example holds what LibreOffice saved; nothing of this program made it.
"""
import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape, quoteattr

ROOT = pathlib.Path(__file__).resolve().parents[3]
NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.{minor}"'
    for prefix, name, minor in [
        ("office", "office", 0), ("style", "style", 0), ("text", "text", 0), ("table", "table", 0),
        ("number", "datastyle", 0), ("of", "of", 2), ("fo", "xsl-fo-compatible", 0),
    ]
)


class Span:
    """A merged cell."""

    def __init__(self, text, columns=1, rows=1):
        self.text, self.columns, self.rows = text, columns, rows


class Formula:
    """A formula in OpenFormula; LibreOffice computes it."""

    def __init__(self, text):
        self.text = text


def cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, Formula):
        return f"<table:table-cell table:formula={quoteattr('of:=' + value.text)}/>"
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    span = ""
    if isinstance(value, Span):
        span = f' table:number-columns-spanned="{value.columns}" table:number-rows-spanned="{value.rows}"'
        value = value.text
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell{span} office:value-type="string">{paragraphs}</table:table-cell>'


def sheet(name, rows):
    covered, lines = set(), []
    for y, row in enumerate(rows):
        cells, x = [], 0
        row = list(row)
        while row or (x, y) in covered:
            if (x, y) in covered:
                cells.append("<table:covered-table-cell/>")
                x += 1
                continue
            value = row.pop(0)
            if isinstance(value, Span):
                inside = [(x + i, y + j) for i in range(value.columns) for j in range(value.rows)]
                covered.update(inside[1:])
            cells.append(cell(value))
            x += 1
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return f"<table:table table:name={quoteattr(name)}>{''.join(lines)}</table:table>"


def save(target, sheets):
    body = "".join(sheet(name, rows) for name, rows in sheets)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:styles>'
        '<style:default-style style:family="table-cell"><style:text-properties fo:language="ru" fo:country="RU"/>'
        "</style:default-style></office:styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document>"
    )
    target = ROOT / "examples" / target
    with tempfile.TemporaryDirectory() as work:
        source = pathlib.Path(work) / (target.stem + ".fods")
        source.write_text(text, encoding="utf-8")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
             target.suffix[1:], "--outdir", str(target.parent), str(source)],
            check=True, stdout=subprocess.DEVNULL,
        )


def kamenogorsk():
    parts = [
        ("Дошкольное образование", 301200, 298640, 308000, 306915),
        ("Общее образование", 333000, 331872, 349500, 347260),
        ("Дополнительное образование", 93100, 92418, 97000, 96730),
        ("Другие вопросы в области образования", 53000, 52541, 54500, 53877),
    ]
    growth = lambda row: Formula(f"ROUND(([.E{row}]/[.C{row}]-1)*100;1)")
    budget = [
        [Span("Раздел расходов", 1, 2), Span("2016 год, тыс. руб.", 2, 1), Span("2017 год, тыс. руб.", 2, 1),
         Span("Прирост к 2016 году, %", 1, 2)],
        ["план", "исполнение", "план", "ожидаемое исполнение"],
    ]
    budget += [[*part, growth(row)] for row, part in enumerate(parts, 3)]
    total = [Formula(f"SUM([.{column}3:.{column}6])") for column in "BCDE"]
    budget.append(["Всего", *total, growth(7)])
    figures = [
        ["имя", "показатель", "единица", "знаков", "2017", "2016"],
        ["организации", "Муниципальные образовательные организации", "ед.", 0, 24, 24],
        ["участники", "Участники конференции", "чел.", 0, 214, 198],
        ["по_фгос", "Обучаются по ФГОС", "чел.", 0, 2549, 2210],
        ["дети_до_трёх", "Доля детей до трёх лет, которые посещают детские сады", "%", 0, 44, 41],
        ["центр_поддержки", "Семьи в центрах игровой поддержки и консультационных центрах", "ед.", 0, 186, 171],
        ["группа_надежды", "Дети в группе сада № 10 для детей со сложными нарушениями развития", "чел.", 0, 6, None],
        ["грант", "Областной грант на читальный зал", "тыс. руб.", 0, 500, None],
        ["овз", "Школьники с ограниченными возможностями здоровья", "чел.", 0, 96, 81],
        ["инвалиды", "Дети-инвалиды в школах", "чел.", 0, 41, 37],
        ["допобразование", "Доля детей 5–18 лет в дополнительном образовании", "%", 0, 71, 68],
        ["одарённые", "Средства города на поддержку одарённых детей", "руб.", 0, 2043250, 1915000],
        ["победители", "Победители и призёры областного этапа олимпиады", "чел.", 0, 23, 19],
        ["правонарушения", "Правонарушения несовершеннолетних за восемь месяцев", "ед.", 0, 10, 16],
        ["в_комиссии", "На учёте в комиссии по делам несовершеннолетних", "чел.", 0, 47, 53],
        ["на_учёте", "На внутришкольном учёте", "чел.", 0, 138, 140],
        ["уходы_из_семьи", "Самовольные уходы из семьи", "ед.", 0, 18, 10],
        ["уходы_из_приюта", "Самовольные уходы из приюта", "ед.", 0, 2, 0],
        ["новички", "Молодые специалисты, пришедшие в этом году", "чел.", 0, 14, 9],
    ]
    works = [
        ["Кровли и фасады", 9820.5, 12450.3], ["Оконные блоки", 7440, 8310], ["Пищеблоки", 6105.2, 5604.5],
        ["Ограждения и видеонаблюдение", 6930.4, 7180.6], ["Пожарная безопасность", 4824.2, 5024],
    ]
    save("kamenogorsk/данные/статистика.xlsx", [
        ("Бюджет", budget), ("Показатели", figures), ("Подготовка", years("Работы", works)),
    ])
    schools = [
        ["Школа № 1", 402, 409], ["Школа № 2", 318, 309], ["Школа № 3", 351, 360], ["Школа № 5", 447, 462],
        ["Школа № 7", 521, 571], ["Школа № 8", 296, 301], ["Школа № 10", 274, 283], ["Гимназия", 438, 452],
        ["Вечерняя школа", 109, 116],
    ]
    levels = [["1–4 классы", 1404, 1452], ["5–9 классы", 1480, 1530], ["10–11 классы", 272, 281]]
    gardens = [["До трёх лет", 396, 412], ["От трёх до семи лет", 1478, 1480]]
    tested = [
        [Span("Параллель", 1, 2), Span("2016 год, чел.", 2, 1), Span("2017 год, чел.", 2, 1)],
        ["всего", "прошли", "всего", "прошли"],
        ["7-е классы", 271, 118, 279, 132], ["8-е классы", 305, 190, 317, 228], ["9-е классы", 262, 181, 255, 194],
    ]
    save("kamenogorsk/данные/контингент.ods", [
        ("Школы", years("Школа", schools)), ("Уровни", years("Классы", levels)),
        ("Сады", years("Возраст", gardens)), ("Тестирование", tested),
    ])
    staff = [
        ["Учителя", 216, 214], ["Воспитатели", 155, 152], ["Педагоги дополнительного образования", 35, 38],
        ["Другие педагогические работники", 43, 46], ["Руководители", 63, 61], ["Обслуживающий персонал", 519, 514],
    ]
    categories = [
        ["Высшая категория", 126, 135], ["Первая категория", 166, 171], ["Соответствие должности", 112, 99],
        ["Без категории", 45, 45],
    ]
    ages = [["До 30 лет", 49, 58], ["30–49 лет", 221, 214], ["50 лет и старше", 179, 178]]
    save("kamenogorsk/данные/кадры.ods", [
        ("Персонал", years("Работники", staff)), ("Категории", years("Категория", categories)),
        ("Возраст", years("Возраст", ages)),
    ])


def years(what, rows, before="2016", now="2017"):
    """Two years side by side with their totals."""
    last = len(rows) + 1
    return [[what, before, now], *rows, ["Всего", *(Formula(f"SUM([.{c}2:.{c}{last}])") for c in "BC")]]


# Names of places that no map has, with every letter that Yakut has beyond Russian.
VILLAGES = (
    "Тоҕус-Күөл Үрүҥ-Өлөөн Баһылай-Алаас Сүүрбэ-Үрэх Көҥүл-Хонуу Уһун-Сайылык Өтөх-Күөл Сыҥаах-Арыы "
    "Буор-Ыһыах Күндэл-Эбэ Мутук-Баҕа Хатыҥ-Чараҥ Дьүөгэ-Алаас Кэҥэрии Сөтөлөөх-Уҥуор Ньүөлсүт "
    "Оҕус-Сыһыы Тэлгэһэ Бүтэй-Үрэх Ҕайдаан Һаамы-Күөл Ҥуора-Алаас Өҥ-Сайылык Үҥкүүлээх"
).split()
KINDS = ["общеобразовательная школа", "детский сад", "центр дополнительного образования", "школьный лагерь"]


def district():
    rows = [
        [Span("Наслег", 1, 2), Span("Организация", 1, 2), Span("Детей, чел.", 2, 1),
         Span("Педагогов, чел.", 2, 1), Span("Площадь на одного ребёнка, кв. м", 1, 2)],
        ["2018 г.", "2019 г.", "2018 г.", "2019 г."],
    ]
    for index, village in enumerate(VILLAGES):
        pupils = 40 + index * 37 % 210
        for kind, name in enumerate(KINDS):
            first = [Span(village, 1, 4)] if kind == 0 else []
            before = [pupils, pupils // 2, pupils // 3, 25][kind] + (index * 7 + kind * 5) % 11
            now = before + (index * 5 + kind * 3) % 9 - 3
            teachers = [before // 9 + 4, before // 8 + 2, before // 25 + 1, 2][kind]
            figures = [before, now, teachers, teachers + (index + kind) % 3 - 1, round(2.1 + (index * 13 + kind * 7) % 41 / 10, 1)]
            if kind == 3:  # лагерь не имеет своих педагогов
                figures[2:4] = [0, 0]
            if kind == 2 and index % 4 == 1:  # центра ещё не было
                figures[0], figures[2] = "–", "–"
            if kind == 1 and index % 5 == 2:
                figures[4] = "н/д"
            if kind == 3 and index % 3 == 0:  # лагерь закрыт на ремонт
                figures[1] = 0
            rows.append([*first, name, *figures])
    last = len(rows)
    total = [Formula(f"SUM([.{column}3:.{column}{last}])") for column in "CDEF"]
    rows.append([Span("Всего по улусу", 2, 1), *total, "–"])
    save("district/данные/сеть.xlsx", [("Сеть", rows)])
    vacancies = [
        ["Английский язык", 7, 5], ["Физика", 4, 4], ["Математика", 5, 3], ["Информатика", 3, 2],
        ["Якутский язык и литература", 2, 1],
    ]
    ages = [["До 35 лет", 171, 188], ["35–54 года", 402, 397], ["55 лет и старше", 143, 139]]
    save("district/данные/кадры.ods", [
        ("Вакансии", years("Предмет", vacancies, "2018", "2019")), ("Возраст", years("Возраст", ages, "2018", "2019")),
    ])


if __name__ == "__main__":
    kamenogorsk()
    district()
