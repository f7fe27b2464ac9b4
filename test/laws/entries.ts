// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { type CarriedEntry, type Kind, schemaByKind, STATUS } from '../../electron/state/entry.ts';

/** Entries of every kind from small domains, so that copies of the same entry meet and differ; every member may also be any JSON. */

const text = fc.constantFrom('', 'a', 'b', 'B', 'ä', '𝄞', '__proto__');
const garbage = fc.jsonValue({ maxDepth: 2 });
const usually = (shaped: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: shaped }, { weight: 1, arbitrary: garbage });
const words = (known: readonly string[]): fc.Arbitrary<unknown> =>
  usually(fc.constantFrom(...known, 'word-of-a-newer-wallet', 'another'));
const amounts = usually(
  fc.constantFrom('KUDOS:0', 'KUDOS:1', 'KUDOS:1.0', 'KUDOS:0.00000001', 'EUR:2', 'KUDOS:-1', 'KUDOS'),
);
const times = usually(fc.oneof(fc.constant({ t_s: 'never' }), fc.record({ t_s: fc.integer({ min: 0, max: 3 }) })));
export const clocks = fc.constantFrom(
  '1700000000000-00000-A',
  '1700000000000-00000-B',
  '1700000000000-00001-A',
  '9999999999998-00000-A',
  'no clock',
);
const newer = { written_by_a_newer_wallet: garbage, another_newer_member: text };

const some = (members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.record({ ...members, ...newer }, { requiredKeys: [] });
const map = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  usually(fc.dictionary(fc.constantFrom('x', 'y', '__proto__'), value, { maxKeys: 3 }));
const coins = map(some({ c: amounts, fee: amounts, s: words(STATUS.contribution) }));
const purse = { terms: garbage, h_contract: text, purse_expiration: times, why: text, contract_priv: text };

const members: { readonly [K in Kind]: Record<string, fc.Arbitrary<unknown>> } = {
  device: {
    epoch: usually(fc.integer({ min: 0, max: 3 })),
    status: words(STATUS.device),
    name: text,
    last_clock: clocks,
  },
  provider: { name: text, removed: usually(fc.boolean()) },
  exchange: { base_url: text, fields: map(usually(fc.record({ clock: clocks, value: garbage }))) },
  reserve: { priv: text, status: words(STATUS.reserve), created: times },
  withdrawal: {
    status: words(STATUS.withdrawal),
    why: text,
    batches: map(some({ seed: text, selection: garbage, status: words(STATUS.batch) })),
  },
  refresh: {
    seed: text,
    status: words(STATUS.refresh),
    why: text,
    noreveal_index: fc.nat(2),
    exchange_pub: text,
    exchange_sig: text,
  },
  coin: { h: text, v: amounts, sig: text, status: words(STATUS.coin), remaining: amounts },
  purchase: {
    coins,
    refunds: map(some({ amount: amounts })),
    status: words(STATUS.purchase),
    why: text,
    terms: garbage,
    merchant_sig: text,
    h_contract: text,
    amount: amounts,
  },
  refund: { amount: amounts, status: words(STATUS.refund), why: text, exchange_pub: text, exchange_sig: text },
  deposit: { coins, payto: text, status: words(STATUS.deposit), why: text },
  'push-out': { ...purse, coins, status: words(STATUS['push-out']) },
  'push-in': { ...purse, reserve: text, merge_priv: text, merge_timestamp: times, status: words(STATUS['push-in']) },
  'pull-out': { ...purse, reserve: text, status: words(STATUS['pull-out']) },
  'pull-in': { ...purse, coins, status: words(STATUS['pull-in']) },
  setting: { value: garbage },
  tombstone: { until: times },
};

const unknownKinds = ['kind-of-a-newer-wallet', '__proto__', 'constructor', '\0'];

/** The value of an entry of `kind`: mostly of the right shape, sometimes any JSON at all. */
export const valueOf = (kind: string): fc.Arbitrary<unknown> =>
  Object.hasOwn(members, kind) ? usually(some(members[kind as Kind])) : garbage;

/** One entry of one kind and id. */
export const entryOf = (kind: string, id: string): fc.Arbitrary<CarriedEntry> =>
  fc.record({ kind: fc.constant(kind), id: fc.constant(id), clock: clocks, value: valueOf(kind) });

export const kinds: readonly string[] = [...Object.keys(schemaByKind), ...unknownKinds];

/** A copy of a wallet's state. */
export const copies: fc.Arbitrary<readonly CarriedEntry[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...kinds), fc.constantFrom('1', '2'))
    .chain(([kind, id]) => fc.tuple(entryOf(kind, id), fc.boolean()))
    .map(([entry, aside]): CarriedEntry => (aside && entry.id === '2' ? { ...entry, quarantined: true } : entry)),
  { maxLength: 12 },
);
