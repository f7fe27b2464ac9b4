// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { upload } from '../../electron/taler/sync.ts';
import type { World } from '../../electron/world.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, type Installation } from '../support/backup-rig.ts';

// A sync service answers a conflict, an order and a wrong signature before it has read the upload, and hangs up: of a large
// upload the client sees a broken connection and no answer (PROTOCOL.md#sync-order-of-checks).

const LARGE = 400_000;

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0', storageLimitMegabytes: 1 }], (opened) => {
  sandbox = opened;
});

const provider = () => {
  const [first] = sandbox.syncProviders;
  if (!first) throw new Error('no provider');
  return first;
};
const small = () => {
  const [, second] = sandbox.syncProviders;
  if (!second) throw new Error('no provider');
  return second;
};
const counting = (): { readonly world: World; readonly asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    world: {
      ...world,
      http: (input, init) => {
        asked.push(init?.method ?? 'GET');
        return world.http(input, init);
      },
    },
  };
};
const note = ({ store }: Installation, name: string, value: string): void =>
  store.transaction((tx) => tx.put('setting', name, { value }));
/** Settings no shorter than that, which do not shrink when they are packed. */
const fill = (one: Installation): void => {
  for (let i = 0; i < 8; i += 1) note(one, `long-${i}`, bytesToCrock(world.randomBytes(LARGE / 8)));
};

test('a plain client hears nothing of the answer to a large upload', async () => {
  const one = install(world);
  await add(one, provider().baseUrl);
  const root = one.store.local.rootSecret();
  if (!root) throw new Error('no root');
  const url = `${provider().baseUrl}backups/${bytesToCrock(accountKeys(root, provider().baseUrl).publicKey)}`;
  const broken = fetch(url, { method: 'POST', body: world.randomBytes(LARGE) as Uint8Array<ArrayBuffer> }).then(
    (answer) => answer.arrayBuffer(),
  );
  await expect(broken).rejects.toThrow();
});

describe('large uploads', () => {
  test('the first one hears what it costs, pays and is stored', async () => {
    const one = install(world);
    fill(one);
    await add(one, provider().baseUrl);
    expect(await outcomes(one)).toEqual(['unchanged']);
  });

  test('two devices join, and come to rest', async () => {
    const one = install(world);
    fill(one);
    await add(one, provider().baseUrl);
    await outcomes(one);
    const two = install(world);
    expect(await two.backup.restore(recoveryText(one))).toMatchObject({ ok: true });
    await outcomes(two);
    note(two, 'b', 'from two');
    expect(await outcomes(two)).toEqual(['stored']);
    note(one, 'a', 'from one');
    expect(await outcomes(one)).toEqual(['stored']);
    expect(one.store.entry('setting', 'b')?.value.value).toBe('from two');
    await outcomes(two);
    expect(two.store.entry('setting', 'a')?.value.value).toBe('from one');
    expect(await outcomes(one)).toEqual(['unchanged']);
  });

  test('one that is larger than the service takes', async () => {
    const one = install(world);
    await add(one, small().baseUrl);
    await outcomes(one);
    for (let i = 0; i < 6; i += 1) note(one, `long-${i}`, bytesToCrock(world.randomBytes(200_000)));
    expect(await outcomes(one, small().baseUrl)).toEqual(['too-large']);
  });

  test('a line that breaks is asked about once, and is no answer', async () => {
    const one = install(world);
    await add(one, provider().baseUrl);
    await outcomes(one);
    const root = one.store.local.rootSecret();
    if (!root) throw new Error('no root');
    const { world: counted, asked } = counting();
    let broken = 0;
    const cut: World = {
      ...counted,
      http: (input, init) => {
        const body = init?.body;
        if (body instanceof Uint8Array && body.length > 1000) {
          broken += 1;
          return Promise.reject(new TypeError('fetch failed'));
        }
        return counted.http(input, init);
      },
    };
    const { baseUrl } = provider();
    const oldHash = provider().account(bytesToCrock(accountKeys(root, baseUrl).publicKey))?.hash;
    const answer = await upload(cut, {
      baseUrl,
      accountPriv: openSecret(accountKeys(root, baseUrl).seed),
      bytes: world.randomBytes(LARGE),
      ...(oldHash === undefined ? {} : { oldHash }),
    });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    expect([broken, asked]).toEqual([1, ['POST']]);
    expect(provider().account(bytesToCrock(accountKeys(root, baseUrl).publicKey))?.hash).toBe(oldHash);
  });
});
