"""slides.py OURS.pdf THEIRS.pdf: whether LibreOffice shows a deck as our PDF does.

THEIRS is what LibreOffice makes of the PowerPoint file. On each page the same lines must stand,
word by word, so that every text frame has as many of them; and each line must begin within half a
millimetre of where it begins in our file, and its frame's lines no further from ours in height
than the line spacing of the two programs explains. The words of charts are left out: each program
draws its own charts.
"""
import sys

from line_ends import XHTML, ElementTree, charts, is_of_chart, subprocess

#: The most by which the beginnings of lines may differ, in points: half a millimetre.
APART = 1.42
#: The most by which their upper edges may differ: the programs put a face's gap elsewhere.
BELOW = 6.0


def lines(path, areas):
    """The lines of each page as (left, upper edge, words), those of one frame apart from the next."""
    text = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], check=True, capture_output=True).stdout
    pages = []
    for number, page in enumerate(ElementTree.fromstring(text).iter(f"{XHTML}page")):
        found = []
        for line in page.iter(f"{XHTML}line"):
            if is_of_chart(line, areas.get(number, [])):
                continue
            words = [word.text or "" for word in line.iter(f"{XHTML}word")]
            found.append((float(line.get("xMin")), float(line.get("yMin")), " ".join(words)))
        pages.append(sorted(found, key=lambda one: (one[2], one[1])))
    return pages


class Slides:
    """Two files compared."""

    def __init__(self, ours, theirs):
        self.faults, self.count = [], 0
        areas = charts(ours)
        ours, theirs = lines(ours, areas), lines(theirs, areas)
        if len(ours) != len(theirs):
            self.faults.append(f"{len(ours)} pages, LibreOffice {len(theirs)}")
        for number, (one, two) in enumerate(zip(ours, theirs), 1):
            self.page(number, one, two)

    def page(self, number, ours, theirs):
        self.count += len(ours)
        mine, others = [line[2] for line in ours], [line[2] for line in theirs]
        for text in sorted(set(mine) ^ set(others)):
            whose = "ours" if text in mine else "LibreOffice's"
            self.faults.append(f"slide {number}, only {whose}: {text}")
        if mine != others:
            return
        for (x, y, text), (left, below, _) in zip(ours, theirs):
            # The mark before a point is drawn apart from its words by LibreOffice.
            if abs(x - left) > APART and not text.startswith("–"):
                self.faults.append(f"slide {number}: {x - left:+.2f} pt to the side: {text}")
            if abs(y - below) > BELOW:
                self.faults.append(f"slide {number}: {y - below:+.2f} pt in height: {text}")

    def remark(self):
        return f"{self.count} lines"


if __name__ == "__main__":
    compared = Slides(*sys.argv[1:])
    print("\n".join(compared.faults) or f"alike: {compared.remark()}")
    sys.exit(1 if compared.faults else 0)
