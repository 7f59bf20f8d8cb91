#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT
#
# runexamples.sh EMULATOR quickstart PROGRAM | all FOLDER: runs one example, or those built in FOLDER, against a
# running emulator and looks at what they say.
set -euo pipefail

emulator=$1
what=$2
where=$3
scratch=$(mktemp -d)
export HPKV_API_KEY=example-key QT_QPA_PLATFORM=offscreen

mkfifo "$scratch/line"
"$emulator" --api-key "$HPKV_API_KEY" >"$scratch/line" &
server=$!
watcher=
finish() {
    kill "$server" 2>/dev/null || true
    [[ -z $watcher ]] || kill "$watcher" 2>/dev/null || true
    rm -rf "$scratch"
}
trap finish EXIT
exec 3<"$scratch/line"
read -r line <&3
HPKV_API_BASE_URL=$(sed -E 's/.*"url":"([^"]+)".*/\1/' <<<"$line")
export HPKV_API_BASE_URL

# expect NAME STATUS TEXT COMMAND…: the command ends with the status and says the text.
expect() {
    local name=$1 status=$2 text=$3 output result=0
    shift 3
    output=$(timeout 100 "$@" 2>&1) || result=$?
    if ((result != status)) || ! grep -qF -- "$text" <<<"$output"; then
        printf '%s ended with %d instead of %d, or did not say “%s”:\n%s\n' "$name" "$result" "$status" "$text" "$output"
        exit 1
    fi
}

if [[ $what == quickstart ]]; then
    expect quickstart 0 "Hello from Qt" "$where"
    HPKV_API_KEY=wrong expect "quickstart with a wrong key" 2 "Authentication" "$where"
    exit 0
fi

expect quickstart 0 "Hello from Qt" "$where/quickstart/quickstart"

"$where/watch/watch" --count 3 'bulk:*' >"$scratch/seen" 2>"$scratch/said" &
watcher=$!
for ((i = 0; i < 1000; i++)); do # until it has connected
    grep -q Watching "$scratch/said" && break
    kill -0 "$watcher"
    sleep 0.05
done
expect bulk-load 0 "10000 of 10000 written" "$where/bulk-load/bulk-load" --rate 0
wait "$watcher"
watcher=
if [[ $(wc -l <"$scratch/seen") -ne 3 ]] || ! grep -qF 'bulk:000000 = {"number":0}' "$scratch/seen"; then
    echo "watch saw:" && cat "$scratch/seen"
    exit 1
fi
expect "canceled bulk-load" 3 "not sent" "$where/bulk-load/bulk-load" --rate 0 --cancel-after 50
expect widgets-counter 0 3 "$where/widgets-counter/widgets-counter" --until 3
