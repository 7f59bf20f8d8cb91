// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// The service under test. With HPKV_TEST_URL and HPKV_TEST_API_KEY it is that one; otherwise an emulator of our own,
// started on a free port (program: HPKV_EMULATOR, or the one of the release build).

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DEFAULT_EMULATOR = fileURLToPath(new URL('../../../build/bin/hpkv-emulator', import.meta.url));

/** `wss://host/ws`, `host` or `https://host/` as `https://host`. */
function httpBase(address) {
    const withScheme = address.includes('://') ? address : `https://${address}`;
    return withScheme
        .replace(/^ws(s?):/i, 'http$1:')
        .replace(/\/+$/, '')
        .replace(/\/ws$/, '');
}

class Service {
    #emulator = null;

    /** Address for HTTP; the official client makes its WebSocket address from it. */
    url = '';
    apiKey = '';
    /** Requests a second that the service lets through; 0 = no limit. */
    rate = 0;

    /** True when the service is an emulator of our own, which can be told to misbehave. */
    get isOwnEmulator() {
        return this.#emulator !== null;
    }

    async start() {
        const address = process.env.HPKV_TEST_URL;
        if (address) {
            this.apiKey = process.env.HPKV_TEST_API_KEY ?? '';
            if (!this.apiKey) {
                throw new Error('HPKV_TEST_URL is set, but HPKV_TEST_API_KEY is not');
            }
            this.url = httpBase(address);
            this.rate = Number(process.env.HPKV_TEST_RATE ?? 10);
            return;
        }
        this.apiKey = `interop-${randomBytes(8).toString('hex')}`;
        const program = process.env.HPKV_EMULATOR || DEFAULT_EMULATOR;
        const child = spawn(program, ['--port', '0', '--api-key', this.apiKey], {
            stdio: ['ignore', 'pipe', 'inherit'],
        });
        const failed = once(child, 'error').then(([error]) => {
            throw new Error(`${program} cannot be started: ${error.message}`);
        });
        const ended = once(child, 'exit').then(([code, signal]) => {
            throw new Error(`${program} ended with ${code ?? signal} before it listened`);
        });
        const firstLine = once(createInterface({ input: child.stdout }), 'line').then(([line]) => line);
        failed.catch(() => {});
        ended.catch(() => {});
        this.url = JSON.parse(await Promise.race([firstLine, failed, ended])).http;
        this.#emulator = child;
    }

    async stop() {
        const child = this.#emulator;
        if (!child) {
            return;
        }
        this.#emulator = null;
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const [code, signal] = child.exitCode === null ? await ended : [child.exitCode, null];
        if (code !== 0) {
            throw new Error(`The emulator ended with ${code ?? signal} instead of 0`);
        }
    }

    /** A fault of the line, see `/_emulator/faults`. The line may be gone before the answer comes. */
    async fault(members) {
        try {
            const response = await this.request('POST', '/_emulator/faults', { body: members });
            if (response.status >= 400) {
                throw new Error(`The fault ${JSON.stringify(members)} was refused: ${response.status}`);
            }
        } catch (error) {
            if (!(error instanceof TypeError)) {
                throw error;
            }
        }
    }

    /** One HTTP request; gives `{status, body}`, body as parsed JSON. */
    async request(method, path, { body, apiKey = this.apiKey } = {}) {
        const headers = { 'x-api-key': apiKey };
        if (body !== undefined) {
            headers['Content-Type'] = 'application/json';
        }
        const response = await fetch(`${this.url}${path}`, {
            method,
            headers,
            body: body === undefined ? undefined : JSON.stringify(body),
        });
        const text = await response.text();
        let parsed = null;
        try {
            parsed = JSON.parse(text);
        } catch {
            // Not JSON; the status speaks.
        }
        return { status: response.status, body: parsed };
    }
}

export const service = new Service();
