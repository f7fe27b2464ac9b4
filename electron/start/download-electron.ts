// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, ok, type Result } from '../../shared/result.ts';
import { findElectron } from './find-electron.ts';

/** Why Electron could not be fetched; `detail` is what the installer or the runtime said. */
export type DownloadFailure = {
  readonly kind:
    | 'name'
    | 'proxy'
    | 'unreachable'
    | 'certificate'
    | 'answer'
    | 'unpublished'
    | 'damaged'
    | 'disk'
    | 'unknown';
  readonly detail: string;
};

/**
 * Runs the installer that Electron's package ships and gives the executable. A proxy of the usual variables is used, which the installer
 * alone would not do.
 */
export const downloadElectron = async (
  top: string,
  environment: NodeJS.ProcessEnv,
): Promise<Result<string, DownloadFailure>> => {
  const reporter = pathToFileURL(join(import.meta.dirname, 'report-connection.ts')).href;
  const installer = join(top, 'node_modules', 'electron', 'install.js');
  const said = await lastWords(['--import', reporter, installer], top, {
    ...environment,
    ...(proxyOf(environment) === undefined ? {} : { NODE_USE_ENV_PROXY: '1' }),
  });
  const path = findElectron(top, environment);
  return path === undefined ? err(whyNot(said)) : ok(path);
};

/** One line for the person at the terminal. */
export const explainDownload = ({ kind, detail }: DownloadFailure, environment: NodeJS.ProcessEnv): string => {
  const proxy = proxyOf(environment);
  const through = proxy === undefined ? '' : ` (through the proxy ${withoutPassword(proxy)})`;
  switch (kind) {
    case 'name':
      return `the name of the server cannot be looked up${through}: there is no network here, or its DNS does not answer (${detail})`;
    case 'proxy':
      return `the proxy ${withoutPassword(proxy ?? '')} refuses (${detail})`;
    case 'unreachable':
      return `the server cannot be reached${through}; behind a proxy set HTTPS_PROXY (${detail})`;
    case 'certificate':
      return `the server's certificate is not trusted; if a firewall reads along here, NODE_EXTRA_CA_CERTS names the file with its certificate (${detail})`;
    case 'answer':
      return `the server does not have it or does not give it; is ELECTRON_MIRROR right? (${detail})`;
    case 'unpublished':
      return `there is none for this kind of computer (${detail})`;
    case 'damaged':
      return `what arrived is not what was published; try again (${detail})`;
    case 'disk':
      return `it cannot be written to this disk (${detail})`;
    case 'unknown':
      return detail === '' ? 'its installer does not say why' : detail;
  }
};

/** Whichever appears in what the installer said, the first row that fits counts. */
const SIGNS: readonly (readonly [DownloadFailure['kind'], RegExp])[] = [
  ['proxy', /proxy response|\b407\b/i],
  ['certificate', /certificate|CERT_|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/i],
  ['name', /ENOTFOUND|EAI_AGAIN/],
  ['answer', /Response code \d+/],
  ['unpublished', /does not have a published/],
  ['damaged', /checksum|end of central directory|zip/i],
  ['disk', /ENOSPC|EDQUOT|EACCES|EROFS|EPERM/],
  ['unreachable', /ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR|socket|fetch failed/i],
];

const whyNot = (said: string): DownloadFailure => {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  for (const [kind, sign] of SIGNS) {
    const line = lines.find((each) => sign.test(each));
    if (line !== undefined) return { kind, detail: line.slice(0, MAX_DETAIL) };
  }
  return { kind: 'unknown', detail: (lines.at(-1) ?? '').slice(0, MAX_DETAIL) };
};

const MAX_DETAIL = 200;
/** More than this says nothing new. */
const MAX_SAID = 20_000;

/** What a process writes to its error output. */
const lastWords = (parts: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, parts, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (chunk: string) => {
      said = (said + chunk).slice(0, MAX_SAID);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', () => resolve(said));
  });

const proxyOf = (environment: NodeJS.ProcessEnv): string | undefined =>
  ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].map((name) => environment[name]).find(Boolean);

const withoutPassword = (proxy: string): string => proxy.replace(/\/\/[^@/]*@/, '//');
