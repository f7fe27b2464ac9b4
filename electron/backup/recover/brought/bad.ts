// SPDX-License-Identifier: GPL-3.0-or-later
import type { LegacyList, RejectedRecord } from '../../../taler/legacy/backup.ts';
import { memberOf } from '../../../taler/bytes/json.ts';
import { amountToText, parseAmount } from '../../../../shared/amount.ts';

/** What hangs on a record that cannot be taken over: nothing, what its issuer is asked for again, money that comes all the same by other records, or money that does not come. */
export type AtStake = 'nothing' | 'asked-again' | 'comes-anyway' | 'money';

/** A record that could not be taken over as it is: where it stands, why, and what hangs on it. It never costs the others. */
export type BadRecord = {
  readonly list: LegacyList | 'others';
  readonly at: number;
  /** of others: what the copy calls them */
  readonly name?: string;
  readonly why: BadWhy;
  readonly stake: AtStake;
  /** how much, where that can be told */
  readonly sum?: string;
  /** of a coin: what it was */
  readonly record?: unknown;
};

export type BadWhy =
  /** it is not in the form that its version has */
  | 'unreadable'
  /** it is not signed by whoever has to have signed it */
  | 'unsigned'
  /** its coins can be used only by whoever proves an age, and the copy keeps no proof */
  | 'age-restricted'
  /** the same coin a second time */
  | 'twice'
  /** it refers to a record that is not there, or is bad itself */
  | 'refers-to-nothing'
  /** nothing in the world completes it any more */
  | 'no-longer-possible';

/** What of a copy comes later by its seed, where the coin itself is bad. */
export type Unfinished = {
  /** withdrawals, as the other program names them */
  readonly groups: ReadonlySet<string>;
  /** public keys of coins that change is being made of */
  readonly changed: ReadonlySet<string>;
};

/** Whether its issuer is asked again for the coin that a record, readable or not, was of. */
export const isAskedAgain = ({ groups, changed }: Unfinished, record: unknown): boolean => {
  const source = memberOf(record, 'coin_source');
  const [group, old] = [memberOf(source, 'withdrawal_group_id'), memberOf(source, 'old_coin_pub')];
  return (typeof group === 'string' && groups.has(group)) || (typeof old === 'string' && changed.has(old));
};

/** What stands in an unreadable record as a sum. */
const sumIn = (record: unknown, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const text = memberOf(record, name);
    const sum = typeof text === 'string' ? parseAmount(text) : undefined;
    if (sum?.ok === true) return amountToText(sum.value);
  }
  return undefined;
};

/** What hangs on the records that no schema could read, as far as it can be told from what is left of them. */
export const unreadable = (rejected: readonly RejectedRecord[]): readonly BadRecord[] =>
  rejected.map(({ list, at, record, of }) => {
    const [stake, sum] = stakeOf(list, record, of);
    return {
      list,
      at,
      why: 'unreadable',
      stake,
      ...(sum === undefined ? {} : { sum }),
      ...(list === 'coins' ? { record } : {}),
    };
  });

const stakeOf = (
  list: LegacyList,
  record: unknown,
  of: RejectedRecord['of'],
): readonly [AtStake, string | undefined] => {
  switch (list) {
    case 'coins':
      // One that was withdrawn or refreshed by a record that is there is asked for again; that is seen when all are read.
      return memberOf(record, 'fresh') === false ? ['nothing', undefined] : ['money', sumIn(of, 'value')];
    case 'denominations':
      return holdsSome(memberOf(record, 'coins')) ? ['money', undefined] : ['nothing', undefined];
    case 'exchange_details':
      return ['money', undefined];
    case 'withdrawal_groups':
      return isOver(record)
        ? ['comes-anyway', undefined]
        : ['money', sumIn(record, 'instructed_amount', 'raw_withdrawal_amount')];
    case 'refresh_groups':
      return isOver(record) ? ['comes-anyway', undefined] : ['money', undefined];
    case 'tips':
      return memberOf(record, 'timestamp_finished') === undefined
        ? ['money', sumIn(record, 'tip_amount_raw')]
        : ['nothing', undefined];
    case 'recoup_groups':
      return isOver(record) ? ['nothing', undefined] : ['comes-anyway', undefined];
    case 'exchanges':
    case 'purchases':
    case 'backup_providers':
      return ['nothing', undefined];
  }
};

const isOver = (record: unknown): boolean =>
  memberOf(record, 'timestamp_finish') !== undefined || memberOf(record, 'operation_status') === 'finished';

const holdsSome = (coins: unknown): boolean => Array.isArray(coins) && coins.length > 0;
