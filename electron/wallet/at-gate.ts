// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../shared/amount.ts';
import type { Batch, Kind, ValueByKind } from '../state/entry.ts';
import type { Reader, Tx } from '../storage/store.ts';
import { selectionUnits } from './coins/planchets.ts';
import type { Step } from './context.ts';
import type { NotBackedUp } from './failure/failure.ts';

/** What a flow that makes coins, or fills a reserve of ours, says at the gate: it may have to wait for a backup. */
export type AtGate = {
  /** where the money is while the gate is closed */
  readonly staysIn: NonNullable<NotBackedUp['staysIn']>;
  /** ids of the seeds and reserve keys that must be stored elsewhere before this step goes out; none when it may go as it is */
  readonly needs: (reader: GateReader, id: string, asked: Asked) => readonly string[];
  /** what the step would bring, and what would be lost with the disk if it went on without a backup; undefined for an id that is none of the flow's */
  readonly sum: (reader: GateReader, id: string) => string | undefined;
  /** notes that the person does not want to wait for a backup of this sum; the step is looked at at once */
  readonly goWithout: (tx: Tx, id: string) => void;
  /** the step in which the money goes on, once this one has begun it */
  readonly next?: (reader: Pick<Reader, 'entry'>, id: string) => Step | undefined;
  /**
   * Coins of this flow may be the very ones that pay a provider, so that both would wait for each other for ever: it passes
   * once one copy is there. Left out: it always waits, or its person is asked for this sum.
   */
  readonly paysProviders?: 'with-one-copy';
};

export type GateReader = Pick<Reader, 'beside' | 'entry' | 'entries' | 'coins' | 'withOutside'> & {
  readonly local: Pick<Reader['local'], 'mark'>;
};

type Asked = {
  /** the batch of a withdrawal */
  readonly batchId: string | undefined;
  /** whether some verified copy holds the seed */
  readonly isStored: (seed: string) => boolean;
};

/** Kinds whose entries can say that their person does not want to wait for a backup. */
type Waiting = { [K in Kind]: 'without_backup' extends keyof ValueByKind[K] ? K : never }[Kind];

/** Notes in the entry that its person does not want to wait, and makes its step (named like the entry) due at once. */
export const noteWithoutBackup = (tx: Tx, kind: Waiting & Step['kind'], id: string): void => {
  const value = tx.entry(kind, id)?.value;
  if (!value) throw new Error('defect: what waits for a backup has vanished');
  tx.put(kind, id, { ...value, without_backup: true });
  tx.local.deleteTask(kind, id);
};

/** Face value of what was selected, in the currency of `likeText`. */
export const sumOfSelection = (selection: Batch['selection'], likeText: string): string =>
  cappedText({ currency: amount(likeText).currency, units: selectionUnits(selection) });
