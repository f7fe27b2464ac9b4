// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectProvider } from '../../electron/backup/providers/kinds.ts';
import { webdavKind } from '../../electron/backup/providers/webdav/webdav.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { World } from '../../electron/world.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, startEconomy, testWorld, withdraw } from '../support/backup-rig.ts';
import { connectDav } from '../support/dav-provider.ts';
import { PASSWORD, USER } from '../support/dav-server.ts';
import { aroundDavFolder, world, answers, directory, server, keys, next, refuse } from './webdav-lab.ts';
import { takeOver } from './takeover-lab.ts';

aroundDavFolder();

// The password of a WebDAV place, and who else uses the place: it is in no log and on no sheet, and a wrong one harms nobody.

describe('the password', () => {
  const answering = (status: number, headers: Record<string, string>): World => ({
    ...world,
    http: async () => new Response('', { status, headers }),
  });

  it('is not sent where everybody can read it', async () => {
    const target = 'http://cloud.example/dav/';
    const open = answering(401, { 'www-authenticate': 'Basic realm="x"' });
    expect(await inspectProvider(open, target)).toEqual({ ok: false, error: { kind: 'needs-https', target } });
    let sent = 0;
    const counting: World = {
      ...world,
      http: async (_input, init) => {
        if (new Headers(init?.headers).has('authorization')) sent += 1;
        return new Response('', { status: 404 });
      },
    };
    expect(await inspectProvider(counting, target, answers)).toMatchObject({ ok: false });
    expect((await webdavKind.claim(counting, target, answers)).ok).toBe(false);
    const access = { kind: 'webdav', address: target, answers };
    expect(webdavKind.open(counting, keys, { access })).toBeUndefined();
    expect(sent).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])('goes nowhere that an answer points to (%s), over TLS or not', async (status) => {
    const target = 'https://cloud.example/dav/';
    for (const location of ['https://elsewhere.example/dav/', '/other/', 'http://cloud.example/dav/']) {
      const asked: string[] = [];
      const pointing: World = {
        ...world,
        http: async (input) => {
          asked.push(new URL(input instanceof Request ? input.url : String(input)).pathname);
          expect(String(input)).toContain(target);
          return new Response('', { status, headers: { location } });
        },
      };
      const place = connectDav(pointing, { address: target, ...answers })(keys);
      expect(await place.fetch()).toMatchObject({ ok: false, error: { kind: 'silent' } });
      expect(await place.store(next())).toMatchObject({ ok: false, error: { kind: 'silent' } });
      expect(await inspectProvider(pointing, target, answers)).toMatchObject({ ok: false });
      expect(await webdavKind.claim(pointing, target, answers)).toMatchObject({ ok: false });
      expect(asked.length).toBeGreaterThan(3);
    }
  });

  it('is asked for, not written into the address', async () => {
    for (const address of ['https://', 'https:/', 'https:', 'HTTPS:\\\\', 'dav://', '']) {
      const failed = await inspectProvider(world, `${address}ada:hunter2@cloud.example/dav/`);
      expect(failed).toEqual({ ok: false, error: { kind: 'password-in-address' } });
    }
  });

  it('is in no log, no address, no failure, no view and on no sheet', async () => {
    const seen: string[] = [];
    const watched: World = {
      ...world,
      log: (event) => void seen.push(JSON.stringify(event)),
      http: (input, init) => {
        seen.push(input instanceof Request ? input.url : String(input));
        return world.http(input, init);
      },
    };
    const sandbox: Sandbox = await startEconomy(watched, []);
    try {
      const one = install(watched);
      await withdraw(one, sandbox, 'KUDOS:2');
      const added = await one.backup.addProvider({ target: server.address, answers, consent: true });
      if (!added.ok) throw new Error(added.error.kind);
      await outcomes(one);
      refuse('PROPFIND', 401);
      expect(await outcomes(one)).toEqual(['shut-out']);
      const wrong = await one.backup.addProvider({
        target: server.address,
        answers: { ...answers, password: `${PASSWORD}!` },
        consent: true,
      });
      expect(wrong).toMatchObject({ ok: false, error: { kind: 'password-refused' } });
      server.instead(undefined);
      const sheet = one.backup.recoverySheet();
      seen.push(JSON.stringify([added, wrong, one.backup.providers(), one.backup.status(), sheet, recoveryText(one)]));
      // Removed, it is forgotten, in the copies of every device too.
      await one.backup.removeProvider(added.value.id);
      const left = JSON.stringify(one.store.snapshot());
      for (const secretText of [
        PASSWORD,
        JSON.stringify(PASSWORD).slice(1, -1),
        Buffer.from(`${USER}:${PASSWORD}`).toString('base64'),
      ]) {
        expect(seen.filter((text) => text.includes(secretText))).toEqual([]);
        expect(left).not.toContain(secretText);
      }
      expect(seen.length).toBeGreaterThan(20);
    } finally {
      await sandbox.close();
    }
  });
});

describe('another wallet that keeps its copies there', () => {
  it('is taken over with its password, told so, and its password is not ours afterwards', async () => {
    const sandbox = await startEconomy(world, []);
    const stick = mkdtempSync(join(tmpdir(), 'holdfast-dav-ours-'));
    try {
      const theirs = install(world);
      await withdraw(theirs, sandbox, 'KUDOS:3');
      const added = await theirs.backup.addProvider({ target: server.address, answers, consent: true });
      if (!added.ok) throw new Error(added.error.kind);
      const text = recoveryText(theirs);
      await theirs.backup.abandon();
      const ours = install(world);
      await withdraw(ours, sandbox, 'KUDOS:2');
      await add(ours, stick);
      const taken = await takeOver(ours, { recoveryText: text, answers: { [added.value.id]: answers } });
      expect(taken).toMatchObject({
        ok: true,
        value: { how: 'joined', marked: [{ provider: added.value.id, done: true }] },
      });
      expect(JSON.stringify(ours.store.snapshot())).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
      expect(ours.backup.providers().map(({ place }) => place)).toEqual([stick]);
      // The other device, still at its old copy, is told by the mark there.
      const late = install(world);
      const heard = await takeOver(late, { recoveryText: text, answers: { [added.value.id]: answers } });
      expect(heard).toMatchObject({ ok: false, error: { kind: 'not-abandoned', status: 'taken-over' } });
    } finally {
      await sandbox.close();
      rmSync(stick, { recursive: true });
    }
  });
});

describe('a password that is not right any more', () => {
  it('is not tried again and again: that would shut the person out of their own server', async () => {
    const moving = testWorld();
    const one = install(moving, { gated: true });
    const added = await one.backup.addProvider({ target: server.address, answers, consent: true });
    expect(added.ok).toBe(true);
    refuse('PROPFIND', 401);
    refuse('GET', 401);
    one.store.transaction((tx) => tx.put('setting', 'note', { value: 1 }));
    await one.backup.run();
    expect(one.backup.providers()).toMatchObject([{ lastOutcome: 'shut-out' }]);
    const tries = async (): Promise<number> => {
      server.asked.length = 0;
      await one.backup.run();
      await one.backup.gate({ kind: 'withdrawal', id: 'waits' });
      return server.asked.length;
    };
    expect(await tries()).toBe(0);
    moving.move(5 * 3600 * 1000);
    expect(await tries()).toBe(0);
    moving.move(3600 * 1000 + 1);
    expect(await tries()).toBeGreaterThan(0);
    // Added again with the right one, it is asked at once.
    server.instead(undefined);
    expect(await one.backup.addProvider({ target: server.address, answers, consent: true })).toMatchObject({
      ok: true,
      value: { lastOutcome: 'stored' },
    });
  });

  it('and a login of another kind is named', async () => {
    const digest: World = {
      ...world,
      http: async () =>
        new Response('', { status: 401, headers: { 'www-authenticate': 'Digest realm="x", nonce="y"' } }),
    };
    expect(await inspectProvider(digest, 'https://cloud.example/dav/')).toMatchObject({
      ok: false,
      error: { kind: 'place-unusable', why: { kind: 'other-login' } },
    });
  });
});

describe('an entry with a directory and an address', () => {
  let sandbox: Sandbox;
  aroundEconomy(world, [{ annualFee: 'KUDOS:0' }], (opened) => {
    sandbox = opened;
  });

  it('is reached by its address on every device, whoever added it last and by what; removed, both are gone', async () => {
    const meeting = sandbox.syncProviders[0]?.baseUrl ?? '';
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:2');
    const fee = { maxFee: 'KUDOS:0', consent: true } as const;
    await one.backup.addProvider({ target: meeting, ...fee });
    const two = install(world);
    const restored = await two.backup.restore(recoveryText(one));
    expect(restored.ok).toBe(true);

    // At the same time, before either hears of it: one device by path, the other by address.
    const byPath = await one.backup.addProvider({ target: directory, consent: true });
    const byAddress = await two.backup.addProvider({ target: server.address, answers, consent: true });
    if (!byPath.ok || !byAddress.ok) throw new Error('not added');
    expect(byPath.value.id).toBe(byAddress.value.id);
    for (let round = 0; round < 3; round += 1) for (const each of [one, two]) await each.backup.cycle();
    for (const { backup } of [one, two])
      expect(backup.providers().find(({ id }) => id === byPath.value.id)).toMatchObject({
        place: server.address,
        upToDate: true,
      });

    await two.backup.addProvider({ target: directory, consent: true });
    expect(two.backup.providers().find(({ id }) => id === byPath.value.id)?.place).toBe(server.address);
    await two.backup.removeProvider(server.address);
    for (let round = 0; round < 2; round += 1) for (const each of [two, one]) await each.backup.cycle(meeting);
    expect(one.backup.providers().map(({ id }) => id)).toEqual([meeting]);
    await two.backup.addProvider({ target: directory, consent: true });
    expect(two.backup.providers().find(({ id }) => id === byPath.value.id)?.place).toBe(directory);
  });
});
