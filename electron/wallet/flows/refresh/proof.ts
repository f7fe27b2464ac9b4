// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../../shared/amount.ts';
import type { Entry, Refresh } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import { V32_SCHEME } from '../../../taler/coin/schemes.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { renewalCost } from '../../coins/lifetime.ts';
import { roomAt } from '../../coins/room.ts';
import { mustProve, PROOF_POLL_MS, refusesUnspent, UNSPENT_REFUSED } from '../../coins/proven.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { readNoted } from '../../failure/noted.ts';
import { coinAccount } from '../../ledger/account.ts';
import { readUses, type UsesReader } from '../../ledger/uses.ts';
import { isWaitingPlan, waitingPlans } from '../../ledger/waiting.ts';
import { DAY_MS } from '../flow.ts';
import { readPast } from './past.ts';
import { meltTime } from './put-off.ts';
import { planRefresh } from './renew.ts';
import { isEnough } from './session-book.ts';
import { wholeCoins } from './spread.ts';

// How change is made at an exchange of today was read and never met (PROTOCOL.md#exchange-generations). A mistake shows when the old coin is melted
// already. So the first refresh there is the smallest there can be, and no other one goes out before its coins are here.

/** A session that fails so often holds up no other; a melted one always does. */
const MAX_ATTEMPTS = 8;

type Reads = UsesReader & { readonly local: Pick<Reader['local'], 'task'> };

const isThere = ({ baseUrl, masterPub }: ExchangeKeys, { exchange, master_pub, scheme, reason }: Refresh): boolean =>
  exchange === baseUrl && master_pub === masterPub && scheme === V32_SCHEME && reason !== 'recoup';

/** The session that goes first: one that is melted, else the smallest that is planned, has its coin, and does not fail for ever. */
const firstOf = (reader: Reads, keys: ExchangeKeys): Entry<'refresh'> | undefined => {
  const open = reader
    .entries('refresh')
    .filter(({ value }) => isThere(keys, value) && value.selection.length > 0 && value.transfer_pub === undefined);
  const melted = open.find(({ value }) => value.status === 'melted');
  if (melted) return melted;
  return open
    .filter(({ id, value }) => value.status === 'planned' && !isHopeless(reader, id) && isEnough(reader, value))
    .toSorted((a, b) => byUnits(a, b) || (a.id < b.id ? -1 : 1))[0];
};

const byUnits = (a: Entry<'refresh'>, b: Entry<'refresh'>): number => {
  const [left, right] = [amount(a.value.melt_amount).units, amount(b.value.melt_amount).units];
  return left < right ? -1 : left > right ? 1 : 0;
};

const isHopeless = ({ local }: Reads, id: string): boolean => {
  const task = local.task('refresh', id);
  // What waits for a copy is not refused by anybody, and no other coin would fare better.
  const isRefused = task?.lastFailure !== undefined && readNoted(task.lastFailure)?.kind !== 'not-backed-up-yet';
  return isRefused && task.attempts >= MAX_ATTEMPTS;
};

/** Whether change waits for this very session, which then keeps somebody waiting although its own coin can be used meanwhile. */
export const isAwaitedProof = ({ store }: Wallets, keys: ExchangeKeys, id: string): boolean =>
  mustProve(store, keys) &&
  firstOf(store, keys)?.id === id &&
  store
    .entries('refresh')
    .some(
      ({ id: other, value }) =>
        other !== id && isThere(keys, value) && value.status === 'planned' && !isWaitingPlan(store, value),
    );

/** Plans the smallest refresh where none has proven the exchange yet and none as small is planned; the session that goes first. */
export const planProof = (wallets: Wallets, tx: Tx, keys: ExchangeKeys): string | undefined => {
  if (!mustProve(tx, keys)) return undefined;
  const first = firstOf(tx, keys);
  const nowMs = wallets.world.now();
  if (first?.value.status === 'melted' || refusesUnspent(tx, keys, nowMs)) return first?.id;
  const offered = [...keys.denominations.values()];
  const uses = readUses(tx);
  const planned = waitingPlans(tx);
  const smallest = wholeCoins(tx, keys)
    .filter(({ entry, denomination }) => {
      if (planned.has(entry.id)) return false;
      const account = coinAccount(entry, uses);
      if (denomination.revoked || account.busy || account.held === 0n || account.outside !== undefined) return false;
      return renewalCost(denomination, amount(entry.value.remaining), offered, nowMs) !== undefined;
    })
    .toSorted((a, b) => (a.denomination.value.units < b.denomination.value.units ? -1 : 1))[0];
  if (!smallest) return first?.id;
  if (first && amount(first.value.melt_amount).units <= smallest.denomination.value.units) return first.id;
  const room = roomAt(tx, keys.baseUrl);
  const account = coinAccount(smallest.entry, uses);
  const made = planRefresh(wallets, tx, keys, { account, past: readPast(tx), room, isProof: true });
  if (typeof made === 'string' || made.id === undefined) return first?.id;
  const nextAt = meltTime(wallets, keys.baseUrl, smallest.entry.value.h) ?? nowMs;
  tx.local.putTask({ kind: 'refresh', id: made.id, nextAt, attempts: 0 });
  return made.id;
};

/** Why a planned session does not go out yet: a smaller one goes first, which is made due, or its coin was never spent and such are refused. Undefined when it may. */
export const heldForProof = (wallets: Wallets, keys: ExchangeKeys, id: string): StepOutcome | undefined => {
  const { store, world } = wallets;
  const plan = store.entry('refresh', id)?.value;
  // Its coin can still be spent; refused, it could not.
  if (plan && isWaitingPlan(store, plan) && refusesUnspent(store, keys, world.now()))
    return { kind: 'waiting', waitingFor: 'exchange', forMs: DAY_MS };
  if (!mustProve(store, keys)) return undefined;
  const isFirst = store.transaction((tx) => {
    const first = planProof(wallets, tx, keys);
    const task = first === undefined ? undefined : tx.local.task('refresh', first);
    if (first !== undefined && first !== id && task?.lastFailure === undefined)
      tx.local.putTask({ kind: 'refresh', id: first, nextAt: world.now(), attempts: 0 });
    return first === undefined || first === id;
  });
  return isFirst ? undefined : { kind: 'waiting', waitingFor: 'exchange', forMs: PROOF_POLL_MS };
};

/** The exchange does not melt a coin that was never spent: nothing is lost, no other one is tried, and after a time the same is asked again. */
export const isUnspentRefused = (wallets: Wallets, id: string, keys: ExchangeKeys, failure: WalletFailure): boolean => {
  if (failure.kind !== 'coin-unknown' || !abilitiesOf(keys).provesFirst) return false;
  return wallets.store.transaction((tx) => {
    const plan = tx.entry('refresh', id)?.value;
    const coin = plan && tx.entry('coin', plan.old_coin)?.value;
    const isWhole = coin?.status === 'in-use' && coin.remaining === amountToText(amount(coin.v));
    if (plan?.status !== 'planned' || !coin || !isWhole) return false;
    tx.put('refresh', id, { ...plan, status: 'failed', why: UNSPENT_REFUSED });
    return true;
  });
};
