// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { rich } from './peer-lab.ts';
import { startWalletLab, type WalletLab } from './wallet-lab.ts';

// An exchange that somebody else names is not added, nor even asked, before the person has said yes to its address.

let lab: WalletLab;
let base: string;
beforeAll(async () => {
  lab = await startWalletLab({ exchanges: [{ generation: 'v23' }] });
  base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
});
afterEach(() => lab.interceptHttp(undefined));
afterAll(() => lab.close());

const askedOf = (host: string): readonly string[] => {
  const asked: string[] = [];
  lab.interceptHttp((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith(host)) asked.push(url);
    return fetch(input, init);
  });
  return asked;
};

describe('an exchange nobody has added', () => {
  test('of a payment from a person', async () => {
    const alice = await rich(lab, 'KUDOS:2.01');
    const bob = lab.openWallet();
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    const asked = askedOf(base);
    const refused = { ok: false, error: { kind: 'unknown-exchange', exchange: base } };
    expect(await bob.wallet.peer.prepare(sent.uri)).toEqual(refused);
    // A yes to another one is none to this one.
    expect(await bob.wallet.peer.prepare(sent.uri, { newExchange: 'https://other.example/' })).toEqual(refused);
    expect([asked, bob.wallet.exchanges()]).toEqual([[], []]);
    expect((await bob.wallet.peer.prepare(sent.uri, { newExchange: base })).ok).toBe(true);
    expect(bob.wallet.exchanges()).toMatchObject([{ baseUrl: base }]);
  });

  test('that a bank suggests', async () => {
    const bob = lab.openWallet();
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:1.01');
    const asked = askedOf(base);
    const refused = { ok: false, error: { kind: 'unknown-exchange', exchange: base } };
    expect(await bob.wallet.withdrawFromBank(operation.talerUri)).toEqual(refused);
    expect([asked, bob.wallet.exchanges(), bob.store.entries('withdrawal')]).toEqual([[], [], []]);
    expect((await bob.wallet.withdrawFromBank(operation.talerUri, { newExchange: base })).ok).toBe(true);
  });

  test('and that a bank may not name is not even asked about', async () => {
    const bob = lab.openWallet();
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:1.01');
    const bank = new URL(lab.sandbox.bank.baseUrl);
    lab.interceptHttp((input, init) => {
      const url = (input instanceof Request ? input.url : String(input)).replace('https://bank.example', bank.origin);
      return fetch(url, init);
    });
    const uri = operation.talerUri.replace('taler+http://', 'taler://').replace(bank.host, 'bank.example');
    expect(await bob.wallet.withdrawFromBank(uri)).toMatchObject({
      ok: false,
      error: { kind: 'exchange-not-allowed' },
    });
    expect(bob.wallet.exchanges()).toEqual([]);
  });
});
