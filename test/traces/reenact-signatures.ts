// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, amount, zeroAmount } from '../../shared/amount.ts';
import type { Timestamp } from '../../shared/time.ts';
import { coinEvHash, type BlindedPlanchet } from '../../electron/taler/denomination.ts';
import { crockToBytes } from '../../electron/taler/encodings.ts';
import { hashPayto, hashWire } from '../../electron/taler/hash.ts';
import { merchantContractBlock, trackTransactionBlock } from '../../electron/taler/purposes-merchant.ts';
import { merchantRefundBlock } from '../../electron/taler/purposes-exchange.ts';
import {
  accountMergeBlock,
  econtractBlock,
  MERGE_FLAGS,
  purseCreateBlock,
  purseDeleteBlock,
  purseDepositBlock,
  purseMergeBlock,
} from '../../electron/taler/purposes-purse.ts';
import {
  coinHistoryBlock,
  depositBlock,
  linkBlock,
  meltBlock,
  recoupBlock,
  recoupRefreshBlock,
  reserveCloseBlock,
  reserveHistoryBlock,
  reserveOpenBlock,
  syncUploadBlock,
  withdrawBlock,
} from '../../electron/taler/purposes-wallet.ts';
import { asList, asObject, asText, type Json, type JsonPath } from './reenact-json.ts';
import type { Side } from './reenact-mapping.ts';
import type { Asked, Place } from './reenact-request.ts';
import type { PurseSecret } from './trace.ts';

/** A signature in a request: where it stands, whose it is, and what it must cover. `block` throws when the request is malformed. */
export type Slot = { readonly place: Place; readonly pub: string; readonly block: () => Uint8Array };

/** What a request does not say itself: the exchange it goes to, the coin a refresh melts, the terms of known purses. */
export type Ground = {
  readonly side: Side;
  readonly oldCoinPub: string;
  readonly purse: (pub: string) => PurseSecret | undefined;
};

/** Every signature a request carries; none for requests that need none. */
export const slotsOf = (asked: Asked, ground: Ground): readonly Slot[] => {
  const [thing = '', pub = '', operation = ''] = asked.parts;
  const route =
    thing === 'deposits' ? 'GET deposits' : `${asked.method} ${thing}${operation === '' ? '' : `/${operation}`}`;
  return SLOTS.get(route)?.({ asked, body: asObject(asked.body), pub, ground }) ?? [];
};

type Given = { readonly asked: Asked; readonly body: Json; readonly pub: string; readonly ground: Ground };

const SLOTS: ReadonlyMap<string, (given: Given) => readonly Slot[]> = new Map<
  string,
  (given: Given) => readonly Slot[]
>([
  [
    'POST reserves/batch-withdraw',
    ({ body, pub, ground }) =>
      asList(body['planchets']).map((each, index) =>
        withdrawal(['planchets', index, 'reserve_sig'], pub, asObject(each), ground),
      ),
  ],
  ['POST reserves/withdraw', ({ body, pub, ground }) => [withdrawal(['reserve_sig'], pub, body, ground)]],
  [
    'POST reserves/open',
    ({ body, pub }) => [
      inBody(['reserve_sig'], pub, () =>
        reserveOpenBlock({
          payment: sum(body['reserve_payment']),
          requestTimestamp: time(body['request_timestamp']),
          reserveExpiration: time(body['reserve_expiration']),
          purseLimit: Number(body['purse_limit']),
        }),
      ),
    ],
  ],
  [
    'POST reserves/close',
    ({ body, pub }) => [
      inBody(['reserve_sig'], pub, () =>
        reserveCloseBlock({
          requestTimestamp: time(body['request_timestamp']),
          ...(body['payto_uri'] === undefined ? {} : { paytoHash: hashPayto(asText(body['payto_uri'])) }),
        }),
      ),
    ],
  ],
  ['POST reserves/purse', invoice],
  [
    'GET reserves/history',
    ({ asked, pub }) => [
      {
        place: { in: 'header', name: 'taler-reserve-history-signature' },
        pub,
        block: () => reserveHistoryBlock({ startOffset: start(asked) }),
      },
    ],
  ],
  [
    'GET coins/history',
    ({ asked, pub }) => [
      {
        place: { in: 'header', name: 'taler-coin-history-signature' },
        pub,
        block: () => coinHistoryBlock({ startOffset: start(asked) }),
      },
    ],
  ],
  [
    'POST batch-deposit',
    ({ body, ground }) => [
      ...asList(body['coins']).map((each, index) =>
        deposit(['coins', index, 'coin_sig'], body, asObject(each), ground),
      ),
      inBody(['merchant_sig'], asText(body['merchant_pub']), () =>
        merchantContractBlock({ contractHash: bytes(body['h_contract_terms']) }),
      ),
    ],
  ],
  [
    'GET deposits',
    ({ asked: { parts } }) => [
      {
        place: { in: 'query', name: 'merchant_sig' },
        pub: parts[2] ?? '',
        block: () =>
          trackTransactionBlock({
            contractHash: bytes(parts[3]),
            wireHash: bytes(parts[1]),
            merchantPub: 'absent',
            coinPub: bytes(parts[4]),
          }),
      },
    ],
  ],
  [
    'POST coins/refund',
    ({ body, pub }) => [
      inBody(['merchant_sig'], asText(body['merchant_pub']), () =>
        merchantRefundBlock({
          contractHash: bytes(body['h_contract_terms']),
          coinPub: bytes(pub),
          rtransactionId: Number(body['rtransaction_id']),
          refundAmount: sum(body['refund_amount']),
        }),
      ),
    ],
  ],
  [
    'POST coins/melt',
    ({ body, pub, ground }) => [
      inBody(['confirm_sig'], pub, () => {
        const denomination = denominationOf(ground, body['denom_pub_hash']);
        return meltBlock({
          rc: bytes(body['rc']),
          denominationHash: crockToBytes(denomination.hash),
          valueWithFee: sum(body['value_with_fee']),
          refreshFee: denomination.feeRefresh,
        });
      }),
    ],
  ],
  [
    'POST refreshes/reveal',
    ({ body, ground }) =>
      asList(body['link_sigs']).map((_, index) =>
        inBody(['link_sigs', index], ground.oldCoinPub, () => {
          const newDenominationHash = bytes(asList(body['new_denoms_h'])[index]);
          return linkBlock({
            newDenominationHash,
            transferPub: bytes(body['transfer_pub']),
            coinEvHash: coinEvHash(newDenominationHash, planchetOf(asList(body['coin_evs'])[index])),
          });
        }),
      ),
  ],
  ['POST coins/recoup', ({ body, pub }) => [inBody(['coin_sig'], pub, () => recoupBlock(recoupFields(body)))]],
  [
    'POST coins/recoup-refresh',
    ({ body, pub }) => [inBody(['coin_sig'], pub, () => recoupRefreshBlock(recoupFields(body)))],
  ],
  [
    'POST purses/create',
    ({ body, pub, ground }) => [
      inBody(['purse_sig'], pub, () => purseBlock(body, body['amount'])),
      econtract(body, pub),
      ...purseDeposits(body, pub, ground),
    ],
  ],
  ['POST purses/deposit', ({ body, pub, ground }) => purseDeposits(body, pub, ground)],
  ['POST purses/merge', merge],
  [
    'DELETE purses',
    ({ pub }) => [{ place: { in: 'header', name: 'taler-purse-signature' }, pub, block: purseDeleteBlock }],
  ],
  [
    'POST backups',
    ({ asked: { headers }, pub }) => [
      {
        place: { in: 'header', name: 'sync-signature' },
        pub,
        block: () =>
          syncUploadBlock({
            newHash: bytes(unquoted(headers['if-none-match'])),
            ...(headers['if-match'] === undefined ? {} : { oldHash: bytes(unquoted(headers['if-match'])) }),
          }),
      },
    ],
  ],
]);

const inBody = (path: JsonPath, pub: string, block: () => Uint8Array): Slot => ({
  place: { in: 'body', path },
  pub,
  block,
});

const withdrawal = (path: JsonPath, pub: string, given: Json, ground: Ground): Slot =>
  inBody(path, pub, () => {
    const { hash, value, feeWithdraw } = denominationOf(ground, given['denom_pub_hash']);
    const denominationHash = crockToBytes(hash);
    return withdrawBlock({
      valueWithFee: addAmounts(value, feeWithdraw),
      denominationHash,
      coinEvHash: coinEvHash(denominationHash, planchetOf(given['coin_ev'])),
    });
  });

const deposit = (path: JsonPath, body: Json, coin: Json, ground: Ground): Slot =>
  inBody(path, asText(coin['coin_pub']), () => {
    const { hash, feeDeposit } = denominationOf(ground, coin['denom_pub_hash']);
    return depositBlock({
      contractHash: bytes(body['h_contract_terms']),
      wireHash: hashWire(asText(body['merchant_payto_uri']), bytes(body['wire_salt'])),
      denominationHash: crockToBytes(hash),
      timestamp: time(body['timestamp']),
      refundDeadline: time(body['refund_deadline'] ?? { t_s: 0 }),
      contribution: sum(coin['contribution']),
      depositFee: feeDeposit,
      merchantPub: bytes(body['merchant_pub']),
      walletDataHash: body['wallet_data_hash'] === undefined ? 'none' : bytes(body['wallet_data_hash']),
    });
  });

const purseDeposits = (body: Json, pursePub: string, { side, ...ground }: Ground): readonly Slot[] =>
  asList(body['deposits']).map((each, index) => {
    const coin = asObject(each);
    return inBody(['deposits', index, 'coin_sig'], asText(coin['coin_pub']), () =>
      purseDepositBlock({
        contribution: sum(coin['amount']),
        denominationHash: crockToBytes(denominationOf({ side, ...ground }, coin['denom_pub_hash']).hash),
        pursePub: bytes(pursePub),
        exchangeBaseUrl: side.baseUrl,
      }),
    );
  });

const purseBlock = (body: Json, value: unknown): Uint8Array =>
  purseCreateBlock({
    purseExpiration: time(body['purse_expiration']),
    purseAmount: sum(value),
    contractHash: bytes(body['h_contract_terms']),
    mergePub: bytes(body['merge_pub']),
    minAge: Number(body['min_age']),
  });

const econtract = (body: Json, pursePub: string): Slot =>
  inBody(['econtract', 'econtract_sig'], pursePub, () => {
    const sent = asObject(body['econtract']);
    return econtractBlock({ econtract: bytes(sent['econtract']), contractPub: bytes(sent['contract_pub']) });
  });

function invoice({ body, pub, ground }: Given): readonly Slot[] {
  const pursePub = asText(body['purse_pub']);
  const mergeTimestamp = (): Timestamp => time(body['merge_timestamp']);
  return [
    inBody(['merge_sig'], asText(body['merge_pub']), () =>
      purseMergeBlock({
        mergeTimestamp: mergeTimestamp(),
        pursePub: bytes(pursePub),
        reservePaytoHash: hashPayto(reservePayto(ground.side.baseUrl, pub)),
      }),
    ),
    inBody(['reserve_sig'], pub, () => {
      const purseAmount = sum(body['purse_value']);
      const hasFee = body['purse_fee'] !== undefined;
      return accountMergeBlock({
        purseExpiration: time(body['purse_expiration']),
        purseAmount,
        purseFee: hasFee ? sum(body['purse_fee']) : zeroAmount(purseAmount.currency),
        contractHash: bytes(body['h_contract_terms']),
        pursePub: bytes(pursePub),
        mergeTimestamp: mergeTimestamp(),
        minAge: Number(body['min_age']),
        flags: hasFee ? MERGE_FLAGS.purseFee : MERGE_FLAGS.quota,
      });
    }),
    inBody(['purse_sig'], pursePub, () => purseBlock(body, body['purse_value'])),
    econtract(body, pursePub),
  ];
}

function merge({ body, pub, ground }: Given): readonly Slot[] {
  const purse = ground.purse(pub);
  const payto = asText(body['payto_uri']);
  if (!purse) return [];
  const terms = asObject(purse.contract_terms);
  return [
    inBody(['merge_sig'], purse.merge_pub, () =>
      purseMergeBlock({
        mergeTimestamp: time(body['merge_timestamp']),
        pursePub: bytes(pub),
        reservePaytoHash: hashPayto(payto),
      }),
    ),
    inBody(['reserve_sig'], payto.split('/').at(-1) ?? '', () => {
      const purseAmount = sum(terms['amount']);
      return accountMergeBlock({
        purseExpiration: time(terms['purse_expiration']),
        purseAmount,
        purseFee: zeroAmount(purseAmount.currency),
        contractHash: bytes(purse.h_contract_terms),
        pursePub: bytes(pub),
        mergeTimestamp: time(body['merge_timestamp']),
        minAge: 0,
        flags: MERGE_FLAGS.paidPurse,
      });
    }),
  ];
}

/** A reserve's address (primitives.md §1.5), for the plain HTTP of both exchanges. */
export const reservePayto = (baseUrl: string, reservePub: string): string =>
  `payto://taler-reserve-http/${baseUrl.slice('http://'.length)}${reservePub}`;

/** A blinded planchet as JSON carries it. */
export const planchetOf = (value: unknown): BlindedPlanchet => {
  const ev = asObject(value);
  return ev['cipher'] === 'CS'
    ? { cipher: 'CS', c0: bytes(ev['cs_blinded_c0']), c1: bytes(ev['cs_blinded_c1']), nonce: bytes(ev['cs_nonce']) }
    : { cipher: 'RSA', blinded: bytes(ev['rsa_blinded_planchet']) };
};

const denominationOf = ({ side }: Ground, hash: unknown) => {
  const found = side.denomination(asText(hash));
  if (!found) throw new Error('a denomination that nobody has');
  return found;
};

const recoupFields = (body: Json) => ({
  denominationHash: bytes(body['denom_pub_hash']),
  blindingSecret: bytes(body['coin_blind_key_secret']),
});
const start = (asked: Asked): number => Number(asked.query.get('start') ?? 0);
const bytes = (value: unknown): Uint8Array => crockToBytes(asText(value));
const sum = (value: unknown) => amount(asText(value));
const time = (value: unknown): Timestamp => value as Timestamp;
const unquoted = (value = ''): string => value.replaceAll('"', '');
