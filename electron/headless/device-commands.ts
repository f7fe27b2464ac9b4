// SPDX-License-Identifier: GPL-3.0-or-later
import { told } from './spoken.ts';
import { err, ok } from '../../shared/result.ts';
import type { DevicesView } from '../../shared/view-devices.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { answerSheet } from './questions.ts';
import { readSheet } from './sheet-file.ts';
import * as words from './words.ts';

/** `devices`: every installation that ever held this wallet, and how this one stands among them. */
export const devicesCommand = async (app: WalletApp): CommandResult => {
  const list = await app.handle('device.list', {});
  return list.ok ? ok({ lines: deviceLines(list.value), json: list.value }) : list;
};

/** `abandon`: leaves the wallet; ok only once the providers say so and the secret is forgotten here. */
export const abandonCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const question =
    'Leave this wallet on this device? The recovery secret is forgotten here; the money waits for whoever has the recovery sheet. Do you have the sheet?';
  if (!(await agreed(command, terminal, question))) return declined('changed');
  const left = await app.handle('backup.abandon', {});
  if (!left.ok) return left;
  if (left.value.state === 'leaving')
    return err({
      kind: 'abandon-pending',
      sentence: `${told('leaving', ...left.value.said)} 'holdfast run' goes on with it.`,
    });
  return ok({ lines: [told('leaving', ...left.value.said)], json: left.value });
};

/** `takeover`: another wallet by its sheet, or with `here` this device's own wallet back from whoever is active now. */
export const takeoverCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  if (command.words[1] === 'here') {
    const kept = await app.handle('device.keep', {});
    return kept.ok ? ok({ lines: deviceLines(kept.value), json: kept.value }) : kept;
  }
  const text = await readSheet(
    command,
    terminal,
    'takeover --sheet FILE, or takeover - to read the sheet from standard input, or takeover here',
  );
  if (!text.ok) return text;
  const folder = command.options['--folder'];
  const answers = await answerSheet(app, command, terminal, text.value);
  if (!answers.ok) return answers;
  const taken = await app.handle('backup.takeover', {
    recoveryText: text.value,
    evenIfNotAbandoned: command.flags.has('--even-if-not-abandoned'),
    ...(folder === undefined ? {} : { folders: [folder] }),
    ...answers.value,
  });
  if (!taken.ok) return taken;
  const { marked } = taken.value;
  return ok({
    lines: [
      ...words.restoreReport(taken.value),
      ...marked.map(
        ({ provider, done, note }) =>
          `${provider}: ${done ? 'tells the other device' : 'to be told later'}${note === undefined ? '' : ` (${told('mark', note)})`}`,
      ),
    ],
    json: taken.value,
  });
};

const deviceLines = ({ devices, said }: DevicesView): readonly string[] => [
  ...devices.map(({ id, name, epoch, status, here, leads, lastWroteAt }) =>
    [
      id.slice(0, 10),
      name,
      `epoch ${epoch}`,
      status,
      ...(leads ? ['leads'] : []),
      ...(here ? ['this device'] : []),
      ...(lastWroteAt === undefined
        ? []
        : [`last wrote ${new Date(lastWroteAt).toISOString().slice(0, 16).replace('T', ' ')}`]),
    ].join('  '),
  ),
  told('known', said),
];
