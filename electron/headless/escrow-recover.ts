// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { EscrowSessionView, RecoverySearchView, RecoverySecretView } from '../../shared/view-escrow-recovery.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { homePath } from '../app/directory/data-path.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';
import { askPerson } from './escrow-person.ts';
import { showWays, wayLines } from './escrow-ways.ts';
import { tellingProgress } from './progress.ts';
import { answerFields } from './questions.ts';
import { NOT_SAFE } from './safety.ts';
import { sayFailure, told } from './spoken.ts';
import { takeOverWith } from './taking-over.ts';
import * as words from './words.ts';

/**
 * `escrow recover`: finds a person's wallets, asks which, has ways shown until there are enough, and restores. What is not finished is
 * gone on with at the next call; `--stop` forgets it. On standard input: the country, its fields, then pairs of lines: the number of a
 * way, and its answer (empty: only have the code sent).
 */
export const escrowRecover = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  if (command.flags.has('--stop')) {
    const stopped = await app.handle('recover.stop', {});
    return stopped.ok ? ok({ lines: ({ t }) => [t('regain.stopped')], json: { stopped: true } }) : stopped;
  }
  const begun = await begin(app, command, terminal);
  if (!begun.ok) return begun;
  const shown = await showWays(app, command, terminal, begun.value);
  if (!shown.ok) return shown;
  const session = shown.value;
  if (!session.isOpen)
    return ok({ lines: (w) => [...wayLines(w, session), w.t('cli.escrow.goOn')], json: { session }, code: NOT_SAFE });
  return restore(app, command, terminal);
};

/** The recovery that is under way, or a new one. */
const begin = async (
  app: WalletApp,
  command: Command,
  terminal: Terminal,
): Promise<Result<EscrowSessionView, CommandFailure>> => {
  const under = await app.handle('recover.session', {});
  if (!under.ok) return under;
  if (under.value.session !== null) return ok(under.value.session);
  const backup = await app.handle('backup.status', {});
  if (!backup.ok) return backup;
  if (backup.value.state === 'initialized')
    return err({ kind: 'wrong-backup-state', say: ({ t }) => t('regain.initialized') });
  const person = await askPerson(app, terminal);
  if (!person.ok) return person;
  const found = await app.handle('recover.find', {
    ...person.value,
    places: command.options['--place']?.split('\n') ?? [],
    alsoKnown: true,
  });
  if (!found.ok) return found;
  const secret = await whichOf(command, terminal, found.value);
  if (!secret.ok) return secret;
  const chosen = await app.handle('recover.choose', { documentHash: secret.value.documentHash });
  return chosen.ok ? ok(chosen.value.session) : chosen;
};

/** The only wallet, or the one with the number that was given or is asked for. */
const whichOf = async (
  { options }: Command,
  { answer, say, isThere, words: spoken }: Terminal,
  { secrets, places }: RecoverySearchView,
): Promise<Result<RecoverySecretView, CommandFailure>> => {
  const ours = secrets.filter(({ isOurs, isNewest }) => isOurs && isNewest);
  const [only] = ours;
  if (only === undefined)
    return err({
      kind: 'nothing-in-escrow',
      say: (w) =>
        joined(
          [
            w.t('regain.found.none'),
            ...places.flatMap(({ url, said }) =>
              said.length === 0
                ? []
                : [w.t('cli.restore.place', { place: url, said: told(w, 'escrowRecovery', ...said) })],
            ),
          ],
          '\n',
        ),
    });
  const named = options['--wallet'];
  if (ours.length === 1 && (named === undefined || named === only.walletId)) return versionOf(options, secrets, only);
  if (isThere && named === undefined) for (const each of ours) say(secretLine(spoken, each));
  const number = named ?? (isThere ? (await answer(spoken.t('cli.ask.escrow.wallet'), false)).trim() : '');
  const wanted = ours.find(({ walletId }) => walletId === number);
  return wanted === undefined
    ? err({
        kind: 'several-wallets',
        say: (w) => joined([w.t('cli.escrow.several'), ...ours.map((each) => secretLine(w, each))], '\n'),
      })
    : versionOf(options, secrets, wanted);
};

/**
 * The newest, or with `--older` one of those before it: whoever knows a person's data can put something newer over what is theirs, and
 * what lies below is still there.
 */
const versionOf = (
  { '--older': text = '0' }: Command['options'],
  secrets: RecoverySearchView['secrets'],
  newest: RecoverySecretView,
): Result<RecoverySecretView, CommandFailure> => {
  const versions = secrets.filter(({ secretName }) => secretName === newest.secretName);
  const found = /^[0-9]{1,2}$/.test(text) ? versions[Number(text)] : undefined;
  return found === undefined
    ? err({ kind: 'usage', say: ({ t }) => t('cli.escrow.older', { count: versions.length - 1 }) })
    : ok(found);
};

const secretLine = ({ t }: Words, { walletId = '', at }: RecoverySecretView): Spoken => {
  const times = at.flatMap(({ uploadedAt }) => (uploadedAt === undefined ? [] : [uploadedAt]));
  return times.length === 0
    ? t('cli.escrow.wallet', { number: walletId })
    : t('cli.escrow.walletAt', { number: walletId, at: Math.max(...times) });
};

/** The secret is in hand: from here on as from a sheet. */
const restore = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const asked = await app.handle('recover.questions', {});
  if (!asked.ok) return asked;
  const answers: Record<string, Record<string, string>> = {};
  for (const { provider, place, fields } of asked.value.questions)
    answers[provider] = await answerFields(command, terminal, place, fields);
  const folders = command.options['--folder']?.split('\n').map(homePath);
  const input = {
    ...(asked.value.questions.length === 0 ? {} : { answers }),
    ...(folders === undefined ? {} : { folders }),
  };
  const restored = await tellingProgress(app, command, terminal, () => app.handle('recover.run', input));
  if (restored.ok) return ok({ lines: (w) => words.restoreReport(w, restored.value), json: restored.value });
  const { error } = restored;
  if (error.kind !== 'money-here') return restored;
  if (!(await agreed(command, terminal, (w) => joined([sayFailure(w, error), w.t('cli.ask.takeover')]))))
    return declined('changed');
  return takeOverWith(command, terminal, (more) =>
    tellingProgress(app, command, terminal, () => app.handle('recover.takeOver', { ...input, ...more })),
  );
};
