// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { type CarriedEntry, type Kind, schemaByKind, OUTSIDE, STATUS } from '../../electron/state/entry.ts';
import { goneName } from '../../electron/state/gone.ts';

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
const coins = map(some({ c: amounts, fee: amounts, renewal: amounts, change: amounts, s: words(STATUS.contribution) }));
const counts = usually(fc.integer({ min: 0, max: 3 }));
const flag = usually(fc.constant(true));
/** Those of this version, the last for exchanges of today, and one of a newer wallet. */
const schemes = usually(fc.constantFrom(0, 1, 2, 3, 4));
const registered = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  usually(fc.record({ clock: clocks, value: usually(value) }));
/** What is known of an exchange, and that it has shown how it makes change. */
const registers = fc.oneof(
  map(registered(garbage)),
  some({ 'proven 3': registered(fc.constant(true)), 'proved with': registered(amounts) }),
);
const texts = usually(fc.array(text, { maxLength: 2 }));
const selections = usually(fc.array(fc.record({ h: text, n: fc.nat(2), v: amounts }), { maxLength: 2 }));
const origins = usually(
  fc.oneof(
    fc.record({ type: fc.constant('manual'), payto: text }),
    fc.record(
      {
        type: fc.constant('bank'),
        bank_base_url: text,
        operation_id: text,
        exchange_payto: text,
        confirm_url: text,
        sum: words(['chosen', 'at-bank']),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({ type: fc.constant('peer'), purse: text }),
  ),
);
const answer = { exchange_pub: text, exchange_sig: text };
const purse = {
  exchange: text,
  master_pub: text,
  contract_priv: text,
  amount: amounts,
  terms: garbage,
  h_contract: text,
  purse_expiration: times,
  brought: flag,
  created: times,
  without_backup: flag,
  called_back: counts,
  why: text,
  forgotten: flag,
};

/** Names of entries as they are in `copies`, and what may stand beside them. */
const goneNames = fc
  .tuple(
    fc.constantFrom('withdrawal', 'reserve', 'purchase', 'refund', 'deposit', 'push-out', 'gone'),
    fc.constantFrom('1', '2'),
  )
  .map(([kind, id]) => goneName(kind, id));
const left = fc.oneof(fc.constant(1), fc.array(garbage, { maxLength: 2 }));

/** Every field of every kind; `entries.test.ts` fails when one of the schemas is missing here. */
const members: { readonly [K in Kind]: Record<string, fc.Arbitrary<unknown>> } = {
  device: { epoch: counts, status: words(STATUS.device), name: text, name_clock: clocks, last_clock: clocks },
  provider: {
    name: text,
    provider_kind: words(['sync', 'folder']),
    removed: usually(fc.boolean()),
    max_total: amounts,
    agreed_orders: texts,
    max_fee: amounts,
    annual_fee: amounts,
    paid_until: times,
    liability: amounts,
    storage_limit_mb: counts,
    directory: text,
  },
  exchange: {
    base_url: text,
    master_pub: text,
    currency: text,
    fields: registers,
  },
  reserve: {
    priv: text,
    key_seed: text,
    bound: text,
    exchange: text,
    master_pub: text,
    purpose: words(['withdraw', 'merge']),
    created: times,
    status: words(STATUS.reserve),
  },
  withdrawal: {
    exchange: text,
    master_pub: text,
    reserve: text,
    reserve_priv: text,
    brought: usually(some({ id: text, what: text, summary: text })),
    amount: amounts,
    created: times,
    origin: origins,
    status: words(STATUS.withdrawal),
    batches: map(
      some({
        seed: text,
        selection: selections,
        status: words(STATUS.batch),
        scheme: schemes,
        blinding: text,
        bootstrap: flag,
        outside: words(OUTSIDE),
      }),
    ),
    without_backup: flag,
    recoup: flag,
    arrived: amounts,
    max_fees: amounts,
    forgotten: flag,
    named_by: text,
    why: text,
  },
  refresh: {
    exchange: text,
    master_pub: text,
    old_coin: text,
    old_coin_pub: text,
    seed: text,
    scheme: schemes,
    selection: selections,
    melt_amount: amounts,
    fee: amounts,
    reason: words(['change', 'restore', 'expiry', 'refund', 'released', 'recoup']),
    purchase: text,
    transfer_pub: text,
    old_priv: text,
    old_sig: text,
    same_as: text,
    refunds: texts,
    created: times,
    noreveal_index: usually(fc.nat(2)),
    gammas: map(flag),
    ...answer,
    without_backup: flag,
    outside: words(OUTSIDE),
    status: words(STATUS.refresh),
    why: fc.oneof(text, fc.constantFrom('proof', 'unspent-refused')),
  },
  coin: {
    source: words(['withdrawal', 'refresh']),
    source_id: text,
    exchange: text,
    master_pub: text,
    h: text,
    v: amounts,
    sig: usually(text),
    sigs: map(flag),
    status: words(STATUS.coin),
    remaining: amounts,
  },
  purchase: {
    merchant_base_url: text,
    order_id: text,
    session_id: text,
    claim_token: text,
    nonce_priv: text,
    terms: garbage,
    merchant_sig: text,
    h_contract: text,
    amount: amounts,
    choice: counts,
    exchange: text,
    coins,
    fees: amounts,
    cost: amounts,
    drawn: amounts,
    provider_account: text,
    provider_renews: flag,
    merchant_pub: text,
    begun: times,
    named_by: text,
    closed: flag,
    forgotten: flag,
    refund_deadline: times,
    about: some({ merchant: text, summary: text }),
    status: words(STATUS.purchase),
    pay_sig: text,
    provider: text,
    created: times,
    paid_at: times,
    refunds: map(some({ amount: amounts })),
    why: text,
  },
  refund: {
    purchase: text,
    coin: text,
    rtransaction_id: counts,
    amount: amounts,
    fee: amounts,
    renewal: amounts,
    created: times,
    refresh: text,
    ...answer,
    brought: flag,
    status: words(STATUS.refund),
    why: text,
  },
  deposit: {
    exchange: text,
    master_pub: text,
    payto: text,
    h_wire: text,
    forgotten: flag,
    wire_salt: text,
    wire_fee: amounts,
    merchant_priv: text,
    h_contract: text,
    amount: amounts,
    cost: amounts,
    timestamp: times,
    refund_deadline: times,
    wire_deadline: times,
    coins,
    created: times,
    brought: flag,
    status: words(STATUS.deposit),
    why: text,
  },
  'push-out': {
    ...purse,
    invoice: text,
    reissue: flag,
    purse_priv: text,
    key_seed: text,
    merge_priv: text,
    coins,
    cost: amounts,
    status: words(STATUS['push-out']),
  },
  'push-in': {
    ...purse,
    merge_priv: text,
    reserve: text,
    merge_timestamp: times,
    withdrawal: text,
    max_fees: amounts,
    status: words(STATUS['push-in']),
  },
  'pull-out': {
    ...purse,
    purse_priv: text,
    key_seed: text,
    merge_priv: text,
    reserve: text,
    merge_timestamp: times,
    purse_fee: amounts,
    funding: text,
    withdrawal: text,
    max_fees: amounts,
    status: words(STATUS['pull-out']),
  },
  'pull-in': { ...purse, coins, cost: amounts, status: words(STATUS['pull-in']) },
  setting: { value: garbage },
  tombstone: { until: times },
  gone: {
    seeds: usually(fc.dictionary(fc.constantFrom('1', '2', '__proto__'), usually(fc.constant(1)), { maxKeys: 3 })),
    entries: usually(fc.dictionary(goneNames, usually(left), { maxKeys: 4 })),
  },
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
    // Coins are called by seed and index.
    .map(([kind, id]) => [kind, kind === 'coin' ? `${id}/0` : id] as const)
    .chain(([kind, id]) => fc.tuple(entryOf(kind, id), fc.boolean()))
    .map(([entry, aside]): CarriedEntry =>
      aside && entry.id.startsWith('2') ? { ...entry, quarantined: true } : entry,
    ),
  { maxLength: 12 },
);
