// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { addAmounts, amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { hashDenomination, parseDenominationPub } from '../../electron/taler/coin/denomination.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { parseLegacyContent } from '../../electron/taler/legacy/backup.ts';
import { derivePlanchets } from '../../electron/taler/coin/planchet.ts';
import {
  masterDenominationBlock,
  masterSigningKeyBlock,
  masterWireDetailsBlockV12,
} from '../../electron/taler/purposes/master.ts';
import { unblindBatch } from '../../electron/taler/crypto/rsa.ts';
import { casesOf } from './load.ts';
import * as schema from './wire-schemas.ts';
import { check } from './wire-checks.ts';
import { at, cases, denominations, fail, get, h64, k32, keys } from './wire-seen.ts';

describe('wire-flows.json', () => {
  it('is read whole, and every signature that was verified then verifies now', () => {
    let checks = 0;
    for (const each of cases) {
      const made = check(each);
      expect(
        made.filter(([, holds]) => !holds),
        `case ${each.index}`,
      ).toEqual([]);
      // A replayed reveal was answered from memory then; we check it all the same.
      const isReplay = each.index === 40;
      if (!isReplay) expect(made, `case ${each.index}`).toEqual(each.verified ?? []);
      checks += made.length;
    }
    expect(checks).toBe(cases.flatMap(({ verified }) => verified ?? []).length + 7);
  });

  it('has keys and accounts that the master key signed', () => {
    const masterPub = k32(keys.master_public_key);
    for (const each of keys.denoms) {
      const denomination = mustOk(parseDenominationPub(each.denom_pub), 'keys');
      const fields = {
        masterPub,
        stampStart: each.stamp_start,
        stampExpireWithdraw: each.stamp_expire_withdraw,
        stampExpireDeposit: each.stamp_expire_deposit,
        stampExpireLegal: each.stamp_expire_legal,
        value: amount(each.value),
        feeWithdraw: amount(each.fee_withdraw),
        feeDeposit: amount(each.fee_deposit),
        feeRefresh: amount(each.fee_refresh),
        feeRefund: amount(each.fee_refund),
        denominationHash: hashDenomination(denomination),
      };
      expect(eddsaVerify(masterPub, masterDenominationBlock(fields), h64(each.master_sig))).toBe(true);
      const dearer = { ...fields, value: addAmounts(fields.value, amount('KUDOS:1')) };
      expect(eddsaVerify(masterPub, masterDenominationBlock(dearer), h64(each.master_sig))).toBe(false);
    }
    for (const { key, stamp_start, stamp_expire, stamp_end, master_sig } of keys.signkeys) {
      const block = masterSigningKeyBlock({
        stampStart: stamp_start,
        stampExpire: stamp_expire,
        stampEnd: stamp_end,
        key: k32(key),
      });
      expect(eddsaVerify(masterPub, block, h64(master_sig))).toBe(true);
    }
    for (const { payto_uri, master_sig } of schema.wireSchema.parse(at(cases, 2).response).accounts) {
      expect(eddsaVerify(masterPub, masterWireDetailsBlockV12({ payto: payto_uri }), h64(master_sig))).toBe(true);
    }
  });

  it('our planchets for the same seeds are the recorded ones, and the recorded answers make the coins of the backup', () => {
    const [sample] = casesOf<{ readonly content: unknown }>('backup-sample', 1);
    const content = mustOk(parseLegacyContent(sample?.content), 'backup');
    const signatureByCoin = new Map(
      content.exchangeDetails.flatMap(({ denominations: list }) =>
        list.flatMap(({ coins }) =>
          coins.map(
            ({ coin_priv, denom_sig }) =>
              [coin_priv, denom_sig.cipher === 'RSA' ? denom_sig.rsa_signature : ''] as const,
          ),
        ),
      ),
    );
    const recorded = cases
      .filter(({ url }) => url.endsWith('/withdraw'))
      .map(({ request, response }) => ({
        ...schema.withdrawRequest.parse(request),
        ...schema.withdrawResponse.parse(response),
      }));
    let coins = 0;
    for (const group of content.withdrawalGroups) {
      const groups = group.selected_denoms.map(({ denom_pub_hash, count }) => ({
        key: get(denominations, denom_pub_hash).key,
        denominationHash: h64(denom_pub_hash),
        count,
      }));
      const planchets = mustOk(derivePlanchets(k32(group.secret_seed), 0, groups), 'keys');
      for (const planchet of planchets) {
        const found = recorded.find(
          ({ coin_ev }) => coin_ev.cipher === 'RSA' && coin_ev.rsa_blinded_planchet === bytesToCrock(planchet.blinded),
        );
        if (!found || found.ev_sig.cipher !== 'RSA') return fail('a planchet that was never sent');
        const item = {
          messageHash: planchet.coinPubHash,
          blindingSecret: planchet.blindingSecret,
          blindSignature: crockToBytes(found.ev_sig.blinded_rsa_signature),
        };
        const [signature] = mustOk(unblindBatch(get(denominations, found.denom_pub_hash).key, [item]), 'answer');
        expect(signature && bytesToCrock(signature)).toBe(signatureByCoin.get(bytesToCrock(planchet.coinPriv)));
        coins += 1;
      }
    }
    expect(coins).toBe(19);
  });
});
