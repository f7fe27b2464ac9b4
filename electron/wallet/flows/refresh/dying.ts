// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../../shared/time.ts';
import { timeLeft } from '../../coins/lifetime.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { waitingPlans } from '../../ledger/waiting.ts';
import { HOUR_MS } from '../flow.ts';

/** A plan whose coin is in its last weeks. */
type Dying = { readonly plan: string; readonly exchange: string; readonly endMs: number };

/** The plans that cannot wait much longer, the coins that end first before the others. */
export const dyingCoins = ({ store, exchanges, world }: Wallets): readonly Dying[] =>
  [...waitingPlans(store)]
    .flatMap(([coin, plan]) => {
      const value = store.entry('coin', coin)?.value;
      const denomination = value && exchanges.cachedKeys(value.exchange)?.denominations.get(value.h);
      return value && denomination && timeLeft(denomination, world.now()).isLast
        ? [{ plan, exchange: value.exchange, endMs: timestampToMs(denomination.stampExpireDeposit) }]
        : [];
    })
    .sort((a, b) => a.endMs - b.endMs);

/** While the gate keeps such coins waiting, their person is asked: without a backup they live on, and expired they are nobody's. */
export const askForDying = async (wallets: Wallets, exchange: string): Promise<StepOutcome> => {
  const [first] = dyingCoins(wallets).filter((each) => each.exchange === exchange);
  if (!first) return { kind: 'finished' };
  const allowed = await wallets.gate({ kind: 'refresh', id: first.plan });
  return allowed.ok
    ? { kind: 'waiting', waitingFor: 'exchange', atMostMs: HOUR_MS }
    : {
        kind: 'failed',
        failure: allowed.error.kind === 'superseded' ? allowed.error : { ...allowed.error, until: first.endMs },
      };
};
