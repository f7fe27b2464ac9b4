// SPDX-License-Identifier: GPL-3.0-or-later
import { zeroAmount } from '../../shared/amount.ts';
import type { Timestamp } from '../../shared/time.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashPayto } from '../../electron/taler/crypto/hash.ts';
import {
  accountMergeBlock,
  econtractBlock,
  MERGE_FLAGS,
  purseCreateBlock,
  purseDeleteBlock,
  purseDepositBlock,
  purseMergeBlock,
} from '../../electron/taler/purposes/purse.ts';
import { asList, asObject, asText, type Json } from './reenact-json.ts';
import {
  bytes,
  denominationOf,
  inBody,
  sum,
  time,
  type Given,
  type Ground,
  type Slot,
  type SlotsByRoute,
} from './reenact-slot.ts';

/** The signatures of requests about purses (PROTOCOL.md#creating-a-purse). */
export const purseSlots = (): SlotsByRoute => [
  ['POST reserves/purse', invoice],
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
];

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

const invoice = ({ body, pub, ground }: Given): readonly Slot[] => {
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
};

const merge = ({ body, pub, ground }: Given): readonly Slot[] => {
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
};

/** A reserve's address (PROTOCOL.md#payto-uris), for the plain HTTP of both exchanges. */
const reservePayto = (baseUrl: string, reservePub: string): string =>
  `payto://taler-reserve-http/${baseUrl.slice('http://'.length)}${reservePub}`;
