// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it, test } from 'vitest';
import { compress, isBlob, openBlob, sealBlob } from '../../electron/backup/copies/blob.ts';
import { packJson } from '../../electron/backup/copies/pack.ts';
import { inlineSealer } from '../../electron/backup/copies/sealer.ts';
import { sectionsOf } from '../../electron/backup/copies/sections.ts';
import { accountKeys, newRootSecret } from '../../electron/backup/root-secret.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { bytesToCrock, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';

// Where a blob just fits, where its first bytes are nearly right, and where a text could hide the end of an entry.

const keys = { blobKey: new Uint8Array(32).fill(3), accountPub: new Uint8Array(32).fill(9) };
const KIB = 1024;

describe('the first bytes of a copy', () => {
  it.each([
    ['HLDFST01', true],
    ['HLDFST99 of a newer wallet', true],
    ['TLRWBK01', true],
    ['TLRWBK02', false],
    ['xHLDFST0', false],
    ['HLDFS', false],
    ['', false],
  ])('%j: %s', (text, isOne) => {
    expect(isBlob(utf8(text))).toBe(isOne);
  });

  it('with a number that is none are damaged, and nothing throws', async () => {
    for (const magic of ['HLDFSTxx', 'HLDFST0x', 'HLDFSTx1', 'HLDFST1', 'HLDFST', 'HLDFST00', 'H'])
      for (const length of [magic.length, 70_000]) {
        const bytes = new Uint8Array(length);
        bytes.set(utf8(magic));
        expect(await openBlob({ ...keys, bytes })).toEqual({ ok: false, error: { kind: 'not-authentic' } });
      }
  });
});

/** A content that does not compress below three quarters, of so many characters. */
const noise = (length: number): string => {
  let text = '';
  for (let at = 0; text.length < length; at += 1) text += bytesToCrock(sha512(utf8(`noise ${at}`)));
  return text.slice(0, length);
};

test('the length that stands before a content counts for its size class: to the last byte, and one past it', async () => {
  const most = 64 * KIB - 4;
  let [low, high] = [64 * KIB, 256 * KIB];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((await compress(noise(middle))).length <= most) low = middle;
    else high = middle;
  }
  const sizes: number[] = [];
  for (const length of [low, high]) {
    const json = noise(length);
    const packed = (await compress(json)).length;
    // What was found lies around the edge: more than the class holds without the length, or at most with it.
    expect(Math.abs(packed - most)).toBeLessThan(4);
    const { bytes, sizeClass, used } = mustOk(
      await sealBlob({ ...keys, nonce: new Uint8Array(24), json, atLeast: 0 }),
      'seal',
    );
    expect(used).toBe(packed + 4);
    expect(await openBlob({ ...keys, bytes })).toEqual({ ok: true, value: json });
    sizes.push(sizeClass / KIB);
  }
  expect(sizes).toEqual([64, 128]);
});

test('a content that is too large is said to be so, and nothing is opened again', async () => {
  const error = { kind: 'content-too-large', bytes: 2, limit: 1 } as const;
  const sealer = { ...inlineSealer(), seal: async () => ({ ok: false, error }) as const };
  const account = accountKeys(newRootSecret(realWorld()), 'https://sync.example/');
  expect(await packJson({ world: realWorld(), sealer }, account, '{}', 0)).toEqual({ ok: false, error });
});

describe('a section', () => {
  const clock = '1760000000000-00000-DEVICE';
  const purchase = (id: string, summary: string) => ({ kind: 'purchase', id, clock, value: { terms: { summary } } });

  it.each(['plain', '\\', '"', '\\"', '\\\\', '\\\\"', '"\\', '}]', '{[', '\\"}]', 'ä\\\u2028"'])(
    'ends with its entry, whatever ends the text in it: %j',
    (summary) => {
      const entries = [purchase('1', summary), purchase('2', `${summary}x`), purchase('3', summary)];
      const sections = sectionsOf(contentToJson(entries));
      expect(sections).toHaveLength(entries.length + 2);
      expect(sections.slice(1, -1).map((text) => JSON.parse(text.replace(/^,/, '')) as unknown)).toEqual(entries);
    },
  );

  it('is shared by coins, refreshes and reserves of one issuer, each kind by itself', () => {
    const of = (kind: string, id: string, exchange: string) => ({ kind, id, clock, value: { exchange } });
    const [here, there] = ['https://a.example/', 'https://b.example/'];
    const counted = (...entries: ReturnType<typeof of>[]): number => sectionsOf(contentToJson(entries)).length - 2;
    for (const kind of ['coin', 'refresh', 'reserve']) {
      expect(counted(of(kind, '1', here), of(kind, '2', here))).toBe(1);
      expect(counted(of(kind, '1', here), of(kind, '2', there))).toBe(2);
    }
    expect(counted(of('coin', '1', here), of('refresh', '1', here), of('reserve', '1', here))).toBe(3);
    expect(counted(of('deposit', '1', here), of('deposit', '2', here))).toBe(2);
  });

  it('is a line of what has left, and of no other entry, though it looks like one', () => {
    const lines = { a: ['x', 1], b: ['y', 2], c: [] };
    const [before, gone, behind] = sectionsOf(contentToJson([{ kind: 'gone', id: 'P', clock, value: lines }])).reduce<
      readonly (readonly string[])[]
    >(
      (parts, text) =>
        text.includes('entries') ? [[text], [], []] : [parts[0] ?? [], [...(parts[1] ?? []), text], []],
      [],
    );
    expect([before?.length, behind]).toEqual([1, []]);
    expect(gone?.slice(0, -1)).toEqual([
      `{"clock":"${clock}","id":"P","kind":"gone","value":{"a":["x",1]`,
      ',"b":["y",2]',
      ',"c":[]}}',
    ]);
    const purchase = { kind: 'purchase', id: 'P', clock, value: lines };
    expect(sectionsOf(contentToJson([purchase]))).toHaveLength(3);
  });

  it.each([
    ['', ['']],
    ['x', ['x']],
    ['{"entries":[]}', ['{"entries":', '[]}']],
    ['{"entries":[{"a":"', ['{"entries":[{"a":"']],
    ['"entries":[{}]', ['"entries":[', '{}', ']']],
  ])('of %j, whatever it is, are %j', (text, parts) => {
    expect(sectionsOf(text)).toEqual(parts);
  });

  it('is its own for a coin that names no issuer, though the next entry does', () => {
    const entries = [
      { kind: 'coin', id: '1', clock, value: {} },
      { kind: 'coin', id: '2', clock, value: { exchange: 'https://a.example/' } },
    ];
    expect(sectionsOf(contentToJson(entries))).toHaveLength(4);
  });
});
