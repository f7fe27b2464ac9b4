// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { idOfWithdrawal } from '../../electron/state/commitment.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { kycAuthBlock } from '../../electron/taler/purposes/wallet.ts';
import { mustOk } from '../../shared/result.ts';
import { fund, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Who asks who somebody is names the account that is meant. The signature that answers is bound to nothing: whoever has it
// may show it at any other exchange where the same key speaks for an account. So only the key of the very step signs, or
// for a deposit that of a reserve at this very exchange.

let lab: WalletLab;
let honest: string;
let lying: string;
beforeAll(async () => {
  lab = await startWalletLab({ exchanges: [{ generation: 'v23' }, { generation: 'v23' }] });
  honest = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  lying = lab.sandbox.exchanges[1]?.baseUrl ?? '';
});
afterEach(() => lab.interceptHttp(undefined));
afterAll(() => lab.close());

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** The second exchange asks who is there and names that account; what it is answered with is kept. */
const askFor = (
  accountPub: string | undefined,
  path: RegExp,
  first: (url: string, init: RequestInit | undefined) => Response | undefined = () => undefined,
): readonly { readonly url: string; readonly signature: string }[] => {
  const signatures: { url: string; signature: string }[] = [];
  lab.interceptHttp(async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const own = first(url, init);
    if (own !== undefined) return own;
    const signature = new Headers(init?.headers).get('account-owner-signature');
    if (signature !== null) {
      signatures.push({ url, signature });
      return json(403, { code: 1 });
    }
    if (url.startsWith(lying) && path.test(url))
      return json(451, {
        code: 1028,
        requirement_row: 7,
        h_payto: '0'.repeat(52),
        ...(accountPub === undefined ? {} : { account_pub: accountPub }),
      });
    return fetch(input, init);
  });
  return signatures;
};

const signsFor = (pub: string, { signature }: { readonly signature: string }): boolean =>
  eddsaVerify(crockToBytes(pub, 32), kycAuthBlock(), crockToBytes(signature, 64));

const reserveAt = ({ store }: OpenWallet, exchange: string): string =>
  store.entries('withdrawal').find(({ value }) => value.exchange === exchange)?.value.reserve ?? '';

const withdrawThere = async ({ wallet }: OpenWallet): Promise<void> => {
  mustOk(await wallet.addExchange(lying), 'exchange');
  const { payto } = mustOk(await wallet.withdrawManual({ exchange: lying, amount: 'KUDOS:1.01' }), 'withdrawal');
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  await wallet.run();
};

test('a reserve at another exchange never signs, whoever names it', async () => {
  const alice = lab.openWallet();
  await fund(lab, alice, 'KUDOS:2.01');
  const there = reserveAt(alice, honest);
  const signatures = askFor(there, /\/reserves\/[^/]+\/batch-withdraw$/);
  await withdrawThere(alice);
  expect(signatures.length).toBeGreaterThan(0);
  expect(signatures.filter((each) => signsFor(there, each))).toEqual([]);
  expect(signatures.every(({ url }) => url.startsWith(lying))).toBe(true);
  expect(signatures.every((each) => signsFor(reserveAt(alice, lying), each))).toBe(true);
});

test('nor does another reserve at the same exchange, when the step has its own', async () => {
  const alice = lab.openWallet();
  await fund(lab, alice, 'KUDOS:2.01', 1);
  const before = reserveAt(alice, lying);
  const signatures = askFor(before, /\/reserves\/[^/]+\/batch-withdraw$/);
  await withdrawThere(alice);
  expect(signatures.length).toBeGreaterThan(0);
  expect(signatures.filter((each) => signsFor(before, each))).toEqual([]);
});

test('for a deposit a reserve of that exchange may speak, one of another never', async () => {
  const alice = lab.openWallet();
  await fund(lab, alice, 'KUDOS:0.21');
  await fund(lab, alice, 'KUDOS:4.01', 1);
  const [elsewhere, here] = [reserveAt(alice, honest), reserveAt(alice, lying)];
  for (const named of [elsewhere, here]) {
    const signatures = askFor(named, /\/batch-deposit$/);
    const payto = lab.sandbox.bank.accountPayto('alice');
    await alice.wallet.deposit({ amount: 'KUDOS:1.5', payto });
    await alice.wallet.run();
    expect(signatures.length).toBeGreaterThan(0);
    expect(signatures.some((each) => signsFor(elsewhere, each))).toBe(false);
    expect(signatures.some((each) => signsFor(here, each))).toBe(named === here);
    for (const { id } of alice.wallet.pending()) await alice.wallet.abort(id);
    lab.interceptHttp(undefined);
    await alice.wallet.run();
  }
});

test('a withdrawal there that a copy adds gets no signature of a reserve here: none of any kind', async () => {
  const alice = lab.openWallet();
  await fund(lab, alice, 'KUDOS:2.01');
  mustOk(await alice.wallet.addExchange(lying), 'exchange');
  const { master_pub } = alice.store.entries('exchange').find(({ value }) => value.base_url === lying)?.value ?? {};
  const reserve = reserveAt(alice, honest);
  if (master_pub === undefined) return expect.fail('the second exchange is known');
  // Whose sheet is taken over writes what he likes into its copies, under ids that fit; reserves are known to banks and exchanges.
  const facts = { exchange: lying, master_pub, reserve, amount: 'KUDOS:1' };
  const created = { t_s: Math.floor(lab.world.now() / 1000) };
  alice.store.transaction((tx) =>
    tx.join([
      {
        kind: 'withdrawal',
        id: idOfWithdrawal(facts, new Uint8Array(8)),
        clock: tx.entries('withdrawal')[0]?.clock ?? '',
        value: {
          ...facts,
          created,
          origin: { type: 'manual', payto: 'payto://x-taler-bank/bank/1' },
          status: 'withdrawing',
          batches: {},
        },
      },
    ]),
  );
  expect(alice.store.entries('withdrawal').filter(({ value }) => value.exchange === lying)).toHaveLength(1);
  const sent: string[] = [];
  const signatures = askFor(reserve, /\/reserves\/[^/]+\/batch-withdraw$/, (url, init) => {
    if (url.startsWith(lying) && typeof init?.body === 'string') sent.push(init.body);
    return url.startsWith(`${lying}reserves/${reserve}`) && init?.method === 'GET'
      ? json(200, { balance: 'KUDOS:1' })
      : undefined;
  });
  await alice.wallet.run();
  expect(alice.wallet.pending()).toMatchObject([{ why: { kind: 'reserve-elsewhere' } }]);
  expect(signatures.filter((each) => signsFor(reserve, each))).toEqual([]);
  expect(sent.filter((body) => body.includes('reserve_sig'))).toEqual([]);
});
