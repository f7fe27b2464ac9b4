// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../../shared/amount.ts';
import type { LegacyContent } from '../../../taler/legacy/backup.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { deriveRefreshCoin, deriveTransferPrivs, transferSecret } from '../../../taler/coin/refresh.ts';
import { idOfRefresh } from '../../../state/commitment.ts';
import { coinId, type Refresh } from '../../../state/entry.ts';
import type { FoundCoin } from './coins.ts';
import type { Kind } from './denominations.ts';
import type { Events } from './events.ts';
import type { Scene } from './scene.ts';
import type { Chosen } from './selection.ts';
import { bringSingles, isSingleHere } from './singles.ts';
import { usedUpCoin } from './used-up.ts';

type Group = LegacyContent['refreshGroups'][number];
type OldCoin = Group['old_coins'][number];
type Made = NonNullable<OldCoin['refresh_session']>;
type Session = { readonly at: number; readonly group: Group; readonly old: OldCoin; readonly made: Made };

/**
 * Brings every refresh session, the older coins first, for an id is made of the coin that was melted; and every coin: by its seed, or
 * with nothing but its own key where no seed of it can be told. A session that was not finished there is finished here.
 */
export const bringSessions = (scene: Scene, events: Events): void => {
  const created = scene.content.timestamp;
  const waiting = Map.groupBy(sessionsIn(scene), ({ old }) => old.coin_pub);
  const made = coinsByOldOne(scene);
  const placed = [...scene.placed.keys()];
  const go = (): void => {
    for (let pub = placed.pop(); pub !== undefined; pub = placed.pop()) {
      const sessions = waiting.get(pub) ?? [];
      waiting.delete(pub);
      for (const session of sessions)
        for (const each of bringSession(scene, events, session, made.get(pub) ?? [], sessions.length === 1))
          placed.push(each);
    }
  };
  const bringRest = (isMeant: (coin: FoundCoin) => boolean): void => {
    const rest = [...scene.coins.values()].filter((coin) => !scene.placed.has(coin.pub) && isMeant(coin));
    bringSingles(scene, rest, created);
    for (const { pub } of rest) if (scene.placed.has(pub)) placed.push(pub);
    go();
  };
  go();
  // What no session that is left could make has no seed; it may be the coin that one was made of.
  bringRest(({ record: { coin_source: from } }) => from.type !== 'refresh' || !waiting.has(from.old_coin_pub));
  bringRest(() => true);
  for (const { at, old } of [...waiting.values()].flat())
    scene.note({ list: 'refresh_groups', at, why: 'refers-to-nothing', ...stakeOf(old) });
};

const sessionsIn = ({ content }: Scene): readonly Session[] =>
  content.refreshGroups.flatMap((group, at) =>
    group.old_coins.flatMap((old) =>
      old.refresh_session === undefined ? [] : [{ at, group, old, made: old.refresh_session }],
    ),
  );

const coinsByOldOne = ({ coins }: Scene): ReadonlyMap<string, readonly FoundCoin[]> => {
  const made = new Map<string, FoundCoin[]>();
  for (const coin of coins.values()) {
    const { coin_source: from } = coin.record;
    if (from.type !== 'refresh') continue;
    const same = made.get(from.old_coin_pub);
    if (same) same.push(coin);
    else made.set(from.old_coin_pub, [coin]);
  }
  return made;
};

const stakeOf = (old: OldCoin) =>
  old.finished ? { stake: 'comes-anyway' as const } : { stake: 'money' as const, sum: old.input_amount };

/** Brings one whose old coin has its place; `candidates` are said to be made of that. Gives the coins that have theirs by it. */
const bringSession = (
  scene: Scene,
  events: Events,
  session: Session,
  candidates: readonly FoundCoin[],
  isOnly: boolean,
): readonly string[] => {
  const { group, old, made, at } = session;
  const [from, coin] = [scene.placed.get(old.coin_pub), scene.coins.get(old.coin_pub)];
  if (from === undefined || coin === undefined) return [];
  const { exchange, masterPub } = coin.kind;
  const chosen = scene.chosenOf(made.new_denoms, { exchange, masterPub });
  if (chosen === undefined) {
    scene.note({ list: 'refresh_groups', at, why: 'refers-to-nothing', ...stakeOf(old) });
    return [];
  }
  const found = coinsOf(session, chosen, candidates);
  // What it is said to have made is not what it makes: its coins come one by one, and are not asked for a second time.
  if (isOnly && made.noreveal_index !== undefined && found.length < candidates.length) {
    scene.note({ list: 'refresh_groups', at, why: 'refers-to-nothing', ...stakeOf(old) });
    return [];
  }
  const there = [...found, ...usedUpOf(scene, session, chosen, found)];
  if (there.some(([, each]) => isSingleHere(scene, each))) return [];
  const value = refreshOf(session, coin.kind, chosen, there.length, {
    old: from.id,
    ...events.ofRefresh(group, old.coin_pub, from.id),
  });
  const id = idOfRefresh(value);
  scene.put('refresh', id, value);
  for (const [index, { pub }] of there)
    scene.placed.set(pub, { id: coinId(id, index), source: 'refresh', sourceId: id });
  return there.map(([, { pub }]) => pub);
};

/** The coins of the backup that this session has made, each at its place. */
const coinsOf = (
  { old, made }: Session,
  { kinds }: Chosen,
  candidates: readonly FoundCoin[],
): readonly (readonly [number, FoundCoin])[] => {
  if (made.noreveal_index === undefined || candidates.length === 0) return [];
  const secret = secretOf(old, made.session_secret_seed, made.noreveal_index);
  if (secret === undefined) return [];
  const privs = new Map(candidates.map((coin) => [coin.record.coin_priv, coin]));
  const there: (readonly [number, FoundCoin])[] = [];
  for (const [index, kind] of kinds.entries()) {
    if (there.length === candidates.length) break;
    const coin = privs.get(bytesToCrock(deriveRefreshCoin(secret, index).coinPriv));
    if (coin?.kind.h === kind.h) there.push([index, coin]);
  }
  return there;
};

/** Those of its coins whose records are gone and that were used up. */
const usedUpOf = (
  { usedUp, coins }: Scene,
  { old, made }: Session,
  { kinds }: Chosen,
  there: readonly (readonly [number, FoundCoin])[],
): readonly (readonly [number, FoundCoin])[] => {
  if (made.noreveal_index === undefined || usedUp.size === 0 || there.length === kinds.length) return [];
  const secret = secretOf(old, made.session_secret_seed, made.noreveal_index);
  if (secret === undefined) return [];
  const known = new Set(there.map(([index]) => index));
  return kinds.flatMap((kind, index) => {
    if (known.has(index)) return [];
    const source = { type: 'refresh', old_coin_pub: old.coin_pub } as const;
    const used = usedUpCoin(usedUp, deriveRefreshCoin(secret, index), kind, source);
    if (used === undefined) return [];
    coins.set(used.pub, used);
    return [[index, used] as const];
  });
};

const secretOf = ({ coin_pub: pub }: OldCoin, seed: string, gamma: number): Uint8Array | undefined => {
  const priv = deriveTransferPrivs(crockToBytes(seed, 64))[gamma as 0 | 1 | 2];
  const secret = transferSecret(priv, crockToBytes(pub, 32));
  return secret.ok ? secret.value : undefined;
};

type More = { readonly old: string } & Pick<Refresh, 'reason' | 'purchase' | 'refunds'>;

const refreshOf = (
  { group, old, made }: Session,
  oldKind: Kind,
  { selection, kinds }: Chosen,
  there: number,
  { old: oldId, ...event }: More,
): Refresh => {
  const units = (of: (kind: Kind) => bigint): bigint => kinds.reduce((sum, kind) => sum + of(kind), 0n);
  // What that wallet asked its exchange to take: the new coins, their fees, and the old coin's.
  const melted = units(({ value, feeWithdraw }) => value.units + feeWithdraw.units) + oldKind.feeRefresh.units;
  const input = amount(old.input_amount);
  // A rest that no coin fits went with it.
  const taken = input.currency === oldKind.currency && input.units > melted ? input.units : melted;
  const text = (of: bigint): string => amountToText({ currency: oldKind.currency, units: of });
  const gamma = made.noreveal_index;
  return {
    exchange: oldKind.exchange,
    master_pub: oldKind.masterPub,
    old_coin: oldId,
    old_coin_pub: old.coin_pub,
    seed: made.session_secret_seed,
    selection,
    melt_amount: text(melted),
    fee: text(taken - units(({ value }) => value.units)),
    created: group.timestamp_created,
    ...event,
    ...(gamma === undefined ? {} : { noreveal_index: gamma }),
    // Nobody knows whether it was sent where no answer is here: the same bytes are sent, which tells.
    status: gamma === undefined ? 'planned' : there === kinds.length ? 'done' : 'melted',
  };
};
