// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { moneyHandlers } from '../../electron/app/handlers/money.ts';
import type { OpenParts } from '../../electron/app/handlers/parts.ts';
import { mustOk } from '../../shared/result.ts';
import { add } from '../support/backup-rig.ts';
import { FREE, gateLab, PAID } from './gate-lab.ts';

const { url, watched, begin, run } = await gateLab();

it('what is forgotten is forgotten here: the copies that still have it are named', async () => {
  const mine = watched();
  await add(mine, url(PAID), 'KUDOS:0.1');
  await begin(mine, 'KUDOS:2.01');
  expect((await run(mine, 60_000)).pending).toEqual([]);
  const [fee] = mine.wallet.history().filter(({ type }) => type === 'provider-fee');
  await add(mine, url(FREE));
  mustOk(await mine.backup.removeProvider(url(PAID)), 'removal');
  const handlers = moneyHandlers({ wallet: mine.wallet, backup: mine.backup } as OpenParts);
  const said = [
    // The line of a fee is no purchase in a shop.
    { kind: 'place-fee', facts: {} },
    { kind: 'still-in', facts: { places: [expect.stringContaining(new URL(url(FREE)).host)] } },
    { kind: 'former-has', facts: { places: [expect.stringContaining(new URL(url(PAID)).host)] } },
  ];
  expect(await handlers['forget.preview']({ id: fee?.id ?? '' })).toMatchObject({ ok: true, value: { said } });
  expect(await handlers.forget({ id: fee?.id ?? '' })).toMatchObject({ ok: true, value: { said } });
});
