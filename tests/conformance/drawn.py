"""drawn.py OURS.pdf THEIRS.pdf: whether LibreOffice draws the charts of a deck as our PDF does.

THEIRS is what LibreOffice makes of the PowerPoint file, whose charts are native ones. Every number,
name and unit of a chart must stand where ours stands. A number stands at the end of its column, bar
or line, so where all numbers stand alike, plot area and scale are alike too.

The tolerance is 2 mm, less than half the height of the smallest letters on a slide (18 pt, 6.3 mm a
line): programs leave different gaps between a value and its number. Entries of legends may stand
4 mm aside, since LibreOffice spreads them over the legend's width. Of charts with lying bars the
legend and the names are compared in height alone: LibreOffice counts the series of bars from the
other end, and puts the lines of a name in the middle of each other, not flush with the bars.
"""
import collections
import re
import sys

from line_ends import XHTML, ElementTree, charts, is_of_chart, subprocess

MILLIMETRE = 72 / 25.4
#: The most by which words of a chart may stand apart, in points.
APART = 2.0 * MILLIMETRE
#: The same for the entries of a legend, along their line.
ASIDE = 4.0 * MILLIMETRE
#: So high is the line of unit and legend above a chart.
HEAD = 12.0 * MILLIMETRE
#: Sheets of these headings show lying bars, and parts of a whole, whose numbers stand in the legend.
LYING = "Полосы"
WHOLE = ("Доли", "Круг")


def words(path, areas):
    """The words of the charts of each page: text, left and upper edge. The decimal sign is the
    system's, in which LibreOffice runs."""
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True).stdout
    pages = []
    for number, page in enumerate(ElementTree.fromstring(text).iter(f"{XHTML}page")):
        found, lying, whole = collections.defaultdict(list), False, False
        for word in page.iter(f"{XHTML}word"):
            lying |= (word.text or "").startswith(LYING)
            whole |= (word.text or "").startswith(WHOLE)
            if is_of_chart(word, areas.get(number, [])):
                text = re.sub(r"(?<=\d)\.(?=\d)", ",", word.text or "")
                found[text].append((float(word.get("xMin")), float(word.get("yMin"))))
        pages.append((found, lying, whole))
    return pages


class Drawn:
    """The charts of two files compared."""

    def __init__(self, ours, theirs):
        self.faults, self.count = [], 0
        areas = charts(ours)
        ours, theirs = words(ours, areas), words(theirs, areas)
        for number, ((one, lying, whole), (two, _, _)) in enumerate(zip(ours, theirs)):
            tops = [area[1] for area in areas.get(number, [])]
            for text in sorted(set(one) | set(two)):
                where = f"slide {number + 1}: {text}"
                is_number = not whole and re.fullmatch(r"[−\d,%]+", text) is not None
                self.compare(where, one.get(text, []), two.get(text, []), (lying, is_number, min(tops)))

    def compare(self, where, ours, theirs, kind):
        self.count += len(ours)
        if len(ours) != len(theirs):
            self.faults.append(f"{where}: {len(ours)} times, LibreOffice {len(theirs)} times")
            return
        left = list(theirs)
        for x, y in ours:
            near = min(left, key=lambda place: abs(place[0] - x) + abs(place[1] - y))
            left.remove(near)
            across, down = near[0] - x, near[1] - y
            if abs(down) > APART or abs(across) > self.tolerance(y, *kind):
                self.faults.append(f"{where}: {across / MILLIMETRE:+.1f} mm across, {down / MILLIMETRE:+.1f} down")

    @staticmethod
    def tolerance(y, lying, is_number, top):
        """The most by which a word may stand aside."""
        if y < top + HEAD:
            return float("inf") if lying else ASIDE
        return float("inf") if lying and not is_number else ASIDE if not is_number else APART

    def remark(self):
        return f"{self.count} words of charts"


if __name__ == "__main__":
    compared = Drawn(*sys.argv[1:3])
    print("\n".join(compared.faults) or f"alike: {compared.remark()}")
    sys.exit(1 if compared.faults else 0)
