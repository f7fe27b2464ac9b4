// SPDX-License-Identifier: GPL-3.0-or-later
import { USUAL_SETTINGS } from '../../shared/settings.ts';
import type { FakeAnswers, Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { app, balance, EXCHANGE, nothingBackedUp } from './views.ts';

// What is set about the window, the lock and the place of the files.

const locks = {
  ...app,
  protection: 'passphrase',
  keychainAvailable: true,
  playMoney: false,
  settings: { ...USUAL_SETTINGS, lockAfter: 15, lockOnSleep: true, size: 110, silent: ['taken'] },
} as const;
const answers = (more: FakeAnswers): FakeAnswers =>
  open(nothingBackedUp, [balance('KUDOS:20')], [], { 'app.state': { value: locks }, ...more });

const elsewhere = '/media/ada/A stick with room/wallet';

export const settingsScenarios = {
  /** a passphrase, and everything set by its person */
  set: {
    answers: answers({
      'app.askVersion': { failure: { kind: 'no-version', facts: { why: 'unreachable' } } },
      'app.changeLock': { failure: { kind: 'wrong-passphrase', facts: {} } },
      'app.setSettings': { failure: { kind: 'cannot-write', facts: { what: 'settings' } } },
      'app.choosePlace': { value: { chosen: { folder: elsewhere, sameDisk: ['Folder B', 'Blue stick'] } } },
      'app.move': { value: { folder: elsewhere, left: app.dataDirectory } },
    }),
  },
  contrast: {
    answers: answers({
      'app.state': { value: { ...locks, settings: { ...locks.settings, look: 'contrast' } } },
      'app.askVersion': { value: { version: '1.2.0', isNewer: true } },
      'app.choosePlace': { failure: { kind: 'no-place', facts: { why: 'not-empty' } } },
      'exchange.list': {
        value: {
          exchanges: [
            {
              baseUrl: EXCHANGE,
              currency: 'KUDOS',
              masterPub: 'X',
              version: '35:0:18',
              state: 'ready',
              look: { name: 'Kudos', typed: 2, zeros: 2, units: {} },
              shops: 'https://shops.example/?of=kudos',
            },
          ],
        },
      },
    }),
  },
} as const satisfies Readonly<Record<string, Scenario>>;
