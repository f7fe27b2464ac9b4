// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, amount, amountToText, subtractAmounts, zeroAmount, type Amount } from '../../../shared/amount.ts';
import { bytesToCrock, crockToBytes, parseCrock } from '../../taler/bytes/encodings.ts';
import { hashPayto } from '../../taler/crypto/hash.ts';
import { confirmWireBlock, confirmWireDepositBlock } from '../../taler/purposes/exchange.ts';
import { trackTransactionBlock } from '../../taler/purposes/merchant.ts';
import { pollUntil } from '../bell.ts';
import { readKey, readTimeout } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { verifies } from './checks.ts';
import { payoutHeldUp, reserveKeyOf } from './legitimization.ts';
import type { ExchangeRoom } from './room.ts';

type DepositRow = {
  h_contract: string;
  coin_pub: string;
  h_wire: string;
  payto: string;
  contribution: string;
  fee: string;
  wire_deadline: number;
  wtid: string | null;
};
type TransferRow = {
  wtid: string;
  merchant_pub: string;
  payto: string;
  total: string;
  wire_fee: string;
  execution: number;
};

/** GET /deposits/… and /transfers/WTID: what became of a deposit (PROTOCOL.md#deposit-tracking). */
export const trackingRoutes = (room: ExchangeRoom): Routes => ({
  'GET /deposits/:wire/:merchant/:contract/:coin': async (request) => {
    const lengths = [64, 32, 64, 32];
    for (const [at, text] of request.args.entries()) {
      if (!parseCrock(text, lengths[at]).ok) return errorReply(400, 26, { detail: text });
    }
    const [hWire = '', merchantPub = '', hContract = '', coinPub = ''] = request.args.map((text) => text.toUpperCase());
    const timeout = readTimeout(request);
    if (!timeout.ok) return timeout.error;
    const sig = request.query.get('merchant_sig');
    if (sig === null) return errorReply(400, 25, { detail: 'merchant_sig' });
    const block = trackTransactionBlock({
      contractHash: crockToBytes(hContract, 64),
      wireHash: crockToBytes(hWire, 64),
      merchantPub: 'absent',
      coinPub: crockToBytes(coinPub, 32),
    });
    if (!parseCrock(sig, 64).ok || !verifies(merchantPub, block, sig)) return errorReply(403, 1106);
    const find = (): DepositRow | undefined =>
      room.store.one<DepositRow>(
        'SELECT * FROM deposit WHERE coin_pub = ? AND merchant_pub = ? AND h_contract = ? AND h_wire = ?',
        coinPub,
        merchantPub,
        hContract,
        hWire,
      );
    if (!find()) return errorReply(404, 1100);
    await pollUntil(room.bell, timeout.value, request.gone, () => (find()?.wtid === null ? undefined : true));
    const row = find();
    return row ? depositStatus(room, row) : errorReply(404, 1100);
  },
  'GET /transfers/:wtid': (request) => {
    const wtid = readKey(request.args[0] ?? '', 26);
    if (!wtid.ok) return wtid.error;
    const row = room.store.one<TransferRow>('SELECT * FROM transfer WHERE wtid = ?', wtid.value);
    return row ? transferDetails(room, row) : errorReply(404, 1100);
  },
});

const depositStatus = (room: ExchangeRoom, row: DepositRow): Reply => {
  if (row.wtid === null) {
    // looked at when the payout is due, as the aggregator does
    const isDue = row.wire_deadline * 1000 <= room.world.now();
    const held = isDue ? payoutHeldUp(room, row.payto, unpaidOf(room, row)) : undefined;
    const accountPub = held && (held.account_pub ?? reserveKeyOf(room, row.payto));
    return jsonReply(202, {
      ...(room.generation === 'v17' ? { aml_decision: 0 } : {}),
      ...(held ? { requirement_row: held.row } : {}),
      ...(room.generation === 'v23' && accountPub !== undefined ? { account_pub: accountPub } : {}),
      kyc_ok: held === undefined,
      execution_time: { t_s: row.wire_deadline },
    });
  }
  const execution = room.store.one<TransferRow>('SELECT * FROM transfer WHERE wtid = ?', row.wtid)?.execution ?? 0;
  const contribution = subtractAmounts(amount(row.contribution), amount(row.fee));
  const block = confirmWireBlock({
    wireHash: crockToBytes(row.h_wire, 64),
    contractHash: crockToBytes(row.h_contract, 64),
    wtid: crockToBytes(row.wtid, 32),
    coinPub: crockToBytes(row.coin_pub, 32),
    executionTime: { t_s: execution },
    contribution,
  });
  return jsonReply(200, {
    wtid: row.wtid,
    execution_time: { t_s: execution },
    coin_contribution: amountToText(contribution),
    ...room.signkeys.confirm(block),
  });
};

/** What the contract's payout comes to, all its coins together. */
const unpaidOf = (room: ExchangeRoom, { h_contract, h_wire }: DepositRow): Amount =>
  room.store
    .all<DepositRow>('SELECT * FROM deposit WHERE h_contract = ? AND h_wire = ? AND wtid IS NULL', h_contract, h_wire)
    .reduce(
      (sum, each) => addAmounts(sum, subtractAmounts(amount(each.contribution), amount(each.fee))),
      zeroAmount(room.currency),
    );

const transferDetails = (room: ExchangeRoom, row: TransferRow): Reply => {
  const rows = room.store.all<DepositRow>('SELECT * FROM deposit WHERE wtid = ? ORDER BY id', row.wtid);
  const executionTime = { t_s: row.execution };
  const paytoHash = hashPayto(row.payto);
  const block = confirmWireDepositBlock({
    total: amount(row.total),
    wireFee: amount(row.wire_fee),
    merchantPub: crockToBytes(row.merchant_pub, 32),
    paytoHash,
    executionTime,
    deposits: rows.map((each) => ({
      contractHash: crockToBytes(each.h_contract, 64),
      coinPub: crockToBytes(each.coin_pub, 32),
      depositValue: amount(each.contribution),
      depositFee: amount(each.fee),
    })),
  });
  return jsonReply(200, {
    total: row.total,
    wire_fee: row.wire_fee,
    merchant_pub: row.merchant_pub,
    h_payto: bytesToCrock(paytoHash),
    execution_time: executionTime,
    deposits: rows.map((each) => ({
      h_contract_terms: each.h_contract,
      coin_pub: each.coin_pub,
      deposit_value: each.contribution,
      deposit_fee: each.fee,
    })),
    ...room.signkeys.confirm(block),
  });
};
