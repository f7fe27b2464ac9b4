// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { CoinSecrets } from '../../../taler/coin/planchet.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import type { LegacyContent } from '../../../taler/legacy/backup.ts';
import type { FoundCoin } from './coins.ts';
import type { Kind } from './denominations.ts';

/** Coins whose records are bad or missing and of which others say that they were used up; by public key, with what payments took. */
export type UsedUp = ReadonlyMap<string, bigint | 'all'>;

/** Reads what payments and finished change say of coins that are not there; of one that was given away whole it is said that its change is finished, too. One that holds what a shop gave back is left out. */
export const readUsedUp = (
  { refreshGroups, purchases }: LegacyContent,
  there: ReadonlyMap<string, unknown>,
): UsedUp => {
  const used = new Map<string, bigint | 'all'>();
  for (const purchase of purchases)
    for (const { coin_pub: pub, contribution } of purchase.pay_info?.pay_coins ?? [])
      if (!there.has(pub)) used.set(pub, amount(contribution).units);
  for (const { old_coins: coins } of refreshGroups)
    for (const { coin_pub: pub, finished } of coins) if (!there.has(pub) && finished) used.set(pub, 'all');
  const takenMs = timesTakenUp(refreshGroups);
  for (const { refunds } of purchases)
    for (const { coin_pub: pub, obtained_time: at } of refunds)
      if (timestampToMs(at) > (takenMs.get(pub) ?? 0) + SLACK_MS) used.delete(pub);
  return used;
};

const SLACK_MS = 5_000;

/** When what came back into each coin was last made into new ones. */
const timesTakenUp = (groups: LegacyContent['refreshGroups']): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const { reason, timestamp_created: at, old_coins: coins } of groups)
    for (const { coin_pub: pub, finished } of coins)
      if (reason === 'refund' && finished) times.set(pub, Math.max(times.get(pub) ?? 0, timestampToMs(at)));
  return times;
};

/** The coin that a seed makes, where it was used up: without its signature, for it is neither spent nor asked for again. */
export const usedUpCoin = (
  used: UsedUp,
  { coinPriv, blindingSecret }: CoinSecrets,
  kind: Kind,
  source: FoundCoin['record']['coin_source'],
): FoundCoin | undefined => {
  if (used.size === 0) return undefined;
  const pub = bytesToCrock(eddsaPublicKey(coinPriv));
  const taken = used.get(pub);
  if (taken === undefined || (taken !== 'all' && taken < kind.value.units)) return undefined;
  const keys = { coin_priv: bytesToCrock(coinPriv), blinding_key: bytesToCrock(blindingSecret) };
  return { pub, kind, record: { ...keys, fresh: false, coin_source: source } };
};
