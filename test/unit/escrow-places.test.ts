// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { knownEscrowPlaces } from '../../electron/app/handlers/escrow-places.ts';
import countries from '../vectors/data/anastasis-countries.json' with { type: 'json' };

// Which places are asked that nobody has named.

test('those that programs of 2022 offered, play money its own, and none where somebody tries out what is on this computer', () => {
  const offered = countries.providers_2022.map(({ url }) => url);
  expect(knownEscrowPlaces(undefined)).toEqual([...new Set(offered)]);
  expect(knownEscrowPlaces(undefined, ['https://escrow.example/'])).toEqual([...new Set(offered)]);
  expect(knownEscrowPlaces(undefined, ['http://127.0.0.1:1/', 'http://localhost:2/'])).toEqual([]);
  expect(knownEscrowPlaces(undefined, ['http://127.0.0.1:1/', 'escrow.example'])).toEqual([...new Set(offered)]);
  const places = [{ name: 'A', url: 'http://127.0.0.1:9/' }];
  expect(knownEscrowPlaces({ escrowPlaces: places } as never, ['https://escrow.example/'])).toEqual([
    'http://127.0.0.1:9/',
  ]);
});
