// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// S1–S17: the client that signs in with a token and hears of changes.

import assert from 'node:assert/strict';

import { assertRefused, conformanceCase, group } from './support/cases.js';
import { Clients, collect, dropLine, escaped, newKey, nextEvent, settled } from './support/clients.js';

group('subscription');

conformanceCase('S1', 'connect with a valid token', async (clients) => {
    const client = await clients.connectedSubscriber([newKey()]);
    assert.equal(client.getConnectionStats().isConnected, true);
});

conformanceCase('S2', 'disconnect', async (clients) => {
    const client = await clients.connectedSubscriber([newKey()]);
    await client.disconnect();
    assert.equal(client.getConnectionStats().isConnected, false);
});

conformanceCase('S3', 'a bad token fails with a connection error that carries 403', async (clients) => {
    const client = clients.subscriber('not-a-token');
    await assert.rejects(client.connect(), (error) => {
        assert.equal(error.name, 'ConnectionError');
        assert.match(error.message, /403/);
        return true;
    });
    assert.equal(client.getConnectionStats().isConnected, false);
});

conformanceCase('S4', 'set and get through the token connection', async (clients) => {
    const key = newKey();
    const client = await clients.connectedSubscriber([key]);
    const written = await client.set(key, 'through a token');
    assert.equal(written.success, true);
    assert.equal(written.code, 200);
    const read = await client.get(key);
    assert.equal(read.code, 200);
    assert.equal(read.value, 'through a token');
});

conformanceCase('S5', 'delete through it, a later get 404', async (clients) => {
    const key = newKey();
    const client = await clients.connectedSubscriber([key]);
    await client.set(key, 'soon gone');
    assert.equal((await client.delete(key)).code, 200);
    await assertRefused(client.get(key), 404);
});

conformanceCase('S6', 'another key that matches the access pattern works', async (clients) => {
    const client = await clients.connectedSubscriber([newKey('heard')]);
    const other = newKey('not-heard');
    assert.equal((await client.set(other, 'allowed')).code, 200);
    assert.equal((await client.get(other)).value, 'allowed');
    assert.equal((await client.delete(other)).code, 200);
});

conformanceCase('S7', 'set on a key outside the pattern is refused with 403', async (clients) => {
    const key = newKey('allowed');
    const client = await clients.connectedSubscriber([key], `^${escaped(key)}$`);
    await assertRefused(client.set(newKey('restricted'), 'no'), 403);
    assert.equal((await client.set(key, 'yes')).code, 200);
});

conformanceCase('S8', 'a write by another client arrives with key and value within 100 ms', async (clients) => {
    const key = newKey();
    const listener = await clients.connectedSubscriber([key]);
    const writer = await clients.connectedApi();
    const arrival = collect(1, (push) =>
        listener.subscribe((notification) => push({ notification, at: performance.now() }))
    );
    await writer.set(key, 'news');
    const written = performance.now();
    const [{ notification, at }] = await arrival;
    assert.equal(notification.type, 'notification');
    assert.equal(notification.key, key);
    assert.equal(notification.value, 'news');
    assert.ok(at - written <= 100, `${at - written} ms after the reply`);
});

conformanceCase('S9', 'a write to a key that is not subscribed brings nothing', async (clients) => {
    const heard = newKey('heard');
    const unheard = newKey('unheard');
    const listener = await clients.connectedSubscriber([heard]);
    const writer = await clients.connectedApi();
    const seen = Clients.notifications(listener);
    const marker = collect(1, (push) => listener.subscribe((notification) => notification.key === heard && push()));
    await writer.set(unheard, 'nobody listens');
    // The one behind it has arrived, so the one before it would have, too.
    await writer.set(heard, 'somebody listens');
    await marker;
    await settled();
    assert.deepEqual(
        seen.map((notification) => notification.key),
        [heard]
    );
});

conformanceCase('S10', 'two subscribed clients both receive the write', async (clients) => {
    const key = newKey();
    const listeners = [await clients.connectedSubscriber([key]), await clients.connectedSubscriber([key])];
    const writer = await clients.connectedApi();
    const arrivals = listeners.map((listener) => collect(1, (push) => listener.subscribe(push)));
    await writer.set(key, 'to both');
    for (const [notification] of await Promise.all(arrivals)) {
        assert.equal(notification.key, key);
        assert.equal(notification.value, 'to both');
    }
});

conformanceCase('S11', 'after unsubscribe the callback is silent', async (clients) => {
    const key = newKey();
    const listener = await clients.connectedSubscriber([key]);
    const writer = await clients.connectedApi();
    const silenced = [];
    const id = listener.subscribe((notification) => silenced.push(notification.value));
    const first = collect(1, (push) => listener.subscribe(push));
    await writer.set(key, 'before');
    await first;
    await settled();
    assert.deepEqual(silenced, ['before']);

    listener.unsubscribe(id);
    const second = collect(1, (push) => listener.subscribe(push));
    await writer.set(key, 'behind');
    await second;
    await settled();
    assert.deepEqual(silenced, ['before']);
});

conformanceCase('S12', 'two tokens with different patterns refuse each other’s keys with 403', async (clients) => {
    const keys = [newKey('mine'), newKey('yours')];
    const writer = await clients.connectedApi();
    for (const key of keys) {
        await writer.set(key, 'here');
    }
    const holders = [];
    for (const key of keys) {
        holders.push(await clients.connectedSubscriber([key], `^${escaped(key)}$`));
    }
    assert.equal((await holders[0].get(keys[0])).value, 'here');
    assert.equal((await holders[1].get(keys[1])).value, 'here');
    await assertRefused(holders[0].get(keys[1]), 403);
    await assertRefused(holders[1].get(keys[0]), 403);
});

conformanceCase('S13', 'connected is raised', async (clients) => {
    const client = clients.subscriber(await clients.token({ subscribePatterns: [newKey()], accessPattern: '^none$' }));
    const connected = nextEvent(client, 'connected');
    await client.connect();
    await connected;
});

conformanceCase('S14', 'disconnected is raised', async (clients) => {
    const client = await clients.connectedSubscriber([newKey()]);
    const disconnected = nextEvent(client, 'disconnected');
    await client.disconnect();
    assert.equal((await disconnected).gracefully, true);
});

conformanceCase('S15', 'a removed listener is not called', async (clients) => {
    const client = clients.subscriber(await clients.token({ subscribePatterns: [newKey()], accessPattern: '^none$' }));
    let calls = 0;
    const listener = () => (calls += 1);
    client.on('connected', listener);
    client.off('connected', listener);
    const connected = nextEvent(client, 'connected');
    await client.connect();
    await connected;
    assert.equal(calls, 0);
});

conformanceCase('S16', 'after a close with 3001 callbacks go on, one write gives one call', async (clients) => {
    const key = newKey('once');
    const marker = newKey('marker');
    const listener = await clients.connectedSubscriber([key, marker]);
    const seen = Clients.notifications(listener);
    // The official client raises `connected` twice after a reconnection; only behind the second one is it complete.
    const reconnected = collect(2, (push) => listener.on('connected', push));
    const dropped = nextEvent(listener, 'disconnected');
    await dropLine(listener, { code: 3001 });
    assert.equal((await dropped).code, 3001);
    await reconnected;

    const writer = await clients.connectedApi();
    const arrived = collect(1, (push) => listener.subscribe((notification) => notification.key === marker && push()));
    await writer.set(key, 'after the break');
    await writer.set(marker, 'end');
    await arrived;
    await settled();
    assert.deepEqual(
        seen.map(({ key: changed, value }) => [changed, value]),
        [
            [key, 'after the break'],
            [marker, 'end'],
        ]
    );
});

conformanceCase('S17', 'rewriting the same value still notifies', async (clients) => {
    const key = newKey();
    const listener = await clients.connectedSubscriber([key]);
    const writer = await clients.connectedApi();
    const arrivals = collect(2, (push) => listener.subscribe(push));
    await writer.set(key, 'unchanged');
    await writer.set(key, 'unchanged');
    assert.deepEqual(
        (await arrivals).map((notification) => notification.value),
        ['unchanged', 'unchanged']
    );
});
