// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FLOORS, HOUSE, inspect, placeIn, RESERVED } from './support/house.ts';
import { listSources, parseSource, readSource, resolveRelative, TOP } from './support/imports.ts';

// The table of the house (support/house.ts), executed; and that it notices what it forbids.

const packageJson = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const house = listSources(['shared', 'electron', 'renderer']).map((path) => readSource(path));

describe('the house', () => {
  test('every import follows the table, without cycles, barrels or default exports', () => {
    expect(house.length).toBeGreaterThan(10);
    expect(inspect(house)).toEqual([]);
  });

  test('every file of a room with floors has a place on one of them, and every place is there', () => {
    for (const [room, floors] of Object.entries(FLOORS)) {
      const there = new Set(house.flatMap(({ path }) => placeIn(room, path) ?? []));
      expect([...there].toSorted()).toEqual(floors.flat().toSorted());
    }
  });

  test('no row of the table names a package that is not a dependency', () => {
    const { dependencies, devDependencies } = packageJson.parse(
      JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8')),
    );
    const named = Object.values(HOUSE).flatMap(({ packages }) => (packages === 'any' ? [] : packages));
    // Electron itself is what the program runs in: it is packed, not installed with it.
    const there = new Set([
      ...Object.keys(dependencies),
      ...Object.keys(devDependencies).filter((name) => name === 'electron'),
    ]);
    expect([...new Set([...named, ...Object.keys(RESERVED)])].filter((name) => !there.has(name))).toEqual([]);
  });

  test('nothing in it imports a test', () => {
    const targets = house.flatMap((file) => file.imports.map(resolveRelative));
    expect(targets.filter((target) => target?.startsWith('test/'))).toEqual([]);
  });
});

describe('the table notices', () => {
  test.each([
    [
      'a window that reaches for keys',
      'renderer/pages/x.tsx',
      "import { eddsaSign } from '../../electron/taler/eddsa.ts';",
    ],
    ['a window with Node', 'renderer/bridge.ts', "import { readFileSync } from 'node:fs';"],
    ['a sentence in the wallet', 'electron/wallet/x.ts', "import { words } from '../../shared/words/words.ts';"],
    ['words that look up what they say', 'shared/words/x.ts', "import { readFileSync } from 'node:fs';"],
    ['an upward import', 'electron/taler/x.ts', "import { open } from '../storage/database.ts';"],
    ['an upward import of types', 'electron/wallet/x.ts', "import type { Backup } from '../backup/backup.ts';"],
    ['an upward type query', 'electron/state/x.ts', "export type W = import('../wallet/wallet.ts').Wallet;"],
    ['a lazy upward import', 'electron/storage/x.ts', "export const w = () => import('../wallet/wallet.ts');"],
    [
      'a re-export from above',
      'electron/state/x.ts',
      "export { run } from '../wallet/runner.ts';\nexport const a = 1;",
    ],
    ['SQLite outside storage', 'electron/wallet/x.ts', "import Database from 'better-sqlite3';"],
    ['SQLite in the app', 'electron/cli.ts', "import Database from 'better-sqlite3';"],
    ['Electron in the headless app', 'electron/cli.ts', "import { app } from 'electron';"],
    ['the window in the headless app', 'electron/cli.ts', "import { show } from './shell/window.ts';"],
    ['a command that goes round the door', 'electron/headless/x.ts', "import { pay } from '../wallet/wallet.ts';"],
    ['a door that knows its callers', 'electron/app/x.ts', "import { helpText } from '../headless/args.ts';"],
    ['a window that knows the door', 'electron/shell/x.ts', "import type { WalletApp } from '../app/wallet-app.ts';"],
    ['a start that needs the wallet', 'electron/start/x.ts', "import { realWorld } from '../world.ts';"],
    ['a room of no row', 'electron/attic/x.ts', "import { ok } from '../../shared/result.ts';"],
    ['a program of no row', 'electron/x.ts', "import { ok } from '../shared/result.ts';"],
    ['a package of no row', 'electron/taler/x.ts', "import lodash from 'lodash';"],
    ['a built-in without its prefix', 'electron/wallet/x.ts', "import fs from 'fs';"],
    ['values across the bridge', 'electron/preload.ts', "import { requestInputs } from '../shared/contract.ts';"],
    ['the sandbox in the wallet', 'electron/wallet/x.ts', "import { startBank } from '../sandbox/bank.ts';"],
    ['a test in the house', 'electron/wallet/x.ts', "import { fake } from '../../test/support/fake.ts';"],
    [
      'an import up the stairs of a room',
      'electron/backup/providers/sync.ts',
      "import { runCycle } from '../cycle/cycle.ts';",
    ],
    [
      'an import of types up the stairs',
      'electron/backup/devices/marks.ts',
      "import type { Parts } from '../recover/audit.ts';",
    ],
    [
      'an import from the place next door',
      'electron/backup/recover/restore.ts',
      "import { emptiedAt } from '../leave/emptying.ts';",
    ],
    [
      'a part of the window that knows a page',
      'renderer/parts/sums/x.tsx',
      "import { Page } from '../../pages/pay.tsx';",
    ],
    ['sums that know of copies', 'renderer/parts/sums/x.tsx', "import { Sheet } from '../copies/sheet.tsx';"],
    ['handlers that know the stage', 'electron/app/handlers/x.ts', "import { byStage } from '../stages/stage.ts';"],
    ['a place without a floor', 'electron/backup/attic/x.ts', "import { kinds } from '../providers/kinds.ts';"],
    [
      'a barrel',
      'electron/taler/bytes/index.ts',
      "export { kdf } from './kdf.ts';\nexport type { Json } from './canonical-json.ts';",
    ],
    ['a star barrel', 'electron/taler/bytes/index.ts', "export * from './kdf.ts';"],
    ['a default export', 'shared/x.ts', 'export default 1;'],
    ['a computed import', 'electron/cli.ts', "const name = './x.ts';\nexport const x = () => import(name);"],
    [
      'a ledger that knows a flow',
      'electron/wallet/ledger/x.ts',
      "import { stepPush } from '../flows/peer/push-in.ts';",
    ],
    ['a flow that knows another', 'electron/wallet/flows/peer/x.ts', "import { draw } from '../withdraw/draw.ts';"],
    [
      'a flow that knows the runner',
      'electron/wallet/flows/pay/x.ts',
      "import type { R } from '../../runner/runner.ts';",
    ],
    ['neighbours on one floor', 'electron/wallet/history/x.ts', "import { flows } from '../runner/flows.ts';"],
    ['a primitive that knows a coin', 'electron/taler/crypto/x.ts', "import { planchet } from '../coin/planchet.ts';"],
    [
      'the older generation below the newer',
      'electron/taler/exchange/v17/x.ts',
      "import { v14 } from '../v14/v14.ts';",
    ],
    ['a table that knows the store', 'electron/storage/tables/x.ts', "import type { Tx } from '../views.ts';"],
    ['a file on no floor', 'electron/wallet/x.ts', "import { flows } from './runner/flows.ts';"],
  ])('%s', (_what, path, text) => {
    expect(inspect([parseSource(path, text)])).toHaveLength(1);
  });

  test('a cycle through three files', () => {
    const ring = [
      parseSource('electron/taler/bytes/a.ts', "import { b } from './b.ts';\nexport const a = () => b;"),
      parseSource('electron/taler/bytes/b.ts', "import type { C } from './c.ts';\nexport const b: C = 1;"),
      parseSource('electron/taler/bytes/c.ts', "import type { a } from './a.ts';\nexport type C = typeof a | number;"),
    ];
    expect(inspect(ring)).toEqual([
      'cycle: electron/taler/bytes/a.ts → electron/taler/bytes/b.ts → electron/taler/bytes/c.ts → electron/taler/bytes/a.ts',
    ]);
  });

  test.each(Object.entries(FLOORS))('that a floor of %s stays empty', (room, floors) => {
    const places = listSources([room]).map((path) => placeIn(room, path));
    expect(floors.flat().filter((place) => !places.includes(place))).toEqual([]);
  });

  test('and lets the allowed through', () => {
    const good = parseSource(
      'electron/wallet/x.ts',
      "import { open } from '../storage/store.ts';\nimport type { World } from '../world.ts';\nexport const x = (w: World) => open(w);",
    );
    expect(inspect([good])).toEqual([]);
  });
});
