// SPDX-License-Identifier: GPL-3.0-or-later
import { sayFailure } from './spoken.ts';
import { err, ok } from '../../shared/result.ts';
import type { FailureView, PendingView } from '../../shared/view.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandResult } from './command-result.ts';
import { NOT_SAFE, safetyCode, safetyLines } from './safety.ts';
import { readOpenPayments } from './status-command.ts';
import { openPayment, waiting } from './words.ts';

/** Without --timeout a run gives up after this long, so that a script never hangs on a bank that waits for a person. */
const DEFAULT_TIMEOUT_S = 120;

/** `run`: one pass over every due step, or with --until-done passes until nothing is left to do. */
export const runCommand = async (app: WalletApp, command: Command): CommandResult => {
  const seconds = Number(command.options['--timeout'] ?? DEFAULT_TIMEOUT_S);
  if (!Number.isFinite(seconds) || seconds <= 0) {
    return err({ kind: 'usage', say: ({ t }) => t('cli.usage.timeout') });
  }
  const untilDone = command.flags.has('--until-done');
  const report = await app.runPending({ untilDone, timeoutMs: seconds * 1000 });
  if (!report.ok) return report;
  const pending = report.value.pending;
  const openPayments = await readOpenPayments(app);
  if (untilDone && pending.length > 0) {
    return err({ kind: 'still-pending', say: (words) => unfinished(words, pending) });
  }
  const status = await app.handle('backup.status', {});
  if (!status.ok) return status;
  const { providersUpToDate, providersTotal } = status.value;
  const behind = providersTotal - providersUpToDate;
  return ok({
    lines: (words) => [
      ...(pending.length > 0 ? [words.t('cli.run.pending', { count: pending.length })] : []),
      ...(behind > 0 ? [words.t('cli.run.behind', { behind, total: providersTotal })] : []),
      ...(pending.length === 0 && behind === 0 ? [words.t('cli.run.done')] : []),
      ...(untilDone ? safetyLines(words, status.value) : []),
      ...openPayments.flatMap((each) => openPayment(words, each)),
    ],
    json: { ...report.value, openPayments, safety: status.value.safety },
    ...(untilDone ? { code: behind > 0 ? NOT_SAFE : safetyCode(status.value) } : {}),
  });
};

/** What is under way, and once each why it does not get on. */
const unfinished = (words: Words, pending: readonly PendingView[]): Spoken => {
  const what = pending.map((each) => {
    const { what: which, waits } = waiting(words, each);
    return joined([which, waits], ': ');
  });
  const whys = pending.flatMap(({ why }) => (why === undefined ? [] : [sayFailure(words, why)]));
  const costs = pending.some(({ why }) => why !== undefined && MAY_COST.has(why.kind));
  const said = { what: joined(what, '; ') };
  return joined([words.t(costs ? 'cli.run.unfinished.cost' : 'cli.run.unfinished', said), ...new Set(whys)]);
};

/** By which an exchange has money and does not give it: that nothing is lost is not ours to say. */
const MAY_COST: ReadonlySet<FailureView['kind']> = new Set<FailureView['kind']>(['change-disputed', 'coins-withheld']);
