#!/bin/sh
# Makes the spreadsheets of this folder again, saved by LibreOffice from the .fods beside them.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Text tables show decimal commas and days as a Russian office has them.
mkdir -p "$work/profile/user"
cat >"$work/profile/user/registrymodifications.xcu" <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ru-RU</value></prop></item>
</oor:items>
XCU
convert() { # format[:filter], name of the result, name of the source
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$work" "${3:-statistics}.fods" >/dev/null 2>&1
    mv "$work/${3:-statistics}"*."${1%%:*}" "$2" # a text table has the sheet in its name
}
convert ods statistics.ods
convert xlsx statistics.xlsx
convert xls statistics.xls
# Semicolons, quotation marks, code page (76 is UTF-8, 34 Windows-1251), cells as shown, sheet.
convert "csv:Text - txt - csv (StarCalc):59,34,76,1,,1049,false,true,false,false,false,2" budget.csv
convert "csv:Text - txt - csv (StarCalc):9,34,34,1,,1049,false,true,false,false,false,3" indicators-1251.csv
# Numbers as their cells show them.
for format in ods xlsx xls; do convert $format shown.$format shown; done
# Truth values, days with a time and times, recognised as LibreOffice recognises what is typed.
for format in ods xlsx xls; do
  soffice --headless --infilter='CSV:44,34,76,1,,1033,false,true' --convert-to $format said.csv
done
# The first sheet in the encoding of DOS (30), and with computed numbers as they are stored.
convert "csv:Text - txt - csv (StarCalc):59,34,30,1,,1049,false,true,false,false,false,1" shown-866.csv shown
# The workbooks as programs write it that do not compute: formulas without results. In
# the first of them the first sheet is hidden, which LibreOffice does not write without a window.
python3 - <<'PYTHON'
import re, zipfile
for name, uncalculated, hidden in [("statistics", "uncalculated", 1), ("shown", "shown-uncalculated", 0)]:
    source = zipfile.ZipFile(f"{name}.xlsx")
    with zipfile.ZipFile(f"{uncalculated}.xlsx", "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.startswith("xl/worksheets/"):
                data = re.sub(rb"(<f[^>]*>[^<]*</f>)<v>[^<]*</v>", rb"\1", data)
            if info.filename == "xl/workbook.xml":
                data = data.replace(b'state="visible"', b'state="hidden"', hidden)
            target.writestr(info, data)
PYTHON
