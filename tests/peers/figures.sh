#!/usr/bin/env bash
# Figures as other programs see them: poppler reads the PDF, libxml2 and Chromium the SVG, ImageMagick the PNG.
#
#   tests/peers/figures.sh PLANPATH_BINARY
#
# Needs pdftotext, pdffonts, pdfinfo and pdftoppm (poppler-utils), xmllint (libxml2-utils), identify, convert and compare
# (imagemagick), and chromium. Where one is missing nothing is checked, which is said, with exit code 2.

set -euo pipefail

die() {
    printf 'figures in other programs: %s\n' "$*" >&2
    exit 2
}

[ $# -eq 1 ] || die "usage: $0 PLANPATH_BINARY"
[ -x "$1" ] || die "$1 is not a program; build it with: cargo build --release"
for tool in pdftotext pdffonts pdfinfo pdftoppm xmllint identify convert compare chromium; do
    command -v "$tool" >/dev/null || die "NOT RUN, because $tool is missing; .ci/run installs what is needed"
done

planpath=$(realpath -- "$1")
project=$(realpath -- "$(dirname -- "${BASH_SOURCE[0]}")/../..")
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

failed=0
check() {
    local what=$1
    shift
    if "$@"; then
        printf 'ok    %s\n' "$what"
    else
        printf 'WRONG %s\n' "$what"
        failed=1
    fi
}
contains() { grep -qF -- "$2" <<<"$1"; }
lacks() { ! contains "$@"; }

# A figure in a browser as large as itself, as a picture.
in_browser() {
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=2 \
        --user-data-dir="$work/profile" --window-size=605,363 --screenshot="$2" "file://$1" >/dev/null 2>&1
}

# How much two pictures differ, from 0 to 1.
difference() {
    local metric
    metric=$(compare -metric RMSE "$1" "$2" null: 2>&1 || true)
    metric=${metric#*(}
    printf '%s' "${metric%)*}"
}
is_below() { awk -v found="$1" -v most="$2" 'BEGIN { exit !(found != "" && found + 0 < most + 0) }'; }

hash=$(sha256sum "$project/scenarios/mid-term-2013.ron")
hash=${hash%% *}

for language in en zh; do
    out=$work/$language
    "$planpath" export "$project/scenarios/mid-term-2013.ron" -o "$out" --lang "$language" 2>/dev/null
    case $language in
        en) title='Energy intensity of value added' label='Even path to target' scope='above-scale industrial firms' ;;
        zh) title='单位工业增加值能耗' label='匀速达标路径' scope='规模以上工业企业' ;;
    esac
    figure=$out/figures/energy-intensity

    text=$(pdftotext -layout "$figure.pdf" -)
    check "$language: the page's text has the title" contains "$text" "$title"
    check "$language: the page's text has the label of a line" contains "$text" "$label"
    check "$language: the page's text has the scope" contains "$text" "$scope"
    check "$language: the page's text has the hash" contains "$text" "${hash:0:8}"
    fonts=$(pdffonts "$figure.pdf" | tail -n +3)
    check "$language: the page has fonts" test -n "$fonts"
    check "$language: every font is embedded, subset, and maps to Unicode" \
        test -z "$(awk '$(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes"' <<<"$fonts")"
    # Some versions of poppler complain of a boolean where the standard wants one.
    info=$(pdfinfo "$figure.pdf" 2>/dev/null)
    check "$language: the page names its title" contains "$info" "$title"
    check "$language: the page is 16 cm wide" contains "$info" '453.543 x 272.126 pts'
    check "$language: the page is tagged" grep -qE 'Tagged: +yes' <<<"$info"
    check "$language: the page has no date" lacks "$info" 'Date'
    check "$language: the page's metadata have the whole hash" contains "$(pdfinfo -meta "$figure.pdf" 2>/dev/null)" "$hash"

    dots=$(identify -units PixelsPerInch -format '%x %y' "$figure.png")
    check "$language: the picture is 300 dots an inch ($dots)" \
        test "$(awk '{ printf "%.0f %.0f", $1, $NF }' <<<"${dots//PixelsPerInch/}")" = '300 300'
    pdftoppm -r 300 -png -singlefile "$figure.pdf" "$work/page"
    convert "$work/page.png" -resize 945x567! "$work/page-small.png"
    convert "$figure.png" -resize 945x567! "$work/picture-small.png"
    found=$(difference "$work/page-small.png" "$work/picture-small.png")
    check "$language: page and picture agree (differ by $found)" is_below "$found" 0.05

    for svg in "$out"/figures/*.svg; do
        xmllint --noout --nonet "$svg" || { printf 'WRONG %s is not well-formed\n' "$svg"; failed=1; }
    done
    in_browser "$figure.svg" "$work/browser.png"
    convert "$work/browser.png" -resize 945x567! "$work/browser-small.png"
    found=$(difference "$work/browser-small.png" "$work/picture-small.png")
    # The browser has fonts of its own, so text may be a little wider or narrower.
    check "$language: browser and picture agree (differ by $found)" is_below "$found" 0.15
    check "$language: the browser shows lines and text" test "$(identify -format %k "$work/browser.png")" -gt 50
done

[ "$failed" -eq 0 ] || { echo 'figures in other programs: something is wrong' >&2; exit 1; }
