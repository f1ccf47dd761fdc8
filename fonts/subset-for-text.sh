#!/usr/bin/env bash
# Makes fonts/Tinos-*.ttf, the four faces of the text, of the package:
#
#   npm pack @expo-google-fonts/tinos@0.4.2 && tar xzf expo-google-fonts-tinos-0.4.2.tgz
#   pip install fonttools==4.68.0
#   fonts/subset-for-text.sh package
#
# Latin, Greek and Cyrillic letters, combining marks, punctuation, signs and frames stay; Hebrew, the
# accents of ancient Greek, the letters of phoneticians and of Vietnamese and private-use characters go: no
# Russian office writes them. So does hinting, which serves screens of the last century. Both make
# the program smaller, and without hinting every PDF is; letters and widths are as they were. Names
# of glyphs go too: PDFs name characters by code. The result depends on nothing but the package,
# this script and fonttools.
set -euo pipefail
package=$(cd "$1" && pwd)
cd "$(dirname "$0")"
letters=0000,000D,0020-0233,02B0-052F,1C80-1C8F,1E80-1E85,1E9E,1EF2,1EF3,2DE0-2DFF,A640-A69F,FB00-FB06
marks=1AB0-1AFF,1DC0-1DFF,FE20-FE2F
signs=2000-2BFF,2E00-2E7F,FEFF,FFFC,FFFD

for face in Regular:400Regular Bold:700Bold Italic:400Regular_Italic BoldItalic:700Bold_Italic; do
    from=${face#*:}
    SOURCE_DATE_EPOCH=0 pyftsubset "$package/$from/Tinos_$from.ttf" --output-file="Tinos-${face%%:*}.ttf" \
        --unicodes="$letters,$marks,$signs" --no-hinting --notdef-outline --layout-features='*' \
        --name-IDs='*' --no-recalc-timestamp --no-prune-codepage-ranges
done
