// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// A conformance case is a test named by its number. Which ones passed is written down, so that a last test can tell
// that none was left out.

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { service } from './service.js';
import { Clients } from './clients.js';

const passed = [];

function resultFile(group) {
    const folder = process.env.HPKV_TEST_RESULTS;
    return folder ? join(folder, `${group}.json`) : null;
}

/** Starts the service for the cases of this file and stops it behind them. To be called once, first. */
export function group(name) {
    const file = resultFile(name);
    before(async () => {
        if (file) {
            rmSync(file, { force: true });
        }
        await service.start();
    });
    after(async () => {
        if (!service.isOwnEmulator) {
            await Clients.removeTestKeys();
        }
        await service.stop();
        if (file) {
            mkdirSync(process.env.HPKV_TEST_RESULTS, { recursive: true });
            writeFileSync(file, JSON.stringify(passed));
        }
    });
}

/**
 * One case. `body` gets the clients of this case, which are closed behind it, however it ends.
 */
export function conformanceCase(number, title, body) {
    test(`${number} ${title}`, { timeout: 30_000 }, async () => {
        const clients = new Clients();
        try {
            await body(clients);
        } finally {
            await clients.closeAll();
        }
        passed.push(number);
    });
}

/** `promise` is refused with this code by the server. */
export async function assertRefused(promise, code) {
    await assert.rejects(promise, (error) => {
        assert.equal(error.name, 'HPKVError');
        assert.equal(error.code, code);
        return true;
    });
}
