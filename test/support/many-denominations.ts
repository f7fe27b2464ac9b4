// SPDX-License-Identifier: GPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { bytesToBigInt } from '../../electron/taler/bytes/numbers.ts';
import { hashDenomination, parseDenominationPub } from '../../electron/taler/coin/denomination.ts';
import { eddsaPublicKey, eddsaSign, eddsaSigner } from '../../electron/taler/crypto/eddsa.ts';
import { encodeRsaPublicKey } from '../../electron/taler/crypto/rsa.ts';
import { keySetBlock } from '../../electron/taler/purposes/exchange.ts';
import { masterDenominationBlock, masterSigningKeyBlock } from '../../electron/taler/purposes/master.ts';

const NOW_S = Math.floor(Date.UTC(2026, 10, 23, 12) / 1000);
const DAY_S = 86_400;
const at = (days: number) => ({ t_s: NOW_S + days * DAY_S });
const ZERO = 'KUDOS:0';

/** A `/keys` document of v17 with so many denominations, every one of them signed; nobody knows the private keys. */
export const manyDenominations = (count: number): string => {
  const [master, online] = [randomBytes(32), randomBytes(32)];
  const [masterPub, onlinePub] = [eddsaPublicKey(master), eddsaPublicKey(online)];
  const signed = Array.from({ length: count }, () => denomination(masterPub, eddsaSigner(master)));
  const key = { key: bytesToCrock(onlinePub), stamp_start: at(-1), stamp_expire: at(10), stamp_end: at(100) };
  const block = masterSigningKeyBlock({
    stampStart: key.stamp_start,
    stampExpire: key.stamp_expire,
    stampEnd: key.stamp_end,
    key: onlinePub,
  });
  const fees = { fee_withdraw: ZERO, fee_deposit: ZERO, fee_refresh: ZERO, fee_refund: ZERO };
  const set = keySetBlock({ listIssueDate: at(0), masterSigs: signed.map(({ signature }) => signature) });
  return JSON.stringify({
    version: '17:0:0',
    currency: 'KUDOS',
    master_public_key: bytesToCrock(masterPub),
    reserve_closing_delay: { d_us: 1_000_000 },
    list_issue_date: at(0),
    signkeys: [{ ...key, master_sig: bytesToCrock(eddsaSign(master, block)) }],
    recoup: [],
    global_fees: [],
    accounts: [],
    wire_fees: {},
    denominations: [{ cipher: 'RSA', value: 'KUDOS:0.1', ...fees, denoms: signed.map(({ denom }) => denom) }],
    exchange_pub: bytesToCrock(onlinePub),
    exchange_sig: bytesToCrock(eddsaSign(online, set)),
  });
};

const denomination = (masterPub: Uint8Array, sign: (block: Uint8Array) => Uint8Array) => {
  const modulus = new Uint8Array(randomBytes(128));
  modulus[0] = 0xc0;
  modulus[127] = 1;
  const pub = bytesToCrock(encodeRsaPublicKey(bytesToBigInt(modulus), 65_537n));
  const parsed = mustOk(parseDenominationPub({ cipher: 'RSA', rsa_public_key: pub, age_mask: 0 }), 'key');
  const stamps = {
    stamp_start: at(-1),
    stamp_expire_withdraw: at(10),
    stamp_expire_deposit: at(100),
    stamp_expire_legal: at(1000),
  };
  const block = masterDenominationBlock({
    masterPub,
    denominationHash: hashDenomination(parsed),
    value: amount('KUDOS:0.1'),
    feeWithdraw: amount(ZERO),
    feeDeposit: amount(ZERO),
    feeRefresh: amount(ZERO),
    feeRefund: amount(ZERO),
    stampStart: stamps.stamp_start,
    stampExpireWithdraw: stamps.stamp_expire_withdraw,
    stampExpireDeposit: stamps.stamp_expire_deposit,
    stampExpireLegal: stamps.stamp_expire_legal,
  });
  const signature = sign(block);
  return { signature, denom: { ...stamps, master_sig: bytesToCrock(signature), rsa_pub: pub } };
};
