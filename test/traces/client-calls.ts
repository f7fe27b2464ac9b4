// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import type { Result } from '../../shared/result.ts';
import type { Timestamp } from '../../shared/time.ts';
import { eddsaPublicKey, eddsaSign } from '../../electron/taler/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/encodings.ts';
import type {
  CoinContribution,
  Denomination,
  Exchange,
  ExchangeFailure,
  ExchangeKeys,
  Planchet,
  SpendCoin,
} from '../../electron/taler/exchange.ts';
import type { PurseTerms } from '../../electron/taler/exchange-answers.ts';
import { coinEvHash } from '../../electron/taler/denomination.ts';
import { planchetsOfCoins } from '../../electron/taler/planchet.ts';
import { merchantContractBlock } from '../../electron/taler/purposes-merchant.ts';
import { econtractBlock } from '../../electron/taler/purposes-purse.ts';
import { linkBlock } from '../../electron/taler/purposes-wallet.ts';
import { jsonOf, privateKeys, type CoinSecret, type Step, type Trace } from './trace.ts';

// From a recorded request to the call of ours that must produce it. Amounts, times and names are read from the recording;
// every signature, hash and blinded message is made anew by the client from the recorded secrets.

export type Call = () => Promise<Result<unknown, ExchangeFailure>>;
export type Played = {
  readonly trace: Trace;
  readonly keys: ExchangeKeys;
  readonly exchange: Exchange;
  /** speaks the single endpoints of v14 */ readonly single: Exchange;
};

/** The client's call for a recorded step; undefined when the client has no such operation or the recording lacks a secret it needs. */
export const callFor = (played: Played, step: Step): Call | undefined => {
  const { method } = step.request;
  const url = new URL(step.request.path, 'http://host/');
  const parts = url.pathname.split('/').slice(1);
  const operation = parts.length < 3 ? '' : (parts[2] ?? '');
  const route = `${method} ${parts[0]}${operation === '' ? '' : `/${operation}`}`;
  const longPoll = url.searchParams.get('timeout_ms');
  const poll = longPoll === null ? {} : { longPollMs: Number(longPoll) };
  return ROUTES.get(parts[0] === 'deposits' ? 'GET deposits' : route)?.(played, {
    parts,
    body: asBody(jsonOf(step.request.body)),
    poll,
  });
};

type Asked = {
  readonly parts: readonly string[];
  readonly body: Body;
  readonly poll: { readonly longPollMs?: number };
};
type Body = { readonly [member: string]: unknown };
type Route = (played: Played, asked: Asked) => Call | undefined;

const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  [
    'GET reserves',
    ({ exchange }, { parts, poll }) =>
      () =>
        exchange.reserveStatus({ reservePub: parts[1] ?? '', ...poll }),
  ],
  [
    'GET reserves/history',
    ({ trace, exchange }, { parts }) =>
      withKey(trace, parts[1], (reservePriv) => exchange.reserveHistory({ reservePriv })),
  ],
  [
    'POST reserves/batch-withdraw',
    ({ trace, keys, exchange }, { parts, body }) => {
      const planchets = list(body['planchets']).map((each) => planchetOf(trace, keys, each));
      return withKey(trace, parts[1], (reservePriv) => exchange.withdraw({ reservePriv, planchets }));
    },
  ],
  [
    'POST reserves/withdraw',
    ({ trace, keys, single }, { parts, body }) =>
      withKey(trace, parts[1], (reservePriv) =>
        single.withdraw({ reservePriv, planchets: [planchetOf(trace, keys, body)] }),
      ),
  ],
  [
    'POST reserves/open',
    ({ trace, exchange }, { parts, body }) =>
      withKey(trace, parts[1], (reservePriv) =>
        exchange.reserveOpen({
          reservePriv,
          timestamp: time(body['request_timestamp']),
          expiration: time(body['reserve_expiration']),
          purseLimit: Number(body['purse_limit']),
          payment: amount(text(body['reserve_payment'])),
        }),
      ),
  ],
  [
    'POST reserves/close',
    ({ trace, exchange }, { parts, body }) =>
      withKey(trace, parts[1], (reservePriv) =>
        exchange.reserveClose({ reservePriv, timestamp: time(body['request_timestamp']) }),
      ),
  ],
  [
    'POST reserves/purse',
    ({ trace, exchange }, { parts, body }) => {
      const purse = purseOf(trace, text(body['purse_pub']), body, text(body['purse_value']));
      const mergePriv = findKey(trace, text(body['merge_pub']));
      const fee = body['purse_fee'] === undefined ? {} : { fee: amount(text(body['purse_fee'])) };
      if (!purse || !mergePriv) return undefined;
      return withKey(trace, parts[1], (reservePriv) =>
        exchange.reservePurse({ purse, mergePriv, reservePriv, mergeTimestamp: time(body['merge_timestamp']), ...fee }),
      );
    },
  ],
  [
    'POST coins/melt',
    ({ trace, keys, exchange }, { parts, body }) => {
      const oldCoin = coinOf(trace, keys, parts[1], text(body['denom_pub_hash']));
      return (
        oldCoin &&
        (() =>
          exchange.melt({
            oldCoin,
            rc: crockToBytes(text(body['rc'])),
            valueWithFee: amount(text(body['value_with_fee'])),
            ...(body['rms'] === undefined ? {} : { refreshMasterSecret: crockToBytes(text(body['rms'])) }),
          }))
      );
    },
  ],
  ['POST refreshes/reveal', revealCall],
  [
    'GET coins/link',
    ({ exchange }, { parts }) =>
      () =>
        exchange.link({ oldCoinPub: crockToBytes(parts[1] ?? '') }),
  ],
  [
    'GET coins/history',
    ({ trace, keys, exchange }, { parts }) => {
      const secret = coinSecret(trace, parts[1]);
      const denomination = secret && keys.denominations.get(secret.denom_pub_hash);
      return denomination && withKey(trace, parts[1], (coinPriv) => exchange.coinHistory({ coinPriv, denomination }));
    },
  ],
  [
    'POST coins/refund',
    ({ trace, exchange }, { parts, body }) =>
      withKey(trace, text(body['merchant_pub']), (merchantPriv) =>
        exchange.refund({
          merchantPriv,
          coinPub: crockToBytes(parts[1] ?? ''),
          hContract: crockToBytes(text(body['h_contract_terms'])),
          rtransactionId: BigInt(Number(body['rtransaction_id'])),
          amount: amount(text(body['refund_amount'])),
        }),
      ),
  ],
  ['POST coins/recoup', ({ trace, keys, exchange }, asked) => recoupCall(trace, keys, asked, exchange.recoup)],
  [
    'POST coins/recoup-refresh',
    ({ trace, keys, exchange }, asked) => recoupCall(trace, keys, asked, exchange.recoupRefresh),
  ],
  [
    'POST batch-deposit',
    ({ trace, keys, exchange }, { body }) => {
      const coins = contributions(trace, keys, body['coins'], 'contribution');
      const hContract = crockToBytes(text(body['h_contract_terms']));
      const merchantPriv = findKey(trace, text(body['merchant_pub']));
      const merchantSig =
        body['merchant_sig'] === undefined || !merchantPriv
          ? {}
          : { merchantSig: eddsaSign(merchantPriv, merchantContractBlock({ contractHash: hContract })) };
      return (
        coins &&
        (() =>
          exchange.batchDeposit({
            merchantPaytoUri: text(body['merchant_payto_uri']),
            wireSalt: crockToBytes(text(body['wire_salt'])),
            merchantPub: crockToBytes(text(body['merchant_pub'])),
            hContract,
            ...merchantSig,
            ...(body['wallet_data_hash'] === undefined
              ? {}
              : { walletDataHash: crockToBytes(text(body['wallet_data_hash'])) }),
            timestamp: time(body['timestamp']),
            refundDeadline: time(body['refund_deadline']),
            wireTransferDeadline: time(body['wire_transfer_deadline']),
            coins,
          }))
      );
    },
  ],
  [
    'GET deposits',
    ({ trace, exchange }, { parts, poll }) => {
      const [, hWire = '', merchantPub = '', hContract = '', coinPub = ''] = parts;
      return withKey(trace, merchantPub, (merchantPriv) =>
        exchange.depositStatus({
          merchantPriv,
          hWire: crockToBytes(hWire),
          hContract: crockToBytes(hContract),
          coinPub: crockToBytes(coinPub),
          ...poll,
        }),
      );
    },
  ],
  [
    'POST purses/create',
    ({ trace, keys, exchange }, { parts, body }) => {
      const purse = purseOf(trace, parts[1] ?? '', body, text(body['amount']));
      const coins = contributions(trace, keys, body['deposits'], 'amount');
      return purse && coins && (() => exchange.purseCreate({ purse, coins }));
    },
  ],
  [
    'POST purses/deposit',
    ({ trace, keys, exchange }, { parts, body }) => {
      const coins = contributions(trace, keys, body['deposits'], 'amount');
      return coins && (() => exchange.purseDeposit({ pursePub: crockToBytes(parts[1] ?? ''), coins }));
    },
  ],
  [
    'POST purses/merge',
    ({ trace, exchange }, { parts, body }) => {
      const secret = trace.secrets.purses.find((each) => each.purse_pub === parts[1]);
      const reservePriv = findKey(trace, text(body['payto_uri']).split('/').at(-1) ?? '');
      if (!secret || !reservePriv) return undefined;
      const terms = asBody(secret.contract_terms);
      return () =>
        exchange.purseMerge({
          pursePub: crockToBytes(secret.purse_pub),
          mergePriv: crockToBytes(secret.merge_priv),
          reservePriv,
          mergeTimestamp: time(body['merge_timestamp']),
          amount: amount(text(terms['amount'])),
          minAge: 0,
          hContract: crockToBytes(secret.h_contract_terms),
          expiration: time(terms['purse_expiration']),
        });
    },
  ],
  ...(['merge', 'deposit'] as const).map((waitFor): [string, Route] => [
    `GET purses/${waitFor}`,
    ({ exchange }, { parts, poll }) =>
      () =>
        exchange.purseStatus({ pursePub: crockToBytes(parts[1] ?? ''), waitFor, ...poll }),
  ]),
  [
    'DELETE purses',
    ({ trace, exchange }, { parts }) => withKey(trace, parts[1], (pursePriv) => exchange.purseDelete({ pursePriv })),
  ],
  [
    'GET contracts',
    ({ exchange }, { parts }) =>
      () =>
        exchange.contract({ contractPub: crockToBytes(parts[1] ?? '') }),
  ],
]);

function revealCall({ trace, keys, exchange }: Played, { parts, body }: Asked): Call | undefined {
  const evs = list(body['coin_evs']).map((each) => text(each['rsa_blinded_planchet']));
  const privs = strings(body['transfer_privs']).map((each) => crockToBytes(each));
  const [first, second] = privs;
  const oldCoin = trace.secrets['old_coin'] as CoinSecret | undefined;
  const oldCoinPub = oldCoin?.coin_pub ?? trace.secrets.coins[1]?.coin_pub ?? '';
  const oldCoinPriv = findKey(trace, oldCoinPub);
  if (!first || !second || privs.length !== 2 || !oldCoinPriv) return undefined;
  const hashes = strings(body['new_denoms_h']);
  const transferPub = crockToBytes(text(body['transfer_pub']));
  const planchets = evs.map((blinded, at) =>
    planchetOf(trace, keys, { denom_pub_hash: hashes[at], coin_ev: { cipher: 'RSA', rsa_blinded_planchet: blinded } }),
  );
  const linkSigs = planchets.map(({ denomination, coinEvHash }) =>
    eddsaSign(
      oldCoinPriv,
      linkBlock({ newDenominationHash: crockToBytes(denomination.hash), transferPub, coinEvHash }),
    ),
  );
  return () =>
    exchange.reveal({
      oldCoinPub: crockToBytes(oldCoinPub),
      rc: crockToBytes(parts[1] ?? ''),
      transferPub,
      transferPrivs: [first, second],
      newDenominationHashes: hashes,
      coinEvs: planchets.map(({ blinded }) => blinded),
      linkSigs,
    });
}

const recoupCall = (
  trace: Trace,
  keys: ExchangeKeys,
  { parts, body }: Asked,
  recoup: Exchange['recoup'] | Exchange['recoupRefresh'],
): Call | undefined => {
  const coin = coinOf(trace, keys, parts[1], text(body['denom_pub_hash']));
  const secret = coinSecret(trace, parts[1]);
  return coin && secret && (() => recoup({ coin, blindingSecret: crockToBytes(secret.blinding_secret) }));
};

/** The planchet of a recorded envelope: made from the coin's secrets where they were recorded, else taken over. */
export const planchetOf = (trace: Trace, keys: ExchangeKeys, { denom_pub_hash, coin_ev }: Body): Planchet => {
  const denomination = denominationOf(keys, text(denom_pub_hash));
  const recorded = crockToBytes(text(asBody(coin_ev)['rsa_blinded_planchet']));
  const { key } = denomination;
  const coins = [...trace.secrets.coins, ...trace.secrets.new_coins].filter(
    (coin) => coin.denom_pub_hash === denomination.hash,
  );
  for (const coin of key === undefined ? [] : coins) {
    if (key === undefined) break;
    const made = planchetsOfCoins(key, crockToBytes(denomination.hash), [
      { coinPriv: crockToBytes(coin.coin_priv), blindingSecret: crockToBytes(coin.blinding_secret) },
    ]);
    const planchet = made.ok ? made.value[0] : undefined;
    if (planchet && Buffer.compare(planchet.blinded, recorded) === 0)
      return { denomination, blinded: planchet.blinded, coinEvHash: planchet.coinEvHash };
  }
  return {
    denomination,
    blinded: recorded,
    coinEvHash: coinEvHash(crockToBytes(denomination.hash), { cipher: 'RSA', blinded: recorded }),
  };
};

const contributions = (
  trace: Trace,
  keys: ExchangeKeys,
  coins: unknown,
  member: string,
): readonly CoinContribution[] | undefined => {
  const made = list(coins).map((each) => ({
    coin: coinOf(trace, keys, text(each['coin_pub']), text(each['denom_pub_hash'])),
    contribution: amount(text(each[member])),
  }));
  const whole = made.flatMap(({ coin, contribution }) => (coin ? [{ coin, contribution }] : []));
  return whole.length === made.length ? whole : undefined;
};

const coinOf = (
  trace: Trace,
  keys: ExchangeKeys,
  pub: string | undefined,
  denominationHash: string,
): SpendCoin | undefined => {
  const secret = coinSecret(trace, pub);
  const signature = secret?.ub_sig?.rsa_signature;
  if (!secret || signature === undefined) return undefined;
  return {
    pub: crockToBytes(secret.coin_pub),
    priv: crockToBytes(secret.coin_priv),
    denomination: denominationOf(keys, denominationHash, secret.denom_pub_hash),
    denomSig: crockToBytes(signature),
  };
};

/** The denomination of that name; one that no exchange has gets the numbers of the coin's own. */
const denominationOf = (keys: ExchangeKeys, hash: string, like?: string): Denomination => {
  const known =
    keys.denominations.get(hash) ?? keys.denominations.get(like ?? '') ?? keys.denominations.values().next().value;
  if (!known) throw new Error('no denominations');
  return { ...known, hash };
};

const purseOf = (trace: Trace, pub: string, body: Body, value: string): PurseTerms | undefined => {
  const pursePriv = findKey(trace, pub);
  if (!pursePriv) return undefined;
  const encrypted = asBody(body['econtract']);
  const econtract =
    body['econtract'] === undefined
      ? undefined
      : {
          econtract: crockToBytes(text(encrypted['econtract'])),
          contractPub: crockToBytes(text(encrypted['contract_pub'])),
        };
  return {
    pursePriv,
    mergePub: crockToBytes(text(body['merge_pub'])),
    amount: amount(value),
    minAge: Number(body['min_age']),
    hContract: crockToBytes(text(body['h_contract_terms'])),
    expiration: time(body['purse_expiration']),
    ...(econtract === undefined
      ? {}
      : { econtract: { ...econtract, econtractSig: eddsaSign(pursePriv, econtractBlock(econtract)) } }),
  };
};

const withKey = (
  trace: Trace,
  pub: string | undefined,
  call: (priv: Uint8Array) => Promise<Result<unknown, ExchangeFailure>>,
): Call | undefined => {
  const priv = findKey(trace, pub ?? '');
  return priv && (() => call(priv));
};

const keysByTrace = new WeakMap<Trace, ReadonlyMap<string, Uint8Array>>();
/** The recorded private key of a public key. */
const findKey = (trace: Trace, pub: string): Uint8Array | undefined => {
  const known =
    keysByTrace.get(trace) ??
    new Map(
      privateKeys(trace.secrets)
        .map((text) => crockToBytes(text))
        .map((priv) => [bytesToCrock(eddsaPublicKey(priv)), priv]),
    );
  keysByTrace.set(trace, known);
  return known.get(pub);
};

const coinSecret = (trace: Trace, pub: string | undefined): CoinSecret | undefined =>
  [...trace.secrets.coins, ...trace.secrets.new_coins].find((coin) => coin.coin_pub === pub);
const asBody = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
const list = (value: unknown): readonly Body[] => (Array.isArray(value) ? value.map(asBody) : []);
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const time = (value: unknown): Timestamp => ({ t_s: Number(asBody(value)['t_s']) });
