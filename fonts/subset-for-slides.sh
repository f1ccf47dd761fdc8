#!/usr/bin/env bash
# Makes fonts/Arimo-*.ttf: the four faces of slides, cut to the letters of the country.
#
#   npm pack @expo-google-fonts/arimo@0.4.3 && tar xzf expo-google-fonts-arimo-0.4.3.tgz
#   pip install fonttools==4.68.0
#   fonts/subset-for-slides.sh package
#
# The characters are those of subset-for-office.sh. Hinting goes: nothing here draws at the
# size of a screen's dots. The result depends on nothing but the package, this script and
# fonttools.
set -euo pipefail
package=$(cd "$1" && pwd)
cd "$(dirname "$0")"
characters=$(sed -n "s/^characters+\?=,\?//p" subset-for-office.sh | paste -sd, -)

for face in Regular:400Regular Bold:700Bold Italic:400Regular_Italic BoldItalic:700Bold_Italic; do
    from=${face#*:}
    SOURCE_DATE_EPOCH=0 pyftsubset "$package/$from/Arimo_$from.ttf" --output-file="Arimo-${face%%:*}.ttf" \
        --unicodes="$characters" --no-hinting --desubroutinize \
        --layout-features=kern,mark,mkmk,ccmp,locl \
        --name-IDs=0,1,2,3,4,5,6,13,14 --name-languages=0x409 \
        --notdef-outline --no-recalc-timestamp --no-prune-codepage-ranges
done
