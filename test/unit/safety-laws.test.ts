// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SafetyFacts } from '../../electron/backup/safety/facts.ts';
import { judgeSafety } from '../../electron/backup/safety/judge.ts';
import { copy, DAY, facts, NOW, place } from './safety-facts.ts';

// What holds of the judgement about the money whatever is known.

const time = fc
  .oneof(fc.integer({ min: -2000, max: 2 }), fc.integer({ min: -40, max: 1 }))
  .map((days) => NOW + days * DAY);
const someFacts: fc.Arbitrary<SafetyFacts> = fc.record(
  {
    now: fc.constant(NOW),
    money: fc.subarray([...facts().money]),
    places: fc.uniqueArray(
      fc
        .record(
          {
            id: fc.constantFrom('a', 'b', 'c'),
            copy: fc.record({
              at: time,
              sources: fc.subarray(['s1', 's2']).map((ids) => new Set(ids)),
              complete: fc.boolean(),
            }),
            gone: fc.boolean(),
            paidUntil: time,
            failingSince: time,
            unplugged: fc.boolean(),
          },
          { requiredKeys: ['id', 'gone', 'unplugged'] },
        )
        .map((each) => ({ ...each, name: each.id })),
      { selector: ({ id }) => id },
    ),
    paper: fc.record({
      testedAt: time,
      places: fc.subarray(['a', 'b', 'c']).map((ids) => new Set(ids)),
    }),
    escrow: fc.record({
      testedAt: time,
      places: fc.subarray(['a', 'b', 'c']).map((ids) => new Set(ids)),
    }),
    escrowLacks: fc.integer({ min: 0, max: 2 }),
    sheetShown: fc.boolean(),
    wanted: fc.integer({ min: 1, max: 3 }),
    changedAt: time,
    waits: fc.boolean(),
  },
  { requiredKeys: ['now', 'money', 'places', 'sheetShown', 'wanted', 'waits'] },
);

describe('whatever is known', () => {
  test('protected means read back, on paper and at the places, in as many copies as wanted, and nothing to lose', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const view = judgeSafety(given);
        if (view.state !== 'protected' && view.state !== 'syncing') return;
        expect(given.paper ?? given.escrow).toBeDefined();
        const ledTo = given.places.filter(
          ({ id }) => given.paper?.places.has(id) === true || given.escrow?.places.has(id) === true,
        );
        for (const { source } of given.money)
          expect(ledTo.some(({ copy: held, gone }) => held?.sources.has(source) === true && !gone)).toBe(true);
        expect([view.lost, view.uncopied]).toEqual([[], []]);
        const good = given.places.filter(({ copy: held, gone }) => held !== undefined && !gone);
        for (const said of view.said)
          if (said.kind === 'protected' || said.kind === 'protected-by-escrow') {
            expect(said.facts.places).toBeGreaterThan(0);
            expect(Number.isFinite(said.facts.at)).toBe(true);
          }
        expect(good.length).toBeGreaterThan(0);
        if (view.state === 'protected')
          for (const { source } of given.money)
            expect(good.filter(({ copy: held }) => held?.sources.has(source)).length).toBeGreaterThanOrEqual(
              given.wanted,
            );
      }),
      { numRuns: 2000 },
    );
  });

  test('what no copy holds would be lost, and every state but the calm ones has one thing to do', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const { state, said, lost, uncopied, next } = judgeSafety(given);
        expect(said.length).toBeGreaterThan(0);
        expect(uncopied.length).toBeLessThanOrEqual(lost.length);
        expect(next === undefined).toBe(state === 'syncing');
      }),
      { numRuns: 2000 },
    );
  });
});
test('every place that lost its copy is named', () => {
  const gone = ['b', 'c'].map((id) => place(id, { gone: true }));
  const [said] = judgeSafety(facts({ places: [place('a'), ...gone] })).said;
  expect(said).toEqual({ kind: 'copy-gone', facts: { places: ['B', 'C'] } });
});

test('of places, those are counted that hold all the money', () => {
  const part = place('a', { copy: copy({ sources: new Set(['s1']), complete: false }) });
  const whole = place('b', { failingSince: NOW - DAY, copy: copy({ at: NOW - 2 * DAY }) });
  const [said] = judgeSafety(facts({ places: [part, whole] })).said;
  expect(said).toMatchObject({ kind: 'protected', facts: { places: 1, at: NOW - 2 * DAY } });
});

describe('an escrow beside a sheet', () => {
  test('never makes more be lost, and an escrow that does not count changes nothing but what is said', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const { escrow: _escrow, escrowLacks: _lacks, ...without } = given;
        const [both, alone] = [judgeSafety(given), judgeSafety(without)];
        expect(both.lost.length).toBeLessThanOrEqual(alone.lost.length);
        expect(both.uncopied).toEqual(alone.uncopied);
        const uncounted = judgeSafety({ ...without, escrowLacks: 1 });
        expect([uncounted.state, uncounted.lost]).toEqual([alone.state, alone.lost]);
      }),
      { numRuns: 1000 },
    );
  });
});
