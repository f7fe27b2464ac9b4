// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../shared/result.ts';
import type { TakeoverReportView } from '../../shared/view-restore.ts';
import type { FailureView } from '../../shared/view.ts';
import { joined } from '../../shared/words/spoken.ts';
import { agreed, declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { sayFailure } from './spoken.ts';
import * as words from './words.ts';

/** The wallet itself refuses copies that name more issuers it does not know. */
const MAX_QUESTIONS = 20;

type Answers = {
  readonly evenIfNotAbandoned: boolean;
  readonly newExchanges: string[];
  readonly agreedFees?: string[];
};

/** Takes another wallet over, by its sheet or from escrow: asks for each issuer that is new and for the fees, and tells what came of it. */
export const takeOverWith = async (
  command: Command,
  terminal: Terminal,
  send: (answers: Answers) => Promise<Result<TakeoverReportView, FailureView>>,
): CommandResult => {
  const newExchanges: string[] = [];
  const evenIfNotAbandoned = command.flags.has('--even-if-not-abandoned');
  const take = (more: { readonly agreedFees?: string[] }) => send({ evenIfNotAbandoned, newExchanges, ...more });
  let taken = await take({});
  while (!taken.ok && taken.error.kind === 'unknown-exchange' && newExchanges.length < MAX_QUESTIONS) {
    const { exchange, host, how } = taken.error.facts;
    const key = how === 'https' ? 'cli.ask.issuer' : 'cli.ask.issuer.plain';
    if (!(await agreed(command, terminal, ({ t }) => t(key, { host })))) return declined('changed');
    newExchanges.push(exchange);
    taken = await take({});
  }
  if (!taken.ok && taken.error.kind === 'takeover-asks') {
    const asks = taken.error;
    if (!(await agreed(command, terminal, (w) => joined([sayFailure(w, asks), w.t('cli.ask.takeover')]))))
      return declined('changed');
    taken = await take({ agreedFees: [...(asks.facts.fees ?? [])] });
  }
  if (!taken.ok) return taken;
  return ok({ lines: (w) => words.takeoverReport(w, taken.value), json: taken.value });
};
