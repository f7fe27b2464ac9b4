// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { coinId, type Refresh } from '../../../state/entry.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { V32_SCHEME } from '../../../taler/coin/schemes.ts';
import type { Committed, RefreshSession } from '../../../taler/exchange/exchange.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { sumOfSelection } from '../../at-gate.ts';
import { gammasOf } from '../../coins/gamma.ts';
import { noteProof } from '../../coins/proven.ts';
import { isKnownScheme } from '../../coins/scheme.ts';
import { coinCount, unblindAll } from '../../coins/planchets.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { Refusal, WalletFailure } from '../../failure/failure.ts';
import { statusOfNew } from '../../ledger/known-seeds.ts';
import { openSession } from './refresh-session.ts';
import { isSigned, putAnswer, putRefresh } from './session-book.ts';

// The second half of a refresh: the old coin is melted, and the new ones are asked for until they are here.

/** The index to reveal by. Where copies disagree, or none names a possible one, the exchange says its own again to the same request. */
const askedAgain = async (
  wallets: Wallets,
  id: string,
  refresh: Refresh,
  session: RefreshSession,
): Promise<Result<readonly Committed['noRevealIndex'][], WalletFailure>> => {
  const gammas = gammasOf(refresh);
  if (gammas.length === 1 || (gammas.length > 1 && !isSigned(wallets, refresh))) return ok(gammas);
  if (!isSigned(wallets, refresh)) {
    // Nothing but the exchange's own refusal tells which it was; the new coins' signatures will.
    wallets.store.transaction((tx) => putRefresh(tx, id, { gammas: ANY_GAMMA }));
    return ok([0, 1, 2]);
  }
  const again = await session.commit();
  if (!again.ok) return again;
  putAnswer(wallets, id, again.value);
  return ok([again.value.noRevealIndex]);
};

const ANY_GAMMA = { '0': true, '1': true, '2': true } as const;

/** A wrong index is refused, and nothing comes of it. */
export const revealOne = async (
  session: RefreshSession,
  [gamma, ...others]: readonly Committed['noRevealIndex'][],
): ReturnType<RefreshSession['reveal']> => {
  if (gamma === undefined) throw new Error('defect: a melted refresh without its index');
  const answer = await session.reveal(gamma);
  return answer.ok || others.length === 0 ? answer : revealOne(session, others);
};

/** Has the new coins made, and writes them down after checking every signature. */
export const reveal = async (
  wallets: Wallets,
  id: string,
  refresh: Refresh,
  session: RefreshSession,
): Promise<StepOutcome> => {
  const gammas = await askedAgain(wallets, id, refresh, session);
  if (!gammas.ok) return { kind: 'failed', failure: gammas.error };
  const answer = await revealOne(session, gammas.value);
  if (!answer.ok) {
    // The exchange forgot the commitment (or never finished it): the same one again, then the runner reveals again.
    if (answer.error.kind === 'melt-unknown' && isSigned(wallets, refresh)) {
      const again = await session.commit();
      if (!again.ok) return { kind: 'failed', failure: again.error };
    }
    return afterMelt(wallets, refresh, answer.error);
  }
  const coins = answer.value;
  if (coins.length !== coinCount(refresh.selection)) throw new Error('defect: a refresh made fewer coins than planned');
  const signatures = await unblindAll(
    wallets.world,
    coins,
    coins.map(({ blindSignature }) => blindSignature),
  );
  if (!signatures.ok) return { kind: 'failed', failure: { kind: 'bad-coin-signature', exchange: refresh.exchange } };
  wallets.store.transaction((tx) => {
    for (const [index, { denomination }] of coins.entries()) {
      const v = amountToText(denomination.value);
      tx.put('coin', coinId(id, index), {
        source: 'refresh',
        source_id: id,
        exchange: refresh.exchange,
        master_pub: refresh.master_pub,
        h: denomination.hash,
        v,
        sig: bytesToCrock(signatures.value[index] ?? new Uint8Array(0)),
        status: statusOfNew(tx, id),
        remaining: v,
      });
    }
    putRefresh(tx, id, { status: 'done' });
    noteProof(tx, refresh, wallets.world.now());
  });
  return { kind: 'finished' };
};

/** How many are asked about in one look; an honest wallet has none. */
const MAX_OWED = 8;

/**
 * Asks for the new coins of sessions that are said to be over and lack some: an honest wallet says so only with its coins beside it, and
 * whoever means harm can move a status on in a copy.
 */
export const revealOwed = async (wallets: Wallets, open: OpenExchange): Promise<void> => {
  const { baseUrl, masterPub } = open.keys;
  const owed = wallets.store
    .entries('refresh')
    .filter(
      ({ id, value }) => value.exchange === baseUrl && value.master_pub === masterPub && isOwed(wallets, id, value),
    );
  for (const { id, value } of owed.slice(0, MAX_OWED)) {
    const session = await openSession(wallets, open, value);
    if (session.ok) await reveal(wallets, id, value, session.value);
  }
};

const isOwed = ({ store }: Wallets, id: string, refresh: Refresh): boolean =>
  (refresh.status === 'done' || (refresh.status === 'failed' && refresh.noreveal_index !== undefined)) &&
  refresh.transfer_pub === undefined &&
  isKnownScheme(refresh) &&
  Array.from({ length: coinCount(refresh.selection) }, (_, index) => coinId(id, index)).some(
    (coin) => store.entry('coin', coin) === undefined,
  );

/** In its own words, what an exchange has against change whose coin it has taken: that costs the coin where how change is made was misread. Undefined where it only does not go on. */
const objectionIn = (failure: WalletFailure): { readonly code?: number; readonly detail?: string } | undefined => {
  const isMeant =
    failure.kind === 'commitment-violation' ||
    failure.kind === 'signature-refused' ||
    (failure.kind === 'refused' && failure.status === 400);
  if (!isMeant) return undefined;
  const { code } = failure;
  const said = failure.kind === 'refused' ? [failure.hint, failure.detail] : [failure.detail];
  const detail = said.filter((each) => each !== undefined).join(' · ');
  return { ...(code === undefined ? {} : { code }), ...(detail === '' ? {} : { detail }) };
};

/** What a failure means once the coin is melted: the new coins are paid for, so the wallet chooses no others. */
export const afterMelt = async (wallets: Wallets, refresh: Refresh, failure: WalletFailure): Promise<StepOutcome> => {
  const objection = refresh.scheme === V32_SCHEME ? objectionIn(failure) : undefined;
  if (objection)
    return {
      kind: 'failed',
      failure: { ...objection, kind: 'change-disputed', exchange: refresh.exchange, sum: refresh.melt_amount },
    };
  if (failure.kind !== 'denomination-gone') return { kind: 'failed', failure };
  // The list that says so may be younger than ours.
  const open = await wallets.exchanges.open(refresh.exchange);
  return withheld(refresh, open.ok ? { list: nameOf(open.value.keys), at: wallets.world.now() } : undefined);
};

export const withheld = (refresh: Refresh, refused: Refusal | undefined): StepOutcome => {
  const sum = sumOfSelection(refresh.selection, refresh.melt_amount);
  return {
    kind: 'failed',
    failure: { kind: 'coins-withheld', exchange: refresh.exchange, sum, ...(refused && { refused }) },
  };
};

/** Enough to tell one list of an exchange from the next. */
export const nameOf = ({ listIssueDate, revoked, raw }: ExchangeKeys): string =>
  `${listIssueDate.t_s} ${revoked.size} ${raw.length}`;
