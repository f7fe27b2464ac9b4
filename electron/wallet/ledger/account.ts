// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Coin, Entry } from '../../state/entry.ts';
import { outsideOf, type Outside } from '../coins/outside.ts';
import { isOf } from '../coins/scheme.ts';
import { expectedOf } from './expected.ts';
import type { Expected } from './quotes.ts';
import type { Uses } from './uses.ts';

/** A coin and where its face value is. All sums in 10⁻⁸ of `currency`; face + returned = given + melted + held + elsewhere. */
export type CoinAccount = {
  readonly id: string;
  readonly coin: Coin;
  readonly currency: string;
  readonly face: bigint;
  /** refunded into it */
  readonly returned: bigint;
  /** the part of `returned` that no refresh has taken up */
  readonly waiting: bigint;
  /** promised to or taken by payments */
  readonly given: bigint;
  /** turned into newer coins and fees by refreshes */
  readonly melted: bigint;
  /** what is left of it */
  readonly held: bigint;
  /** in purses of another copy, which nobody has taken: part of `elsewhere`, and may come back */
  readonly abroad: bigint;
  /** neither here nor accounted for: another copy of this wallet spent it (negative if two copies both claim to have used it) */
  readonly elsewhere: bigint;
  /** what of `held` making new coins of it will take */
  readonly expected: readonly Expected[];
  /** a payment or refresh that is not finished uses it now */
  readonly busy: boolean;
  /** it is only planned to make change of it */
  readonly isPlanned: boolean;
  /** only a newer wallet can derive its keys */
  readonly isNewer: boolean;
  /** its exchange would refuse it */
  readonly isBad: boolean;
  /** somebody outside this wallet can reach it */
  readonly outside: Outside | undefined;
  readonly clock: string;
};

/** Where the face value of one coin is. */
export const coinAccount = (entry: Entry<'coin'>, uses: Uses): CoinAccount => {
  const coin = entry.value;
  const { currency, units: face } = amount(coin.v);
  const given = uses.given(entry.id, { exchange: coin.exchange, currency });
  const melted = uses.melted.get(entry.id);
  const givenUnits = given?.units ?? 0n;
  const meltedUnits = melted?.units ?? 0n;
  const returned = uses.returned.get(entry.id)?.units ?? 0n;
  const waiting = max0(returned - (melted?.drawn ?? 0n));
  const unused = face + returned - givenUnits - meltedUnits;
  const limit = amount(coin.remaining).units + waiting;
  const abroad = uses.abroad.get(entry.id) ?? 0n;
  const held = coin.status === 'spent' ? 0n : max0((unused < limit ? unused : limit) - abroad);
  return {
    id: entry.id,
    coin,
    currency,
    face,
    returned,
    waiting,
    given: givenUnits,
    melted: meltedUnits,
    held,
    abroad,
    elsewhere: face + returned - givenUnits - meltedUnits - held,
    // A coin that its exchange refuses is not renewed, and a whole one may be spent as it is.
    expected:
      coin.status !== 'in-use' || uses.bad.has(entry.id)
        ? expectedOf([], { held, waiting, melted: meltedUnits })
        : expectedOf(uses.quotes(entry.id), { held, waiting, melted: meltedUnits }),
    busy: (given?.busy ?? false) || (melted?.busy ?? false) || (melted?.planned === true && coin.status !== 'fresh'),
    isPlanned: melted?.planned === true && !melted.busy && given?.busy !== true,
    isNewer: isOf(uses.newer, entry.id),
    isBad: uses.bad.has(entry.id),
    outside: outsideOf(uses.outside, entry.id),
    clock: entry.clock,
  };
};

/** What is left of it without what making new coins of that takes. */
export const worthOf = ({ held, expected }: Pick<CoinAccount, 'held' | 'expected'>): bigint =>
  held - expected.reduce((sum, { units }) => sum + units, 0n);

const max0 = (units: bigint): bigint => (units > 0n ? units : 0n);
