// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add } from '../support/backup-rig.ts';
import { sumsThatDisagree } from './wallet-lab.ts';
import { gateLab, PAID } from './gate-lab.ts';

const { url, watched, begin, run } = await gateLab();

it('a place that was removed is forgotten with its orders; in use it is not, and its payment neither', async () => {
  const mine = watched();
  const place = url(PAID);
  await add(mine, place, 'KUDOS:0.1');
  await begin(mine, 'KUDOS:2.01');
  expect((await run(mine, 60_000)).pending).toEqual([]);
  const fees = () => mine.wallet.history().filter(({ type }) => type === 'provider-fee');
  expect(fees()).toMatchObject([{ party: place, state: 'done', forgettable: true }]);
  const refused = { error: { kind: 'not-forgettable', why: 'place' } };
  expect(mine.backup.forgetPlace(place)).toMatchObject(refused);
  expect(await mine.wallet.forget(fees()[0]?.id ?? '')).toMatchObject(refused);

  mustOk(await mine.backup.removeProvider(place), 'removal');
  const copy = mine.store.snapshot();
  const { effect } = fees()[0] ?? {};
  expect(mine.backup.formerPlaces()).toMatchObject([{ id: place, name: expect.stringMatching(/./) }]);
  const about = mine.backup.aboutForgetting(place);
  expect(about).toMatchObject({ value: { id: place, said: [{ kind: 'place' }] } });
  expect(mine.backup.forgetPlace(place)).toMatchObject({ ok: true });
  const isGone = (): void => {
    expect(fees()).toMatchObject([{ party: '', effect, title: { kind: 'forgotten' } }]);
    expect(mine.store.entry('provider', place)).toBeUndefined();
    expect(mine.backup.formerPlaces()).toEqual([]);
    expect(mine.backup.aboutForgetting(place)).toBeUndefined();
    expect(sumsThatDisagree(mine.wallet)).toEqual([]);
  };
  isGone();
  mine.store.transaction((tx) => tx.join(copy));
  isGone();
  // Added again it is a place like any other, and the year that was paid is still known to be.
  await add(mine, place, 'KUDOS:0.1');
  expect(mine.backup.providers()).toMatchObject([{ id: place }]);
  expect(mine.backup.formerPlaces()).toEqual([]);
  await mine.backup.cycle();
  expect(fees()).toHaveLength(1);
});
