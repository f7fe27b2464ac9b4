// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import { coinId, parseCoinId, readEntry } from '../../electron/state/entry.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { coinValue } from '../laws/stores.ts';

const CLOCK = '1764000000000-00000-A';
const entry = { kind: 'setting', id: 'x', clock: CLOCK, value: { value: 1 } };

describe('content', () => {
  test('is canonical JSON, sorted by kind and id, whatever order it came in', () => {
    const entries = [
      entry,
      { ...entry, id: 'ä' },
      { ...entry, kind: 'coin', value: {} },
      { ...entry, quarantined: true as const },
    ];
    const text = contentToJson(entries);
    expect(text).toBe(contentToJson([...entries].reverse()));
    expect(text).toBe(canonicalJson(JSON.parse(text)));
    expect(text.startsWith('{"coin_scheme":1,"entries":[{"clock":')).toBe(true);
    expect(contentFromJson(text)).toMatchObject({
      ok: true,
      value: [{ kind: 'coin' }, { id: 'x' }, { id: 'x', quarantined: true }, { id: 'ä' }],
    });
  });

  test('the number of a scheme for all coins may be there or not; a batch and a session say it of their own', () => {
    const inside = `"entries":[${canonicalJson(entry)}],"format":1}`;
    expect(contentFromJson(`{"coin_scheme":1,${inside}`)).toEqual(contentFromJson(`{${inside}`));
    const session = { ...entry, kind: 'refresh', value: { scheme: 2, seed: 'of tomorrow' } };
    expect(contentFromJson(contentToJson([entry, session]))).toMatchObject({ ok: true, value: [session, entry] });
  });

  test('an entry that comes twice is joined', () => {
    const twice = contentToJson([entry, { ...entry, clock: `${CLOCK}B`, value: { value: 2 } }]);
    expect(contentFromJson(twice)).toMatchObject({ ok: true, value: [{ value: { value: 2 } }] });
  });

  const content = (change: object): string => JSON.stringify({ format: 1, coin_scheme: 1, entries: [], ...change });
  test.each([
    ['no JSON', 'not JSON', '{"format":1'],
    ['no object', 'no format number', '[]'],
    ['no format', 'no format number', '{}'],
    ['no entries', 'not a content of this format', '{"format":1,"coin_scheme":1}'],
    ['format 0', 'not a content of this format', content({ format: 0 })],
    ['coin scheme 0', 'not a content of this format', content({ coin_scheme: 0 })],
    ['a member this format does not have', 'not a content of this format', content({ surprise: 1 })],
    ['an entry that is none', 'entry 0', content({ entries: [1] })],
    ['an entry that is nothing', 'entry 1', content({ entries: [entry, null] })],
    ['an entry without a value', 'entry 0', content({ entries: [{ kind: 'coin', id: 'a', clock: 'c' }] })],
    ['an entry with a surplus member', 'entry 0', content({ entries: [{ ...entry, more: 1 }] })],
    ['quarantined: false', 'entry 0', content({ entries: [{ ...entry, quarantined: false }] })],
    ['an id of 5 KB', 'entry 0', content({ entries: [{ ...entry, id: 'x'.repeat(5000) }] })],
    [
      'nesting without end',
      'entry 0',
      content({}).replace('[]', `[{"kind":"k","id":"i","clock":"c","value":${'['.repeat(70)}${']'.repeat(70)}}]`),
    ],
  ])('malformed: %s', (_what, why, text) => {
    expect(contentFromJson(text)).toEqual({ ok: false, error: { kind: 'malformed-content', why } });
  });

  test('what no honest wallet writes is kept beside the entry it is a copy of, and an unknown kind is not judged', () => {
    const [good, bad, unknown] = [
      { ...entry, kind: 'provider', id: 'a', value: { name: 'a', provider_kind: 'sync', removed: false } },
      { ...entry, kind: 'provider', id: 'a', clock: `${CLOCK}B`, value: { name: 'a', removed: false } },
      { ...entry, kind: 'of tomorrow', value: 1 },
    ];
    expect(contentFromJson(content({ entries: [bad, good, unknown] }))).toEqual({
      ok: true,
      value: expect.arrayContaining([good, { ...bad, quarantined: true }, unknown]),
    });
  });

  test('never quotes what it could not read', () => {
    expect(JSON.stringify(contentFromJson('{"seed":"SECRET'))).not.toContain('SECRET');
  });

  test.each([content({ format: 2, anything: true }), content({ coin_scheme: 2 })])('newer: %s', (text) => {
    expect(contentFromJson(text)).toMatchObject({ ok: false, error: { kind: 'newer-content' } });
  });
});

describe('reading entries', () => {
  test('a coin with a status and members of a newer wallet is readable and keeps them', () => {
    const value = { ...coinValue(), status: 'frozen', melted_by: 'x' };
    expect(readEntry({ kind: 'coin', id: 'a/0', clock: CLOCK, value })?.value).toEqual(value);
  });

  test.each([
    ['an unknown kind', 'newer', {}],
    ['a coin without a value', 'coin', { ...coinValue(), v: undefined }],
    ['a coin with a malformed amount', 'coin', { ...coinValue(), remaining: 'KUDOS:1,5' }],
    ['a coin with a short hash', 'coin', { ...coinValue(), h: 'ABC' }],
  ])('%s is not shown', (_what, kind, value) => {
    expect(readEntry({ kind, id: 'a/0', clock: CLOCK, value })).toBeUndefined();
  });

  test('coin ids', () => {
    expect(parseCoinId(coinId('SEED', 12))).toEqual({ seedId: 'SEED', index: 12 });
    for (const bad of ['SEED', 'SEED/', '/1', 'SEED/01', 'SEED/-1', 'A/B/1', 'SEED/9999999999'])
      expect(parseCoinId(bad)).toBeUndefined();
  });
});
