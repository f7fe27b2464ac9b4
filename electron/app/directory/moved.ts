// SPDX-License-Identifier: GPL-3.0-or-later
import fs from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { eraseKey, eraseRest, filesOfWallet, isErasing } from '../../storage/directory/erase.ts';
import { readVaultFile } from '../../storage/directory/vault-file.ts';
import { systemCode } from '../../storage/system-code.ts';
import { readTextIfThere, UNFINISHED, writeWholeSync } from '../../storage/whole-file.ts';
import { parseJson } from '../../taler/bytes/json.ts';
import { placeOf } from './place.ts';

// What is left of a move of the wallet's files that was cut short. It is told by a note in the program's own directory and by which place
// that directory names: until the new one is named the copies there are nobody's; from then on the old files are.

type Move = { readonly from: string; readonly to: string; readonly phase: 'copying' | 'compared' };

/** Two paths. */
const MAX_BYTES = 64 * 1024;
/** What lies beside a wallet's database and is its person's choice. */
const BESIDE = ['language', 'settings'] as const;

const noteOf = (home: string): string => join(home, 'wallet-moving');

export const noteMove = (home: string, move: Move): void =>
  writeWholeSync(noteOf(home), new TextEncoder().encode(`${JSON.stringify(move)}\n`));

export const forgetMove = (home: string): void => {
  quietly(() => fs.rmSync(`${noteOf(home)}${UNFINISHED}`, { force: true }));
  quietly(() => fs.rmSync(noteOf(home), { force: true }));
};

/** Finishes a move that was cut short, or takes it back, before anybody opens a wallet; what is out of reach now waits for the next start. */
export const finishMove = (home: string): void => {
  const move = readMove(home);
  if (move === undefined) return forgetMove(home);
  const { from, to, phase } = move;
  if (placeOf(home).directory !== to) clearCopies(home, from, to);
  else if (phase === 'compared' && clearBehind(from, to) && clearLock(from)) forgetMove(home);
};

/**
 * Removes the copies of a move that did not come about. The folder was empty before, so whatever has the name of a copy is one, unless
 * a wallet of another key was made there since.
 */
export const clearCopies = (home: string, from: string, to: string): void => {
  if (placeOf(home).directory === to) throw new Error('defect: the wallet itself lies there');
  const isClear = quietly(() => {
    if (!fs.statSync(to).isDirectory() || (hasKey(to) && !isSameWallet(from, to))) return;
    // The key first: without it what is left opens for nobody.
    for (const name of ['wallet-key.json', ...filesOfWallet(), ...BESIDE, 'wallet.lock'])
      fs.rmSync(join(to, name), { force: true });
  });
  if (isClear) forgetMove(home);
};

/** Removes what is left in the old folder, and says whether nothing is; never another wallet's files. */
export const clearBehind = (from: string, to: string): boolean =>
  quietly(() => {
    if (isErasing(from) || isSameWallet(from, to)) {
      for (const name of [...BESIDE, ...BESIDE.map((each) => `${each}${UNFINISHED}`)])
        fs.rmSync(join(from, name), { force: true });
      const begun = eraseKey(from);
      const rest = begun.ok ? eraseRest(from) : begun;
      if (!rest.ok) throw Object.assign(new Error('not erased'), { code: rest.error.why });
    }
  });

/** The lock goes last, by whoever holds it: a process that comes then makes one of its own. Where a file in use stays, it goes once it was let go. */
export const clearLock = (from: string): boolean =>
  quietly(() => fs.rmSync(join(from, 'wallet.lock'), { force: true }));

/** Whether a whole key file lies there, also of a newer version: the copy of one comes last, and one of half its length opens nothing. */
const hasKey = (directory: string): boolean => {
  const file = readVaultFile(directory);
  return file.ok || file.error.kind === 'newer-vault';
};

/** Throws while that cannot be told, because one of the two is on a drive that is away. */
const isSameWallet = (from: string, to: string): boolean => {
  const [one, other] = [readVaultFile(from), readVaultFile(to)];
  if (!one.ok && one.error.kind === 'no-vault' && fs.existsSync(from)) return false;
  if (!one.ok || !other.ok) throw Object.assign(new Error('cannot be told'), { code: 'ENOENT' });
  return one.value.key_id === other.value.key_id;
};

const readMove = (home: string): Move | undefined => {
  try {
    const json = parseJson(readTextIfThere(noteOf(home), MAX_BYTES) ?? '');
    if (typeof json !== 'object' || json === null) return undefined;
    const { from, to, phase }: Readonly<Record<string, unknown>> = { ...json };
    if (typeof from !== 'string' || typeof to !== 'string' || !isAbsolute(from) || !isAbsolute(to)) return undefined;
    return { from, to, phase: phase === 'compared' ? phase : 'copying' };
  } catch {
    return undefined;
  }
};

/** Does it, and says whether the file system let it. */
const quietly = (act: () => void): boolean => {
  try {
    act();
    return true;
  } catch (thrown) {
    if (systemCode(thrown) === '') throw thrown;
    return false;
  }
};
