// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARKER_FILE } from '../../electron/backup/providers/place/marker.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { connectDav, davProvider } from '../support/dav-provider.ts';
import {
  hasApache,
  hasRclone,
  PASSWORD,
  startApache,
  startRclone,
  USER,
  type RealServer,
} from '../support/dav-real.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  startEconomy,
  testWorld,
  total,
  withdraw,
} from '../support/backup-rig.ts';
import { providerContract } from '../support/provider-contract.ts';

// The servers people have: the contract, and a wallet's life with a folder that is reached by address and by path.

const SERVERS: readonly [string, boolean, () => Promise<RealServer>][] = [
  ['Apache with mod_dav', hasApache, startApache],
  ['rclone serve webdav', hasRclone, startRclone],
];
const answers = { user: USER, password: PASSWORD };

describe.each(SERVERS)('%s', (name, isInstalled, start) => {
  describe.skipIf(!isInstalled)(isInstalled ? 'here' : `(skipped: ${name} is not installed)`, () => {
    providerContract(`webdav at ${name}`, () =>
      davProvider(testWorld(), async () => ({ ...(await start()), user: USER, password: PASSWORD })),
    );

    describe('a wallet that keeps its copies there', () => {
      const world = testWorld();
      let server: RealServer;
      let sandbox: Sandbox;
      beforeAll(async () => {
        server = await start();
        sandbox = await startEconomy(world, []);
      });
      afterAll(async () => {
        await sandbox.close();
        await server.close();
      });

      it('is added, restored from its sheet and password, and is the same place by path', async () => {
        const one = install(world);
        await withdraw(one, sandbox, 'KUDOS:4');
        const unknown = await one.backup.inspectProvider(server.address);
        expect(unknown).toMatchObject({
          ok: true,
          value: { kind: 'webdav', fields: [{ name: 'user' }, { name: 'password' }] },
        });
        const wrong = { user: USER, password: 'wrong' };
        const refused = await one.backup.addProvider({ target: server.address, answers: wrong, consent: true });
        expect(refused).toEqual({ ok: false, error: { kind: 'password-refused', target: server.address } });
        expect(readdirSync(server.directory)).toEqual([]);

        const added = await one.backup.addProvider({ target: server.address, answers, consent: true });
        if (!added.ok) throw new Error(JSON.stringify(added.error));
        expect(added.value).toMatchObject({ lastOutcome: 'stored', upToDate: true, place: server.address });
        const marker = JSON.parse(readFileSync(join(server.directory, MARKER_FILE), 'utf8')) as { readonly id: string };
        expect(added.value.id).toBe(`holdfast+folder:${marker.id}`);

        // Three copies are kept, and nothing unfinished.
        for (let at = 0; at < 4; at += 1) {
          one.store.transaction((tx) => tx.put('setting', 'note', { value: at }));
          expect(await outcomes(one)).toEqual(['stored']);
        }
        const files = readdirSync(server.directory);
        expect(files.filter((file) => file.endsWith('.blob')).length).toBeLessThanOrEqual(4);
        expect(files.filter((file) => file.endsWith('.holdfast-tmp'))).toEqual([]);

        // The sheet says where it is, and that it asks; neither name nor password.
        const text = recoveryText(one);
        expect(text).toContain(`${added.value.id}@${server.address}`);
        expect(text).not.toContain(PASSWORD);
        expect(text).not.toMatch(/\bada\b/);
        expect(one.backup.recoveryQuestions(text)).toMatchObject({
          ok: true,
          value: {
            namesNoPlace: false,
            questions: [
              { provider: added.value.id, place: server.address, fields: [{ name: 'user' }, { name: 'password' }] },
            ],
          },
        });

        const two = install(world);
        const silent = await two.backup.restore(text);
        expect(silent).toMatchObject({
          ok: false,
          error: { kind: 'nothing-restored', sources: [{ answer: 'silent', notes: [{ kind: 'no-password' }] }] },
        });
        const restored = await two.backup.restore(text, { answers: { [added.value.id]: answers } });
        expect(restored).toMatchObject({ ok: true, value: { sources: [{ answer: 'found' }] } });
        expect(total(two)).toBe(total(one));
        // The answers joined the wallet: its rounds go on by themselves.
        expect(two.backup.providers()).toMatchObject([{ id: added.value.id, upToDate: true }]);

        // By its path it is the place it was, and the copies there are the same.
        const three = install(world);
        const byPath = await three.backup.restore(text, { folders: [server.directory] });
        expect(byPath).toMatchObject({ ok: true, value: { sources: [{ provider: added.value.id, answer: 'found' }] } });
        // A folder that was pointed at says nothing against the password that the copies know.
        expect(three.backup.providers()).toMatchObject([{ place: server.address, upToDate: true }]);
        expect(await add(install(world), server.directory)).toBe('stored');
        const keys = accountKeys(one.store.local.rootSecret() ?? expect.fail('no secret'), added.value.id);
        const there = await connectDav(world, { address: server.address, ...answers })(keys).fetch();
        expect(there).toMatchObject({ ok: true, value: { kind: 'blob' } });
      }, 120_000);
    });
  });
});
