// SPDX-License-Identifier: GPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { goneName, shelfOf } from '../../electron/state/gone.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, total } from '../support/backup-rig.ts';
import { content, expectSumsAgree, takeOver, takeoverLab } from './takeover-lab.ts';

// A stranger's sheet with a little money, and names of what "has left" there: they are no money, and nothing makes their lines true.

const { world, sandbox, url, funded } = await takeoverLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';

type Line = readonly [string, string, number, string, string, string, string, string, string, string];
type Shelf = Record<string, 1 | Line[]>;

const takeOverOneThatNames = async (names: ReadonlyMap<string, Shelf>): Promise<ReturnType<typeof install>> => {
  const stranger = await funded('KUDOS:1', [url(0)]);
  stranger.store.transaction((tx) => {
    for (const [id, entries] of names) tx.put('gone', id, { seeds: {}, entries });
  });
  expect(await outcomes(stranger)).toEqual(['stored']);
  const one = install(world);
  await one.wallet.addExchange(exchange);
  await add(one, url(1));
  mustOk(await takeOver(one, { recoveryText: recoveryText(stranger), evenIfNotAbandoned: true }), 'takeover');
  expect(total(one)).toBe('KUDOS:1');
  return one;
};

it('what a stranger says has left does not fill our copies', async () => {
  const shelves = new Map<string, Shelf>();
  for (let n = 0; n < 10_000; n += 1) {
    const id = bytesToCrock(new Uint8Array(randomBytes(16)));
    shelves.set(shelfOf(id), { ...shelves.get(shelfOf(id)), [goneName('purchase', id)]: 1 });
  }
  const one = await takeOverOneThatNames(shelves);
  expect(one.store.entries('gone')).toEqual([]);
  expect(content(one).length).toBeLessThan(64 * 1024);
});

it('a line that a stranger made up does not stand in our history as our own', async () => {
  const id = 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ';
  const line: Line = [
    'payment',
    'done',
    1_700_000_000,
    exchange,
    'KUDOS',
    '5000',
    '0',
    '-5000',
    'Tax office',
    'paid for you',
  ];
  const one = await takeOverOneThatNames(new Map([[shelfOf(id), { [goneName('purchase', id)]: [line] }]]));
  expectSumsAgree(one);
  expect(one.wallet.history().filter(({ party }) => party === 'Tax office')).toEqual([]);
});
