// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { readJson, request, shownUrl } from '../wire/http.ts';
import { amountSchema } from '../wire/schemas.ts';
import { bankFailure, type BankFailure } from './failure.ts';

/** One withdrawal that a bank offers, by its address there. */
export type BankOperation = { readonly bankBaseUrl: string; readonly operationId: string };

const STATES = ['pending', 'selected', 'confirmed', 'aborted'] as const;
/** Where a withdrawal is at the bank. */
export type OperationState = (typeof STATES)[number];

/**
 * Whose the sum is to say: the bank's, and the same for everybody (`fixed`); the person's, up to `most` where there is a most (`open`);
 * or whoever pays in at the bank, who tells the exchange alone (`at-bank`).
 */
export type OperationSum =
  | { readonly kind: 'fixed'; readonly amount: Amount }
  | { readonly kind: 'open'; readonly suggested: Amount | undefined; readonly most: Amount | undefined }
  | { readonly kind: 'at-bank' };

export type OperationStatus = {
  readonly state: OperationState;
  readonly sum: OperationSum;
  /** undefined: nothing in the answer names one (banks of before have a currency of their own) */
  readonly currency: string | undefined;
  /** the sum that the bank names, whoever it is that may say it */
  readonly amount: Amount | undefined;
  /** what the bank and whoever issued the card take beside the sum */
  readonly cardFees: Amount | undefined;
  readonly wireFee: Amount | undefined;
  readonly wireTypes: readonly string[];
  readonly senderWire: string | undefined;
  readonly suggestedExchange: string | undefined;
  /** no other than this one may be taken */
  readonly requiredExchange: string | undefined;
  readonly confirmUrl: string | undefined;
};

/** How long to wait at the bank while it is still so there; `speaks` says in which words. */
export type OperationWait = { readonly ms: number; readonly oldState: OperationState; readonly speaks: number };

const LONG_POLL_SLACK_MS = 30_000;
/** From here on a wait is called `timeout_ms` and names the state that is known. */
const NAMES_STATE_SINCE = 3;

const text = z.string().max(2048);
const sum = amountSchema.optional();
const statusSchema = z
  .object({
    // The 2022 form has three flags; newer banks say the same in one word.
    selection_done: z.boolean().optional(),
    transfer_done: z.boolean().optional(),
    aborted: z.boolean().optional(),
    status: z.enum(STATES).optional(),
    currency: z.string().max(20).optional(),
    amount: sum,
    suggested_amount: sum,
    max_amount: sum,
    editable_amount: z.boolean().optional(),
    no_amount_to_wallet: z.boolean().optional(),
    card_fees: sum,
    wire_fee: sum,
    wire_types: z.array(text).max(100).default([]),
    sender_wire: text.optional(),
    suggested_exchange: text.optional(),
    required_exchange: text.optional(),
    confirm_transfer_url: text.optional(),
  })
  .refine((it) => it.status !== undefined || it.transfer_done !== undefined, 'neither status nor transfer_done');
type StatusBody = z.infer<typeof statusSchema>;
const selectedSchema = z.object({
  transfer_done: z.boolean().optional(),
  status: z.enum(STATES).optional(),
  confirm_transfer_url: text.optional(),
});

/** `GET withdrawal-operation/$ID`, optionally waiting at the server while nothing changes. */
export const operationStatus = async (
  world: World,
  { bankBaseUrl, operationId, wait }: BankOperation & { readonly wait?: OperationWait },
): Promise<Result<OperationStatus, BankFailure>> => {
  const url = new URL(`withdrawal-operation/${encodeURIComponent(operationId)}`, bankBaseUrl);
  if (wait !== undefined) {
    const ms = String(Math.floor(wait.ms));
    if (wait.speaks < NAMES_STATE_SINCE) url.searchParams.set('long_poll_ms', ms);
    else {
      url.searchParams.set('timeout_ms', ms);
      url.searchParams.set('old_state', wait.oldState);
    }
  }
  const answer = await request(world, {
    method: 'GET',
    url: url.href,
    ...(wait === undefined ? {} : { timeoutMs: wait.ms + LONG_POLL_SLACK_MS }),
  });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(bankFailure(answer.value, url.href));
  const read = readJson(answer.value, url.href, statusSchema);
  if (!read.ok) return read;
  const currencies = currenciesOf(read.value);
  if (currencies.size > 1)
    return err({ kind: 'malformed-response', url: shownUrl(url.href), status: 200, why: 'amount: two currencies' });
  return ok(statusOf(read.value, [...currencies][0]));
};

/** The currencies that an operation names for what it moves; one that can be believed names one. */
const currenciesOf = (it: StatusBody): ReadonlySet<string> =>
  new Set([
    ...[it.amount, it.suggested_amount, it.max_amount].flatMap((each) => each?.split(':')[0] ?? []),
    ...(it.currency === undefined ? [] : [it.currency.toUpperCase()]),
  ]);

const statusOf = (it: StatusBody, currency: string | undefined): OperationStatus => {
  const read = (each: string | undefined): Amount | undefined => (each === undefined ? undefined : amount(each));
  return {
    state:
      it.status ??
      (it.aborted ? 'aborted' : it.transfer_done ? 'confirmed' : it.selection_done ? 'selected' : 'pending'),
    sum: sumOf(it),
    currency,
    amount: read(it.amount),
    cardFees: read(it.card_fees),
    wireFee: read(it.wire_fee),
    wireTypes: it.wire_types,
    senderWire: it.sender_wire,
    suggestedExchange: it.suggested_exchange,
    requiredExchange: it.required_exchange,
    confirmUrl: it.confirm_transfer_url,
  };
};

/** A bank that fixes a sum says nothing else about it; a suggestion beyond the bank's own most is none. */
const sumOf = (it: StatusBody): OperationSum => {
  if (it.no_amount_to_wallet === true) return { kind: 'at-bank' };
  if (it.amount !== undefined && it.editable_amount !== true) return { kind: 'fixed', amount: amount(it.amount) };
  const most = it.max_amount === undefined ? undefined : amount(it.max_amount);
  const first = it.suggested_amount ?? it.amount;
  const suggested = first === undefined ? undefined : amount(first);
  const fits = suggested !== undefined && suggested.units > 0n && (most === undefined || suggested.units <= most.units);
  return { kind: 'open', suggested: fits ? suggested : undefined, most };
};

/**
 * `POST withdrawal-operation/$ID`; idempotent for the same reserve. `exchangePayto` is an account of the exchange whose 1030 signature was
 * verified; `amount` goes along only where the bank leaves the sum to the wallet.
 */
export const selectReserve = async (
  world: World,
  {
    bankBaseUrl,
    operationId,
    reservePub,
    exchangePayto,
    amount: chosen,
  }: BankOperation & { readonly reservePub: string; readonly exchangePayto: string; readonly amount?: string },
): Promise<Result<{ readonly transferDone: boolean; readonly confirmUrl: string | undefined }, BankFailure>> => {
  const url = new URL(`withdrawal-operation/${encodeURIComponent(operationId)}`, bankBaseUrl).href;
  const answer = await request(world, {
    method: 'POST',
    url,
    json: {
      reserve_pub: reservePub,
      selected_exchange: exchangePayto,
      ...(chosen === undefined ? {} : { amount: chosen }),
    },
  });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(bankFailure(answer.value, url));
  const read = readJson(answer.value, url, selectedSchema);
  if (!read.ok) return read;
  const { transfer_done, status, confirm_transfer_url: confirmUrl } = read.value;
  if (status === 'aborted') return err({ kind: 'operation-aborted' });
  return ok({ transferDone: transfer_done ?? status === 'confirmed', confirmUrl });
};
