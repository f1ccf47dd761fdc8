#!/usr/bin/env bash
# Makes fonts/office-faces.zip: the four Tinos faces as Word files carry them.
#
#   pip install fonttools==4.68.0
#   fonts/subset-for-office.sh
#
# The subset is FIXED, not taken from a document's letters: colleagues type with it, and its
# bytes are the same in every document. Each face is cut to the characters below, loses its
# hinting, and is obfuscated as ISO/IEC 29500-4, 17.8.1 (first edition: part 4 of ECMA-376)
# asks: the first 32 bytes XOR the key's bytes in reverse order. The key is the beginning of
# the face's SHA-256, so the same face always gives the same bytes. It is the middle part of
# the entry's name: `Regular.<key>.odttf`. The entries are deflated here, once, so that
# writing a document only copies them.
#
# The result depends on nothing but the TTF files, this script, and fonttools (and Python's
# zlib for the deflated form).
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Latin with its West European letters; punctuation, dashes, quotation marks, spaces; currency,
# № ™ ‰, arrows and the mathematical signs that the faces have; the whole Cyrillic blocks,
# which hold the letters of Yakut, Tatar, Bashkir, Chuvash, Komi, Udmurt, Mari, Tuvan, Buryat.
# What a face lacks is passed over.
characters=U+0020-007E,U+00A0-017F,U+02C6-02DD,U+0300-0304,U+0306-0308,U+030A-030C,U+0311,U+0328
characters+=,U+0400-0513,U+051A-051D,U+0524-052F
characters+=,U+2000-200B,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+2060
characters+=,U+2070-208E,U+20AC,U+20B4,U+20B8,U+20BD,U+2116,U+2122,U+2126,U+2150-215E
characters+=,U+2190-2195,U+2202,U+2206,U+220F,U+2211,U+2212,U+2215,U+2219,U+221A,U+221E,U+222B,U+2248,U+2260,U+2264,U+2265
characters+=,U+25A0,U+25A1,U+25AA,U+25AB,U+25B2,U+25BA,U+25BC,U+25C4,U+25CA,U+25CB,U+25CF,U+25E6

for face in Regular Bold Italic BoldItalic; do
    SOURCE_DATE_EPOCH=0 pyftsubset "Tinos-$face.ttf" --output-file="$work/$face.ttf" \
        --unicodes="$characters" --no-hinting --desubroutinize \
        --layout-features=kern,mark,mkmk,ccmp,locl \
        --name-IDs=0,1,2,3,4,5,6,13,14 --name-languages=0x409 \
        --notdef-outline --no-recalc-timestamp --no-prune-codepage-ranges
done

python3 - "$work" office-faces.zip <<'PYTHON'
import hashlib, pathlib, struct, sys, zipfile

work, target = pathlib.Path(sys.argv[1]), sys.argv[2]
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        data = bytearray((work / f"{face}.ttf").read_bytes())
        key = hashlib.sha256(data).hexdigest()[:32].upper()
        key = "-".join((key[:8], key[8:12], key[12:16], key[16:20], key[20:]))
        mask = bytes.fromhex(key.replace("-", ""))[::-1]
        for at in range(32):
            data[at] ^= mask[at % 16]
        entry = zipfile.ZipInfo(f"{face}.{key}.odttf", (1980, 1, 1, 0, 0, 0))
        entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o100644 << 16, 3
        archive.writestr(entry, bytes(data), compresslevel=9)
PYTHON
