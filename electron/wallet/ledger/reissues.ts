// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Entry, ValueByKind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';

// A payment to ourselves is a push-out and a push-in of the same purse. On its way its sum is ours all the time, although no coin and no
// withdrawal holds it.

/** Both halves of one payment to ourselves, under its purse's public key. */
export type Reissue = {
  readonly id: string;
  readonly out: ValueByKind['push-out'];
  readonly into: ValueByKind['push-in'];
  /** in the purse, or in the reserve before its coins are planned: in neither coins nor withdrawals, and not lost */
  readonly underWay: bigint;
};

/** Every payment to ourselves, finished or not. */
export const readReissues = (reader: Pick<Reader, 'entry' | 'entries'>): readonly Reissue[] =>
  reader.entries('push-out').flatMap((entry) => reissueOf(reader, entry) ?? []);

/** The payment to ourselves that this one is, if it is one. */
const reissueOf = (
  reader: Pick<Reader, 'entry'>,
  { id, value: out }: Pick<Entry<'push-out'>, 'id' | 'value'>,
): Reissue | undefined => {
  const into = out.reissue === true ? reader.entry('push-in', id)?.value : undefined;
  if (into === undefined) return undefined;
  const { units } = amount(out.amount);
  const isInPurse = out.status === 'planned' || out.status === 'created';
  return { id, out, into, underWay: isInPurse || waitsInReserve(reader, out, into) ? units : 0n };
};

const waitsInReserve = (reader: Pick<Reader, 'entry'>, { status }: Reissue['out'], into: Reissue['into']): boolean => {
  if (status !== 'taken' || into.status === 'aborted' || into.status === 'expired') return false;
  const withdrawal = into.withdrawal === undefined ? undefined : reader.entry('withdrawal', into.withdrawal)?.value;
  // From the first plan on the withdrawal itself counts what is outstanding.
  return (
    withdrawal === undefined ||
    (withdrawal.status === 'withdrawing' &&
      withdrawal.arrived === undefined &&
      Object.keys(withdrawal.batches).length === 0)
  );
};
