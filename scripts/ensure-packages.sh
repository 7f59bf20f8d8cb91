#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT
#
# ensure-packages.sh LIST…: installs what is missing of scripts/dependencies/LIST.txt. Says first what it is going to
# install; does not touch apt when nothing is missing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if (($# == 0)); then
    echo "usage: ${0##*/} LIST…   (lists: $(cd "$here/dependencies" && printf '%s ' *.txt | sed 's/\.txt//g'))" >&2
    exit 2
fi

# One line for each requirement: its alternatives, separated by blanks.
requirements=()
for list in "$@"; do
    file=$here/dependencies/$list.txt
    if [[ ! -r $file ]]; then
        echo "There is no list of packages called \"$list\"." >&2
        exit 2
    fi
    while IFS= read -r line || [[ -n $line ]]; do
        line=${line%%#*}
        line=${line//|/ }
        read -r -a words <<<"$line"
        ((${#words[@]})) && requirements+=("${words[*]}")
    done <"$file"
done

if ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian system; make sure that these are there: $(IFS=,; echo "${requirements[*]}")" >&2
    exit 0
fi

# All questions to dpkg in one call. It fails when one name is unknown to it, which is an answer too.
names=()
for requirement in "${requirements[@]}"; do
    for word in $requirement; do
        [[ $word == command:* ]] || names+=("$word")
    done
done
declare -A installed=()
while read -r state name; do
    [[ $state == ?i* ]] && installed[$name]=1
done <<<"$(LC_ALL=C dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "${names[@]}" 2>/dev/null || true)"

missing=()
for requirement in "${requirements[@]}"; do
    met=
    for word in $requirement; do
        case $word in
            command:*) if command -v "${word#command:}" >/dev/null; then met=1; fi ;;
            *) if [[ -n ${installed[$word]:-} ]]; then met=1; fi ;;
        esac
    done
    [[ -n $met ]] || missing+=("$requirement")
done
((${#missing[@]})) || exit 0

as_root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and there is no sudo to install them with. As root:" >&2
        echo "    apt-get install --no-install-recommends ${missing[*]%% *}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "These Debian packages are missing and will be installed now: ${missing[*]%% *}"
((EUID == 0)) || echo "sudo may ask for your password."
"${as_root[@]}" apt-get -o Acquire::Retries=3 update -qq

# Where the first choice is not to be had (a newer Debian), the next one.
chosen=()
for requirement in "${missing[@]}"; do
    pick=${requirement%% *}
    for word in $requirement; do
        [[ $word == command:* ]] && continue
        if LC_ALL=C apt-cache policy "$word" 2>/dev/null | grep -q '^  Candidate: [^(]'; then
            pick=$word
            break
        fi
    done
    chosen+=("$pick")
done
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y -qq \
    --no-install-recommends "${chosen[@]}"
