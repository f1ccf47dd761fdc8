#!/usr/bin/env bash
# Makes fonts/Tinos-*.ttf: the four faces of the text, every character kept, without hinting.
#
#   npm pack @expo-google-fonts/tinos@0.4.2 && tar xzf expo-google-fonts-tinos-0.4.2.tgz
#   pip install fonttools==4.68.0
#   fonts/unhint.sh package
#
# Hinting serves screens of the last century; without it the program and every PDF are smaller,
# and letters and widths stay as they are. Names of glyphs go too: PDFs name characters by code.
# The result depends on nothing but the package, this script and fonttools.
set -euo pipefail
package=$(cd "$1" && pwd)
cd "$(dirname "$0")"

for face in Regular:400Regular Bold:700Bold Italic:400Regular_Italic BoldItalic:700Bold_Italic; do
    from=${face#*:}
    SOURCE_DATE_EPOCH=0 pyftsubset "$package/$from/Tinos_$from.ttf" --output-file="Tinos-${face%%:*}.ttf" \
        --unicodes='*' --glyphs='*' --no-hinting --notdef-outline --layout-features='*' \
        --name-IDs='*' --no-recalc-timestamp --no-prune-codepage-ranges
done
