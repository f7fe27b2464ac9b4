// SPDX-License-Identifier: GPL-3.0-or-later
import { parseAmount } from '../../../shared/amount.ts';
import { isTooFine, leastOf } from '../../../shared/currency-look.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { explainBackupFailure } from '../../backup/failure/explain.ts';
import { explainFailure } from '../../wallet/failure/explain.ts';

/** What a schema calls optional may be there and undefined; the wallet's functions want it absent. */
export const given = <T extends object>(input: T): Given<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<T>;
type Given<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** A failure of the wallet's as the window gets it. */
export const money = (failure: Parameters<typeof explainFailure>[0]): Result<never, FailureView> =>
  err(explainFailure(failure));

export const orMoney = <T>(result: Result<T, Parameters<typeof explainFailure>[0]>): Result<T, FailureView> =>
  result.ok ? result : money(result.error);

export const orBackup = <T>(result: Result<T, Parameters<typeof explainBackupFailure>[0]>): Result<T, FailureView> =>
  result.ok ? result : err(explainBackupFailure(result.error));

/** Why a sum that somebody typed has more digits than its currency; undefined when it has not, or is none. */
export const tooFine = (text: string | undefined): Result<never, FailureView> | undefined => {
  const read = parseAmount(text ?? '');
  if (!read.ok || !isTooFine(read.value)) return undefined;
  return err({ kind: 'amount-too-fine', facts: { least: leastOf(read.value.currency) } });
};
