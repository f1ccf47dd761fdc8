#!/usr/bin/env python3
"""line_ends.py OURS.pdf THEIRS.pdf [LEFT]: how many of our lines end where theirs do.

Both files are read with `pdftotext -bbox`: words with their places. Words at one height are a
line; the running words of both files are aligned, and a line's end counts as the same if the
word it follows ends a line in the other file too. Page numbers standing alone are left out; both have the same. What
differs is printed with the words around it, page breaks too. Exit status 1 below 97 % of the line
ends, or if the pages differ in number or end elsewhere.

A word processor cannot repeat the line «Продолжение таблицы N», which our pages have in the margin
above each further part of a table: it is left out.

The speaker's copy of a report is the one kind of document whose pages are not compared. A page of
its PDF ends with a sentence, so that nobody turns a leaf in the middle of one; a word processor
cannot be told that and moves the whole paragraph. Hence its page ends are left out, and the lines
between such an end inside a paragraph and the next line end of both: they hold the same words from
another beginning on. Its notes stand in the margin at any height, so words that end before LEFT
points, where its column begins, are left out too. All other line ends must be the same as in any
document.
"""
import difflib
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

#: The least share of equal line ends.
WANTED = 0.97
#: Words whose lower edges are this near, in points, stand on one line.
NEAR = 2.5
#: So far, in points, may the same chart stand higher or lower in the other file.
SLACK = 3.0
#: The line above a further part of a table.
CONTINUED = re.compile(r"Продолжение таблицы \d+")
XHTML = "{http://www.w3.org/1999/xhtml}"


def pages(path, areas, left=0.0):
    """The lines of each page, top to bottom, as lists of words; without the words of charts
    and those that end before `left`."""
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True).stdout
    # Control characters that XML does not know would stop the reader.
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text.decode())
    found = ElementTree.fromstring(text).iter(f"{XHTML}page")
    return [lines(page, areas.get(number, []), left) for number, page in enumerate(found)]


def numbers(path):
    """The number at the head of each page, or nothing."""
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()
    first = [page.lstrip("\n").split("\n", 1)[0].strip() for page in text.split("\f")[:-1]]
    return [line if line.isdigit() else "" for line in first]


def charts(path):
    """The areas of the figures of each page of a tagged PDF, by page: left, top, right, bottom."""
    read = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-key=pages", path], check=True, capture_output=True)
    read = json.loads(read.stdout)
    numbers = {page["object"]: number for number, page in enumerate(read["pages"])}
    objects = {name.removeprefix("obj:"): value.get("value", {}) for name, value in read["qpdf"][1].items()}
    found = {}
    for value in objects.values():
        if isinstance(value, dict) and value.get("/S") == "/Figure" and value.get("/Pg") in numbers:
            attributes = value.get("/A", {})
            attributes = objects.get(attributes, {}) if isinstance(attributes, str) else attributes
            left, lower, right, upper = attributes["/BBox"]
            height = objects[value["/Pg"]]["/MediaBox"][3]
            found.setdefault(numbers[value["/Pg"]], []).append((left, height - upper, right, height - lower))
    return found


def is_of_chart(word, areas):
    """Whether a word stands in a chart: Word draws charts itself, their words are no lines of text."""
    height = (float(word.get("yMin")) + float(word.get("yMax"))) / 2
    place = (float(word.get("xMin")) + float(word.get("xMax"))) / 2
    inside = lambda area: area[0] - SLACK < place < area[2] + SLACK and area[1] - SLACK < height < area[3] + SLACK
    return any(inside(area) for area in areas)


def lines(page, areas, left):
    rows = []
    words = [
        (float(word.get("yMax")), float(word.get("xMin")), word.text or "")
        for word in page.iter(f"{XHTML}word")
        if float(word.get("xMax")) >= left and not is_of_chart(word, areas)
    ]
    for bottom, left, text in sorted(words):
        if rows and bottom - rows[-1][0] < NEAR:
            rows[-1][1].append((left, text))
        else:
            rows.append((bottom, [(left, text)]))
    found = [[text for _, text in sorted(row)] for _, row in rows]
    edges = {0, len(found) - 1}
    return [row for at, row in enumerate(found) if not (at in edges and len(row) == 1 and row[0].isdigit())]


def running(found):
    """All words; the places in them behind which a line ends; those behind which a page does."""
    words, line_ends, page_ends = [], [], []
    for page in found:
        if page and CONTINUED.fullmatch(" ".join(page[0])):
            page = page[1:]
        for row in page:
            words += row
            line_ends.append(len(words) - 1)
        page_ends.append(len(words) - 1)
    return words, line_ends, page_ends[:-1]


class Comparison:
    """What two files have in common. `spoken` says where the column of a speaker's copy begins."""

    def __init__(self, ours, theirs, spoken=None):
        areas = charts(ours)
        own, other = pages(ours, areas, spoken or 0.0), pages(theirs, areas, spoken or 0.0)
        self.numbers = (numbers(ours), numbers(theirs))
        self.spoken = spoken is not None
        if self.spoken:
            # Its pages end with sentences in the PDF alone, so it may have fewer or more of them.
            both = min(map(len, self.numbers))
            self.numbers = tuple(own[:both] for own in self.numbers)
        self.pages = (len(own), len(other))
        self.words, self.lines, self.breaks = running(own)
        words, lines, breaks = running(other)
        matcher = difflib.SequenceMatcher(None, self.words, words, autojunk=False)
        there = {block.a + i: block.b + i for block in matcher.get_matching_blocks() for i in range(block.size)}
        lines, breaks = set(lines), set(breaks)
        same = [there.get(at) in lines for at in self.lines]
        if self.spoken:
            same = self.without_page_ends(same)
        self.other_lines = [at for at, alike in zip(self.lines, same) if not alike]
        self.other_breaks = [at for at in self.breaks if there.get(at) not in breaks]

    def without_page_ends(self, same):
        """Leaves out the lines from each page end that is no line end of theirs to the next of both."""
        kept, left_out = [], False
        for at, alike in zip(self.lines, same):
            left_out = not alike and (left_out or at in self.breaks)
            if not left_out:
                kept.append((at, alike))
        self.breaks = []
        self.lines = [at for at, _ in kept]
        return [alike for _, alike in kept]

    def passes(self):
        return self.share() >= WANTED and (self.spoken or self.numbers[0] == self.numbers[1] and self.pages[0] == self.pages[1] and not self.other_breaks)

    def share(self):
        return 1 - len(self.other_lines) / len(self.lines) if self.lines else 0.0

    def remark(self):
        lines, breaks = len(self.lines), len(self.breaks)
        remark = f"{self.pages[0]} pages and {self.pages[1]}, {lines - len(self.other_lines)} of {lines} line ends ({self.share():.1%}), "
        if self.spoken:
            return remark + "page ends left out"
        return remark + f"{breaks - len(self.other_breaks)} of {breaks} page breaks"

    def differences(self):
        """The words around each of our ends that they do not have."""
        numbers = [f"page numbers: {self.numbers}"] if self.numbers[0] != self.numbers[1] and not self.spoken else []
        found = [("line", at) for at in self.other_lines] + [("page", at) for at in self.other_breaks]
        return numbers + [f"{kind}: {self.around(at)}" for kind, at in found]

    def around(self, at):
        return " ".join(self.words[max(0, at - 3) : at + 1]) + " | " + " ".join(self.words[at + 1 : at + 3])


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit("usage: line_ends.py OURS.pdf THEIRS.pdf [LEFT]")
    comparison = Comparison(*sys.argv[1:3], *map(float, sys.argv[3:]))
    print(comparison.remark())
    for difference in comparison.differences():
        print(f"    {difference}")
    sys.exit(not comparison.passes())
