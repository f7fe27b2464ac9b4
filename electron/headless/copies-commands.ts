// SPDX-License-Identifier: GPL-3.0-or-later
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { told } from './spoken.ts';
import { err, ok } from '../../shared/result.ts';
import { homePath } from '../app/directory/data-path.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, print, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { answerFields, answerSheet } from './questions.ts';
import { limitPlace, renewPlace, testPlace } from './place-command.ts';
import { safetyCode, safetyLines } from './safety.ts';
import { tellingProgress } from './progress.ts';
import { readSheet } from './sheet-file.ts';
import * as words from './words.ts';

/** `provider`: adds one after showing what it asks, lists, tests, renews or removes them, or sets what one may cost. */
export const providerCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const [, action = '', written = ''] = command.words;
  const target = homePath(written);
  if (action === 'list')
    return print(
      app,
      'provider.list',
      {},
      (w, list) => list.providers.map((each) => words.provider(w, each)),
      (list) => list.providers,
    );
  if (action === 'test' && target !== '') return testPlace(app, target);
  if (action === 'limit' && target !== '') return limitPlace(app, command, target);
  if (action === 'renew' && target !== '') return renewPlace(app, command, terminal, target);
  if (action === 'remove' && target !== '') return removeProvider(app, command, terminal, target);
  if (action !== 'add' || target === '') return usage('provider');
  const inspected = await app.handle('provider.inspect', { target });
  if (!inspected.ok) return inspected;
  // Without a limit, what was shown is what was agreed to; it may be more by the time it is added.
  const maxFee = command.options['--max-fee'] ?? inspected.value.annualTotal;
  const offer = { ...inspected.value, ...(maxFee === undefined ? {} : { annualTotal: maxFee }) };
  if (!(await agreed(command, terminal, (w) => words.providerOffer(w, offer)))) return declined();
  const name = command.options['--name'];
  const { fields } = inspected.value;
  const input = {
    target,
    ...(name === undefined ? {} : { name }),
    ...(maxFee === undefined ? {} : { maxFee }),
    ...(fields.length === 0 ? {} : { answers: await answerFields(command, terminal, target, fields) }),
  };
  return print(app, 'provider.add', input, (w, view) => [words.provider(w, view)]);
};

/** Says what removing would mean, and asks where money or copies would be missed. */
const removeProvider = async (app: WalletApp, command: Command, terminal: Terminal, target: string): CommandResult => {
  const preview = await app.handle('provider.removal', { id: target });
  if (!preview.ok) return preview;
  const { said, harmless } = preview.value;
  const question = (w: Words): Spoken =>
    w.t('cli.ask.remove', { warnings: told(w, 'removal', ...said), place: target });
  if (!harmless && !(await agreed(command, terminal, question))) return declined('changed');
  return print(app, 'provider.remove', { id: target }, (w, report) => [
    told(w, 'removal', ...said.filter(({ kind }) => kind.startsWith('sheet-')), ...report.said),
  ]);
};

/** `backup`: one round with one provider or all; ok only when each asked has the backup, and then the exit code tells whether that makes the money safe. With `--copies` it sets how many must. */
export const backupCommand = async (app: WalletApp, command: Command): CommandResult => {
  const copies = command.options['--copies'];
  if (copies !== undefined) return setCopies(app, copies);
  const id = command.options['--provider'];
  const answer = await app.handle('backup.run', id === undefined ? {} : { id });
  if (!answer.ok) return answer;
  const reports = answer.value.reports;
  const lines = (w: Words): readonly Spoken[] => reports.map((report) => words.cycleReport(w, report));
  const failed = reports.filter((report) => report.outcome !== 'stored' && report.outcome !== 'unchanged');
  if (reports.length === 0) return err({ kind: 'no-provider', say: ({ t }) => t('cli.backup.nowhere') });
  if (failed.length > 0)
    return err({
      kind: 'backup-incomplete',
      say: (w) => w.t('cli.backup.incomplete', { answers: joined(lines(w), '; ') }),
    });
  const status = await app.handle('backup.status', {});
  if (!status.ok) return status;
  return ok({
    lines: (w) => [...lines(w), ...safetyLines(w, status.value)],
    json: reports,
    code: safetyCode(status.value),
  });
};

/** How many providers must hold a copy before coins are made. */
const setCopies = async (app: WalletApp, text: string): CommandResult => {
  const copies = /^[0-9]{1,2}$/.test(text) ? Number(text) : 0;
  if (copies < 1 || copies > 32) return err({ kind: 'usage', say: ({ t }) => t('cli.usage.copies') });
  const set = await app.handle('backup.setQuorum', { copies });
  if (!set.ok) return set;
  const status = await app.handle('backup.status', {});
  return status.ok ? ok({ lines: (w) => [words.copiesWanted(w, status.value)], json: set.value }) : status;
};

/** `restore`: what the providers on a sheet keep of its wallet. */
export const restoreCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const text = await readSheet(app, command, terminal, 'restore');
  if (!text.ok) return text;
  const answers = await answerSheet(app, command, terminal, text.value);
  if (!answers.ok) return answers;
  return tellingProgress(app, command, terminal, () =>
    print(app, 'restore.run', { recoveryText: text.value, ...answers.value }, words.restoreReport),
  );
};
