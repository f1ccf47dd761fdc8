#!/usr/bin/env python3
"""judge.py JUDGES FONTS WORK NAME=FOLDER …: every judge's verdict on every built pack.

JUDGES is what `set-up` made, FONTS the folder of the faces, WORK a folder for what is made on the
way; each FOLDER holds `out` and `again`, one pack built twice. Prints one line per verdict, what
is wrong below it, and at last how many passed and failed. Exit status 1 if any failed.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

import docx
import icalendar
import jsonschema
import openpyxl
from lxml import etree

import charts
import references
from line_ends import WANTED, Comparison
from drawn import Drawn
from slides import Slides

HERE = pathlib.Path(__file__).parent
ROOT = HERE.resolve().parent.parent
WORD = references.w
#: The layout that a speaker's copy is made with.
SPEAKER = "templates/speaker/layout.hbs"
#: A judge that takes longer than this, in seconds, has hung.
PATIENCE = 900


def command(*words, **more):
    """Exit status, standard output and standard error of a program."""
    environment = os.environ | {"LC_ALL": "C.UTF-8", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    environment |= more.pop("environment", {})
    try:
        done = subprocess.run(
            [str(word) for word in words], env=environment, capture_output=True, timeout=PATIENCE, **more
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return 1, "", str(error)
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def squeezed(text):
    """Text without spaces and soft hyphens, so that line breaks do not matter."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text.replace("\u2011", "-"))


class Court:
    """The verdicts as they fall."""

    def __init__(self):
        self.charts = 0
        self.passed = self.failed = 0

    def say(self, passed, judge, what, remark="", faults=()):
        self.passed += passed
        self.failed += not passed
        print(f"{'PASS' if passed else 'FAIL'}  {judge:<18} {what}{'  ' if remark else ''}{remark}", flush=True)
        for fault in list(faults)[:20]:
            print(f"          {fault}", flush=True)


class Pack:
    """A pack that was built twice."""

    def __init__(self, name, folder):
        self.name, self.folder = name, folder
        self.out = folder / "out"
        self.pdfs = sorted(self.out.glob("*.pdf"))
        self.docxs = sorted(self.out.glob("*.docx"))
        self.pptxs = sorted(self.out.glob("*.pptx"))
        manifest = self.out / "manifest.json"
        told = json.loads(manifest.read_text()) if manifest.exists() else {}
        self.manifest, self.working_papers = told.get("files", []), told.get("working_papers", [])

    def shown(self, path):
        return f"{self.name}/{path.name}"

    def spoken(self, path):
        """Where the column of a speaker's copy begins, in points; None for any other document."""
        made_from = [one["file"] for file in self.manifest if file["file"] == path.name for one in file["made_from"]]
        if SPEAKER not in made_from:
            return None
        margins = etree.fromstring(zipfile.ZipFile(path).read(references.MAIN)).iter(WORD("pgMar"))
        return min(int(margin.get(WORD("left"))) for margin in margins) / 20


def same_bytes(pack, court):
    """Both builds gave the same files, and there is something to judge."""
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (pack.out, pack.folder / "again"))
    other = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    if not pack.pdfs or not pack.docxs + pack.pptxs:
        other.append("there is no PDF or no Office file")
    court.say(not other, "same bytes", pack.name, f"{len(first)} files", other)


def manifest(pack, court):
    """The manifest names each file beside it, and no other, with the hash it has."""
    told = {one["file"]: one["sha256"] for one in pack.manifest + pack.working_papers}
    files = [path for path in pack.out.iterdir() if path.name != "manifest.json"]
    real = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    wrong = sorted(name for name in told.keys() | real.keys() if told.get(name) != real.get(name))
    court.say(not wrong, "manifest", pack.name, f"{len(told)} hashes", wrong)


def verapdf(judges, files, court, flavours="2a,ua1"):
    """veraPDF on all files at once: starting it is what takes its time."""
    arguments = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8"]
    arguments += ["-cp", f"{judges}/verapdf.jar:{judges}/classes", "PdfJudge", flavours]
    _, out, err = command("java", *arguments, *files)
    verdicts = {}
    for line in out.splitlines():
        if line.startswith("\t") and verdicts:
            verdicts[key][2].append(line.strip())
        elif line.count("\t") == 3:
            word, flavour, path, remark = line.split("\t")
            key = (path, flavour)
            verdicts[key] = (word == "PASS", remark, [])
    for path, name in files.items():
        for flavour in flavours.split(","):
            passed, remark, faults = verdicts.get((str(path), flavour), (False, "no verdict", err.splitlines()))
            court.say(passed, f"veraPDF {flavour}", name, remark, faults)


def qpdf(path, name, court):
    status, out, err = command("qpdf", "--check", path)
    court.say(status == 0, "qpdf", name, "", () if status == 0 else (out + err).splitlines())


def poppler(path, name, court):
    """poppler reads the file without a word of complaint."""
    status, out, err = command("pdfinfo", path)
    info = dict(line.split(":", 1) for line in out.splitlines() if ":" in line)
    faults = err.splitlines() + [f"{key} is not told" for key in ("Title", "Pages") if not info.get(key, "").strip()]
    if info.get("Tagged", "").strip() != "yes":
        faults.append("it is not tagged")
    court.say(status == 0 and not faults, "pdfinfo", name, f"{info.get('Pages', '?').strip()} pages", faults)
    faces(path, name, court)


def faces(path, name, court):
    """All faces are embedded, as subsets, and can be turned into text."""
    status, out, err = command("pdffonts", path)
    rows = out.splitlines()[2:]
    faults = err.splitlines()
    for row in rows:
        flags = re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", row)
        if not flags or flags.groups() != ("yes", "yes", "yes"):
            faults.append(row)
    court.say(status == 0 and bool(rows) and not faults, "pdffonts", name, f"{len(rows)} faces embedded", faults)


def sentences(path, pack, court):
    """What is extracted holds the sentences that are written down for the file."""
    status, out, err = command("pdftotext", path, "-")
    name = pack.shown(path)
    lines = (HERE / "sentences.txt").read_text().splitlines()
    given = [line.split(": ", 1)[1] for line in lines if line.startswith(f"{pack.name}/{path.stem}: ")]
    missing = [f"not in the text: {sentence}" for sentence in given if squeezed(sentence) not in squeezed(out)]
    passed = status == 0 and not err and bool(out.strip()) and not missing
    court.say(passed, "pdftotext", name, f"{len(given)} given sentences", err.splitlines() + missing)


def same_text(pdf, word, name, court):
    """The PDF's text along its tags holds each paragraph of the Word file."""
    status, out, err = command("pdfinfo", "-struct-text", pdf)
    text = squeezed("".join(re.findall(r'^ *"(.*)"$', out, re.MULTILINE)))
    root = etree.fromstring(zipfile.ZipFile(word).read(references.MAIN))
    paragraphs = [squeezed(paragraph_text(one)) for one in root.iter(WORD("p"))]
    paragraphs = [one for one in paragraphs if one]
    missing = [f"only in the Word file: {one}" for one in paragraphs if one not in text]
    passed = status == 0 and not err and bool(paragraphs) and not missing
    court.say(passed, "same text", name, f"{len(paragraphs)} paragraphs along the tags", err.splitlines() + missing)


def paragraph_text(paragraph):
    marks = {WORD("noBreakHyphen"): "-", WORD("tab"): " ", WORD("br"): " "}
    parts = []
    for one in paragraph.iter(WORD("t"), *marks):
        parts.append(marks.get(one.tag) or one.text or "")
    return "".join(parts)


def word_file(judges, path, name, court):
    """The judges of a Word file."""
    office_file(judges, path, name, court)
    python_docx(path, name, court)


def office_file(judges, path, name, court):
    """The judges of any file of Office Open XML."""
    faults = references.faults(path)
    court.say(not faults, "references", name, "", faults)
    open_xml_sdk(judges, path, name, court)
    for judge, *words in (("openxml-audit",), ("ooxml-integrity", "check")):
        status, out, err = command(judges / "py/bin" / judge, *words, path)
        court.say(status == 0, judge, name, "", () if status == 0 else (out + err).splitlines())


def workbook(judges, path, name, court):
    """A register's dates are dates to another reader too; its header stays, filters and is repeated.

    ooxml-integrity knows no workbooks."""
    faults = references.faults(path)
    court.say(not faults, "references", name, "", faults)
    open_xml_sdk(judges, path, name, court)
    status, out, err = command(judges / "py/bin/openxml-audit", path)
    court.say(status == 0, "openxml-audit", name, "", () if status == 0 else (out + err).splitlines())
    faults, days = [], 0
    try:
        sheet = openpyxl.load_workbook(path).active
        header = {cell.value: cell.column for cell in sheet[2]}
        days = sum(cell.is_date for row in sheet.iter_rows(min_row=3) for cell in row if cell.column == header["Исполнить до"] and cell.value)
        if not days or sheet.freeze_panes != "A3" or not sheet.auto_filter.ref or not sheet.print_title_rows:
            faults = [f"{days} dates, frozen at {sheet.freeze_panes}, filter {sheet.auto_filter.ref}, titles {sheet.print_title_rows}"]
    except Exception as error:  # a reader that fails in any way has judged
        faults = [repr(error)]
    court.say(not faults, "openpyxl", name, f"{days} dates", faults)


def calendar(path, name, court):
    """Another reader finds events with days and names of their own."""
    faults, events = [], []
    try:
        events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        names = {str(event["UID"]) for event in events}
        whole = all(event.decoded("DTSTART") < event.decoded("DTEND") and event["SUMMARY"] for event in events)
        if not events or len(names) != len(events) or not whole:
            faults = [f"{len(events)} events, {len(names)} names"]
    except Exception as error:  # a reader that fails in any way has judged
        faults = [repr(error)]
    court.say(not faults, "icalendar", name, f"{len(events)} events", faults)


def native_charts(path, pack, court):
    """python-pptx reads each chart back with the numbers of its workbook and of the pack's tables."""
    source = ROOT / "examples" / pack.name
    if not source.is_dir():
        return
    try:
        count, numbers, faults = charts.faults(path, source)
    except Exception as error:  # a reader that fails in any way has judged
        count, numbers, faults = 0, 0, [repr(error)]
    if count or faults:
        court.say(not faults, "python-pptx", pack.shown(path), f"{count} charts, {numbers} numbers", faults)
    court.charts += count


def open_xml_sdk(judges, path, name, court):
    """Its verdict is in what it prints: its exit status is 0 whatever it finds."""
    _, out, err = command(judges / "ooxml-validator", path)
    try:
        told = json.loads(out)
        passed = told["ok"] is True and not told["errors"]
        faults = [f"{one.get('path')} {one.get('xPath')}: {one.get('description')}" for one in told["errors"]]
    except (ValueError, KeyError, TypeError):
        passed, faults = False, (out + err).splitlines()
    court.say(passed, "Open XML SDK", name, "", faults)


def python_docx(path, name, court):
    try:
        read = docx.Document(str(path))
        texts = [paragraph.text for paragraph in read.paragraphs if paragraph.text.strip()]
        faults = [] if texts and read.core_properties.title else ["no text or no title"]
        remark = f"{len(texts)} paragraphs, {len(read.tables)} tables"
    except Exception as error:  # a reader that fails in any way has judged
        faults, remark = [repr(error)], ""
    court.say(not faults, "python-docx", name, remark, faults)


class Office:
    """LibreOffice in a home of its own, with no faces of its own but ours."""

    def __init__(self, fonts, work):
        self.work, self.home = work, work / "home"
        (self.home / ".fonts").mkdir(parents=True)
        for face in pathlib.Path(fonts).glob("*.ttf"):
            shutil.copy(face, self.home / ".fonts")

    def files(self, kind, files, wanted="pdf"):
        """Makes files of the wanted kind of all files at once: starting it is what takes its time.
        Gives them by file, those that it made, and what it said."""
        given, made = self.work / f"{kind}-to-{wanted}", self.work / f"{wanted}-of-{kind}"
        given.mkdir()
        copies = {}
        for number, path in enumerate(files):
            copies[path] = pathlib.Path(shutil.copy(path, given / f"{number}{path.suffix}"))
        environment = {"HOME": self.home, "XDG_CACHE_HOME": self.home / ".cache", "XDG_CONFIG_HOME": self.home / ".config"}
        environment = {name: str(folder) for name, folder in environment.items()}
        profile = f"-env:UserInstallation=file://{self.home}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", wanted, "--outdir", made]
        _, out, err = command(*convert, *copies.values(), environment=environment) if files else (0, "", "")
        found = {path: made / f"{copy.stem}.{wanted}" for path, copy in copies.items()}
        return {path: file for path, file in found.items() if file.exists()}, (out + err).splitlines()


def word_pages(office, packs, court):
    """LibreOffice's pages of the Word files end where ours do, and of the lines of each at least as
    many as `line_ends` wants. Gives the PDFs that it made."""
    files = {path: pack for pack in packs for path in pack.docxs}
    made, said = office.files("docx", files)
    lines = other = 0
    for path, pack in files.items():
        ours, theirs = path.with_suffix(".pdf"), made.get(path)
        if not theirs or not ours.exists():
            court.say(False, "LibreOffice", pack.shown(path), "no PDF of it", said)
            continue
        comparison = Comparison(ours, theirs, pack.spoken(path))
        lines, other = lines + len(comparison.lines), other + len(comparison.other_lines)
        court.say(comparison.passes(), "LibreOffice", pack.shown(path), comparison.remark(), comparison.differences())
    share = 1 - other / lines if lines else 0.0
    court.say(share >= WANTED, "line ends", "all Word files", f"{lines - other} of {lines} ({share:.1%})")
    return list(made.values())


def bookmarks(path):
    """The name of each bookmark and the text of the paragraph that it begins in."""
    root = etree.fromstring(zipfile.ZipFile(path).read(references.MAIN))
    found = {}
    for start in root.iter(WORD("bookmarkStart")):
        paragraph = next((one for one in start.iterancestors(WORD("p"))), None)
        paragraph = start.getnext() if paragraph is None else paragraph
        if paragraph is not None and paragraph.tag == WORD("p"):
            found[start.get(WORD("name"))] = squeezed(paragraph_text(paragraph))
    return found


def round_trip(office, packs, court):
    """A Word file that LibreOffice has read and saved again has the name of every clause yet, of at
    most 40 characters, at the same words."""
    files = {path: pack for pack in packs for path in pack.docxs}
    made, said = office.files("docx", files, "docx")
    for path, pack in files.items():
        if path not in made:
            court.say(False, "round trip", pack.shown(path), "no Word file of it", said)
            continue
        ours, theirs = bookmarks(path), bookmarks(made[path])
        faults = [f"{name}: too long" for name in ours if len(name) > 40]
        faults += [f"{name}: {theirs.get(name, 'gone')}" for name in ours if theirs.get(name) != ours[name]]
        court.say(not faults, "round trip", pack.shown(path), f"{len(ours)} bookmarks", faults)
    named = sum(len(bookmarks(path)) for path in files)
    court.say(named > 0 or not files, "round trip", "all Word files", f"{named} bookmarks")


def slide_pages(office, packs, court):
    """LibreOffice shows each deck as its PDF does: the same lines at the same places."""
    files = {path: pack for pack in packs for path in pack.pptxs}
    made, said = office.files("pptx", files)
    for path, pack in files.items():
        ours, theirs = path.with_suffix(".pdf"), made.get(path)
        if not theirs or not ours.exists():
            court.say(False, "slides", pack.shown(path), "no PDF of it", said)
            continue
        compared = Slides(str(ours), str(theirs))
        court.say(not compared.faults, "slides", pack.shown(path), compared.remark(), compared.faults)
        if pack.name == "kinds":
            drawn = Drawn(str(ours), str(theirs))
            court.say(not drawn.faults, "charts drawn", pack.shown(path), drawn.remark(), drawn.faults)


class Control(Court):
    """A court before which everything ought to fail."""

    def say(self, passed, judge, what, remark="", faults=()):
        self.verdicts = getattr(self, "verdicts", []) + [(passed, judge)]


def findings(judges, pack, court):
    """The findings of a pack keep to the schemas of their forms."""
    schemas = {"json": HERE.parent.parent / "docs/findings.schema.json", "sarif": judges / "sarif.json"}
    for path in sorted(pack.folder.glob("findings.*")):
        told = json.loads(path.read_text())
        schema = json.loads(schemas[path.suffix[1:]].read_text())
        faults = [f"{fault.json_path}: {fault.message}" for fault in checker(schema).iter_errors(told)]
        # A judge that takes whatever it is given is none.
        worse = json.loads(path.read_text().replace('"message"', '"massage"'))
        if checker(schema).is_valid(worse):
            faults.append("a misspelt key is taken")
        count = len(told["findings"] if "findings" in told else told["runs"][0]["results"])
        court.say(bool(count) and not faults, "jsonschema", pack.shown(path), f"{count} findings", faults)


def checker(schema):
    return jsonschema.validators.validator_for(schema)(schema)


def controls(judges, work, packs, theirs, court):
    """A judge that passes everything judges nothing: each must refuse a file that is bad."""
    control = Control()
    bad = work / "bad"
    bad.mkdir()
    if theirs:
        verapdf(judges, {theirs[0]: "control"}, control)
    pdfs = [path for pack in packs for path in pack.pdfs]
    docxs = [path for pack in packs for path in pack.docxs]
    if pdfs:
        cut = bad / "cut.pdf"
        cut.write_bytes(pdfs[0].read_bytes()[:-200])
        qpdf(cut, "control", control)
        poppler(cut, "control", control)
    if docxs:
        broken = bad / "broken.docx"
        break_word_file(docxs[0], broken)
        word_file(judges, broken, "control", control)
    wanted = {"veraPDF 2a", "veraPDF ua1", "qpdf", "pdfinfo", "references", "Open XML SDK", "openxml-audit", "ooxml-integrity"}
    refused = {judge for passed, judge in control.verdicts if not passed} if pdfs and docxs else set()
    court.say(wanted <= refused, "controls", "bad files", f"{len(wanted & refused)} of {len(wanted)} judges refuse them", sorted(wanted - refused))


def break_word_file(source, target):
    """A copy with an element that no schema knows, a second identifier and a part that is not there."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == references.MAIN:
                content = content.replace(b"<w:body>", b'<w:body><w:nonsense/><w:p><w:pPr><w:pStyle w:val="Nowhere"/></w:pPr></w:p>', 1)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b'Target="styles.xml"', b'Target="nowhere.xml"')
            new.writestr(name, content)


def main(judges, fonts, work, *named):
    judges, work = pathlib.Path(judges), pathlib.Path(work)
    work.mkdir()
    packs = [Pack(name, pathlib.Path(folder)) for name, folder in (one.split("=", 1) for one in named)]
    court = Court()
    for pack in packs:
        same_bytes(pack, court)
        manifest(pack, court)
    verapdf(judges, {path: pack.shown(path) for pack in packs for path in pack.pdfs}, court)
    archive = {path: f"{pack.shown(path)} (1a)" for pack in packs for path in sorted((pack.folder / "archive").glob("*.pdf"))}
    verapdf(judges, archive, court, "1a")
    for pack in packs:
        for path in pack.pdfs:
            qpdf(path, pack.shown(path), court)
            poppler(path, pack.shown(path), court)
            sentences(path, pack, court)
            if path.with_suffix(".docx").exists():
                same_text(path, path.with_suffix(".docx"), pack.shown(path), court)
        for path in pack.docxs:
            word_file(judges, path, pack.shown(path), court)
            native_charts(path, pack, court)
        for path in pack.pptxs:
            office_file(judges, path, pack.shown(path), court)
            native_charts(path, pack, court)
        for path in sorted(pack.out.glob("*.xlsx")):
            workbook(judges, path, pack.shown(path), court)
        for path in sorted(pack.out.glob("*.ics")):
            calendar(path, pack.shown(path), court)
        findings(judges, pack, court)
    examples = any((ROOT / "examples" / pack.name).is_dir() for pack in packs)
    court.say(court.charts > 0 or not examples, "python-pptx", "all files", f"{court.charts} charts")
    office = Office(fonts, work)
    theirs = word_pages(office, packs, court)
    round_trip(office, packs, court)
    slide_pages(office, packs, court)
    controls(judges, work, packs, theirs, court)
    print(f"{court.passed} passed, {court.failed} failed")
    return court.failed == 0


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)
