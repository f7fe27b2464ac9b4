// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { openSecret } from '../taler/crypto/secret.ts';
import { aside, type Task, type Threads } from '../threads.ts';
import type { Db } from './database.ts';
import { limitCache, lookAt, setKey, type Sqlite } from './sqlite.ts';
import { systemCode } from './system-code.ts';

// Whether all of a database can be read and hangs together (electron/decisions/check-before-writing.md). A page that is damaged is refused
// whenever it is read, for each has its own seal. Looking at all of them takes as long as the years have made the wallet, so the window
// does not wait for it: a thread looks, and until it has said so nothing is written.

/** Thrown out of a transaction that did not begin, because the database is damaged: nothing was written. */
export class DamagedDatabase extends Error {
  readonly code = 'SQLITE_CORRUPT';
  constructor() {
    super('The database is damaged; nothing was written.');
    this.name = 'DamagedDatabase';
  }
}

/** Whether that was thrown because what was read is damaged. */
export const isDamage = (thrown: unknown): boolean => systemCode(thrown).startsWith('SQLITE_CORRUPT');

/** What is known of a database that is open. */
export type Sound = {
  /** Goes on where it is sound, looks at all of it if nobody has, and throws `DamagedDatabase`. */
  readonly ensure: () => void;
  /** Looks at all of it beside this thread, unless somebody has. */
  readonly look: (world: { readonly threads?: Pick<Threads, 'run'> }) => Promise<void>;
  /** Tells this listener once it is known to be damaged. */
  readonly onDamaged: (listener: () => void) => void;
};

type Verdict = ReturnType<typeof lookAt>;

export const soundness = ({ path, sqlite, key, isUnseen }: Db): Sound => {
  let verdict: Verdict | undefined = isUnseen === true ? undefined : 'sound';
  let listener = (): void => undefined;
  const say = (found: Verdict | undefined): void => {
    verdict ??= found;
    if (verdict === 'damaged') listener();
  };
  return {
    ensure: () => {
      if (verdict === undefined) say(lookAt(sqlite));
      if (verdict !== 'sound') throw new DamagedDatabase();
    },
    look: async (world) => {
      if (verdict !== undefined) return;
      const found = await aside(world, soundTask, { path, ...(key && { key: openSecret(key) }) });
      // A thread that could not look has seen nothing: then it is done before the first writing.
      if (found !== 'not-seen') say(found);
    },
    onDamaged: (next) => {
      listener = next;
      if (verdict === 'damaged') listener();
    },
  };
};

/** The same with a connection of its own that cannot write. */
export const soundTask: Task<{ readonly path: string; readonly key?: Uint8Array }, Verdict | 'not-seen'> = {
  name: 'database-check',
  perform: ({ path, key }) => {
    let sqlite: Sqlite | undefined;
    try {
      sqlite = new Database(path, { readonly: true, fileMustExist: true });
      if (key) setKey(sqlite, key);
      limitCache(sqlite);
      return lookAt(sqlite);
    } catch (thrown) {
      if (systemCode(thrown) === '') throw thrown;
      return 'not-seen';
    } finally {
      sqlite?.close();
    }
  },
};
