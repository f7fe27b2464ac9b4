// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../shared/names.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { told } from './spoken.ts';
import { err, ok } from '../../shared/result.ts';
import type { DevicesView } from '../../shared/view-devices.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, print } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { answerSheet } from './questions.ts';
import { takeOverWith } from './taking-over.ts';
import { tellingProgress } from './progress.ts';
import { readSheet } from './sheet-file.ts';

/** `devices`: every installation that ever held this wallet, and how this one stands among them. */
export const devicesCommand = async (app: WalletApp): CommandResult => {
  const list = await app.handle('device.list', {});
  return list.ok ? ok({ lines: (w) => deviceLines(w, list.value), json: list.value }) : list;
};

/** `abandon`: leaves the wallet; ok only once the providers say so and the secret is forgotten here. */
export const abandonCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  if (!(await agreed(command, terminal, ({ t }) => t('cli.ask.abandon')))) return declined('changed');
  const left = await app.handle('backup.abandon', {});
  if (!left.ok) return left;
  if (left.value.state === 'leaving')
    return err({
      kind: 'abandon-pending',
      say: (w) => w.t('cli.abandon.next', { said: told(w, 'leaving', ...left.value.said) }),
    });
  return ok({ lines: (w) => [told(w, 'leaving', ...left.value.said)], json: left.value });
};

/** `takeover`: another wallet by its sheet, or with `here` this device's own wallet back from whoever is active now. */
export const takeoverCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  if (command.words[1] === 'here') {
    const kept = await app.handle('device.keep', {});
    return kept.ok ? ok({ lines: (w) => deviceLines(w, kept.value), json: kept.value }) : kept;
  }
  const text = await readSheet(app, command, terminal, 'takeover');
  if (!text.ok) return text;
  const answers = await answerSheet(app, command, terminal, text.value);
  if (!answers.ok) return answers;
  return takeOverWith(command, terminal, (more) =>
    tellingProgress(app, command, terminal, () =>
      app.handle('backup.takeover', { recoveryText: text.value, ...answers.value, ...more }),
    ),
  );
};

const deviceLines = (w: Words, { devices, said, apart }: DevicesView): readonly Spoken[] => [
  ...devices.map(({ id, name, epoch, status, here, leads, lastWroteAt }) =>
    joined(
      [
        w.foreign.code(id.slice(0, 10)),
        w.foreign.name(name),
        w.t('cli.device.epoch', { number: epoch }),
        w.t(`devices.state.${status}`),
        ...(leads ? [w.t('cli.device.leads')] : []),
        ...(here ? [w.t('cli.device.here')] : []),
        ...(lastWroteAt === undefined ? [] : [w.t('devices.lastWrote', { at: lastWroteAt })]),
      ],
      '  ',
    ),
  ),
  told(w, 'known', said),
  ...apart.map((each) => told(w, 'known', each)),
];

/** `name`: what the wallet, this device and, with `--place`, a place are called, after what was asked for was changed. */
export const nameCommand = async (app: WalletApp, { options }: Command): CommandResult => {
  const { '--wallet': wallet, '--device': device, '--place': place, '--as': as } = options;
  const renamed =
    place === undefined || as === undefined ? undefined : await app.handle('provider.rename', { id: place, name: as });
  if (renamed?.ok === false) return renamed;
  const named = { ...(wallet === undefined ? {} : { wallet }), ...(device === undefined ? {} : { device }) };
  const ofPlace = renamed && { place: calledPlace(renamed.value.id, renamed.value.name) };
  return print(
    app,
    'wallet.rename',
    named,
    ({ t }, names) => [
      ...(ofPlace === undefined ? [] : [t('cli.name.place', ofPlace)]),
      t('cli.name.wallet', { name: names.wallet }),
      t('cli.name.device', { name: names.device }),
    ],
    (names) => ({ ...names, ...ofPlace }),
  );
};
