// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// R1–R16: what the store means, over HTTP with node's own fetch.

import assert from 'node:assert/strict';

import { conformanceCase, group } from './support/cases.js';
import { newKey } from './support/clients.js';
import { service } from './support/service.js';

group('store');

const recordPath = (key) => `/record/${encodeURIComponent(key)}`;

async function put(key, value, more = {}) {
    const { status, body } = await service.request('POST', '/record', { body: { key, value, ...more } });
    assert.equal(status, 200);
    assert.equal(body.success, true);
}

/** The text of `key`. A number is given as its text. */
async function take(key) {
    const { status, body } = await service.request('GET', recordPath(key));
    assert.equal(status, 200);
    assert.equal(body.key, key);
    return String(body.value);
}

async function increment(key, by) {
    const { status, body } = await service.request('POST', '/record/atomic', { body: { key, increment: by } });
    assert.equal(status, 200);
    assert.equal(body.success, true);
    return body.result;
}

async function range(startKey, endKey, limit) {
    const query = [`startKey=${encodeURIComponent(startKey)}`, `endKey=${encodeURIComponent(endKey)}`];
    if (limit !== undefined) {
        query.push(`limit=${limit}`);
    }
    const { status, body } = await service.request('GET', `/records?${query.join('&')}`);
    assert.equal(status, 200);
    return body;
}

async function assertStatus(promise, statuses) {
    const { status, body } = await promise;
    assert.ok(statuses.includes(status), `status ${status}`);
    assert.equal(typeof body?.error, 'string');
}

conformanceCase('R1', 'text and JSON come back as they went in', async () => {
    const text = newKey('text');
    await put(text, ' plain text, "quoted"\n\ttab ');
    assert.equal(await take(text), ' plain text, "quoted"\n\ttab ');

    const json = newKey('json');
    const document = { name: 'lamp', price: 34.9, tags: ['a', 'b'], nested: { deep: [1, { x: null }] } };
    await put(json, JSON.stringify(document));
    assert.deepEqual(JSON.parse(await take(json)), document);
});

conformanceCase('R2', 'Unicode value', async () => {
    const key = newKey();
    const value = 'Grüße, 世界, Ωμέγα, 🙂 and a\u0301';
    await put(key, value);
    assert.equal(await take(key), value);
});

conformanceCase('R3', 'special characters in keys for set, get, delete and range', async () => {
    const key = `${newKey('special')}!@#$%^&*()_+`;
    await put(key, 'odd');
    assert.equal(await take(key), 'odd');
    const found = await range(key, key);
    assert.deepEqual(found.records, [{ key, value: 'odd' }]);
    const { status, body } = await service.request('DELETE', recordPath(key));
    assert.equal(status, 200);
    assert.equal(body.success, true);
    await assertStatus(service.request('GET', recordPath(key)), [404]);
});

conformanceCase('R4', 'partial update keeps, changes and adds members', async () => {
    const key = newKey();
    await put(key, '{"kept":1,"changed":"old"}');
    await put(key, '{"changed":"new","added":true}', { partialUpdate: true });
    assert.deepEqual(JSON.parse(await take(key)), { kept: 1, changed: 'new', added: true });
});

conformanceCase('R5', 'nested members merge', async () => {
    const key = newKey();
    await put(key, '{"address":{"city":"Oslo","zip":"0150"},"name":"Ada"}');
    await put(key, '{"address":{"zip":"0151"}}', { partialUpdate: true });
    assert.deepEqual(JSON.parse(await take(key)), { address: { city: 'Oslo', zip: '0151' }, name: 'Ada' });
});

conformanceCase('R6', 'arrays are replaced', async () => {
    const key = newKey();
    await put(key, '{"tags":["a","b","c"],"n":1}');
    await put(key, '{"tags":["d"]}', { partialUpdate: true });
    assert.deepEqual(JSON.parse(await take(key)), { tags: ['d'], n: 1 });
});

conformanceCase('R7', 'a counter set to "10" gives 15 after +5 and 12 after −3', async () => {
    const key = newKey('counter');
    await put(key, '10');
    assert.equal(await increment(key, 5), 15);
    assert.equal(await increment(key, -3), 12);
    assert.equal(await take(key), '12');
});

conformanceCase('R8', 'range gives count 3 and is not truncated', async () => {
    const base = newKey('range');
    for (const end of ['1', '2', '3']) {
        await put(`${base}-${end}`, end);
    }
    const found = await range(`${base}-1`, `${base}-3`);
    assert.equal(found.count, 3);
    assert.equal(found.truncated, false);
    assert.deepEqual(
        found.records.map((record) => record.value),
        ['1', '2', '3']
    );
});

conformanceCase('R9', 'a range of one key gives one', async () => {
    const base = newKey('single');
    for (const end of ['1', '2', '3']) {
        await put(`${base}-${end}`, end);
    }
    const found = await range(`${base}-2`, `${base}-2`);
    assert.equal(found.count, 1);
    assert.equal(found.truncated, false);
    assert.deepEqual(found.records, [{ key: `${base}-2`, value: '2' }]);
});

conformanceCase('R10', 'limit 2 of 5 is truncated', async () => {
    const base = newKey('limit');
    for (const end of ['1', '2', '3', '4', '5']) {
        await put(`${base}-${end}`, end);
    }
    const found = await range(`${base}-1`, `${base}-5`, 2);
    assert.equal(found.count, 2);
    assert.equal(found.records.length, 2);
    assert.equal(found.truncated, true);
});

conformanceCase('R11', 'an empty range gives zero and is not truncated', async () => {
    const base = newKey('empty');
    const found = await range(`${base}-1`, `${base}-9`);
    assert.equal(found.count, 0);
    assert.deepEqual(found.records, []);
    assert.equal(found.truncated, false);
});

conformanceCase('R12', 'the order is that of the text', async () => {
    const base = newKey('order');
    for (const end of ['100', '001', '111', '010', '101']) {
        await put(`${base}-${end}`, end);
    }
    const found = await range(`${base}-000`, `${base}-999`);
    assert.deepEqual(
        found.records.map((record) => record.value),
        ['001', '010', '100', '101', '111']
    );
});

conformanceCase('R13', 'an empty value is refused', async () => {
    const key = newKey();
    await assertStatus(service.request('POST', '/record', { body: { key, value: '' } }), [400]);
    await assertStatus(service.request('GET', recordPath(key)), [404]);
});

conformanceCase('R14', 'a value of 100 KiB is refused', async () => {
    const key = newKey('large');
    const body = { key, value: 'x'.repeat(100 * 1024) };
    await assertStatus(service.request('POST', '/record', { body }), [400, 413]);
    await assertStatus(service.request('GET', recordPath(key)), [404]);
});

conformanceCase('R15', 'a missing key fails', async () => {
    const key = newKey('missing');
    await assertStatus(service.request('GET', recordPath(key)), [404]);
    await assertStatus(service.request('DELETE', recordPath(key)), [404]);
});

conformanceCase('R16', 'a bad API key fails with 403', async () => {
    await assertStatus(service.request('GET', recordPath(newKey()), { apiKey: 'no-such-key' }), [403]);
});
