// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keepLanguage, keptLanguage } from '../../electron/app/language.ts';
import { keepSettings, keptSettings } from '../../electron/app/settings.ts';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { parseCommand } from '../../electron/headless/args.ts';
import { isLocale, localeOfEnvironment, spokenIn } from '../../electron/headless/locale.ts';
import { realWorld } from '../../electron/world.ts';
import { USUAL_SETTINGS } from '../../shared/settings.ts';
import { localeOf } from '../../shared/words/words.ts';

const top = mkdtempSync(join(tmpdir(), 'holdfast-language-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let count = 0;
const folder = (): string => join(top, String((count += 1)));

describe('the language of a person', () => {
  test.each([
    [{ LANG: 'de_CH.UTF-8' }, 'de-CH'],
    [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'de_DE@euro' }, 'de-DE'],
    [{ LANG: 'de_DE', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: '', LC_ALL: '' }, 'en'],
    [{ LANG: '$(reboot)' }, 'en'],
    [{}, 'en'],
  ])('%o is %s', (environment, locale) => expect(localeOfEnvironment(environment)).toBe(locale));

  test('a tag is a locale or is refused by name', () => {
    expect(['de', 'en-GB', 'zh-Hant-TW', 'en-XA'].map(isLocale)).toEqual([true, true, true, true]);
    expect(['', 'd', 'deutsch', 'de_DE', 'de-', '../x'].map(isLocale)).toEqual(Array.from({ length: 6 }, () => false));
    expect(parseCommand(['--lang', 'klingon!', 'status'])).toMatchObject({ ok: false, error: { kind: 'usage' } });
    expect(parseCommand(['--lang=de-CH', 'status'])).toMatchObject({ ok: true, value: { lang: 'de-CH' } });
  });

  test('the choice keeps the region of the system', () => {
    expect(localeOf(undefined, 'de-CH')).toBe('de-CH');
    expect(localeOf('de', 'de-AT')).toBe('de-AT');
    expect(localeOf('en', 'de-CH')).toBe('en-CH');
    expect(localeOf('de', 'en')).toBe('de');
    expect(localeOf('de', 'not a tag')).toBe('de');
  });
});

describe('the chosen language', () => {
  test('is kept beside the wallet, and given up again', () => {
    const data = folder();
    expect(keptLanguage(data)).toBeUndefined();
    expect(keepLanguage(data, 'de')).toEqual({ ok: true, value: undefined });
    expect(keptLanguage(data)).toBe('de');
    expect(keepLanguage(data, undefined).ok).toBe(true);
    expect(keptLanguage(data)).toBeUndefined();
  });

  test.each([
    ['nonsense', 'klingon\n'],
    ['a heap', 'de'.repeat(1_000_000)],
    ['a word every object has', 'constructor'],
  ])('%s in its file counts as no choice', (_what, text) => {
    const data = folder();
    mkdirSync(data);
    writeFileSync(join(data, 'language'), text);
    expect(keptLanguage(data)).toBeUndefined();
  });

  test('that the disk refuses is a failure, and nothing is changed', () => {
    const data = folder();
    writeFileSync(data, 'a file where the directory should be');
    expect(keepLanguage(data, 'de')).toMatchObject({ ok: false, error: { kind: 'cannot-write' } });
    expect(keptLanguage(data)).toBeUndefined();
  });

  test('goes before the environment, and --lang before both', async () => {
    const data = folder();
    keepLanguage(data, 'de');
    expect((await spokenIn(undefined, data, { LANG: 'en_CH.UTF-8' })).locale).toBe('de-CH');
    expect((await spokenIn('en-GB', data, { LANG: 'de_CH.UTF-8' })).locale).toBe('en-GB');
    expect((await spokenIn(undefined, folder(), { LANG: 'de_CH.UTF-8' })).language).toBe('de');
  });

  test('is set by the window in every stage, and outlives the process', async () => {
    const dataDirectory = folder();
    const start = async () => {
      const opened = await openWalletApp({ dataDirectory, world: realWorld(), loop: false, systemLocale: 'fr-CH' });
      if (!opened.ok) throw new Error(opened.error.kind);
      return opened.value;
    };
    const app = await start();
    expect(app.state()).toMatchObject({ stage: 'first-start', systemLocale: 'fr-CH' });
    expect(app.state().language).toBeUndefined();
    const events: string[] = [];
    app.on(({ type }) => events.push(type));
    expect(await app.handle('app.setLanguage', { language: 'de' })).toMatchObject({
      ok: true,
      value: { language: 'de' },
    });
    expect(events).toEqual(['changed']);
    expect(await app.handle('app.setLanguage', { language: 'constructor' })).toMatchObject({ ok: false });
    await app.close();
    const again = await start();
    expect(again.state().language).toBe('de');
    expect(await again.handle('app.setLanguage', {})).toMatchObject({ ok: true });
    expect(again.state().language).toBeUndefined();
    await again.close();
  });
});

describe('the settings', () => {
  test('are kept beside the wallet, and what is not named stays', async () => {
    const dataDirectory = folder();
    const opened = await openWalletApp({ dataDirectory, world: realWorld(), loop: false });
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.state()).toMatchObject({ settings: USUAL_SETTINGS });
    await opened.value.handle('app.setSettings', { look: 'contrast', silent: ['money'] });
    expect(await opened.value.handle('app.setSettings', { size: 200 })).toMatchObject({
      value: { settings: { look: 'contrast', size: 200, silent: ['money'] }, contrast: true },
    });
    expect(await opened.value.ask('app.setSettings', { size: 1e9 })).toMatchObject({ ok: false });
    await opened.value.close();
    expect(keptSettings(dataDirectory)).toMatchObject({ look: 'contrast', size: 200 });
  });

  test.each([
    ['nonsense', 'no JSON', USUAL_SETTINGS],
    ['a heap', `{"look":"dark","more":"${'x'.repeat(1_000_000)}"}`, USUAL_SETTINGS],
    ['null', 'null', USUAL_SETTINGS],
    ['brackets without end', '['.repeat(4000), USUAL_SETTINGS],
    ['one that nobody knows', '{"look":"pink","size":120}', { ...USUAL_SETTINGS, size: 120 }],
    ['members of every object', '{"look":"constructor","silent":["__proto__"],"lockOnSleep":1}', USUAL_SETTINGS],
  ])('%s in their file takes no other with it', (_what, text, read) => {
    const data = folder();
    mkdirSync(data);
    writeFileSync(join(data, 'settings'), text);
    expect(keptSettings(data)).toEqual(read);
  });

  test('that the disk refuses are what they were, and the file that is in the way is a failure', () => {
    const data = folder();
    mkdirSync(join(data, 'settings'), { recursive: true });
    expect(keepSettings(data, { ...USUAL_SETTINGS, size: 150 })).toMatchObject({
      ok: false,
      error: { kind: 'cannot-write', facts: { what: 'settings' } },
    });
    expect(keptSettings(data)).toEqual(USUAL_SETTINGS);
  });
});
