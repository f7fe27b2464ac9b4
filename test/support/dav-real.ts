// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// WebDAV servers that people really have, from Debian's packages `apache2` and `rclone`, each on a port and a directory of its own.

export const USER = 'ada';
export const PASSWORD = 'plain-app-password';

export type RealServer = {
  /** the address of the folder that stands for `directory` */
  readonly address: string;
  readonly directory: string;
  readonly close: () => Promise<void>;
};

export const hasApache = existsSync('/usr/sbin/apache2') && existsSync('/usr/lib/apache2/modules/mod_dav_fs.so');
export const hasRclone = spawnSync('rclone', ['version']).status === 0;

/** Apache with mod_dav and Basic authentication. */
export const startApache = async (): Promise<RealServer> => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-apache-'));
  const directory = join(base, 'root', 'backup');
  mkdirSync(directory, { recursive: true });
  mkdirSync(join(base, 'lock'));
  const port = await freePort();
  const modules = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'dav', 'dav_fs'];
  const passwords = execFileSync('openssl', ['passwd', '-apr1', PASSWORD], { encoding: 'utf8' }).trim();
  writeFileSync(join(base, 'users'), `${USER}:${passwords}\n`);
  // Started by root, Apache serves as another user, who has to reach the files.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync('chown', ['-R', 'www-data', base]);
  writeFileSync(
    join(base, 'httpd.conf'),
    [
      'ServerRoot /usr/lib/apache2',
      `PidFile ${join(base, 'pid')}`,
      `Listen 127.0.0.1:${port}`,
      ...modules.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`),
      ...(isRoot ? ['User www-data', 'Group www-data'] : []),
      'ServerName localhost',
      `ErrorLog ${join(base, 'error.log')}`,
      `DocumentRoot ${join(base, 'root')}`,
      `DAVLockDB ${join(base, 'lock', 'db')}`,
      `<Directory ${join(base, 'root')}>`,
      'Dav On',
      'AuthType Basic',
      'AuthName backup',
      `AuthUserFile ${join(base, 'users')}`,
      'Require valid-user',
      '</Directory>',
    ].join('\n'),
  );
  const child = spawn('/usr/sbin/apache2', ['-f', join(base, 'httpd.conf'), '-D', 'FOREGROUND'], { stdio: 'ignore' });
  return running(child, `http://127.0.0.1:${port}/backup/`, { base, directory, log: join(base, 'error.log') });
};

/** `rclone serve webdav` over a directory. */
export const startRclone = async (): Promise<RealServer> => {
  const base = mkdtempSync(join(tmpdir(), 'holdfast-rclone-'));
  const directory = join(base, 'root', 'backup');
  mkdirSync(directory, { recursive: true });
  const port = await freePort();
  const log = join(base, 'log');
  const child = spawn(
    'rclone',
    ['serve', 'webdav', join(base, 'root'), '--addr', `127.0.0.1:${port}`, '--dir-cache-time', '0', '--log-file', log],
    // In the environment: what stands in the arguments is seen by everybody on the machine.
    { stdio: 'ignore', env: { ...process.env, RCLONE_CONFIG: '/dev/null', RCLONE_USER: USER, RCLONE_PASS: PASSWORD } },
  );
  return running(child, `http://127.0.0.1:${port}/backup/`, { base, directory, log });
};

const PATIENCE_MS = 15_000;

const running = async (
  child: ChildProcess,
  address: string,
  { base, directory, log }: { readonly base: string; readonly directory: string; readonly log: string },
): Promise<RealServer> => {
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(base, { recursive: true, force: true });
  };
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && child.exitCode === null) {
    const answered = await fetch(address).then(
      ({ status }) => status,
      () => 0,
    );
    if (answered === 401) return { address, directory, close };
    await new Promise((done) => setTimeout(done, 50));
  }
  const why = existsSync(log) ? readFileSync(log, 'utf8') : 'it has written no log';
  await close();
  throw new Error(`the server did not start: ${why}`);
};

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
};
