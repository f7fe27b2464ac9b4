// SPDX-License-Identifier: GPL-3.0-or-later
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// The third thing a process does outside itself: steps on files. SQLite's own are SQLite's to keep safe; these are ours.

export type FileFault = 'file step fails' | 'dies at a file step';
export const FILE_FAULTS: readonly FileFault[] = ['file step fails', 'dies at a file step'];

export type FilePlan = {
  readonly fault: FileFault;
  readonly n: number;
  /** the process died of something else, and does nothing more */
  readonly isDead?: () => boolean;
};

class Died extends Error {}

type Call = (...values: any[]) => any;

/** Does `work` with the real file system, whose n-th step below `directory` fails, or is the process's last; a death in a write leaves half of it. Says whether it struck. */
export const strikeFiles = async (
  directory: string,
  plan: FilePlan,
  work: () => Promise<unknown>,
): Promise<boolean> => {
  let count = 0;
  let dead = false;
  let struck = false;
  const open = new Set<number>();
  const pass = (half?: () => void): void => {
    if (dead || plan.isDead?.() === true) throw new Died();
    count += 1;
    if (count !== plan.n) return;
    struck = true;
    dead = plan.fault === 'dies at a file step';
    if (!dead) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    half?.();
    throw new Died();
  };
  const isOurs = (target: unknown): boolean =>
    typeof target === 'number' ? open.has(target) : typeof target === 'string' && target.startsWith(directory);
  const undo: (() => void)[] = [];
  const replace = (target: object, name: string, make: (real: Call) => Call): void => {
    const real = Reflect.get(target, name) as Call;
    Reflect.set(target, name, make(real));
    undo.push(() => Reflect.set(target, name, real));
  };
  const sync = (name: string, half?: (real: Call, values: any[]) => void): void =>
    replace(fs, name, (real) => (...values) => {
      if (isOurs(values[0])) pass(half && (() => half(real, values)));
      const value: unknown = Reflect.apply(real, fs, values);
      if (name === 'openSync' && isOurs(values[0])) open.add(value as number);
      return value;
    });
  const later = (name: string, half?: (values: any[]) => void): void =>
    replace(fs.promises, name, (real) => async (...values) => {
      if (isOurs(values[0])) pass(half && (() => half(values)));
      const value: unknown = await Reflect.apply(real, fs.promises, values);
      return name === 'open' && isOurs(values[0]) ? failingHandle(value as fs.promises.FileHandle, pass) : value;
    });

  sync('openSync');
  sync('writeSync', (real, [file, bytes]) => void real(file, halfOf(bytes as Uint8Array)));
  sync('writeFileSync');
  for (const name of ['fsyncSync', 'renameSync', 'rmSync']) sync(name);
  later('open');
  later('writeFile', ([file, bytes]) => fs.appendFileSync(file as string, halfOf(bytes as string | Uint8Array)));
  for (const name of ['rename', 'rm']) later(name);
  syncBuiltinESMExports();
  try {
    await work();
  } catch (failure) {
    if (!struck && plan.isDead?.() !== true) throw failure;
  } finally {
    for (const each of undo) each();
    syncBuiltinESMExports();
  }
  return struck;
};

const halfOf = (bytes: string | Uint8Array): Uint8Array => {
  const whole = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return whole.subarray(0, whole.length >> 1);
};

const failingHandle = (handle: fs.promises.FileHandle, pass: (half?: () => void) => void): fs.promises.FileHandle =>
  new Proxy(handle, {
    get: (real, name) => {
      const value: unknown = Reflect.get(real, name, real);
      if (typeof value !== 'function') return value;
      return (...values: any[]) => {
        if (name === 'writeFile') pass(() => void fs.writeSync(real.fd, halfOf(values[0] as Uint8Array)));
        if (name === 'sync') pass();
        return Reflect.apply(value, real, values) as unknown;
      };
    },
  });

/** A place of its own that has what is left on the disk, for the next process: what the last one held open is its own. */
export const whatIsLeft = (directory: string, to: string): string => {
  fs.cpSync(directory, to, { recursive: true, filter: (file) => !file.endsWith('wallet.lock') });
  return to;
};
