// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import type { World } from '../../electron/world.ts';
import type { Dice } from './dice.ts';

/** How a provider treats those who trust it. `honest` keeps the contract; being silent now and then is no breach of it. */
export type Character = 'honest' | 'rolls back' | 'forks' | 'drops' | 'loses everything' | 'hangs';

/** A sync service without a network: the wire of PROTOCOL.md#sync-order-of-checks for free accounts, in memory. */
export type MemorySync = {
  readonly baseUrl: string;
  readonly character: Character;
  /** its `fetch`, as one device sees it */
  readonly http: (device: number) => World['http'];
  /** from now on it keeps the contract, and answers */
  readonly reform: () => void;
};

type Version = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
  readonly previous: string;
  readonly signature: string;
};

/** Of a character's requests, about this share meets its vice. */
const VICE_SHARE = 0.35;
const SILENCE_SHARE = 0.1;
/** A hanging answer is given up after two minutes of the world's clock, and after so many turns of the event loop: meanwhile everything else goes on. */
const HANG_MS = 120_000;
const HANG_TURNS = 40;
const NONE = bytesToCrock(new Uint8Array(64));

/** `travel` moves the world's clock on while somebody waits for an answer that never comes. */
export const memorySync = (
  baseUrl: string,
  character: Character,
  dice: Dice,
  travel: (ms: number) => void = () => undefined,
): MemorySync => {
  let reformed = false;
  /** what it shows whom: all see branch 0, unless it forks */
  const branches = new Map<string, Version[]>();
  const vice = (of: Character): boolean => !reformed && character === of && dice.roll() < VICE_SHARE;

  const answer = (device: number, path: string, init: RequestInit | undefined): Response => {
    if (path === 'config') return json(200, CONFIG);
    const account = /^backups\/([0-9A-Z]{52})$/.exec(path)?.[1];
    if (account === undefined) return json(404, { code: 21 });
    if (vice('loses everything') && dice.roll() < 0.3) branches.clear();
    const branch = character === 'forks' && !reformed ? `${account} ${device % 2}` : account;
    const versions = branches.get(branch) ?? [];
    const current = versions.at(-1);
    if (init?.method !== 'POST') {
      const shown = vice('rolls back') ? (versions.at(-2 - dice.upTo(3)) ?? current) : current;
      return shown ? withBlob(200, shown) : json(404, { code: 6100 });
    }
    const headers = new Headers(init.headers);
    const hash = unquoted(headers.get('if-none-match'));
    const replaces = unquoted(headers.get('if-match')) || NONE;
    if (current?.hash === hash) return new Response(null, { status: 304 });
    if ((current?.hash ?? NONE) !== replaces) return current ? withBlob(409, current) : json(404, { code: 6111 });
    const bytes = new Uint8Array(init.body as Uint8Array<ArrayBuffer>);
    if (bytesToCrock(sha512(bytes)) !== hash) return json(400, { code: 6108 });
    if (vice('drops')) return new Response(null, { status: 204 });
    branches.set(branch, [
      ...versions,
      { bytes, hash, previous: replaces, signature: headers.get('sync-signature') ?? '' },
    ]);
    return new Response(null, { status: 204 });
  };

  return {
    baseUrl,
    character,
    reform: () => {
      reformed = true;
    },
    http: (device) => (input, init) => {
      const silent = (): boolean => !reformed && dice.roll() < SILENCE_SHARE;
      const url = new URL(input instanceof Request ? input.url : input).href;
      if (silent()) return Promise.reject(new TypeError('fetch failed'));
      const before = vice('hangs');
      if (before && dice.roll() < 0.5) return hang(init, travel);
      const answered = answer(device, url.slice(baseUrl.length), init);
      if (before) return hang(init, travel);
      // Silent after the work was done is another silence.
      return silent() ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(answered);
    },
  };
};

/** No answer, until whoever asked gives up or the connection has been dead for too long. */
const hang = async (init: RequestInit | undefined, travel: (ms: number) => void): Promise<never> => {
  for (let turn = 0; turn < HANG_TURNS; turn++) {
    await new Promise<void>((next) => setImmediate(next));
    init?.signal?.throwIfAborted();
  }
  travel(HANG_MS);
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' }) });
};

const CONFIG = {
  name: 'sync',
  storage_limit_in_megabytes: 16,
  liability_limit: 'KUDOS:0',
  annual_fee: 'KUDOS:0',
  version: '2:0:0',
};

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const withBlob = (status: number, { bytes, hash, previous, signature }: Version): Response =>
  new Response(bytes, {
    status,
    headers: { etag: `"${hash}"`, 'sync-previous': previous, 'sync-signature': signature },
  });

const unquoted = (text: string | null): string => (text ?? '').replaceAll('"', '');
