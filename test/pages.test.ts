// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, posix, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { TOP } from './support/imports.ts';

// The pages beside the code: what a comment or another page points at is there.

const under = (folder: string): readonly string[] =>
  !existsSync(join(TOP, folder))
    ? []
    : readdirSync(join(TOP, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(TOP, join(entry.parentPath, entry.name)).split(sep).join('/'));
const files = [
  ...readdirSync(TOP).filter((name) => statSync(join(TOP, name)).isFile()),
  ...['electron', 'shared', 'renderer', 'test', '.github'].flatMap(under),
];
const pages = files.filter((path) => path.endsWith('.md') && !path.includes('/data/'));
/** What stands in licences of others is not ours to mend. */
const ours = pages.filter((path) => path !== 'THIRD-PARTY.md');
const sources = files.filter((path) => /\.(?:tsx?|css|yml)$/.test(path) && path !== 'test/pages.test.ts');
const read = (path: string): string => readFileSync(join(TOP, path), 'utf8');

/** The anchors that GitHub and most readers of Markdown make of a page's headings. */
const anchorsOf = (page: string): ReadonlySet<string> => {
  const text = read(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  return new Set(
    [...text.matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
};

/** Why a reference leads nowhere; undefined when it does not. `page` is a path from the top. */
const broken = (page: string | undefined, anchor: string | undefined): string | undefined => {
  if (page === undefined || !pages.includes(page)) return 'no such page';
  return anchor === undefined || anchorsOf(page).has(anchor) ? undefined : 'no such heading';
};

test('every page that a comment names is in the repository, with the heading it cites', () => {
  const cited = sources.flatMap((path) =>
    [...read(path).matchAll(/([\w./-]+\.md)\b(?:#([\w-]+))?/g)].map(([whole, named = '', anchor]) => ({
      where: `${path}: ${whole}`,
      named,
      anchor,
    })),
  );
  expect(cited.length).toBeGreaterThan(80);
  const wrong = cited.flatMap(({ where, named, anchor }) => {
    const meant = pages.filter((page) => page === named || (!named.includes('/') && basename(page) === named));
    const why = meant.length > 1 ? 'more than one page' : broken(meant[0], anchor);
    return why === undefined ? [] : [`${where}: ${why}`];
  });
  expect(wrong).toEqual([]);
});

test('every link between pages leads to a file that is there, and to a heading of it', () => {
  const links = ours.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target })),
  );
  expect(links.length).toBeGreaterThan(10);
  const wrong = links.flatMap(({ page, target }) => {
    if (/^(?:https?|mailto):/.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : posix.normalize(posix.join(posix.dirname(page), path));
    const why = file.endsWith('.md') ? broken(file, anchor) : existsSync(join(TOP, file)) ? undefined : 'no such file';
    return why === undefined ? [] : [`${page}: ${target}: ${why}`];
  });
  expect(wrong).toEqual([]);
});

/** Looks like a file and is a header's mark, or a file of a backup. */
const IN_A_FORMAT: ReadonlySet<string> = new Set(['W/', 'holdfast-provider.json']);

/** Names of files that stand in a page in code type; those with a word in capitals stand for many. */
const namedIn = (page: string): readonly string[] =>
  [...read(page).matchAll(/`([\w./-]+(?:\.(?:tsx?|json|md|yml)|\/))`/g)]
    .map(([, named = '']) => named)
    .filter((named) => !/[A-Z]{2}/.test(named.replace(/[A-Z-]+\.md$/, '')) && !IN_A_FORMAT.has(named));

test('every file and folder that a page names is there', () => {
  const told = ours.filter((page) => !/^test\/|TEMPLATE/.test(page));
  const named = told.flatMap((page) => namedIn(page).map((name) => ({ page, name })));
  expect(named.length).toBeGreaterThan(50);
  const isThere = (name: string): boolean =>
    files.some((path) =>
      name.endsWith('/') ? `/${path}`.includes(`/${name}`) : path === name || path.endsWith(`/${name}`),
    );
  expect(named.flatMap(({ page, name }) => (isThere(name) ? [] : [`${page}: ${name}`]))).toEqual([]);
});

test('a heading that is not there would be noticed', () => {
  expect(broken('electron/taler/PROTOCOL.md', 'limits')).toBeUndefined();
  expect(broken('electron/taler/PROTOCOL.md', 'limit')).toBe('no such heading');
  expect(broken('electron/taler/exchange.md', undefined)).toBe('no such page');
});
