// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PAGE_HEADERS } from '../../electron/shell/page-headers.ts';
import { TOP } from '../support/imports.ts';

// Electron's checklist of security, point by point: by which test each is held. What a real window is made with and refuses is tried in
// `reach.ts`, `electron-lock.test.ts`, `proxy.test.ts` and `fuses.test.ts`; here it is made sure that none of it is ever dropped in silence.

const read = (path: string): string => readFileSync(join(TOP, path), 'utf8');

/** The point, and where what holds it stands. */
const POINTS: readonly (readonly [point: string, path: string, text: string])[] = [
  ['1 only secure content is loaded', 'test/window/reach.ts', "fetch('https://example.org/')"],
  ['2 no Node in the page', 'test/window/electron-lock.test.ts', 'nodeIntegration: false'],
  ['3 the bridge lives apart from the page', 'test/window/electron-lock.test.ts', 'contextIsolation: true'],
  ['4 the page is in the sandbox', 'test/window/electron-lock.test.ts', 'sandbox: true'],
  ['5 permissions are refused', 'test/window/reach.ts', 'permissions: await Promise.all'],
  ['6 the same origin is asked for', 'test/window/electron-lock.test.ts', 'webSecurity: true'],
  ['7 a policy for content', 'test/window/reach.ts', 'eval: tried'],
  ['8 no content without TLS', 'test/window/electron-lock.test.ts', 'allowRunningInsecureContent: false'],
  ['9 no experiments of the browser', 'test/window/electron-lock.test.ts', 'experimentalFeatures: false'],
  ['10 no features that are off', 'test/unit/shell-switches.test.ts', "'enable-blink-features'"],
  ['11 no webview opens windows', 'test/window/electron-lock.test.ts', 'webviewTag: false'],
  ['12 no webview is attached', 'test/window/reach.ts', "inPage('webview'"],
  ['13 the page goes nowhere', 'test/window/electron.test.ts', "location.href = 'https://example.org/'"],
  ['14 no new windows', 'test/window/reach.ts', "window.open('https://example.org/')"],
  [
    '15 nothing of the page is opened by the system',
    'test/window/twenty-points.test.ts',
    'openExternal is called nowhere',
  ],
  ['16 the versions are those of the list', 'test/unit/download-electron.test.ts', 'electron'],
  ['17 who asks is looked at', 'test/window/ask.test.ts', 'a frame inside the page'],
  ['18 no page of a file', 'test/window/fuses.test.ts', 'GrantFileProtocolExtraPrivileges'],
  ['19 the fuses are set', 'test/window/fuses.test.ts', 'getCurrentFuseWire'],
  ['20 the page has two functions and no Electron', 'test/window/electron-first.ts', "bridge: ['ask', 'on']"],
  ['WebRTC finds no way out', 'test/window/electron-first.ts', 'candidates: []'],
  ['remote debugging is refused', 'test/window/fuses.test.ts', '--remote-debugging-port'],
];

test.each(POINTS)('%s', (_point, path, text) => expect(read(path).includes(text)).toBe(true));

const sources = readdirSync(join(TOP, 'electron'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(join('electron', name)));

test('openExternal is called nowhere, and a folder is opened for the wallet’s own directory alone', () => {
  const called = 'openExternal is called nowhere'.split(' ')[0] ?? '';
  expect(sources.filter((text) => text.includes(called))).toEqual([]);
  expect(sources.flatMap((text) => text.match(/\.openPath\(/g) ?? [])).toHaveLength(1);
  expect(sources.flatMap((text) => text.match(/showFolder\([^)]*\)/g) ?? [])).toEqual(['showFolder(dataDirectory)']);
});

test('no page is loaded from a file, and none is made without the rules of all', () => {
  expect(sources.filter((text) => /\.loadFile\(|loadURL\([`'"]file:/.test(text))).toEqual([]);
  // The window, and the page that is printed.
  expect(sources.flatMap((text) => text.match(/new BrowserWindow\(/g) ?? [])).toHaveLength(2);
});

test('the policy of the page gives nothing to strings, frames, forms or other places', () => {
  const policy = PAGE_HEADERS['content-security-policy'];
  expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
  for (const rule of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(rule);
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(read('renderer/index.html')).toContain("default-src 'none'; script-src 'self'");
});
