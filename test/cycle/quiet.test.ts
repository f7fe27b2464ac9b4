// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { privacyOf } from '../../electron/state/privacy.ts';
import { add } from '../support/backup-rig.ts';
import { FREE, gateLab, OTHER, type Watched } from './gate-lab.ts';

// A quiet wallet's copies tell nothing by their times and bytes, but that there is a wallet.

const { base, url, watched, begin, run } = await gateLab();
const HOUR = 60 * 60_000;

type Upload = { readonly at: number; readonly hash: string };
const count = (mine: Watched, at: 0 | 3): number =>
  mine.requests.filter((each) => each.startsWith(`POST ${url(at)}backups/`)).length;

/** Looks every minute for so long, and notes when each place got a copy, and its bytes. */
const live = async (mine: Watched, ms: number): Promise<readonly [readonly Upload[], readonly Upload[]]> => {
  const { signal } = new AbortController();
  const seen: [Upload[], Upload[]] = [[], []];
  const known = ([FREE, OTHER] as const).map((at) => count(mine, at));
  for (let passed = 0; passed < ms; passed += 60_000) {
    base.move(60_000);
    await base.hurry(mine.wallet.run({ signal }));
    await base.hurry(mine.backup.run({ signal }));
    for (const [index, at] of ([FREE, OTHER] as const).entries()) {
      const now = count(mine, at);
      if (now > (known[index] ?? 0))
        seen[index]?.push({ at: base.now(), hash: mine.store.local.providerProgress(url(at))?.lastHash ?? '' });
      known[index] = now;
    }
  }
  return seen;
};

it('each place gets other bytes at a rhythm of its own, whether or not anything changed, and a payment waits for it', async () => {
  const mine = watched();
  for (const at of [FREE, OTHER] as const) await add(mine, url(at));
  await begin(mine, 'KUDOS:5');
  expect((await run(mine)).pending).toEqual([]);
  mine.backup.setPrivacy({ level: 'quiet', hours: 6 });
  const idle = await live(mine, 40 * HOUR);
  for (const uploads of idle) {
    expect(uploads.length).toBeGreaterThanOrEqual(4);
    expect(new Set(uploads.map(({ hash }) => hash)).size).toBe(uploads.length);
    for (const [index, { at }] of uploads.entries()) {
      const before = uploads[index - 1];
      if (before === undefined) continue;
      expect(at - before.at).toBeGreaterThan(6 * HOUR * 0.69);
      expect(at - before.at).toBeLessThan(6 * HOUR * 1.35);
    }
  }
  for (const one of idle[0])
    for (const two of idle[1]) expect(Math.abs(one.at - two.at)).toBeGreaterThanOrEqual(30_000);
  // A change makes none come sooner.
  const planned = mine.backup.providers().map(({ nextRoundAt }) => nextRoundAt);
  mine.backup.rename({ device: 'another name' });
  await live(mine, HOUR / 20);
  expect(mine.backup.providers().map(({ nextRoundAt }) => nextRoundAt)).toEqual(planned);
}, 60_000);

it('the person who asks for a copy gets it, and so does what waits at the gate', async () => {
  const mine = watched();
  await add(mine, url(FREE));
  mine.backup.setPrivacy({ level: 'quiet', hours: 6 });
  expect(await mine.backup.cycle()).toMatchObject([{ outcome: 'stored' }]);
  await begin(mine, 'KUDOS:3');
  expect((await run(mine)).pending).toEqual([]);
  expect(mine.backup.privacy()).toEqual({ level: 'quiet', hours: 6, proxies: {} });
});

it('copies are a MiB from the first, so that they do not tell how much there is', async () => {
  const mine = watched();
  mine.backup.setPrivacy({ level: 'quiet', hours: 6 });
  await add(mine, url(FREE));
  expect(mine.store.local.providerProgress(url(FREE))?.sizeClass).toBe(1024 * 1024);
});

it.each([undefined, null, 7, { level: 'loud' }, { level: 'quiet', hours: 0 }, { level: 'quiet', hours: 1e9 }])(
  'a setting that nobody understands is none: %j',
  (value) => {
    expect(privacyOf({ entry: () => ({ value: { value } }) })).toEqual({ level: 'prompt', everyMs: 6 * HOUR });
  },
);
