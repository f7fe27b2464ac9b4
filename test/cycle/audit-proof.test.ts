// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { depositBlock } from '../../electron/taler/purposes/wallet.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { install, testWorld, total, withdraw } from '../support/backup-rig.ts';

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [], (opened) => {
  sandbox = opened;
});

const random = (length: number): string => bytesToCrock(world.randomBytes(length));

/** A wallet whose exchange shows, for every coin, one deposit of a cent, signed as told. */
const audited = async (walletDataHash: 'none' | 'absent' | 'nobody') => {
  const one = install(world);
  await withdraw(one, sandbox, 'KUDOS:4');
  const ring = createCoinKeyRing(one.store);
  const byPub = new Map(
    one.store.coins({}).flatMap((coin) => {
      const keys = ring.keysOf(coin.id);
      return keys ? [[bytesToCrock(keys.coinPub), { coin, keys }] as const] : [];
    }),
  );
  const line = (pub: string): object => {
    const of = byPub.get(pub);
    if (!of) throw new Error('a coin nobody knows');
    const at = { t_s: 1_700_000_000 };
    const [contract, wire, merchant] = [random(64), random(64), random(32)];
    const sig =
      walletDataHash === 'nobody'
        ? random(64)
        : bytesToCrock(
            eddsaSign(
              of.keys.coinPriv,
              depositBlock({
                contractHash: crockToBytes(contract),
                wireHash: crockToBytes(wire),
                denominationHash: crockToBytes(of.coin.value.h),
                timestamp: at,
                refundDeadline: at,
                contribution: amount('KUDOS:0.01'),
                depositFee: amount('KUDOS:0'),
                merchantPub: crockToBytes(merchant),
                walletDataHash,
              }),
            ),
          );
    return {
      type: 'DEPOSIT',
      amount: 'KUDOS:0.01',
      deposit_fee: 'KUDOS:0',
      timestamp: at,
      refund_deadline: at,
      merchant_pub: merchant,
      h_contract_terms: contract,
      h_wire: wire,
      coin_sig: sig,
    };
  };
  const http: typeof fetch = (input, init) => {
    const pub = /\/coins\/([0-9A-Z]+)\/history/.exec(String(input))?.[1];
    return pub === undefined
      ? world.http(input, init)
      : Promise.resolve(new Response(JSON.stringify({ history: [line(pub)] }), { status: 200 }));
  };
  const before = total(one);
  const report = await createWallet({ world: { ...world, http }, store: one.store }).auditCoins();
  return { report, before, after: total(one) };
};

it('a deposit that no coin of ours signed costs nothing, and the exchange that shows it is named', async () => {
  const { report, before, after } = await audited('nobody');
  expect(report).toMatchObject({ spentElsewhere: 0, exchangesSilent: [sandbox.exchanges[0]?.baseUrl] });
  expect(after).toBe(before);
});

it.each(['none', 'absent'] as const)('a signed one counts, in the layout of either generation (%s)', async (layout) => {
  const { report, before, after } = await audited(layout);
  expect(report.spentElsewhere).toBeGreaterThan(0);
  expect(report.exchangesSilent).toEqual([]);
  expect(after).not.toBe(before);
});
