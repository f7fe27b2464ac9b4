// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../shared/names.ts';
import { expect, test } from 'vitest';
import { placeRow } from '../../electron/backup/paper/page/recovery-page.ts';
import { PLAY_KEEPERS, playKeeperOf } from '../../shared/play.ts';
import { words } from '../../shared/words/words.ts';

// A place may be called by whoever wrote the sheet or the copy it came from; its name never stands for another place's host.

const WEB = 'https://evil.example/';
const FOLDER = 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS';

test.each([
  ['its own host', WEB, 'evil.example', undefined, 'evil.example'],
  ['its own address', WEB, WEB, undefined, 'evil.example'],
  ['no name', WEB, '', undefined, 'evil.example'],
  ['another host', WEB, 'bank.example', undefined, '“bank.example (evil.example)”'],
  ['another host, turned around', WEB, '\u202eelpmaxe.knab', undefined, '“elpmaxe.knab (evil.example)”'],
  ['marks that close', WEB, 'A” (bank.example) “', undefined, '“A" (bank.example) " (evil.example)”'],
  ['an address', WEB, 'https://bank.example/', undefined, '“https://bank.example/ (evil.example)”'],
  ['a path', 'https://evil.example/bank/', 'evil.example', undefined, 'evil.example/bank/'],
  ['a folder that is called like a host', FOLDER, 'bank.example', undefined, '“bank.example”'],
  ['a folder that is called like an address', FOLDER, 'https://bank.example/', undefined, '“bank.example/”'],
  ['a folder on the web', 'holdfast+webdav:X', 'My files', 'https://evil.example/dav/', '“My files (evil.example)”'],
  ['8 kB', WEB, 'A'.repeat(8192), undefined, `“${'A'.repeat(59)}… (evil.example)”`],
])('a place with %s is shown as what it is', (_, id, name, at, shown) => {
  const said = words('en').t('provider.remove.title', { name: calledPlace(id, name, at) });
  expect(said).toBe(`Remove ${shown}?`);
});

test.each([
  ['de', 'http://127.0.0.1:41234/', 'Paid play place', '„Bezahlter Spielspeicher (127.0.0.1:41234)“'],
  ['fr', 'http://localhost:8080/', 'Free play place', '«\u00a0Emplacement fictif gratuit (localhost:8080)\u00a0»'],
  // Elsewhere it is a name like any other, and somebody may have chosen it.
  ['de', 'https://evil.example/', 'Paid play place', '„Paid play place (evil.example)“'],
  ['de', FOLDER, 'Free play place', '„Free play place“'],
])('in %s the play place at %s kept as %s is called %s', (language, id, name, shown) => {
  expect(words(language).foreign.place(calledPlace(id, name))).toBe(shown);
});

test.each([
  ['de', 'http://127.0.0.1:41234/', 'Paid play place', 'Bezahlter Spielspeicher'],
  ['de', 'https://evil.example/', 'Paid play place', 'Paid play place'],
])('on a page in %s the place at %s kept as %s is called %s', (language, url, name, shown) => {
  expect(placeRow(words(language), { name, url }).name).toContain(shown);
});

test('an escrow place is the play economy’s only on this computer', () => {
  expect(['http://127.0.0.1:9/', 'https://evil.example/'].map((url) => playKeeperOf(PLAY_KEEPERS.paid, url))).toEqual([
    'paid',
    undefined,
  ]);
});
