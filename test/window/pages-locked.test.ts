// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import { describeLooks, press, type Look } from './pages-look.ts';
import { app } from './views.ts';
import type { Scenario } from './fake-bridge.ts';
import { pasteText } from './typing.ts';

// The ways into a wallet that is locked here, when the passphrase is lost or the keychain gone.

const locked = (more: {
  readonly protection: 'passphrase' | 'keychain';
  readonly trouble?: FailureView;
}): Scenario => ({
  answers: {
    'app.state': { value: { ...app, stage: 'locked', playMoney: false, opensBySheet: true, ...more } },
    'app.readSheet': { value: { groups: [], lines: '', text: 'HOLDFAST-RECOVERY-1' } },
    'app.unlockBySheet': {
      failure: {
        kind: 'wrong-root-secret',
        facts: {},
      },
    },
  },
});

const LOOKS: readonly Look[] = [
  { name: 'locked-with-sheet', scenario: locked({ protection: 'passphrase' }), path: '/' },
  {
    name: 'locked-keychain-gone',
    scenario: locked({
      protection: 'keychain',
      trouble: { kind: 'keychain-refused', facts: { sheet: 'opens' } },
    }),
    path: '/',
  },
  {
    name: 'locked-typing',
    scenario: locked({ protection: 'passphrase' }),
    path: '/',
    act: async (page) => {
      await press(page, 'Open with the recovery sheet …');
      await page.getByLabel('Group 1', { exact: true }).fill('HOLDI');
      return page.getByText('The code begins with HOLD1.').first();
    },
  },
  {
    name: 'locked-new-lock',
    scenario: locked({ protection: 'passphrase' }),
    path: '/',
    act: async (page) => {
      await press(page, 'Open with the recovery sheet …');
      await pasteText(page, 'HOLDFAST-RECOVERY-1');
      await press(page, 'Choose the new lock');
      return page.getByRole('heading', { name: 'How this wallet is locked from now on' });
    },
  },
  {
    name: 'locked-foreign-sheet',
    scenario: locked({ protection: 'passphrase' }),
    path: '/',
    act: async (page) => {
      await press(page, 'Open with the recovery sheet …');
      await pasteText(page, 'HOLDFAST-RECOVERY-1');
      await press(page, 'Choose the new lock');
      await page.getByLabel('Passphrase', { exact: true }).fill('long enough for this');
      await page.getByLabel('Passphrase, once more').fill('long enough for this');
      await press(page, 'Open');
      return page.getByRole('alert');
    },
  },
];

describeLooks('locked, page by page', LOOKS);
