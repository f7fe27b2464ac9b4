// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../shared/result.ts';
import type { ProviderField } from '../../shared/view-backup.ts';
import type { FailureView } from '../../shared/view.ts';
import { isKindOf } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { Terminal } from './command-result.ts';

// What providers ask for beside their address. A secret is never an argument: others on the machine see those.

type Answers = Record<string, string>;

/** The answers to a provider's fields: from options where a command line may hold them, else from the terminal or standard input, a line each. */
export const answerFields = async (
  command: Pick<Command, 'options'>,
  terminal: Pick<Terminal, 'answer' | 'words'>,
  place: string,
  fields: readonly ProviderField[],
): Promise<Answers> => {
  const answers: Answers = {};
  for (const { name, secret } of fields) {
    const given = secret ? undefined : command.options[`--${name}`];
    const { t } = terminal.words;
    const field = isKindOf('providerField', name) ? t(`providerField.${name}`) : name;
    const answer = given ?? (await terminal.answer(t('cli.ask.field', { place, field }), secret));
    if (answer !== '') answers[name] = answer;
  }
  return answers;
};

/** The answers to what the providers on a sheet ask for, as a restore takes them; what is left empty is not asked there. */
export const answerSheet = async (
  app: WalletApp,
  command: Pick<Command, 'options'>,
  terminal: Pick<Terminal, 'answer' | 'words'>,
  recoveryText: string,
): Promise<Result<{ readonly answers?: Record<string, Answers> }, FailureView>> => {
  const asked = await app.handle('restore.questions', { recoveryText });
  if (!asked.ok) return asked;
  const answers: Record<string, Answers> = {};
  for (const { provider, place, fields } of asked.value.questions)
    answers[provider] = await answerFields(command, terminal, place, fields);
  return ok(asked.value.questions.length === 0 ? {} : { answers });
};
