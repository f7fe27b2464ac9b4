// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { coinJudge } from '../../electron/state/coin-of-seed.ts';
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import { coinId, type CarriedEntry } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { coinValue, NOON } from '../laws/stores.ts';
import { namedRefresh } from '../support/committed.ts';
import { refresh } from './ledger-entries.ts';

const clock = `${NOON}-00000-Z`;
const { h, v } = coinValue();
const other = bytesToCrock(new Uint8Array(64).fill(9));

const coinOf = (id: string, index: number, change: Parameters<typeof coinValue>[0] = {}): CarriedEntry => ({
  kind: 'coin',
  id: coinId(id, index),
  clock,
  value: coinValue({ source: 'refresh', source_id: id, ...change }),
});

test('a coin is of the stretch of the selection that its index is in', () => {
  const selection = [
    { h, n: 2, v },
    { h: other, n: 0, v },
    { h: other, n: 3, v },
    { h, n: 1, v },
  ];
  const { id, value } = namedRefresh(refresh({ selection }));
  const isCoinOfSeed = coinJudge((kind, of) => (kind === 'refresh' && of === id ? value : undefined));
  const at = (index: number): readonly boolean[] =>
    [h, other].map((hash) => isCoinOfSeed(coinOf(id, index, { h: hash })));
  const [first, second, none] = [
    [true, false],
    [false, true],
    [false, false],
  ];
  expect([0, 1, 2, 3, 4, 5, 6, 999_999_999].map(at)).toEqual([first, first, second, second, second, first, none, none]);
});

test('sessions that name thousands of coins cost no more than those that name one', () => {
  const entries = Array.from({ length: 1500 }, (_, at) => {
    const seed = new Uint8Array(64);
    new DataView(seed.buffer).setUint32(0, at);
    const { id, value } = namedRefresh(refresh({ seed: bytesToCrock(seed), selection: [{ h, n: 4096, v }] }));
    return [{ kind: 'refresh', id, clock, value }, coinOf(id, 4095)];
  }).flat();
  const json = contentToJson(entries);
  const before = process.memoryUsage().heapUsed;
  const read = mustOk(contentFromJson(json), 'content');
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 2 ** 20);
  expect(read.filter(({ quarantined }) => quarantined)).toEqual([]);
});

test('what is no text where one belongs makes no copy unreadable', () => {
  const [dressed, bare] = [{ toString: 0 }, Object.create(null) as unknown];
  for (const odd of [dressed, bare, [], null, 1]) {
    const read = contentFromJson(
      contentToJson([
        { kind: 'coin', id: '1/0', clock, value: { source: odd, source_id: '' } },
        { kind: 'exchange', id: 'x', clock, value: { base_url: odd, master_pub: odd } },
      ]),
    );
    expect(mustOk(read, 'a content').map(({ quarantined }) => quarantined)).toEqual([true, true]);
  }
});
