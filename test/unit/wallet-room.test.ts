// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../electron/state/entry.ts';
import type { Reader } from '../../electron/storage/store.ts';
import { exchangeFull, inPlaceOf, isSmall, lessRoom, roomAt, takes } from '../../electron/wallet/coins/room.ts';

// How many coins of one exchange a wallet takes: what it holds and what is on its way to it count alike, and nothing else does.

const HERE = 'https://exchange.example/';
const ELSEWHERE = 'https://other.example/';
/** 1/256: the least that is no small coin. */
const LEAST = 'KUDOS:0.00390625';
const SMALL = 'KUDOS:0.00390624';

type Held = { readonly exchange?: string; readonly status?: string; readonly v: string; readonly remaining?: string };
type Batch = { readonly status: string; readonly selection: readonly { readonly n: number; readonly v: string }[] };
type Scene = {
  readonly coins?: readonly Held[];
  readonly withdrawals?: readonly { exchange: string; status: string; batches: Readonly<Record<string, Batch>> }[];
  readonly refreshes?: readonly (Batch & { exchange: string })[];
  readonly bytes?: number;
};

/** A wallet that holds just this. */
const wallet = ({ coins = [], withdrawals = [], refreshes = [], bytes = 0 }: Scene): Reader =>
  ({
    coins: (asked: { readonly exchange: string; readonly status: string }) =>
      coins
        .map(({ exchange = HERE, status = 'fresh', v, remaining = v }) => ({
          value: { exchange, status, v, remaining },
        }))
        .filter(({ value }) => value.exchange === asked.exchange && value.status === asked.status),
    entries: (kind: Entry['kind']) =>
      (kind === 'withdrawal' ? withdrawals : kind === 'refresh' ? refreshes : []).map((value) => ({ kind, value })),
    bytesOf: (exchange: string) => (exchange === HERE ? bytes : 0),
  }) as never;

const room = (scene: Scene): unknown => roomAt(wallet(scene), HERE);

describe('the room an exchange has', () => {
  test('is 4096 coins, of which 256 may be less than 1/256', () => {
    expect(room({})).toEqual({ coins: 4096, small: 256 });
    expect([isSmall(390_624n), isSmall(390_625n)]).toEqual([true, false]);
  });

  test('is taken by its coins that still hold something, in use or not', () => {
    const coins: readonly Held[] = [
      { v: 'KUDOS:1' },
      { v: LEAST },
      { v: SMALL },
      { v: SMALL, status: 'in-use' },
      { v: SMALL, remaining: 'KUDOS:0' },
      { v: SMALL, status: 'spent' },
      { v: SMALL, exchange: ELSEWHERE },
    ];
    expect(room({ coins })).toEqual({ coins: 4092, small: 254 });
  });

  test('is taken by the coins of a withdrawal that are planned or asked for, and not by those that have come or will not', () => {
    const batch = (status: string, n: number): Batch => ({
      status,
      selection: [
        { n, v: SMALL },
        { n: 1, v: LEAST },
      ],
    });
    const batches = { a: batch('planned', 2), b: batch('sent', 3), c: batch('done', 100), d: batch('failed', 100) };
    const drawing = { exchange: HERE, status: 'withdrawing', batches };
    expect(room({ withdrawals: [drawing] })).toEqual({ coins: 4089, small: 251 });
    const others = [
      { ...drawing, exchange: ELSEWHERE },
      { ...drawing, status: 'done' },
      { ...drawing, status: 'aborted' },
    ];
    expect(room({ withdrawals: others })).toEqual({ coins: 4096, small: 256 });
  });

  test('is taken by the coins of a refresh until they are there', () => {
    const refresh = (status: string, exchange = HERE): Batch & { exchange: string } => ({
      exchange,
      status,
      selection: [{ n: 4, v: SMALL }],
    });
    expect(room({ refreshes: [refresh('planned'), refresh('melted')] })).toEqual({ coins: 4088, small: 248 });
    const others = [refresh('done'), refresh('failed'), refresh('planned', ELSEWHERE)];
    expect(room({ refreshes: others })).toEqual({ coins: 4096, small: 256 });
  });

  test('is never less than none', () => {
    const selection = [{ n: 5000, v: SMALL }];
    expect(room({ refreshes: [{ exchange: HERE, status: 'planned', selection }] })).toEqual({ coins: 0, small: 0 });
  });

  test('is none at all, not even for a coin in place of another, once it fills 8 MiB', () => {
    const [below, full] = [8 * 1024 * 1024 - 1, 8 * 1024 * 1024];
    expect(room({ bytes: below })).toEqual({ coins: 4096, small: 256 });
    const none = roomAt(wallet({ bytes: full }), HERE);
    expect(inPlaceOf(none, 1n)).toEqual({ coins: 0, small: 0 });
    expect(inPlaceOf(none, 390_625n)).toEqual({ coins: 0, small: -1 });
    expect([below, full].map((bytes) => exchangeFull(wallet({ bytes }), HERE))).toEqual([
      { kind: 'exchange-full', exchange: HERE, by: 'coins' },
      { kind: 'exchange-full', exchange: HERE, by: 'bytes' },
    ]);
  });
});

test('what a selection takes, and what it leaves', () => {
  const taken = takes([
    { n: 3, v: 'KUDOS:2' },
    { n: 2, v: SMALL },
    { n: 1, v: LEAST },
  ]);
  expect(taken).toEqual({ coins: 6, small: 2 });
  expect(lessRoom({ coins: 10, small: 5 }, taken)).toEqual({ coins: 4, small: 3 });
});
