// SPDX-License-Identifier: GPL-3.0-or-later
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import type { World } from '../../electron/world.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, testWorld, type Installation } from '../support/backup-rig.ts';
import { english } from '../support/english.ts';

const MIB = 1024 * 1024;
const DAY = 24 * 3600_000;

describe('a copy that is larger than its place takes', () => {
  const world = testWorld();
  let sandbox: Sandbox;
  let mine: Installation;
  let sent = 0;
  let refuse = false;
  aroundEconomy(world, [{ annualFee: 'KUDOS:0', storageLimitMegabytes: 4 }], (opened) => {
    sandbox = opened;
  });
  beforeEach(async () => {
    refuse = false;
    mine = install({ ...world, http: counting });
    expect(await add(mine, place())).toBe('stored');
    await outcomes(mine);
    sent = 0;
  });

  const place = (): string => sandbox.syncProviders[0]?.baseUrl ?? '';
  const counting: World['http'] = async (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input);
    if (init?.method !== 'POST' || !href.startsWith(place())) return world.http(input, init);
    sent += 1;
    return refuse ? new Response(null, { status: 413 }) : world.http(input, init);
  };
  /** So many bytes that no compression makes smaller. */
  const fill = (bytes: number, name = 'note'): void =>
    mine.store.transaction((tx) =>
      tx.put('setting', name, {
        value: Array.from({ length: Math.ceil((bytes * 1.02) / 3200) }, () =>
          bytesToCrock(world.randomBytes(3200)),
        ).join(''),
      }),
    );
  const rounds = async (count: number): Promise<readonly string[]> => {
    const all: string[] = [];
    for (let round = 0; round < count; round += 1) {
      world.move(7 * 3600_000);
      all.push(...(await outcomes(mine)));
    }
    return all;
  };
  const notes = () => mine.backup.providers()[0]?.notes ?? [];

  it('is not sent at all when the place has said how much it takes, and it says what to do', async () => {
    fill(4.5 * MIB);
    expect(await rounds(4)).toEqual(['too-large', 'too-large', 'too-large', 'too-large']);
    expect(sent).toBe(0);
    expect(english('placeNote', ...notes())).toMatch(/nothing is sent.*another place/i);
    fill(1000);
    expect(await rounds(1)).toEqual(['stored']);
  });

  it('is sent once when only its refusal tells, and again when it is smaller, or after a week', async () => {
    refuse = true;
    fill(1.5 * MIB);
    expect(await rounds(4)).toEqual(['too-large', 'too-large', 'too-large', 'too-large']);
    expect(sent).toBe(1);
    fill(10, 'more');
    await rounds(1);
    expect(sent).toBe(1);
    world.move(8 * DAY);
    await rounds(1);
    expect(sent).toBe(2);
    refuse = false;
    fill(1000);
    expect(await rounds(1)).toEqual(['stored']);
    expect(sent).toBe(3);
    fill(1.5 * MIB);
    expect(await rounds(1)).toEqual(['stored']);
  });

  it('is told long before: at half and at four fifths', async () => {
    fill(1.3 * MIB);
    await rounds(1);
    expect(notes()).toEqual([]);
    fill(1.6 * MIB);
    await rounds(1);
    expect(notes()).toMatchObject([{ kind: 'half-full', facts: { limitBytes: 4 * MIB } }]);
    expect(english('placeNote', ...notes())).toMatch(/5\d.%.*more room/s);
    fill(2.6 * MIB);
    await rounds(1);
    expect(notes()).toMatchObject([{ kind: 'nearly-full' }]);
    fill(3.5 * MIB);
    await rounds(1);
    expect(notes().map(({ kind }) => kind)).toEqual(['too-large']);
  });
});
