// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBackup } from '../../electron/backup/backup.ts';
import { sealBlob } from '../../electron/backup/copies/blob.ts';
import { accountKeys, type AccountKeys } from '../../electron/backup/root-secret.ts';
import type { Fault } from '../../electron/sandbox/faults.ts';
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
  it('about the hash', async () => {
    provider().faults.once({ method: 'GET', path: '/backups/' }, { wrongHash: true });
    change(mine);
    expect(await mine.backup.cycle()).toMatchObject([
      { outcome: 'misbehaved', notes: [{ facts: { why: { kind: 'wrong-hash' } } }] },
    ]);
    // Nor does the copy before this one count: what was there when asked was no copy of ours.
    expect(mine.backup.status()).toMatchObject({ providersUpToDate: 0 });
    expect(await outcomes(mine)).toEqual(['unchanged']);
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
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: false, lastOutcome: 'old-copy' });
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

describe('a provider in trouble', () => {
  const faults: readonly (readonly [string, string, Fault])[] = [
    ['HTTP 500', 'unreachable', { status: 500 }],
    ['HTTP 429 with Retry-After', 'unreachable', { status: 429, retryAfter: '120' }],
    ['a connection cut before the answer', 'unreachable', { closeConnection: true }],
    ['a lost answer', 'unreachable', { afterHandling: true, closeConnection: true }],
    ['a redirect elsewhere', 'misbehaved', { redirect: { status: 302, location: 'http://example.com/' } }],
    ['HTTP 418', 'misbehaved', { status: 418 }],
    ['HTTP 403 with its code', 'misbehaved', { status: 403, code: 6104 }],
    ['its payment service down', 'unreachable', { status: 502, code: 6113 }],
    ['402 without saying what to pay', 'misbehaved', { status: 402 }],
  ];
  it.each(faults)('%s: named, nothing lost, and the next cycle heals', async (_name, word, fault) => {
    change(mine);
    const before = mine.store.snapshot();
    provider().faults.once({ method: 'POST', path: '/backups/' }, fault);
    // A broken connection is asked about once: it is trouble when that breaks, too.
    if (fault.closeConnection === true) provider().faults.once({ method: 'POST', path: '/backups/' }, fault);
    expect(await outcomes(mine)).toEqual([word]);
    expect(mine.store.snapshot()).toEqual(before);
    const [view] = mine.backup.providers();
    expect(view).toMatchObject({ upToDate: false, lastOutcome: word });
    expect(view?.nextRoundAt).toBeGreaterThan(world.now() + (fault.retryAfter === undefined ? 0 : 110_000));
    expect(['stored', 'unchanged']).toContain((await outcomes(mine))[0]);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
  });

  it('HTTP 413: named, nothing lost, not sent again for a week, and then it heals', async () => {
    change(mine);
    const before = mine.store.snapshot();
    provider().faults.once({ method: 'POST', path: '/backups/' }, { status: 413, code: 6106 });
    expect(await outcomes(mine)).toEqual(['too-large']);
    expect(await outcomes(mine)).toEqual(['too-large']);
    expect(mine.store.snapshot()).toEqual(before);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: false, lastOutcome: 'too-large' });
    world.move(8 * 24 * 3600 * 1000);
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
  });

  it('an answer that was lost once is asked for, and heard in the same cycle', async () => {
    change(mine);
    provider().faults.once({ method: 'POST', path: '/backups/' }, { afterHandling: true, closeConnection: true });
    expect(await outcomes(mine)).toEqual(['unchanged']);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
  });

  it('an answer of 200 MB instead of a blob stays within memory', async () => {
    change(mine);
    provider().faults.once({ method: 'GET', path: '/backups/' }, { bigBody: { bytes: 200 * 1024 * 1024 } });
    expect(await outcomes(mine)).toEqual(['misbehaved']);
  });

  it('stored but not readable afterwards does not count as verified', async () => {
    change(mine);
    provider().faults.once({ method: 'GET', path: '/backups/' }, { status: 503 });
    expect(await mine.backup.cycle()).toMatchObject([{ outcome: 'unreachable', notes: [{ kind: 'unverified' }] }]);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: false });
    expect(await outcomes(mine)).toEqual(['unchanged']);
  });

  it('one that fails does not delay another, and backs off', async () => {
    expect(await add(mine, provider(1).baseUrl)).toBe('stored');
    change(mine);
    provider(0).faults.times(1, { method: 'POST' }, { status: 500 });
    const reports = await mine.backup.run();
    expect(new Map(reports.map((report) => [report.provider, report.outcome]))).toEqual(
      new Map([
        [provider(0).baseUrl, 'unreachable'],
        [provider(1).baseUrl, 'stored'],
      ]),
    );
    expect(await mine.backup.run()).toEqual([]);
    world.move(6 * 3600 * 1000);
    expect(await mine.backup.run()).toMatchObject([{ provider: provider(0).baseUrl, outcome: 'stored' }]);
    expect(await mine.backup.run()).toEqual([]);
  });
});

it('an address that is no sync service, one that is silent, a file that is no folder: refused, nothing changed', async () => {
  const fresh = install(world);
  const refused = async (target: string): Promise<unknown> => {
    const added = await fresh.backup.addProvider({ target, consent: true });
    return added.ok ? 'added' : added.error.kind;
  };
  expect(await refused(sandbox.merchant.baseUrl)).toBe('no-provider-there');
  expect(await refused(sandbox.bank.baseUrl)).toBe('no-provider-there');
  expect(await refused('http://127.0.0.1:1/')).toBe('provider-silent');
  expect(await refused('no such folder')).toBe('no-provider-there');
  expect(await refused('/no/such/folder')).toBe('no-provider-there');
  expect(await refused('ftp://example.com/')).toBe('no-provider-there');
  provider().faults.once({ path: '/config' }, { unknownVersion: '9:0:0' });
  expect(await refused(provider().baseUrl)).toBe('no-provider-there');
  provider().faults.once({ path: '/config' }, { halfJson: true });
  expect(await refused(provider().baseUrl)).toBe('no-provider-there');
  expect(fresh.backup.state()).toBe('uninitialized');
  expect(fresh.store.snapshot()).toEqual([]);
});

describe('a provider that hangs', () => {
  it('does not hold up the background rounds of others, nor closing the wallet', async () => {
    expect(await add(mine, provider(1).baseUrl)).toBe('stored');
    await outcomes(mine);
    change(mine);
    world.move(60_000);
    provider(0).faults.once({ method: 'POST' }, { hang: true });
    const { signal } = new AbortController();
    await mine.backup.run({ signal });
    world.move(60_000);
    expect(await mine.backup.run({ signal })).toMatchObject([{ provider: provider(1).baseUrl, outcome: 'stored' }]);
    change(mine);
    await mine.backup.run({ signal });
    world.move(60_000);
    expect(await mine.backup.run({ signal })).toMatchObject([{ provider: provider(1).baseUrl, outcome: 'stored' }]);
    await mine.backup.close();
    expect(mine.store.local.providerProgress(provider(0).baseUrl)).toMatchObject({ attempts: 0 });
  }, 20_000);
});
