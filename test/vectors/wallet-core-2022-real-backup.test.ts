// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { amount, amountToText, sumAmounts } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { hashContract } from '../../electron/taler/wire/contract-hash.ts';
import { eddsaPublicKey, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { openLegacyBlob, parseLegacyContent, type LegacyContent } from '../../electron/taler/legacy/backup.ts';
import { legacyRecoverySchema } from '../../electron/taler/legacy/schema.ts';
import { deriveWithdrawCoin } from '../../electron/taler/coin/planchet.ts';
import {
  masterGlobalFeesBlock,
  masterWireDetailsBlockV12,
  masterWireFeesBlock,
} from '../../electron/taler/purposes/master.ts';
import { merchantContractBlock, merchantPaymentOkBlock } from '../../electron/taler/purposes/merchant.ts';
import { deriveRefreshCoin, deriveTransferPrivs, transferSecret } from '../../electron/taler/coin/refresh.ts';
import { casesOf } from './load.ts';
import { denominationsOf, isCertified, isSigned, publicKeyOf } from './legacy-coins.ts';

type Real = { readonly recovery: unknown; readonly plain: unknown; readonly blob_base64: string };
const [real] = casesOf<Real>('wallet-core-2022-real-backup', 1);
const [sample] = casesOf<{ readonly content: unknown }>('backup-sample', 1);
if (!real || !sample) throw new Error('one case each');

describe('wallet-core-2022-real-backup.json', () => {
  const { walletRootPriv } = legacyRecoverySchema.parse(real.recovery);
  const root = crockToBytes(walletRootPriv, 32);
  const blob = new Uint8Array(Buffer.from(real.blob_base64, 'base64'));

  it('opens with the recovery document and holds what was put in', () => {
    const opened = mustOk(openLegacyBlob(blob, root), 'vector');
    // `plain` was exported 67 seconds after the upload, when that wallet had begun a payment anew; nothing else differs.
    const uploaded = structuredClone(real.plain) as {
      timestamp: unknown;
      purchases: { order_id: string; proposal_status: string }[];
    };
    uploaded.timestamp = { t_s: 1795440380 };
    for (const purchase of uploaded.purchases)
      if (purchase.order_id === 'L1795440290-NCF0TSBF') purchase.proposal_status = 'paid';
    expect(opened).toEqual(uploaded);
    expect(uploaded).not.toEqual(real.plain);
    expect(mustOk(parseLegacyContent(opened), 'vector').walletRootPub).toBe(bytesToCrock(eddsaPublicKey(root)));
  });

  it('stays shut for every other root', () => {
    const other = Uint8Array.from(root, (byte, at) => (at === 0 ? byte ^ 1 : byte));
    expect(openLegacyBlob(blob, other)).toEqual({ ok: false, error: { kind: 'legacy-backup', why: 'not-authentic' } });
  });
});

describe.each([
  {
    name: 'wallet-core-2022-real-backup.json',
    plain: real.plain,
    coins: 36,
    denominations: 20,
    withdrawals: 1,
    refreshes: 5,
    purchases: 2,
  },
  {
    name: 'backup-sample.json',
    plain: sample.content,
    coins: 44,
    denominations: 6,
    withdrawals: 2,
    refreshes: 5,
    purchases: 1,
  },
])('$name', ({ name: _name, plain, ...counts }) => {
  const content: LegacyContent = mustOk(parseLegacyContent(plain), 'vector');
  const denominations = denominationsOf(content);
  const byHash = new Map(denominations.map((each) => [bytesToCrock(each.hash), each]));

  it('is read without losing a record', () => {
    expect(content.rejected).toEqual([]);
    expect({
      coins: denominations.flatMap(({ record }) => record.coins).length,
      denominations: denominations.length,
      withdrawals: content.withdrawalGroups.length,
      refreshes: content.refreshGroups.length,
      purchases: content.purchases.length,
    }).toMatchObject(counts);
    expect(content.providers.length + content.exchanges.length).toBeGreaterThan(0);
  });

  it('has only denominations that the exchange certified', () => {
    expect(denominations.map((each) => isCertified(each))).toEqual(denominations.map(() => true));
    const [first] = denominations;
    if (!first) throw new Error('no denomination');
    expect(isCertified(first, { fee_refund: 'KUDOS:0.09' })).toBe(false);
    expect(isCertified(first, { stamp_expire_deposit: { t_s: 'never' } })).toBe(false);
  });

  it('has only coins that their denomination signed', () => {
    const coins = denominations.flatMap((denomination) =>
      denomination.record.coins.map((coin) => ({ denomination, coin })),
    );
    expect(coins).toHaveLength(counts.coins);
    expect(coins.filter(({ denomination, coin }) => !isSigned(denomination, coin))).toEqual([]);
    const [first, second] = coins;
    if (!first || !second) throw new Error('two coins');
    expect(isSigned(first.denomination, { ...first.coin, coin_priv: second.coin.coin_priv })).toBe(false);
    // No coin twice, else a balance counts it twice.
    expect(new Set(coins.map(({ coin }) => publicKeyOf(coin.coin_priv))).size).toBe(counts.coins);
  });

  it('gives back withdrawn coins from seed, index and order of the selection alone', () => {
    let found = 0;
    for (const { record } of denominations) {
      for (const coin of record.coins) {
        if (coin.coin_source.type !== 'withdraw') continue;
        const { withdrawal_group_id, coin_index, reserve_pub } = coin.coin_source;
        const group = content.withdrawalGroups.find((each) => each.withdrawal_group_id === withdrawal_group_id);
        if (!group) throw new Error('a coin without its group');
        expect(publicKeyOf(group.reserve_priv)).toBe(reserve_pub);
        const derived = deriveWithdrawCoin(crockToBytes(group.secret_seed, 32), coin_index);
        expect(bytesToCrock(derived.coinPriv)).toBe(coin.coin_priv);
        expect(bytesToCrock(derived.blindingSecret)).toBe(coin.blinding_key);
        const selection = group.selected_denoms.flatMap(({ denom_pub_hash, count }) =>
          Array.from({ length: count }, () => denom_pub_hash),
        );
        expect(byHash.get(selection[coin_index] ?? '')?.record).toBe(record);
        found += 1;
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('gives back refreshed coins from the session seed alone', () => {
    const coinPrivByPub = new Map(
      denominations.flatMap(({ record }) => record.coins.map((coin) => [publicKeyOf(coin.coin_priv), coin.coin_priv])),
    );
    let found = 0;
    for (const group of content.refreshGroups) {
      for (const { coin_pub, refresh_session: session, finished } of group.old_coins) {
        if (!session || !finished || session.noreveal_index === undefined) continue;
        const priv = deriveTransferPrivs(crockToBytes(session.session_secret_seed, 64))[session.noreveal_index];
        if (!priv) throw new Error('γ is below κ');
        const secret = mustOk(transferSecret(priv, crockToBytes(coin_pub, 32)), 'vector');
        const selection = session.new_denoms.flatMap(({ denom_pub_hash, count }) =>
          Array.from({ length: count }, () => denom_pub_hash),
        );
        for (const [index, denominationHash] of selection.entries()) {
          const coin = deriveRefreshCoin(secret, index);
          const coinPriv = bytesToCrock(coin.coinPriv);
          expect(coinPrivByPub.get(publicKeyOf(coinPriv))).toBe(coinPriv);
          expect(byHash.get(denominationHash)?.record.coins.some((each) => each.coin_priv === coinPriv)).toBe(true);
          found += 1;
        }
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('has purchases whose contract, payment and nonce belong together', () => {
    for (const purchase of content.purchases) {
      const terms = purchase.contract_terms_raw as {
        readonly merchant_pub: string;
        readonly nonce: string;
        readonly order_id: string;
      };
      const contractHash = mustOk(hashContract(terms), 'vector');
      const merchantPub = crockToBytes(terms.merchant_pub, 32);
      expect(
        eddsaVerify(
          merchantPub,
          merchantContractBlock({ contractHash }),
          crockToBytes(purchase.merchant_sig ?? '!', 64),
        ),
      ).toBe(true);
      expect(
        eddsaVerify(
          merchantPub,
          merchantPaymentOkBlock({ contractHash }),
          crockToBytes(purchase.merchant_pay_sig ?? '!', 64),
        ),
      ).toBe(true);
      expect(
        eddsaVerify(
          merchantPub,
          merchantContractBlock({ contractHash }),
          crockToBytes(purchase.merchant_pay_sig ?? '!', 64),
        ),
      ).toBe(false);
      expect(publicKeyOf(purchase.nonce_priv)).toBe(terms.nonce);
      expect(terms.order_id).toBe(purchase.order_id);
    }
  });

  it('has wire accounts and fees that the exchange certified', () => {
    for (const exchange of content.exchangeDetails) {
      const masterPub = crockToBytes(exchange.master_public_key, 32);
      expect(exchange.accounts.length).toBeGreaterThan(0);
      for (const { payto_uri, master_sig } of exchange.accounts) {
        expect(
          eddsaVerify(masterPub, masterWireDetailsBlockV12({ payto: payto_uri }), crockToBytes(master_sig, 64)),
        ).toBe(true);
        expect(
          eddsaVerify(masterPub, masterWireDetailsBlockV12({ payto: `${payto_uri}x` }), crockToBytes(master_sig, 64)),
        ).toBe(false);
      }
      for (const fee of exchange.wire_fees) {
        const fields = {
          method: fee.wire_type,
          start: fee.start_stamp,
          end: fee.end_stamp,
          wireFee: amount(fee.wire_fee),
          closingFee: amount(fee.closing_fee),
        };
        expect(eddsaVerify(masterPub, masterWireFeesBlock(fields), crockToBytes(fee.sig, 64))).toBe(true);
      }
      for (const fee of exchange.global_fees) {
        const fields = {
          start: fee.startDate,
          end: fee.endDate,
          purseTimeout: fee.purseTimeout,
          historyExpiration: fee.historyTimeout,
          historyFee: amount(fee.historyFee),
          accountFee: amount(fee.accountFee),
          purseFee: amount(fee.purseFee),
          purseAccountLimit: fee.purseLimit,
        };
        expect(eddsaVerify(masterPub, masterGlobalFeesBlock(fields), crockToBytes(fee.signature, 64))).toBe(true);
      }
    }
  });

  it('keeps the other records when one is spoiled', () => {
    const spoiled = structuredClone(plain) as {
      exchange_details: { denominations: { coins: { coin_priv: string }[] }[] }[];
      purchases: { nonce_priv: string }[];
    };
    const coin = spoiled.exchange_details[0]?.denominations.find(({ coins }) => coins.length > 0)?.coins[0];
    const purchase = spoiled.purchases[0];
    if (!coin || !purchase) throw new Error('a coin and a purchase');
    coin.coin_priv = 'short';
    purchase.nonce_priv = `${purchase.nonce_priv.slice(0, -1)}Z`;
    const read = mustOk(parseLegacyContent(spoiled), 'frame');
    expect(denominationsOf(read).flatMap(({ record }) => record.coins)).toHaveLength(counts.coins - 1);
    expect(read.purchases).toHaveLength(counts.purchases - 1);
    expect(read.rejected.map(({ why }) => why)).toEqual(['coin_priv: custom', 'nonce_priv: custom']);
    for (const [change, error] of [
      [{ schema_version: 2 }, { why: 'newer', version: 'gnu-taler-wallet-backup-content 2' }],
      [{ schema_id: 'x' }, { why: 'newer', version: 'x' }],
      [{ exchanges: undefined }, { why: 'not-this-schema' }],
    ] as const) {
      expect(parseLegacyContent({ ...(plain as object), ...change })).toEqual({
        ok: false,
        error: { kind: 'legacy-backup', ...error },
      });
    }
  });
});

describe('backup-sample.json, the transactions before', () => {
  it('are matched by the records: every withdrawal, the purchase and its refund', () => {
    type Transaction = {
      readonly type: string;
      readonly amountEffective: string;
      readonly amountRaw: string;
      readonly withdrawalDetails?: { readonly reservePub: string };
      readonly proposalId?: string;
    };
    const [each] = casesOf<{ readonly transactions_before: { readonly transactions: readonly Transaction[] } }>(
      'backup-sample',
      1,
    );
    if (!each) throw new Error('one case');
    const before = each.transactions_before;
    const content = mustOk(parseLegacyContent(sample.content), 'vector');
    const reserves = before.transactions.flatMap(({ withdrawalDetails }) =>
      withdrawalDetails ? [withdrawalDetails.reservePub] : [],
    );
    expect(reserves.length).toBeGreaterThan(0);
    const keys = content.withdrawalGroups.map(({ reserve_priv }) => publicKeyOf(reserve_priv));
    expect(reserves.filter((reserve) => !keys.includes(reserve))).toEqual([]);
    const withdrawal = before.transactions.find(({ type }) => type === 'withdrawal');
    const group = content.withdrawalGroups.find(
      ({ reserve_priv }) => publicKeyOf(reserve_priv) === withdrawal?.withdrawalDetails?.reservePub,
    );
    expect(group?.effective_withdrawal_amount).toBe(withdrawal?.amountEffective);
    const payments = before.transactions.filter(({ type }) => type === 'payment');
    expect(payments.length).toBeGreaterThan(0);
    expect(
      payments.map(({ proposalId }) => content.purchases.some(({ proposal_id }) => proposal_id === proposalId)),
    ).toEqual(payments.map(() => true));
    const refunds = content.purchases.flatMap((purchase) => purchase.refunds);
    expect(
      amountToText(
        sumAmounts(
          'KUDOS',
          refunds.map(({ refund_amount }) => amount(refund_amount)),
        ),
      ),
    ).toBe('KUDOS:0.5');
  });
});
