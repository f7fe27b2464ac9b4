// SPDX-License-Identifier: GPL-3.0-or-later
import { execFile, spawn } from 'node:child_process';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Refusal } from './command-result.ts';

/** A print service that does not answer in this time is not waited for any longer (milliseconds). */
const PATIENCE = 60_000;
const MAX_SAID = 2_000;

/**
 * Hands a PDF to the system's print service (CUPS or LPRng, by `lp`) on its standard input: no file is written here. Without a printer it
 * is the system's own. What the printer then does with it is not known here.
 */
export const printPdf = async (
  pdf: Uint8Array,
  { printer, paper, title }: { readonly printer: string | undefined; readonly paper: string; readonly title: string },
): Promise<Result<null, Refusal>> => {
  const to = printer === undefined ? [] : ['-d', printer];
  const ran = await runLp([...to, '-t', title, '-o', `media=${paper}`, '-'], pdf);
  if (ran.ok) return ok(null);
  // Without a service lp says of every printer that there is no such one.
  const isOff = !('missing' in ran.error) && /not running/i.test(await stateOfService());
  return err(refusal(isOff ? { said: '' } : ran.error, printer));
};

type Failed = { readonly missing: true } | { readonly said: string };

const runLp = (options: readonly string[], input: Uint8Array): Promise<Result<null, Failed>> =>
  new Promise((resolve) => {
    // In the language this reads what it says in.
    const lp = spawn('lp', options, { env: { ...process.env, LC_ALL: 'C' }, timeout: PATIENCE });
    let said = '';
    const hear = (bytes: Buffer): void => void (said = `${said}${bytes.toString()}`.slice(0, MAX_SAID));
    lp.stderr.on('data', hear);
    lp.stdout.resume();
    lp.on('error', (error: NodeJS.ErrnoException) =>
      resolve(err(error.code === 'ENOENT' ? { missing: true } : { said: error.message })),
    );
    lp.on('close', (code) => resolve(code === 0 ? ok(null) : err({ said: said.trim() })));
    // It may end before it has read everything; why, it says itself.
    lp.stdin.on('error', () => undefined);
    lp.stdin.end(input);
  });

/** What the system says of its print service; empty where it says nothing. */
const stateOfService = (): Promise<string> =>
  new Promise((resolve) =>
    execFile('lpstat', ['-r'], { env: { ...process.env, LC_ALL: 'C' }, timeout: PATIENCE }, (_, said) => resolve(said)),
  );

const refusal = (failed: Failed, printer: string | undefined): Refusal => {
  const kind = 'not-printed';
  if ('missing' in failed) return { kind, say: ({ t }) => t('cli.print.missing') };
  const { said } = failed;
  if (/no default destination/i.test(said)) return { kind, say: ({ t }) => t('cli.print.none') };
  if (printer !== undefined && /does not exist|unknown destination|no such|not-found/i.test(said))
    return { kind, say: ({ t }) => t('cli.print.unknown', { printer }) };
  if (/scheduler|not responding|unable to connect|connection refused|^$/i.test(said))
    return { kind, say: ({ t }) => t('cli.print.silent') };
  return { kind, say: ({ t }) => t('cli.print.refused', { said }) };
};
