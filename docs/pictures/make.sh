#!/usr/bin/env bash
# Makes the pictures of the READMEs again: builds the town's pack and draws some of its pages.
#
#     docs/pictures/make.sh            # needs pdftoppm (poppler-utils)
#
# AVGUST_BIN names a binary that is built already. The pictures of the pack itself are drawn by
# docs/pictures/draw.py.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${AVGUST_BIN:-}" ]; then
    (cd "$root" && cargo build --quiet --locked --release)
    AVGUST_BIN=${CARGO_TARGET_DIR:-$root/target}/release/avgust
fi
"$AVGUST_BIN" build "$root/examples/kamenogorsk" --format pdf --out "$work" > "$work/log"

# page FILE NUMBER DPI PICTURE
page() {
    pdftoppm -png -r "$3" -f "$2" -l "$2" -singlefile "$work/$1.pdf" "$root/docs/pictures/$4"
}
page доклад 2 60 report
page "доклад – для выступления" 2 60 speaker
page резолюция 1 60 resolution
page реестр 1 60 register
page слайды 2 40 slide-indicators
page слайды 3 40 slide-chart
page слайды 11 40 slide-picture
page слайды 8 40 slide-divider
