// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { agreeToReissue, takeBackAgreement } from '../../electron/wallet/reissue.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';

// What was agreed to for paying money to ourselves, when one of several takeovers is undone.

const line = (exchange: string, fees: string) => ({
  exchange,
  fees,
  currency: 'KUDOS',
  reachable: 'KUDOS:1',
  left: 'KUDOS:0',
  total: 'KUDOS:1',
  stays: 'KUDOS:0',
});
const [A, B] = ['https://a.example/', 'https://b.example/'];

it('only what the step that is undone had agreed to goes back to what was before', () => {
  const store = openStore({ db: mustOk(openDatabase({ path: ':memory:' }), 'database'), world: testWorld() });
  const agreed = () => store.local.mark('reissue-agreed');
  store.transaction((tx) => agreeToReissue(tx, [line(A, 'KUDOS:0.1')], 1));
  const first = agreed() ?? {};
  store.transaction((tx) => agreeToReissue(tx, [line(B, 'KUDOS:0.2')], 2));
  const second = agreed() ?? {};
  // A new secret, or a second yes, is no part of any step.
  store.transaction((tx) => agreeToReissue(tx, [line(A, 'KUDOS:0.4')]));
  store.transaction((tx) => takeBackAgreement(tx, 1, {}));
  expect(agreed()).toEqual({ [A]: { fees: 'KUDOS:0.4' }, [B]: { fees: 'KUDOS:0.2', step: 2 } });
  store.transaction((tx) => takeBackAgreement(tx, 2, first));
  expect(agreed()).toEqual({ [A]: { fees: 'KUDOS:0.4' } });
  store.transaction((tx) => agreeToReissue(tx, [line(A, 'KUDOS:0.3')], 3));
  store.transaction((tx) => takeBackAgreement(tx, 3, second));
  expect(agreed()).toEqual(first);
  store.transaction((tx) => takeBackAgreement(tx, 1, {}));
  expect(agreed()).toBeUndefined();
});
