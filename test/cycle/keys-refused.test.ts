// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { openStore } from '../../electron/storage/store.ts';
import { economyHttp } from '../support/economy.ts';
import { oneExchange } from './one-exchange.ts';

// A list of denominations that is refused costs megabytes and seconds: nobody fetches and reads it at every step.

const { lab, exchange } = await oneExchange();
const MINUTE = 60_000;

/** Forges the exchange's `/keys` from now on; the number of times it was fetched grows. */
const forgeKeys = () => {
  const fetched = { times: 0 };
  lab.interceptHttp(async (input, init) => {
    const answer = await economyHttp(input, init);
    if (!String(input).endsWith('/keys')) return answer;
    fetched.times += 1;
    const text = await answer.text();
    return new Response(text.replace('"exchange_sig":"', '"exchange_sig":"0').replace(/0"/, '"'), { status: 200 });
  });
  return fetched;
};

test('an exchange whose list was refused is asked again later and later, and at once when a person adds it', async () => {
  const { wallet } = lab.openWallet();
  const wish = { exchange: exchange.baseUrl, amount: 'KUDOS:1' };
  const fetched = forgeKeys();
  for (let times = 0; times < 3; times += 1) expect(await wallet.withdrawManual(wish)).toMatchObject({ ok: false });
  expect(fetched.times).toBe(1);
  lab.travel(MINUTE + 1000);
  await wallet.withdrawManual(wish);
  await wallet.withdrawManual(wish);
  expect(fetched.times).toBe(2);
  lab.travel(MINUTE + 1000);
  await wallet.withdrawManual(wish);
  expect(fetched.times).toBe(2);
  lab.travel(MINUTE);
  await wallet.withdrawManual(wish);
  expect(fetched.times).toBe(3);
  lab.interceptHttp(undefined);
  expect(await wallet.withdrawManual(wish)).toMatchObject({ ok: false });
  expect(await wallet.addExchange(exchange.baseUrl)).toMatchObject({ ok: true });
  expect(await wallet.withdrawManual(wish)).toMatchObject({ ok: true });
});

test('an exchange that does not answer is no refused one', async () => {
  const { wallet } = lab.openWallet();
  const wish = { exchange: exchange.baseUrl, amount: 'KUDOS:1' };
  lab.interceptHttp(() => Promise.reject(new Error('no route')));
  expect(await wallet.withdrawManual(wish)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  lab.interceptHttp(undefined);
  expect(await wallet.withdrawManual(wish)).toMatchObject({ ok: true });
});

test('a wallet that starts again takes what was verified from its database', async () => {
  const { wallet, store, db } = lab.openWallet();
  await wallet.addExchange(exchange.baseUrl);
  const kept = store.local.cachedKeys(exchange.baseUrl);
  expect(kept?.verified?.length).toBeGreaterThan(1000);
  // Were the text looked at, it would be refused.
  store.transaction((tx) => tx.local.putCachedKeys({ ...kept!, raw: 'no JSON' }));
  const asked: string[] = [];
  const threads = {
    run: (task: { readonly name: string }) => Promise.reject(new Error(`asked: ${asked.push(task.name)}`)),
  };
  const again = createWallet({ world: { ...lab.world, threads }, store: openStore({ db, world: lab.world }) });
  expect(again.exchanges()).toMatchObject([{ baseUrl: exchange.baseUrl, state: 'ready', currency: 'KUDOS' }]);
  expect(await again.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:1' })).toMatchObject({ ok: true });
  expect(asked).toEqual([]);
});
