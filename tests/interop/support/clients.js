// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

// Newer versions of node have a WebSocket of their own, which hides the HTTP status of a refusal. The official client
// takes it when it is there, so it goes before that client is loaded.
delete globalThis.WebSocket;
const { HPKVClientFactory, WebsocketTokenManager } = await import('@hpkv/websocket-client');

import { service } from './service.js';

/** All keys of one run begin so, and those of two runs never meet. */
export const PREFIX = `interop:${randomBytes(6).toString('hex')}:`;

let keysMade = 0;

/** A key that nobody has used yet. */
export function newKey(name = 'key') {
    keysMade += 1;
    return `${PREFIX}${keysMade}:${name}`;
}

/** `text` as a regular expression that matches it and nothing else. */
export function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** The first `count` things that `start(push)` pushes; an error when they are not there in time. */
export function collect(count, start, milliseconds = 5_000) {
    return new Promise((resolve, reject) => {
        const seen = [];
        const late = setTimeout(
            () => reject(new Error(`${seen.length} of ${count} in ${milliseconds} ms: ${JSON.stringify(seen)}`)),
            milliseconds
        );
        start((item) => {
            seen.push(item);
            if (seen.length === count) {
                clearTimeout(late);
                resolve(seen);
            }
        });
    });
}

/** The next `event` of `client`, with what it carried. */
export async function nextEvent(client, event, milliseconds = 5_000) {
    let listener;
    try {
        const [payload] = await collect(
            1,
            (push) => {
                listener = push;
                client.on(event, listener);
            },
            milliseconds
        );
        return payload;
    } finally {
        client.off(event, listener);
    }
}

/** What is queued in this process runs first: callbacks that were due have been called. */
export function settled() {
    return new Promise((resolve) => setImmediate(resolve));
}

/** Official clients made by one case. */
export class Clients {
    #all = [];

    #add(client) {
        this.#all.push(client);
        return client;
    }

    #config(config) {
        const throttling = service.rate > 0 ? { enabled: true, rateLimit: service.rate } : { enabled: false };
        return { throttling, initialDelayBetweenReconnects: 50, ...config };
    }

    /** Not connected yet. */
    api(config = {}, { url = service.url, apiKey = service.apiKey } = {}) {
        return this.#add(HPKVClientFactory.createApiClient(apiKey, url, this.#config(config)));
    }

    async connectedApi(config = {}) {
        const client = this.api(config);
        await client.connect();
        return client;
    }

    async token(tokenConfig) {
        const token = await new WebsocketTokenManager(service.apiKey, service.url).generateToken(tokenConfig);
        assert.equal(typeof token, 'string');
        assert.notEqual(token, '');
        return token;
    }

    /** With this token; not connected yet. */
    subscriber(token, config = {}) {
        return this.#add(HPKVClientFactory.createSubscriptionClient(token, service.url, this.#config(config)));
    }

    /** Hears of `keys` and may work with every key that `accessPattern` matches. */
    async connectedSubscriber(keys, accessPattern = `^${escaped(PREFIX)}.*$`) {
        const client = this.subscriber(await this.token({ subscribePatterns: keys, accessPattern }));
        await client.connect();
        return client;
    }

    /** Every notification that `client` gets from now on, in order. */
    static notifications(client) {
        const seen = [];
        client.subscribe((notification) => seen.push(notification));
        return seen;
    }

    async closeAll() {
        for (const client of this.#all.splice(0)) {
            await client.disconnect();
            client.destroy();
        }
    }

    /** On a service that stays, nothing of ours stays. */
    static async removeTestKeys() {
        const clients = new Clients();
        try {
            const client = await clients.connectedApi();
            for (;;) {
                const page = await client.range(PREFIX, `${PREFIX}\u{10ffff}`, { limit: 100 });
                if (page.records.length === 0) {
                    break;
                }
                for (const record of page.records) {
                    await client.delete(record.key);
                }
            }
        } finally {
            await clients.closeAll();
        }
    }
}

/**
 * Ends the line of `client` without asking it. Our own emulator does it from its side; on another service the socket
 * under the client is closed with a code that the client did not choose.
 */
export async function dropLine(client, { code } = {}) {
    if (service.isOwnEmulator) {
        await service.fault(code === undefined ? { cut: true } : { close: { code, reason: '' } });
    } else {
        client.ws.close(code ?? 3001, '');
    }
}
