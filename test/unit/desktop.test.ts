// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readRecoveryFile } from '../../electron/app/recovery-file.ts';
import { createSecretClipboard } from '../../electron/shell/clipboard.ts';
import { offerToOpenLinks } from '../../electron/shell/default-links.ts';
import { createLinks } from '../../electron/shell/links.ts';
import { acceleratorOf, menusOf } from '../../electron/shell/menu-items.ts';
import { noticesOf, noticeText, type Seen } from '../../electron/shell/notices.ts';
import { createProtection } from '../../electron/shell/protection.ts';
import { trayBitmap, type TrayState } from '../../electron/shell/tray-icon.ts';
import { createWatcher } from '../../electron/shell/watcher.ts';
import { placeText, placeWindow, USUAL_PLACE } from '../../electron/shell/window-place.ts';
import { nextSize, type Size } from '../../shared/settings.ts';
import { LONGEST_LINK, SCHEMES, whereLinkLeads } from '../../shared/links.ts';
import { DOOR_KEYS, PAGE_KEYS, WINDOW_KEYS } from '../../shared/shortcuts.ts';
import { words } from '../../shared/words/words.ts';

// The window among the other things of its desktop, as far as it needs no Electron.

describe('a link', () => {
  test.each([
    ['taler://pay/shop.example/1/?c=X', '/pay', 'taler://pay/shop.example/1/?c=X'],
    ['TALER://Pay/shop.example/1/', '/pay', 'TALER://Pay/shop.example/1/'],
    ['taler+http://pay/127.0.0.1:8081/1/', '/pay', 'taler+http://pay/127.0.0.1:8081/1/'],
    ['ext+taler://pay/shop.example/1/', '/pay', 'taler://pay/shop.example/1/'],
    ['web+taler://pay/shop.example/1/', '/pay', 'taler://pay/shop.example/1/'],
    ['ext+taler+http://pay/127.0.0.1/1/', '/pay', 'taler+http://pay/127.0.0.1/1/'],
    ['ext+taler:taler+http://pay/127.0.0.1/1/', '/pay', 'taler+http://pay/127.0.0.1/1/'],
    ['taler://withdraw/bank.example/abc', '/add', 'taler://withdraw/bank.example/abc'],
    ['taler://pay-push/exchange.example/KEY', '/receive', 'taler://pay-push/exchange.example/KEY'],
    ['taler://pay-pull/exchange.example/KEY', '/pay', 'taler://pay-pull/exchange.example/KEY'],
    ['taler://refund/shop.example/1/', '/receive', 'taler://refund/shop.example/1/'],
    ['taler://restore/SECRET/sync.example', '/restore', 'taler://restore/SECRET/sync.example'],
    [
      'payto://iban/CH9300762011623852957?receiver-name=Ada',
      '/deposit',
      'payto://iban/CH9300762011623852957?receiver-name=Ada',
    ],
  ])('%s leads to %s', (link, page, text) => {
    expect(whereLinkLeads(link)).toEqual({ page, text });
  });

  test.each([
    ['for another kind of wallet', 'bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'unknown'],
    ['of an action nobody knows', 'taler://dance/shop.example/1/', 'unknown'],
    ['named as a member of every object', 'taler://constructor/x', 'unknown'],
    ['without anything behind its action', 'taler://pay/', 'unknown'],
    ['with a sign that turns others', 'taler://pay/shop.example/\u202e1/', 'unknown'],
    ['with a line break', 'taler://pay/shop.example/1/\ntaler://pay/other.example/2/', 'unknown'],
    ['of megabytes', `taler://pay/${'a'.repeat(3_000_000)}`, 'too-long'],
    ['one letter too long', `taler://pay/${'a'.repeat(LONGEST_LINK - 11)}`, 'too-long'],
  ])('%s is refused', (_, link, refused) => {
    expect(whereLinkLeads(link)).toEqual({ refused });
  });

  test('waits in its turn, once, and no more than a few of them', () => {
    let came = 0;
    const links = createLinks(() => void (came += 1), readRecoveryFile);
    links.ofCommandLine(['/opt/holdfast', '--data=/x', 'taler://pay/a.example/1/', 'https://example.org/', '.']);
    links.opened('taler://pay/a.example/1/');
    links.opened('https://example.org/');
    expect(came).toBe(2);
    for (let at = 0; at < 1000; at += 1) links.opened(`taler://pay/b.example/${at}/`);
    const taken = [];
    for (let each = links.take(); each !== undefined; each = links.take()) taken.push(each);
    expect(taken.length).toBe(5);
    expect(taken[0]).toEqual({ page: '/pay', text: 'taler://pay/a.example/1/' });
    links.ofCommandLine([`taler://pay/${'a'.repeat(5_000_000)}`]);
    expect(links.first()).toEqual({ refused: 'too-long' });
  });

  test('or a recovery file that was opened with the program waits as its text, and what is none is named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-opened-'));
    const file = (name: string, bytes: string | Uint8Array): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const taken = async (path: string): Promise<unknown> => {
      const links = createLinks(() => undefined, readRecoveryFile);
      await links.openedFile(path);
      return links.take();
    };
    const text = 'HOLDFAST-RECOVERY-1\n…\n';
    expect(await taken(file('sheet.holdfast', text))).toEqual({ page: '/restore', text });
    expect(await taken(file('SHEET.HOLDFAST', text))).toEqual({ page: '/restore', text });
    expect(await taken(pathToFileURL(file('my sheet ä.holdfast', text)).href)).toEqual({ page: '/restore', text });
    mkdirSync(join(folder, 'folder.holdfast'));
    execFileSync('mkfifo', [join(folder, 'pipe.holdfast')]);
    const refused = { refused: 'unreadable-file' };
    for (const path of [
      file('empty.holdfast', ''),
      file('long.holdfast', 'A'.repeat(64 * 1024 + 1)),
      file('picture.holdfast', Uint8Array.of(0x89, 0xff, 0xfe)),
      join(folder, 'folder.holdfast'),
      join(folder, 'missing.holdfast'),
      join(folder, 'pipe.holdfast'),
    ])
      expect([path, await taken(path)]).toEqual([path, refused]);
    for (const path of [
      file('other.txt', text),
      'sheet.holdfast',
      '--data=/x.holdfast',
      'file://host.example/x.holdfast',
    ])
      expect(await taken(path)).toBeUndefined();
    rmSync(folder, { recursive: true });
  });

  test('is offered to be opened here once, and never where it is already', async () => {
    const run = async (isDefault: boolean, asked: boolean, yes: boolean) => {
      const seen = { asked: 0, noted: 0, became: [] as string[] };
      await offerToOpenLinks({
        isDefault: () => isDefault,
        becomeDefault: (scheme) => void seen.became.push(scheme),
        wasAsked: () => asked,
        noteAsked: () => void (seen.noted += 1),
        ask: async () => {
          seen.asked += 1;
          return yes;
        },
      });
      return seen;
    };
    expect(await run(false, false, true)).toEqual({ asked: 1, noted: 1, became: ['taler', 'taler+http', 'ext+taler'] });
    expect(await run(false, false, false)).toEqual({ asked: 1, noted: 1, became: [] });
    expect(await run(false, true, true)).toEqual({ asked: 0, noted: 0, became: [] });
    expect(await run(true, false, true)).toEqual({ asked: 0, noted: 0, became: [] });
    const packed = /schemes: \[([^\]]*)\]/.exec(readFileSync('electron-builder.yml', 'utf8'))?.[1];
    expect(packed?.split(', ')).toEqual([...SCHEMES]);
  });
});

describe('the menus', () => {
  test('say every page and every key once, in both languages; a closed wallet has no pages', () => {
    const keys = [...PAGE_KEYS, ...DOOR_KEYS, ...WINDOW_KEYS].map((each) => each.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const language of ['en', 'de'] as const) {
      const open = menusOf(words(language), true);
      expect(open.map(({ label }) => label)).toHaveLength(5);
      const items = open.flatMap((menu) => menu.items);
      expect(items.flatMap((item) => (item !== 'line' && 'to' in item ? item.to : []))).toEqual(
        PAGE_KEYS.map(({ to }) => to),
      );
      const closed = menusOf(words(language), false).flatMap((menu) => menu.items);
      expect(closed.filter((item) => item !== 'line' && 'to' in item)).toEqual([]);
      expect(closed.some((item) => item !== 'line' && 'does' in item && item.does === 'quit')).toBe(true);
    }
    expect(acceleratorOf('Mod+1')).toBe('CommandOrControl+1');
    expect(acceleratorOf('F11')).toBe('F11');
  });
});

describe('where a window goes', () => {
  const left = { x: 0, y: 0, width: 1920, height: 1040 };
  const right = { x: 1920, y: 0, width: 1280, height: 1000 };
  const kept = { x: 2000, y: 80, width: 1000, height: 700, isMaximized: false };

  test('is where it was, while that screen is there; else where the system puts it, as large as there is room', () => {
    expect(placeWindow(placeText(kept), [left, right])).toEqual(kept);
    expect(placeWindow(placeText(kept), [left])).toEqual({ width: 1000, height: 700, isMaximized: false });
    expect(placeWindow(placeText({ ...kept, width: 4000, height: 3000 }), [left])).toMatchObject({
      width: 1920,
      height: 1040,
    });
    expect(placeWindow(placeText({ ...kept, x: 1900, y: 1030 }), [left, right])).not.toHaveProperty('x');
    expect(placeWindow(placeText({ ...kept, x: -950, y: 10 }), [left])).not.toHaveProperty('x');
    expect(placeWindow(placeText({ ...kept, isMaximized: true }), [left, right])).toMatchObject({ isMaximized: true });
  });

  test.each([
    undefined,
    '',
    'null',
    '[]',
    '{"width":"wide","height":700}',
    '{"width":1e400,"height":700}',
    `{"width":900,"height":700,"x":${'9'.repeat(2000)}}`,
    'x'.repeat(100_000),
  ])('that cannot be read is the usual place (%#)', (text) => {
    expect(placeWindow(text, [left])).toEqual(USUAL_PLACE);
  });

  test('its size stays where text can be read', () => {
    const steps = (by: 1 | -1) => Array.from({ length: 30 }, () => by).reduce<Size>(nextSize, 100);
    expect([steps(1), steps(-1), nextSize(100, 1)]).toEqual([200, 50, 110]);
  });
});

describe('what a person is told', () => {
  const seen = (more: Partial<Seen> = {}): Seen => ({
    balances: [{ exchange: 'https://e.example/', currency: 'KUDOS', total: 'KUDOS:5' }],
    safety: 'protected',
    payments: [{ id: 'a', kind: 'push', state: 'waiting', amount: 'KUDOS:2' }],
    ...more,
  });
  const more = [{ exchange: 'https://e.example/', currency: 'KUDOS', total: 'KUDOS:7.5' }];

  test('nothing at the first look, and nothing of what stays as it is or becomes less', () => {
    expect(noticesOf(undefined, seen({ balances: more }))).toEqual([]);
    expect(noticesOf(seen(), seen())).toEqual([]);
    expect(noticesOf(seen({ balances: more }), seen())).toEqual([]);
    expect(noticesOf(seen(), seen({ balances: [], payments: [] }))).toEqual([]);
    expect(noticesOf(seen(), seen({ safety: 'syncing' }))).toEqual([]);
    expect(noticesOf(seen({ safety: 'not-protected' }), seen({ safety: 'at-risk' }))).toEqual([]);
    expect(noticesOf(seen({ yearWithin: 7 }), seen({ yearWithin: 7 }))).toEqual([]);
    expect(noticesOf(seen({ yearWithin: 7 }), seen())).toEqual([]);
  });

  test('money that arrived, a payment that was taken, a request that was paid', () => {
    expect(noticesOf(seen(), seen({ balances: more }))).toEqual([{ kind: 'arrived', sum: 'KUDOS:2.5' }]);
    const taken = [{ id: 'a', kind: 'push', state: 'taken', amount: 'KUDOS:2' }] as const;
    expect(noticesOf(seen(), seen({ payments: taken }))).toEqual([{ kind: 'taken', sum: 'KUDOS:2' }]);
    const asked = seen({ payments: [{ id: 'b', kind: 'pull', state: 'waiting', amount: 'KUDOS:2.5' }] });
    const paid = [{ id: 'b', kind: 'pull', state: 'paid', amount: 'KUDOS:2.5' }] as const;
    expect(noticesOf(asked, seen({ payments: paid, balances: more }))).toEqual([{ kind: 'paid', sum: 'KUDOS:2.5' }]);
  });

  test('a place that wants more, and protection that was lost', () => {
    expect(noticesOf(seen(), seen({ safety: 'payment-due' }))).toEqual([{ kind: 'payment-due' }]);
    expect(noticesOf(seen(), seen({ safety: 'not-protected' }))).toEqual([{ kind: 'not-protected' }]);
    expect(noticesOf(seen({ safety: 'syncing' }), seen({ safety: 'at-risk' }))).toEqual([{ kind: 'at-risk' }]);
  });

  test('a paid year that ends, a month, a week and a day before, and never twice for one thing', () => {
    const within = [undefined, 30, 7, 1].map((yearWithin) => seen(yearWithin === undefined ? {} : { yearWithin }));
    const [none = seen(), ...rest] = within;
    expect(rest.map((now, at) => noticesOf(within[at] ?? none, now).map(({ kind }) => kind))).toEqual([
      ['year-ends'],
      ['year-ends'],
      ['year-ends'],
    ]);
    expect(noticesOf(none, seen({ safety: 'payment-due', yearWithin: 30 }))).toEqual([{ kind: 'payment-due' }]);
  });

  test('of a flood the first few, and no sum while the screen is locked', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ exchange: `https://${at}/`, currency: 'X', total: 'X:1' }));
    expect(noticesOf(seen(), seen({ balances: many }))).toHaveLength(3);
    const notice = { kind: 'arrived', sum: 'KUDOS:2.5' } as const;
    expect(noticeText(notice, words('en'), true).title).toBe('2.50 KUDOS have arrived');
    for (const language of ['en', 'de'])
      expect(JSON.stringify(noticeText(notice, words(language), false))).not.toMatch(/\d/);
  });

  test('is looked at once after a burst, and again after a while; another wallet begins anew', async () => {
    const timers: { readonly ms: number; readonly act: () => void; stopped: boolean }[] = [];
    const looks: (Seen | undefined)[] = [seen(), seen({ balances: more }), undefined, seen({ balances: [] }), seen()];
    const told: unknown[] = [];
    let looked = 0;
    const watcher = createWatcher({
      look: async () => looks[looked++],
      seen: () => undefined,
      tell: (notices) => void told.push(...notices),
      after: (ms, act) => {
        const timer = { ms, act, stopped: false };
        timers.push(timer);
        return () => (timer.stopped = true);
      },
    });
    const runs = async (): Promise<void> => {
      const due = timers.filter(({ stopped }) => !stopped).at(-1);
      timers.length = 0;
      due?.act();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    };
    for (let at = 0; at < 50; at += 1) watcher.changed();
    expect(timers).toHaveLength(1);
    await runs();
    expect([looked, told]).toEqual([1, []]);
    await runs();
    expect(told).toEqual([{ kind: 'arrived', sum: 'KUDOS:2.5' }]);
    await runs();
    await runs();
    expect([looked, told.length]).toEqual([4, 1]);
  });
});

describe('the icon beside the clock', () => {
  const STATES: readonly TrayState[] = ['protected', 'at-risk', 'not-protected', 'nothing'];
  const shape = (state: TrayState): string =>
    [...trayBitmap(state, 16, true)]
      .filter((_, at) => at % 4 === 3)
      .map((alpha) => (alpha > 127 ? '#' : '.'))
      .join('');

  test('tells how safe the money is by its shape, and not by its colour alone', () => {
    expect(new Set(STATES.map(shape)).size).toBe(STATES.length);
    for (const state of STATES) expect(shape(state).replaceAll('.', '').length).toBeGreaterThan(30);
  });

  test('is a bitmap whose colours are no stronger than what covers them', () => {
    for (const size of [16, 32]) {
      const bitmap = trayBitmap('protected', size, false);
      expect(bitmap.length).toBe(size * size * 4);
      for (let at = 0; at < bitmap.length; at += 4)
        expect(Math.max(...bitmap.subarray(at, at + 3))).toBeLessThanOrEqual(bitmap[at + 3] ?? 0);
    }
  });
});

describe('secrets on the screen and in the clipboard', () => {
  test('the window is hidden from cameras as long as one reason holds', () => {
    const calls: boolean[] = [];
    const protection = createProtection((on) => void calls.push(on));
    protection.set('sheet', true);
    protection.set('page', true);
    protection.set('sheet', false);
    protection.set('page', false);
    protection.set('page', true);
    protection.end();
    expect(calls).toEqual([true, false, true, false]);
  });

  test('what was copied is gone after a minute, unless somebody else has put something there', async () => {
    let text = '';
    const timers: (() => void)[] = [];
    const secret = createSecretClipboard(
      { read: async () => text, write: (next) => (text = next), clear: () => (text = '') },
      (ms, act) => {
        expect(ms).toBe(60_000);
        timers.push(act);
        return () => undefined;
      },
    );
    const turn = (): Promise<void> => Promise.resolve().then(() => undefined);
    secret.copy('taler://pay-push/x');
    timers.at(-1)?.();
    await turn();
    expect(text).toBe('');
    secret.copy('taler://pay-push/y');
    text = 'a shopping list';
    await secret.clear();
    expect(text).toBe('a shopping list');
    secret.copy('taler://pay-push/z');
    await secret.clear();
    expect(text).toBe('');
  });
});
