#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT
#
# Installs the official client as package-lock.json names it. Does nothing when that has been done already.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
installed=node_modules/.installed-lock.json

if cmp -s package-lock.json "$installed"; then
    exit 0
fi
for program in node npm; do
    if ! command -v "$program" >/dev/null; then
        echo "$program is missing; scripts/ensure-packages.sh test installs it." >&2
        exit 1
    fi
done
echo "Installing the official client for the conformance cases (npm ci)…"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
cp package-lock.json "$installed"
