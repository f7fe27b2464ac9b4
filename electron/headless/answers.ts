// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import type { TermsView } from '../../shared/view-begin.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { useOf, type Command } from './args.ts';
import type { CommandFailure, CommandResult, Refusal, Terminal } from './command-result.ts';

// What several commands answer alike.

/** Sends one request and prints its answer; `json` is the whole answer unless something else is given. */
export const print = async <N extends RequestName>(
  app: WalletApp,
  name: N,
  input: RequestInput<N>,
  lines: (words: Words, output: RequestOutput<N>) => readonly Spoken[],
  json: (output: RequestOutput<N>) => unknown = (output) => output,
): CommandResult => {
  const answer = await app.handle(name, input);
  return answer.ok ? ok({ lines: (words) => lines(words, answer.value), json: json(answer.value) }) : answer;
};

/** Whether the person wants it: asked, unless the command line says `--yes`. */
export const agreed = async (
  command: Pick<Command, 'yes'>,
  terminal: Pick<Terminal, 'ask' | 'words'>,
  question: (words: Words) => Spoken,
): Promise<boolean> => command.yes || terminal.ask(question(terminal.words));

/** Sends a request once more when it named an unknown exchange and the person, shown its host, wants to add it. */
export const orNewExchange = async <T>(
  command: Pick<Command, 'yes'>,
  terminal: Pick<Terminal, 'ask' | 'words'>,
  send: (asked: { readonly newExchange?: string }) => Promise<Result<T, FailureView>>,
): Promise<Result<T, CommandFailure>> => {
  const first = await send({});
  if (first.ok || first.error.kind !== 'unknown-exchange') return first;
  const { exchange } = first.error.facts;
  const key = exchange.startsWith('http:') ? 'cli.ask.issuer.plain' : 'cli.ask.issuer';
  const asked = await agreed(command, terminal, ({ t }) => t(key, { host: new URL(exchange).host }));
  return asked ? send({ newExchange: exchange }) : declined('added');
};

/** Sends a request once more when its fees are beyond what was shown, and the person, told what would arrive of which sum, agrees. */
export const orAgreedFees = async <T>(
  command: Pick<Command, 'yes'>,
  terminal: Pick<Terminal, 'ask' | 'words'>,
  send: (asked: { readonly shown?: string }, sum?: string) => Promise<Result<T, CommandFailure>>,
): Promise<Result<T, CommandFailure>> => {
  const first = await send({});
  if (first.ok || first.error.kind !== 'withdrawal-fees' || !('facts' in first.error)) return first;
  const { why, total, ...sums } = first.error.facts;
  const asked = await agreed(command, terminal, ({ t }) => t(`cli.ask.fees.${why}`, { ...sums, total }));
  return asked ? send({ shown: total }, sums.sum) : declined('changed');
};

/** Shows the whole terms of service of an issuer, and asks whether the person agrees. */
export const agreedToTerms = (
  command: Pick<Command, 'yes'>,
  terminal: Pick<Terminal, 'ask' | 'say' | 'words'>,
  { exchange, host, form, text }: TermsView,
  why: 'new' | 'changed' = 'new',
): Promise<boolean> => {
  const { words } = terminal;
  terminal.say(
    form === 'elsewhere'
      ? words.t('cli.terms.elsewhere', { host, at: `${exchange}terms` })
      : words.foreign.page(`${text}\n`),
  );
  return agreed(command, terminal, ({ t }) => t(`cli.ask.terms.${why}`, { host }));
};

/** Sends a request once more when it needs agreement to an issuer's terms of service, and the person, shown all of them, agrees. */
export const orTerms = async <T>(
  app: WalletApp,
  command: Pick<Command, 'yes'>,
  terminal: Pick<Terminal, 'ask' | 'say' | 'words'>,
  send: () => Promise<Result<T, CommandFailure>>,
): Promise<Result<T, CommandFailure>> => {
  const first = await send();
  if (first.ok || first.error.kind !== 'terms-unaccepted' || !('facts' in first.error)) return first;
  const { exchange, why } = first.error.facts;
  const looked = await app.handle('terms.look', { exchange, language: terminal.words.locale });
  if (!looked.ok) return looked;
  const { terms } = looked.value;
  if (terms === null) return send();
  if (!(await agreedToTerms(command, terminal, terms, why))) return declined('changed');
  const kept = await app.handle('terms.accept', { exchange, version: terms.version });
  return kept.ok ? send() : kept;
};

/** The answer when the person does not; `what` did not happen. */
export const declined = (what: 'paid' | 'changed' | 'sent' | 'added' = 'paid'): Result<never, CommandFailure> =>
  err({ kind: 'not-confirmed', say: ({ t }) => t(`cli.declined.${what}`) });

/** The answer to words that make no command: how that command is used. */
export const usage = (command: string): Result<never, CommandFailure> =>
  err({ kind: 'usage', say: (words) => words.t('cli.usage', { use: useOf(command, words) }) });

/** What a quote says when its thing cannot be done. */
type Impossible = { readonly why?: FailureView };

/** The answer to that, in the wallet's words, or in `otherwise` where it has none. */
export const impossible = ({ why }: Impossible, otherwise: Refusal): Result<never, CommandFailure> =>
  err(why ?? otherwise);
