#!/usr/bin/env bash
# Many kills in one run: three windows at once (killed.sh) and an export after the other (killed_exports.sh).
#
#   tests/window/kills.sh PLANPATH_BINARY [KILLS [SCREENSHOT_DIRECTORY]]
#
# 500 kills unless told, which take half an hour. Ends with the figures of all, and with 1 if anything was torn or lost.

set -euo pipefail

kills=${2:-500}
if [ $# -lt 1 ] || [ $# -gt 3 ] || ! [[ "$kills" =~ ^[1-9][0-9]{0,3}$ ]] || [ "$kills" -lt 8 ]; then
    echo "usage: $0 PLANPATH_BINARY [KILLS [SCREENSHOT_DIRECTORY]], with 8 kills or more" >&2
    exit 2
fi
here=$(dirname -- "${BASH_SOURCE[0]}")
shots=${3:-$(mktemp -d)}
mkdir -p -- "$shots"
seed=${PLANPATH_SEED:-$((EPOCHSECONDS % 32768))}
windows=3
# A window takes a quarter of a minute to be started, worked in and looked at, an export a second.
exports=$((kills * 7 / 10))
each=$(((kills - exports) / windows))
exports=$((kills - each * windows))

run=()
for ((n = 1; n <= windows; n++)); do
    PLANPATH_SEED=$((seed + n)) bash "$here/killed.sh" "$1" "$each" "$shots/$n" >"$shots/$n.txt" 2>&1 &
    run+=($!)
done
PLANPATH_SEED=$seed bash "$here/killed_exports.sh" "$1" "$exports" >"$shots/exports.txt" 2>&1 &
run+=($!)
failed=0
for process in "${run[@]}"; do
    wait "$process" || failed=$((failed + 1))
done

cat -- "$shots"/*.txt
# Rows of the tables: round, kind, when it was killed, …, seconds lost.
awk -v exports="$exports" -v seed="$seed" -v time="$SECONDS" '
    $1 ~ /^[0-9]+$/ && NF == 8 { kills++; count[$2]++; if ($8 > most) most = $8; if ($8 > 0) with++; if ($8 > of[$2]) of[$2] = $8 }
    END {
        printf "\n%d kills of windows and %d of exports in %d s, seed %d\n", kills, exports, time, seed
        printf "%.2f s of work lost at most; %d kills lost none at all\n", most, kills - with
        for (kind in count) printf "  %-10s %4d kills, %.2f s lost at most\n", kind, count[kind], of[kind]
    }' "$shots"/[0-9].txt
[ "$failed" -eq 0 ] || { printf 'FAILED: %d of the runs above\n' "$failed" >&2; exit 1; }
