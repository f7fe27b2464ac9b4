// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';

// What several commands answer alike.

/** Sends one request and prints its answer; `json` is the whole answer unless something else is given. */
export const print = async <N extends RequestName>(
  app: WalletApp,
  name: N,
  input: RequestInput<N>,
  lines: (output: RequestOutput<N>) => readonly string[],
  json: (output: RequestOutput<N>) => unknown = (output) => output,
): CommandResult => {
  const answer = await app.handle(name, input);
  return answer.ok ? ok({ lines: lines(answer.value), json: json(answer.value) }) : answer;
};

/** Whether the person wants it: asked, unless the command line says `--yes`. */
export const agreed = async (
  command: Pick<Command, 'yes'>,
  terminal: Pick<Terminal, 'ask'>,
  question: string,
): Promise<boolean> => command.yes || terminal.ask(question);

/** Sends a request once more when it named an unknown exchange and the person, shown its host, wants to add it. */
export const orNewExchange = async <T>(
  command: Pick<Command, 'yes'>,
  terminal: Pick<Terminal, 'ask'>,
  send: (asked: { readonly newExchange?: string }) => Promise<Result<T, FailureView>>,
): Promise<Result<T, CommandFailure>> => {
  const first = await send({});
  if (first.ok || first.error.kind !== 'unknown-exchange') return first;
  const { exchange } = first.error.facts;
  const plain = exchange.startsWith('http:') ? ', which is not encrypted,' : '';
  const question = `Add the exchange at ${new URL(exchange).host}${plain} to this wallet?`;
  return (await agreed(command, terminal, question)) ? send({ newExchange: exchange }) : declined('added');
};

/** The answer when the person does not; `what` did not happen. */
export const declined = (what = 'paid or changed'): Result<never, CommandFailure> =>
  err({ kind: 'not-confirmed', sentence: `Not confirmed, so nothing was ${what}. Answer y, or give --yes.` });

/** The answer to words that make no command. */
export const usage = (use: string): Result<never, CommandFailure> =>
  err({ kind: 'usage', sentence: `This command is used as: ${use}. Nothing was changed.` });

/** What a quote says when its thing cannot be done. */
type Impossible = { readonly why?: FailureView };

/** The answer to that, in the wallet's words, or in `otherwise` where it has none. */
export const impossible = (
  { why }: Impossible,
  otherwise: { readonly kind: string; readonly sentence: string },
): Result<never, CommandFailure> => err(why ?? otherwise);
