// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type WalletLab } from './wallet-lab.ts';

let lab: WalletLab;
let base: string;
aroundExchange({ exchanges: [{ generation: 'v23' }] }, (opened, { baseUrl }) => {
  lab = opened;
  base = baseUrl;
});

it('a session that a copy gave another signature of its old coin is made as it was planned', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:4');
  const [exchange] = lab.sandbox.exchanges;
  exchange?.faults.always({ path: '/melt' }, { status: 503 });
  open.wallet.renewCoins();
  await open.wallet.run();
  const before = amount(balanceAt(open.wallet, base).total).units;
  expect(open.store.entries('refresh').map(({ value }) => value.status)).toContain('planned');
  const old_sig = bytesToCrock(new Uint8Array(256).fill(7));
  open.store.transaction((tx) =>
    tx.join(
      tx
        .snapshot()
        .map((entry) => (entry.kind === 'refresh' ? { ...entry, value: { ...Object(entry.value), old_sig } } : entry)),
    ),
  );
  exchange?.faults.clear();
  await runToRest(lab, open.wallet);
  const { available, incoming } = balanceAt(open.wallet, base);
  expect([amount(available).units, incoming]).toEqual([before, 'KUDOS:0']);
  expectSumsAgree(open.wallet);
});
