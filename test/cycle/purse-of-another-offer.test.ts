// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { makePeerTerms, sealPeerContract } from '../../electron/taler/peer/contract.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { trusting } from '../support/trusting.ts';
import { rich } from './peer-lab.ts';
import { expectSumsAgree, fund, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// An offer is written down under the purse that its contract names, and whoever made that purse can put it into any number of
// contracts, at an exchange of his own, too. The second one must not take the place of the first.

let lab: WalletLab;
let lying: string;
beforeAll(async () => {
  lab = await startWalletLab({ exchanges: [{ generation: 'v23' }, { generation: 'v23' }] });
  lying = lab.sandbox.exchanges[1]?.baseUrl ?? '';
});
afterEach(() => lab.interceptHttp(undefined));
afterAll(() => lab.close());

type Own = { readonly id: string; readonly pursePriv: Uint8Array; readonly mergePriv?: Uint8Array };

/** The lying exchange shows a contract of that purse under a new contract key; its state is that of `shown`, a purse of its own. */
const publishAgain = (mallory: OpenWallet, kind: 'push-out' | 'pull-out', own: Own, shown: string): string => {
  const mine = mallory.store.entry(kind, shown)?.value;
  if (!mine?.purse_expiration) throw new Error('nothing there');
  const contractPriv = crockToBytes(bytesToCrock(lab.world.randomBytes(32)), 32);
  const terms = makePeerTerms({ amount: amount(mine.amount), summary: 'again', expiration: mine.purse_expiration });
  const { mergePriv, pursePriv } = own;
  const sealed = sealPeerContract(terms, {
    contractPriv,
    pursePriv,
    ...(mergePriv === undefined ? {} : { mergePriv }),
  });
  lab.interceptHttp(async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url === `${lying}contracts/${bytesToCrock(sealed.contractPub)}`)
      return Response.json({
        purse_pub: own.id,
        econtract: bytesToCrock(sealed.econtract),
        econtract_sig: bytesToCrock(sealed.econtractSig),
      });
    return fetch(url.startsWith(lying) ? url.replace(own.id, shown) : url, init);
  });
  const { host, pathname } = new URL(lying);
  const action = kind === 'push-out' ? 'pay-push' : 'pay-pull';
  return `taler+http://${action}/${host}${pathname}${bytesToCrock(contractPriv)}`;
};

test('an invoice that is being paid stays what it is', async () => {
  const victim = await rich(lab, 'KUDOS:4.01');
  mustOk(await victim.wallet.addExchange(lying), 'exchange');
  const mallory = await rich(lab, 'KUDOS:4.01');
  const asked = mustOk(await mallory.wallet.peer.request({ amount: 'KUDOS:1', summary: 'x' }), 'invoice');
  const own = mallory.store.entry('pull-out', asked.id)?.value;
  const offer = mustOk(await victim.wallet.peer.prepare(asked.uri), 'offer');
  lab.sandbox.exchanges[0]?.faults.once({ method: 'POST', path: '/deposit' }, { status: 503 });
  expect(mustOk(await victim.wallet.peer.confirm(offer.id), 'payment').state).toBe('pending');
  const before = victim.store.entry('pull-in', offer.id)?.value;
  expect(Object.keys(before?.coins ?? {}).length).toBeGreaterThan(0);

  mustOk(await mallory.wallet.addExchange(lying), 'exchange');
  const other = mustOk(
    await mallory.wallet.peer.request({ amount: 'KUDOS:1', summary: 'x', exchange: lying }),
    'other invoice',
  );
  const uri = publishAgain(
    mallory,
    'pull-out',
    { id: asked.id, pursePriv: crockToBytes(own?.purse_priv ?? '', 32) },
    other.id,
  );
  expect(await victim.wallet.peer.prepare(uri)).toMatchObject({
    ok: false,
    error: { kind: 'peer-contract-malformed' },
  });
  expect(victim.store.entry('pull-in', offer.id)?.value).toEqual(before);
  expectSumsAgree(victim.wallet);
});

test('a payment that is being taken stays what it is', async () => {
  const victim = lab.openWallet();
  mustOk(await victim.wallet.addExchange(lying), 'exchange');
  const mallory = await rich(lab, 'KUDOS:4.01');
  await fund(lab, mallory, 'KUDOS:4.01', 1);
  const here = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  const sent = mustOk(await mallory.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x', exchange: here }), 'payment');
  const own = mallory.store.entry('push-out', sent.id)?.value;
  const offer = mustOk(await trusting((asked) => victim.wallet.peer.prepare(sent.uri, asked)), 'offer');
  lab.sandbox.exchanges[0]?.faults.once({ method: 'POST', path: '/merge' }, { status: 503 });
  expect(mustOk(await victim.wallet.peer.confirm(offer.id), 'taken').state).toBe('pending');
  const before = victim.store.entry('push-in', offer.id)?.value;
  expect(before?.status).toBe('accepted');
  const other = mustOk(
    await mallory.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x', exchange: lying }),
    'other payment',
  );
  const uri = publishAgain(
    mallory,
    'push-out',
    {
      id: sent.id,
      pursePriv: crockToBytes(own?.purse_priv ?? '', 32),
      mergePriv: crockToBytes(own?.merge_priv ?? '', 32),
    },
    other.id,
  );
  expect(await victim.wallet.peer.prepare(uri)).toMatchObject({
    ok: false,
    error: { kind: 'peer-contract-malformed' },
  });
  expect(victim.store.entry('push-in', offer.id)?.value).toEqual(before);
});
