// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts } from '../../shared/amount.ts';
import { coinEvHash } from '../../electron/taler/coin/denomination.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashPayto, hashWire } from '../../electron/taler/crypto/hash.ts';
import { merchantRefundBlock } from '../../electron/taler/purposes/exchange.ts';
import { merchantContractBlock, trackTransactionBlock } from '../../electron/taler/purposes/merchant.ts';
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
  withdrawBlock,
} from '../../electron/taler/purposes/wallet.ts';
import { asList, asObject, asText, type Json, type JsonPath } from './reenact-json.ts';
import { purseSlots } from './reenact-purse-signatures.ts';
import type { Asked } from './reenact-request.ts';
import {
  bytes,
  denominationOf,
  inBody,
  planchetOf,
  sum,
  time,
  type Ground,
  type Slot,
  type SlotsByRoute,
} from './reenact-slot.ts';

/** Every signature a request carries; none for requests that need none. */
export const slotsOf = (asked: Asked, ground: Ground): readonly Slot[] => {
  const [thing = '', pub = '', operation = ''] = asked.parts;
  const route =
    thing === 'deposits' ? 'GET deposits' : `${asked.method} ${thing}${operation === '' ? '' : `/${operation}`}`;
  return SLOTS.get(route)?.({ asked, body: asObject(asked.body), pub, ground }) ?? [];
};

const slots = (): SlotsByRoute => [
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
];

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

const recoupFields = (body: Json) => ({
  denominationHash: bytes(body['denom_pub_hash']),
  blindingSecret: bytes(body['coin_blind_key_secret']),
});
const start = (asked: Asked): number => Number(asked.query.get('start') ?? 0);

const SLOTS = new Map([...slots(), ...purseSlots()]);
