// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBackup } from '../../electron/backup/backup.ts';
import { sealBlob } from '../../electron/backup/copies/blob.ts';
import { accountKeys, type AccountKeys } from '../../electron/backup/root-secret.ts';
import type { Sandbox, SyncChoice } from '../../electron/sandbox/sandbox.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { bytesToCrock, concatBytes, u32, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { upload } from '../../electron/taler/sync.ts';
import { xchachaSeal } from '../../electron/taler/crypto/xchacha.ts';
import type { World } from '../../electron/world.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  startEconomy,
  testWorld,
  type Installation,
} from '../support/backup-rig.ts';

const world = testWorld();
let sandbox: Sandbox;
let mine: Installation;
let keys: AccountKeys;
const free: SyncChoice = { annualFee: 'KUDOS:0' };
const provider = (at = 0) => {
  const found = sandbox.syncProviders[at];
  if (!found) throw new Error('no such provider');
  return found;
};
const held = (at = 0): Uint8Array =>
  new Uint8Array(provider(at).account(bytesToCrock(keysAt(at).publicKey))?.bytes ?? []);
const keysAt = (at: number): AccountKeys => {
  const root = mine.store.local.rootSecret();
  if (!root) throw new Error('no root secret');
  return accountKeys(root, provider(at).baseUrl);
};
let changes = 0;
const change = ({ store }: Installation): void =>
  store.transaction((tx) => tx.put('setting', 'note', { value: `change ${(changes += 1)}` }));

beforeAll(async () => {
  sandbox = await startEconomy(world, [free, free]);
});
afterAll(() => sandbox.close());
/** A new installation has new accounts: the tests share the servers and nothing else. */
beforeEach(async () => {
  mine = install(world);
  expect(await add(mine, provider(0).baseUrl)).toBe('stored');
  keys = keysAt(0);
});
afterEach(() => sandbox.assertAllFaultsHappened());

describe('what lies at the provider is not ours to open', () => {
  const plant = async (bytes: Uint8Array): Promise<void> => {
    const oldHash = provider(0).account(bytesToCrock(keys.publicKey))?.hash;
    const planted = await upload(world, {
      baseUrl: provider(0).baseUrl,
      accountPriv: openSecret(keys.seed),
      bytes,
      ...(oldHash === undefined ? {} : { oldHash }),
    });
    expect(planted).toMatchObject({ ok: true, value: { kind: 'stored' } });
  };
  const sealed = async (json: string, accountPub = keys.publicKey): Promise<Uint8Array> => {
    const made = await sealBlob({
      blobKey: openSecret(keys.blobKey),
      accountPub,
      nonce: world.randomBytes(24),
      json,
      atLeast: 0,
    });
    if (!made.ok) throw new Error(made.error.kind);
    return made.value.bytes;
  };
  const frame = (plain: Uint8Array): Uint8Array => {
    const [magic, nonce] = [utf8('HLDFST01'), world.randomBytes(24)];
    return concatBytes(
      magic,
      nonce,
      xchachaSeal(openSecret(keys.blobKey), nonce, plain, concatBytes(magic, keys.publicKey)),
    );
  };
  const flip = (bytes: Uint8Array): Uint8Array => bytes.map((byte, i) => (i === 5000 ? byte ^ 1 : byte));
  const cases: readonly (readonly [string, string, RegExp, () => Uint8Array | Promise<Uint8Array>])[] = [
    ['damaged', 'foreign-or-damaged', /damaged or was not sealed/, async () => flip(await sealed('{}'))],
    [
      'sealed for another account',
      'foreign-or-damaged',
      /damaged or was not sealed/,
      () => sealed(contentToJson([]), new Uint8Array(32)),
    ],
    ['noise', 'foreign-or-damaged', /damaged or was not sealed/, () => world.randomBytes(70_000)],
    [
      'of a newer format',
      'newer-format',
      /newer Holdfast.*format 2/,
      () => concatBytes(utf8('HLDFST02'), world.randomBytes(70_000)),
    ],
    [
      'of a newer content',
      'newer-format',
      /newer Holdfast.*format 9/,
      () => sealed('{"coin_scheme":1,"entries":[],"format":9}'),
    ],
    [
      'of a newer coin scheme',
      'newer-format',
      /newer Holdfast.*format 3/,
      () => sealed('{"coin_scheme":3,"entries":[],"format":1}'),
    ],
    [
      "of GNU Taler's wallet of 2022",
      'foreign-or-damaged',
      /TLRWBK01.*not overwritten/,
      () => concatBytes(utf8('TLRWBK01'), world.randomBytes(900)),
    ],
    [
      'a zip bomb',
      'foreign-or-damaged',
      /unpacks to more/,
      () => frame(concatBytes(u32(1000), gzipSync(Buffer.alloc(200 * 1024 * 1024)))),
    ],
    ['JSON of something else', 'foreign-or-damaged', /cannot be opened/, () => sealed('{"hello":"world"}')],
    ['not JSON', 'foreign-or-damaged', /cannot be opened/, () => sealed('hello')],
  ];

  it.each(cases)(
    '%s: named, not imported, not overwritten; the other provider is not affected',
    async (_name, word, note, make) => {
      expect(await add(mine, provider(1).baseUrl)).toBe('stored');
      await outcomes(mine);
      const bytes = await make();
      await plant(bytes);
      change(mine);
      const before = mine.store.snapshot();
      const reports = await mine.backup.cycle();
      const [report, other] = [provider(0), provider(1)].map(({ baseUrl }) =>
        reports.find((each) => each.provider === baseUrl),
      );
      expect(report?.outcome).toBe(word);
      expect(english('placeNote', ...(report?.notes ?? []))).toMatch(note);
      expect(other?.outcome).toBe('stored');
      expect(mine.store.snapshot()).toEqual(before);
      expect(Buffer.compare(held(), bytes)).toBe(0);
      expect(mine.backup.status()).toMatchObject({ providersUpToDate: 1 });

      const fresh = install(world);
      const restored = await fresh.backup.restore(recoveryText(mine));
      expect(restored).toMatchObject({
        ok: true,
        value: {
          sources: expect.arrayContaining([
            expect.objectContaining({ provider: provider(0).baseUrl, answer: 'unusable' }),
          ]),
        },
      });
    },
  );
});

describe('a provider that lies', () => {
  it('about the hash, and gives the right bytes: they count, not what is said of them', async () => {
    provider().faults.once({ method: 'GET', path: '/backups/' }, { wrongHash: true });
    change(mine);
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(mine.backup.status().providersUpToDate).toBe(1);
  });

  it('about having stored', async () => {
    change(mine);
    provider().faults.once({ method: 'POST' }, { forgetUpload: true });
    expect(await outcomes(mine)).toEqual(['old-copy']);
    expect(mine.backup.status().providersUpToDate).toBe(0);
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(mine.backup.status().providersUpToDate).toBe(1);
  });

  it('by serving an older copy: flagged, and the current one is there again after the next cycle', async () => {
    change(mine);
    await outcomes(mine);
    change(mine);
    provider().faults.once({ method: 'GET', path: '/backups/' }, { serveOld: true });
    expect(await mine.backup.cycle()).toMatchObject([
      { outcome: 'old-copy', notes: [{ kind: expect.stringMatching(/old-copy$/) }] },
    ]);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: false, lastOutcome: 'old-copy', gone: true });
    await outcomes(mine);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
    expect(await outcomes(mine)).toEqual(['unchanged']);
  });

  it('by answering every upload with an older copy of ours: it is flagged, and no other device is blamed', async () => {
    const account = `${provider().baseUrl}backups/${bytesToCrock(keys.publicKey)}`;
    const answer = await fetch(account);
    const old = new Uint8Array(await answer.arrayBuffer());
    change(mine);
    expect(await outcomes(mine)).toEqual(['stored']);
    const { store, wallet } = mine;
    const served: World = {
      ...world,
      http: (input, init) =>
        String(input).startsWith(account)
          ? Promise.resolve(
              new Response(old.slice(), { status: init?.method === 'POST' ? 409 : 200, headers: answer.headers }),
            )
          : world.http(input, init),
    };
    const backup = createBackup({ world: served, store, wallet });
    change(mine);
    expect(await backup.cycle()).toMatchObject([
      { outcome: 'old-copy', notes: [{ kind: expect.stringMatching(/old-copy$/) }] },
    ]);
    expect(backup.providers()[0]).toMatchObject({ upToDate: false, lastOutcome: 'old-copy' });
  });

  it('by serving somebody else’s blob', async () => {
    change(mine);
    provider().faults.once({ method: 'GET', path: '/backups/' }, { foreignBlob: world.randomBytes(70_000) });
    expect(await outcomes(mine)).toEqual(['foreign-or-damaged']);
    expect(await outcomes(mine)).toEqual(['unchanged']);
  });

  it('by losing everything: noticed, paid again when that costs nothing, uploaded again', async () => {
    world.move(366 * 24 * 3600 * 1000);
    expect(provider().collectGarbage()).toBeGreaterThan(0);
    expect(await mine.backup.cycle()).toMatchObject([{ outcome: 'lost-our-backup', notes: [{ kind: 'found-lost' }] }]);
    expect(held().length).toBeGreaterThan(60_000);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
    expect(await outcomes(mine)).toEqual(['unchanged']);
  });
});
