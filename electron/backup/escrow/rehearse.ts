// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RehearsalView } from '../../../shared/view-escrow-recovery.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import type { EscrowMethod } from '../../taler/anastasis/document.ts';
import type { Opener } from '../../taler/anastasis/solve.ts';
import { openKeyShare } from '../../taler/anastasis/truth.ts';
import { bytesEqual, crockToBytes, utf8 } from '../../taler/bytes/encodings.ts';
import { parseJsonBytes } from '../../taler/bytes/json.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { answerWay, isReady } from '../recover/escrow/answer.ts';
import type { Step, StepParts } from '../recover/escrow/challenge.ts';
import { waySchema, type Way } from '../recover/escrow/session.ts';
import { methodUpload, placeProgress, progressOf, putProgress, REHEARSAL } from '../escrowed/progress.ts';
import {
  escrowRecord,
  putRecord,
  shapeOf,
  withThing,
  type EscrowRecord,
  type RecordMethod,
} from '../escrowed/record.ts';
import { canBeRehearsed, noteRehearsed, rehearsalsOf } from '../escrowed/rehearsed.ts';
import { mayBeAsked } from './state.ts';

// A way of one's own escrow, carried out for a try as whoever recovers would: the place is asked with the answer, and what it gives back
// is compared with what was left there. It is counted like any other answer, so it never takes more of them than the place allows.

/** Tries one way of this wallet's escrow, and writes down when it was right. Nothing is sent while the place takes no answers. */
export const rehearse = async (
  parts: StepParts,
  uuid: string,
  typed: string,
): Promise<Result<RehearsalView, BackupFailure>> => {
  const { store, world } = parts;
  const record = escrowRecord(store);
  if (store.local.rootSecret() === undefined) return err({ kind: 'wrong-backup-state', state: 'uninitialized' });
  if (record === undefined) return err({ kind: 'no-escrow' });
  const method = record.methods.find((each) => each.uuid === uuid);
  if (method === undefined) return err({ kind: 'no-such-way' });
  if (typed.trim() === '') return ok(wrong([]));
  if (!canBeRehearsed(method.type)) return err({ kind: 'cannot-rehearse', type: method.type });
  const isMade = progressOf(store.local, record) !== undefined;
  if (!isMade && !mayBeAsked(store, method.url)) return ok(wrong([{ kind: 'place-not-allowed', facts: {} }]));
  const opened = { isCompared: false };
  const step = stepOf(parts, record, method, opened);
  if (!isReady(parts, step)) return ok(wrong(wayHere(store.local, record, uuid).said));
  await answerWay(parts, step, typed);
  const { state, said } = wayHere(store.local, record, uuid);
  noteOutcome(parts, record, method, { state, isCompared: opened.isCompared, at: world.now() });
  if (state !== 'solved') return ok(wrong(said));
  const { lacking = 0 } = rehearsalsOf(store.local, record);
  return ok({
    right: true,
    said: [
      { kind: opened.isCompared ? 'rehearsed-right' : 'rehearsed-uncompared', facts: {} },
      ...(lacking === 0 ? [] : [{ kind: 'rehearse-more' as const, facts: { ways: lacking } }]),
    ],
  });
};

const wrong = (said: RehearsalView['said']): RehearsalView => ({ right: false, said });

/** What was tried is kept, so that a place is not asked more often than it allows; each try begins anew otherwise. */
const stepOf = (
  { store }: StepParts,
  record: EscrowRecord,
  method: RecordMethod,
  opened: { isCompared: boolean },
): Step => {
  const before = wayHere(store.local, record, method.uuid);
  const { order: _order, untried: _untried, ...way } = before;
  return {
    way: { ...way, state: 'untouched', said: [] },
    method: asEscrowed(record, method),
    who: openerFor(store.local, record, method, opened),
    note: (change) =>
      store.transaction((tx) => {
        const now = escrowRecord(tx);
        if (now === undefined || shapeOf(now) !== shapeOf(record)) return undefined;
        const begun = { ...wayHere(tx.local, record, method.uuid), state: 'untouched' as const };
        // The share is known, and an order is for one try.
        const { share: _share, order: _before, ...changed } = change(begun);
        putWay(tx.local, record, changed);
        return changed;
      }),
  };
};

const asEscrowed = ({ places }: EscrowRecord, { url, type, uuid, key, salt, told }: RecordMethod): EscrowMethod => ({
  url,
  type,
  uuid,
  truthKey: key,
  salt,
  providerSalt: places.find((each) => each.url === url)?.salt ?? '',
  instructions: told,
});

/** The share opens by the person's id where that is kept; else what comes back is compared with the bytes that were sent there. */
const openerFor =
  (local: LocalReader, record: EscrowRecord, method: RecordMethod, opened: { isCompared: boolean }): Opener =>
  (sealed, label) => {
    const share = crockToBytes(method.share, 32);
    const user = record.places.find(({ url }) => url === method.url)?.user;
    const sent = methodUpload(local, method);
    opened.isCompared = user !== undefined || sent !== undefined;
    if (user === undefined) return sent && !bytesEqual(sent.keyShareData, sealed) ? err(undefined) : ok(share);
    const found = openKeyShare(crockToBytes(user, 64), sealed, label);
    return found.ok && bytesEqual(found.value, share) ? found : err(undefined);
  };

/** What a rehearsal leaves behind: when it was right, that the place wants money for it, or that it is to be sent there again. */
const noteOutcome = (
  { store }: StepParts,
  record: EscrowRecord,
  { url, uuid }: RecordMethod,
  { state, isCompared, at }: { readonly state: Way['state']; readonly isCompared: boolean; readonly at: number },
): void =>
  store.transaction((tx) => {
    const now = escrowRecord(tx);
    if (now === undefined || shapeOf(now) !== shapeOf(record)) return;
    if (state === 'solved' && isCompared) noteRehearsed(tx.local, now, uuid, { at });
    if (state === 'asks-payment') noteRehearsed(tx.local, now, uuid, { asks: true });
    if (state !== 'lost') return;
    noteRehearsed(tx.local, now, uuid, {});
    putRecord(tx, withThing(now, { url, uuid }, { stored: undefined }));
    const progress = progressOf(tx.local, now);
    if (progress === undefined || placeProgress(progress, url) === undefined) return;
    putProgress(tx.local, {
      ...progress,
      places: progress.places.map((each) => (each.url === url ? { ...each, nextAt: 0 } : each)),
    });
  });

const schema = z.object({ of: z.string(), ways: z.array(waySchema) });

const waysHere = (local: LocalReader, record: EscrowRecord): readonly Way[] => {
  const read = schema.safeParse(parseJsonBytes(local.request(REHEARSAL) ?? new Uint8Array(0)));
  return read.success && read.data.of === shapeOf(record) ? read.data.ways : [];
};

const wayHere = (local: LocalReader, record: EscrowRecord, uuid: string): Way => {
  const form = record.places.find(({ url }) =>
    record.methods.some((each) => each.uuid === uuid && each.url === url),
  )?.form;
  return (
    waysHere(local, record).find((each) => each.uuid === uuid) ?? {
      uuid,
      generation: form === '2021' ? '2021' : '2022',
      state: 'untouched',
      said: [],
    }
  );
};

const putWay = (local: LocalWriter, record: EscrowRecord, way: Way): void => {
  const others = waysHere(local, record).filter(({ uuid }) => uuid !== way.uuid);
  local.putRequest(REHEARSAL, utf8(JSON.stringify({ of: shapeOf(record), ways: [...others, way] })));
};
