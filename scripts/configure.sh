#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT
#
# configure.sh PRESET FOLDER [cmake arguments]: configures only when it has not been done for this folder; a later
# change of the build files is noticed by the build itself.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=$1
folder=$root/$2
shift 2

cd "$root"
fresh=()
if [[ -f $folder/CMakeCache.txt ]]; then
    if grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        [[ -f $folder/build.ninja && $# -eq 0 ]] && exit 0
    else
        echo "${folder##*/}/ was made for another folder; starting it anew."
        fresh=(--fresh)
    fi
fi
echo "Configuring (${folder##*/}/)…"
cmake "${fresh[@]}" --preset "$preset" "$@"
