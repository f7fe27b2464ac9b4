// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { openSecret, secret, type Secret } from '../../taler/crypto/secret.ts';
import type { Sqlite } from '../sqlite.ts';

const rootRow = z.object({ root: z.instanceof(Uint8Array) }).optional();
const bytesRow = z.object({ bytes: z.instanceof(Uint8Array) }).optional();

/** The wallet root secret: in the encrypted database, never in an entry. */
export const rootSecretTable = (sqlite: Sqlite) => {
  const select = sqlite.prepare('SELECT root FROM root_secret');
  const upsert = sqlite.prepare('INSERT OR REPLACE INTO root_secret VALUES (1, ?)');
  const remove = sqlite.prepare('DELETE FROM root_secret');
  return {
    rootSecret: (): Secret | undefined => {
      const found = rootRow.parse(select.get());
      return found && secret(new Uint8Array(found.root));
    },
    setRootSecret: (root: Secret | undefined): void => void (root ? upsert.run(openSecret(root)) : remove.run()),
  };
};

/** The exact bytes of requests that were begun, by step. */
export const requestTable = (sqlite: Sqlite) => {
  const select = sqlite.prepare('SELECT bytes FROM request WHERE step = ?');
  const upsert = sqlite.prepare('INSERT OR REPLACE INTO request VALUES (?, ?)');
  const remove = sqlite.prepare('DELETE FROM request WHERE step = ?');
  return {
    request: (step: string): Uint8Array | undefined => {
      const found = bytesRow.parse(select.get(step));
      return found && new Uint8Array(found.bytes);
    },
    putRequest: (step: string, bytes: Uint8Array): void => void upsert.run(step, bytes),
    deleteRequest: (step: string): void => void remove.run(step),
  };
};

/** What was begun and is retried: steps, what is asked about, and requests kept to be sent again. */
export const stepsTable = (sqlite: Sqlite) => {
  const lists = ['DELETE FROM task', 'DELETE FROM doubt'].map((each) => sqlite.prepare(each));
  const requests = sqlite.prepare('SELECT step FROM request').pluck();
  const remove = sqlite.prepare('DELETE FROM request WHERE step = ?');
  return {
    forgetSteps: (keptRequests: readonly string[]): void => {
      for (const each of lists) each.run();
      for (const step of z.array(z.string()).parse(requests.all())) if (!keptRequests.includes(step)) remove.run(step);
    },
  };
};
