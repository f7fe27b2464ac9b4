// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, parseAmount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AgreedView } from '../../../shared/view.ts';
import type { Tx } from '../../storage/store.ts';
import type { Wallets } from '../context.ts';
import { readNoted } from '../failure/noted.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { noteAgreed as noteAgreedReissue } from '../flows/peer/reissue.ts';
import { agreeToReturns } from '../flows/refresh/dear-returns.ts';
import { agreeToRenewal } from '../flows/refresh/known.ts';
import type { Runner } from './runner.ts';

/** What may ask: money in a reserve of ours, or still with its sender. */
const KINDS = ['withdrawal', 'push-in'] as const;

/**
 * Lets exactly this withdrawal go on, whose fees are above what was agreed, or renews the coins of this exchange that another copy may know: `shown` is what its person saw that would be
 * left. Refused, with nothing changed, for whatever does not ask; and asked again when less would be left than was seen.
 */
export const agreeToFees = async (
  wallets: Wallets,
  { drive, pending }: Pick<Runner, 'drive' | 'pending'>,
  id: string,
  shown: string,
): Promise<Result<AgreedView, WalletFailure>> => {
  const { store } = wallets;
  const reissue = await agreeToReissue(wallets, drive, id, shown);
  if (reissue) return ok({ id, state: pending().some((each) => each.id === id) ? 'pending' : 'done' });
  const returns = agreeToReturns(wallets, id, shown);
  if (returns?.ok === true) await drive({ kind: 'renewal', id });
  if (returns) return returns;
  if (store.local.mark('renewal-open')?.asking.includes(id) === true) return agreeToRenewal(wallets, id, shown);
  const question = KINDS.flatMap((kind) => {
    const why = readNoted(store.local.task(kind, id)?.lastFailure)?.why;
    const exchange = store.entry(kind, id)?.value.exchange;
    return why?.kind === 'withdrawal-fees' && exchange !== undefined ? [{ kind, why, exchange }] : [];
  })[0];
  if (question === undefined) return err({ kind: 'not-asked-about-fees', id: id.slice(0, 64) });
  const { kind, why: asked, exchange } = question;
  const seen = parseAmount(shown);
  if (!seen.ok) return seen;
  const { sum, fees, total } = asked.facts;
  const [came, left] = [amount(sum), amount(total)];
  if (seen.value.currency !== came.currency || seen.value.units > left.units)
    return err({ kind: 'withdrawal-fees', exchange, why: 'dearer', sum, fees, total });
  const agreed = amountToText({ ...came, units: came.units - seen.value.units });
  store.transaction((tx) => {
    noteAgreed(tx, kind, id, agreed);
    tx.local.deleteTask(kind, id);
  });
  const outcome = await drive({ kind, id });
  // A go that was under way may have looked a moment before the yes.
  if (outcome.kind === 'failed' && outcome.failure.kind === 'withdrawal-fees') await drive({ kind, id });
  return ok({ id, state: pending().some((each) => each.id === id) ? 'pending' : 'done' });
};

/** Lets money at an exchange be paid to ourselves, when that is what was shown; false for any other question under this id. */
const agreeToReissue = async (
  { store }: Wallets,
  drive: Runner['drive'],
  id: string,
  shown: string,
): Promise<boolean> => {
  const why = readNoted(store.local.task('reissue', id)?.lastFailure)?.why;
  if (why?.kind !== 'reissue-asks' || why.facts.total !== shown) return false;
  store.transaction((tx) => {
    noteAgreedReissue(tx.local, id, { fees: why.facts.fees });
    tx.local.deleteTask('reissue', id);
  });
  await drive({ kind: 'reissue', id });
  return true;
};

const noteAgreed = (tx: Tx, kind: (typeof KINDS)[number], id: string, agreed: string): void => {
  const value = tx.entry(kind, id)?.value;
  if (!value) throw new Error('defect: what asked about its fees has vanished');
  tx.put(kind, id, { ...value, max_fees: agreed });
};
