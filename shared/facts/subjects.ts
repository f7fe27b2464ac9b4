// SPDX-License-Identifier: GPL-3.0-or-later
import type { Fact, FactValues, Simple, Table } from './fact.ts';
import { appFailures } from './failure-app.ts';
import { backupFailures, corrections, recoveryFailures, recoveryLines, typings } from './failure-backup.ts';
import { bankFailures, exchangeFailures, networkFailures, peerFailures } from './failure-exchange.ts';
import { fileFailures } from './failure-files.ts';
import { readingFailures } from './failure-reading.ts';
import { ownFailures, shopFailures, standstills, staysInWords } from './failure-wallet.ts';
import { known, emptying, leaving } from './moving.ts';
import { forgettings, notes, titles } from './note.ts';
import { askReasons, placeNotes, troubles } from './outcome.ts';
import { marks, places, restored, sources, unusable } from './recovered.ts';
import { broughts, broughtStakes, broughtWhys } from './brought.ts';
import { drills } from './drill.ts';
import { escrowRecoveries, escrowRecoveryFailures } from './escrow-recovery.ts';
import { escrowFailures, escrows } from './escrow.ts';
import { probes, probeWhys } from './probe.ts';
import { rekeys } from './rekey.ts';
import { removals, safety, sheetTests } from './safety.ts';
import { undos } from './undo.ts';

/** Every subject the wallet speaks about, with all it can say; `shared/words` has a sentence for each, by `subject.kind`. */
export const subjects = {
  failure: {
    ...networkFailures,
    ...exchangeFailures,
    ...bankFailures,
    ...peerFailures,
    ...shopFailures,
    ...ownFailures,
    ...recoveryFailures,
    ...backupFailures,
    ...escrowRecoveryFailures,
    ...escrowFailures,
    ...fileFailures,
    ...readingFailures,
    ...appFailures,
  },
  staysIn: staysInWords,
  standstill: standstills,
  recoveryLine: recoveryLines,
  correction: corrections,
  typing: typings,
  trouble: troubles,
  ask: askReasons,
  placeNote: placeNotes,
  safety,
  removal: removals,
  sheetTest: sheetTests,
  drill: drills,
  rekey: rekeys,
  probe: probes,
  probeWhy: probeWhys,
  escrowRecovery: escrowRecoveries,
  escrow: escrows,
  undo: undos,
  brought: broughts,
  broughtWhy: broughtWhys,
  broughtStake: broughtStakes,
  restored,
  place: places,
  source: sources,
  unusable,
  mark: marks,
  emptying,
  leaving,
  known,
  title: titles,
  forgetting: forgettings,
  note: notes,
} as const satisfies { readonly [subject: string]: Table };

type Subjects = typeof subjects;
export type Subject = keyof Subjects;
/** What can be said about a subject: one of its kinds, with the facts of that kind. Plain JSON, no secrets. */
export type Said<S extends Subject> = SaidOf<Subjects[S]>;
export type KindOf<S extends Subject> = keyof Subjects[S];

type ValueOf<F> = F extends readonly (infer Word)[]
  ? Word
  : F extends Simple
    ? FactValues[F]
    : F extends `said:${infer S extends Subject}`
      ? Said<S>
      : F extends `saids:${infer S extends Subject}`
        ? readonly Said<S>[]
        : never;
type MayMiss<F> = F extends `${string}?` ? true : false;
type WithoutMark<F> = F extends `${infer Type}?` ? Type : F;

/** The facts of one kind. */
type FactsOf<T extends { readonly [fact: string]: Fact }> = {
  readonly [N in keyof T as MayMiss<T[N]> extends true ? never : N]: ValueOf<T[N]>;
} & {
  readonly [N in keyof T as MayMiss<T[N]> extends true ? N : never]?: ValueOf<WithoutMark<T[N]>>;
};

/** Everything a table can say. */
type SaidOf<T extends Table> = {
  readonly [K in keyof T]: { readonly kind: K; readonly facts: FactsOf<T[K]> };
}[keyof T];
