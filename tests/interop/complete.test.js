// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// Every case of the conformance list has run and passed in the groups before this.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const GROUPS = [
    ['api', 'A', 21],
    ['subscription', 'S', 17],
    ['store', 'R', 16],
    ['middleware', 'M', 6],
];

test('all 60 conformance cases passed', () => {
    const folder = process.env.HPKV_TEST_RESULTS;
    assert.ok(folder, 'HPKV_TEST_RESULTS names the folder with the results');
    let total = 0;
    for (const [group, letter, count] of GROUPS) {
        const expected = Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
        assert.deepEqual(JSON.parse(readFileSync(join(folder, `${group}.json`), 'utf8')), expected);
        total += count;
    }
    assert.equal(total, 60);
});
