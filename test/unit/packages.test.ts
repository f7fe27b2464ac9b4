// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { icons } from '../../build/make-icons.ts';
import { RECOVERY_FILE, SCHEMES } from '../../shared/links.ts';
import { VERSION } from '../../shared/version.ts';
import { LANGUAGES } from '../../shared/words/words.ts';

// What the packages of the three systems say of the program.
//
// What macOS must be told before it gives the camera to a program in the hardened runtime: what it is for, and that it is wanted at all.

const TOP = join(import.meta.dirname, '../..');
const read = (...path: readonly string[]): string => readFileSync(join(TOP, ...path), 'utf8');

/** The lines of the Mac's part of the list of the packages. */
const mac = /^mac:\n((?: .*\n)+)/m.exec(read('electron-builder.yml'))?.[1] ?? '';
const said = (key: string): readonly string[] =>
  [...mac.matchAll(new RegExp(`^ +${key}: (.+)$`, 'gm'))].map((found) => found[1] ?? '');

test('the Mac’s package says in every language what the camera is for, and may have it', () => {
  expect(said('hardenedRuntime')).toEqual(['true']);
  expect(said('NSCameraUsageDescription')).toEqual([expect.stringContaining('show it to the camera')]);
  for (const language of [...Object.keys(LANGUAGES), 'ar'].filter((each) => each !== 'en')) {
    expect(mac).toMatch(new RegExp(`from: build/${language}\\.lproj\\n +to: ${language}\\.lproj\\n`));
    expect(read(`build/${language}.lproj/InfoPlist.strings`)).toMatch(
      /^"NSCameraUsageDescription" = ".*Holdfast.*";$/m,
    );
  }
  // Whoever captures pictures for the page is a helper of the program, which has what it inherits.
  const rights = [...said('entitlements'), ...said('entitlementsInherit')];
  expect(rights).toEqual(['build/entitlements.mac.plist', 'build/entitlements.mac.plist']);
  for (const path of new Set(rights))
    expect(read(path)).toMatch(/<key>com\.apple\.security\.device\.camera<\/key>\s*<true\/>/);
  // And not the microphone.
  expect(mac).not.toContain('Microphone');
  for (const path of new Set(rights)) expect(read(path)).not.toMatch(/audio-input|microphone/i);
});

test('every icon of the packages is the one drawn from its SVG', async () => {
  const drawn = await icons();
  const changed = [...drawn].filter(([path, bytes]) => !readFileSync(join(TOP, 'build', path)).equals(bytes));
  expect(changed.map(([path]) => path)).toEqual([]);
  expect(readdirSync(join(TOP, 'build/icons'))).toHaveLength(drawn.size - 2);
});

test('the packages register the links and the recovery files that the program opens', () => {
  const list = read('electron-builder.yml');
  expect(list).toContain(`schemes: [${SCHEMES.join(', ')}]`);
  expect(list).toMatch(new RegExp(`fileAssociations:\\n  - ext: ${RECOVERY_FILE}\\n`));
});

test('the packages of three systems: AppImage and deb, a disk image for both kinds of Mac, an installer', () => {
  const targets = [...read('electron-builder.yml').matchAll(/^ {2}target: (.*)$/gm)].map((found) => found[1]);
  expect(targets).toEqual(['[AppImage, deb]', '[{ target: dmg, arch: [x64, arm64] }]', '[nsis]']);
});

test('a release is of the version that stands in one place, tested, and packed with checksums on three systems', () => {
  const release = read('.github/workflows/release.yml');
  expect(JSON.parse(read('package.json'))).toMatchObject({ version: VERSION });
  expect(release).toContain("require('./package.json').version");
  for (const what of ['--linux --x64', '--linux --arm64', '--mac', '--win --x64', 'npm test', 'sha256sum'])
    expect(release).toContain(what);
});
