// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { claimPlace } from '../../electron/backup/providers/place/marker.ts';
import { folder, folderProvider } from '../../electron/backup/providers/folder/folder.ts';
import { accountKeys, newRootSecret } from '../../electron/backup/root-secret.ts';
import { claimDirectory, type DataDirectory } from '../../electron/app/data-directory.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { UNFINISHED } from '../../electron/storage/whole-file.ts';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { inTurn, stride } from '../support/seed.ts';
import { FILE_FAULTS, strikeFiles, whatIsLeft, type FileFault } from '../support/fail-file.ts';

// Every step on files fails once, or is the last thing the process does, and half done at that: n = 1, 2, 3, … until the
// work passes untouched. In full, but for what makes a PDF each time: of that every third step, others with every commit.

const world = testWorld();
const top = mkdtempSync(join(tmpdir(), 'holdfast-fail-files-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let made = 0;
const newDirectory = (): string => {
  const directory = join(top, String((made += 1)));
  mkdirSync(directory);
  return directory;
};
/** No work here has as many steps; the loop must end because it passed. */
const MANY = 60;

type Work = {
  readonly directory: string;
  readonly work: (directory: string) => Promise<unknown>;
  /** what a process finds that starts after it, and what is so when it has done the work again */
  readonly check: (directory: string) => Promise<void>;
};

const strikeEveryFileStep = async (
  fault: FileFault,
  prepare: () => Promise<Work>,
  { first, by } = { first: 1, by: 1 },
): Promise<number> => {
  for (let n = first; n < MANY; n += by) {
    const { directory, work, check } = await prepare();
    const struck = await strikeFiles(directory, { fault, n }, () => work(directory));
    try {
      await check(whatIsLeft(directory, `${directory}-again`));
    } catch (failure) {
      throw new Error(`${fault} (${n})`, { cause: failure });
    }
    if (!struck) return n - 1;
  }
  return MANY;
};

const wrapper = secret(new Uint8Array(32).fill(3));
const claim = (directory: string): DataDirectory => mustOk(claimDirectory(directory, world), 'claimed');
const NOTE = 'note';

/** A wallet with something in it. */
const createWallet = async (directory: DataDirectory): Promise<void> => {
  const store = mustOk(await directory.create({ type: 'unprotected' }), 'created');
  store.transaction((tx) => tx.put('setting', NOTE, { value: 'kept' }));
  store.close();
};

const expectOpens = async (directory: DataDirectory): Promise<void> => {
  const store = mustOk(await directory.unlockWithoutAsking(), 'opened') ?? expect.fail('asks');
  expect(store.entry('setting', NOTE)?.value.value).toBe('kept');
  store.close();
};

describe.each(inTurn('fail-nth-files', FILE_FAULTS, 2))('%s', (fault) => {
  test('creating a wallet: it is there or it is not', async () => {
    const steps = await strikeEveryFileStep(fault, async () => ({
      directory: newDirectory(),
      work: async (directory) => createWallet(claim(directory)),
      check: async (directory) => {
        const again = claim(directory);
        if (!again.exists()) await createWallet(again);
        const store = mustOk(await again.unlockWithoutAsking(), 'opened') ?? expect.fail('asks');
        // A process that died after the key file was written had not put anything into the wallet.
        if (store.entries('setting').length > 0) expect(store.entry('setting', NOTE)?.value.value).toBe('kept');
        store.close();
      },
    }));
    expect(steps).toBeGreaterThan(4);
    expect(steps).toBeLessThan(MANY);
  });

  test('adding and taking away the wrap of the recovery sheet: the key file always opens the wallet', async () => {
    const steps = await strikeEveryFileStep(fault, async () => {
      const directory = newDirectory();
      const first = claim(directory);
      await createWallet(first);
      const store = mustOk(await first.unlockWithoutAsking(), 'opened') ?? expect.fail('asks');
      // As it is whenever a sheet's lock is put on: the secret was written before.
      store.transaction((tx) => tx.local.setRootSecret(newRootSecret(world)));
      store.close();
      return {
        directory,
        work: async () => {
          await first.protectWithRoot(wrapper);
          first.forgetRoot();
        },
        check: async (left) => {
          await expectOpens(claim(left));
          expect(readdirSync(left).filter((name) => name.endsWith(UNFINISHED))).toEqual(
            fault === 'file step fails' ? [] : expect.anything(),
          );
        },
      };
    });
    expect(steps).toBeGreaterThan(6);
    expect(steps).toBeLessThan(MANY);
  });

  test('a folder as a provider: the newest whole copy is found, and the next one can be stored', async () => {
    const root = secret(new Uint8Array(32).fill(7));
    const [old, next] = [new Uint8Array(3000).fill(1), new Uint8Array(3000).fill(2)];
    const hashOf = (bytes: Uint8Array): string => bytesToCrock(sha512(bytes));
    const steps = await strikeEveryFileStep(fault, async () => {
      const directory = newDirectory();
      let stored = false;
      return {
        directory,
        work: async (there) => {
          const id = mustOk(await claimPlace(world, folder(there)), 'marker');
          const provider = folderProvider(there, accountKeys(root, id));
          mustOk(await provider.store({ bytes: old, replaces: undefined, joined: [] }), 'stored');
          mustOk(await provider.store({ bytes: next, replaces: hashOf(old), joined: [] }), 'stored');
          stored = true;
        },
        check: async (left) => {
          const id = mustOk(await claimPlace(world, folder(left)), 'marker');
          const provider = folderProvider(left, accountKeys(root, id));
          const found = mustOk(await provider.fetch(), 'fetched');
          if (stored) expect(found).toMatchObject({ kind: 'blob', hash: hashOf(next) });
          const hash = found.kind === 'blob' ? found.hash : undefined;
          expect([undefined, hashOf(old), hashOf(next)]).toContain(hash);
          const answer = mustOk(await provider.store({ bytes: next, replaces: hash, joined: [] }), 'stored');
          expect(['stored', 'unchanged']).toContain(answer.kind);
          expect(await provider.fetch()).toMatchObject({ ok: true, value: { kind: 'blob', hash: hashOf(next) } });
        },
      };
    });
    expect(steps).toBeGreaterThan(10);
    expect(steps).toBeLessThan(MANY);
  });

  test('erasing an emptied wallet: the receipt is whole before anything of the wallet is gone', async () => {
    const at = Date.UTC(2026, 10, 28, 12);
    const receipts = (directory: string): readonly string[] =>
      readdirSync(directory)
        .filter((name) => name.startsWith('emptied-'))
        .map((name) => readFileSync(join(directory, name), 'latin1'));
    const expectReceipt = (directory: string): void => {
      const texts = receipts(directory);
      expect(texts).toHaveLength(2);
      expect(texts.some((text) => text.trimEnd().endsWith('were erased on this computer after that.'))).toBe(true);
      expect(texts.some((text) => text.startsWith('%PDF') && text.trimEnd().endsWith('%%EOF'))).toBe(true);
    };
    const steps = await strikeEveryFileStep(
      fault,
      async () => {
        const directory = newDirectory();
        const first = claim(directory);
        await createWallet(first);
        const store = mustOk(await first.unlockWithoutAsking(), 'opened') ?? expect.fail('asks');
        // As `finishEmptying` leaves it, when everything was taken and the providers know.
        store.transaction((tx) => tx.local.setMark('emptying', { payments: [], leavingSince: at }));
        store.close();
        first.release();
        const start = async (there: string): Promise<void> => {
          const app = mustOk(await openWalletApp({ dataDirectory: there, world, loop: false }), 'app');
          await app.close();
        };
        return {
          directory,
          work: start,
          check: async (left) => {
            const whole = ['wallet.db', 'wallet-key.json'].every((name) => existsSync(join(left, name)));
            if (!whole || existsSync(join(left, 'wallet.erasing'))) expectReceipt(left);
            await start(left);
            expectReceipt(left);
            expect(readdirSync(left).filter((name) => name.startsWith('wallet') && name !== 'wallet.lock')).toEqual([]);
          },
        };
      },
      stride(3),
    );
    expect(steps).toBeGreaterThan(6);
    expect(steps).toBeLessThan(MANY);
  });
});

test('an erase that could not be finished does not take the next wallet with it', async () => {
  const directory = newDirectory();
  const first = claim(directory);
  await createWallet(first);
  // The database is gone, something after it cannot be removed, and the program goes on.
  for (let n = 1; existsSync(join(directory, 'wallet.db')); n += 1)
    expect(
      await strikeFiles(directory, { fault: 'file step fails', n }, async () => first.erase(() => undefined)),
    ).toBe(true);
  expect(existsSync(join(directory, 'wallet.erasing'))).toBe(true);
  expect(first.exists()).toBe(false);
  await createWallet(first);
  first.release();
  await expectOpens(claim(directory));
});
