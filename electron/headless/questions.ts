// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../shared/result.ts';
import type { ProviderField } from '../../shared/view-backup.ts';
import type { FailureView } from '../../shared/view.ts';
import { isKindOf } from '../../shared/words/words.ts';
import { homePath } from '../app/directory/data-path.ts';
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
    const { t, foreign } = terminal.words;
    const field = isKindOf('providerField', name) ? t(`providerField.${name}`) : foreign.name(name);
    const answer = given ?? (await terminal.answer(t('cli.ask.field', { place, field }), secret));
    if (answer !== '') answers[name] = answer;
  }
  return answers;
};

/** What a restore takes beside the text of a sheet. */
type BesideSheet = {
  readonly folders?: string[];
  readonly places?: string[];
  readonly answers?: Record<string, Answers>;
};

/**
 * Where copies are, from the options or asked for where neither they nor the sheet say so, and the answers to what the providers on it
 * ask for; what is left empty is not asked there.
 */
export const answerSheet = async (
  app: WalletApp,
  command: Pick<Command, 'options'>,
  terminal: Pick<Terminal, 'answer' | 'words'>,
  recoveryText: string,
): Promise<Result<BesideSheet, FailureView>> => {
  const asked = await app.handle('restore.questions', { recoveryText });
  if (!asked.ok) return asked;
  const answers: Record<string, Answers> = {};
  for (const { provider, place, fields } of asked.value.questions)
    answers[provider] = await answerFields(command, terminal, place, fields);
  const folders = given(command.options['--folder']).map(homePath);
  const named = given(command.options['--place']);
  const isAsked = asked.value.namesNoPlace && folders.length === 0 && named.length === 0;
  const places = isAsked ? await askPlaces(terminal) : named;
  return ok({
    ...(folders.length === 0 ? {} : { folders }),
    ...(places.length === 0 ? {} : { places }),
    ...(asked.value.questions.length === 0 ? {} : { answers }),
  });
};

/** The values of an option that may be given more than once. */
const given = (value: string | undefined): string[] => (value === undefined ? [] : value.split('\n'));

/** One address after the other, until nothing is answered. */
const askPlaces = async ({ answer, words: { t } }: Pick<Terminal, 'answer' | 'words'>): Promise<string[]> => {
  const places: string[] = [];
  while (places.length < MAX_PLACES) {
    const place = (await answer(t(places.length === 0 ? 'cli.ask.where' : 'cli.ask.where.more'), false)).trim();
    if (place === '') break;
    places.push(place);
  }
  return places;
};

/** A sheet names no more. */
const MAX_PLACES = 20;
