// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, type Installation } from '../support/backup-rig.ts';

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});

const urls = (): readonly string[] => sandbox.syncProviders.map((each) => each.baseUrl);
const note = ({ store }: Installation, name: string, value: string): void =>
  store.transaction((tx) => tx.put('setting', name, { value }));
const content = ({ store }: Installation): string => contentToJson(store.snapshot());
const account = ({ store }: Installation, at: number) => {
  const root = store.local.rootSecret();
  const provider = sandbox.syncProviders[at];
  if (!root || !provider) throw new Error('nothing there');
  return provider.account(bytesToCrock(accountKeys(root, provider.baseUrl).publicKey));
};
const twoDevices = async (): Promise<readonly [Installation, Installation]> => {
  const one = install(world);
  for (const url of urls()) await add(one, url);
  await outcomes(one);
  const two = install(world);
  expect(await two.backup.restore(recoveryText(one))).toMatchObject({ ok: true });
  return [one, two];
};

describe('two providers', () => {
  it('hold different ciphertexts of the same content, under accounts that have nothing in common', async () => {
    const one = install(world);
    for (const url of urls()) await add(one, url);
    await outcomes(one);
    const [first, second] = [account(one, 0)?.bytes, account(one, 1)?.bytes];
    if (!first || !second) throw new Error('both must hold a copy');
    expect(first.length).toBe(second.length);
    const same = first.subarray(8).filter((byte, i) => byte === second[8 + i]).length;
    expect(same / first.length).toBeLessThan(0.01);
    const root = one.store.local.rootSecret();
    if (!root) throw new Error('no root');
    const [keyOne, keyTwo] = urls().map((url) => accountKeys(root, url).publicKey);
    expect(keyOne).not.toEqual(keyTwo);
    expect(sandbox.syncProviders[0]?.account(bytesToCrock(keyTwo ?? new Uint8Array(32)))).toBeUndefined();
  });

  it('a cycle without a change sends the same bytes: the provider answers "unchanged" and its blob stays', async () => {
    const one = install(world);
    await add(one, urls()[0] ?? '');
    await outcomes(one);
    const before = account(one, 0)?.hash;
    for (let i = 0; i < 3; i += 1) expect(await outcomes(one)).toEqual(['unchanged']);
    expect(account(one, 0)?.hash).toBe(before);
  });

  it('the blob never becomes smaller at a provider that has had a larger one', async () => {
    const one = install(world);
    await add(one, urls()[0] ?? '');
    note(one, 'long', bytesToCrock(world.randomBytes(200_000)));
    await outcomes(one);
    const large = account(one, 0)?.bytes?.length ?? 0;
    expect(large).toBeGreaterThan(200_000);
    note(one, 'long', '');
    await outcomes(one);
    expect(account(one, 0)?.bytes?.length).toBe(large);
  });
});

describe('two devices of one wallet', () => {
  it('join what the other wrote, end equal, and come to rest', async () => {
    const [one, two] = await twoDevices();
    note(one, 'a', 'from one');
    note(two, 'b', 'from two');
    expect(await outcomes(one)).toEqual(['stored', 'stored']);
    expect(await outcomes(two)).toEqual(['stored', 'stored']);
    expect(two.store.entry('setting', 'a')?.value.value).toBe('from one');
    await outcomes(one);
    expect(one.store.entry('setting', 'b')?.value.value).toBe('from two');
    expect(content(one)).toBe(content(two));
    // At rest nobody uploads any more, whoever looks: the blobs stay the same bytes.
    const hashes = [account(one, 0)?.hash, account(one, 1)?.hash];
    for (const device of [one, two, one, two, two, one])
      expect(await outcomes(device)).toEqual(['unchanged', 'unchanged']);
    expect([account(one, 0)?.hash, account(one, 1)?.hash]).toEqual(hashes);
  });

  it('at the same instant: bounded rounds, nothing lost', async () => {
    const [one, two] = await twoDevices();
    note(one, 'a', '1');
    note(two, 'b', '2');
    await Promise.all([outcomes(one), outcomes(two)]);
    for (const device of [one, two, one, two]) await outcomes(device);
    expect(content(one)).toBe(content(two));
    expect(one.store.entry('setting', 'b')?.value.value).toBe('2');
    expect(two.store.entry('setting', 'a')?.value.value).toBe('1');
  });

  it('a device that keeps finding another version gives up after three joins and says so', async () => {
    const [one, two] = await twoDevices();
    note(one, 'a', '1');
    const provider = sandbox.syncProviders[0];
    if (!provider) throw new Error('no provider');
    let others = 0;
    const meddling = install({
      ...world,
      http: async (input, init) => {
        // Before each upload of the first device, the second one has uploaded something new.
        if (init?.method === 'POST' && others < 10) {
          others += 1;
          note(two, 'race', String(others));
          expect(await outcomes(two, provider.baseUrl)).toEqual(['stored']);
        }
        return world.http(input, init);
      },
    });
    expect(await meddling.backup.restore(recoveryText(one))).toMatchObject({ ok: true });
    others = 0;
    note(meddling, 'c', '3');
    const reports = await meddling.backup.cycle(provider.baseUrl);
    expect(reports).toMatchObject([{ outcome: 'conflict' }]);
    others = 10;
    expect(await outcomes(meddling, provider.baseUrl)).toEqual(['stored']);
    expect(meddling.store.entry('setting', 'race')?.value.value).toBe('4');
  });

  it('one fake step back: a device that never saw the newest copy joins it before it writes', async () => {
    const [one, two] = await twoDevices();
    note(one, 'a', 'first');
    await outcomes(one);
    note(one, 'a', 'second');
    await outcomes(one);
    note(two, 'b', 'late');
    await outcomes(two);
    expect(two.store.entry('setting', 'a')?.value.value).toBe('second');
    await outcomes(one);
    expect(content(one)).toBe(content(two));
  });
});

it('however often a cycle is asked for, two with one provider never overlap', async () => {
  let under = 0;
  let most = 0;
  let uploads = 0;
  let began = (): void => undefined;
  const counting = install({
    ...world,
    http: async (input, init) => {
      began();
      if (init?.method === 'POST' && String(input).includes('/backups/')) uploads += 1;
      under += 1;
      most = Math.max(most, under);
      return world.http(input, init).finally(() => (under -= 1));
    },
  });
  await add(counting, urls()[0] ?? '');
  note(counting, 'a', '1');
  uploads = 0;
  const begun = new Promise<void>((done) => (began = done));
  const first = outcomes(counting);
  await begun;
  const all = await Promise.all([first, ...Array.from({ length: 4 }, () => outcomes(counting))]);
  // Whoever asks while a round runs gets one that begins afterwards, and they all get the same.
  expect(uploads).toBe(2);
  expect(all.flat().sort()).toEqual(['stored', 'unchanged', 'unchanged', 'unchanged', 'unchanged']);
  expect(most).toBe(1);
});
