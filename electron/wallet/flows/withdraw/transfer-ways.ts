// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { quoted } from '../../../../shared/facts/read.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { readTransfer } from '../../../../shared/transfer.ts';
import type { ConversionView, TransferWay } from '../../../../shared/view-bank.ts';
import type { Withdrawal } from '../../../state/entry.ts';
import { memberOf } from '../../../taler/bytes/json.ts';
import { sentFor } from '../../../taler/bank/conversion.ts';
import type { ExchangeAccount, ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { fundingPayto, normalizePayto, parsePayto } from '../../../taler/wire/payto.ts';
import { checkPlace } from '../../../taler/wire/place.ts';
import type { Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';

// An exchange may bank at several places, and in other money than it issues. Each of its accounts is a way for the same transfer: the
// subject names the reserve, whichever of them it comes to.

/** Nobody chooses among more. */
const MOST_WAYS = 8;
const MOST_HINTS = 4;

/** The accounts that a transfer may be sent to, the ones in the exchange's own money first; none that takes from nobody or whose reference cannot be. */
const openAccounts = ({ accounts }: Pick<ExchangeKeys, 'accounts'>): readonly ExchangeAccount[] =>
  [...accounts]
    .filter(({ paytoUri, creditRestrictions }) => {
      const isOpen = parsePayto(paytoUri).ok && !creditRestrictions.some((each) => typeOf(each) === 'deny');
      return isOpen && readTransfer(paytoUri).badReference === undefined;
    })
    .sort((a, b) => Number(isOther(a)) - Number(isOther(b)) || b.priority - a.priority)
    .slice(0, MOST_WAYS)
    .filter(({ paytoUri }, at, all) => all.findIndex((each) => each.paytoUri === paytoUri) === at);

const isOther = ({ conversionUrl }: ExchangeAccount): boolean => conversionUrl !== undefined;
const typeOf = (restriction: unknown): unknown => memberOf(restriction, 'type');

/** The ways for a transfer of this sum to this reserve, the best first. */
export const waysFor = (keys: ExchangeKeys, sum: Amount, reservePub: string): readonly TransferWay[] =>
  openAccounts(keys).map((account) => {
    const hints = hintsOf(account);
    return {
      payto: fundingPayto(account.paytoUri, isOther(account) ? undefined : sum, reservePub),
      ...(account.bankLabel === undefined ? {} : { label: quoted(account.bankLabel) }),
      ...(hints.length === 0 ? {} : { only: hints }),
      ...(isOther(account) ? { converts: true as const } : {}),
    };
  });

/**
 * What the exchange says of who may send there. Its patterns are for its own eyes: a pattern of a stranger can take hours on one line,
 * and which account its person sends from nobody here knows.
 */
const hintsOf = ({ creditRestrictions }: ExchangeAccount): readonly string[] =>
  creditRestrictions
    .filter((each) => typeOf(each) === 'regex')
    .map((each) => memberOf(each, 'human_hint'))
    .flatMap((hint) => (typeof hint === 'string' && hint !== '' ? [quoted(hint)] : []))
    .slice(0, MOST_HINTS);

/** The ways of a transfer that was begun: first the one it was begun with, then those that its exchange has now. */
export const waysOf = (
  { exchanges }: Pick<Wallets, 'exchanges'>,
  { exchange, master_pub: masterPub, amount: sum, reserve }: Withdrawal,
  payto: string,
): readonly TransferWay[] => {
  const keys = exchanges.cachedKeys(exchange);
  const now = keys?.masterPub === masterPub ? waysFor(keys, amount(sum), reserve) : [];
  const isFirst = (way: TransferWay): boolean => normalizePayto(way.payto) === normalizePayto(payto);
  return [{ ...now.find(isFirst), payto }, ...now.filter((way) => !isFirst(way))];
};

/** About how much has to be sent by a way that is in other money, by who changes it; nothing is begun or promised. */
export const convertedFor = async (
  wallets: Wallets,
  { exchange, master_pub: masterPub, amount: sum }: Withdrawal,
  { payto }: TransferWay,
): Promise<Result<ConversionView, WalletFailure>> => {
  const open = await wallets.exchanges.open(exchange);
  if (!open.ok) return open;
  const { keys } = open.value;
  if (keys.masterPub !== masterPub) return err({ kind: 'master-key-changed', exchange });
  const account = keys.accounts.find(({ paytoUri }) => normalizePayto(paytoUri) === normalizePayto(payto));
  const conversionUrl = account?.conversionUrl;
  if (conversionUrl === undefined) return err({ kind: 'conversion-unclear', url: exchange });
  if ((await checkPlace(wallets.world, exchange, conversionUrl)) !== undefined)
    return err({ kind: 'conversion-unclear', url: exchange });
  const sent = await sentFor(wallets.world, { conversionUrl, arrives: amount(sum) });
  return sent.ok ? ok({ sum: amountToText(sent.value) }) : sent;
};
