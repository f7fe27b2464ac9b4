// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { parseClock } from '../../../state/clock.ts';
import type { Contribution, ValueByKind } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import type { Wallets } from '../../context.ts';
import { coinAccount } from '../../ledger/account.ts';
import { moveOn, reservedCoins } from '../../ledger/spend.ts';
import { readUses } from '../../ledger/uses.ts';
import { priceOfWithdrawal } from '../../spend/withdrawal-price.ts';
import { purseFee } from './invoice-fee.ts';
import { newPurse } from './peer-purse.ts';
import { agreements, freshReserve, noteAgreed, writeTaking } from './reissue.ts';

// One coin that somebody outside has spent meanwhile makes an exchange refuse a whole purse. The rest goes into another one in
// the same transaction: renewed, its old keys would lead whoever has them to the new coins, and a question would give him time.

type Sent = ValueByKind['push-out'];
type Coins = Sent['coins'];

/** The purse that was refused, the coins that it was refused for, and the exchange's reason. */
type RefusedPurse = { readonly id: string; readonly useless: readonly string[]; readonly why: string };

/**
 * Ends a payment to ourselves that its exchange refuses and makes another of what is left, in one transaction. Nothing dearer than what
 * was agreed to is made: then its person is asked.
 */
export const payRest = (wallets: Wallets, keys: ExchangeKeys, { id, useless, why }: RefusedPurse): void =>
  wallets.store.transaction((tx) => {
    const out = tx.entry('push-out', id)?.value;
    const into = tx.entry('push-in', id)?.value;
    if (out?.status !== 'planned' || into?.status !== 'accepted') return;
    tx.put('push-out', id, { ...out, coins: moveOn(out.coins, 'released'), status: 'aborted', why });
    tx.put('push-in', id, { ...into, status: 'aborted', why });
    const rest = planRest(wallets, tx, keys, { id, coins: out.coins }, useless);
    const agreed = agreements(tx.local)[out.exchange];
    const left = unitsOf(out.cost) + unitsOf(into.max_fees) + unitsOf(agreed?.fees) - (rest?.fees ?? 0n);
    const expiration = out.purse_expiration;
    if (rest === undefined || expiration === undefined || left < 0n)
      return noteAgreed(tx.local, out.exchange, undefined);
    const text = (units: bigint): string => amountToText({ currency: keys.currency, units });
    noteAgreed(tx.local, out.exchange, { ...agreed, fees: text(left) });
    const { id: next, fields } = newPurse(
      wallets.world,
      keys,
      { amount: rest.wanted, summary: '', expiration },
      { reissue: true },
    );
    tx.put('push-out', next, { ...fields, coins: rest.coins, cost: text(rest.cost), status: 'planned' });
    writeTaking(wallets, tx, next, {
      reserve: ownReserve(tx, into.reserve) ?? freshReserve(wallets, tx, keys),
      max_fees: text(rest.fees - rest.cost),
      ...(into.without_backup === true ? { without_backup: true as const } : {}),
    });
  });

const unitsOf = (text: string | undefined): bigint => (text === undefined ? 0n : amount(text).units);

/** The reserve that the refused purse was for, unless it came with another wallet's copies: our own copies have its key already, which saves the time that storing another one takes. */
const ownReserve = (tx: Tx, pub: string | undefined): string | undefined => {
  const entry = pub === undefined ? undefined : tx.entry('reserve', pub);
  const wrote = entry && parseClock(entry.clock);
  return wrote?.ok === true && wrote.value.device === tx.deviceId() ? pub : undefined;
};

/** `cost` is what filling the purse takes, `fees` that and the drawing. */
type Rest = { readonly coins: Coins; readonly wanted: Amount; readonly cost: bigint; readonly fees: bigint };

/** True when a purse before was to have more of this coin: this was its rest. One of which a part was used before all that has had no try yet. */
const isRestOfRefused = (
  reader: Pick<Tx, 'entries'>,
  { id }: { readonly id: string },
  { coin, given }: { readonly coin: string; readonly given: bigint },
): boolean =>
  reader
    .entries('push-out')
    .some(({ id: other, value }) => other !== id && value.reissue === true && unitsOf(value.coins[coin]?.c) > given);

/** What can still be paid to ourselves of a purse's coins; undefined when nothing would come of it. */
const planRest = (
  { world }: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  out: Pick<Sent, 'coins'> & { readonly id: string },
  useless: readonly string[],
): Rest | undefined => {
  const uses = readUses(tx);
  const kept = reservedCoins(out.coins).flatMap(([id, former]): readonly (readonly [string, Contribution])[] => {
    const entry = tx.entry('coin', id);
    const denomination = entry && keys.denominations.get(entry.value.h);
    if (!denomination || denomination.revoked) return [];
    const { held, busy } = coinAccount(entry, uses);
    const given = amount(former.c).units;
    const left = given < held ? given : held;
    // Of a coin that was refused the rest is tried once: an exchange could have us sign for ever smaller ones.
    if (useless.includes(id) && (left >= given || isRestOfRefused(tx, out, { coin: id, given }))) return [];
    const fee = denomination.feeDeposit;
    if (busy || left <= fee.units) return [];
    return [[id, { ...former, c: amountToText({ ...fee, units: left }), fee: amountToText(fee) }]];
  });
  const sum = (of: (each: Contribution) => string): bigint =>
    kept.reduce((all, [, each]) => all + amount(of(each)).units, 0n);
  const [total, cost] = [sum(({ c }) => c), sum(({ fee }) => fee)];
  const wanted: Amount = { currency: keys.currency, units: total - cost };
  const { arrives } = priceOfWithdrawal(keys, wanted, world.now());
  if (wanted.units < purseFee(keys, world.now()).units || arrives.units === 0n) return undefined;
  return { coins: Object.fromEntries(kept), wanted, cost, fees: total - arrives.units };
};
