// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { looksOf } from '../../shared/currency-look.ts';
import { mustOk } from '../../shared/result.ts';
import { startWalletLab } from './wallet-lab.ts';

// What issuers say of how their currency is written is kept with what else is known of them, for each of them by itself.

test('two issuers of one currency, and one whose word makes no sense: all of them work, and the wallet knows how to write their sums', async () => {
  const digits = (count: number) => ({
    name: `Play ${count}`,
    num_fractional_input_digits: count,
    num_fractional_normal_digits: count,
    num_fractional_trailing_zero_digits: count,
    alt_unit_names: { '0': 'ク', '-2': `c${'x'.repeat(count)}` },
  });
  const lab = await startWalletLab({
    exchanges: [{ specification: digits(2) }, { specification: digits(3) }, { specification: 'as you like' }],
  });
  const opened = lab.openWallet();
  for (const { baseUrl } of lab.sandbox.exchanges) mustOk(await opened.wallet.addExchange(baseUrl), 'exchange');
  const looks = (wallet: typeof opened.wallet) =>
    lab.sandbox.exchanges.map(
      ({ baseUrl }) => wallet.exchanges().find((each) => each.baseUrl === baseUrl)?.look?.typed,
    );
  expect(looks(opened.wallet)).toEqual([2, 3, undefined]);
  // Also of what is kept, before anybody is asked again.
  const again = lab.openWallet(opened.db).wallet;
  expect(looks(again)).toEqual([2, 3, undefined]);
  // The third says nothing of its digits, and its sums are not cut to those of others.
  expect(looksOf(again.exchanges())).toEqual(new Map([['KUDOS', { typed: 8, zeros: 3, units: { '0': 'ク' } }]]));
  mustOk(
    await again.withdrawManual({ exchange: lab.sandbox.exchanges[2]?.baseUrl ?? '', amount: 'KUDOS:1.5' }),
    'money',
  );
  await lab.close();
});
