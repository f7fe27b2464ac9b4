// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { secretsFound } from '../../electron/backup/recover/escrow/found.ts';
import type { FoundVersion } from '../../electron/taler/anastasis/discover.ts';

// Which of several versions is the newest, where each place counts for itself and some do not tell the truth.

const NAME = `taler-wallet-${'0'.repeat(26)}`;
const version = (number: number, documentHash: string, more: Partial<FoundVersion> = {}): FoundVersion => ({
  version: number,
  documentHash,
  secretName: NAME,
  ...more,
});
const order = (heard: Parameters<typeof secretsFound>[0]): readonly string[] =>
  secretsFound(heard).map(({ documentHash, isNewest }) => `${documentHash}${isNewest ? '!' : ''}`);

test('the newest is what the places that have both say, whatever numbers one place makes up', () => {
  const honest = [version(2, 'NEW'), version(1, 'OLD')];
  const liar = [version(999_999_999, 'OLD'), version(2, 'NEW')];
  expect(
    order([
      { url: 'a', versions: honest },
      { url: 'b', versions: honest },
      { url: 'c', versions: liar },
    ]),
  ).toEqual(['NEW!', 'OLD']);
  expect(
    order([
      { url: 'a', versions: honest },
      { url: 'c', versions: [version(7, 'OLD')] },
    ]),
  ).toEqual(['NEW!', 'OLD']);
});

test('where no place has both, the times that places tell decide, and then the count', () => {
  const early = version(9, 'OLD', { uploadedAtMs: 1_000 });
  const late = version(1, 'NEW', { uploadedAtMs: 2_000 });
  expect(
    order([
      { url: 'a', versions: [early] },
      { url: 'b', versions: [late] },
    ]),
  ).toEqual(['NEW!', 'OLD']);
  expect(
    order([
      { url: 'a', versions: [version(9, 'MORE')] },
      { url: 'b', versions: [version(1, 'LESS')] },
    ]),
  ).toEqual(['MORE!', 'LESS']);
});

test('places that contradict each other in a ring are listed all the same', () => {
  const ring = [
    { url: 'a', versions: [version(2, 'A'), version(1, 'B')] },
    { url: 'b', versions: [version(2, 'B'), version(1, 'C')] },
    { url: 'c', versions: [version(2, 'C'), version(1, 'A')] },
  ];
  expect(order(ring)).toHaveLength(3);
});

test('wallets come first, other programs’ secrets are shown, what has no hash is not, and there is an end', () => {
  const many = Array.from({ length: 500 }, (_, at) => version(at + 1, `H${at}`)).toReversed();
  const found = secretsFound([
    {
      url: 'a',
      versions: [
        version(7, 'X', { secretName: 'diary' }),
        version(6, 'Y', { secretName: undefined }),
        { version: 5, documentHash: undefined, secretName: undefined },
        ...many,
      ],
    },
  ]);
  expect(found[0]).toMatchObject({ isOurs: true, isNewest: true, walletId: '00000000', documentHash: 'H499' });
  expect(found.filter(({ isOurs }) => isOurs)).toHaveLength(20);
  expect(found.filter(({ isOurs }) => !isOurs).map(({ secretName }) => secretName)).toEqual(['', 'diary']);
});
