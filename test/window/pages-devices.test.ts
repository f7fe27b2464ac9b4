// SPDX-License-Identifier: GPL-3.0-or-later
import { chooseLine } from './lines.ts';
import { describeLooks, press, type Look } from './pages-look.ts';
import { devices } from './scenarios-devices.ts';
import { importLooks } from './scenarios-import.ts';
import { rekeyLooks } from './scenarios-rekey.ts';
import { pasteText } from './typing.ts';

// Devices and wallets that change hands, and what waits for the person.

const LOOKS: readonly Look[] = [
  { name: 'devices', scenario: devices.alone, path: '/devices' },
  { name: 'devices-superseded', scenario: devices.superseded, path: '/devices' },
  {
    name: 'overview-superseded',
    scenario: devices.superseded,
    path: '/',
    act: async (page) => {
      await press(page, 'Keep using this one');
      return page.getByRole('alertdialog');
    },
  },
  { name: 'undo', scenario: devices.undoable, path: '/devices' },
  {
    name: 'undo-asks',
    scenario: devices.undoable,
    path: '/devices',
    act: async (page) => {
      await page.getByRole('button', { name: 'Undo what happened' }).press('Enter');
      await page.getByText('leaves this one').waitFor();
      return page.getByRole('alertdialog');
    },
  },
  {
    name: 'undo-done',
    scenario: devices.undoable,
    path: '/devices',
    act: async (page) => {
      await page.getByRole('button', { name: 'Undo what happened' }).press('Enter');
      await page.getByText('leaves this one').waitFor();
      await press(page, 'Undo it');
      return page.getByText('has left this wallet');
    },
  },
  ...rekeyLooks,
  ...importLooks,
  { name: 'takeover', scenario: devices.alone, path: '/takeover' },
  {
    name: 'takeover-joined',
    scenario: devices.joining,
    path: '/takeover',
    act: async (page) => {
      await pasteText(page, 'HOLDFAST-RECOVERY-1');
      await press(page, 'Take over');
      return page.getByText('It could not be reached.');
    },
  },
  {
    name: 'takeover-not-abandoned',
    scenario: devices.notAbandoned,
    path: '/takeover',
    act: async (page) => {
      await pasteText(page, 'HOLDFAST-RECOVERY-1');
      await press(page, 'Take over');
      return page.getByRole('button', { name: 'Take over even so' });
    },
  },
  {
    name: 'takeover-asks',
    scenario: devices.takeoverAsks,
    path: '/takeover',
    act: async (page) => {
      await pasteText(page, 'HOLDFAST-RECOVERY-1');
      await press(page, 'Take over');
      await page.getByText('Pay its money over to this wallet?').waitFor();
      if ((await page.getByRole('alert').count()) > 0) throw new Error('a question looks like a failure');
      return page.getByRole('button', { name: 'Take over and pay it over' });
    },
  },
  { name: 'abandon', scenario: devices.alone, path: '/abandon' },
  {
    name: 'abandon-leaving',
    scenario: devices.leaving,
    path: '/abandon',
    act: async (page) => {
      await press(page, 'Leave this wallet …');
      await press(page, 'Leave it');
      return page.getByText('It goes on by itself');
    },
  },
  {
    name: 'empty',
    scenario: devices.alone,
    path: '/empty',
    act: async (page) => page.getByRole('button', { name: /^Make codes for/ }),
  },
  {
    name: 'empty-no-quote',
    scenario: devices.noQuote,
    path: '/empty',
    act: async (page) => page.getByRole('alert'),
  },
  {
    name: 'empty-sending',
    scenario: devices.toEmpty,
    path: '/empty',
    act: async (page) => {
      await press(page, /^Make codes for/);
      return page.getByRole('img', { name: 'QR code of a payment of 21.98 KUDOS' });
    },
  },
  { name: 'empty-returned', scenario: devices.returned, path: '/empty' },
  {
    name: 'empty-finish',
    scenario: devices.emptied,
    path: '/empty',
    act: async (page) => {
      await press(page, 'Finish …');
      return page.getByRole('alertdialog');
    },
  },
  {
    name: 'emptied',
    scenario: devices.emptied,
    path: '/empty',
    act: async (page) => {
      await press(page, 'Finish …');
      await page.getByLabel('Type “erase this wallet”').fill('erase this wallet');
      await press(page, 'Leave and erase');
      return page.getByRole('heading', { level: 1, name: 'This wallet was emptied' });
    },
  },
  {
    name: 'overview-waiting',
    scenario: devices.waiting,
    path: '/',
    // The transfer that shows whose account it is stands below its line.
    act: async (page) => page.getByText('KYC:').first(),
  },
  {
    name: 'overview-without-backup',
    scenario: devices.waiting,
    path: '/',
    act: async (page) => {
      await press(page, /^Go on without a copy: Adding money/);
      return page.getByRole('alertdialog');
    },
  },
  {
    name: 'history-unfinished',
    scenario: devices.unfinished,
    path: '/history',
    act: async (page) => {
      await chooseLine(page, /, 3\.20 KUDOS/);
      await press(page, /^End …: .*3\.20 KUDOS/);
      await press(page, 'End the payment');
      return page.getByText('The other side has not said yet');
    },
  },
];

describeLooks('pages of devices', LOOKS);
