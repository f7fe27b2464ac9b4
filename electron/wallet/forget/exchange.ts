// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { withField } from '../../state/register.ts';
import { tombstoneId } from '../../state/tombstone.ts';
import type { Wallets } from '../context.ts';
import type { NotForgettable, WalletFailure } from '../failure/failure.ts';
import { readLedger } from '../ledger/ledger.ts';
import { allFlows } from '../runner/flows.ts';

// An exchange with nothing left at it. Its keys go, and every copy hides it; met again it is added like a new one, and where
// another device has money at it it is shown all the same.

/** True for an exchange this wallet knows. */
export const isExchange = ({ store }: Pick<Wallets, 'store'>, baseUrl: string): boolean =>
  store.entries('exchange').some(({ value }) => value.base_url === baseUrl);

/** What forgetting it takes away. */
export const aboutExchange = (wallets: Wallets, baseUrl: string): Result<Said<'forgetting'>, WalletFailure> => {
  const why = whyKept(wallets, baseUrl);
  if (why) return err({ kind: 'not-forgettable', why });
  return ok({ kind: 'issuer', facts: { host: new URL(baseUrl).host } });
};

/** Hides it here and in every copy; what its lists said is left out. */
export const forgetExchange = ({ store, exchanges }: Wallets, baseUrl: string): void => {
  store.transaction((tx) => {
    for (const { id, value } of tx.entries('exchange')) {
      if (value.base_url !== baseUrl) continue;
      let { fields } = value;
      for (const name of Object.keys(fields)) fields = withField(fields, name, null, tx.clock());
      tx.put('exchange', id, { ...value, fields });
      tx.put('tombstone', tombstoneId('exchange', id), { until: { t_s: 'never' } });
    }
    tx.local.deleteCachedKeys(baseUrl);
    tx.local.deleteTask('upkeep', baseUrl);
  });
  exchanges.forget(baseUrl);
};

const whyKept = (wallets: Wallets, baseUrl: string): NotForgettable | undefined => {
  const { coins, withdrawals, refreshes } = readLedger(wallets.store);
  for (const { coin, held, abroad, waiting } of coins.values())
    if (coin.exchange === baseUrl && (held > 0n || abroad > 0n || waiting > 0n)) return 'money';
  for (const { exchange, outstanding } of [...withdrawals.values(), ...refreshes.values()])
    if (exchange === baseUrl && outstanding > 0n) return 'money';
  return isWorking(wallets, baseUrl) ? 'unfinished' : undefined;
};

/** Looks after nothing, and money that never came to an account that was given up, keep no exchange. */
const isWorking = (wallets: Wallets, baseUrl: string): boolean =>
  allFlows.some(
    ([kind, { pending }]) =>
      kind !== 'upkeep' &&
      pending(wallets).some(
        ({ lane, issuer = lane, background }) => issuer === baseUrl && !(kind === 'withdrawal' && background === true),
      ),
  );
