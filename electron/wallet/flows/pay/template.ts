// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, parseAmount, type Amount } from '../../../../shared/amount.ts';
import { plainText } from '../../../../shared/names.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { PayOfferView, TemplateView } from '../../../../shared/view-shops.ts';
import { checkShopVersion } from '../../../taler/merchant/shop-version.ts';
import {
  orderFromTemplate,
  readTemplate,
  type Template,
  type TemplateAddress,
} from '../../../taler/merchant/template.ts';
import { parseTalerUri, talerUriToText, type TalerUri } from '../../../taler/wire/taler-uri.ts';
import type { Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { contractOf } from './offer.ts';
import { close } from './pay.ts';
import { merchantAt } from './purchase-words.ts';

// An offer that a shop keeps ready (`taler://pay-template/…`): what it fixes is shown and stays, what it leaves open its person says.
// The order that comes of it is claimed, checked and shown like any other; money follows only then.

/** What its person says to what is open. */
export type SaidToTemplate = { readonly amount?: string; readonly summary?: string };

type TemplateUri = Extract<TalerUri, { readonly action: 'template' }>;

/** Reads an offer: what is fixed, and what its person is asked. */
export const lookAtTemplate = async (
  wallets: Wallets,
  talerUri: string,
): Promise<Result<TemplateView, WalletFailure>> => {
  const uri = readUri(talerUri);
  if (!uri.ok) return uri;
  const template = await fetchTemplate(wallets, uri.value);
  return template.ok ? ok(templateView(uri.value, template.value)) : template;
};

/** Has the shop write the order, claims it with `prepare` and gives its link, which is opened like any other; one that is not what was asked for is left. */
export const orderOfTemplate = async (
  wallets: Wallets,
  talerUri: string,
  said: SaidToTemplate,
  prepare: (talerUri: string) => Promise<Result<PayOfferView, WalletFailure>>,
): Promise<Result<{ readonly uri: string }, WalletFailure>> => {
  const uri = readUri(talerUri);
  if (!uri.ok) return uri;
  const { merchantBaseUrl } = uri.value;
  const template = await fetchTemplate(wallets, uri.value);
  if (!template.ok) return template;
  const filled = fillIn(merchantBaseUrl, template.value, said);
  if (!filled.ok) return filled;
  const made = await orderFromTemplate(wallets.world, uri.value, filled.value.sent);
  if (!made.ok) return made;
  const { orderId, token: claimToken } = made.value;
  const order = talerUriToText({
    action: 'pay',
    merchantBaseUrl,
    orderId,
    sessionId: '',
    ...(claimToken === undefined ? {} : { claimToken }),
  });
  const offer = await prepare(order);
  if (!offer.ok) return offer;
  if (isAsAsked(wallets, offer.value.purchaseId, filled.value)) return ok({ uri: order });
  close(wallets, offer.value.purchaseId, 'template-differs');
  return err({ kind: 'template-differs', url: merchantBaseUrl });
};

const readUri = (talerUri: string): Result<TemplateUri, WalletFailure> => {
  const uri = parseTalerUri(talerUri);
  if (!uri.ok) return uri;
  const { value } = uri;
  if (value.action === 'template') return ok(value);
  return err({
    kind: 'wrong-taler-uri',
    expected: 'pay',
    got: value.action === 'unsupported' ? value.name : value.action,
  });
};

const fetchTemplate = async (
  { world, strangeLooks }: Wallets,
  address: TemplateAddress,
): Promise<Result<Template, WalletFailure>> => {
  const spoken = await checkShopVersion(world, address.merchantBaseUrl);
  if (!spoken.ok) return spoken;
  strangeLooks.hearAll(spoken.value);
  return readTemplate(world, address);
};

/** A link proposes what its shop leaves open, and changes nothing of what is fixed. */
const templateView = (uri: TemplateUri, { summary, amount: sum, currency }: Template): TemplateView => {
  const asked = uri.amount === undefined ? undefined : parseAmount(uri.amount);
  const isOurs = asked?.ok === true && (currency === undefined || asked.value.currency === currency);
  const proposed = 'fixed' in sum ? undefined : isOurs ? asked.value : sum.proposed;
  const words = 'fixed' in summary ? undefined : (uri.summary ?? summary.proposed);
  return {
    ...merchantAt(uri.merchantBaseUrl, ''),
    ...('fixed' in summary ? { summary: plainText(summary.fixed) } : {}),
    ...('fixed' in sum ? { amount: amountToText(sum.fixed) } : {}),
    ...(words === undefined ? {} : { proposedSummary: plainText(words).slice(0, LONGEST_SUMMARY) }),
    ...(proposed === undefined ? {} : { proposedAmount: amountToText(proposed) }),
    ...(currency === undefined ? {} : { currency }),
  };
};

/** What anybody says a payment is for. */
const LONGEST_SUMMARY = 200;

/** What the order must say, and what of it the shop has to be told. */
type Filled = {
  readonly amount: Amount;
  readonly summary: string;
  readonly sent: { readonly amount?: Amount; readonly summary?: string };
};

const fillIn = (merchantBaseUrl: string, template: Template, said: SaidToTemplate): Result<Filled, WalletFailure> => {
  const open = (what: 'amount' | 'summary') => err({ kind: 'template-open', url: merchantBaseUrl, what } as const);
  const sum =
    'fixed' in template.amount ? ok(template.amount.fixed) : readSum(said.amount, template.currency, merchantBaseUrl);
  if (!sum.ok) return sum;
  if (sum.value === undefined) return open('amount');
  const words = 'fixed' in template.summary ? template.summary.fixed : (said.summary?.trim() ?? '');
  if (words === '') return open('summary');
  return ok({
    amount: sum.value,
    summary: words,
    sent: {
      ...('fixed' in template.amount ? {} : { amount: sum.value }),
      ...('fixed' in template.summary ? {} : { summary: words }),
    },
  });
};

const readSum = (
  said: string | undefined,
  currency: string | undefined,
  merchantBaseUrl: string,
): Result<Amount | undefined, WalletFailure> => {
  if (said === undefined || said === '') return ok(undefined);
  const sum = parseAmount(said);
  if (!sum.ok) return sum;
  return currency === undefined || sum.value.currency === currency
    ? sum
    : err({ kind: 'wrong-currency', exchange: merchantBaseUrl, expected: currency, got: sum.value.currency });
};

/** Where the contract leaves a choice, each of its prices is shown and chosen anyway. */
const isAsAsked = ({ store }: Wallets, purchaseId: string, { amount: wanted, summary }: Filled): boolean => {
  const purchase = store.entry('purchase', purchaseId)?.value;
  const terms = purchase && contractOf(purchase);
  if (terms?.ok !== true) return false;
  const price = purchase?.amount === undefined ? undefined : amount(purchase.amount);
  const isPrice = price === undefined || (price.currency === wanted.currency && price.units === wanted.units);
  return isPrice && terms.value.summary === summary;
};
