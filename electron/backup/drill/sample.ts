// SPDX-License-Identifier: GPL-3.0-or-later
import { privacyOf } from '../../state/privacy.ts';
import type { Reader } from '../../storage/store.ts';
import type { AuditTurn } from '../../wallet/audit/audit.ts';
import type { World } from '../../world.ts';

/** So many coins of each issuer are asked about: all of most wallets. An issuer learns which coins are one wallet's, as by a payment with all of them. */
const MOST = 100;
/** The same where the person wants fewer traces: no more than a usual payment takes. */
const MOST_QUIETLY = 4;

type Live = Pick<Reader, 'coins' | 'entry' | 'local'>;

/** Which coins of this wallet are asked about in a drill, drawn anew for each; of the others only the signatures are looked at. */
export const sampleOf = (live: Live, world: Pick<World, 'randomBytes'>): AuditTurn => {
  const most = privacyOf(live).level === 'quiet' ? MOST_QUIETLY : MOST;
  const barred = new Set(live.local.mark('unconfirmed') ?? []);
  const unspent = live.coins({}).filter(({ value }) => value.status !== 'spent' && !barred.has(value.exchange));
  const known = new Set(unspent.map(({ id }) => id));
  const drawn = new Set<string>();
  for (const coins of Map.groupBy(unspent, ({ value }) => value.exchange).values())
    for (const { id } of shuffled(coins, world).slice(0, most)) drawn.add(id);
  return (coin) => (drawn.has(coin) ? 'ask' : known.has(coin) ? 'check' : 'leave');
};

/** In an order of chance. */
const shuffled = <T>(list: readonly T[], world: Pick<World, 'randomBytes'>): readonly T[] => {
  const dice = world.randomBytes(list.length * 4);
  const view = new DataView(dice.buffer, dice.byteOffset, dice.byteLength);
  return list
    .map((each, at) => ({ each, dice: view.getUint32(at * 4) }))
    .sort((a, b) => a.dice - b.dice)
    .map(({ each }) => each);
};
