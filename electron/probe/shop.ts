// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { readJson, request } from '../taler/wire/http.ts';
import { merchantConfig } from '../taler/merchant/config.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';
import { parseTalerUri, type TalerUri } from '../taler/wire/taler-uri.ts';
import { crockToBytes } from '../taler/bytes/encodings.ts';
import { orderStatus } from '../taler/merchant/order.ts';
import type { WalletFailure } from '../wallet/failure/failure.ts';
import { differs, explained, failed, holds, notReached, notTried, type CheckName } from './checks.ts';
import { isLink } from './money.ts';
import { partOf, sensibleSum } from './sum.ts';
import { areHeld, WORK_MS, type MoneyWalk, type Walk } from './walk.ts';

const orderedSchema = z.object({ order_id: z.string().max(200), token: z.string().max(200).optional() });
const unpaidSchema = z.object({ taler_pay_uri: z.string().max(2048) });
const REST = ['shop-payment', 'shop-status'] as const satisfies readonly CheckName[];

/** A payment at a shop: an order that its link names, one that comes of the offer its link names, or one that the shop lets us make. */
export const lookAtShop = async (walk: Walk, money: MoneyWalk | undefined): Promise<void> => {
  const { merchant } = walk.wish;
  if (merchant === undefined || areHeld(walk, REST)) return;
  const link = isLink(merchant) ? parseTalerUri(merchant) : undefined;
  const read = parseBaseUrl(merchant);
  const said = link?.ok === true && isOfShop(link.value) ? link.value : undefined;
  const baseUrl = said?.merchantBaseUrl ?? (read.ok ? read.value : undefined);
  if (baseUrl === undefined) {
    walk.note(failed('shop-config', { kind: 'malformed-base-url', text: merchant.slice(0, 120) }));
    return;
  }
  walk.nameServer('merchant', baseUrl);
  walk.begin('shop-config');
  const config = await merchantConfig(walk.world, baseUrl);
  if (!config.ok) {
    walk.note(failed('shop-config', config.error));
    return;
  }
  walk.note(holds({ kind: 'shop-config', facts: { version: config.value.version } }));
  if (money === undefined || walk.checkOf('withdrawal')?.state !== 'holds') {
    for (const name of REST) walk.note(notReached(name, { kind: 'before', facts: {} }));
    return;
  }
  walk.begin('shop-payment');
  const before = purchaseAt(money, baseUrl);
  const uri =
    said === undefined
      ? await orderAt(money, baseUrl)
      : said.action === 'pay' || before !== undefined
        ? ok(merchant)
        : await orderOf(money, merchant);
  if (before === undefined && !uri.ok) {
    walk.note(
      uri.error === 'refused'
        ? notTried('shop-payment', { kind: 'needs-order', facts: {} })
        : failed('shop-payment', uri.error),
    );
    return;
  }
  if (await pay(money, before, uri.ok ? uri.value : '')) await lookAtStatus(money, baseUrl);
};

const isOfShop = (uri: TalerUri): uri is Extract<TalerUri, { readonly action: 'pay' | 'template' }> =>
  uri.action === 'pay' || uri.action === 'template';

const purchaseAt = ({ store }: MoneyWalk, baseUrl: string): string | undefined =>
  store
    .entries('purchase')
    .find(({ value }) => value.merchant_base_url.startsWith(baseUrl) && value.status !== 'offered')?.id;

/** What is bought there costs this part of the smallest sum. */
const SHARE_OF_SHOP = 8n;

const priceAt = ({ world, keys }: MoneyWalk): string | undefined => {
  const sum = sensibleSum(keys, world.now());
  return sum === undefined ? undefined : amountToText(partOf(keys, sum, SHARE_OF_SHOP, world.now()));
};

/** Has the shop write an order of an offer that stands ready; what its link and the shop leave open is little. */
const orderOf = async (money: MoneyWalk, uri: string): Promise<Result<string, WalletFailure>> => {
  const look = await money.wallet.lookAtTemplate(uri);
  if (!look.ok) return look;
  const sum = look.value.proposedAmount ?? priceAt(money);
  const summary = look.value.proposedSummary ?? 'probe';
  const order = await money.wallet.orderOfTemplate(uri, { summary, ...(sum === undefined ? {} : { amount: sum }) });
  return order.ok ? ok(order.value.uri) : order;
};

/** Makes an order as the shop's own till does; most shops want to be told a secret for that. */
const orderAt = async (money: MoneyWalk, baseUrl: string): Promise<Result<string, 'refused'>> => {
  const { world, wish } = money;
  const headers = wish.merchantToken === undefined ? {} : { authorization: `Bearer ${wish.merchantToken}` };
  const price = priceAt(money);
  if (price === undefined) return err('refused');
  const made = await request(world, {
    method: 'POST',
    url: `${baseUrl}private/orders`,
    headers,
    json: { order: { amount: price, summary: 'probe', fulfillment_url: `${baseUrl}probe` } },
  });
  if (!made.ok || made.value.status !== 200) return err('refused');
  const order = readJson(made.value, baseUrl, orderedSchema);
  if (!order.ok) return err('refused');
  const given = readJson(made.value, baseUrl, unpaidSchema);
  if (given.ok) return ok(given.value.taler_pay_uri);
  const { host, pathname, protocol } = new URL(baseUrl);
  const token = order.value.token === undefined ? '' : `?c=${order.value.token}`;
  return ok(`taler${protocol === 'http:' ? '+http' : ''}://pay/${host}${pathname}${order.value.order_id}/${token}`);
};

const pay = async (walk: MoneyWalk, before: string | undefined, uri: string): Promise<boolean> => {
  const { wallet, store, settle, note, stuck } = walk;
  const offer = before === undefined ? await wallet.preparePay(uri) : undefined;
  if (offer?.ok === false) {
    note(failed('shop-payment', offer.error));
    return false;
  }
  const id = before ?? offer?.value.purchaseId ?? '';
  if (offer !== undefined && !offer.value.payable && offer.value.why !== undefined) {
    note(explained('shop-payment', offer.value.why));
    return false;
  }
  if (offer !== undefined) {
    const { total, choice } = offer.value;
    const paid = await wallet.confirmPay(id, { shown: total, ...(choice === undefined ? {} : { choice }) });
    if (!paid.ok) {
      note(failed('shop-payment', paid.error));
      return false;
    }
  }
  const now = () => store.entry('purchase', id)?.value;
  await settle(() => ['paid', 'failed', 'aborted'].includes(now()?.status ?? ''), WORK_MS);
  const why = stuck();
  if (now()?.status === 'paid') {
    note(holds({ kind: 'shop-payment', facts: { sum: now()?.amount ?? '' } }));
    return true;
  }
  note(
    why === undefined ? notReached('shop-payment', { kind: 'unfinished', facts: {} }) : explained('shop-payment', why),
  );
  return false;
};

const lookAtStatus = async (walk: MoneyWalk, baseUrl: string): Promise<void> => {
  walk.begin('shop-status');
  const purchase = walk.store.entry('purchase', purchaseAt(walk, baseUrl) ?? '')?.value;
  if (purchase?.h_contract === undefined || purchase.amount === undefined) return;
  const status = await orderStatus(walk.world, {
    terms: {
      merchantBaseUrl: purchase.merchant_base_url,
      orderId: purchase.order_id,
      hContract: crockToBytes(purchase.h_contract, 64),
      merchantPub: '',
      amount: amount(purchase.amount),
    },
  });
  if (!status.ok) walk.note(failed('shop-status', status.error));
  else if (status.value.state === 'paid') walk.note(holds({ kind: 'shop-status', facts: {} }));
  else walk.note(differs('shop-status', { kind: 'other', facts: { what: status.value.state } }));
};
