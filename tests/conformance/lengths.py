#!/usr/bin/env python3
"""lengths.py FOLDER NUMBER…: writes a pack of resolutions of many lengths, of the given numbers, the
same on every run; where the first of them is not 0, page numbers begin on page 3.

`run` builds it like any other pack, so its Word files are held to the page ends of the PDFs, whose
own ends `tests/pages.rs` proves: no lonely line, heading, deadline, signature. Half of them have a
table of up to 90 rows, which goes on over pages. It stands before the tasks: LibreOffice does not
keep rows with a signature. Where numbers begin on page 3 there are none: Word begins them with a
section, and no section begins inside a table.
"""
import pathlib
import random
import sys

WORDS = ["план", "работа", "порядок", "сведения", "учреждение", "образование", "руководитель", "наставничество"]


def words(chance, least, most):
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most)))


def task(chance):
    lines = [f"      - текст: |\n          {words(chance, 3, 45)}."]
    if chance.random() < 0.2:
        lines += ["        список: тире", "        пункты:"]
        lines += [f"          - |\n            {words(chance, 2, 20)};" for _ in range(chance.randint(2, 4))]
    elif chance.random() < 0.8:
        lines.append(f"        срок: {chance.choice(['постоянно', 'до 01.12.2025', 'в течение года', 'I полугодие'])}")
        if chance.random() < 0.3:
            lines.append("        ответственный: начальник")
    return lines


def rows(chance):
    """A table's rows as `pack.yaml` has it: names of one line or several, numbers behind them."""
    found = [["Организация", "2024", "2025"]]
    for _ in range(chance.choice([4, 12, 40, 90])):
        found.append([words(chance, 1, 8), chance.randint(0, 9999), chance.randint(0, 99)])
    return "\n".join(f"      - [{', '.join(map(str, row))}]" for row in found)


def resolution(chance, table):
    lines = ["вид: РЕЗОЛЮЦИЯ", "тема: |", f"  {words(chance, 3, 12)}", "преамбула:"]
    lines += [f"  - |\n    {words(chance, 5, 60)}." for _ in range(chance.randint(1, 3))]
    lines += ["решили: РЕШИЛИ", "пункты:"]
    if table:
        lines += ["  - текст: |", f"      Утвердить показатели {{{{табл {table}}}}}.", f"    таблица: {table}"]
    for _ in range(chance.randint(1, 4)):
        lines += [f"  - кому: {words(chance, 2, 9)}", "    пункты:"]
        for _ in range(chance.randint(1, 6)):
            lines += task(chance)
    people = chance.sample(["начальник", "глава", "секретарь"], chance.randint(0, 3))
    lines += [f"подписи: [{', '.join(people)}]", "исполнитель: |", "  Вера Петровна Иванова", "  8 (000) 000-00-00"]
    return "\n".join(lines) + "\n"


def has_table(number, numbers):
    return number % 2 == 1 and not numbers[0]


def main(folder, *numbers):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    numbers = [int(number) for number in numbers]
    if numbers[0]:
        style = folder / "макеты/resolution/style.yaml"
        style.parent.mkdir(parents=True)
        style.write_text("страница: { номера_с: 3 }\n")
    names = [f"резолюция-{number:02}.yaml" for number in numbers]
    for number, name in zip(numbers, names):
        table = f"сеть{number}" if has_table(number, numbers) else None
        (folder / name).write_text(resolution(random.Random(number), table))
    people = {
        "начальник": ("А. Б. Примерова", "Начальник управления образования"),
        "глава": ("Г. Д. Образцов", "Глава администрации Светлоозёрского района, председатель конференции"),
        "секретарь": ("Е. Ж. Пробная", "Секретарь"),
    }
    listed = "".join(f"  {key}: {{ имя: {name}, должность: \"{post}\" }}\n" for key, (name, post) in people.items())
    tables = "".join(
        f"  сеть{number}:\n    название: |\n      Сеть организаций\n    данные:\n{rows(random.Random(number))}\n"
        for number in numbers
        if has_table(number, numbers)
    )
    pack = f"конференция: {{ название: конференции, дата: 28.08.2025 }}\nлюди:\n{listed}таблицы:\n{tables}документы:\n"
    (folder / "pack.yaml").write_text(pack + "".join(f"  - {name}\n" for name in names))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: lengths.py FOLDER NUMBER…")
    main(*sys.argv[1:])
