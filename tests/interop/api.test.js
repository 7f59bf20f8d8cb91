// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// A1–A21: the client that signs in with an API key.

import assert from 'node:assert/strict';

import { assertRefused, conformanceCase, group } from './support/cases.js';
import { collect, dropLine, newKey, nextEvent, PREFIX } from './support/clients.js';

group('api');

conformanceCase('A1', 'connect succeeds and the stats say connected', async (clients) => {
    const client = clients.api();
    assert.equal(client.getConnectionStats().isConnected, false);
    await client.connect();
    const stats = client.getConnectionStats();
    assert.equal(stats.isConnected, true);
    assert.equal(stats.connectionState, 'CONNECTED');
});

conformanceCase('A2', 'two connects at once complete with one connection', async (clients) => {
    const client = clients.api();
    let connections = 0;
    client.on('connected', () => (connections += 1));
    await Promise.all([client.connect(), client.connect()]);
    assert.equal(client.getConnectionStats().isConnected, true);
    assert.equal(connections, 1);
});

conformanceCase('A3', 'disconnect leads to not connected', async (clients) => {
    const client = await clients.connectedApi();
    await client.disconnect();
    assert.equal(client.getConnectionStats().isConnected, false);
    assert.equal(client.getConnectionState(), 'DISCONNECTED');
});

conformanceCase('A4', 'two disconnects at once complete', async (clients) => {
    const client = await clients.connectedApi();
    await Promise.all([client.disconnect(), client.disconnect()]);
    assert.equal(client.getConnectionStats().isConnected, false);
});

conformanceCase('A5', 'connected and disconnected are raised', async (clients) => {
    const client = clients.api();
    const connected = nextEvent(client, 'connected');
    await client.connect();
    await connected;
    const disconnected = nextEvent(client, 'disconnected');
    await client.disconnect();
    const end = await disconnected;
    assert.equal(end.code, 1000);
    assert.equal(end.gracefully, true);
});

conformanceCase('A6', 'a nonsense address fails with a connection error and raises error', async (clients) => {
    for (const url of ['http://127.0.0.1:1', 'http://no.such.address:port']) {
        const client = clients.api({}, { url });
        const raised = nextEvent(client, 'error');
        await assert.rejects(client.connect(), { name: 'ConnectionError' });
        assert.equal((await raised).name, 'ConnectionError');
        assert.equal(client.getConnectionStats().isConnected, false);
    }
});

conformanceCase('A7', 'set and get give the same text with 200', async (clients) => {
    const client = await clients.connectedApi();
    const key = newKey();
    const written = await client.set(key, 'on the shelf');
    assert.equal(written.success, true);
    assert.equal(written.code, 200);
    const read = await client.get(key);
    assert.equal(read.code, 200);
    assert.equal(read.value, 'on the shelf');
});

conformanceCase('A8', 'a JSON document set and read back has the same members', async (clients) => {
    const client = await clients.connectedApi();
    const key = newKey();
    const document = { id: 7, name: 'Zoë', tags: ['a', 'b'], size: { w: 1.5, h: 2 }, gone: null, ok: true };
    await client.set(key, document);
    assert.deepEqual(JSON.parse((await client.get(key)).value), document);
});

conformanceCase('A9', 'delete gives success, a later get 404', async (clients) => {
    const client = await clients.connectedApi();
    const key = newKey();
    await client.set(key, 'soon gone');
    const deleted = await client.delete(key);
    assert.equal(deleted.success, true);
    assert.equal(deleted.code, 200);
    await assertRefused(client.get(key), 404);
});

conformanceCase('A10', 'patch changes one member, adds one, keeps the third', async (clients) => {
    const client = await clients.connectedApi();
    const key = newKey();
    await client.set(key, { status: 'packed', total: 94 });
    const patched = await client.set(key, { status: 'shipped', carrier: 'bike' }, true);
    assert.equal(patched.code, 200);
    assert.deepEqual(JSON.parse((await client.get(key)).value), { status: 'shipped', total: 94, carrier: 'bike' });
});

conformanceCase('A11', 'range gives three records in key order, ends included', async (clients) => {
    const client = await clients.connectedApi();
    const base = newKey('range');
    for (const end of ['3', '1', '2']) {
        await client.set(`${base}-${end}`, `value ${end}`);
    }
    const page = await client.range(`${base}-1`, `${base}-3`);
    assert.equal(page.code, 200);
    assert.deepEqual(page.records, [
        { key: `${base}-1`, value: 'value 1' },
        { key: `${base}-2`, value: 'value 2' },
        { key: `${base}-3`, value: 'value 3' },
    ]);
});

conformanceCase('A12', 'range with limit 2 gives exactly two records', async (clients) => {
    const client = await clients.connectedApi();
    const base = newKey('limit');
    for (const end of ['1', '2', '3', '4']) {
        await client.set(`${base}-${end}`, end);
    }
    const page = await client.range(`${base}-1`, `${base}-4`, { limit: 2 });
    assert.deepEqual(
        page.records.map((record) => record.key),
        [`${base}-1`, `${base}-2`]
    );
});

conformanceCase('A13', 'increment of a new key by 1 gives 1, then by 5 gives 6', async (clients) => {
    const client = await clients.connectedApi();
    const key = newKey('counter');
    const first = await client.atomicIncrement(key, 1);
    assert.equal(first.code, 200);
    assert.equal(first.newValue, 1);
    assert.equal((await client.atomicIncrement(key, 5)).newValue, 6);
});

conformanceCase('A14', 'get of a missing key is a server error with 404', async (clients) => {
    const client = await clients.connectedApi();
    await assertRefused(client.get(newKey('missing')), 404);
});

conformanceCase('A15', 'delete of a missing key is refused with 404', async (clients) => {
    const client = await clients.connectedApi();
    await assertRefused(client.delete(newKey('missing')), 404);
});

conformanceCase('A16', 'set with an empty key is refused with 400', async (clients) => {
    const client = await clients.connectedApi();
    await assertRefused(client.set('', 'value'), 400);
});

conformanceCase('A17', 'set with an empty value is refused with 400', async (clients) => {
    const client = await clients.connectedApi();
    const key = newKey();
    await assertRefused(client.set(key, ''), 400);
    await assertRefused(client.get(key), 404);
});

conformanceCase('A18', 'a request before connecting fails at once', async (clients) => {
    const client = clients.api();
    const started = performance.now();
    await assert.rejects(client.get(newKey()), /not open/);
    assert.ok(performance.now() - started < 500);
});

conformanceCase('A19', 'ten mixed requests at 3 a second keep to that rate', async (clients) => {
    const client = await clients.connectedApi({ throttling: { enabled: true, rateLimit: 3 } });
    const key = newKey('paced');
    const counter = newKey('paced-counter');
    const answered = [];
    const note = (reply) => {
        assert.equal(reply.code, 200);
        answered.push(performance.now());
    };
    await Promise.all([
        client.set(key, 'one').then(note),
        client.get(key).then(note),
        client.set(key, 'two').then(note),
        client.atomicIncrement(counter, 1).then(note),
        client.get(key).then(note),
        client.range(PREFIX, `${PREFIX}~`, { limit: 1 }).then(note),
        client.set(key, { three: 3 }, true).then(note),
        client.get(counter).then(note),
        client.atomicIncrement(counter, 1).then(note),
        client.delete(key).then(note),
    ]);
    assert.equal(answered.length, 10);
    const seconds = (answered.at(-1) - answered[0]) / 1000;
    const rate = (answered.length - 1) / seconds;
    assert.ok(rate <= 3.3, `${rate.toFixed(2)} requests a second`);
    const gaps = answered.slice(1).map((time, index) => time - answered[index]);
    const visible = gaps.filter((gap) => gap >= 200);
    assert.ok(visible.length >= 8, `gaps in ms: ${gaps.map(Math.round)}`);
});

conformanceCase('A20', 'without throttling five sets leave together and finish within a second', async (clients) => {
    const client = await clients.connectedApi({ throttling: { enabled: false } });
    const left = [];
    const socket = client.ws;
    const send = socket.send;
    socket.send = (data) => {
        left.push(performance.now());
        send.call(socket, data);
    };
    const started = performance.now();
    const replies = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((value) => client.set(newKey(), value)));
    const finished = performance.now();
    assert.ok(replies.every((reply) => reply.code === 200));
    assert.equal(left.length, 5);
    assert.ok(left.at(-1) - left[0] < 20, `left within ${left.at(-1) - left[0]} ms`);
    assert.ok(finished - started < 1_000, `finished after ${finished - started} ms`);
});

conformanceCase('A21', 'after an abrupt drop the client is connected again and works', async (clients) => {
    const client = await clients.connectedApi();
    const order = [];
    const reconnected = collect(1, (push) => {
        client.on('disconnected', (end) => order.push(`disconnected ${end.gracefully}`));
        client.on('reconnecting', () => order.push('reconnecting'));
        client.on('reconnectFailed', () => order.push('reconnectFailed'));
        client.on('connected', () => {
            order.push('connected');
            push();
        });
    });
    await dropLine(client);
    await reconnected;
    assert.deepEqual(order.slice(0, 3), ['disconnected false', 'reconnecting', 'connected']);
    const key = newKey();
    assert.equal((await client.set(key, 'back')).code, 200);
    assert.equal((await client.get(key)).value, 'back');
    assert.ok(!order.includes('reconnectFailed'));
});
