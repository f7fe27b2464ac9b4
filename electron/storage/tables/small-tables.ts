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
