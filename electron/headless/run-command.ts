// SPDX-License-Identifier: GPL-3.0-or-later
import { sayFailure } from './spoken.ts';
import { err, ok } from '../../shared/result.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandResult } from './command-result.ts';
import { readOpenPayments } from './status-command.ts';
import { openPayment } from './words.ts';

/** Without --timeout a run gives up after this long, so that a script never hangs on a bank that waits for a person. */
const DEFAULT_TIMEOUT_S = 120;

/** `run`: one pass over every due step, or with --until-done passes until nothing is left to do. */
export const runCommand = async (app: WalletApp, command: Command): CommandResult => {
  const seconds = Number(command.options['--timeout'] ?? DEFAULT_TIMEOUT_S);
  if (!Number.isFinite(seconds) || seconds <= 0) {
    return err({ kind: 'usage', sentence: '--timeout takes a number of seconds above 0. Nothing was changed.' });
  }
  const untilDone = command.flags.has('--until-done');
  const report = await app.runPending({ untilDone, timeoutMs: seconds * 1000 });
  if (!report.ok) return report;
  const pending = report.value.pending;
  const openPayments = await readOpenPayments(app);
  if (untilDone && pending.length > 0) {
    const what = pending.map((each) => `${each.type} waiting for ${each.waitingFor}`).join(', ');
    const notes = [
      ...new Set(
        pending.flatMap(({ waitingFor, why }) =>
          waitingFor === 'provider' && why !== undefined ? [sayFailure(why)] : [],
        ),
      ),
    ];
    return err({
      kind: 'still-pending',
      sentence: [`Not everything is finished: ${what}. Nothing is lost; run again later.`, ...notes].join(' '),
    });
  }
  return ok({
    lines: [
      pending.length === 0 ? 'nothing left to do' : `${pending.length} step(s) still pending`,
      ...openPayments.flatMap(openPayment),
    ],
    json: { ...report.value, openPayments },
  });
};
