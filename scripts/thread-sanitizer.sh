#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT
#
# thread-sanitizer.sh [ctest arguments]: builds what has threads (library, emulator, the application's session and history) with the
# thread sanitizer and runs its tests. Qt itself is not built for it, so what happens inside Qt is left out; no
# suppression names our code.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

export TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1"
# In tests that run for minutes the end of Qt Test's own watchdog, which is not instrumented, was taken for a race.
export HPKV_STEPS=${HPKV_STEPS:-2000}
scripts/configure.sh tsan build-tsan -DHPKV_BUILD_APP=OFF -DHPKV_BUILD_BENCHMARKS=OFF
cmake --build build-tsan --target tests/libhpkvqt/all tests/app/session/all tests/app/history/all

result=0
for folder in libhpkvqt app/session app/history; do
    ctest --test-dir "build-tsan/tests/$folder" --no-tests=error --output-on-failure -R '^tst_' "$@" || result=1
done
exit $result
