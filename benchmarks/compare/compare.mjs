// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// See compare-clients. The clients take turns within each round, each round begins with another one, and all talk
// to one emulator: what else the machine does meets them alike.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));

const { values: options } = parseArgs({
    options: {
        build: { type: 'string', default: join(here, '../../build') },
        rounds: { type: 'string', default: '5' },
        scale: { type: 'string', default: '100' },
        minutes: { type: 'string', default: '8.5' },
    },
});
const bin = join(options.build, 'bin');
const rounds = Number(options.rounds);
const scale = Number(options.scale) / 100;
const deadline = Date.now() + Number(options.minutes) * 60_000;
/** Longest that one run may take, in ms; a client that hangs is an error. */
const RUN_LIMIT = 60_000;

const APIKEY = 'bench';
// beast-blocking sleeps in its read: no event loop, so nothing but the next message can be waited for.
const OTHERS = ['official', 'beast', 'beast-blocking', 'plain'];
const CLIENTS = ['ours', ...OTHERS];

// Counts that cost each client about half a second of CPU time. With one request in flight the system calls cost most.
const CELLS = [
    ...['set', 'get'].flatMap((op) => [
        { name: `${op}/1`, op, inFlight: 1, count: 10_000 },
        { name: `${op}/64`, op, inFlight: 64, count: 60_000 },
        { name: `${op}/1024`, op, inFlight: 1024, count: 60_000 },
    ]),
    { name: 'notify', op: 'notify', inFlight: 64, count: 60_000 },
];

function commandLine(client, { op, inFlight, count }, port) {
    const url = `ws://127.0.0.1:${port}`;
    const measured = Math.max(1, Math.round(count * scale));
    // node compiles what runs often while it runs; the others need less, but get the same.
    const counts = ['--count', `${measured}`, '--warmup', `${Math.round(measured / 3)}`];
    const operation = ['--op', op, '--inflight', `${inFlight}`];
    const program = join(bin, 'hpkvqt-bench');
    switch (client) {
        case 'ours':
            return op === 'notify'
                ? [program, 'notifications', '--url', url, '--api-key', APIKEY, ...counts]
                : [program, 'client', '--url', url, '--api-key', APIKEY, ...operation, ...counts];
        case 'official':
            return [process.execPath, join(here, 'official.mjs'), '--url', `http://127.0.0.1:${port}`]
                .concat(['--api-key', APIKEY, '--writer', program, ...operation, ...counts]);
        case 'beast-blocking':
            return [...commandLine('beast', { op, inFlight, count }, port), '--wait', 'block'];
        default:
            return [join(bin, `compare-${client}`), '--port', `${port}`, '--api-key', APIKEY, ...operation, ...counts];
    }
}

/** µs of CPU time an operation. */
async function measure(client, cell, port) {
    const [program, ...words] = commandLine(client, cell, port);
    let output;
    try {
        ({ stdout: output } = await run(program, words, { timeout: RUN_LIMIT }));
    } catch (error) {
        throw new Error(`${client}, ${cell.name}: ${error.killed ? 'no end in time' : error.stderr || error.message}
${error.stdout ?? ''}`);
    }
    const cpu = /^cpu_us_per_\w+ ([0-9.]+) us$/m.exec(output);
    if (!cpu || !/^errors 0 count$/m.test(output)) {
        throw new Error(`${client}, ${cell.name}: ${output}`);
    }
    return Number(cpu[1]);
}

function median(figures) {
    const sorted = [...figures].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function startEmulator() {
    const child = spawn(join(bin, 'hpkv-emulator'), ['--port', '0', '--api-key', APIKEY, '--reply-writes', 'each'], {
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    const failed = Promise.race([once(child, 'error'), once(child, 'exit')]).then(() => {
        throw new Error('hpkv-emulator does not start');
    });
    failed.catch(() => {});
    const firstLine = once(createInterface({ input: child.stdout }), 'line');
    const [line] = await Promise.race([firstLine, failed]);
    return { child, port: new URL(JSON.parse(line).http).port };
}

async function measureAll(port) {
    const figures = new Map(CELLS.map(({ name }) => [name, new Map(CLIENTS.map((client) => [client, []]))]));
    let longest = 0;
    for (let round = 0; round < rounds; ++round) {
        const begun = Date.now();
        if (begun + longest > deadline) {
            console.error(`Out of time after ${round} of ${rounds} rounds.`);
            break;
        }
        for (const cell of CELLS) {
            for (let i = 0; i < CLIENTS.length; ++i) {
                const client = CLIENTS[(i + round) % CLIENTS.length];
                figures.get(cell.name).get(client).push(await measure(client, cell, port));
            }
        }
        longest = Math.max(longest, Date.now() - begun);
        console.error(`Round ${round + 1} of ${rounds} in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
    }
    return figures;
}

const { child, port } = await startEmulator();
try {
    const loadBefore = loadavg()[0];
    const figures = await measureAll(port);
    for (const { name } of CELLS) {
        const medians = CLIENTS.map((client) => `${client} ${median(figures.get(name).get(client)).toFixed(2)}`);
        console.log(`${name} cpu us: ${medians.join(', ')}`);
    }
    for (const { name } of CELLS) {
        const of = (client) => median(figures.get(name).get(client));
        for (const other of OTHERS) {
            console.log(`${name} cpu ours/${other} ${(of('ours') / of(other)).toFixed(2)}`);
        }
    }
    // A machine that does other things at the same time gives other figures.
    console.error(`Load of the machine: ${loadBefore.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after.`);
} catch (error) {
    console.error(`compare-clients: ${error.message}`);
    process.exitCode = 1;
} finally {
    child.kill('SIGTERM');
}
