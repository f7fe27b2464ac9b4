// SPDX-License-Identifier: GPL-3.0-or-later
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
): Promise<T> => {
  if (json) return work();
  const said = new Set<Spoken>();
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const answer = await app.handle('restore.progress', {});
    looking = undefined;
    if (!answer.ok || answer.value.progress === null) return;
    const lines = [...progressLines(words, answer.value.progress), ...(await joinedLines(app, words, answer.value))];
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

const progressLines = ({ t }: Words, { places, issuers }: RestoreProgressView): readonly Spoken[] => [
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
