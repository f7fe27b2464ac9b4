// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import type { Store } from '../../electron/storage/store.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, runToRest, type WalletLab } from './wallet-lab.ts';

// A copy by somebody who once had the secret says that something is over that is not. A status only moves on; so the exchange is asked
// before money is given up, and what is said to be over with no coin to show for it is looked at again.

const HOUR = 3600_000;
let lab: WalletLab;
let base: string;
aroundExchange({ exchanges: [{ generation: 'v23' }] }, (opened, { baseUrl }) => {
  lab = opened;
  base = baseUrl;
});

type Value = Record<string, unknown>;

const hear = (store: Store, entries: readonly CarriedEntry[]): void =>
  void store.transaction((tx) => tx.join(mustOk(contentFromJson(contentToJson(entries)), 'a content')));

const funded = async (sum: string) => {
  const open = lab.openWallet();
  mustOk(await open.wallet.addExchange(base), 'exchange');
  const { payto } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: sum }), 'withdrawal');
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  return open;
};
const looks = async ({ wallet }: Awaited<ReturnType<typeof funded>>): Promise<void> => {
  for (let day = 0; day < 3; day++) {
    await wallet.run();
    await runToRest(lab, wallet);
    lab.travel(24 * HOUR);
  }
  await runToRest(lab, wallet);
};
const changed = (entries: readonly CarriedEntry[], change: (kind: string, value: Value) => Value) =>
  entries.map((entry) => ({ ...entry, value: change(entry.kind, entry.value as Value) }));

test.each([
  ['done', 'drained'],
  ['done', 'announced'],
  ['aborted', 'drained'],
  ['aborted', 'funded'],
])('a withdrawal that was called %s and its reserve %s before the money was drawn', async (status, reserve) => {
  const one = await funded('KUDOS:4.01');
  hear(
    one.store,
    changed(one.store.snapshot(), (kind, value) =>
      kind === 'withdrawal' ? { ...value, status } : kind === 'reserve' ? { ...value, status: reserve } : value,
    ),
  );
  await looks(one);
  expect(balanceAt(one.wallet, base)).toMatchObject({ available: 'KUDOS:4' });
  expectSumsAgree(one.wallet);
});

test.each(['done', 'failed'])('a batch that was called %s before its coins were here', async (status) => {
  const one = await funded('KUDOS:4.01');
  await runToRest(lab, one.wallet);
  expect(balanceAt(one.wallet, base)).toMatchObject({ available: 'KUDOS:4' });
  // The coins were signed, and the answer did not arrive: what then is here, and the word that all is over.
  const two = lab.openWallet();
  mustOk(await two.wallet.addExchange(base), 'exchange');
  const entries = one.store.snapshot().filter(({ kind }) => kind !== 'coin' && kind !== 'device');
  hear(
    two.store,
    changed(entries, (kind, value) => {
      if (kind !== 'withdrawal') return value;
      const batches = Object.entries(value['batches'] as Record<string, Value>);
      return { ...value, batches: Object.fromEntries(batches.map(([id, batch]) => [id, { ...batch, status }])) };
    }),
  );
  await looks(two);
  expect(balanceAt(two.wallet, base)).toMatchObject({ available: 'KUDOS:4' });
  expectSumsAgree(two.wallet);
});
