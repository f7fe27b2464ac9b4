// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import { ok, type Result } from '../../shared/result.ts';
import { eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import type { ExchangeFailure } from '../../electron/taler/exchange/failure.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import type { Context } from '../../electron/taler/exchange/context.ts';
import type { Exchange } from '../../electron/taler/exchange/exchange.ts';
import { melt, reveal } from '../../electron/taler/exchange/v17/refresh.ts';
import type { World } from '../../electron/world.ts';
import { merchantContractBlock } from '../../electron/taler/purposes/merchant.ts';
import { linkBlock } from '../../electron/taler/purposes/wallet.ts';
import {
  asBody,
  coinOf,
  coinSecret,
  contributions,
  findKey,
  list,
  planchetOf,
  purseOf,
  strings,
  text,
  time,
  type Body,
} from './recorded.ts';
import { jsonOf, type CoinSecret, type Step, type Trace } from './trace.ts';

// From a recorded request to the call of ours that must produce it. Amounts, times and names are read from the recording;
// every signature, hash and blinded message is made anew by the client from the recorded secrets.

export type Call = () => Promise<Result<unknown, ExchangeFailure>>;
export type Played = {
  readonly trace: Trace;
  readonly keys: ExchangeKeys;
  readonly world: World;
  readonly exchange: Exchange;
  /** speaks the single endpoints of v14 */ readonly single: Exchange;
};

/** For the requests that a session makes by itself: recordings hold what was derived and not the seed. */
const contextOf = ({ world, keys, exchange }: Played): Context => ({
  world,
  baseUrl: keys.baseUrl,
  generation: keys.generation,
  keys: async () => ok(keys),
  refetchKeys: exchange.keys,
  doubtKeys: () => undefined,
  areKeysDoubted: () => false,
});

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
    (played, { parts, body }) => {
      const { trace, keys } = played;
      const oldCoin = coinOf(trace, keys, parts[1], text(body['denom_pub_hash']));
      return (
        oldCoin &&
        (() =>
          melt(contextOf(played))({
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
    ({ exchange, keys }, { parts }) => {
      // Nothing is signed up to v23: any denomination and private key will do.
      const [denomination] = keys.denominations.values();
      const pub = crockToBytes(parts[1] ?? '');
      return denomination && (() => exchange.link({ pub, priv: new Uint8Array(32), denomination }));
    },
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

function revealCall(played: Played, { parts, body }: Asked): Call | undefined {
  const { trace, keys } = played;
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
    reveal(contextOf(played))({
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

const withKey = (
  trace: Trace,
  pub: string | undefined,
  call: (priv: Uint8Array) => Promise<Result<unknown, ExchangeFailure>>,
): Call | undefined => {
  const priv = findKey(trace, pub ?? '');
  return priv && (() => call(priv));
};
