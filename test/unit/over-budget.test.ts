// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { exchangeFull } from '../../electron/wallet/coins/room.ts';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import type { WalletFailure } from '../../electron/wallet/failure/failure.ts';
import { english } from '../support/english.ts';

// Whoever is over the budget there is for him is named, with what that means for the money and what can be done.

const full = (bytes: number): WalletFailure => exchangeFull({ bytesOf: () => bytes }, 'https://issuer.example/');

test.each<readonly [string, WalletFailure, RegExp, RegExp]>([
  ['an issuer with many coins', full(0), /Nothing was lost/, /Pay with it/],
  ['an issuer of which too much is kept', full(8 * 1024 * 1024), /Nothing was lost/, /Send what is here/],
  [
    'a shop that wrote too much',
    { kind: 'too-much-kept', url: 'https://issuer.example/shop/', what: 'shop' },
    /Nothing was paid/,
    /Forget older purchases/,
  ],
  [
    'persons that wrote too much',
    { kind: 'too-much-kept', url: 'https://issuer.example/', what: 'person' },
    /No money moved/,
    /Forget older payments/,
  ],
  [
    'a shop that names too many refunds',
    { kind: 'too-many-refunds', url: 'https://issuer.example/shop/', limit: 130 },
    /No money of this wallet is lost/,
    /Ask the shop/,
  ],
])('%s', (_who, failure, money, next) => {
  const said = english('failure', explainFailure(failure));
  expect(said).toContain('issuer.example');
  expect(said).toMatch(money);
  expect(said).toMatch(next);
});
