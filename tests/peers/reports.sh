#!/usr/bin/env bash
# Reports as other programs see them: LibreOffice opens the Word document, Chromium the page, and both print it.
#
#   tests/peers/reports.sh PLANPATH_BINARY [FOLDER]
#
# Needs soffice (libreoffice-writer), pdftotext, pdfinfo and pdfimages (poppler-utils), and chromium. Where one is missing
# nothing is checked, which is said, with exit code 2. The printed pages are left in FOLDER, if one is given.

set -euo pipefail

die() {
    printf 'reports in other programs: %s\n' "$*" >&2
    exit 2
}

[ $# -ge 1 ] && [ $# -le 2 ] || die "usage: $0 PLANPATH_BINARY [FOLDER]"
[ -x "$1" ] || die "$1 is not a program; build it with: cargo build --release"
for tool in soffice pdftotext pdfinfo pdfimages chromium; do
    command -v "$tool" >/dev/null || die "NOT RUN, because $tool is missing; .ci/run installs what is needed"
done

planpath=$(realpath -- "$1")
project=$(realpath -- "$(dirname -- "${BASH_SOURCE[0]}")/../..")
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
work=$scratch
if [ $# -eq 2 ]; then
    mkdir -p -- "$2"
    work=$(realpath -- "$2")
fi

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
is_a4() { grep -qE 'Page size: +59[45](\.[0-9]+)? x 84[12](\.[0-9]+)? pts' <<<"$1"; }

# LibreOffice with a profile of its own, so that it neither waits for another one nor changes the user's. The network
# is not needed and not used.
in_office() {
    soffice -env:UserInstallation="file://$scratch/office" --headless --norestore \
        --convert-to pdf --outdir "$2" "$1" >"$scratch/office.log" 2>&1 || { cat "$scratch/office.log" >&2; return 1; }
}

# Chromium prints the page and says on standard error what its console says.
in_browser() {
    chromium --headless --no-sandbox --disable-gpu --user-data-dir="$scratch/browser" --enable-logging=stderr --v=0 \
        --no-pdf-header-footer --print-to-pdf="$2" "file://$1" >/dev/null 2>"$scratch/browser.log"
}
console_is_silent() { ! grep -E 'CONSOLE' "$scratch/browser.log"; }

for example in mid-term-2013 plan-on-schedule growth-first; do
    for language in en zh; do
        out=$work/$example-$language
        rm -rf -- "$out"
        "$planpath" export "$project/scenarios/$example.ron" -o "$out" --formats html,docx --lang "$language" 2>/dev/null
        case $language in
            en) headings=('1. Summary' '2. Targets' '3. Progress and rates still needed' '4. Rates' '5. Charts' '6. Implications'
                    '7. Methods' '8. Sources')
                words=('Energy intensity of value added' 'Scope: above-scale industrial firms') ;;
            zh) headings=('一、总体评估' '二、达标情况' '三、进展评估' '四、年率设定' '五、主要指标走势' '六、关联影响分析'
                    '七、测算方法' '八、资料来源')
                words=('单位工业增加值能耗' '口径：规模以上工业企业') ;;
        esac
        # The projected fall of energy intensity, as the command line has it in that language.
        figure=$("$planpath" run --lang "$language" "$project/scenarios/$example.ron" |
            awk -F '  +' -v name="${words[0]}" '$2 == name { print $5; exit }')
        [ -n "$figure" ] || die "the command line does not say how ${words[0]} is projected"

        in_office "$out/report.docx" "$out" || die "LibreOffice did not open the report"
        in_browser "$out/report.html" "$out/page.pdf"
        check "$example $language: the browser's console is silent" console_is_silent
        for printed in report page; do
            pdf=$out/$printed.pdf
            [ -s "$pdf" ] || { check "$example $language: $printed is printed" false; continue; }
            text=$(pdftotext -layout "$pdf" -)
            for heading in "${headings[@]}"; do
                check "$example $language: $printed has the heading $heading" contains "$text" "$heading"
            done
            # Lines break anywhere, so words are looked for without blanks.
            flat=$(pdftotext "$pdf" - | tr -d ' \n\f')
            for word in "${words[@]}" "$figure"; do
                check "$example $language: $printed has $word" contains "$flat" "${word// /}"
            done
            check "$example $language: $printed is A4" is_a4 "$(pdfinfo "$pdf" 2>/dev/null)"
        done
        # Where every target with actuals stands, and a chart of each; for the others there is a sentence.
        wanted=4
        [ "$example" = mid-term-2013 ] && wanted=10
        pictures=$(pdfimages -list "$out/report.pdf" | awk '$3 == "image"' | wc -l)
        check "$example $language: the document shows its $wanted charts ($pictures)" test "$pictures" -ge "$wanted"
    done
done

[ "$failed" -eq 0 ] || { echo 'reports in other programs: something is wrong' >&2; exit 1; }
