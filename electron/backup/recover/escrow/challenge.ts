// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, compareAmounts } from '../../../../shared/amount.ts';
import { quoted } from '../../../../shared/facts/read.ts';
import type { Said } from '../../../../shared/facts/subjects.ts';
import type { Purchase } from '../../../state/entry.ts';
import type { Store } from '../../../storage/store.ts';
import type { PaymentRequired, PaymentTimeout, PaymentTrouble } from '../../../taler/anastasis/answer.ts';
import { requestChallenge, type ChallengeAsked, type WireInstructions } from '../../../taler/anastasis/challenge.ts';
import { anastasisConfig } from '../../../taler/anastasis/config.ts';
import type { EscrowMethod } from '../../../taler/anastasis/document.ts';
import { waitAfterTries, type answerChallenge } from '../../../taler/anastasis/solve.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import { parseTalerUri } from '../../../taler/wire/taler-uri.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import type { World } from '../../../world.ts';
import { whyOfService } from '../../providers/service-trouble.ts';
import type { Way } from './session.ts';
import { fullMinute, waitOf } from './ways.ts';

/** What the steps of a recovery work with. */
export type StepParts = {
  readonly world: World;
  readonly store: Store;
  readonly wallet: Pick<Wallet, 'balances' | 'feeTotal' | 'preparePay' | 'confirmPay'>;
};
/** One way, of a recovery or of a rehearsal. */
export type Step = {
  readonly way: Way;
  readonly method: EscrowMethod;
  /** by whose data what comes back is opened */
  readonly who: Parameters<typeof answerChallenge>[1]['who'];
  /** writes down how far it has come, and gives it; undefined where it was stopped meanwhile */
  readonly note: (change: (way: Way) => Way) => Way | undefined;
};

export const silentPlace = (failure: Parameters<typeof whyOfService>[0]): Said<'escrowRecovery'> => ({
  kind: 'place-silent',
  facts: { why: whyOfService(failure) },
});

type Order = NonNullable<Way['order']>;

/** This wallet's payment of an order, if it has begun one. */
export const orderIn = ({ store }: Pick<StepParts, 'store'>, { payUri }: Order): Purchase | undefined => {
  const uri = parseTalerUri(payUri);
  if (!uri.ok || uri.value.action !== 'pay') return undefined;
  const { merchantBaseUrl, orderId } = uri.value;
  return store
    .entries('purchase')
    .find(({ value }) => value.merchant_base_url === merchantBaseUrl && value.order_id === orderId)?.value;
};

/** What names the payment to the place: the order it asked for, unless this wallet can never pay that one any more. */
export const paymentIdOf = (parts: Pick<StepParts, 'store'>, { order }: Way): { readonly paymentId?: string } => {
  if (order === undefined) return {};
  const status = orderIn(parts, order)?.status;
  return status === 'aborted' || status === 'failed' ? {} : { paymentId: order.id };
};

/** Of a transfer that has not come: a minute, then twice as long every time, up to an hour. */
const FIRST_LOOK_MS = 60_000;
const LAST_LOOK_MS = 3_600_000;
export const nextLook = (looks: number): number => Math.min(LAST_LOOK_MS, FIRST_LOOK_MS * 2 ** Math.min(looks, 10));

/** Has a code sent, or learns how a transfer is to be made. For a question or an authenticator nothing is asked. */
export const askChallenge = async (parts: StepParts, step: Step): Promise<void> => {
  const { world } = parts;
  const { way, method, note } = step;
  // Another request would make another code, and the transfer may be on its way with the first.
  if (way.transfer !== undefined) return;
  const asked = await requestChallenge(world, {
    baseUrl: method.url,
    generation: way.generation ?? '2022',
    type: method.type,
    uuid: crockToBytes(method.uuid, 32),
    truthKey: crockToBytes(method.truthKey, 64),
    ...paymentIdOf(parts, way),
  });
  const now = world.now();
  if (!asked.ok) {
    note((each) => ({ ...each, said: [silentPlace(asked.error)] }));
    return;
  }
  const { value } = asked;
  switch (value.kind) {
    case 'payment-required':
    case 'payment-timeout':
    case 'payment-trouble':
      await noteAsked(parts, step, value);
      return;
    default:
      note((each) => afterAsking(each, method, value, now));
  }
};

type Demand = PaymentRequired | PaymentTimeout | PaymentTrouble;

const afterAsking = (way: Way, { type }: EscrowMethod, asked: Exclude<ChallengeAsked, Demand>, now: number): Way => {
  const sent = { ...withoutTries(way), state: 'sent' as const };
  switch (asked.kind) {
    case 'sent':
      return {
        ...sent,
        said: [{ kind: 'code-sent', facts: asked.hint === undefined ? {} : { hint: quoted(asked.hint) } }],
      };
    case 'file':
      return { ...sent, said: [{ kind: 'code-in-file', facts: { file: quoted(asked.filename) } }] };
    case 'wire':
      return {
        ...way,
        state: 'waits',
        transfer: transferOf(asked.instructions),
        looks: 0,
        wait: { since: now, span: nextLook(0) },
        said: [{ kind: 'transfer-awaited', facts: { at: now + nextLook(0) } }],
      };
    case 'ready':
      return { ...way, said: [] };
    default:
      return afterRefusal(way, asked, type, now);
  }
};

const transferOf = ({ amount, creditIban, businessName, subject, answerCode }: WireInstructions) => ({
  amount,
  iban: quoted(creditIban),
  name: quoted(businessName),
  subject: quoted(subject),
  code: answerCode.toString(10),
});

/** A new code has its own three tries; an old one may still be the one that is asked for, and then the place counts on. */
const withoutTries = ({ tries: _tries, ...way }: Way): Way => way;

/** What a place refuses in asking and answering alike. */
export const afterRefusal = (
  way: Way,
  refused:
    | { readonly kind: 'rate-limited'; readonly retryAfterMs?: number | undefined; readonly waitMs?: number }
    | { readonly kind: 'truth-unknown' | 'key-does-not-fit' | 'bad-address' },
  type: string,
  now: number,
): Way => {
  switch (refused.kind) {
    case 'rate-limited': {
      const wait = waitOf(type, now, refused.waitMs ?? refused.retryAfterMs ?? waitAfterTries(type));
      return { ...way, wait, said: [{ kind: 'too-many-tries', facts: { until: fullMinute(now + wait.span) } }] };
    }
    case 'truth-unknown':
      return { ...way, state: 'lost', said: [{ kind: 'lost', facts: {} }] };
    case 'key-does-not-fit':
      return { ...way, state: 'lost', said: [{ kind: 'key-unfit', facts: {} }] };
    case 'bad-address':
      return { ...way, state: 'lost', said: [{ kind: 'address-unfit', facts: {} }] };
  }
};

/** A place wants to be paid: the order's number is kept before anything is paid, for it names the payment afterwards. */
export const noteAsked = async (
  { world, store, wallet }: StepParts,
  { way, method, note }: Step,
  demand: Demand,
): Promise<void> => {
  const announced = way.fee ?? (await announcedFee(world, method));
  const total = announced === undefined ? {} : await totalFor(wallet, announced);
  const wasPaid = way.order !== undefined && orderIn({ store }, way.order)?.status === 'paid';
  note((each) => {
    const priced: Way = { ...each, ...(announced === undefined ? {} : { fee: announced }), state: 'asks-payment' };
    if (demand.kind === 'payment-trouble') return { ...priced, said: [{ kind: 'shop-silent', facts: {} }] };
    if (demand.kind === 'payment-timeout') return { ...priced, said: [{ kind: 'not-paid-yet', facts: {} }] };
    const isSame = each.order?.id === demand.orderId;
    return {
      ...priced,
      order: { id: demand.orderId, payUri: demand.payUri, ...total },
      said: isSame
        ? [{ kind: 'not-paid-yet', facts: {} }]
        : announced === undefined
          ? [{ kind: 'price-unknown', facts: {} }]
          : [{ kind: wasPaid ? 'asks-again' : 'asks-payment', facts: { fee: announced } }],
    };
  });
};

/** What paying it from here would take, where the coins for it are here. */
const totalFor = async (wallet: StepParts['wallet'], feeText: string): Promise<{ readonly total?: string }> => {
  return holdsFee(wallet, feeText) ? { total: amountToText(await wallet.feeTotal(amount(feeText))) } : {};
};

/** What it costs at the least is here, at one issuer. */
export const holdsFee = (wallet: Pick<Wallet, 'balances'>, feeText: string): boolean => {
  const fee = amount(feeText);
  return wallet
    .balances()
    .some(({ currency, available }) => currency === fee.currency && compareAmounts(amount(available), fee) >= 0);
};

/** What its `/config` says now, where it was away when the recovery began. */
const announcedFee = async (world: World, { url, type }: EscrowMethod): Promise<string | undefined> => {
  const config = await anastasisConfig(world, url);
  const fee = config.ok ? config.value.methods.get(type) : undefined;
  return fee && amountToText(fee);
};
