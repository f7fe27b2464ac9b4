// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { crockToBytes } from '../../bytes/encodings.ts';
import type { ExchangeFailure } from '../failure.ts';
import type { Generation } from '../generation.ts';
import type { ExchangeAccount, ExchangeKeys, GlobalFee, SignKey, WireFee } from './model.ts';
import type { FlatKeys, GroupedKeys } from './schema.ts';
import {
  masterGlobalFeesBlock,
  masterSigningKeyBlock,
  masterWireDetailsBlock,
  masterWireDetailsBlockV12,
  masterWireFeesBlock,
} from '../../purposes/master.ts';

// What `/keys` says besides the denominations: signing keys, accounts, fees. One bad signature spoils the document, except
// that of a signing key, which is left out.

type Fees = GroupedKeys['wire_fees'];
type IsSigned = (block: Uint8Array, signature: string) => boolean;
/** As the document says it, unchecked. */
export type SaidTerms = {
  readonly generation: Generation;
  readonly currency: string;
  readonly common: GroupedKeys | FlatKeys;
  readonly accounts: GroupedKeys['accounts'];
  readonly fees: Fees;
  /** whether the master key made this signature (crock) */
  readonly isSigned: IsSigned;
};
type Terms = Pick<ExchangeKeys, 'signKeys' | 'accounts' | 'wireFees' | 'globalFees'>;

/** The terms of an exchange if they are in its one currency and the master key signed them; fails when no signing key is certified. */
export const readTerms = ({
  generation,
  currency,
  common,
  accounts,
  fees,
  isSigned,
}: SaidTerms): Result<Terms, ExchangeFailure> => {
  const mixed = [
    ...Object.values(fees)
      .flat()
      .flatMap(({ wire_fee, closing_fee }) => [wire_fee, closing_fee]),
    ...common.global_fees.flatMap(({ history_fee, account_fee, purse_fee }) => [history_fee, account_fee, purse_fee]),
  ].find((text) => amount(text).currency !== currency);
  if (mixed !== undefined) return err({ kind: 'currency-mismatch', expected: currency, got: amount(mixed).currency });

  const signKeys = readSignKeys(common, isSigned);
  if (signKeys.length === 0) return err({ kind: 'bad-master-signature', what: 'signing keys' });
  const badAccount = accounts.find((account) => !isSigned(wireDetailsBlock(account, generation), account.master_sig));
  if (badAccount) return err({ kind: 'bad-master-signature', what: `account ${badAccount.payto_uri}` });
  for (const [method, list] of Object.entries(fees)) {
    const good = list.every((fee) =>
      isSigned(
        masterWireFeesBlock({
          method,
          start: fee.start_date,
          end: fee.end_date,
          wireFee: amount(fee.wire_fee),
          closingFee: amount(fee.closing_fee),
        }),
        fee.sig,
      ),
    );
    if (!good) return err({ kind: 'bad-master-signature', what: `wire fees of ${method}` });
  }
  const globalFees = common.global_fees.map(readGlobalFee);
  if (!globalFees.every((fee, at) => isSigned(masterGlobalFeesBlock(fee), common.global_fees[at]?.master_sig ?? '')))
    return err({ kind: 'bad-master-signature', what: 'global fees' });
  return ok({
    signKeys,
    accounts: accounts.map(readAccount),
    wireFees: byName(Object.entries(fees).map(([method, list]) => [method, list.map(readWireFee)])),
    globalFees,
  });
};

const readSignKeys = (common: GroupedKeys | FlatKeys, isSigned: IsSigned): readonly SignKey[] =>
  common.signkeys
    .filter((key) =>
      isSigned(
        masterSigningKeyBlock({
          stampStart: key.stamp_start,
          stampExpire: key.stamp_expire,
          stampEnd: key.stamp_end,
          key: crockToBytes(key.key),
        }),
        key.master_sig,
      ),
    )
    .map((key) => ({
      pub: key.key,
      stampStart: key.stamp_start,
      stampExpire: key.stamp_expire,
      stampEnd: key.stamp_end,
    }));

const wireDetailsBlock = (account: GroupedKeys['accounts'][number], generation: Generation): Uint8Array =>
  generation === 'v14'
    ? masterWireDetailsBlockV12({ payto: account.payto_uri })
    : masterWireDetailsBlock({
        payto: account.payto_uri,
        ...(account.conversion_url === undefined ? {} : { conversionUrl: account.conversion_url }),
        debitRestrictions: account.debit_restrictions,
        creditRestrictions: account.credit_restrictions,
      });

const readAccount = (account: GroupedKeys['accounts'][number]): ExchangeAccount => ({
  paytoUri: account.payto_uri,
  ...(account.conversion_url === undefined ? {} : { conversionUrl: account.conversion_url }),
  debitRestrictions: account.debit_restrictions,
  creditRestrictions: account.credit_restrictions,
  priority: account.priority,
  ...(account.bank_label === undefined ? {} : { bankLabel: account.bank_label }),
});

const readWireFee = (fee: Fees[string][number]): WireFee => ({
  wireFee: amount(fee.wire_fee),
  closingFee: amount(fee.closing_fee),
  start: fee.start_date,
  end: fee.end_date,
});

/** Without a prototype: a merchant chooses the name that is looked up, and "constructor" must find nothing. */
const byName = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries));

const readGlobalFee = (fee: GroupedKeys['global_fees'][number]): GlobalFee => ({
  start: fee.start_date,
  end: fee.end_date,
  historyFee: amount(fee.history_fee),
  accountFee: amount(fee.account_fee),
  purseFee: amount(fee.purse_fee),
  historyExpiration: fee.history_expiration,
  purseTimeout: fee.purse_timeout,
  purseAccountLimit: fee.purse_account_limit,
});
