// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { kycAuthBlock } from '../../electron/taler/purposes/wallet.ts';
import { mustOk } from '../../shared/result.ts';
import { english } from '../support/english.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, fund, runToRest, type WalletLab } from './wallet-lab.ts';

// An exchange of today names sums at which it wants to know who holds its money. It is asked before the money becomes coins, once for all.

let lab: WalletLab;
let exchange: SandboxExchange;
aroundExchange(
  {
    exchanges: [
      {
        generation: 'v32',
        denominations: [{ value: '10' }, { value: '1' }],
        limits: [
          { operation: 'BALANCE', threshold: 'KUDOS:5' },
          { operation: 'BALANCE', threshold: 'KUDOS:30' },
        ],
      },
    ],
  },
  (opened, first) => {
    lab = opened;
    exchange = first;
  },
);
const asked = (): number => exchange.ask('SELECT count(*) FROM kyc_account')[0] as number;

test('more than may be held unasked waits in the reserve for its owner’s answer, which is given once', async () => {
  const one = lab.openWallet();
  await fund(lab, one, 'KUDOS:4');
  expect(asked()).toBe(0);
  const draw = async (sum: string): Promise<void> => {
    const { payto } = mustOk(
      await one.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: sum }),
      'withdrawal',
    );
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    lab.travel(3600_000);
    await one.wallet.run();
  };
  await draw('KUDOS:3');
  const [waits] = one.wallet.pending();
  const holder = one.store.entries('withdrawal').find(({ value }) => value.amount === 'KUDOS:3')?.value.reserve;
  expect(waits).toMatchObject({ type: 'withdrawal', waitingFor: 'user', why: { facts: { holds: 'KUDOS:5' } } });
  expect(waits?.link).toMatch(/\/kyc-spa\/[0-9A-Z]{52}$/);
  expect(waits?.why && english('failure', waits.why)).toContain('more than 5.00 KUDOS');
  expect(one.store.entries('withdrawal').flatMap(({ value }) => Object.values(value.batches))).toHaveLength(1);
  exchange.kyc.answer();
  await runToRest(lab, one.wallet);
  expect(one.wallet.balances()).toMatchObject([{ total: 'KUDOS:7' }]);

  // The same sum is not asked about again, the next one with the same account.
  exchange.kyc.forget();
  await draw('KUDOS:3');
  expect(one.wallet.pending().filter(({ type }) => type === 'withdrawal')).toEqual([]);
  // Where another key would have to answer, that of the new reserve stays silent: it would join the two.
  const signatures: string[] = [];
  lab.interceptHttp(async (input, init) => {
    const signature = new Headers(init?.headers).get('account-owner-signature');
    if (signature === null) return fetch(input, init);
    signatures.push(signature);
    return new Response('{"code":1930}', { status: 403, headers: { 'content-type': 'application/json' } });
  });
  await draw('KUDOS:25');
  lab.interceptHttp(undefined);
  const signers = one.store
    .entries('reserve')
    .filter(({ id }) =>
      signatures.some((each) => eddsaVerify(crockToBytes(id, 32), kycAuthBlock(), crockToBytes(each, 64))),
    );
  expect([signatures.length > 0, signers.map(({ id }) => id)]).toEqual([true, [holder]]);
  expect(one.wallet.pending()).toMatchObject([{ why: { facts: { holds: 'KUDOS:30' } } }]);
  expect(asked()).toBe(1);
  exchange.kyc.answer();
  await runToRest(lab, one.wallet);
  expectSumsAgree(one.wallet);
});
