#!/usr/bin/env bash
# Killed at any moment, an export has written whole files or none. In every round one is killed (kill -9) that writes into
# a new folder or over the files of an earlier one; then every file there must be, byte for byte, the old or the new one,
# none may be lost, and the next export into the same place must leave the new files and nothing else.
#
#   tests/window/killed_exports.sh PLANPATH_BINARY [ROUNDS]
#
# Needs no screen. PLANPATH_SEED repeats the moments of an earlier run, as far as the computer's own pace allows.

set -euo pipefail

rounds=${2:-20}
if [ $# -lt 1 ] || [ $# -gt 2 ] || ! [[ "$rounds" =~ ^[1-9][0-9]{0,2}$ ]]; then
    echo "usage: $0 PLANPATH_BINARY [ROUNDS]" >&2
    exit 2
fi
planpath=$(realpath -- "$1")
scenarios=$(realpath -- "$(dirname -- "${BASH_SOURCE[0]}")/../../scenarios")
seed=${PLANPATH_SEED:-$((EPOCHSECONDS % 32768))}
RANDOM=$seed
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

fail() {
    printf 'FAILED in round %d: %s\n' "$round" "$*" >&2
    find "$work/place" >&2
    exit 1
}
now() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }
arguments=(--lang en --formats svg,csv,xlsx,html --force)
export_to() { "$planpath" export "$1" -o "$2" "${arguments[@]}" >"$work/said" 2>&1; }
names() { (cd -- "$1" && find . -type f | sort); }
temporary() { find "$work/place" -name '.planpath-*' -prune; }

round=0
export_to "$scenarios/growth-first.ron" "$work/old" || fail "$(cat -- "$work/said")"
begin=$(now)
export_to "$scenarios/mid-term-2013.ron" "$work/new" || fail "$(cat -- "$work/said")"
takes=$(($(now) - begin))

# Whole, old or new, and all there: in its place, or where the next export takes it back from.
look() {
    local name found
    while read -r name; do
        cmp -s -- "$out/$name" "$work/new/$name" || { [ "$had" = old ] && cmp -s -- "$out/$name" "$work/old/$name"; } \
            || fail "$name is neither the old nor the new one"
    done < <(cd -- "$out" && find . -name '.planpath-*' -prune -o -type f -print)
    [ "$had" = old ] || return 0
    while read -r name; do
        found=$(find "$out" -path "*/${name#./}" | head -n 1)
        [ -n "$found" ] || fail "$name is lost"
    done < <(names "$work/old")
}

# Killed while it moved files into place, an export leaves the user's own for which there is a new one already. They are
# not cleared away: the next one says where they are, and they are whole.
user_files() {
    local waiting name
    waiting=$(find "$out" -path '*/.planpath-*.tmp/.old' -type d)
    [ -n "$waiting" ] || return 0
    grep -qF -- "$waiting" "$work/said" || fail "nothing is said of what waits in $waiting"
    while read -r name; do
        cmp -s -- "$waiting/$name" "$work/old/$name" || fail "$name waits and is not the old one"
    done < <(names "$waiting")
    rm -rf -- "${waiting%/.old}"
    waited=$((waited + 1))
}

left=0 waited=0
for ((round = 1; round <= rounds; round++)); do
    rm -rf -- "$work/place"
    mkdir -- "$work/place"
    out=$work/place/out had=nothing
    if [ $((RANDOM % 3)) -gt 0 ]; then
        cp -r -- "$work/old" "$out"
        had=old
    fi
    "$planpath" export "$scenarios/mid-term-2013.ron" -o "$out" "${arguments[@]}" >"$work/said" 2>&1 &
    child=$!
    # The last moments, in which files are moved, have half of the kills.
    moment=$(((RANDOM * 32768 + RANDOM) % takes))
    [ $((RANDOM % 2)) -eq 0 ] || moment=$((takes * 17 / 20 + moment / 4))
    sleep "$(awk -v time="$moment" 'BEGIN { printf "%.4f", time / 1000000 }')"
    kill -KILL "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
    [ ! -d "$out" ] || look
    [ "$had" = nothing ] || [ -d "$out" ] || fail 'the folder is gone'
    [ -z "$(temporary)" ] || left=$((left + 1))
    export_to "$scenarios/mid-term-2013.ron" "$out" || fail "the next export: $(cat -- "$work/said")"
    user_files
    diff -r -- "$work/new" "$out" >"$work/difference" || fail "$(cat -- "$work/difference")"
    [ -z "$(temporary)" ] || fail 'the next export leaves what the killed one left'
done
printf 'done: %d exports killed, %d of them with something to clear away, %d of these with files of the user'"'"'s that were kept and told of, seed %d; none torn, none lost\n' \
    "$rounds" "$left" "$waited" "$seed"
