// SPDX-License-Identifier: GPL-3.0-or-later
import { isBuiltin } from 'node:module';
import { findCycles, type Import, packageOf, resolveRelative, type SourceFile } from './imports.ts';

// The import table of the house and its floors. A line that has to change here changes the map in README.md too.

type Room = {
  /** rooms this one may import */
  readonly rooms: readonly string[];
  readonly packages: readonly string[] | 'any';
  readonly builtins: readonly string[] | 'any';
  /** rooms of which only types may be imported */
  readonly typesOf?: readonly string[];
};

const REACT_KIT = ['react', 'react-dom', 'react-aria-components', '@tanstack/react-query', 'wouter'];
const BELOW_BACKUP = ['wallet', 'storage', 'state', 'taler', 'shared', 'world'];

export const HOUSE: { readonly [room: string]: Room } = {
  // What is shown is told by kind and facts; which kinds there are follows from the sentences.
  shared: { rooms: [], typesOf: ['words'], packages: ['zod'], builtins: [] },
  // Nothing below the window and the command line may import a sentence: there are only kinds and facts.
  words: { rooms: ['shared'], packages: ['messageformat'], builtins: [] },
  // Whoever looks at a picture or a PDF: it makes texts of it, and asks nobody what they mean.
  reading: { rooms: ['shared'], packages: ['qr', 'pdfjs-dist'], builtins: [] },
  world: { rooms: ['shared'], packages: ['undici'], builtins: ['crypto', 'dns', 'net', 'worker_threads'] },
  taler: {
    rooms: ['shared', 'world'],
    packages: ['@noble/ciphers', '@noble/curves', 'hash-wasm', 'zod'],
    builtins: ['crypto', 'zlib', 'util', 'v8'],
  },
  state: { rooms: ['taler', 'shared', 'world'], packages: ['zod'], builtins: [] },
  storage: {
    rooms: ['state', 'taler', 'shared', 'world'],
    packages: ['better-sqlite3', 'zod'],
    builtins: ['fs', 'path'],
  },
  wallet: { rooms: ['storage', 'state', 'taler', 'shared', 'world'], packages: [], builtins: [] },
  // Paper is handed its words by whoever prints it.
  backup: {
    rooms: BELOW_BACKUP,
    typesOf: ['words'],
    packages: ['bidi-js', 'fontkit', 'pdfkit', 'qrcode', 'webdav', 'zod'],
    builtins: ['zlib', 'fs', 'path', 'module'],
  },
  sandbox: {
    rooms: ['taler', 'shared', 'world'],
    packages: ['better-sqlite3', 'zod'],
    builtins: ['http', 'crypto', 'zlib', 'path', 'fs', 'util'],
  },
  // The program of the threads: what is done there, and nothing else.
  worker: { rooms: ['backup', 'storage', 'taler', 'world'], packages: [], builtins: [] },
  // The process in which the command line looks at a file: no wallet, no key.
  reader: { rooms: ['reading', 'shared'], packages: ['@napi-rs/canvas'], builtins: ['worker_threads'] },
  shell: { rooms: ['shared', 'words'], packages: ['electron'], builtins: ['path'] },
  preload: { rooms: [], typesOf: ['shared'], packages: ['electron'], builtins: [] },
  // The wallet behind one door: everything but a window, so that it runs without Electron.
  app: {
    rooms: ['words', 'backup', ...BELOW_BACKUP, 'sandbox'],
    packages: [],
    builtins: ['fs', 'path', 'os', 'url'],
  },
  // A wallet of its own, tried on somebody's services: it walks every way and knows no person's wallet.
  probe: {
    rooms: ['app', 'wallet', 'storage', 'state', 'taler', 'shared', 'world'],
    packages: ['zod'],
    builtins: ['fs', 'path'],
  },
  // Whoever stands before the door knows the door, the paper, and how a file is written; no wallet, no keys.
  headless: {
    rooms: ['app', 'backup', 'probe', 'storage', 'words', 'reading', 'shared', 'world'],
    packages: [],
    builtins: ['child_process', 'fs', 'path', 'readline', 'stream'],
  },
  // It hurts a sheet and has it read again, as the command line would.
  demo: {
    rooms: ['app', 'headless', 'words', 'shared', 'world'],
    packages: ['@napi-rs/canvas', 'qrcode'],
    builtins: ['fs', 'path', 'os', 'util'],
  },
  cli: {
    rooms: ['headless', 'app', 'words', 'shared', 'world'],
    packages: [],
    builtins: ['os', 'path', 'readline'],
  },
  main: {
    rooms: ['app', 'shell', 'backup', 'storage', 'words', 'shared', 'world'],
    packages: ['electron'],
    builtins: ['fs', 'path', 'url'],
  },
  // Runs before anything is built, and on a Node that may be too old for the rest.
  start: { rooms: ['shared'], packages: [], builtins: ['child_process', 'diagnostics_channel', 'fs', 'path', 'url'] },
  renderer: { rooms: ['shared', 'words', 'reading'], packages: [...REACT_KIT, 'qrcode', 'qr'], builtins: [] },
};

/** Packages that only the named rooms may import, whatever their row says: they decide where the house can run. */
export const RESERVED: { readonly [name: string]: readonly string[] } = {
  electron: ['shell', 'main', 'preload'],
  'better-sqlite3': ['storage', 'sandbox'],
  undici: ['world'],
};

/**
 * The floors inside a room, the lowest first. A file may import what stands on a lower floor and what stands in its own place
 * (the same folder of the room); places that share a floor do not know each other. Every file of such a room has a place here.
 */
export const FLOORS: { readonly [room: string]: readonly (readonly string[])[] } = {
  'electron/backup': [
    ['root-secret.ts', 'until-ended.ts', 'stopping.ts'],
    ['devices'],
    ['copies', 'paper'],
    ['failure'],
    ['providers', 'escrowed'],
    ['cycle'],
    ['safety'],
    ['leave', 'recover', 'remove-provider.ts', 'add-provider.ts', 'forget-place.ts', 'price.ts'],
    ['escrow'],
    ['drill', 'rekey', 'undo'],
    ['contract.ts'],
    ['requests'],
    ['backup.ts'],
  ],
  'electron/app': [
    [
      'file-log.ts',
      'failures.ts',
      'play-money.ts',
      'loop.ts',
      'run-all.ts',
      'language.ts',
      'answering.ts',
      'newest-version.ts',
      'named-folders.ts',
      'computer-name.ts',
      'run-mark.ts',
      'recovery-file.ts',
      'small-files.ts',
      'history-csv.ts',
    ],
    ['empty-receipt.ts', 'report.ts', 'known-list.ts', 'set-up.ts', 'sticks.ts', 'directory'],
    ['data-directory.ts', 'handlers', 'answer.ts'],
    ['confirm-owner.ts', 'unlock-by-sheet.ts'],
    ['options.ts'],
    ['first-look.ts'],
    ['open-wallet.ts', 'settings.ts', 'place-ways.ts'],
    ['stages', 'page-mark.ts'],
    ['unopened.ts', 'wallet-app.ts'],
    ['front-door.ts'],
  ],
  'electron/wallet': [
    ['failure'],
    ['coins'],
    ['inner-issuers.ts', 'strange-looks.ts', 'unmixed.ts', 'asked-before.ts'],
    ['exchanges.ts', 'terms.ts'],
    ['context.ts'],
    ['at-gate.ts', 'open-in-time.ts'],
    ['ledger'],
    ['audit'],
    ['spend'],
    ['flows'],
    ['runner', 'history'],
    ['prune'],
    ['arrivals.ts', 'empty.ts', 'pay-now.ts', 'reissue.ts', 'forget'],
    ['wallet.ts'],
  ],
  'electron/wallet/flows': [
    ['account-rules.ts', 'flow.ts', 'may-begin.ts', 'named-by.ts', 'open-named.ts', 'wish.ts'],
    ['withdraw', 'refresh', 'pay', 'deposit', 'peer'],
    ['upkeep.ts', 'doubts'],
  ],
  'electron/taler': [
    ['bytes'],
    ['crypto'],
    ['purposes', 'wire'],
    ['coin', 'sync-answer.ts', 'sync-config.ts'],
    ['bank', 'sync.ts', 'anastasis', 'legacy'],
    ['exchange'],
    ['merchant', 'peer'],
  ],
  'electron/taler/exchange': [
    ['generation.ts'],
    ['failure.ts'],
    ['answers.ts', 'kyc.ts', 'terms.ts'],
    ['keys'],
    ['exchange.ts'],
    ['context.ts'],
    ['errors.ts'],
    ['history'],
    ['v17'],
    ['v14', 'v32'],
    ['connect.ts'],
  ],
  renderer: [['words.ts'], ['bridge.ts'], ['parts'], ['pages'], ['routes.tsx'], ['app.tsx'], ['main.tsx']],
  'renderer/parts': [
    ['base'],
    ['reading'],
    ['typing'],
    ['sums', 'copies', 'frame'],
    ['takeover', 'history', 'settings', 'begin'],
    ['escrow'],
    ['protection'],
  ],
  'electron/storage': [
    ['system-code.ts'],
    ['sqlite.ts', 'whole-file.ts', 'list-log.ts', 'shared-texts.ts'],
    ['migrations.ts', 'directory', 'tables'],
    ['database.ts', 'local.ts'],
    ['views.ts', 'unconfirmed.ts', 'admit.ts', 'explain.ts', 'kept-entries.ts', 'sound.ts'],
    ['reader.ts'],
    ['tx'],
    ['store.ts'],
  ],
};

/** The room a path from the top belongs to; undefined for files outside the house. */
const roomOf = (path: string): string | undefined => {
  const folder = /^electron\/([a-z]+)\//.exec(path);
  if (folder) return folder[1];
  if (path.startsWith('shared/words/')) return 'words';
  if (path.startsWith('shared/reading/')) return 'reading';
  // What the world outside is and from where its machines are reached, what becomes of an error that nobody expected, and where heavy work is done, is all rooms' to know.
  if (/^electron\/(?:defect|json-line|network|proxies|scope|threads)\.ts$/.test(path)) return 'world';
  return (/^electron\/([a-z]+)\.ts$/.exec(path) ?? /^(shared|renderer)\//.exec(path))?.[1];
};

/** Why the import is against the table, or undefined when it is allowed. */
const judge = (each: Import): string | undefined => {
  const from = roomOf(each.from);
  const row = from === undefined ? undefined : HOUSE[from];
  if (from === undefined || !row) return `${each.from} belongs to no room`;
  const target = resolveRelative(each);
  if (target !== undefined) return judgeRoom(each, from, row, target);
  const { specifier } = each;
  if (specifier.startsWith('node:') || isBuiltin(specifier)) {
    const name = specifier.replace(/^node:/, '').split('/')[0] ?? '';
    const allowed = row.builtins === 'any' || row.builtins.includes(name);
    return allowed ? undefined : `${each.from}: ${from} may not use Node's ${name}`;
  }
  const name = packageOf(specifier);
  const reserved = RESERVED[name];
  const allowed = reserved ? reserved.includes(from) : row.packages === 'any' || row.packages.includes(name);
  return allowed ? undefined : `${each.from}: ${from} may not import the package ${name}`;
};

/** The one thing outside that a file of the house may read: the version stands in it. */
const isVersion = ({ from, specifier }: Import): boolean =>
  from === 'shared/version.ts' && specifier === '../package.json';

const judgeRoom = (each: Import, from: string, row: Room, target: string): string | undefined => {
  if (isVersion(each)) return undefined;
  const to = roomOf(target);
  if (to === undefined) return `${each.from}: ${each.specifier} leaves the house`;
  if (to === from || row.rooms.includes(to)) return undefined;
  if (row.typesOf?.includes(to)) {
    return each.typeOnly ? undefined : `${each.from}: ${from} may import only types of ${to} (${each.specifier})`;
  }
  return `${each.from}: ${from} may not import ${to} (${each.specifier})`;
};

/** The name of the place a path has in a room with floors; undefined outside of it. */
export const placeIn = (room: string, path: string): string | undefined =>
  path.startsWith(`${room}/`) ? path.slice(room.length + 1).split('/')[0] : undefined;

/** What an import does against the floors of the rooms that both of its ends are in. */
const judgeFloors = (each: Import): readonly string[] => {
  const target = resolveRelative(each);
  return Object.entries(FLOORS).flatMap(([room, floors]) => {
    const from = placeIn(room, each.from);
    // A style sheet has no floor: it is a program's entry that lists them.
    const to = target === undefined || target.endsWith('.css') ? undefined : placeIn(room, target);
    if (from === undefined || to === undefined || from === to) return [];
    const floorOf = (place: string): number => floors.findIndex((places) => places.includes(place));
    const unknown = [from, to].find((place) => floorOf(place) < 0);
    if (unknown !== undefined) return [`${each.from}: ${unknown} has no floor in ${room}`];
    return floorOf(to) < floorOf(from) ? [] : [`${each.from}: in ${room}, ${from} may not import ${to}`];
  });
};

/** Every sentence there is to say about these files; empty when the house is in order. */
export const inspect = (files: readonly SourceFile[]): readonly string[] => [
  ...files.flatMap((file) => file.imports.map(judge)).filter((why) => why !== undefined),
  ...files.flatMap((file) => file.imports.flatMap(judgeFloors)),
  ...files.filter((file) => file.barrel).map((file) => `${file.path} is a barrel`),
  ...files.filter((file) => file.defaultExport).map((file) => `${file.path} has a default export`),
  ...files.filter((file) => file.computedImports > 0).map((file) => `${file.path} imports a computed name`),
  ...findCycles(files).map((cycle) => `cycle: ${cycle.join(' → ')}`),
];
