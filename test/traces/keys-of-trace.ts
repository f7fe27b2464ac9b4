// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { crockToBytes, bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { hashDenomination, parseDenominationPub } from '../../electron/taler/coin/denomination.ts';
import type { Denomination, ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { denominationGroupSchema, groupedDenominationSchema } from '../../electron/taler/exchange/keys/schema.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import { masterDenominationBlock } from '../../electron/taler/purposes/master.ts';
import { findStep, loadTrace, type Trace } from './trace.ts';
import { masterSigningKeyBlock } from '../../electron/taler/purposes/master.ts';

/**
 * The verified keys of the exchange a recording was made with: those of the complete `/keys` answer, and in addition the
 * denominations and signing keys the recording names (the "expired" ones come from an exchange of their own).
 */
export const keysOfTrace = (trace: Trace): ExchangeKeys => {
  const generation = trace.name.slice(0, 3);
  const full = findStep(loadTrace(`${generation}-keys-full`), 'keys-full').response?.body ?? null;
  const parsed = parseKeys(trace.base_url, JSON.stringify(full !== null && 'json' in full ? full.json : null));
  if (!parsed.ok) throw new Error(`the complete /keys answer does not verify: ${parsed.error.kind}`);
  const masterPub = trace.master_public_key ?? parsed.value.masterPub;
  const used = Object.values(trace.denominations_used).map((each) => readDenomination(each, masterPub));
  const isSame = masterPub === parsed.value.masterPub;
  return {
    ...parsed.value,
    announcedBaseUrl: trace.base_url,
    masterPub,
    denominations: new Map(
      [...(isSame ? parsed.value.denominations.values() : []), ...used].map((each) => [each.hash, each]),
    ),
    signKeys:
      trace.signkeys.length === 0 ? parsed.value.signKeys : trace.signkeys.map((each) => readSignKey(each, masterPub)),
  };
};

const readDenomination = (entry: unknown, masterPub: string): Denomination => {
  const fees = denominationGroupSchema.parse(entry);
  const denom = groupedDenominationSchema.parse(entry);
  const pub =
    fees.cipher === 'RSA'
      ? ({ cipher: 'RSA', rsa_public_key: denom.rsa_pub ?? '', age_mask: 0 } as const)
      : ({ cipher: 'CS', cs_public_key: denom.cs_pub ?? '', age_mask: 0 } as const);
  const key = parseDenominationPub(pub);
  if (!key.ok) throw new Error('a recorded denomination cannot be read');
  const denominationHash = hashDenomination(key.value);
  const fields = {
    value: amount(fees.value),
    feeWithdraw: amount(fees.fee_withdraw),
    feeDeposit: amount(fees.fee_deposit),
    feeRefresh: amount(fees.fee_refresh),
    feeRefund: amount(fees.fee_refund),
    stampStart: denom.stamp_start,
    stampExpireWithdraw: denom.stamp_expire_withdraw,
    stampExpireDeposit: denom.stamp_expire_deposit,
    stampExpireLegal: denom.stamp_expire_legal,
  };
  if (
    !eddsaVerify(
      crockToBytes(masterPub),
      masterDenominationBlock({ ...fields, masterPub: crockToBytes(masterPub), denominationHash }),
      crockToBytes(denom.master_sig),
    )
  )
    throw new Error('a recorded denomination is not signed');
  return {
    ...fields,
    hash: bytesToCrock(denominationHash),
    cipher: pub.cipher,
    key: key.value.cipher === 'RSA' ? key.value.key : undefined,
    ageMask: 0,
    masterSig: denom.master_sig,
    lost: false,
    revoked: false,
    selectable: pub.cipher === 'RSA',
  };
};

const readSignKey = (entry: unknown, masterPub: string): ExchangeKeys['signKeys'][number] => {
  const {
    key,
    stamp_start: stampStart,
    stamp_expire: stampExpire,
    stamp_end: stampEnd,
    master_sig,
  } = entry as {
    readonly key: string;
    readonly stamp_start: { t_s: number };
    readonly stamp_expire: { t_s: number };
    readonly stamp_end: { t_s: number };
    readonly master_sig: string;
  };
  const block = masterSigningKeyBlock({ stampStart, stampExpire, stampEnd, key: crockToBytes(key) });
  if (!eddsaVerify(crockToBytes(masterPub), block, crockToBytes(master_sig)))
    throw new Error('a recorded signing key is not signed');
  return { pub: key, stampStart, stampExpire, stampEnd };
};
