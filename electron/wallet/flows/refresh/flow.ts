// SPDX-License-Identifier: GPL-3.0-or-later
import { parseCoinId, type Refresh } from '../../../state/entry.ts';
import type { Reader } from '../../../storage/store.ts';
import { noteWithoutBackup, sumOfSelection, type AtGate } from '../../at-gate.ts';
import type { Wallets } from '../../context.ts';
import { mustProve, PROOF_POLL_MS } from '../../coins/proven.ts';
import { newerSeeds } from '../../coins/scheme.ts';
import { readNoted } from '../../failure/noted.ts';
import { stoppedBecause } from '../../failure/stopped.ts';
import { isWaitingPlan, unfinishedRefreshes, waitingPlans } from '../../ledger/waiting.ts';
import { BACK_OFF_CEILING_MS, DAY_MS, HOUR_MS, type Flow } from '../flow.ts';
import { askForDying, dyingCoins } from './dying.ts';
import { askForKnown, leaveAsItIs } from './known.ts';
import { LONGEST_SPREAD_MS } from './put-off.ts';
import { stepRefresh } from './refresh.ts';
import { stepRenewal } from './renew.ts';
import { newChange, waitingRenewals } from './waiting.ts';

/** How many generations of change are followed back. */
const MAX_ANCESTORS = 256;

/**
 * True for change of a sum that the person wanted without backup: it is part of that sum until a copy holds what it comes from.
 * True also for coins that were withdrawn for the first fee and come back from an order that came to nothing: they wait for no
 * copy now as they did not then, or the fee for the first copy could never be paid.
 */
const isWithoutBackup = (
  reader: Pick<Reader, 'entry'>,
  refresh: Refresh,
  isStored: (seed: string) => boolean,
): boolean => {
  const isOfFee =
    refresh.reason === 'released' && reader.entry('purchase', refresh.purchase ?? '')?.value.provider !== undefined;
  let current = refresh;
  for (let step = 0; step < MAX_ANCESTORS; step += 1) {
    if (current.without_backup === true) return true;
    const coin = reader.entry('coin', current.old_coin)?.value;
    const seed = parseCoinId(current.old_coin)?.seedId;
    if (!coin || seed === undefined || isStored(seed)) return false;
    if (coin.source === 'withdrawal') {
      const withdrawal = reader.entry('withdrawal', coin.source_id)?.value;
      return withdrawal?.without_backup === true || (isOfFee && withdrawal?.batches[seed]?.bootstrap === true);
    }
    const parent = reader.entry('refresh', coin.source_id)?.value;
    if (!parent) return false;
    current = parent;
  }
  return false;
};

const gate: AtGate = {
  staysIn: 'coin',
  needs: (reader, id, { isStored }) => {
    const refresh = reader.entry('refresh', id)?.value;
    if (refresh?.status === 'melted' || (refresh && isWithoutBackup(reader, refresh, isStored))) return [];
    return [id];
  },
  sum: (reader, id) => {
    const refresh = reader.entry('refresh', id)?.value;
    return refresh && sumOfSelection(refresh.selection, refresh.melt_amount);
  },
  goWithout: (tx, id) => noteWithoutBackup(tx, 'refresh', id),
  paysProviders: 'with-one-copy',
};

/** The flow that turns one coin into newer ones. */
export const refreshFlow = {
  entries: ['refresh'],
  type: 'refresh',
  pending: (wallets) => {
    const { store } = wallets;
    // What only a newer wallet can go on with waits for that wallet.
    const newer = newerSeeds(store);
    return unfinishedRefreshes(store).flatMap(({ id, value }) =>
      !newer.has(id)
        ? [
            {
              id,
              lane: value.exchange,
              waitingFor: 'exchange' as const,
              // A coin that can be used meanwhile keeps nobody waiting, nor does change that has its time.
              ...((isWaitingPlan(store, value) && !asksForCopy(store, id)) || isPatient(wallets, id, value)
                ? { background: true as const }
                : {}),
            },
          ]
        : [],
    );
  },
  go: stepRefresh,
  longestWaitMs: ({ store, haste, exchanges }, id) => {
    const refresh = store.entry('refresh', id)?.value;
    if (refresh && isWaitingPlan(store, refresh)) return DAY_MS;
    if (refresh?.status !== 'planned') return BACK_OFF_CEILING_MS;
    if (!haste.isOn()) return LONGEST_SPREAD_MS;
    const keys = exchanges.cachedKeys(refresh.exchange);
    return keys && mustProve(store, keys) ? PROOF_POLL_MS : 0;
  },
  backOffCeilingMs: BACK_OFF_CEILING_MS,
  gate,
} as const satisfies Flow;

/** All change of an exchange waits for this first piece of it, which waits for a copy that nobody makes (`proof.ts`). */
const asksForCopy = ({ local }: Pick<Reader, 'local'>, id: string): boolean =>
  readNoted(local.task('refresh', id)?.lastFailure)?.kind === 'not-backed-up-yet';

/** True for change whose time is set and that nothing has gone wrong with. */
const isPatient = ({ store, haste }: Wallets, id: string, { status }: Refresh): boolean => {
  if (status !== 'planned' || haste.isOn()) return false;
  const task = store.local.task('refresh', id);
  return task !== undefined && task.lastFailure === undefined;
};

/** All coins of one exchange that wait for their renewal: nobody wants to be asked about each of them. */
const renewalGate: AtGate = {
  staysIn: 'coin',
  needs: () => [],
  sum: (reader, exchange) => {
    const plans = [...waitingPlans(reader).values()].flatMap((id) => reader.entry('refresh', id) ?? []);
    const here = plans.filter(({ value }) => value.exchange === exchange).map(({ value }) => value);
    const [first] = here;
    return (
      first &&
      sumOfSelection(
        here.flatMap(({ selection }) => selection),
        first.melt_amount,
      )
    );
  },
  goWithout: (tx, exchange) => {
    for (const id of waitingPlans(tx).values())
      if (tx.entry('refresh', id)?.value.exchange === exchange) noteWithoutBackup(tx, 'refresh', id);
    tx.local.deleteTask('renewal', exchange);
  },
};

/** The flow that plans a refresh for used coins, and asks about old ones that cannot wait any longer; the id of a step is the exchange. */
export const renewalFlow = {
  entries: ['coin'],
  type: 'refresh',
  pending: (wallets) => {
    // Nothing of this has begun: whoever leads plans it anew, and a device that does not would list it for ever.
    if (stoppedBecause(wallets.store)) return [];
    const toDo = new Set([
      ...waitingRenewals(wallets),
      ...dyingCoins(wallets).map(({ exchange }) => exchange),
      ...(wallets.store.local.mark('renewal-open')?.asking ?? []),
    ]);
    // Change that is only to be given its time keeps nobody waiting.
    const toPutOff = newChange(wallets).filter((exchange) => !toDo.has(exchange));
    const listed = (exchange: string) => ({ id: exchange, lane: exchange, waitingFor: 'exchange' as const });
    return [
      ...[...toDo].map(listed),
      ...toPutOff.map((exchange) => ({ ...listed(exchange), background: true as const })),
    ];
  },
  go: async (wallets, exchange) => {
    const planned = await stepRenewal(wallets, exchange);
    const dying = planned.kind === 'finished' ? await askForDying(wallets, exchange) : planned;
    return dying.kind === 'finished' ? askForKnown(wallets, exchange) : dying;
  },
  takeBack: leaveAsItIs,
  longestWaitMs: HOUR_MS,
  backOffCeilingMs: BACK_OFF_CEILING_MS,
  gate: renewalGate,
} as const satisfies Flow;
