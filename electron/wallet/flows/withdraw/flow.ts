// SPDX-License-Identifier: GPL-3.0-or-later
import type { PendingView } from '../../../../shared/view.ts';
import type { Withdrawal } from '../../../state/entry.ts';
import { noteWithoutBackup, sumOfSelection, type AtGate } from '../../at-gate.ts';
import { partOf } from '../../ledger/kept-part.ts';
import { accountKeyOf } from '../../ledger/reserve.ts';
import { BACK_OFF_CEILING_MS, DAY_MS, MINUTE_MS, type Flow } from '../flow.ts';
import { givenUp, giveUpWithdrawal, isEndable } from './given-up.ts';
import { isDrawnByNewer } from './reserve.ts';
import { stepWithdrawal } from './withdraw.ts';

const WAITS_FOR: Readonly<Record<string, PendingView['waitingFor'] | undefined>> = {
  registering: 'confirmation',
  'awaiting-confirmation': 'confirmation',
  'awaiting-transfer': 'transfer',
  withdrawing: 'exchange',
};

const gate: AtGate = {
  staysIn: 'reserve',
  needs: (reader, id, { batchId }) => {
    const withdrawal = reader.entry('withdrawal', id)?.value;
    const batch = batchId === undefined ? undefined : withdrawal?.batches[batchId];
    if (withdrawal?.without_backup === true || batch?.bootstrap === true) return [];
    // What was sent may have been answered: sending it again risks nothing new, and not sending it may lose it.
    if (batch?.status === 'sent') return [];
    // The key of another program's reserve is in the entry that the batch is in.
    if (withdrawal?.reserve_priv !== undefined && batchId !== undefined) return [batchId];
    return withdrawal && batchId !== undefined ? [withdrawal.reserve, batchId] : [id];
  },
  sum: (reader, id) => {
    const withdrawal = reader.entry('withdrawal', id)?.value;
    const planned = Object.values(withdrawal?.batches ?? {}).flatMap(({ status, selection }) =>
      status === 'planned' ? selection : [],
    );
    return withdrawal && sumOfSelection(planned, withdrawal.amount);
  },
  goWithout: (tx, id) => noteWithoutBackup(tx, 'withdrawal', id),
};

/** Until its bank has the person's yes, it is the bank that is asked: one that is slow holds up nothing else at the issuer. */
const laneOf = ({ status, origin, exchange }: Withdrawal): string =>
  origin.type === 'bank' && WAITS_FOR[status] === 'confirmation' ? origin.bank_base_url : exchange;

const unfinished = partOf('withdrawal', ({ value }) => WAITS_FOR[value.status] !== undefined);

/** The flow that turns money from a bank or a person into coins. A withdrawal that was given up is looked at now and then in the background. */
export const withdrawalFlow = {
  entries: ['withdrawal', 'reserve'],
  type: 'withdrawal',
  pending: ({ store }) => [
    ...unfinished(store).flatMap(({ id, value }) => {
      const waitingFor = isDrawnByNewer(value) ? undefined : WAITS_FOR[value.status];
      return waitingFor ? [{ id, lane: laneOf(value), issuer: value.exchange, waitingFor }] : [];
    }),
    ...givenUp(store).map(({ id, value }) => ({
      id,
      lane: value.exchange,
      waitingFor: 'transfer' as const,
      background: true as const,
    })),
  ],
  go: stepWithdrawal,
  longestWaitMs: ({ store }, id) =>
    store.entry('withdrawal', id)?.value.status === 'aborted' ? DAY_MS : 10 * MINUTE_MS,
  backOffCeilingMs: BACK_OFF_CEILING_MS,
  gate,
  accountKey: (reader, id) => accountKeyOf(reader, reader.entry('withdrawal', id)?.value),
  takeBack: giveUpWithdrawal,
  endable: (reader, id) => {
    const withdrawal = reader.entry('withdrawal', id)?.value;
    return withdrawal !== undefined && isEndable(withdrawal);
  },
} as const satisfies Flow;
