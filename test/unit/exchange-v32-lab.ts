// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { addAmounts, amountToText, zeroAmount, type Amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { derivePlanchets } from '../../electron/taler/coin/planchet.ts';
import { V32_SCHEME } from '../../electron/taler/coin/schemes.ts';
import { unblindBatch, type RsaPublicKey } from '../../electron/taler/crypto/rsa.ts';
import { connectExchange } from '../../electron/taler/exchange/connect.ts';
import type {
  Exchange,
  Planchet,
  RefreshPlan,
  RefreshSession,
  SpendCoin,
} from '../../electron/taler/exchange/exchange.ts';
import type { Denomination } from '../../electron/taler/exchange/keys/model.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { economyHttp } from '../support/economy.ts';
import { keyPair, random, startLab, type KeyPair, type Lab } from './sandbox-client.ts';

const DENOMINATIONS = [
  { value: '0.1', feeWithdraw: '0.01', feeRefresh: '0.01' },
  { value: '1', feeWithdraw: '0.01', feeRefresh: '0.01', feeDeposit: '0.01' },
  { value: '5' },
];

export const rsaUnblind = (
  key: RsaPublicKey,
  messageHash: Uint8Array,
  blindingSecret: Uint8Array,
  blindSignature: Uint8Array,
) => unblindBatch(key, [{ messageHash, blindingSecret, blindSignature }]);

/** A sandbox of v32 with a client for all tests of a file, which see what is sent to it and may answer in its place. */
export class V32Lab {
  #lab: Lab | undefined;
  #intercept: World['http'] | undefined;
  #client: Exchange | undefined;
  #world: World | undefined;
  /** What was sent in this test, in order. */
  readonly bodies: { readonly path: string; readonly body: any }[] = [];

  get lab(): Lab {
    return this.#lab ?? expect.fail('not started');
  }
  get exchange(): SandboxExchange {
    return this.lab.sandbox.exchanges[0] ?? expect.fail('no exchange');
  }
  get world(): World {
    return this.#world ?? expect.fail('not started');
  }
  get client(): Exchange {
    return this.#client ?? expect.fail('not started');
  }

  /** Who answers in the exchange's place from now on; nobody with `undefined`, as at the end of each test. */
  intercept(http: World['http'] | undefined): void {
    this.#intercept = http;
  }

  async start(): Promise<void> {
    const lab = await startLab({
      exchanges: [{ generation: 'v32', denominations: DENOMINATIONS }],
      syncProviders: [],
    });
    this.#lab = lab;
    this.#world = {
      ...realWorld(),
      now: lab.now,
      http: (input, init) => {
        this.bodies.push({ path: new URL(String(input)).pathname, body: JSON.parse(String(init?.body ?? 'null')) });
        return (this.#intercept ?? economyHttp)(input, init);
      },
    };
    this.#client = mustOk(await connectExchange(this.#world, this.exchange.baseUrl), 'connect');
  }

  endTest(): void {
    this.#intercept = undefined;
    this.bodies.length = 0;
    const unused = this.exchange.faults.unused();
    this.exchange.faults.clear();
    expect(unused).toEqual([]);
  }

  async kind(value: string): Promise<Denomination> {
    const keys = mustOk(await this.client.keys(), 'keys');
    const found = [...keys.denominations.values()].find(
      (each) => amountToText(each.value) === `KUDOS:${value}` && each.selectable,
    );
    return found ?? expect.fail(`no coin of ${value}`);
  }

  reserveWith(sum: string): KeyPair {
    const reserve = keyPair();
    mustOk(this.lab.sandbox.bank.transferToReserve(reserve.pub, sum), 'transfer');
    return reserve;
  }

  async planchetsOf(values: readonly string[], seed = random(32)) {
    const kinds = await Promise.all(values.map((value) => this.kind(value)));
    const groups = kinds.map(({ key, hash }) => ({
      key: key ?? expect.fail('no key'),
      denominationHash: crockToBytes(hash, 64),
      count: 1,
    }));
    const made = mustOk(derivePlanchets(seed, 0, groups), 'planchets');
    const planchets: readonly Planchet[] = made.map(({ blinded, coinEvHash }, at) => ({
      denomination: kinds[at] ?? expect.fail('fewer kinds'),
      blinded,
      coinEvHash,
    }));
    return { kinds, made, planchets };
  }

  /** A coin that was withdrawn. */
  async coinOf(value: string): Promise<SpendCoin> {
    const reserve = this.reserveWith('KUDOS:20');
    const { kinds, made, planchets } = await this.planchetsOf([value]);
    const [signature] = mustOk(await this.client.withdraw({ reservePriv: reserve.priv, planchets }), 'withdraw');
    const [denomination, coin] = [kinds[0], made[0]];
    if (!denomination?.key || !coin || !signature) throw new Error('a coin was expected');
    const [denomSig] = mustOk(
      rsaUnblind(denomination.key, coin.coinPubHash, coin.blindingSecret, signature),
      'signature',
    );
    if (!denomSig) throw new Error('a signature was expected');
    return { pub: coin.coinPub, priv: coin.coinPriv, denomination, denomSig };
  }

  async planFor(oldCoin: SpendCoin, values: readonly string[], seed = random(64)): Promise<RefreshPlan> {
    const newDenominations = await Promise.all(values.map((value) => this.kind(value)));
    const valueWithFee = newDenominations.reduce(
      (sum: Amount, each) => addAmounts(sum, addAmounts(each.value, each.feeWithdraw)),
      addAmounts(zeroAmount('KUDOS'), oldCoin.denomination.feeRefresh),
    );
    return { oldCoin, seed, scheme: V32_SCHEME, newDenominations, valueWithFee };
  }

  async sessionOf(plan: RefreshPlan): Promise<RefreshSession> {
    return mustOk(await this.client.openRefresh(plan), 'session');
  }

  /** A request by nobody's client. */
  post(path: string, body: unknown): Promise<Response> {
    return economyHttp(`${this.exchange.baseUrl}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  }
}

/** The lab for all tests of a file, with the hooks it needs. */
export const aroundV32 = (): V32Lab => {
  const v32 = new V32Lab();
  beforeAll(() => v32.start());
  afterEach(() => v32.endTest());
  afterAll(() => v32.lab.sandbox.close());
  return v32;
};
