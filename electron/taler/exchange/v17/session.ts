// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../../shared/result.ts';
import { aside } from '../../../threads.ts';
import { amountToBytes, bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import type { Planchet } from '../../coin/planchet.ts';
import { sessionTask, type DerivedSession } from '../../coin/session.ts';
import { FIRST_SCHEME } from '../../coin/schemes.ts';
import { eddsaSigner } from '../../crypto/eddsa.ts';
import { sha512 } from '../../crypto/hash.ts';
import { linkBlock } from '../../purposes/wallet.ts';
import type { Context } from '../context.ts';
import type { Answer, Committed, Exchange, Minted, RefreshPlan } from '../exchange.ts';
import { link, melt, reveal } from './refresh.ts';

// The refresh of all generations up to v23 (PROTOCOL.md#refresh): one transfer key for each of three candidates, the melt
// names a hash over all of them, and the reveal discloses the transfer keys of two.

type Derived = RefreshPlan & DerivedSession;

/** Sessions over one exchange; `coinHistory` is the generation's own. */
export const openRefresh = (
  context: Context,
  { coinHistory }: Pick<Exchange, 'coinHistory'>,
): Exchange['openRefresh'] => {
  const derive = rememberedDerivation(context);
  return async (plan) => {
    if (plan.scheme !== FIRST_SCHEME) return err({ kind: 'other-scheme' });
    const session = await derive(plan);
    if (!session) return err({ kind: 'malicious-key' });
    const derived: Derived = { ...plan, ...session };
    return ok({
      commit: () => {
        const { denomSig } = plan.oldCoin;
        if (denomSig === undefined) throw new Error('defect: a melt of a coin without its signature');
        return melt(context)({ ...derived, oldCoin: { ...plan.oldCoin, denomSig } });
      },
      isCommitted: () => wasMelted(coinHistory, derived),
      reveal: (noRevealIndex) => discloseAndGet(context, derived, noRevealIndex),
    });
  };
};

/** As many as are melted and not revealed yet at the same time; each holds the keys of some thirty coins. */
const MAX_REMEMBERED = 32;

/** Derives beside this thread; what was derived for the melt serves the reveal that follows. */
const rememberedDerivation = ({ world }: Pick<Context, 'world'>) => {
  const remembered = new Map<string, DerivedSession>();
  return async (plan: RefreshPlan): Promise<DerivedSession | undefined> => {
    const newCoins = plan.newDenominations.flatMap(({ key, hash }) =>
      key ? [{ key: key.encoded, denominationHash: crockToBytes(hash, 64) }] : [],
    );
    if (newCoins.length !== plan.newDenominations.length) return undefined;
    const { oldCoin, seed, valueWithFee } = plan;
    const hashes = newCoins.map(({ denominationHash }) => denominationHash);
    const name = bytesToCrock(sha512(seed, oldCoin.pub, amountToBytes(valueWithFee), ...hashes));
    const known = remembered.get(name);
    if (known) return known;
    const derived = await aside(world, sessionTask, { oldCoinPub: oldCoin.pub, seed, newCoins, valueWithFee });
    const [oldest] = remembered.keys();
    if (remembered.size >= MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    if (derived) remembered.set(name, derived);
    return derived;
  };
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
  const sign = eddsaSigner(oldCoin.priv);
  const answer = await reveal(context)({
    oldCoinPub: oldCoin.pub,
    rc,
    transferPub,
    transferPrivs: [transferPrivs[first], transferPrivs[second]],
    newDenominationHashes: hashes,
    coinEvs: planchets.map(({ blinded }) => blinded),
    linkSigs: planchets.map(({ coinEvHash }, at) =>
      sign(linkBlock({ newDenominationHash: crockToBytes(hashes[at] ?? '', 64), transferPub, coinEvHash })),
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
  const melts = await link(context)(oldCoin);
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
