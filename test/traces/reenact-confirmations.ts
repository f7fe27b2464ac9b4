// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, subtractAmounts, type Amount } from '../../shared/amount.ts';
import { hashPayto, hashWire } from '../../electron/taler/crypto/hash.ts';
import {
  confirmDepositBlock,
  confirmMeltBlock,
  confirmPurseCreationBlock,
  confirmPurseMergedBlock,
  confirmPurseRefundBlock,
  confirmRecoupBlock,
  confirmRecoupRefreshBlock,
  confirmRefundBlock,
  confirmWireBlock,
  confirmWireDepositBlock,
  denominationExpiredBlock,
  denominationUnknownBlock,
  purseStatusBlock,
  reserveClosedBlock,
} from '../../electron/taler/purposes/exchange.ts';
import { asList, asObject, asText, type Json } from './reenact-json.ts';
import type { Side } from './reenact-mapping.ts';
import type { Asked } from './reenact-request.ts';
import { bytes, sum, time } from './reenact-slot.ts';
import type { PurseSecret } from './trace.ts';

/** One `exchange_sig` of an answer, whose key it names, and what it must cover. */
export type Confirmation = { readonly signature: string; readonly pub: string; readonly block: Uint8Array };

export type Confirmed = {
  readonly asked: Asked;
  readonly status: number;
  readonly json: unknown;
  readonly side: Side;
  readonly purse: (pub: string) => PurseSecret | undefined;
};

/** What every `exchange_sig` of an answer must cover (PROTOCOL.md#signatures). `/keys` is left to the client, which verifies it whole. */
export const confirmationsOf = (given: Confirmed): readonly Confirmation[] => {
  const { asked, status, json } = given;
  const [thing = '', pub = '', operation = ''] = asked.parts;
  const body = asObject(json);
  const one = (block: Uint8Array): readonly Confirmation[] => [
    { signature: asText(body['exchange_sig']), pub: asText(body['exchange_pub']), block },
  ];
  if (status >= 400) return body['exchange_sig'] === undefined ? [] : one(refusalBlock(body));
  if (operation === 'history')
    return asList(body['history']).flatMap((entry) => historyConfirmation(asObject(entry), thing, pub));
  const block = BLOCKS.get(
    thing === 'deposits' || thing === 'transfers'
      ? thing
      : `${asked.method} ${thing}${operation === '' ? '' : `/${operation}`}`,
  );
  return block && body['exchange_sig'] !== undefined ? one(block(given, body, asObject(asked.body), pub)) : [];
};

const refusalBlock = (body: Json): Uint8Array => {
  const timestamp = time(body['timestamp']);
  const denominationHash = bytes(body['h_denom_pub']);
  return body['oper'] === undefined
    ? denominationUnknownBlock({ timestamp, denominationHash })
    : denominationExpiredBlock({ timestamp, operation: asText(body['oper']), denominationHash });
};

type Block = (given: Confirmed, answer: Json, sent: Json, pub: string) => Uint8Array;

const BLOCKS: ReadonlyMap<string, Block> = new Map<string, Block>([
  [
    'POST batch-deposit',
    ({ side }, answer, sent) => {
      const coins = asList(sent['coins']).map(asObject);
      return confirmDepositBlock({
        contractHash: bytes(sent['h_contract_terms']),
        wireHash: hashWire(asText(sent['merchant_payto_uri']), bytes(sent['wire_salt'])),
        exchangeTimestamp: time(answer['exchange_timestamp']),
        wireDeadline: time(sent['wire_transfer_deadline']),
        refundDeadline: time(sent['refund_deadline'] ?? { t_s: 0 }),
        merchantPub: bytes(sent['merchant_pub']),
        amountWithoutFee: total(
          coins.map((coin) => subtractAmounts(sum(coin['contribution']), depositFee(side, coin))),
        ),
        coinSigs: coins.map((coin) => bytes(coin['coin_sig'])),
      });
    },
  ],
  [
    'deposits',
    ({ asked: { parts } }, answer) =>
      confirmWireBlock({
        wireHash: bytes(parts[1]),
        contractHash: bytes(parts[3]),
        wtid: bytes(answer['wtid']),
        coinPub: bytes(parts[4]),
        executionTime: time(answer['execution_time']),
        contribution: sum(answer['coin_contribution']),
      }),
  ],
  [
    'transfers',
    (_, answer) =>
      confirmWireDepositBlock({
        total: sum(answer['total']),
        wireFee: sum(answer['wire_fee']),
        merchantPub: bytes(answer['merchant_pub']),
        paytoHash: bytes(answer['h_payto']),
        executionTime: time(answer['execution_time']),
        deposits: asList(answer['deposits'])
          .map(asObject)
          .map((each) => ({
            contractHash: bytes(each['h_contract_terms']),
            coinPub: bytes(each['coin_pub']),
            depositValue: sum(each['deposit_value']),
            depositFee: sum(each['deposit_fee']),
          })),
      }),
  ],
  [
    'POST coins/refund',
    (_, __, sent, pub) =>
      confirmRefundBlock({
        contractHash: bytes(sent['h_contract_terms']),
        coinPub: bytes(pub),
        merchantPub: bytes(sent['merchant_pub']),
        rtransactionId: Number(sent['rtransaction_id']),
        refundAmount: sum(sent['refund_amount']),
      }),
  ],
  [
    'POST coins/melt',
    (_, answer, sent) => confirmMeltBlock({ rc: bytes(sent['rc']), norevealIndex: Number(answer['noreveal_index']) }),
  ],
  ['POST purses/create', (_, answer, sent, pub) => purseCreation(answer, pub, { ...sent, value: sent['amount'] })],
  [
    'POST reserves/purse',
    (_, answer, sent) => purseCreation(answer, asText(sent['purse_pub']), { ...sent, value: sent['purse_value'] }),
  ],
  [
    'POST purses/deposit',
    (_, answer, __, pub) =>
      purseCreation(answer, pub, {
        value: answer['purse_value_after_fees'],
        h_contract_terms: answer['h_contract_terms'],
        purse_expiration: answer['purse_expiration'],
      }),
  ],
  [
    'POST purses/merge',
    ({ side, purse }, answer, sent, pub) => {
      const terms = purse(pub);
      return confirmPurseMergedBlock({
        exchangeTimestamp: time(answer['exchange_timestamp']),
        purseExpiration: time(asObject(terms?.contract_terms)['purse_expiration']),
        amountWithoutFee: sum(answer['merge_amount']),
        pursePub: bytes(pub),
        reservePub: bytes(asText(sent['payto_uri']).split('/').at(-1)),
        contractHash: bytes(terms?.h_contract_terms),
        exchangeBaseUrl: side.baseUrl,
      });
    },
  ],
  ['GET purses/merge', (_, answer) => purseState(answer)],
  ['GET purses/deposit', (_, answer) => purseState(answer)],
]);

const purseCreation = (answer: Json, pub: string, terms: Json): Uint8Array =>
  confirmPurseCreationBlock({
    exchangeTimestamp: time(answer['exchange_timestamp']),
    purseExpiration: time(terms['purse_expiration']),
    amountWithoutFee: sum(terms['value']),
    totalDeposited: sum(answer['total_deposited']),
    pursePub: bytes(pub),
    contractHash: bytes(terms['h_contract_terms']),
  });

const purseState = (answer: Json): Uint8Array =>
  purseStatusBlock({
    ...(answer['merge_timestamp'] === undefined ? {} : { mergeTimestamp: time(answer['merge_timestamp']) }),
    ...(answer['deposit_timestamp'] === undefined ? {} : { depositTimestamp: time(answer['deposit_timestamp']) }),
    balance: sum(answer['balance']),
  });

const historyConfirmation = (entry: Json, thing: string, pub: string): readonly Confirmation[] => {
  const signature = asText(entry['exchange_sig']);
  if (signature === '') return [];
  const recoup = () => ({ timestamp: time(entry['timestamp']), amount: sum(entry['amount']) });
  const blocks: Readonly<Record<string, () => Uint8Array>> = {
    RECOUP: () =>
      confirmRecoupBlock({
        ...recoup(),
        ...(thing === 'coins'
          ? { coinPub: bytes(pub), reservePub: bytes(entry['reserve_pub']) }
          : { coinPub: bytes(entry['coin_pub']), reservePub: bytes(pub) }),
      }),
    'RECOUP-REFRESH': () =>
      confirmRecoupRefreshBlock({ ...recoup(), coinPub: bytes(pub), oldCoinPub: bytes(entry['old_coin_pub']) }),
    'OLD-COIN-RECOUP': () =>
      confirmRecoupRefreshBlock({ ...recoup(), coinPub: bytes(entry['coin_pub']), oldCoinPub: bytes(pub) }),
    'PURSE-REFUND': () =>
      confirmPurseRefundBlock({
        pursePub: bytes(entry['purse_pub']),
        coinPub: bytes(pub),
        refundedAmount: sum(entry['amount']),
        refundFee: sum(entry['refund_fee']),
      }),
    CLOSING: () =>
      reserveClosedBlock({
        timestamp: time(entry['timestamp']),
        closingAmount: sum(entry['amount']),
        closingFee: sum(entry['closing_fee']),
        reservePub: bytes(pub),
        paytoHash: hashPayto(asText(entry['receiver_account_details'])),
        wtid: bytes(entry['wtid']),
      }),
  };
  const block = blocks[asText(entry['type'])];
  return block ? [{ signature, pub: asText(entry['exchange_pub']), block: block() }] : [];
};

const depositFee = (side: Side, coin: Json): Amount => {
  const found = side.denomination(asText(coin['denom_pub_hash']));
  if (!found) throw new Error('a deposit of an unknown denomination was confirmed');
  return found.feeDeposit;
};

const total = (amounts: readonly Amount[]): Amount => {
  const [first, ...rest] = amounts;
  if (!first) throw new Error('an empty deposit was confirmed');
  return rest.reduce(addAmounts, first);
};
