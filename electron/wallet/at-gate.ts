// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, zeroAmount } from '../../shared/amount.ts';
import type { Batch } from '../state/entry.ts';
import type { Reader, Tx } from '../storage/store.ts';
import type { Step } from './context.ts';

/** What makes coins, or fills a reserve of ours, and so may have to wait for a backup. */
export const GATED = ['withdrawal', 'refresh', 'push-in', 'pull-out'] as const;
type Gated = (typeof GATED)[number];

const isGated = (kind: Step['kind']): kind is Gated => GATED.some((each) => each === kind);

/** What a step at the closed gate would bring, and what would be lost with the disk if it went on without a backup; undefined for steps that never wait there. */
export const sumAtGate = (reader: Pick<Reader, 'entry'>, { kind, id }: Step): string | undefined => {
  if (!isGated(kind)) return undefined;
  if (kind === 'withdrawal') {
    const withdrawal = reader.entry('withdrawal', id)?.value;
    const planned = Object.values(withdrawal?.batches ?? {}).flatMap(({ status, selection }) =>
      status === 'planned' ? selection : [],
    );
    return withdrawal && sumOf(planned, withdrawal.amount);
  }
  if (kind === 'refresh') {
    const refresh = reader.entry('refresh', id)?.value;
    return refresh && sumOf(refresh.selection, refresh.melt_amount);
  }
  return reader.entry(kind, id)?.value.amount;
};

/** Notes that the person does not want to wait for a backup of this sum; its step is looked at at once. */
export const noteWithoutBackup = (tx: Tx, kind: Gated, id: string): void => {
  switch (kind) {
    case 'withdrawal':
      tx.put(kind, id, without(tx.entry(kind, id)));
      break;
    case 'refresh':
      tx.put(kind, id, without(tx.entry(kind, id)));
      break;
    case 'push-in':
      tx.put(kind, id, without(tx.entry(kind, id)));
      break;
    case 'pull-out':
      tx.put(kind, id, without(tx.entry(kind, id)));
  }
  tx.local.deleteTask(kind, id);
};

const without = <T>(entry: { readonly value: T } | undefined): T & { readonly without_backup: true } => {
  if (!entry) throw new Error('defect: what waits for a backup has vanished');
  return { ...entry.value, without_backup: true };
};

const sumOf = (selection: Batch['selection'], likeText: string): string =>
  amountToText(
    selection.reduce(
      (sum, { n, v }) => addCapped(sum, { ...sum, units: amount(v).units * BigInt(n) }),
      zeroAmount(amount(likeText).currency),
    ),
  );
