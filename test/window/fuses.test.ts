// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTurnOf, turnsTitle } from '../support/seed.ts';
import { electronHere } from './app.ts';
import { ensurePacked, PACKING_MS } from './packed.ts';

// The packaged program is no Node: neither the environment nor an argument has it run or show what is not its own.

const here = electronHere();
const why =
  'why' in here ? here.why : process.platform === 'linux' ? undefined : 'its program is looked for as on Linux';
const TOP = join(import.meta.dirname, '../..');
/** How long a start is watched at the most. */
const STARTED_MS = 8_000;
/** A Node begins with the foreign script, and with its debugger, before any of the program's own: what was not seen this long after that is not coming. */
const AFTER_OWN_MS = 1_000;

describe.skipIf(why !== undefined)(
  why === undefined ? 'the packaged program' : `the packaged program (skipped: ${why})`,
  () => {
    const electron = 'path' in here ? here.path : '';
    const work = mkdtempSync(join(tmpdir(), 'holdfast-fuses-'));
    const data = join(work, 'data');
    // Chromium's own sandbox refuses root, which containers run as.
    const own = ['--no-sandbox', `--data=${data}`];
    let program = '';

    beforeAll(async () => {
      program = join(await ensurePacked(electron), 'linux-unpacked/holdfast');
    }, PACKING_MS);
    afterAll(() => rmSync(work, { recursive: true, force: true }));

    /** What a start says, and whether the foreign script was run by it. */
    const start = async (file: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
      const [mark, script] = [join(work, 'mark'), join(work, 'foreign.cjs')];
      rmSync(mark, { force: true });
      rmSync(data, { recursive: true, force: true });
      writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'run')`);
      const filled = args.map((each) => each.replace('SCRIPT', script));
      const filledEnv = Object.entries(env).map(([name, text]) => [name, text.replace('SCRIPT', script)]);
      const child = spawn(file, filled, {
        env: { ...process.env, ...Object.fromEntries(filledEnv) },
        cwd: work,
        timeout: STARTED_MS,
        killSignal: 'SIGKILL',
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
      // The folder of its log is the first thing main.ts itself makes.
      const ownSince = (): number =>
        statSync(join(data, 'window/logs'), { throwIfNoEntry: false })?.birthtimeMs ?? Infinity;
      const seen = () => ({
        ran: existsSync(mark),
        listens: /(?:Debugger|DevTools) listening/.test(said),
        starts: ownSince() !== Infinity,
      });
      const look = setInterval(() => {
        const { ran, listens } = seen();
        if (ran || listens || Date.now() - ownSince() > AFTER_OWN_MS) child.kill('SIGKILL');
      }, 100);
      await new Promise<void>((resolve) => void child.once('close', () => resolve()));
      clearInterval(look);
      return seen();
    };

    test('has every fuse set as the list of the packages says', async () => {
      const wire = await getCurrentFuseWire(program);
      const on = [
        FuseV1Options.EnableCookieEncryption,
        FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
        FuseV1Options.OnlyLoadAppFromAsar,
      ];
      const off = [
        FuseV1Options.RunAsNode,
        FuseV1Options.EnableNodeOptionsEnvironmentVariable,
        FuseV1Options.EnableNodeCliInspectArguments,
        FuseV1Options.GrantFileProtocolExtraPrivileges,
      ];
      expect(on.map((fuse) => [FuseV1Options[fuse], wire[fuse]])).toEqual(
        on.map((fuse) => [FuseV1Options[fuse], FuseState.ENABLE]),
      );
      expect(off.map((fuse) => [FuseV1Options[fuse], wire[fuse]])).toEqual(
        off.map((fuse) => [FuseV1Options[fuse], FuseState.DISABLE]),
      );
    });

    // It starts as itself all the same, or not at all.
    const WAYS = [
      ['ELECTRON_RUN_AS_NODE', ['SCRIPT'], { ELECTRON_RUN_AS_NODE: '1' }, true],
      ['NODE_OPTIONS', [], { NODE_OPTIONS: '--require SCRIPT' }, true],
      ['--inspect', ['--inspect=127.0.0.1:0'], {}, false],
      ['--inspect-brk', ['--inspect-brk=127.0.0.1:0'], {}, false],
      ['--remote-debugging-port', ['--remote-debugging-port=0'], {}, false],
    ] as const;
    // The list above is what holds; that it does is tried in two ways, with the next commit in others.
    const tried = inTurnOf(WAYS, 3);
    describe(turnsTitle('started as if it were a Node', tried.length, WAYS.length), () => {
      test.each(tried)(
        'does not heed %s',
        async (_, args, env, starts) => {
          expect(await start(program, [...own, ...args], env)).toEqual({ ran: false, listens: false, starts });
        },
        60_000,
      );
    });

    test('and an Electron whose fuses nobody set would', async () => {
      const [inspected, asNode] = [
        await start(electron, [...own, '--inspect=127.0.0.1:0', TOP], {}),
        await start(electron, ['SCRIPT'], { ELECTRON_RUN_AS_NODE: '1' }),
      ];
      expect([inspected.listens, asNode.ran]).toEqual([true, true]);
    }, 60_000);
  },
);
