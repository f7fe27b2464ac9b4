// SPDX-License-Identifier: GPL-3.0-or-later
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readJson, request, type HttpAnswer } from '../../electron/taler/wire/http.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { createRunningClock } from '../support/clock.ts';

// Against a real server on this machine: what a hostile or broken one does must end as a named failure, within bounds.

const clock = createRunningClock();
const world = { ...realWorld(), ...clock };
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Handler = (asked: IncomingMessage, answer: ServerResponse) => void;
const serve = async (handler: Handler): Promise<string> => {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const MIB = 1024 * 1024;
const TEN_GIGABYTES = 10_000 * MIB;

/** Writes zeros as fast as the other side takes them, and counts. */
const flood = (sink: NodeJS.WritableStream, total: number, count: (bytes: number) => void): void => {
  const chunk = Buffer.alloc(64 * 1024);
  let left = total;
  const more = (): void => {
    while (left > 0) {
      left -= chunk.length;
      count(chunk.length);
      if (!sink.write(chunk)) {
        sink.once('drain', more);
        return;
      }
    }
    sink.end();
  };
  more();
};

describe('size', () => {
  test('ten gigabytes: too-large, after little more than the limit', async () => {
    let written = 0;
    let cutOff: Promise<unknown> | undefined;
    const url = await serve((_, answer) => {
      cutOff = new Promise((resolve) => answer.on('close', resolve));
      flood(answer, TEN_GIGABYTES, (bytes) => void (written += bytes));
    });
    const before = process.memoryUsage().rss;
    const result = await request(world, { method: 'GET', url: `${url}/keys`, maxBytes: 2 * MIB });
    expect(result).toEqual({ ok: false, error: { kind: 'too-large', url: `${url}/keys`, limitBytes: 2 * MIB } });
    await cutOff;
    expect(written).toBeLessThan(64 * MIB);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * MIB);
  });

  test('a length announced above the limit is not even read', async () => {
    const url = await serve((_, answer) => {
      answer.writeHead(200, { 'content-length': String(TEN_GIGABYTES) });
      answer.flushHeaders();
    });
    expect(await request(world, { method: 'GET', url, maxBytes: MIB })).toMatchObject({
      ok: false,
      error: { kind: 'too-large' },
    });
  });

  test('ten megabytes that arrive as ten kilobytes count as ten megabytes', async () => {
    const url = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip' });
      const zip = createGzip();
      zip.pipe(answer);
      flood(zip, 10 * MIB, () => undefined);
    });
    expect(await request(world, { method: 'GET', url, maxBytes: MIB })).toMatchObject({
      ok: false,
      error: { kind: 'too-large', limitBytes: MIB },
    });
  });

  test('exactly the limit passes', async () => {
    const url = await serve((_, answer) => answer.end(Buffer.alloc(MIB, 7)));
    const result = await request(world, { method: 'GET', url, maxBytes: MIB });
    expect(result.ok && result.value.bytes.length).toBe(MIB);
    expect(result.ok && result.value.bytes[MIB - 1]).toBe(7);
  });
});

describe('time', () => {
  /** A server that does so much and is silent from then on; `passes` afterwards. */
  const silentAfter = (passes: number, begins: (answer: ServerResponse) => void = () => undefined): Promise<string> =>
    serve((_, answer) => {
      begins(answer);
      setImmediate(() => clock.move(passes));
    });

  test('silence before the headers', async () => {
    const url = await silentAfter(30_000);
    expect(await request(world, { method: 'GET', url: `${url}/a`, timeoutMs: 30_000 })).toEqual({
      ok: false,
      error: { kind: 'timeout', url: `${url}/a`, afterMs: 30_000 },
    });
  });

  test('silence before the headers, with a shorter limit for the first byte', async () => {
    const url = await silentAfter(10_000);
    expect(await request(world, { method: 'GET', url, timeoutMs: 60_000, firstByteMs: 10_000 })).toMatchObject({
      ok: false,
      error: { kind: 'timeout', afterMs: 10_000 },
    });
  });

  test('silence after the headers', async () => {
    const url = await serve((_, answer) => {
      answer.writeHead(200);
      answer.write('{"half":');
    });
    const idle = watchWaits(10_000);
    const asked = request(idle.world, { method: 'GET', url, timeoutMs: 60_000, idleMs: 10_000 });
    // For the first piece, and for the one that never comes.
    await idle.begun(2);
    clock.move(10_000);
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'timeout', afterMs: 10_000 } });
  });

  test('a drip that is never idle still ends at the overall limit', async () => {
    let drip: ServerResponse | undefined;
    const url = await serve((_, answer) => {
      drip = answer;
      answer.writeHead(200);
      answer.write('x');
    });
    const idle = watchWaits(10_000);
    const asked = request(idle.world, { method: 'GET', url, timeoutMs: 30_000, idleMs: 10_000 });
    for (const drops of [1, 2, 3, 4]) {
      await idle.begun(drops + 1);
      clock.move(8_000);
      drip?.write('x');
    }
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'timeout', afterMs: 30_000 } });
  });

  /** The world, in which the waits for so long are counted. */
  const watchWaits = (wanted: number): { readonly world: World; readonly begun: (count: number) => Promise<void> } => {
    let count = 0;
    return {
      world: {
        ...world,
        sleep: (ms, signal) => {
          count += ms === wanted ? 1 : 0;
          return world.sleep(ms, signal);
        },
      },
      begun: async (least) => {
        await expect.poll(() => count, { interval: 1 }).toBeGreaterThanOrEqual(least);
      },
    };
  };
});

describe('broken answers', () => {
  test('nobody listens', async () => {
    const url = await serve(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    expect(await request(world, { method: 'GET', url: `${url}/x?token=secret` })).toEqual({
      ok: false,
      error: { kind: 'unreachable', url: `${url}/x`, why: 'ECONNREFUSED' },
    });
  });

  test('hung up before an answer', async () => {
    const url = await serve((asked) => asked.socket.destroy());
    expect(await request(world, { method: 'GET', url })).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });

  test('a body cut short', async () => {
    const url = await serve((_, answer) => {
      answer.writeHead(200, { 'content-length': '1000' });
      answer.write('{"a":', () => answer.destroy());
    });
    expect(await request(world, { method: 'GET', url })).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });

  test('half a JSON', async () => {
    const url = await serve((_, answer) => answer.end('{"balance":"KUDOS:1"'));
    const result = await request(world, { method: 'GET', url });
    expect(result.ok && readJson(result.value, url, z.object({ balance: z.string() }))).toMatchObject({
      ok: false,
      error: { kind: 'malformed-response', status: 200, why: 'not JSON' },
    });
  });

  test.each([
    ['another type', '{"balance":1}', 'balance:'],
    ['a member missing', '{}', 'balance:'],
    ['no object', '[]', 'body:'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not JSON'],
    ['nothing', '', 'not JSON'],
  ])('%s', (_what, body, why) => {
    const answer: HttpAnswer = { status: 200, headers: new Headers(), bytes: new Uint8Array(Buffer.from(body)) };
    expect(readJson(answer, 'http://x/', z.object({ balance: z.string() }))).toMatchObject({
      ok: false,
      error: { kind: 'malformed-response', why: expect.stringContaining(why) },
    });
  });
});

describe('redirects', () => {
  const redirecting =
    (status: number, location: string): Handler =>
    (asked, answer) => {
      if (asked.url === '/there') {
        let body = '';
        asked.on('data', (data: Buffer) => void (body += data.toString()));
        asked.on('end', () => answer.end(`${asked.method} ${body}`));
        return;
      }
      answer.writeHead(status, { location });
      answer.end();
    };
  const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  test.each([307, 308])('%s to the same origin repeats method and body', async (status) => {
    const url = await serve(redirecting(status, '/there'));
    const result = await request(world, { method: 'POST', url: `${url}/here`, json: { b: 1, a: 2 } });
    expect(result.ok && textOf(result.value.bytes)).toBe('POST {"a":2,"b":1}');
  });

  test.each([301, 302, 303])('%s is not followed', async (status) => {
    const url = await serve(redirecting(status, '/there'));
    expect(await request(world, { method: 'GET', url: `${url}/here` })).toEqual({
      ok: false,
      error: { kind: 'redirected', url: `${url}/here`, to: `${url}/there` },
    });
  });

  test.each(['same-origin', 'https', 'none'] as const)(
    'elsewhere is not followed from http (%s)',
    async (redirects) => {
      let visits = 0;
      const other = await serve((_, answer) => {
        visits += 1;
        answer.end();
      });
      const url = await serve(redirecting(307, `${other}/there?token=secret`));
      expect(await request(world, { method: 'POST', url: `${url}/here`, json: {}, redirects })).toEqual({
        ok: false,
        error: { kind: 'redirected', url: `${url}/here`, to: `${other}/there` },
      });
      expect(visits).toBe(0);
    },
  );

  test.each<['same-origin' | 'https', string, string, boolean]>([
    ['https', 'https://a.example/', 'https://b.example/', true],
    ['https', 'https://a.example/', 'http://a.example/', false],
    ['https', 'http://a.example/', 'https://a.example/', false],
    ['same-origin', 'https://a.example/', 'https://b.example/', false],
  ])('%s: from %s to %s: %s', async (redirects, from, to, isFollowed) => {
    const visited: string[] = [];
    const http: typeof fetch = async (input) => {
      visited.push(String(input));
      return String(input) === `${from}x`
        ? new Response(null, { status: 308, headers: { location: `${to}y` } })
        : new Response('there');
    };
    const result = await request({ ...world, http }, { method: 'POST', url: `${from}x`, json: {}, redirects });
    expect(result.ok).toBe(isFollowed);
    expect(visited).toEqual(isFollowed ? [`${from}x`, `${to}y`] : [`${from}x`]);
  });

  test.each([
    [['93.184.216.34'], true],
    [['93.184.216.34', '192.168.0.1'], false],
    [['::ffff:127.0.0.1'], false],
  ])('to a name that stands for %j: %s', async (addresses, isFollowed) => {
    const visited: string[] = [];
    const http: typeof fetch = async (input) => {
      visited.push(String(input));
      return visited.length === 1
        ? new Response(null, { status: 307, headers: { location: 'https://b.example/y' } })
        : new Response('there');
    };
    const addressesOf = async (): Promise<readonly string[]> => addresses;
    const asked = { method: 'POST', url: 'https://a.example/x', json: {}, redirects: 'https' } as const;
    expect((await request({ ...world, http, addressesOf }, asked)).ok).toBe(isFollowed);
    expect(visited).toHaveLength(isFollowed ? 2 : 1);
  });

  test('never, when never is asked for', async () => {
    const url = await serve(redirecting(307, '/there'));
    expect(await request(world, { method: 'GET', url: `${url}/here`, redirects: 'none' })).toMatchObject({
      ok: false,
      error: { kind: 'redirected' },
    });
  });

  test('a circle ends', async () => {
    let visits = 0;
    const url = await serve((_, answer) => {
      visits += 1;
      answer.writeHead(307, { location: '/round' });
      answer.end();
    });
    expect(await request(world, { method: 'GET', url: `${url}/round` })).toMatchObject({
      ok: false,
      error: { kind: 'redirected' },
    });
    expect(visits).toBe(4);
  });
});
