// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../shared/result.ts';
import type { RekeyQuoteView, RekeyView } from '../../shared/view-rekey.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { NOT_SAFE, safetyCode, safetyLines } from './safety.ts';
import { told } from './spoken.ts';

/**
 * `rekey`: a new secret, after its cost was shown and agreed to; again: goes on with the one that is under way. With `--cancel` the
 * old one is kept, while no money was moved; with `--again` another one is made though the last is done. The exit code is 0 once the new sheet was tested and the money is safe, never before.
 */
export const rekeyCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  if (command.flags.has('--cancel')) {
    const cancelled = await app.handle('rekey.cancel', {});
    return cancelled.ok ? ok({ lines: (w) => [w.t('newSecret.cancelled')], json: { cancelled: true } }) : cancelled;
  }
  const under = await app.handle('rekey.progress', {});
  if (!under.ok) return under;
  const { madeAt } = under.value;
  // Whoever says it once more, to be sure, must not pay for another one.
  if (under.value.progress === null && madeAt !== undefined && !command.flags.has('--again')) return made(app, madeAt);
  const gone = under.value.progress === null ? await begin(app, command, terminal) : await app.handle('rekey.goOn', {});
  if (gone === undefined) return declined('changed');
  if (!gone.ok) return gone;
  const status = await app.handle('backup.status', {});
  if (!status.ok) return status;
  const { progress } = gone.value;
  return ok({
    lines: (w) => [
      ...(progress === null ? [w.t('newSecret.done')] : rekeyLines(w, progress)),
      ...safetyLines(w, status.value),
    ],
    json: gone.value,
    code: progress === null ? safetyCode(status.value) : NOT_SAFE,
  });
};

/** One that is done: it is said so, and how to make yet another one. */
const made = async (app: WalletApp, madeAt: number): CommandResult => {
  const status = await app.handle('backup.status', {});
  if (!status.ok) return status;
  return ok({
    lines: (w) => [w.t('newSecret.made', { at: madeAt }), w.t('cli.rekey.again'), ...safetyLines(w, status.value)],
    json: { progress: null, madeAt },
    code: safetyCode(status.value),
  });
};

const begin = async (app: WalletApp, command: Command, terminal: Terminal) => {
  const quote = await app.handle('rekey.quote', {});
  if (!quote.ok) return quote;
  if (
    !(await agreed(command, terminal, (w) => joined([...quoteLines(w, quote.value), w.t('newSecret.confirm.title')])))
  )
    return undefined;
  const most = command.options['--max-fee'];
  return app.handle('rekey.begin', { agreedFees: most === undefined ? [...quote.value.total] : [most] });
};

/** What it costs, and what it leaves within reach. */
const quoteLines = (w: Words, { total, said }: RekeyQuoteView): readonly Spoken[] => {
  const sums = total.filter((sum) => !sum.endsWith(':0'));
  return [
    sums.length === 0 ? w.t('newSecret.cost.nothing') : w.t('newSecret.cost', { total: w.list(sums.map(w.amount)) }),
    told(w, 'rekey', ...said),
  ];
};

/** How far it has come, and what it waits for. */
export const rekeyLines = (w: Words, { step, number, of, said }: RekeyView): readonly Spoken[] => [
  w.t('newSecret.step', { number, of, step: w.t(`newSecret.step.${step}`) }),
  ...(said.length === 0 ? [] : [told(w, 'rekey', ...said)]),
  ...(step === 'sheet' ? [w.t('newSecret.void')] : []),
];
