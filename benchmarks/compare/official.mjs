// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// HPKV's official JS client, for compare-clients: the same operations as `hpkvqt-bench client` and `notifications`, with
// CPU time of this process, the threads of node included.
//
//     official.mjs --url URL --api-key KEY --op set|get|notify --inflight N --count N --warmup N [--writer PROGRAM]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

// Newer versions of node have a WebSocket of their own. The official client takes it when it is there; this one measures
// the package that it brings along.
delete globalThis.WebSocket;
const require = createRequire(new URL('../../tests/interop/package.json', import.meta.url));
const { HPKVClientFactory, WebsocketTokenManager } = require('@hpkv/websocket-client');

const WORKLOAD = 1000;
const NOTE = 'sixty bytes or so, so that a value has about one hundred';

const { values: options } = parseArgs({
    options: {
        url: { type: 'string' },
        'api-key': { type: 'string' },
        op: { type: 'string' },
        inflight: { type: 'string', default: '64' },
        count: { type: 'string' },
        warmup: { type: 'string', default: '0' },
        writer: { type: 'string' },
    },
});
const inFlight = Number(options.inflight);
const count = Number(options.count);
const warmup = Number(options.warmup);

const keys = Array.from({ length: WORKLOAD }, (_, i) => `bench:${String(i).padStart(5, '0')}`);
const values = keys.map((_, i) => `{"n":${i},"run":${process.pid},"note":"${NOTE}"}`);

/** What meter.h is for the others. */
class Meter {
    ended = 0;
    errors = 0;

    constructor(warm, measured) {
        this.warmup = warm;
        this.count = measured;
        this.total = warm + measured;
        if (warm === 0) {
            this.#start();
        }
    }

    #start() {
        this.begun = process.hrtime.bigint();
        this.cpuBegun = process.cpuUsage();
    }

    add(good) {
        if (!good) {
            this.errors += 1;
        }
        this.ended += 1;
        if (this.ended === this.warmup) {
            this.#start();
        } else if (this.ended === this.total) {
            this.cpu = process.cpuUsage(this.cpuBegun);
            this.seconds = Number(process.hrtime.bigint() - this.begun) / 1e9;
        }
    }

    print() {
        console.log(`ops_per_s ${(this.count / this.seconds).toFixed(0)} 1/s`);
        console.log(`cpu_us_per_op ${((this.cpu.user + this.cpu.system) / this.count).toFixed(2)} us`);
        console.log(`errors ${this.errors} count`);
        return this.errors === 0 ? 0 : 1;
    }
}

function run(client, op, meter) {
    return new Promise((resolve) => {
        let started = 0;
        const ended = (good) => {
            meter.add(good);
            if (started < meter.total) {
                startOne();
            } else if (meter.ended === meter.total) {
                resolve();
            }
        };
        const failed = () => ended(false);
        const startOne = () => {
            const index = started++ % WORKLOAD;
            if (op === 'set') {
                client.set(keys[index], values[index]).then((reply) => ended(reply.code === 200), failed);
            } else {
                client.get(keys[index]).then((reply) => ended(reply.value === values[index]), failed);
            }
        };
        for (let i = Math.min(inFlight, meter.total); i > 0; --i) {
            startOne();
        }
    });
}

async function operations() {
    const client = HPKVClientFactory.createApiClient(options['api-key'], options.url, {
        throttling: { enabled: false },
    });
    await client.connect();
    const meter = new Meter(warmup, count);
    const check = new Meter(0, Math.min(WORKLOAD, meter.total));
    if (options.op === 'get') {
        await run(client, 'set', check);
    }
    await run(client, options.op, meter);
    if (options.op === 'set') {
        await run(client, 'get', check);
    }
    meter.errors += check.errors;
    await client.disconnect();
    client.destroy();
    return meter;
}

async function notifications() {
    const token = await new WebsocketTokenManager(options['api-key'], options.url).generateToken({
        subscribePatterns: ['bench:*'],
        accessPattern: '^$',
    });
    const client = HPKVClientFactory.createSubscriptionClient(token, options.url, { throttling: { enabled: false } });
    await client.connect();
    const meter = new Meter(warmup, count);
    const all = new Promise((resolve) => {
        client.subscribe((notification) => {
            meter.add(notification.key === keys[meter.ended % WORKLOAD] && notification.value !== null);
            if (meter.ended === meter.total) {
                resolve();
            }
        });
    });
    const writer = spawn(
        options.writer,
        ['client', '--url', options.url, '--api-key', options['api-key'], '--op', 'set', '--inflight', '64']
            .concat(['--warmup', '0', '--count', String(meter.total)]),
        { stdio: ['ignore', 'ignore', 'inherit'] }
    );
    const written = once(writer, 'exit');
    await all;
    const [code] = await written;
    meter.errors += code === 0 ? 0 : 1;
    await client.disconnect();
    client.destroy();
    return meter;
}

const meter = await (options.op === 'notify' ? notifications() : operations());
process.exitCode = meter.print();
