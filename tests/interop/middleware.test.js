// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// M1–M6: what a state-sharing middleware on top of the client relies on.

import assert from 'node:assert/strict';

import { conformanceCase, group } from './support/cases.js';
import { collect, newKey } from './support/clients.js';

group('middleware');

conformanceCase('M1', 'patch on a missing key creates it', async (clients) => {
    const client = await clients.connectedApi();
    const key = newKey();
    assert.equal((await client.set(key, { born: 'by patch' }, true)).code, 200);
    assert.deepEqual(JSON.parse((await client.get(key)).value), { born: 'by patch' });
});

conformanceCase('M2', 'a deleted key notifies with null', async (clients) => {
    const key = newKey();
    const writer = await clients.connectedApi();
    await writer.set(key, 'soon gone');
    const listener = await clients.connectedSubscriber([key]);
    const arrival = collect(1, (push) => listener.subscribe(push));
    await writer.delete(key);
    const [notification] = await arrival;
    assert.equal(notification.key, key);
    assert.equal(notification.value, null);
});

conformanceCase('M3', 'the pattern p:* covers keys with several more segments', async (clients) => {
    const base = newKey('space');
    const keys = [`${base}:a`, `${base}:b:c`, `${base}:d:e:f:g`];
    const listener = await clients.connectedSubscriber([`${base}:*`]);
    const writer = await clients.connectedApi();
    const arrivals = collect(keys.length, (push) => listener.subscribe(push));
    for (const key of keys) {
        await writer.set(key, 'deep');
    }
    assert.deepEqual(
        (await arrivals).map((notification) => notification.key),
        keys
    );
});

conformanceCase('M4', 'exact keys work in subscribePatterns', async (clients) => {
    const key = newKey('exact');
    const listener = await clients.connectedSubscriber([key]);
    const writer = await clients.connectedApi();
    const arrival = collect(1, (push) => listener.subscribe(push));
    // Longer than the exact key, so it is not heard; the one behind it is.
    await writer.set(`${key}:longer`, 'no');
    await writer.set(key, 'yes');
    const [notification] = await arrival;
    assert.equal(notification.key, key);
    assert.equal(notification.value, 'yes');
});

conformanceCase('M5', 'paging with the last key and NUL gives every key once', async (clients) => {
    const client = await clients.connectedApi();
    const base = newKey('pages');
    // With keys that are the beginning of others, and one that sorts right behind such a beginning.
    const keys = [base, `${base}!`, `${base}!a`, `${base}a`, `${base}ab`, `${base}b`, `${base}é`, `${base}🙂`];
    for (let number = 10; number < 25; ++number) {
        keys.push(`${base}:${number}`);
    }
    for (const key of keys) {
        await client.set(key, 'x');
    }
    const seen = [];
    let start = base;
    for (;;) {
        const page = await client.range(start, `${base}\u{10ffff}`, { limit: 4 });
        seen.push(...page.records.map((record) => record.key));
        if (!page.truncated || page.records.length === 0) {
            break;
        }
        start = `${page.records.at(-1).key}\0`;
    }
    const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    assert.deepEqual(seen, keys.sort(byBytes));
});

conformanceCase('M6', 'the text of 404 is "Record not found"', async (clients) => {
    const client = await clients.connectedApi();
    await assert.rejects(client.get(newKey('missing')), { code: 404, message: 'Record not found' });
});
