// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const BACKEND = '/usr/lib/cups/backend/cups-pdf';
const PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';

/** Why no print service can be started here; undefined where one can. */
export const noCups = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'cupsd starts a service of its own for root alone';
  const lacking = ['/usr/sbin/cupsd', '/usr/sbin/lpadmin', '/usr/bin/lp', BACKEND, PPD, '/usr/bin/gs'].find(
    (path) => !existsSync(path),
  );
  return lacking === undefined ? undefined : `${lacking} is missing`;
};

export type Cups = {
  /** what stands in CUPS_SERVER */
  readonly server: string;
  /** the page that lies before the printer called "paper"; undefined when there is none */
  readonly waiting: () => string | undefined;
  /** what came out of the printer called "pdf"; undefined when there is nothing */
  readonly cameOut: () => string | undefined;
  /** switches it off; what came out of it stays until the end */
  readonly stop: () => void;
  readonly end: () => Promise<void>;
};

/** A real CUPS below a directory of its own, on a socket there, with a printer that is stopped, so that what it is given lies there as it came. The system's is not touched. */
export const startCups = async (): Promise<Cups> => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-cups-'));
  for (const name of ['root', 'spool', 'cache', 'state', 'tmp', 'log']) mkdirSync(join(base, name), { mode: 0o755 });
  // The filters run as lp: what they cannot reach, their PPD and their TempDir, they die of, and an empty page comes out.
  chmodSync(base, 0o755);
  chmodSync(join(base, 'tmp'), 0o1777);
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
  const settings = addPdfPrinter(base, env);
  return {
    server,
    cameOut: () => {
      const name = readdirSync(join(base, 'out')).find((each) => each.endsWith('.pdf'));
      return name === undefined ? undefined : join(base, 'out', name);
    },
    waiting: () => {
      const name = readdirSync(join(base, 'spool')).findLast((each) => /^d\d+-\d+$/.test(each));
      return name === undefined ? undefined : join(base, 'spool', name);
    },
    stop: () => void service.kill(),
    end: async () => {
      service.kill();
      await ended;
      rmSync(settings, { force: true });
      rmSync(base, { recursive: true, force: true });
    },
  };
};

/**
 * Debian's CUPS-PDF with all its filters. Its backend looks for its settings in /etc/cups and nowhere else, whatever cupsd was told, so this
 * printer has a file of its own there, which is removed at the end; else pages land in the home of whoever prints.
 */
const addPdfPrinter = (base: string, env: NodeJS.ProcessEnv): string => {
  const own = basename(base);
  mkdirSync(join(base, 'out'));
  const settings = join('/etc/cups', `cups-pdf-${own}.conf`);
  const places = ['Out', 'AnonDirName', 'Spool', 'Log'].map(
    (key) => `${key} ${join(base, key === 'Spool' ? 'tmp' : key === 'Log' ? 'log' : 'out')}`,
  );
  writeFileSync(settings, [...places, 'Grp lpadmin', ''].join('\n'));
  execFileSync('/usr/sbin/lpadmin', ['-p', 'pdf', '-v', `cups-pdf:/${own}`, '-P', PPD, '-E'], { env, stdio: 'ignore' });
  return settings;
};
