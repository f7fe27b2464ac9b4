// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../../shared/result.ts';
import { aside } from '../../../threads.ts';
import { amountToBytes, bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import { V32_SCHEME } from '../../coin/schemes.ts';
import { coinsOf, sessionTaskV32, type SessionV32 } from '../../coin/session-v32.ts';
import { sha512 } from '../../crypto/hash.ts';
import type { Context } from '../context.ts';
import type { Answer, Exchange, Minted, RefreshPlan } from '../exchange.ts';
import type { ExchangeFailure } from '../failure.ts';
import { LIMIT } from './blind-signatures.ts';
import { coinHistory, toldMelts } from './coin-history.ts';
import { melt, reveal, type Gamma } from './melt.ts';

// The refresh from v32 on (PROTOCOL.md#refresh-from-v32-on): everything goes with the melt, and the reveal discloses the seeds of two candidates.

/** Sessions over one exchange. */
export const openRefresh = (context: Context): Exchange['openRefresh'] => {
  const derive = rememberedDerivation(context);
  /** by commitment: where a melt's answer said that its reveal belongs */
  const revealAt = new Map<string, string>();
  return async (plan) => {
    if (plan.scheme !== V32_SCHEME || plan.newDenominations.length > LIMIT) return err({ kind: 'other-scheme' });
    const derived = await derive(plan);
    if (!derived) return err({ kind: 'malicious-key' });
    const rc = bytesToCrock(derived.rc);
    return ok({
      commit: async () => {
        const { denomSig } = plan.oldCoin;
        if (denomSig === undefined) throw new Error('defect: a melt of a coin without its signature');
        const newDenominations = plan.newDenominations.map(({ hash }) => hash);
        const oldCoin = { ...plan.oldCoin, denomSig };
        const answer = await melt(context, { ...plan, oldCoin, newDenominations, derived });
        if (!answer.ok) return answer;
        const { revealAt: at, ...committed } = answer.value;
        rememberIn(revealAt, rc, at);
        return ok(committed);
      },
      isCommitted: () => wasMelted(context, plan, rc),
      reveal: (gamma) => discloseAndGet(context, { ...plan, derived }, gamma, revealAt.get(rc)),
    });
  };
};

/** As many as are melted and not revealed yet at the same time. */
const MAX_REMEMBERED = 32;

const rememberIn = <T>(known: Map<string, T>, name: string, value: T | undefined): void => {
  known.delete(name);
  const [oldest] = known.keys();
  if (known.size >= MAX_REMEMBERED && oldest !== undefined) known.delete(oldest);
  if (value !== undefined) known.set(name, value);
};

/** Derives beside this thread; what was derived for the melt serves the reveal that follows. */
const rememberedDerivation = ({ world }: Pick<Context, 'world'>) => {
  const remembered = new Map<string, SessionV32>();
  return async (plan: RefreshPlan): Promise<SessionV32 | undefined> => {
    const newCoins = plan.newDenominations.flatMap(({ key, hash }) =>
      key ? [{ key: key.encoded, denominationHash: crockToBytes(hash, 64) }] : [],
    );
    if (newCoins.length !== plan.newDenominations.length) return undefined;
    const { oldCoin, seed, valueWithFee } = plan;
    const hashes = newCoins.map(({ denominationHash }) => denominationHash);
    const name = bytesToCrock(sha512(seed, oldCoin.priv, amountToBytes(valueWithFee), ...hashes));
    const known = remembered.get(name);
    if (known) return known;
    const derived = await aside(world, sessionTaskV32, { oldCoinPriv: oldCoin.priv, seed, newCoins, valueWithFee });
    rememberIn(remembered, name, derived);
    return derived;
  };
};

const wasMelted = async (context: Context, { oldCoin }: RefreshPlan, rc: string): Answer<boolean> => {
  const history = await coinHistory(context)({ coinPriv: oldCoin.priv, denomination: oldCoin.denomination });
  if (!history.ok) return history;
  const entries = history.value.state === 'known' ? history.value.entries : [];
  return ok(entries.some(({ type, detail }) => type === 'MELT' && detail['rc'] === rc));
};

type Derived = RefreshPlan & { readonly derived: SessionV32 };

const discloseAndGet = async (
  context: Context,
  plan: Derived,
  gamma: Gamma,
  at: string | undefined,
): Answer<readonly Minted[]> => {
  const { rc, batchSeeds } = plan.derived;
  const answer = await reveal(context, { rc, gamma, batchSeeds, coins: plan.newDenominations.length, at });
  if (answer.ok) return ok(minted(plan, gamma, answer.value));
  const given = isAnswered(answer.error) ? await givenBefore(context, plan, gamma) : undefined;
  return given ? ok(minted(plan, gamma, given)) : answer;
};

/** The exchange was reached and said no: it may have given the coins before, and does not repeat them. */
const isAnswered = ({ kind }: ExchangeFailure): boolean =>
  kind === 'refused' || kind === 'denomination-gone' || kind === 'melt-unknown' || kind === 'signature-refused';

/** What its history says of this melt, if it was revealed before. */
const givenBefore = async (
  context: Context,
  { oldCoin, derived }: Derived,
  gamma: Gamma,
): Promise<readonly Uint8Array[] | undefined> => {
  const told = await toldMelts(context, { coinPriv: oldCoin.priv, denomination: oldCoin.denomination });
  const rc = bytesToCrock(derived.rc);
  const found = told.ok ? told.value.find((each) => bytesToCrock(each.derived.rc) === rc) : undefined;
  return found?.gamma === gamma ? found.signatures : undefined;
};

const minted = (
  { newDenominations, derived }: Derived,
  gamma: Gamma,
  signatures: readonly Uint8Array[],
): readonly Minted[] => {
  const planchets = coinsOf(derived, gamma);
  const coins = planchets.flatMap(({ coinPubHash, blindingSecret }, at) => {
    const [denomination, blindSignature] = [newDenominations[at], signatures[at]];
    return denomination && blindSignature ? [{ denomination, coinPubHash, blindingSecret, blindSignature }] : [];
  });
  // One that is left out here would be written off as never made.
  if (coins.length !== planchets.length) throw new Error('defect: fewer signatures than new coins');
  return coins;
};
