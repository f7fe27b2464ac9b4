// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { YEAR_MS } from '../cycle/paid-years.ts';
import { backOff, lookDelay } from '../cycle/schedule.ts';
import { askPlace, type AskedPlace } from './inspect.ts';
import { lookFor } from './look-for.ts';
import type { EscrowPaying } from './pay.ts';
import {
  documentOf,
  methodUpload,
  placeProgress,
  progressOf,
  putProgress,
  type EscrowProgress,
  type PlaceProgress,
} from '../escrowed/progress.ts';
import { lookAgain, readBack } from './read-back.ts';
import { escrowRecord, paidOf, putRecord, withThing, type EscrowRecord, type Thing } from '../escrowed/record.ts';
import { mayBeAsked, mayFollow } from './state.ts';
import { isRenewalDue, sendDocument, sendMethod, type UploadTrouble } from './upload.ts';

export type GoParts = EscrowPaying & {
  /** the wallet is being closed: nothing more is written */ readonly closing: AbortSignal;
};

/** What came of one go; `found` is what was there instead of ours before it was stored again. */
type Went =
  | { readonly kind: 'good'; readonly found?: Said<'escrow'> }
  | { readonly kind: 'trouble'; readonly trouble: UploadTrouble };

/**
 * Does what is due at one place: methods that it does not have, the document when it has another one, the next year when it is time, and
 * otherwise a look whether all is still there. What came of it is written down, with when it is tried again.
 */
export const goPlace = async (parts: GoParts, url: string): Promise<void> => {
  const { store } = parts;
  const [record, progress] = known(parts);
  if (record === undefined || progress === undefined || !mayFollow(parts)) return;
  const before = placeProgress(progress, url);
  const went = await go(parts, record, url);
  if (parts.closing.aborted || escrowRecord(store)?.made !== record.made) return;
  // Another version was made meanwhile: when that one is sent is its own matter.
  if (before !== undefined && before.hash !== '' && !isSame(parts, record.made, before)) return;
  noteWent(parts, record.made, url, went);
};

const known = ({ store }: GoParts): readonly [EscrowRecord | undefined, EscrowProgress | undefined] => {
  const record = escrowRecord(store);
  return [record, progressOf(store.local, record)];
};

/** Whether what was to lie at a place is it still: another set-up has another account there, another version another hash. */
const isSame = (parts: GoParts, made: number, { url, priv, hash }: PlaceProgress): boolean => {
  const [record, progress] = known(parts);
  const now = placeProgress(progress, url);
  return record?.made === made && now?.priv === priv && now.hash === hash;
};

const go = async (parts: GoParts, { made }: EscrowRecord, url: string): Promise<Went> => {
  const asked = await askPlace(parts.world, url);
  if (!asked.ok) return { kind: 'trouble', trouble: asked.error };
  const place = escrowRecord(parts.store)?.places.find((each) => each.url === url);
  if (place?.salt !== bytesToCrock(asked.value.config.salt)) return trouble({ kind: 'salt-changed', facts: {} });
  const methods = await goMethods(parts, asked.value);
  if (methods?.isMoney === true) return { kind: 'trouble', trouble: methods };
  const document = await goDocument(parts, made, asked.value);
  return methods === undefined || document.kind === 'trouble' ? document : { kind: 'trouble', trouble: methods };
};

const trouble = (said: Said<'escrow'>): Went => ({ kind: 'trouble', trouble: { said } });

/** The first trouble with a method here; a payment that is open ends the go, for a place's next order would take its place. */
const goMethods = async (parts: GoParts, asked: AskedPlace): Promise<UploadTrouble | undefined> => {
  let first: UploadTrouble | undefined;
  const { store, world } = parts;
  const [record, progress] = known(parts);
  const here = (record?.methods ?? []).filter(({ url }) => url === asked.url);
  const at = placeProgress(progress, asked.url)?.methodsAt;
  const isAgain = at === undefined || at + AGAIN_MS <= world.now() || at > world.now();
  const due = here.filter((each) => each.stored !== true || isRenewalDue(each, world.now()));
  const again = isAgain ? here.filter((each) => !due.includes(each) && methodUpload(store.local, each)) : [];
  for (const method of [...due, ...again]) {
    const { uuid } = method;
    const sent = await sendMethod(parts, asked, uuid);
    if (sent.ok) continue;
    const { said, isMoney } = sent.error;
    // Of one that it has and that is paid for it would ask nothing.
    const isAsked = again.includes(method) && isMoney === true && said.kind !== 'silent';
    if (isAsked || LACKING.has(said.kind)) noteLacking(parts, { url: asked.url, uuid });
    if (isMoney === true) return sent.error;
    first ??= sent.error;
  }
  if (first === undefined && progress !== undefined && (isAgain || due.length > 0))
    notePlace(parts, progress.made, asked.url, { methodsAt: world.now() });
  return first;
};

/** A place that loses what it was given does not say so: the same bytes are sent again, which changes nothing where they are. */
const AGAIN_MS = 7 * 24 * 3600 * 1000;
/** What it answers that does not have a method, or has another one in its place. */
const LACKING: ReadonlySet<string> = new Set(['id-taken', 'refuses-method', 'misbehaves']);

const noteLacking = ({ store }: GoParts, thing: Required<Thing>): void =>
  store.transaction((tx) => {
    const record = escrowRecord(tx);
    const isStored = record?.methods.some(({ uuid, stored }) => uuid === thing.uuid && stored === true);
    if (record !== undefined && isStored === true) putRecord(tx, withThing(record, thing, { stored: undefined }));
  });

const goDocument = async (parts: GoParts, made: number, asked: AskedPlace): Promise<Went> => {
  const { world } = parts;
  const [record, progress] = known(parts);
  const here = placeProgress(progress, asked.url);
  if (record?.made !== made || progress === undefined || here === undefined)
    return trouble({ kind: 'paying', facts: {} });
  if (here.read !== true && documentOf(parts.store.local, asked.url) === undefined)
    return findThere(parts, record, progress, here);
  const renewing = isRenewalDue(paidOf(record, { url: asked.url }), world.now());
  let found: Said<'escrow'> | undefined;
  if (here.read === true && !renewing) {
    const looked = await lookAgain(parts, record, here);
    if (!looked.ok) return { kind: 'trouble', trouble: looked.error };
    if (!isSame(parts, made, here)) return trouble({ kind: 'paying', facts: {} });
    if (looked.value.kind === 'there') {
      notePlace(parts, made, asked.url, { readAt: world.now() });
      const { beside } = looked.value;
      return { kind: 'good', ...(beside === undefined ? {} : { found: beside }) };
    }
    found = looked.value.found;
    // Whoever recovers is led by it no more, until it is there again.
    notePlace(parts, made, asked.url, { read: undefined, named: undefined });
  }
  const isStill = (): boolean => isSame(parts, made, here);
  const sent = await sendDocument(parts, asked, { priv: here.priv, isStill }, renewing);
  if (!sent.ok) return { kind: 'trouble', trouble: sent.error };
  if (parts.closing.aborted || !isStill()) return trouble({ kind: 'paying', facts: {} });
  const version = sent.value.version ?? here.version;
  const isNew = version !== here.version || here.storedAt === undefined;
  notePlace(parts, made, asked.url, { version, ...(isNew ? { storedAt: world.now() } : {}) });
  noteKept(parts, asked.url, sent.value.expiresAtMs, renewing);
  noteWord(parts, made, asked.url, { ...sent.value, renewing });
  const back = await readBack(parts, { ...here, ...(version === undefined ? {} : { version }) });
  if (!back.ok) {
    const { said, retryAfterMs } = back.error;
    const why = said.kind === 'silent' || said.kind === 'no-escrow' ? said.facts.why : undefined;
    const unread: Said<'escrow'> = why === undefined ? said : { kind: 'unread', facts: { why } };
    return { kind: 'trouble', trouble: { said: unread, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) } };
  }
  if (!isStill()) return trouble({ kind: 'paying', facts: {} });
  if (back.value.kind === 'not-there') return trouble(back.value.found);
  notePlace(parts, made, asked.url, {
    read: true,
    version: back.value.version,
    readAt: world.now(),
    named: progress.names,
  });
  return { kind: 'good', ...(found === undefined ? {} : { found }) };
};

/** It was silent when all were asked what they have: it is asked now, and when it is not the state of now, the next version is made. */
const findThere = async (
  parts: GoParts,
  record: EscrowRecord,
  { made, names }: EscrowProgress,
  { url, state }: PlaceProgress,
): Promise<Went> => {
  const user = record.places.find((each) => each.url === url)?.user;
  if (user === undefined) return trouble({ kind: 'data-wanted', facts: {} });
  const look = await lookFor(parts, record, { url, userId: crockToBytes(user, 64), state, names });
  if (!look.ok) return { kind: 'trouble', trouble: look.error };
  if (look.value === 'other') return trouble({ kind: 'data-wanted', facts: {} });
  notePlace(parts, made, url, look.value);
  return { kind: 'good' };
};

/** Until when a place keeps it that asks nothing: as it says, and no longer than a year is believed without asking again. */
const noteKept = ({ store, world }: GoParts, url: string, expiresAtMs: number | undefined, renewing: boolean): void => {
  const record = escrowRecord(store);
  const { order, paidUntil } = record === undefined ? {} : paidOf(record, { url });
  if (order !== undefined || (paidUntil !== undefined && !renewing)) return;
  const most = world.now() + YEAR_MS;
  const until = expiresAtMs === undefined ? most : Math.max(world.now(), Math.min(expiresAtMs, most));
  store.transaction((tx) => {
    const now = escrowRecord(tx);
    if (now) putRecord(tx, withThing(now, { url }, { paidUntil: until }));
  });
};

/** A place that keeps what was paid for less long than it was paid for is told; one that says longer is not believed. */
const noteWord = (
  parts: GoParts,
  made: number,
  url: string,
  { expiresAtMs, renewing }: { readonly expiresAtMs: number | undefined; readonly renewing: boolean },
): void => {
  const record = escrowRecord(parts.store);
  const { order, paidUntil } = record === undefined ? {} : paidOf(record, { url });
  // That it has this version already says nothing of the time, and what it said of the year before is over.
  if (expiresAtMs === undefined && !renewing) return;
  const isEarly =
    expiresAtMs !== undefined && order !== undefined && paidUntil !== undefined && expiresAtMs + CLOCKS_MS < paidUntil;
  notePlace(parts, made, url, { endsAt: isEarly ? expiresAtMs : undefined });
};

/** Its clock and ours may differ, and the next year is paid two weeks early. */
const CLOCKS_MS = 7 * 24 * 3600 * 1000;

type News = { readonly [K in keyof PlaceProgress]?: PlaceProgress[K] | undefined };

const noteNothingHere = ({ store }: GoParts, made: number): void =>
  store.transaction((tx) => {
    const progress = progressOf(tx.local, escrowRecord(tx));
    if (progress?.made === made) putProgress(tx.local, { ...progress, state: '' });
  });

const notePlace = ({ store }: GoParts, made: number, url: string, news: News): void =>
  store.transaction((tx) => {
    const progress = progressOf(tx.local, escrowRecord(tx));
    if (progress?.made !== made) return;
    putProgress(tx.local, {
      ...progress,
      places: progress.places.map((each) => (each.url === url ? changed(each, news) : each)),
    });
  });

const changed = (place: PlaceProgress, news: News): PlaceProgress =>
  Object.fromEntries(
    Object.entries({ ...place, ...news }).filter(([, value]) => value !== undefined),
  ) as unknown as PlaceProgress;

const noteWent = (parts: GoParts, made: number, url: string, went: Went): void => {
  const { world, store } = parts;
  const attempts =
    went.kind === 'good' ? 0 : (placeProgress(progressOf(store.local, escrowRecord(store)), url)?.attempts ?? 0) + 1;
  const wait = went.kind === 'good' ? lookDelay(world) : backOff(world, attempts, went.trouble.retryAfterMs);
  // It was made on another device, or before a restore: the next version is made here.
  if (went.kind === 'trouble' && went.trouble.said.kind === 'data-wanted') noteNothingHere(parts, made);
  notePlace(parts, made, url, {
    attempts,
    nextAt: world.now() + wait,
    said: went.kind === 'good' ? went.found : went.trouble.said,
  });
};

/** Whether a place of a record that only copies brought may be spoken to. */
export const askable = ({ store }: GoParts, { places }: EscrowRecord): boolean =>
  places.every(({ url }) => mayBeAsked(store, url));
