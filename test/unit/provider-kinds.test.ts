// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROVIDER_KINDS } from '../../electron/backup/providers/kinds.ts';
import { en } from '../../shared/words/en.ts';
import { listSources } from '../support/imports.ts';

// README's sentence: a provider kind is one file or folder in electron/backup/providers/, one line in the list, one line in the suite.

/** Where a kind may be called by its name: the words, which are found by it, and the rooms of other things that are called the same. */
const MAY_SAY = [
  /^shared\/words\//,
  // The protocol and its server: `"name": "sync"` is what a sync service's /config says.
  /^electron\/taler\/sync(?:-config)?\.ts$/,
  /^electron\/sandbox\/sync\//,
  // The servers a probe walks through, as recordings call them.
  /^electron\/(?:probe\/(?:checks|copies)|headless\/probe-command)\.ts$/,
];

const namesOfKinds = PROVIDER_KINDS.map(({ kind }) => kind);

/** Every place in a text that names one of the kinds as a value: `'folder'`, `"folder"`, `` `folder` ``; the name of an icon or a package is none. */
const mentions = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !/^\s*(\*|\/\/|\/\*)|\bicon\b|\bimport\b/.test(line))
    .flatMap((line) => [...line.matchAll(/(['"`])([a-z]+)\1/g)].flatMap((match) => match[2] ?? []))
    .filter((word) => namesOfKinds.includes(word));

describe('a kind of provider', () => {
  test('is named in one file of its own, and nowhere else', () => {
    const files = listSources(['shared', 'electron', 'renderer'])
      .filter((path) => !MAY_SAY.some((form) => form.test(path)))
      .flatMap((path) => mentions(readFileSync(path, 'utf8')).map((kind) => `${kind}: ${path}`));
    // The drawing of a folder is called "folder" as well.
    const told = new Set(files.filter((line) => !/renderer\/(parts\/base\/icons|pages\/rescue)\.tsx$/.test(line)));
    expect([...told].filter((line) => !line.includes(': electron/backup/providers/'))).toEqual([]);
    expect([...told].map((line) => line.split(':')[0] ?? '').sort()).toEqual([...namesOfKinds].sort());
  });

  test('is noticed where it is named', () => {
    expect(mentions("if (view.kind === 'folder') return `sync`;\n// a 'folder'\n<Icon icon=\"folder\" />")).toEqual([
      'folder',
      'sync',
    ]);
  });

  test('has one line in the list and one in the contract suite', () => {
    const list = readFileSync('electron/backup/providers/kinds.ts', 'utf8');
    const suite = readFileSync('test/cycle/backup-providers.test.ts', 'utf8');
    for (const kind of namesOfKinds) {
      expect(list.match(new RegExp(`^import \\{ ${kind}Kind \\}`, 'gm'))).toHaveLength(1);
      expect(list.match(/PROVIDER_KINDS: readonly ProviderKind\[\] = \[(.*?)\]/s)?.[1]).toContain(`${kind}Kind`);
      expect(suite.match(new RegExp(`^providerContract\\('${kind}`, 'gm'))).toHaveLength(1);
    }
  });

  // What a sheet says of a provider is its id and perhaps an address: with two kinds for both, a restore would ask the wrong one.
  test('is the only one for its ids, with an address beside them or without', () => {
    const mark = '4KQ1X8Z3M7C2V9B5N0A6S1D8F2';
    const ids = ['https://place.example/', ...['folder', ...namesOfKinds].map((name) => `holdfast+${name}:${mark}`)];
    const claims = ids.flatMap((id) =>
      [true, false].map((hasAddress) =>
        PROVIDER_KINDS.filter((kind) => kind.owns(id) && kind.hasAddress === hasAddress).map(({ kind }) => kind),
      ),
    );
    expect(claims.filter((kinds) => kinds.length > 1)).toEqual([]);
    expect([...new Set(claims.flat())].sort()).toEqual([...namesOfKinds].sort());
  });

  test('has a name for people, and words for everything it asks', () => {
    const wanted = PROVIDER_KINDS.flatMap(({ kind, fields }) => [
      `providerKind.${kind}`,
      ...fields.map(({ name }) => `providerField.${name}`),
    ]);
    expect(wanted.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });
});
