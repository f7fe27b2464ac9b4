// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { coinPubHash } from '../../electron/taler/coin/denomination.ts';
import { planchetsOfCoins } from '../../electron/taler/coin/planchet.ts';
import { unblindBatch } from '../../electron/taler/crypto/rsa.ts';
import { connectExchange, exchangeFromKeys } from '../../electron/taler/exchange/connect.ts';
import type { Exchange, Minted, RefreshSession } from '../../electron/taler/exchange/exchange.ts';
import { fetchTerms } from '../../electron/taler/exchange/terms.ts';
import { exchangeV14 } from '../../electron/taler/exchange/v14/v14.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import type { World } from '../../electron/world.ts';
import { callFor } from '../traces/client-calls.ts';
import { asBody, coinOf, findKey, list, planchetOf, strings, text, time, type Body } from '../traces/recorded.ts';
import { jsonOf, type Step, type Trace } from '../traces/trace.ts';
import { play, type Outcome, type Played } from './play.ts';
import { below, refreshesIn, type Recording, type RecordedRefresh } from './recording.ts';

// The exchange's steps of a probe: our client sends each anew from the recorded keys, and checks what came.

/** A player of one recording: melts are remembered for their reveals. */
export const exchangePlayer = (recording: Recording) => {
  const { trace, keys, nowMs } = recording;
  const melted: { readonly of: RecordedRefresh; readonly gamma: 0 | 1 | 2 }[] = [];
  return async (step: Step): Promise<Played | undefined> => {
    const path = below(trace.base_url, step);
    if (path === 'config') return play([step], nowMs, (world) => () => connectExchange(world, trace.base_url));
    if (path === 'terms') return play([step], nowMs, (world) => () => fetchTerms(world, trace.base_url, askedOf(step)));
    if (keys === undefined) return undefined;
    if (path === 'keys' || path === 'wire') return play(...keysCall(recording, keys, step));
    const one = (callIn: (exchange: Exchange, world: World) => (() => Promise<Outcome>) | undefined): Promise<Played> =>
      play([step], nowMs, (world) => callIn(exchangeFromKeys(world, keys), world));
    if (isMelt(path)) {
      const wanted = asBody(jsonOf(step.request.body));
      for (const of of refreshesIn(trace).filter((each) => isOf(each, wanted, path))) {
        const played = await one((exchange) => meltCall(trace, keys, exchange, of));
        if (played.result?.ok === true) melted.push({ of, gamma: gammaOf(played.result.value) });
        if (played.result !== undefined && isLike(played)) return played;
      }
      return undefined;
    }
    if (isReveal(path)) {
      for (const { of, gamma } of melted) {
        const played = await one((exchange) => revealCall(trace, keys, exchange, { of, gamma }));
        if (isLike(played)) return played;
      }
      return undefined;
    }
    if (/^(?:reserves\/[^/]+\/(?:batch-)?withdraw|withdraw)$/.test(path))
      return one((exchange, world) => withdrawCall({ trace, keys, world, exchange }, step));
    if (/^coins\/[^/]+\/deposit$/.test(path)) return one((exchange) => depositCall(trace, keys, exchange, step));
    const at = { ...step, request: { ...step.request, path: `/${path}` } };
    const earlier = earlierOf(trace, step);
    return play([...earlier, step], nowMs, (world) => {
      const exchange = exchangeFromKeys(world, keys);
      const call = callFor({ trace, keys, world, exchange, single: exchange }, at);
      return (
        call &&
        (async () => {
          if (earlier.length > 0) await call();
          return call();
        })
      );
    });
  };
};

const askedOf = ({ request: { headers } }: Step): Parameters<typeof fetchTerms>[2] => ({
  language: headers['accept-language']?.split(',', 1)[0] ?? 'en',
  tag: headers['if-none-match'],
});

/** The list is asked for behind the config, and with its name where it is known; v14 has a part of it elsewhere. */
const keysCall = ({ trace, nowMs }: Recording, keys: ExchangeKeys, step: Step): Parameters<typeof play<Outcome>> => {
  const isAgain = step.request.headers['if-none-match'] !== undefined;
  // The name of the list follows from it, but for v14, which says it beside.
  if (isAgain && keys.generation !== 'v14')
    return [[step], nowMs, (world) => () => exchangeFromKeys(world, keys).keys()];
  const first = (path: string): readonly Step[] =>
    trace.steps.filter((each) => each.server === 'exchange' && below(trace.base_url, each) === path).slice(0, 1);
  return [
    [...first('config'), ...first('keys'), ...first('wire'), ...(isAgain ? [step] : [])],
    nowMs,
    (world) => async () => {
      const exchange = await connectExchange(world, trace.base_url);
      if (!exchange.ok) return exchange;
      const known = await exchange.value.keys();
      return isAgain && known.ok ? exchange.value.keys() : known;
    },
  ];
};

/** A history that is asked for again is asked for by its name; the answer that has it came before. */
const earlierOf = ({ steps }: Trace, step: Step): readonly Step[] =>
  step.request.headers['if-none-match'] === undefined
    ? []
    : steps
        .slice(0, steps.indexOf(step))
        .filter(({ request, response }) => request.path === step.request.path && response?.status === 200)
        .slice(-1);

const isMelt = (path: string): boolean => /^(?:coins\/[^/]+\/melt|melt)$/.test(path);
const isReveal = (path: string): boolean => /^(?:refreshes\/[^/]+\/reveal|reveal-melt)$/.test(path);
const isOf = ({ oldCoinPub, valueWithFee }: RecordedRefresh, body: Body, path: string): boolean =>
  (body['old_coin_pub'] === oldCoinPub || path.includes(oldCoinPub)) && body['value_with_fee'] === valueWithFee;
const gammaOf = (committed: unknown): 0 | 1 | 2 => Number(asBody(committed)['noRevealIndex']) as 0 | 1 | 2;

/** Byte for byte. */
export const isLike = ({ sent, recorded }: Played): boolean => JSON.stringify(sent) === JSON.stringify(recorded);

const sessionOf = async (
  trace: Trace,
  keys: ExchangeKeys,
  exchange: Exchange,
  of: RecordedRefresh,
): Promise<RefreshSession | undefined> => {
  const secret = trace.secrets.coins.find((coin) => coin.coin_pub === of.oldCoinPub);
  const oldCoin = secret && coinOf(trace, keys, of.oldCoinPub, secret.denom_pub_hash);
  const newDenominations = of.denominations.flatMap((each) => keys.denominations.get(each) ?? []);
  if (!oldCoin || newDenominations.length !== of.denominations.length) return undefined;
  const { seed, scheme } = of;
  const opened = await exchange.openRefresh({
    oldCoin,
    seed,
    scheme,
    newDenominations,
    valueWithFee: amount(of.valueWithFee),
  });
  return opened.ok ? opened.value : undefined;
};

const meltCall =
  (trace: Trace, keys: ExchangeKeys, exchange: Exchange, of: RecordedRefresh) => async (): Promise<Outcome> => {
    const session = await sessionOf(trace, keys, exchange, of);
    return session ? session.commit() : err({ kind: 'no such session' });
  };

const revealCall =
  (
    trace: Trace,
    keys: ExchangeKeys,
    exchange: Exchange,
    { of, gamma }: { readonly of: RecordedRefresh; readonly gamma: 0 | 1 | 2 },
  ) =>
  async (): Promise<Outcome> => {
    const session = await sessionOf(trace, keys, exchange, of);
    const minted = session && (await session.reveal(gamma));
    if (!minted?.ok) return minted ?? err({ kind: 'no such session' });
    return allGood(minted.value);
  };

const allGood = (minted: readonly Minted[]): Outcome => {
  for (const { denomination, coinPubHash: messageHash, blindingSecret, blindSignature } of minted)
    if (!denomination.key || !unblindBatch(denomination.key, [{ messageHash, blindingSecret, blindSignature }]).ok)
      return err({ kind: 'bad-blind-signature' });
  return ok(minted.length);
};

/** Coins that came of it are unblinded: whoever signed otherwise than it should is found out here. */
const withdrawCall = (
  {
    trace,
    keys,
    exchange,
    world,
  }: { readonly trace: Trace; readonly keys: ExchangeKeys; readonly exchange: Exchange; readonly world: World },
  { request }: Step,
): (() => Promise<Outcome>) | undefined => {
  const body = asBody(jsonOf(request.body));
  const asked = askedFor(body);
  const pub = text(body['reserve_pub'] ?? /\/reserves\/([^/]+)\//.exec(request.path)?.[1]);
  const reservePriv = findKey(trace, pub);
  if (!reservePriv) return undefined;
  const planchets = asked.map((each) => planchetOf(trace, keys, each));
  const isSingle = request.path.endsWith('/withdraw') && request.path.includes('/reserves/');
  return async () => {
    const client = isSingle
      ? exchangeV14({
          world,
          baseUrl: keys.baseUrl,
          generation: 'v14',
          keys: async () => ok(keys),
          refetchKeys: async () => ok(keys),
          doubtKeys: () => undefined,
          areKeysDoubted: () => false,
        })
      : exchange;
    const signed = await client.withdraw({ reservePriv, planchets });
    if (!signed.ok) return signed;
    for (const [at, blindSignature] of signed.value.entries()) {
      const planchet = planchets[at];
      const secrets = planchet && secretsOf(trace, keys, planchet.denomination.hash, planchet.blinded);
      if (!planchet?.denomination.key || !secrets) return err({ kind: 'coin-not-recorded' });
      if (!unblindBatch(planchet.denomination.key, [{ ...secrets, blindSignature }]).ok)
        return err({ kind: 'bad-blind-signature' });
    }
    return ok(signed.value.length);
  };
};

/** v14 takes one coin at a time. */
const depositCall = (
  trace: Trace,
  keys: ExchangeKeys,
  exchange: Exchange,
  { request }: Step,
): (() => Promise<Outcome>) | undefined => {
  const body = asBody(jsonOf(request.body));
  const coin = coinOf(trace, keys, /\/coins\/([^/]+)\//.exec(request.path)?.[1], text(body['denom_pub_hash']));
  if (!coin) return undefined;
  return () =>
    exchange.batchDeposit({
      merchantPaytoUri: text(body['merchant_payto_uri']),
      wireSalt: crockToBytes(text(body['wire_salt'])),
      merchantPub: crockToBytes(text(body['merchant_pub'])),
      hContract: crockToBytes(text(body['h_contract_terms'])),
      timestamp: time(body['timestamp']),
      refundDeadline: time(body['refund_deadline']),
      wireTransferDeadline: time(body['wire_transfer_deadline']),
      coins: [{ coin, contribution: amount(text(body['contribution'])) }],
    });
};

const askedFor = (body: Body): readonly Body[] => {
  const hashes = strings(body['denoms_h']);
  if (hashes.length > 0)
    return list(body['coin_evs']).map((coin_ev, at) => ({ denom_pub_hash: hashes[at] ?? '', coin_ev }));
  return body['planchets'] === undefined ? [body] : list(body['planchets']);
};

/** Which of the recorded coins hides behind this envelope. */
const secretsOf = (
  trace: Trace,
  keys: ExchangeKeys,
  hash: string,
  blinded: Uint8Array,
): { readonly messageHash: Uint8Array; readonly blindingSecret: Uint8Array } | undefined => {
  const key = keys.denominations.get(hash)?.key;
  for (const coin of trace.secrets.coins.filter((each) => each.denom_pub_hash === hash)) {
    const [coinPriv, blindingSecret] = [crockToBytes(coin.coin_priv), crockToBytes(coin.blinding_secret)];
    const made: Result<readonly { readonly blinded: Uint8Array }[], unknown> | undefined =
      key && planchetsOfCoins(key, crockToBytes(hash), [{ coinPriv, blindingSecret }]);
    if (made?.ok === true && made.value[0] && Buffer.compare(made.value[0].blinded, blinded) === 0)
      return { messageHash: coinPubHash(crockToBytes(coin.coin_pub)), blindingSecret };
  }
  return undefined;
};
