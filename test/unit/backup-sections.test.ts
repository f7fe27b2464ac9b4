// SPDX-License-Identifier: GPL-3.0-or-later
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sealBlob } from '../../electron/backup/copies/blob.ts';
import { withHeads } from '../../electron/backup/copies/heads.ts';
import { compress } from '../../electron/backup/copies/blob.ts';
import { sectionsOf } from '../../electron/backup/copies/sections.ts';
import { contentToJson } from '../../electron/state/content.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { mustOk } from '../../shared/result.ts';
import { copies } from '../laws/entries.ts';

// What a shop writes into its contract must not say by its size whether it stands anywhere else in the wallet.

const clock = '1760000000000-00000-DEVICE';
const entry = (kind: string, id: string, value: unknown): CarriedEntry => ({ kind, id, clock, value });
const shop = (id: string, name: string, more = ''): CarriedEntry =>
  entry('purchase', id, {
    merchant_base_url: `https://${name}/`,
    terms: { merchant: { name }, summary: more },
    status: 'paid',
  });
const EXCHANGE = 'https://exchange.example/';
const coin = (n: number, exchange = EXCHANGE): CarriedEntry =>
  entry('coin', `SEED/${n}`, {
    exchange,
    h: 'H'.repeat(103),
    remaining: 'KUDOS:1',
    sig: `${n}`.repeat(200),
    v: 'KUDOS:1',
  });

const GUESSES = ['clinic-of-somewhere.example', 'bakery-by-the-lake.example', 'zzzz-qqq-xx-jjjj-vv.example'];

describe('what is compressed together', () => {
  const packedLength = async (...entries: readonly CarriedEntry[]): Promise<number> =>
    (await compress(contentToJson(entries))).length;

  test.each([
    ['a purchase', (name: string) => shop('0VICTIM', name)],
    [
      'a payment between people',
      (name: string) => entry('push-in', 'V', { exchange: EXCHANGE, terms: { summary: name }, status: 'done' }),
    ],
    [
      'a line of what has left',
      (name: string) =>
        entry('gone', 'P', { entries: { 'purchase P': ['payment', 'done', 1, name, name] }, seeds: {} }),
    ],
    [
      'an issuer',
      (name: string) => entry('exchange', `https://${name}/ M`, { base_url: `https://${name}/`, fields: {} }),
    ],
    ['a place', (name: string) => entry('provider', `https://${name}/`, { name, removed: false })],
    [
      'a bank',
      (name: string) => entry('withdrawal', 'W', { exchange: EXCHANGE, origin: { bank_base_url: `https://${name}/` } }),
    ],
    ['a coin', (name: string) => coin(7, `https://${name}/`)],
    ['what only a newer wallet knows', (name: string) => entry('tomorrow', 'T', { text: name })],
  ])('%s has the same size whatever another shop guesses of it', async (_, victim) => {
    for (const secret of GUESSES)
      for (const guess of GUESSES) {
        const attack = shop('1ATTACKER', 'evil.example', `${guess} ${guess}`);
        const rest = [coin(1), coin(2)];
        const alone = (await packedLength(...rest, attack)) - (await packedLength(...rest));
        const beside =
          (await packedLength(...rest, attack, victim(secret))) - (await packedLength(...rest, victim(secret)));
        expect(beside).toBe(alone);
      }
  });

  it('two lines of one entry of what has left know nothing of each other', async () => {
    const lines = (names: readonly string[]): CarriedEntry =>
      entry('gone', 'P', {
        entries: Object.fromEntries(
          names.map((name, at) => [`purchase P${at}`, ['payment', 'done', 1, 'https://a/', name]]),
        ),
        seeds: { P: 1 },
      });
    const [victim = '', other = ''] = GUESSES;
    const sizes = await Promise.all(
      GUESSES.map(
        async (guess) => (await packedLength(lines([victim, guess]))) - (await packedLength(lines([other, guess]))),
      ),
    );
    expect(new Set(sizes).size).toBe(1);
  });

  it('our own coins of one issuer still share theirs', async () => {
    const many = Array.from({ length: 50 }, (_, n) => coin(n));
    expect(sectionsOf(contentToJson(many)).length).toBe(3);
    expect(await packedLength(...many)).toBeLessThan(50 * 200);
  });
});

describe('sections', () => {
  it('leave no letter out, whatever the content; all together are one plain gzip stream', async () => {
    await fc.assert(
      fc.asyncProperty(copies, fc.string({ unit: 'binary', maxLength: 60 }), async (entries, text) => {
        const strange = entry('purchase', 'p', { summary: `],"${text}},{"clock":"x"\\"]}` });
        const json = withHeads(contentToJson([...entries, strange]), { 'https://a/': { clock, devices: {} } });
        expect(sectionsOf(json).join('')).toBe(json);
        expect(sectionsOf(json).length).toBeGreaterThan(2);
        expect(gunzipSync(await compress(json)).toString()).toBe(Buffer.from(json).toString());
      }),
      { numRuns: 60 },
    );
  });

  it.each(['', 'x', '"entries":[', '{"entries":[{"a":"', '{"entries":[{},{]', '{"entries":[]}'])(
    'of %j are that text',
    (text) => {
      expect(sectionsOf(text).join('')).toBe(text);
    },
  );

  it('a full wallet is sealed as before', async () => {
    const json = contentToJson(Array.from({ length: 3000 }, (_, n) => shop(`P${n}`, `shop-${n}.example`, 'tea')));
    const sealed = mustOk(
      await sealBlob({
        blobKey: new Uint8Array(32),
        accountPub: new Uint8Array(32),
        nonce: new Uint8Array(24),
        json,
        atLeast: 0,
      }),
      'seal',
    );
    expect(sealed.used).toBeLessThan(json.length);
  });
});
