// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amountToText, isZero, type Amount } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { uploadPolicy } from '../../taler/anastasis/policy.ts';
import { uploadTruth } from '../../taler/anastasis/truth-store.ts';
import type { PaymentRequired } from '../../taler/anastasis/answer.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { YEAR_MS } from '../cycle/paid-years.ts';
import { placeTrouble, type AskedPlace, type PlaceTrouble } from './inspect.ts';
import { begunOrder, forgetBegun, payFor, RENEW_BEFORE_MS, settleBegun, type EscrowPaying } from './pay.ts';
import { documentOf, methodUpload, type PlaceProgress } from '../escrowed/progress.ts';
import { escrowRecord, paidOf, putRecord, withThing, type Paid, type RecordMethod } from '../escrowed/record.ts';

// One upload to one place: a method or a document, paid for on the way where the place asks for it.

/** `isMoney`: it is about a payment, and nothing else is asked for at this place before that is over. */
export type UploadTrouble = PlaceTrouble & { readonly isMoney?: true };
type Uploaded<T> = Result<T, UploadTrouble>;

/** For what is free a place is asked for as long as it gives; what is paid is paid a year at a time. */
const FREE_YEARS = 5;
const PAID_YEARS = 1;
/** Before and after a payment; a place that goes on asking is not paid twice. */
const MAX_TRIES = 2;

export const isRenewalDue = ({ paidUntil }: Paid, nowMs: number): boolean =>
  paidUntil !== undefined && paidUntil - RENEW_BEFORE_MS <= nowMs;

/** Sends a method; written down as stored when the place has taken it. */
export const sendMethod = async (
  parts: EscrowPaying,
  { url, config }: AskedPlace,
  uuid: string,
): Promise<Uploaded<void>> => {
  const { store, world } = parts;
  const thing = { url, uuid };
  const method = escrowRecord(store)?.methods.find((each) => each.uuid === uuid);
  const upload = method && methodUpload(store.local, method);
  if (method === undefined || upload === undefined) return err({ said: { kind: 'methods-wanted', facts: {} } });
  const fee = config.truthUploadFee;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const pending = settlePending(parts, thing);
    if (pending) return err(pending);
    const record = escrowRecord(store);
    const { order } = record === undefined ? {} : paidOf(record, thing);
    const sent = await uploadTruth(world, {
      baseUrl: url,
      uuid: crockToBytes(uuid, 32),
      truth: upload,
      storageYears: isZero(fee) ? FREE_YEARS : PAID_YEARS,
      // Nobody is paying it yet: a place that knows its order from before would wait for that in vain.
      ...(order === undefined ? { waitMs: 0 } : { paymentId: order }),
    });
    if (!sent.ok) return err(placeTrouble(sent.error));
    switch (sent.value.kind) {
      case 'stored':
        noteStored(parts, method, isZero(fee));
        return ok(undefined);
      case 'uuid-taken':
        return err({ said: { kind: 'id-taken', facts: {} } });
      case 'method-unsupported':
        return err({ said: { kind: 'refuses-method', facts: { type: method.type } } });
      case 'too-large':
        return err({ said: { kind: 'too-large', facts: {} } });
      default: {
        const answered = await answerDemand(parts, sent.value, { thing, fee, config }, tries);
        if (!answered.ok) return answered;
      }
    }
  }
  return err(ASKS_FOR_PAID);
};

/** What is free is kept for years without anybody saying how long; it is sent again after one. */
const noteStored = ({ store, world }: EscrowPaying, { uuid, url }: RecordMethod, isFree: boolean): void =>
  store.transaction((tx) => {
    const record = escrowRecord(tx);
    const now = record?.methods.find((each) => each.uuid === uuid);
    if (record === undefined || now === undefined) return;
    const isOver = isRenewalDue(now, world.now());
    if (now.stored === true && !isOver) return;
    const until = isFree || isOver ? { paidUntil: Math.max(now.paidUntil ?? 0, world.now()) + YEAR_MS } : {};
    putRecord(tx, withThing(record, { url, uuid }, { stored: true, ...until }));
  });

export type SentDocument = { readonly version: number | undefined; readonly expiresAtMs: number | undefined };

/** For which account, and whether what was to be sent is still what is to lie there: another one may be made meanwhile. */
type Sending = Pick<PlaceProgress, 'priv'> & { readonly isStill: () => boolean };

const BEGUN_ANEW: UploadTrouble = { said: { kind: 'paying', facts: {} } };

/** Sends the document that is at hand; `renewing`: without the order of before, so that the place asks for the next year. */
export const sendDocument = async (
  parts: EscrowPaying,
  { url, config }: AskedPlace,
  { priv, isStill }: Sending,
  renewing: boolean,
): Promise<Uploaded<SentDocument>> => {
  const { store, world } = parts;
  const thing = { url };
  const document = documentOf(store.local, url);
  if (document === undefined) return err({ said: { kind: 'data-wanted', facts: {} } });
  const fee = config.annualFee;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (!isStill()) return err(BEGUN_ANEW);
    const pending = settlePending(parts, thing);
    if (pending) return err(pending);
    const record = escrowRecord(store);
    const paid = record === undefined ? {} : paidOf(record, thing);
    // Once the next year is paid, its order is named; before that none, so that the place asks for it.
    const order = renewing && isRenewalDue(paid, world.now()) ? undefined : paid.order;
    const sent = await uploadPolicy(world, {
      baseUrl: url,
      accountPriv: crockToBytes(priv, 32),
      ...document,
      ...(isZero(fee) ? {} : { storageYears: PAID_YEARS }),
      ...(order === undefined ? {} : { paymentId: order }),
    });
    if (!sent.ok) return err(placeTrouble(sent.error));
    // Nothing is paid for an account that is not this one any more.
    if (!isStill()) return err(BEGUN_ANEW);
    switch (sent.value.kind) {
      case 'stored':
        return ok({ version: sent.value.version, expiresAtMs: sent.value.expiresAtMs });
      case 'unchanged':
        return ok({ version: sent.value.version, expiresAtMs: undefined });
      case 'too-large':
        return err({ said: { kind: 'too-large', facts: {} } });
      case 'bad-signature':
      case 'damaged-in-transit':
        return err({ said: { kind: 'misbehaves', facts: { why: { kind: sent.value.kind, facts: {} } } } });
      default: {
        const answered = await answerDemand(parts, sent.value, { thing, fee, config }, tries);
        if (!answered.ok) return answered;
      }
    }
  }
  return err(ASKS_FOR_PAID);
};

const ASKS_FOR_PAID: UploadTrouble = {
  said: { kind: 'misbehaves', facts: { why: { kind: 'asks-for-paid', facts: {} } } },
  isMoney: true,
};

/** An order that was begun when the process ended: paid, it is named from now on; on its way, it is waited for. */
const settlePending = (
  parts: EscrowPaying,
  thing: { readonly url: string; readonly uuid?: string },
): UploadTrouble | undefined => {
  const record = escrowRecord(parts.store);
  if (record === undefined) return undefined;
  switch (begunOrder(parts.store, record, thing)) {
    case 'none':
    case 'closed':
      return undefined;
    case 'paid':
      settleBegun(parts, record, thing);
      return undefined;
    case 'paying':
      return { said: { kind: 'paying', facts: {} }, isMoney: true };
  }
};

type Demanded =
  | PaymentRequired
  | { readonly kind: 'payment-timeout' }
  | { readonly kind: 'payment-trouble'; readonly status: number; readonly code: number };

/** Pays what is asked for; after that the same upload is sent again. */
const answerDemand = async (
  parts: EscrowPaying,
  demand: Demanded,
  { config, ...about }: Pick<Parameters<typeof payFor>[1], 'thing' | 'fee'> & Pick<AskedPlace, 'config'>,
  tries: number,
): Promise<Uploaded<void>> => {
  if (demand.kind !== 'payment-required')
    return demand.kind === 'payment-timeout'
      ? err(ASKS_FOR_PAID)
      : err({
          said: { kind: 'silent', facts: { why: { kind: 'payment-service-silent', facts: {} } } },
          isMoney: true,
        });
  if (tries === MAX_TRIES - 1) return err(ASKS_FOR_PAID);
  const paid = await payFor(parts, { ...about, saidAt: config.saidAt, payUri: demand.payUri });
  if (paid.ok) return ok(undefined);
  const said: Said<'escrow'> =
    paid.error.kind === 'lacks-coins'
      ? { kind: 'lacks-coins', facts: { lacking: amountToText(dueAt(parts, about, config)) } }
      : paid.error;
  // A document gets a fresh order with the next upload; a method's order has the method's own number.
  if (said.kind === 'order-lost' && about.thing.uuid === undefined) {
    forgetBegun(parts, about.thing);
    return err({ said: { kind: 'paying', facts: {} }, isMoney: true });
  }
  return err({ said, isMoney: true });
};

/** What the place is still to be paid, this thing and all after it: whoever adds money adds it once. */
const dueAt = (
  { store, world }: EscrowPaying,
  { thing, fee }: Pick<Parameters<typeof payFor>[1], 'thing' | 'fee'>,
  { annualFee, truthUploadFee }: AskedPlace['config'],
): Amount => {
  const record = escrowRecord(store);
  const isDue = (each: Paid): boolean => each.paidUntil === undefined || isRenewalDue(each, world.now());
  const others = [
    ...(record?.places ?? [])
      .filter((each) => each.url === thing.url && thing.uuid !== undefined && isDue(each))
      .map(() => annualFee),
    ...(record?.methods ?? [])
      .filter((each) => each.url === thing.url && each.uuid !== thing.uuid && isDue(each))
      .map(() => truthUploadFee),
  ];
  return others.filter(({ currency }) => currency === fee.currency).reduce(addCapped, fee);
};
