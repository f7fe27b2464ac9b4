// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, parseAmount } from '../../../../shared/amount.ts';
import type { Contribution, Purchase, ValueByKind } from '../../../state/entry.ts';
import { bytesToCrock, crockToBytes, parseCrock } from '../../../taler/bytes/encodings.ts';
import { isObject, memberOf, type JsonObject } from '../../../taler/bytes/json.ts';
import { eddsaVerify } from '../../../taler/crypto/eddsa.ts';
import type { LegacyContent } from '../../../taler/legacy/backup.ts';
import { merchantContractBlock } from '../../../taler/purposes/merchant.ts';
import { hashContract } from '../../../taler/wire/contract-hash.ts';
import { purchaseId, refundId, type Events } from './events.ts';
import type { Scene } from './scene.ts';

type Theirs = LegacyContent['purchases'][number];

/** Brings purchases with their contract, which that wallet leaves out when it reads its own backup, and what came back of them. */
export const bringPurchases = (scene: Scene, events: Events): void => {
  for (const [at, theirs] of scene.content.purchases.entries()) {
    const contract = contractOf(theirs);
    if (contract === 'unsigned') scene.note({ list: 'purchases', at, why: 'unsigned', stake: 'nothing' });
    const id = purchaseId(theirs);
    scene.put('purchase', id, purchaseOf(scene, theirs, contract === 'unsigned' ? undefined : contract));
    for (const refund of theirs.refunds) bringRefund(scene, events, id, refund);
  }
};

type Contract = Required<Pick<Purchase, 'terms' | 'merchant_sig' | 'h_contract' | 'amount'>>;

/** The contract, where its shop has signed it; without scrubbing its hash would be another. */
const contractOf = ({
  contract_terms_raw: terms,
  merchant_sig: signature,
}: Theirs): Contract | 'unsigned' | undefined => {
  if (terms === undefined) return undefined;
  const hash = isObject(terms) ? hashContract(terms) : undefined;
  const [pub, price] = [memberOf(terms, 'merchant_pub'), memberOf(terms, 'amount')];
  const key = typeof pub === 'string' ? parseCrock(pub, 32) : undefined;
  const sum = typeof price === 'string' ? parseAmount(price) : undefined;
  if (hash?.ok !== true || key?.ok !== true || sum?.ok !== true || signature === undefined) return 'unsigned';
  const isSigned = eddsaVerify(
    key.value,
    merchantContractBlock({ contractHash: hash.value }),
    crockToBytes(signature, 64),
  );
  if (!isSigned) return 'unsigned';
  // What has a hash is an object.
  const kept = terms as JsonObject;
  return {
    terms: kept,
    merchant_sig: signature,
    h_contract: bytesToCrock(hash.value),
    amount: amountToText(sum.value),
  };
};

/** How far it has come. A payment that was begun anew and had been confirmed is paid. */
const statusOf = (theirs: Theirs, hasContract: boolean): 'offered' | 'paying' | 'aborted' | 'failed' | 'paid' => {
  const isPaid = theirs.merchant_pay_sig !== undefined || theirs.timestamp_first_successful_pay !== undefined;
  if (theirs.proposal_status === 'paid' || isPaid) return 'paid';
  if (theirs.proposal_status !== 'proposed')
    return theirs.proposal_status === 'permanently-failed' ? 'failed' : 'aborted';
  // What cannot be sent again may have been paid: the coins' own accounts tell.
  if (theirs.pay_info !== undefined) return hasContract ? 'paying' : 'paid';
  return hasContract ? 'offered' : 'aborted';
};

const purchaseOf = (scene: Scene, theirs: Theirs, contract: Contract | undefined): Purchase => {
  const status = statusOf(theirs, contract !== undefined);
  const [coins, exchange] = status === 'paid' || status === 'paying' ? givenBy(scene, theirs, status) : [{}, undefined];
  const session = theirs.download_session_id;
  const paidAt = theirs.timestamp_first_successful_pay ?? theirs.timestamp_accepted;
  return {
    merchant_base_url: theirs.merchant_base_url,
    order_id: theirs.order_id,
    ...(session === undefined || session === '' ? {} : { session_id: session }),
    ...(theirs.claim_token === undefined ? {} : { claim_token: theirs.claim_token }),
    nonce_priv: theirs.nonce_priv,
    ...(contract ?? priceAlone(theirs)),
    ...(exchange === undefined ? {} : { exchange }),
    coins,
    status,
    ...(theirs.merchant_pay_sig === undefined ? {} : { pay_sig: theirs.merchant_pay_sig }),
    created: theirs.timestamp_proposed,
    ...(theirs.timestamp_accepted === undefined ? {} : { begun: theirs.timestamp_accepted }),
    ...(status !== 'paid' || paidAt === undefined ? {} : { paid_at: paidAt }),
  };
};

/** Without its contract, what it took says what it cost. */
const priceAlone = ({ pay_info: paid }: Theirs): Pick<Purchase, 'amount'> =>
  paid === undefined ? {} : { amount: paid.total_pay_cost };

/** What it took from each coin; and the exchange of these coins, for a payment has one. */
const givenBy = (
  { placed, coins }: Scene,
  theirs: Theirs,
  status: 'paid' | 'paying',
): readonly [Purchase['coins'], string | undefined] => {
  const given: Record<string, Contribution> = {};
  let exchange: string | undefined;
  for (const { coin_pub: pub, contribution } of theirs.pay_info?.pay_coins ?? []) {
    const [coin, at] = [coins.get(pub), placed.get(pub)];
    const part = amount(contribution);
    if (coin === undefined || at === undefined || part.currency !== coin.kind.currency) continue;
    exchange ??= coin.kind.exchange;
    const fee = part.units < coin.kind.feeDeposit.units ? part : coin.kind.feeDeposit;
    given[at.id] = { c: contribution, fee: amountToText(fee), s: status === 'paid' ? 'paid' : 'reserved' };
  }
  return [given, exchange];
};

const bringRefund = (
  { placed, coins, put }: Scene,
  { takenUp }: Events,
  purchase: string,
  refund: Theirs['refunds'][number],
): void => {
  const [coin, at] = [coins.get(refund.coin_pub), placed.get(refund.coin_pub)];
  const sum = amount(refund.refund_amount);
  if (coin === undefined || at === undefined || sum.currency !== coin.kind.currency) return;
  const id = refundId(purchase, at.id, refund.rtransaction_id);
  const fee = sum.units < coin.kind.feeRefund.units ? sum : coin.kind.feeRefund;
  const value: ValueByKind['refund'] = {
    purchase,
    coin: at.id,
    rtransaction_id: refund.rtransaction_id,
    amount: refund.refund_amount,
    fee: amountToText(fee),
    created: refund.obtained_time,
    ...(refund.type === 'applied' ? { brought: true } : {}),
    status: refund.type === 'failed' ? 'failed' : takenUp.has(id) ? 'done' : 'announced',
    ...(refund.type === 'failed' ? { why: 'refused' } : {}),
  };
  put('refund', id, value);
};
