// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { describe, expect, it } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { install, outcomes, recoveryText, type Installation } from '../support/backup-rig.ts';
import { restarted } from '../support/doomed.ts';
import { content, takeoverLab, takeOver } from './takeover-lab.ts';

const { world, url, funded } = await takeoverLab();

describe('refused, and nothing changed', () => {
  it.each([
    [
      'superseded',
      async (two: Installation) => {
        const three = install(world);
        await three.backup.restore(recoveryText(two));
        await outcomes(two);
      },
    ],
    [
      'leaving',
      async (two: Installation) => {
        two.store.transaction((tx) => {
          const own = tx.entry('device', tx.deviceId());
          if (own) tx.put('device', own.id, { ...own.value, status: 'leaving' });
        });
      },
    ],
  ] as const)('while this device is %s', async (state, put) => {
    const one = await funded('KUDOS:2', [url(0)]);
    const text = recoveryText(one);
    await one.backup.abandon();
    const two = await funded('KUDOS:2', [url(1)]);
    await put(two);
    const before = content(two);
    const refused = await takeOver(two, { recoveryText: text });
    expect(refused).toEqual({
      ok: false,
      error: { kind: 'wrong-device-state', standing: state },
    });
    if (!refused.ok)
      expect(explainBackupFailure(refused.error)).toMatchObject({ facts: { standing: { kind: state } } });
    expect(content(two)).toBe(before);
  });

  it('with the sheet of this very wallet', async () => {
    const one = await funded('KUDOS:1', [url(0)]);
    const refused = await takeOver(one, { recoveryText: recoveryText(one) });
    expect(refused).toEqual({ ok: false, error: { kind: 'own-sheet' } });
    if (!refused.ok) expect(english('failure', explainBackupFailure(refused.error))).toMatch(/keep this device/);
  });

  it('with a torn sheet, and where no copy is found', async () => {
    const one = await funded('KUDOS:1', [url(0)]);
    const two = await funded('KUDOS:1', [url(1)]);
    const before = content(two);
    const text = recoveryText(one);
    expect(await takeOver(two, { recoveryText: text.split('\n').slice(0, 5).join('\n') })).toMatchObject({
      error: { kind: 'recovery-truncated' },
    });
    const offline = restarted({
      ...two,
      world: { ...world, http: () => Promise.reject(new TypeError('fetch failed')) },
    });
    expect(await takeOver(offline, { recoveryText: text })).toMatchObject({
      error: { kind: 'nothing-restored' },
    });
    expect(content(two)).toBe(before);
  });
});
