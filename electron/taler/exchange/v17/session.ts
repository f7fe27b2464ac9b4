// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../../shared/result.ts';
import { bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import type { Planchet } from '../../coin/planchet.ts';
import {
  deriveRefreshPlanchets,
  deriveTransferPrivs,
  refreshCommitment,
  transferPubs,
  transferSecret,
  type NewCoin,
  type PerGamma,
} from '../../coin/refresh.ts';
import { FIRST_SCHEME } from '../../coin/schemes.ts';
import { eddsaSign } from '../../crypto/eddsa.ts';
import { linkBlock } from '../../purposes/wallet.ts';
import type { Context } from '../context.ts';
import type { Answer, Committed, Exchange, Minted, RefreshPlan, RefreshSession } from '../exchange.ts';
import { link, melt, reveal } from './refresh.ts';

// The refresh of all generations up to v23 (PROTOCOL.md#refresh): one transfer key for each of three candidates, the melt
// names a hash over all of them, and the reveal discloses the transfer keys of two.

/** Everything the session sends, derived from its plan: the same bytes at every attempt. */
type Derived = RefreshPlan & {
  readonly transferPrivs: PerGamma<Uint8Array>;
  readonly transferPubs: PerGamma<Uint8Array>;
  readonly planchets: PerGamma<readonly Planchet[]>;
  readonly rc: Uint8Array;
};

/** Sessions over one exchange; `coinHistory` is the generation's own. */
export const openRefresh =
  (context: Context, { coinHistory }: Pick<Exchange, 'coinHistory'>): Exchange['openRefresh'] =>
  (plan) => {
    if (plan.scheme !== FIRST_SCHEME) return err({ kind: 'other-scheme' });
    const derived = derive(plan);
    if (!derived) return err({ kind: 'malicious-key' });
    const session: RefreshSession = {
      commit: () => {
        const { denomSig } = plan.oldCoin;
        if (denomSig === undefined) throw new Error('defect: a melt of a coin without its signature');
        return melt(context)({ ...derived, oldCoin: { ...plan.oldCoin, denomSig } });
      },
      isCommitted: () => wasMelted(coinHistory, derived),
      reveal: (noRevealIndex) => discloseAndGet(context, derived, noRevealIndex),
    };
    return ok(session);
  };

/** Undefined when one of the new denominations has a key that does not blind. */
const derive = (plan: RefreshPlan): Derived | undefined => {
  const { oldCoin, newDenominations } = plan;
  const newCoins = newDenominations.flatMap(({ key, hash }): readonly NewCoin[] =>
    key ? [{ key, denominationHash: crockToBytes(hash, 64) }] : [],
  );
  if (newCoins.length !== newDenominations.length) return undefined;
  const privs = deriveTransferPrivs(plan.seed);
  const pubs = transferPubs(privs);
  const planchetsOf = (gamma: 0 | 1 | 2): readonly Planchet[] => {
    const secret = transferSecret(privs[gamma], oldCoin.pub);
    if (!secret.ok) throw new Error('defect: a coin key of ours is no point of the curve');
    const made = deriveRefreshPlanchets(secret.value, newCoins);
    return made.ok ? made.value : [];
  };
  const planchets: PerGamma<readonly Planchet[]> = [planchetsOf(0), planchetsOf(1), planchetsOf(2)];
  if (planchets.some(({ length }) => length !== newCoins.length)) return undefined;
  const rsa = (list: readonly Planchet[]) => list.map(({ blinded }) => ({ cipher: 'RSA', blinded }) as const);
  const rc = refreshCommitment({
    transferPubs: pubs,
    newDenominationHashes: newCoins.map(({ denominationHash }) => denominationHash),
    oldCoinPub: oldCoin.pub,
    valueWithFee: plan.valueWithFee,
    planchetsByGamma: [rsa(planchets[0]), rsa(planchets[1]), rsa(planchets[2])],
  });
  return { ...plan, transferPrivs: privs, transferPubs: pubs, planchets, rc };
};

/** By the coin's history, which v14 lacks. */
const wasMelted = async (
  coinHistory: Exchange['coinHistory'],
  { oldCoin, rc }: Pick<Derived, 'oldCoin' | 'rc'>,
): Answer<boolean> => {
  const history = await coinHistory({ coinPriv: oldCoin.priv, denomination: oldCoin.denomination });
  if (!history.ok) return history.error.kind === 'unsupported-operation' ? ok(false) : history;
  const commitment = bytesToCrock(rc);
  const entries = history.value.state === 'known' ? history.value.entries : [];
  return ok(entries.some(({ type, detail }) => type === 'MELT' && detail['rc'] === commitment));
};

const discloseAndGet = async (
  context: Context,
  derived: Derived,
  gamma: Committed['noRevealIndex'],
): Answer<readonly Minted[]> => {
  const { oldCoin, rc, newDenominations, transferPrivs } = derived;
  const [first = 0, second = 0] = ([0, 1, 2] as const).filter((each) => each !== gamma);
  const planchets = derived.planchets[gamma];
  const transferPub = derived.transferPubs[gamma];
  const hashes = newDenominations.map(({ hash }) => hash);
  const answer = await reveal(context)({
    oldCoinPub: oldCoin.pub,
    rc,
    transferPub,
    transferPrivs: [transferPrivs[first], transferPrivs[second]],
    newDenominationHashes: hashes,
    coinEvs: planchets.map(({ blinded }) => blinded),
    linkSigs: planchets.map(({ coinEvHash }, at) =>
      eddsaSign(
        oldCoin.priv,
        linkBlock({ newDenominationHash: crockToBytes(hashes[at] ?? '', 64), transferPub, coinEvHash }),
      ),
    ),
  });
  if (answer.ok) return ok(minted(derived, planchets, answer.value));
  const given =
    answer.error.kind === 'denomination-gone' ? await givenBefore(context, derived, transferPub) : undefined;
  return given ? ok(minted(derived, planchets, given)) : answer;
};

/**
 * The signatures the exchange gave before, when it does not repeat them because a denomination is gone since: it still
 * tells whoever knows the old coin. Undefined when it never gave them.
 */
const givenBefore = async (
  context: Context,
  { oldCoin, newDenominations }: Derived,
  transferPub: Uint8Array,
): Promise<readonly Uint8Array[] | undefined> => {
  const melts = await link(context)({ oldCoinPub: oldCoin.pub });
  const wanted = bytesToCrock(transferPub);
  const found = melts.ok ? melts.value.find((each) => bytesToCrock(each.transferPub) === wanted) : undefined;
  const byIndex = new Map(found?.newCoins.map(({ index, blindSignature }) => [index, blindSignature]));
  const signatures = newDenominations.flatMap((_, index) => byIndex.get(index) ?? []);
  return signatures.length === newDenominations.length ? signatures : undefined;
};

const minted = (
  { newDenominations }: Derived,
  planchets: readonly Planchet[],
  signatures: readonly Uint8Array[],
): readonly Minted[] => {
  const coins = planchets.flatMap(({ coinPubHash, blindingSecret }, at) => {
    const [denomination, blindSignature] = [newDenominations[at], signatures[at]];
    return denomination && blindSignature ? [{ denomination, coinPubHash, blindingSecret, blindSignature }] : [];
  });
  // One that is left out here would be written off as never made.
  if (coins.length !== planchets.length) throw new Error('defect: fewer signatures than new coins');
  return coins;
};
