// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrillProgressView } from '../../shared/view-drill.ts';
import type { RestoreProgressView } from '../../shared/view-restore.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { Terminal } from './command-result.ts';
import { balances } from './words.ts';

/** Tells the person how far a restore or takeover has come while `work` is under way, every piece of news once; a program only hears the end. */
export const tellingProgress = async <T>(
  app: Pick<WalletApp, 'on' | 'handle'>,
  { json }: Pick<Command, 'json'>,
  { say, words }: Pick<Terminal, 'say' | 'words'>,
  work: () => Promise<T>,
  news: (app: Pick<WalletApp, 'handle'>, words: Words) => Promise<readonly Spoken[]> = newsOfRestore,
): Promise<T> => {
  if (json) return work();
  const said = new Set<Spoken>();
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const lines = await news(app, words);
    looking = undefined;
    for (const line of lines) {
      if (!said.has(line)) say(line);
      said.add(line);
    }
  };
  const stop = app.on(() => {
    looking ??= look();
  });
  try {
    return await work();
  } finally {
    stop();
    await looking;
  }
};

const newsOfRestore = async (app: Pick<WalletApp, 'handle'>, words: Words): Promise<readonly Spoken[]> => {
  const answer = await app.handle('restore.progress', {});
  if (!answer.ok || answer.value.progress === null) return [];
  return [...progressLines(words, answer.value.progress), ...(await joinedLines(app, words, answer.value))];
};

/** What is new of a drill. */
export const newsOfDrill = async (app: Pick<WalletApp, 'handle'>, words: Words): Promise<readonly Spoken[]> => {
  const answer = await app.handle('drill.progress', {});
  return answer.ok && answer.value.progress !== null ? progressLines(words, answer.value.progress) : [];
};

const progressLines = ({ t }: Words, { places, issuers }: DrillProgressView): readonly Spoken[] => [
  ...places.flatMap(({ name, answer }) =>
    answer === undefined ? [] : [t('cli.restore.place', { place: name, said: t(`answer.${answer}.why`) })],
  ),
  ...issuers.flatMap(({ exchange, checked, of, state }) => {
    if (state === 'checking') return [];
    const said = state === 'silent' ? t('issuer.silent.why') : t('issuer.progress', { checked, of });
    return [t('cli.restore.place', { place: exchange, said })];
  }),
];

/** What is here already, told once: it changes while coins are checked, and the report has the last word. */
const joinedLines = async (
  app: Pick<WalletApp, 'handle'>,
  words: Words,
  { progress }: { readonly progress: RestoreProgressView | null },
): Promise<readonly Spoken[]> => {
  if (progress?.joined !== true || progress.issuers.some(({ checked }) => checked > 0)) return [];
  const overview = await app.handle('wallet.overview', {});
  if (!overview.ok || overview.value.balances.length === 0) return [];
  return [...balances(words, overview.value.balances), words.t('restore.progress.joined')];
};
