// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { idOfBatch, idOfRefresh, idOfWithdrawal } from '../../electron/state/commitment.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';
import { sumsThatDisagree } from './wallet-lab.ts';
import { takeOver } from './takeover-lab.ts';

// A newer wallet derives some of its coins in a way this one does not know. Everything else must be there after a restore,
// and what is of the newer way must come out of this wallet exactly as it went in.

const world = testWorld();
const DAY_MS = 24 * 3600 * 1000;
/** Coins live 100 days here: by then new ones live more than four times as long as what is left of the old ones. */
const LATE_MS = 85 * DAY_MS;
let sandbox: Sandbox;
const sticks: string[] = [];
const stick = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'holdfast-scheme-'));
  sticks.push(path);
  return path;
};
beforeAll(async () => {
  const denominations = ['5', '2', '1', '0.5', '0.2', '0.1', '0.05', '0.02', '0.01'].map((value) => ({
    value,
    withdrawMs: 30 * DAY_MS,
    depositMs: 100 * DAY_MS,
  }));
  sandbox = await startSandbox({
    now: world.now,
    randomBytes: world.randomBytes,
    sleep: world.sleep,
    rsaBits: 1024,
    syncProviders: [],
    exchanges: [{ generation: 'v23', denominations }],
  });
});
afterAll(async () => {
  await sandbox.close();
  for (const path of sticks) rmSync(path, { recursive: true, force: true });
});

/** A wallet of 12 whose later withdrawal of 9 (5 + 2 + 2) a newer wallet made, with a session and a batch that it has not finished and one coin at rest. */
const newerWallet = async () => {
  const one = install(world);
  await withdraw(one, sandbox, 'KUDOS:12');
  const before = new Set(one.store.entries('withdrawal').map((each) => each.id));
  await withdraw(one, sandbox, 'KUDOS:9');
  const later = one.store.entries('withdrawal').find((each) => !before.has(each.id));
  const [batchId = '', batch] = Object.entries(later?.value.batches ?? {})[0] ?? [];
  const [old, melted] = one.store.coins({ sourceId: later?.id ?? '' });
  if (!later || !batch || !old || !melted) throw new Error('a batch of coins was expected');
  const newer = { ...batch, scheme: 4 };
  const newerId = idOfBatch(newer);
  // What the newer wallet made is called by what it says, its way of deriving included.
  const renamed = (coin: string): string => coin.replace(batchId, newerId);
  const unfinished = { ...batch, seed: bytesToCrock(new Uint8Array(32).fill(9)), status: 'sent' as const, scheme: 4 };
  const sum = amountToText({
    ...amount(old.value.v),
    units: one.store.coins({ sourceId: later.id }).reduce((all, { value }) => all + amount(value.remaining).units, 0n),
  });
  const session = {
    exchange: old.value.exchange,
    master_pub: later.value.master_pub,
    old_coin: renamed(melted.id),
    seed: bytesToCrock(new Uint8Array(64).fill(8)),
    scheme: 4,
    selection: [{ h: old.value.h, n: 1, v: old.value.v }],
    melt_amount: old.value.v,
    fee: 'KUDOS:0',
    reason: 'restore',
    created: later.value.created,
    status: 'planned',
    a_member_of_tomorrow: { deep: [1, '"scheme":2'] },
  };
  // Change of such a coin, made in the known way: its keys follow from keys that only the newer wallet can derive.
  const change = {
    ...session,
    old_coin: renamed(old.id),
    seed: bytesToCrock(new Uint8Array(64).fill(7)),
    status: 'melted',
  };
  const { scheme: _, ...known } = change;
  const other = { ...later.value, status: 'withdrawing', batches: { [idOfBatch(unfinished)]: unfinished } };
  const ids = {
    other: idOfWithdrawal(other, new Uint8Array(8).fill(1)),
    session: idOfRefresh(session),
    change: idOfRefresh(known),
  };
  const entries: readonly CarriedEntry[] = [
    ...one.store.snapshot().map((entry) => {
      if (entry.kind === 'coin') return { ...entry, id: renamed(entry.id) };
      if (entry.kind !== 'withdrawal' || entry.id !== later.id) return entry;
      return { ...entry, value: { ...later.value, batches: { [newerId]: newer } } };
    }),
    { kind: 'withdrawal', id: ids.other, clock: later.clock, value: other },
    { kind: 'refresh', id: ids.session, clock: later.clock, value: session },
    { kind: 'refresh', id: ids.change, clock: later.clock, value: { ...known, noreveal_index: 1 } },
  ];
  const isNewer = ({ kind, id: name, value }: CarriedEntry): boolean =>
    (kind === 'withdrawal' && (name === later.id || name === ids.other)) ||
    (kind === 'refresh' && (name === ids.session || name === ids.change)) ||
    (kind === 'coin' && Object(value)['source_id'] === later.id);
  return { entries, isNewer, sum, changeId: ids.change };
};

const textsOf = ({ store }: Installation, isNewer: (entry: CarriedEntry) => boolean): readonly string[] =>
  store.snapshot().filter(isNewer).map(canonicalJson);

it('what a newer wallet made is carried as it is and left alone; everything else is restored and spent', async () => {
  const { entries, isNewer, sum, changeId } = await newerWallet();
  const wanted = entries.filter(isNewer).map(canonicalJson).toSorted();
  const copy = install(world);
  copy.store.transaction((tx) => tx.join(entries));
  expect(textsOf(copy, isNewer).toSorted()).toEqual(wanted);
  const first = stick();
  await add(copy, first);
  await outcomes(copy);

  const requests: string[] = [];
  const watched = {
    ...world,
    http: (input: string | URL | Request, init?: RequestInit) => {
      requests.push(`${init?.method ?? 'GET'} ${String(input)} ${String(init?.body ?? '')}`);
      return world.http(input, init);
    },
  };
  const two = install(watched, { gated: true });
  mustOk(await two.backup.restore(recoveryText(copy), { folders: [first] }), 'restore');
  await two.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(two.wallet.pending()).toEqual([]);
  expect(sumsThatDisagree(two.wallet)).toEqual([]);
  const [balance] = two.wallet.balances();
  expect(amount(balance?.available ?? '').units).toBeGreaterThan(amount('KUDOS:11').units);
  expect(amount(balance?.available ?? '').units).toBeLessThanOrEqual(amount('KUDOS:12').units);
  // The coins there are, and the batch and the change that are still to come.
  const change = entries.find((each) => each.kind === 'refresh' && each.id === changeId)?.value;
  const coming = amount(String(Object(change)['melt_amount'])).units;
  expect(amount(balance?.needsNewer ?? 'KUDOS:0').units).toBeGreaterThan(amount(sum).units - coming);
  expect(balance?.notes).toMatchObject([{ kind: 'needs-newer' }]);

  // Neither paid with, renewed, asked about nor sent away.
  const tooMuch = await sandbox.merchant.createOrder({ amount: 'KUDOS:12.5', summary: 'a sofa' });
  const refused = mustOk(await two.wallet.preparePay(tooMuch.talerPayUri), 'offer');
  expect(refused).toMatchObject({ payable: false, why: { kind: 'insufficient-balance' } });
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:2', summary: 'tea' });
  const offer = mustOk(await two.wallet.preparePay(order.talerPayUri), 'offer');
  expect(await two.wallet.confirmPay(offer.purchaseId)).toEqual({ ok: true, value: { state: 'paid' } });
  two.wallet.renewCoins();
  await two.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(await two.wallet.auditCoins({}, 'find')).toMatchObject({ unchecked: 0, badSignatures: 0, spentElsewhere: 0 });
  expect(two.wallet.whatIsLeft().unsettled).not.toEqual([]);
  expect(two.wallet.pending()).toEqual([]);
  expect(sumsThatDisagree(two.wallet)).toEqual([]);
  expect(textsOf(two, isNewer).toSorted()).toEqual(wanted);
  const ofNewer = two.store.snapshot().filter(isNewer);
  for (const { kind, value } of ofNewer) {
    const { sig } = Object(value) as { sig?: string };
    if (kind === 'coin' && sig !== undefined) expect(requests.filter((each) => each.includes(sig))).toEqual([]);
  }

  // Sealed again, and given back to whoever can use it.
  const second = stick();
  await add(two, second);
  await outcomes(two);
  const three = install(world);
  mustOk(await three.backup.restore(recoveryText(two), { folders: [second] }), 'restore');
  expect(textsOf(three, isNewer).toSorted()).toEqual(wanted);
});

it('a wallet that is taken over leaves it alone, too', async () => {
  const { entries, isNewer } = await newerWallet();
  const theirs = install(world);
  theirs.store.transaction((tx) => tx.join(entries));
  const folder = stick();
  await add(theirs, folder);
  await outcomes(theirs);
  const wanted = textsOf(theirs, isNewer).toSorted();
  const ours = install(world);
  // A folder may not lead into this machine; whoever knows the issuer there is led nowhere.
  for (const { value } of theirs.store.entries('exchange'))
    mustOk(await ours.wallet.addExchange(value.base_url), 'exchange');
  await add(ours, stick());
  mustOk(
    await takeOver(ours, { recoveryText: recoveryText(theirs), evenIfNotAbandoned: true, folders: [folder] }),
    'takeover',
  );
  await ours.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  // All that is added is that somebody else may know it, and who named what is asked for it.
  const plain = (texts: readonly string[]): readonly string[] =>
    texts.map((text) => text.replaceAll(/"outside":"joined",|"(?:clock|named_by)":"[^"]*",/g, '')).toSorted();
  const joined = plain(wanted);
  expect(plain(textsOf(ours, isNewer))).toEqual(joined);
  expect(sumsThatDisagree(ours.wallet)).toEqual([]);

  // Nor is it renewed for its age, when everything else is.
  const before = ours.store.entries('refresh').length;
  await withdraw(ours, sandbox, 'KUDOS:3');
  world.move(LATE_MS);
  await ours.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(ours.store.entries('refresh').length).toBeGreaterThan(before);
  expect(plain(textsOf(ours, isNewer))).toEqual(joined);
});
