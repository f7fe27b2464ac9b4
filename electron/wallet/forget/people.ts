// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Entry } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { isOut } from './coins-out.ts';

/** The kinds of payments between people. */
const KINDS = ['push-out', 'push-in', 'pull-out', 'pull-in'] as const;
export type Purse = Entry<(typeof KINDS)[number]>;

/** Statuses after which nothing comes or goes any more. */
const OVER: ReadonlySet<string> = new Set(['taken', 'done', 'paid', 'aborted', 'expired']);

/** The entries a line of the history between people is made of, by its id (lines of received payments say their kind before it). */
export const pursesOf = (reader: Pick<Reader, 'entry'>, line: string): readonly Purse[] => {
  const id = line.replace(/^(?:push|pull)-(?:in|out) /, '');
  const own = KINDS.flatMap((kind) => (reader.entry(kind, id) as Purse | undefined) ?? []);
  // An invoice was opened by a payment to ourselves, which has no line of its own.
  const funding = own.flatMap(({ value }) =>
    'funding' in value && typeof value.funding === 'string' ? (reader.entry('push-out', value.funding) ?? []) : [],
  );
  return [...own, ...funding];
};

/** What forgetting it takes away. */
export const aboutPurse = (
  { store }: Pick<Wallets, 'store'>,
  purses: readonly Purse[],
): Result<Said<'forgetting'>, WalletFailure> => {
  if (purses.every(({ value }) => value.forgotten === true))
    return err({ kind: 'nothing-to-forget', id: purses[0]?.id ?? '' });
  if (!purses.every((purse) => isOver(store, purse))) return err({ kind: 'not-forgettable', why: 'unfinished' });
  return ok({ kind: 'person', facts: {} });
};

/** Leaves the sums of payments that were found to be forgettable. */
export const forgetPurses = ({ store }: Pick<Wallets, 'store'>, purses: readonly Purse[]): void =>
  store.transaction((tx) => {
    for (const { kind, id } of purses) {
      const now = tx.entry(kind, id)?.value;
      if (now) tx.put(kind, id, { ...now, forgotten: true });
      tx.local.deleteTask(kind, id);
    }
  });

/** An invoice that is paid still has to be drawn; one we pay is through. */
const isOver = (reader: Pick<Reader, 'entry'>, purse: Purse): boolean =>
  OVER.has(purse.value.status) &&
  !(purse.kind === 'pull-out' && purse.value.status === 'paid') &&
  !((purse.kind === 'push-out' || purse.kind === 'pull-in') && isOut(reader, purse.value.coins));
