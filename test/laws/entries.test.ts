// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CarriedEntry, Kind } from '../../electron/state/entry.ts';
import { readEntry, schemaByKind, STATUS } from '../../electron/state/entry.ts';
import { isObject } from '../../electron/taler/bytes/json.ts';
import { merge } from '../../electron/state/merge.ts';
import { ruleOf } from '../../electron/state/rules.ts';
import { isHideable, isHidden, tombstoneId } from '../../electron/state/tombstone.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { copies, entryOf, kinds, valueOf } from './entries.ts';

// The laws of merge.test.ts hold for what entries.ts generates: here that is everything the schemas know. A kind, a field or
// a status that is added without a generator makes a test fail.

const KINDS = Object.keys(schemaByKind) as Kind[];
const SAMPLE = { numRuns: 3000, seed: 1 };

/** The parts of a zod schema that matter here: members, values of a map, elements, what an option holds, alternatives. */
type Schema = {
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly valueType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly unwrap?: () => Schema;
  readonly def?: { readonly type?: string };
};

/** Paths of all members a schema names; `*` stands for the names in a map and the places in a list. */
const fieldsOf = (schema: Schema, path = ''): readonly string[] => {
  if (schema.def?.type === 'optional' && schema.unwrap) return fieldsOf(schema.unwrap(), path);
  if (schema.shape)
    return Object.entries(schema.shape).flatMap(([name, each]) => [
      `${path}/${name}`,
      ...fieldsOf(each, `${path}/${name}`),
    ]);
  if (schema.valueType) return fieldsOf(schema.valueType, `${path}/*`);
  if (schema.def?.type === 'array' && schema.element) return fieldsOf(schema.element, `${path}/*`);
  return (schema.options ?? []).flatMap((each) => fieldsOf(each, path));
};

/** Everything a value has at the paths of a schema, as `path` and as `path=text`. */
const foundIn = (value: unknown, schema: Schema, path = ''): readonly string[] => {
  if (schema.def?.type === 'optional' && schema.unwrap) return foundIn(value, schema.unwrap(), path);
  const { shape, valueType, element, options } = schema;
  const own = typeof value === 'string' ? [`${path}=${value}`] : [];
  if (shape && isObject(value))
    return Object.entries(shape).flatMap(([name, each]) =>
      Object.hasOwn(value, name) ? [`${path}/${name}`, ...foundIn(value[name], each, `${path}/${name}`)] : [],
    );
  if (valueType && isObject(value))
    return Object.values(value).flatMap((each) => foundIn(each, valueType, `${path}/*`));
  if (element && Array.isArray(value)) return value.flatMap((each) => foundIn(each, element, `${path}/*`));
  return options ? options.flatMap((each) => foundIn(value, each, path)) : own;
};

/** Where the words of each order stand. */
const STATUS_PATH: { readonly [K in keyof typeof STATUS]: readonly (readonly [Kind, string])[] } = {
  device: [['device', '/status']],
  reserve: [['reserve', '/status']],
  withdrawal: [['withdrawal', '/status']],
  batch: [['withdrawal', '/batches/*/status']],
  refresh: [['refresh', '/status']],
  coin: [['coin', '/status']],
  purchase: [['purchase', '/status']],
  contribution: [
    ['purchase', '/coins/*/s'],
    ['deposit', '/coins/*/s'],
    ['push-out', '/coins/*/s'],
    ['pull-in', '/coins/*/s'],
  ],
  refund: [['refund', '/status']],
  deposit: [['deposit', '/status']],
  'push-out': [['push-out', '/status']],
  'push-in': [['push-in', '/status']],
  'pull-out': [['pull-out', '/status']],
  'pull-in': [['pull-in', '/status']],
};

describe('what is generated', () => {
  const found = new Map(
    KINDS.map((kind) => [
      kind,
      new Set(fc.sample(valueOf(kind), SAMPLE).flatMap((value) => foundIn(value, schemaByKind[kind] as Schema))),
    ]),
  );

  test.each(KINDS)('every field of %s, also inside of it', (kind) => {
    const fields = fieldsOf(schemaByKind[kind] as Schema);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => !found.get(kind)?.has(field))).toEqual([]);
  });

  test('every word of every status, and words of newer wallets', () => {
    for (const [name, places] of Object.entries(STATUS_PATH))
      for (const [kind, path] of places)
        for (const known of [...STATUS[name as keyof typeof STATUS], 'word-of-a-newer-wallet'])
          expect(found.get(kind)?.has(`${path}=${known}`), `${kind}${path} is ${known}`).toBe(true);
  });

  test('every place of a status is in that list', () => {
    const listed = new Set(Object.values(STATUS_PATH).flatMap((places) => places.map(([kind, path]) => kind + path)));
    const places = KINDS.flatMap((kind) =>
      fieldsOf(schemaByKind[kind] as Schema)
        .filter((path) => /\/(status|s)$/.test(path))
        .map((path) => kind + path),
    );
    expect(new Set(places)).toEqual(listed);
  });

  test('copies hold every kind, unknown ones and quarantined ones, and values that schemas accept and refuse', () => {
    const all = fc.sample(copies, SAMPLE).flat();
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(kinds));
    const aside = new Set(all.filter(({ quarantined }) => quarantined).map(({ kind }) => kind));
    expect(aside).toEqual(new Set(kinds));
    const setting = all.filter(({ kind }) => kind === 'tombstone');
    expect(setting.some((each) => readEntry(each) !== undefined)).toBe(true);
    expect(setting.some((each) => readEntry(each) === undefined)).toBe(true);
  });
});

/** How far a status has come in its order; a newer wallet's word just before the last. */
const rankOf = (order: readonly string[], value: unknown): number => {
  const word = isObject(value) ? value['status'] : undefined;
  if (typeof word !== 'string') return -1;
  const at = order.indexOf(word);
  return at === order.length - 1 ? at + 1 : at >= 0 ? at : order.length - 1;
};

describe.each(KINDS.filter((kind) => Object.hasOwn(STATUS, kind)))('%s', (kind) => {
  const order = STATUS[kind as keyof typeof STATUS];
  const entry = entryOf(kind, 'same');

  test('its status never moves back, whatever copies meet and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (heard) => {
        let known: readonly CarriedEntry[] = [];
        let furthest = -1;
        for (const each of heard) {
          known = merge(known, [each]);
          furthest = Math.max(furthest, rankOf(order, each.value));
          expect(rankOf(order, known[0]?.value)).toBe(furthest);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** What holds money, the only key to it, or the order of devices. */
const HOLDS_MONEY = KINDS.filter((kind) => !['exchange', 'provider', 'setting', 'tombstone'].includes(kind));

test.each(HOLDS_MONEY)('no tombstone hides or drops a %s, whatever it says and whenever it was written', (kind) => {
  expect(isHideable(kind)).toBe(false);
  expect(ruleOf(kind).clock).not.toBe('whole');
  fc.assert(
    fc.property(entryOf(kind, 'id'), entryOf('tombstone', tombstoneId(kind, 'id')), fc.nat(10), (entry, stone, now) => {
      const joined = merge([entry], [stone]);
      expect(joined.filter((each) => each.kind === kind).map(({ value }) => canonicalJson(value))).toEqual(
        merge([entry], []).map(({ value }) => canonicalJson(value)),
      );
      const shown = { kind, id: 'id', clock: entry.clock, value: {} } as unknown as Parameters<typeof isHidden>[0];
      const said = readEntry(stone);
      if (said?.kind === 'tombstone') expect(isHidden(shown, said, now)).toBe(false);
    }),
    { numRuns: 200 },
  );
});
