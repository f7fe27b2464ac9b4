// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { quoted } from '../../../../shared/facts/read.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { readTransfer } from '../../../../shared/transfer.ts';
import type { ConversionView, TransferWay } from '../../../../shared/view-bank.ts';
import type { Withdrawal } from '../../../state/entry.ts';
import { sentFor } from '../../../taler/bank/conversion.ts';
import type { ExchangeAccount, ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { fundingPayto, normalizePayto, parsePayto } from '../../../taler/wire/payto.ts';
import { checkPlace } from '../../../taler/wire/place.ts';
import type { Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { hintsOf, isDenial } from '../account-rules.ts';
import { DAY_MS } from '../flow.ts';

// An exchange may bank at several places, and in other money than it issues. Each of its accounts is a way for the same transfer: the
// subject names the reserve, whichever of them it comes to.

/** Nobody chooses among more. */
const MOST_WAYS = 8;
const MOST_DAYS = 3_650;

/** The accounts that a transfer may be sent to, the ones in the exchange's own money first; none that takes from nobody or whose reference cannot be. */
const openAccounts = ({ accounts }: Pick<ExchangeKeys, 'accounts'>): readonly ExchangeAccount[] =>
  [...accounts]
    .filter(({ paytoUri, creditRestrictions }) => {
      const isOpen = parsePayto(paytoUri).ok && !creditRestrictions.some(isDenial);
      return isOpen && readTransfer(paytoUri).badReference === undefined;
    })
    .sort((a, b) => Number(isOther(a)) - Number(isOther(b)) || b.priority - a.priority)
    .slice(0, MOST_WAYS)
    .filter(({ paytoUri }, at, all) => all.findIndex((each) => each.paytoUri === paytoUri) === at);

const isOther = ({ conversionUrl }: ExchangeAccount): boolean => conversionUrl !== undefined;

/** The ways for a transfer of this sum to this reserve, the best first. */
export const waysFor = (keys: ExchangeKeys, sum: Amount, reservePub: string): readonly TransferWay[] =>
  openAccounts(keys).map((account) => {
    const hints = hintsOf(account.creditRestrictions);
    return {
      payto: fundingPayto(account.paytoUri, isOther(account) ? undefined : sum, reservePub),
      ...(account.bankLabel === undefined ? {} : { label: quoted(account.bankLabel) }),
      ...(hints.length === 0 ? {} : { only: hints }),
      ...(isOther(account) ? { converts: true as const } : {}),
    };
  });

/** What has come and was not fetched stays there so many days, then it goes back; undefined where that is no time that anybody waits for. */
export const keptDays = ({ reserveClosingDelay: { d_us: micros } }: Pick<ExchangeKeys, 'reserveClosingDelay'>) => {
  const days = typeof micros === 'number' ? Math.floor(micros / 1_000 / DAY_MS) : 0;
  return days > 0 && days <= MOST_DAYS ? days : undefined;
};

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
