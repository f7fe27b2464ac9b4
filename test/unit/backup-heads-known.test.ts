// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Head } from '../../electron/backup/copies/head.ts';
import { headOf, isOlder } from '../../electron/backup/copies/head.ts';
import { hearHeads, headsToTell, knownHead, readHeads, seeHead } from '../../electron/backup/copies/heads.ts';
import { NOON } from '../laws/stores.ts';

// How far a place's copy had come, as this device saw it and as others told: only ever forward, or a place could show an old copy.

const at = (ms: number): string => `${String(NOON + ms).padStart(13, '0')}-00000-A`;
const PLACE = 'https://sync.example/';
const head = (clock: number, devices: Readonly<Record<string, number>> = {}): Head => ({
  clock: at(clock),
  devices: Object.fromEntries(Object.entries(devices).map(([name, ms]) => [name, at(ms)])),
});

/** A device with its marks, and places that are in use (`false`) or removed (`true`). */
const device = (places: Readonly<Record<string, boolean>> = { [PLACE]: false }) => {
  const marks = new Map<string, unknown>();
  const parts = {
    local: {
      markOf: (name: string, id: string) => marks.get(`${name} ${id}`),
      setMarkOf: (name: string, id: string, value: unknown) => void marks.set(`${name} ${id}`, value),
    },
    entry: (kind: string, id: string) =>
      kind === 'provider' && Object.hasOwn(places, id) ? { id, value: { removed: places[id] } } : undefined,
    entries: (kind: string) =>
      kind === 'provider' ? Object.entries(places).map(([id, removed]) => ({ id, value: { removed } })) : [],
  };
  return {
    see: (id: string, seen: Head) => seeHead(parts.local as never, id, seen),
    hear: (heads: Readonly<Record<string, Head>>) => hearHeads(parts as never, heads),
    known: (id = PLACE) => knownHead(parts.local as never, id),
    tell: () => headsToTell(parts as never),
  };
};

describe('what is known of a copy', () => {
  test('is what the place has shown, and never less again', () => {
    const { see, known } = device();
    expect(known()).toBeUndefined();
    see(PLACE, head(5, { A: 5, B: 1 }));
    expect(known()).toEqual(head(5, { A: 5, B: 1 }));
    see(PLACE, head(3, { A: 2, C: 3 }));
    expect(known()).toEqual(head(5, { A: 5, B: 1, C: 3 }));
    see(PLACE, head(7, { B: 7 }));
    expect(known()).toEqual(head(7, { A: 5, B: 7, C: 3 }));
  });

  test('is what others told of it, too: of both the later', () => {
    const { see, hear, known } = device();
    hear({ [PLACE]: head(4, { A: 4, B: 4 }) });
    expect(known()).toEqual(head(4, { A: 4, B: 4 }));
    see(PLACE, head(2, { A: 6, C: 1 }));
    expect(known()).toEqual(head(4, { A: 6, B: 4, C: 1 }));
    hear({ [PLACE]: head(3, { B: 9 }) });
    expect(known()).toEqual(head(4, { A: 6, B: 9, C: 1 }));
  });

  test('is nothing of places that keep no copies for us, and each place’s own', () => {
    const { hear, see, known } = device({ [PLACE]: false, 'https://gone.example/': true });
    hear({ 'https://gone.example/': head(1), 'https://strange.example/': head(1), [PLACE]: head(2) });
    expect(known('https://gone.example/')).toBeUndefined();
    expect(known('https://strange.example/')).toBeUndefined();
    expect(known()).toEqual(head(2));
    see('https://other.example/', head(9));
    expect(known()).toEqual(head(2));
  });
});

describe('what is told', () => {
  test('is all that is known of the places in use', () => {
    const one = device({ [PLACE]: false, 'https://gone.example/': true, 'https://new.example/': false });
    one.see(PLACE, head(2, { A: 2 }));
    one.hear({ [PLACE]: head(1, { B: 1 }) });
    one.see('https://gone.example/', head(5));
    expect(one.tell()).toEqual({ [PLACE]: head(2, { A: 2, B: 1 }) });
  });

  test('is of 64 places and 64 devices at most: those that wrote last', () => {
    const places = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`https://p${i}.example/`, false]));
    const one = device(places);
    // In no order: the mark does not keep them in the order of their clocks.
    const crowd = Object.fromEntries(
      Array.from({ length: 65 }, (_, i) => (i * 37) % 65).map((i) => [`D${i}`, i] as const),
    );
    for (const id of Object.keys(places)) one.see(id, head(70, crowd));
    const told = one.tell();
    expect(Object.keys(told)).toHaveLength(64);
    const { D0: _, ...latest } = crowd;
    expect(told['https://p3.example/']).toEqual(head(70, latest));
  });
});

test('64 devices are believed, and one more, or one of the future, is not', () => {
  const of = (count: number, last = 0) =>
    readHeads(
      {
        [PLACE]: head(
          0,
          Object.fromEntries(Array.from({ length: count }, (_, i) => [`D${i}`, i === count - 1 ? last : 0])),
        ),
      },
      NOON,
    );
  expect(Object.keys(of(64))).toEqual([PLACE]);
  expect(of(65)).toEqual({});
  expect(of(3, 3 * 86_400_000)).toEqual({});
});

test('the head of a content is its newest clock and what each device says of itself', () => {
  const entry = (kind: string, id: string, ms: number, value: unknown) => ({ kind, id, clock: at(ms), value });
  const one = (last?: number) => ({
    epoch: 1,
    status: 'active',
    ...(last === undefined ? {} : { last_clock: at(last) }),
  });
  const entries = [
    entry('device', 'A', 1, one(1)),
    entry('device', 'B', 2, one()),
    entry('setting', 'x', 4, { value: 1 }),
  ];
  expect(headOf(entries)).toEqual(head(4, { A: 1 }));
  expect(headOf([...entries, { ...entry('device', 'C', 9, one(9)), quarantined: true as const }])).toEqual(
    head(4, { A: 1 }),
  );
  expect(isOlder(head(4, { A: 1 }), head(4, { A: 1 }))).toBe(false);
  expect(isOlder(head(3, { A: 1 }), head(4))).toBe(true);
  expect(isOlder(head(5), head(4, { A: 1 }))).toBe(true);
});
