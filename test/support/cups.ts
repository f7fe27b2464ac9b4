// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Why no print service can be started here; undefined where one can. */
export const noCups = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'cupsd starts a service of its own for root alone';
  const lacking = ['/usr/sbin/cupsd', '/usr/sbin/lpadmin', '/usr/bin/lp'].find((path) => !existsSync(path));
  return lacking === undefined ? undefined : `${lacking} is missing`;
};

export type Cups = {
  /** what stands in CUPS_SERVER */
  readonly server: string;
  /** the page that lies before the printer called "paper"; undefined when there is none */
  readonly waiting: () => string | undefined;
  readonly end: () => Promise<void>;
};

/** A real CUPS below a directory of its own, on a socket there, with a printer that is stopped, so that what it is given lies there as it came. The system's is not touched. */
export const startCups = async (): Promise<Cups> => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-cups-'));
  for (const name of ['root', 'spool', 'cache', 'state', 'tmp', 'log']) mkdirSync(join(base, name), { mode: 0o755 });
  const server = join(base, 'cups.sock');
  const open =
    '<Location />\nOrder allow,deny\nAllow all\n</Location>\n<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n';
  writeFileSync(
    join(base, 'root/cupsd.conf'),
    `Listen ${server}\nBrowsing No\nWebInterface No\nDefaultAuthType None\n${open}`,
  );
  const places = { ServerRoot: 'root', RequestRoot: 'spool', CacheDir: 'cache', StateDir: 'state', TempDir: 'tmp' };
  const logs = { AccessLog: 'log/access', ErrorLog: 'log/error', PageLog: 'log/page' };
  const lines = Object.entries({ ...places, ...logs }).map(([key, path]) => `${key} ${join(base, path)}`);
  writeFileSync(join(base, 'root/cups-files.conf'), [...lines, 'FileDevice Yes', 'Sandboxing Relaxed', ''].join('\n'));
  const given = ['-f', '-c', join(base, 'root/cupsd.conf'), '-s', join(base, 'root/cups-files.conf')];
  const service = spawn('/usr/sbin/cupsd', given, { stdio: 'ignore' });
  const ended = new Promise((resolve) => service.once('close', resolve));
  for (let waited = 0; !existsSync(server) && waited < 100; waited++) await sleep(100);
  const env = { ...process.env, CUPS_SERVER: server };
  const made = ['-p', 'paper', '-v', 'file:/dev/null', '-m', 'raw'];
  execFileSync('/usr/sbin/lpadmin', made, { env, stdio: 'ignore' });
  execFileSync('/usr/sbin/cupsaccept', ['paper'], { env, stdio: 'ignore' });
  return {
    server,
    waiting: () => {
      const name = readdirSync(join(base, 'spool')).findLast((each) => /^d\d+-\d+$/.test(each));
      return name === undefined ? undefined : join(base, 'spool', name);
    },
    end: async () => {
      service.kill();
      await ended;
      rmSync(base, { recursive: true, force: true });
    },
  };
};
