// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, describe, expect, test, vi } from 'vitest';
import { eddsaPublicKey, eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { syncUploadBlock } from '../../electron/taler/purposes/wallet.ts';
import { download, upload } from '../../electron/taler/sync.ts';
import { syncConfig } from '../../electron/taler/sync-config.ts';
import { realWorld, type World } from '../../electron/world.ts';

// PROTOCOL.md#sync-answers, row by row: what each answer becomes, and that the headers beside a blob are hints.

const BASE = 'https://sync.example/prefix/';
const accountPriv = new Uint8Array(32).fill(1);
const accountPub = eddsaPublicKey(accountPriv);
const blob = new TextEncoder().encode('our backup');
const old = new TextEncoder().encode('the backup before');
const hashOf = (bytes: Uint8Array): string => bytesToCrock(sha512(bytes));

const headersOf = (bytes: Uint8Array, previous?: Uint8Array, priv = accountPriv): Record<string, string> => ({
  etag: `"${hashOf(bytes)}"`,
  'sync-previous': previous ? hashOf(previous) : '0'.repeat(103),
  'sync-signature': bytesToCrock(
    eddsaSign(priv, syncUploadBlock({ newHash: sha512(bytes), ...(previous ? { oldHash: sha512(previous) } : {}) })),
  ),
});
const answering = (
  ...answers: readonly ((asked: Request) => Response)[]
): { readonly world: World; readonly asked: readonly Request[] } => {
  const asked: Request[] = [];
  const http: typeof fetch = async (input, init) => {
    asked.push(new Request(input, init));
    const answer = answers[asked.length - 1];
    if (!answer) throw new Error('more requests than planned');
    return answer(asked.at(-1) as Request);
  };
  return {
    world: {
      now: () => 0,
      sleep: realWorld().sleep,
      randomBytes: (length) => new Uint8Array(length),
      http,
      log: () => undefined,
    },
    asked,
  };
};
const blobAnswer =
  (bytes: Uint8Array, headers: Record<string, string>, status = 200) =>
  (): Response =>
    new Response(new Uint8Array(bytes), { status, headers });
const bare =
  (status: number, body: unknown = null, headers: Record<string, string> = {}) =>
  (): Response =>
    body === null ? new Response(null, { status, headers }) : Response.json(body, { status, headers });

/** What a sync service says of itself. */
const SERVICE = bare(200, {
  name: 'sync',
  version: '2:0:0',
  storage_limit_in_megabytes: 16,
  liability_limit: 'KUDOS:0',
  annual_fee: 'KUDOS:0',
});
const page = (status: number, body = '<!doctype html><title>Sign in</title>'): (() => Response) => {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return () => new Response(status === 204 ? null : body, { status, headers });
};

describe('download', () => {
  const get = async (answer: () => Response, ifNoneMatch?: string, config = SERVICE): Promise<unknown> => {
    const result = await download(answering(answer, config).world, {
      baseUrl: BASE,
      accountPub,
      ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }),
    });
    return result.ok ? result.value : result.error;
  };

  test('a blob with its hash and predecessor', async () => {
    expect(await get(blobAnswer(blob, headersOf(blob, old)))).toEqual({
      kind: 'blob',
      bytes: blob,
      hash: hashOf(blob),
      isSigned: true,
      isLabelled: true,
    });
  });

  test('asks below the prefix, with the quoted hash', async () => {
    const { world, asked } = answering(bare(304));
    expect(await download(world, { baseUrl: BASE, accountPub, ifNoneMatch: hashOf(blob) })).toEqual({
      ok: true,
      value: { kind: 'unchanged' },
    });
    expect(asked[0]?.url).toBe(`https://sync.example/prefix/backups/${bytesToCrock(accountPub)}`);
    expect(asked[0]?.headers.get('if-none-match')).toBe(`"${hashOf(blob)}"`);
  });

  test('200 with the hash we have is unchanged; with another it is a blob', async () => {
    expect(await get(blobAnswer(blob, headersOf(blob)), hashOf(blob))).toEqual({ kind: 'unchanged' });
    expect(await get(blobAnswer(blob, headersOf(blob)), hashOf(old))).toMatchObject({ kind: 'blob' });
  });

  test.each<[string, () => Response, object]>([
    ['no backup yet', bare(204), { kind: 'empty' }],
    ['unknown account', bare(404, { code: 6100 }), { kind: 'account-unknown' }],
    ['another 404', bare(404, { code: 21 }), { kind: 'refused', status: 404 }],
    [
      'closing, with the latest version',
      blobAnswer(blob, headersOf(blob), 410),
      { kind: 'closing', blob: { hash: hashOf(blob) } },
    ],
    ['closing, without', bare(410), { kind: 'closing', blob: undefined }],
    ['304 although nothing was asked', bare(304), { kind: 'between', status: 304 }],
    ['a page in the place of a copy', page(200), { kind: 'between', status: 200 }],
    ['a page without its type', blobAnswer(new TextEncoder().encode('\n<HTML><p>Hi'), {}), { kind: 'between' }],
    ['a refusal that is not its own', page(403), { kind: 'between', status: 403 }],
    ['a page in the place of “not found”', page(404), { kind: 'between', status: 404 }],
    ['elsewhere, to sign in', bare(302, null, { location: 'https://portal.example/' }), { kind: 'between' }],
    ['a network that wants a sign-in (RFC 6585)', page(511), { kind: 'server-trouble', status: 511 }],
    ['too often', bare(429, {}, { 'retry-after': '60' }), { kind: 'server-trouble', retryAfterMs: 60_000 }],
    ['trouble', bare(500), { kind: 'server-trouble' }],
  ])('%s', async (_what, answer, expected) => {
    expect(await get(answer)).toMatchObject(expected);
  });

  test.each<[string, () => Response]>([
    ['a page', page(200)],
    ['nothing', bare(204)],
    ['another service', bare(200, { name: 'taler-exchange', version: '34:0:0' })],
  ])('“nothing here” of a server that calls itself %s is not believed', async (_what, config) => {
    expect(await get(bare(204), undefined, config)).toEqual({ kind: 'between', status: 204 });
  });

  const signature = headersOf(blob)['sync-signature'] ?? '';
  test.each<[string, Record<string, string>, boolean]>([
    ['an ETag of other bytes', { ...headersOf(blob), etag: `"${hashOf(old)}"` }, true],
    ['a weak ETag', { ...headersOf(blob), etag: `W/"${hashOf(blob)}"` }, true],
    ['an ETag with the mark of compression', { ...headersOf(blob), etag: `"${hashOf(blob)}-gzip"` }, true],
    ['no ETag', { 'sync-signature': signature }, true],
    [
      'doubled headers',
      { 'sync-signature': `${signature}, ${signature}`, 'sync-previous': `${'0'.repeat(103)},x` },
      true,
    ],
    ["somebody else's signature", headersOf(blob, undefined, new Uint8Array(32).fill(2)), false],
    ['another predecessor than signed', { ...headersOf(blob, old), 'sync-previous': hashOf(blob) }, false],
    ['no signature', { etag: `"${hashOf(blob)}"` }, false],
    ['no headers at all', {}, false],
    ['a signature that is none', { ...headersOf(blob), 'sync-signature': 'x' }, false],
  ])('%s: the bytes are given all the same, with their own hash', async (_what, headers, isSigned) => {
    const heard = { bytes: blob, hash: hashOf(blob), isSigned };
    expect(await get(blobAnswer(blob, headers))).toMatchObject({ kind: 'blob', ...heard });
    const result = await upload(answering(blobAnswer(blob, headers, 409)).world, {
      baseUrl: BASE,
      accountPriv,
      bytes: old,
    });
    expect(result).toMatchObject({ ok: true, value: { kind: 'conflict', blob: heard } });
  });

  test('a blob larger than asked for', async () => {
    const result = await download(answering(blobAnswer(new Uint8Array(2000), {})).world, {
      baseUrl: BASE,
      accountPub,
      maxBytes: 1000,
    });
    expect(result).toMatchObject({ ok: false, error: { kind: 'too-large', limitBytes: 1000 } });
  });
});

describe('upload', () => {
  const put = async (answer: () => Response, ...more: readonly (() => Response)[]): Promise<unknown> => {
    const result = await upload(answering(answer, ...more).world, {
      baseUrl: BASE,
      accountPriv,
      bytes: blob,
      oldHash: hashOf(old),
    });
    return result.ok ? result.value : result.error;
  };

  test.each<[string, () => Response, object]>([
    ['stored', bare(204), { kind: 'stored', hash: hashOf(blob) }],
    ['unchanged', bare(304), { kind: 'unchanged', hash: hashOf(blob) }],
    ['conflict', blobAnswer(old, headersOf(old), 409), { kind: 'conflict', blob: { bytes: old, hash: hashOf(old) } }],
    [
      'payment',
      bare(402, null, { taler: 'taler://pay/x/y/' }),
      { kind: 'payment-required', payUri: 'taler://pay/x/y/' },
    ],
    ['payment without an address', bare(402), { kind: 'between', status: 402 }],
    ['a page that says yes', page(200), { kind: 'between', status: 200 }],
    ['a page in the place of a conflict', page(409), { kind: 'between', status: 409 }],
    ['a refusal that is not its own', page(403), { kind: 'between', status: 403 }],
    ['elsewhere', bare(302, null, { location: 'https://portal.example/' }), { kind: 'between' }],
    ['wrong key', bare(403, { code: 6104 }), { kind: 'bad-signature' }],
    ['previous gone', bare(404, { code: 6111 }), { kind: 'previous-unknown' }],
    ['too large', bare(413, { code: 6106 }), { kind: 'too-large', code: 6106 }],
    ['closing', bare(410), { kind: 'closing' }],
    ['payment time-out', bare(408, { code: 6109 }), { kind: 'payment-backend-trouble', code: 6109 }],
    ['order not made', bare(500, { code: 6110 }), { kind: 'payment-backend-trouble', code: 6110 }],
    ['merchant down', bare(502, { code: 6113 }), { kind: 'payment-backend-trouble', code: 6113 }],
    ['merchant slow', bare(504, { code: 6114 }), { kind: 'payment-backend-trouble', code: 6114 }],
    ['malformed length', bare(400, { code: 6105 }), { kind: 'refused', code: 6105 }],
    ['trouble', bare(503), { kind: 'server-trouble' }],
    ['too often', bare(429), { kind: 'server-trouble', status: 429 }],
  ])('%s', async (_what, answer, expected) => {
    expect(await put(answer)).toMatchObject(expected);
  });

  test.each([6101, 6102])('%s: one more try with bare hashes, and no third', async (code) => {
    const { world, asked } = answering(bare(400, { code }), bare(204));
    expect(await upload(world, { baseUrl: BASE, accountPriv, bytes: blob, oldHash: hashOf(old) })).toMatchObject({
      ok: true,
      value: { kind: 'stored' },
    });
    expect(asked.map(({ headers }) => [headers.get('if-none-match'), headers.get('if-match')])).toEqual([
      [`"${hashOf(blob)}"`, `"${hashOf(old)}"`],
      [hashOf(blob), hashOf(old)],
    ]);
    expect(await put(bare(400, { code }), bare(400, { code }))).toMatchObject({ kind: 'refused', code });
  });

  test('6108: sent once more, then reported', async () => {
    expect(await put(bare(400, { code: 6108 }), bare(204))).toMatchObject({ kind: 'stored' });
    expect(await put(bare(400, { code: 6108 }), bare(400, { code: 6108 }))).toEqual({ kind: 'damaged-in-transit' });
  });

  test('the options are in the query, and in no failure', async () => {
    const { world, asked } = answering(bare(500));
    const result = await upload(world, {
      baseUrl: BASE,
      accountPriv,
      bytes: blob,
      payingOrder: 'o/1',
      pay: true,
      fresh: true,
    });
    expect(new URL(asked[0]?.url ?? '').search).toBe('?paying=o%2F1&pay=y&fresh=y');
    expect(JSON.stringify(result)).not.toContain('paying');
  });
});

describe('config', () => {
  const config = {
    name: 'sync',
    version: '2:0:0',
    storage_limit_in_megabytes: 16,
    liability_limit: 'KUDOS:0',
    annual_fee: 'KUDOS:0.1',
  };
  test.each<[string, () => Response, object]>([
    [
      'an exchange',
      bare(200, { ...config, name: 'taler-exchange' }),
      { kind: 'not-a-sync-service', why: 'it calls itself taler-exchange' },
    ],
    ['a web page', () => new Response('<html>'), { kind: 'not-a-sync-service' }],
    ['nothing', bare(404), { kind: 'not-a-sync-service' }],
    ['a fee that is none', bare(200, { ...config, annual_fee: '0.1' }), { kind: 'not-a-sync-service' }],
    ['a newer service', bare(200, { ...config, version: '4:0:1' }), { kind: 'unsupported-version', version: '4:0:1' }],
    ...['x', '', '2', '2:0', '2:0:0:0', ' 2:0:0', '-2:0:0', '2:0:3', '2.0.0', '1234567:0:0', '٢:0:0'].map(
      (version): [string, () => Response, object] => [
        `version “${version}”`,
        bare(200, { ...config, version }),
        { kind: 'unsupported-version', version },
      ],
    ),
    ['a service in trouble', bare(503), { kind: 'server-trouble' }],
  ])('%s', async (_what, answer, failure) => {
    expect(await syncConfig(answering(answer).world, BASE)).toMatchObject({ ok: false, error: failure });
  });

  test('ours', async () => {
    expect(await syncConfig(answering(bare(200, config)).world, BASE)).toMatchObject({
      ok: true,
      value: { storageLimitMegabytes: 16, annualFee: { currency: 'KUDOS', units: 10_000_000n } },
    });
  });
});

describe('on a slow line', () => {
  afterEach(() => void vi.useRealTimers());
  /** The other device's blob, a byte at a time, with a pause before each. */
  const slowly = (pauseMs: number): Response => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        if (sent === old.length) controller.close();
        else controller.enqueue(old.slice(sent, (sent += 1)));
      },
    });
    return new Response(body, { status: 409, headers: headersOf(old) });
  };
  const uploading = (world: World): Promise<unknown> => upload(world, { baseUrl: BASE, accountPriv, bytes: blob });

  test("another device's blob may take longer than our own upload; silence is still cut off", async () => {
    vi.useFakeTimers();
    const slow = uploading(answering(() => slowly(20_000)).world);
    await vi.advanceTimersByTimeAsync(20_000 * (old.length + 2));
    expect(await slow).toMatchObject({ ok: true, value: { kind: 'conflict', blob: { hash: hashOf(old) } } });
    const stuck = uploading(answering(() => slowly(40_000)).world);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(await stuck).toMatchObject({ ok: false, error: { kind: 'timeout', afterMs: 30_000 } });
  });

  test('an answer that does not begin is not waited for that long', async () => {
    vi.useFakeTimers();
    const http: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const hanging = uploading({ ...answering().world, http });
    await vi.advanceTimersByTimeAsync(121_000);
    expect(await hanging).toMatchObject({ ok: false, error: { kind: 'timeout' } });
  });
});
