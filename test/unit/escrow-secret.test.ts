// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import {
  coreSecretToWallet,
  isEscrowName,
  newEscrowName,
  walletToCoreSecret,
} from '../../electron/backup/recover/escrow/wallet-secret.ts';
import type { Recovery } from '../../electron/backup/paper/text.ts';
import { utf8 } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';

// What a wallet gives into escrow is what stands on its sheet.

const WALLET: Recovery = {
  root: secret(new Uint8Array(64).fill(7)),
  walletName: 'Küche',
  date: '2026-11-30',
  sheetNumber: 'ABCD',
  providers: [
    { name: 'Sync', url: 'https://Sync.example/a/' },
    { name: 'Stick', url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS' },
    { name: '', url: 'holdfast+webdav:0123456789ABCDEFGHJKMNPQRS', at: 'https://cloud.example/dav/' },
  ],
};
const reading = (json: unknown) => coreSecretToWallet({ mime: 'application/json', value: utf8(JSON.stringify(json)) });
const plain = JSON.parse(new TextDecoder().decode(walletToCoreSecret(WALLET).value)) as Record<string, unknown>;

test('root secret, places in their spelling, and name come back; the same state makes the same bytes', () => {
  const back = mustOk(coreSecretToWallet(walletToCoreSecret(WALLET)), 'back');
  expect(openSecret(back.root)).toEqual(openSecret(WALLET.root));
  expect(back).toMatchObject({ walletName: 'Küche', providers: WALLET.providers });
  expect(walletToCoreSecret({ ...WALLET, date: '', sheetNumber: '' })).toEqual(walletToCoreSecret(WALLET));
  expect(Object.keys(plain).toSorted()).toEqual(['providers', 'root_secret', 'version', 'wallet_name']);
});

test('a root of a wallet of 2022 comes back, and what is no wallet is told apart from one of a newer version', () => {
  const old = { ...WALLET, root: secret(new Uint8Array(32).fill(9)) };
  expect(openSecret(mustOk(coreSecretToWallet(walletToCoreSecret(old)), 'old').root)).toHaveLength(32);
  expect(reading({ ...plain, version: 2 })).toEqual({ ok: false, error: { kind: 'newer-wallet-secret', version: 2 } });
  for (const bad of [
    'my bank card is under the mat',
    { ...plain, root_secret: '00' },
    { ...plain, version: '1' },
    { ...plain, providers: Array.from({ length: 33 }, () => WALLET.providers[0]) },
  ])
    expect(reading(bad)).toEqual({ ok: false, error: { kind: 'no-wallet-secret' } });
  const places = [{ url: 'file:///etc' }, { url: 'https://sync.example/' }];
  expect(mustOk(reading({ ...plain, providers: places }), 'places').providers).toEqual([
    { name: '', url: 'https://sync.example/' },
  ]);
});

test('every wallet has a name of its own there', () => {
  const [one, other] = [newEscrowName(realWorld()), newEscrowName(realWorld())];
  expect(one).not.toBe(other);
  expect([one, other, 'taler-wallet-', 'taler-wallet-x', 'diary', ''].map(isEscrowName)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
