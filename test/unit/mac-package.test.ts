// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// What macOS must be told before it gives the camera to a program in the hardened runtime: what it is for, and that it is wanted at all.

const TOP = join(import.meta.dirname, '../..');
const read = (...path: readonly string[]): string => readFileSync(join(TOP, ...path), 'utf8');

/** The lines of the Mac's part of the list of the packages. */
const mac = /^mac:\n((?: .*\n)+)/m.exec(read('electron-builder.yml'))?.[1] ?? '';
const said = (key: string): readonly string[] =>
  [...mac.matchAll(new RegExp(`^ +${key}: (.+)$`, 'gm'))].map((found) => found[1] ?? '');

test('the Mac’s package says in two languages what the camera is for, and may have it', () => {
  expect(said('hardenedRuntime')).toEqual(['true']);
  expect(said('NSCameraUsageDescription')).toEqual([expect.stringContaining('show it to the camera')]);
  expect(mac).toMatch(/from: build\/de\.lproj\n +to: de\.lproj\n/);
  expect(read('build/de.lproj/InfoPlist.strings')).toMatch(/^"NSCameraUsageDescription" = ".*Kamera.*";$/m);
  // Whoever captures pictures for the page is a helper of the program, which has what it inherits.
  const rights = [...said('entitlements'), ...said('entitlementsInherit')];
  expect(rights).toEqual(['build/entitlements.mac.plist', 'build/entitlements.mac.plist']);
  for (const path of new Set(rights))
    expect(read(path)).toMatch(/<key>com\.apple\.security\.device\.camera<\/key>\s*<true\/>/);
  // And not the microphone.
  expect(mac).not.toContain('Microphone');
  for (const path of new Set(rights)) expect(read(path)).not.toMatch(/audio-input|microphone/i);
});
