// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { idOfBatch, idOfWithdrawal } from '../../electron/state/commitment.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { economyHttp } from '../support/economy.ts';
import { aroundExchange } from './one-exchange.ts';
import { accept } from './peer-lab.ts';
import { expectSumsAgree, fund, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// A copy by somebody who means harm adds a withdrawal that is over, has no coins, and names a reserve that is not its own. It is
// asked about like every other; it gets no signature of that reserve, and keeps nothing else from being looked after.

const HOUR = 3_600_000;

let lab: WalletLab;
let honest: string;
let lying: string;
aroundExchange({ exchanges: [{ generation: 'v23' }, { generation: 'v23' }] }, (opened, { baseUrl }) => {
  lab = opened;
  honest = baseUrl;
  lying = opened.sandbox.exchanges[1]?.baseUrl ?? '';
});

const poison = ({ store }: OpenWallet, exchange: string, reserve: string): void => {
  const { master_pub } = store.entries('exchange').find(({ value }) => value.base_url === exchange)?.value ?? {};
  const [coin] = store.coins({ exchange });
  const [withdrawal] = store.entries('withdrawal');
  if (master_pub === undefined || !coin || !withdrawal) throw new Error('no coin of this exchange');
  const batch = {
    seed: bytesToCrock(lab.world.randomBytes(32)),
    selection: [{ h: coin.value.h, n: 1, v: coin.value.v }],
    status: 'done' as const,
  };
  const facts = { exchange, master_pub, reserve, amount: coin.value.v };
  store.transaction((tx) =>
    tx.join([
      {
        kind: 'withdrawal',
        id: idOfWithdrawal(facts, new Uint8Array(8)),
        clock: withdrawal.clock,
        value: {
          ...facts,
          created: { t_s: Math.floor(lab.world.now() / 1000) },
          origin: { type: 'manual', payto: 'payto://x-taler-bank/bank/1' },
          status: 'done',
          batches: { [idOfBatch(batch)]: batch },
        },
      },
    ]),
  );
  expect(
    store.entries('withdrawal').filter(({ value }) => value.reserve === reserve && value.exchange === exchange),
  ).not.toEqual([]);
};

const stepsThatBroke = ({ store }: OpenWallet): readonly string[] =>
  store.local
    .tasks()
    .flatMap(({ kind, lastFailure }) => (JSON.stringify(lastFailure ?? '').includes('step-broke') ? [kind] : []));

const days = async ({ wallet }: OpenWallet, count: number): Promise<void> => {
  for (let passed = 0; passed < count * 24; passed += 6) {
    await wallet.run();
    lab.travel(6 * HOUR);
  }
};

test.each([
  ['nobody has the key of', () => bytesToCrock(lab.world.randomBytes(32))],
  [
    'is at another exchange',
    ({ store }: OpenWallet) =>
      store.entries('withdrawal').find(({ value }) => value.exchange === lying)?.value.reserve ?? '',
  ],
])('of a reserve that %s: everything else is looked after as before', async (_, reserveOf) => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:2.01');
  await fund(lab, open, 'KUDOS:2.01', 1);
  poison(open, honest, reserveOf(open));
  await days(open, 4);
  expect(stepsThatBroke(open)).toEqual([]);
  expect(open.store.local.doubts(lab.world.now() + 365 * 24 * HOUR).filter(({ asked }) => asked === 0)).toEqual([]);
  expectSumsAgree(open.wallet);
});

test('an exchange hears nothing that the reserve of another one has signed', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:2.01');
  await fund(lab, open, 'KUDOS:2.01', 1);
  const reserve = open.store.entries('withdrawal').find(({ value }) => value.exchange === honest)?.value.reserve ?? '';
  poison(open, lying, reserve);
  const signed: string[] = [];
  lab.interceptHttp((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const headers = [...new Headers(init?.headers)].filter(([name]) => /signature/.test(name));
    const body = typeof init?.body === 'string' && init.body.includes('reserve_sig');
    if (url.startsWith(lying) && url.includes(reserve) && (headers.length > 0 || body)) signed.push(url);
    return economyHttp(input, init);
  });
  await days(open, 4);
  expect(signed).toEqual([]);
});

test('a payment from a person that was never ours is looked at, and what else is in doubt too', async () => {
  const [alice, bob, carol] = [lab.openWallet(), lab.openWallet(), lab.openWallet()];
  await fund(lab, alice, 'KUDOS:2.01');
  await fund(lab, carol, 'KUDOS:4');
  const sent = mustOk(
    await carol.wallet.peer.send({ amount: 'KUDOS:1', summary: 'tea', expiresHours: 24 * 20, exchange: honest }),
    'sent',
  );
  const [waiting] = carol.wallet.peer.list();
  mustOk(await bob.wallet.addExchange(honest), 'exchange');
  await accept(lab, bob, waiting?.uri ?? sent.uri ?? '');
  // Whoever has bob's copies writes his payment into one of ours, as one that is over.
  alice.store.transaction((tx) =>
    tx.join(
      bob.store.entries('push-in').map(({ id, clock, value }) => ({
        kind: 'push-in' as const,
        id,
        clock,
        value: { ...value, status: 'aborted' as const },
      })),
    ),
  );
  const all = () => alice.store.local.doubts(lab.world.now() + 400 * 24 * HOUR);
  expect(all().map(({ kind }) => kind)).toContain('push-in');
  await days(alice, 4);
  expect(all().filter(({ asked }) => asked === 0)).toEqual([]);
  expect(stepsThatBroke(alice)).toEqual([]);
  expectSumsAgree(alice.wallet);
});
