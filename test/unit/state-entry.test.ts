// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { schemaByKind, type Kind } from '../../electron/state/entry.ts';

// Every member of every kind of entry, as FORMAT.md has it: what it may be, and the first that it may not. A copy is written by
// whoever has the secret, and what a schema lets through is believed everywhere above it.

const LAST_SECOND = 8_640_000_000_000;
const crock = (length: number): { readonly good: readonly unknown[]; readonly bad: readonly unknown[] } => ({
  good: ['0'.repeat(length), 'Z'.repeat(length)],
  bad: ['0'.repeat(length - 1), '0'.repeat(length + 1), 'U'.repeat(length), 'a'.repeat(length), 7],
});
const time = {
  good: [{ t_s: 0 }, { t_s: LAST_SECOND }, { t_s: 'never' }, { t_s: 1, of_a_newer_wallet: 1 }],
  bad: [{ t_s: LAST_SECOND + 1 }, { t_s: -1 }, { t_s: 0.5 }, { t_s: 'always' }, {}, 7, null],
};
const amount = { good: ['KUDOS:0', 'KUDOS:4503599627370496.99999999'], bad: ['KUDOS:-1', 'KUDOS', '', 4] };
const count = { good: [0, 1, 2 ** 40], bad: [-1, 0.5, '1', null] };
const word = { good: ['a', 'word-of-a-newer-wallet', 'w'.repeat(64)], bad: ['', 'w'.repeat(65), 7] };
const text = { good: ['', 'x'.repeat(65_536)], bad: ['x'.repeat(65_537), 7, null] };
const one = { h: '0'.repeat(103), n: 1, v: 'KUDOS:1' };
const selection = {
  good: [[], [one], [{ ...one, n: 4096 }], [{ ...one, n: 4095 }, one, { ...one, n: 0 }], [{ ...one, newer: 1 }]],
  bad: [[{ ...one, n: 4097 }], [{ ...one, n: 4096 }, one], [{ ...one, h: 'A' }], [{ ...one, v: '1' }], [{}], {}],
};
const given = { c: 'KUDOS:1', fee: 'KUDOS:0', s: 'paid' };
const batch = { seed: '0'.repeat(52), selection: [], status: 'planned' };
const line = ['payment', 'done', 0, 'x', 'KUDOS', '1', '0.1', '-1.1', 'shop', 'tea'];
const lineWith = (at: number, value: unknown) => ({ 'refund x': [line.map((each, i) => (i === at ? value : each))] });
const manual = { type: 'manual', payto: 'payto://x' };
const bank = { type: 'bank', bank_base_url: 'https://bank.example/', operation_id: 'o', exchange_payto: 'p' };

const FORMS: Readonly<Record<string, { readonly good: readonly unknown[]; readonly bad: readonly unknown[] }>> = {
  crock16: crock(26),
  crock32: crock(52),
  crock64: crock(103),
  crock: { good: ['0', 'Z'.repeat(1000)], bad: ['', 'U', 'a', 'Z U', 7] },
  time,
  amount,
  count,
  epoch: { good: [0, 1_000_000_000], bad: [...count.bad, 1_000_000_001] },
  tally: { good: [0, 2 ** 31 - 1], bad: [...count.bad, 2 ** 31] },
  word,
  text,
  any: { good: [null, 1, 'x', {}], bad: [] },
  brought: {
    good: [
      { id: 'x', what: 'coins' },
      { id: 'x', what: 'bank-manual', summary: 'tea', newer: 1 },
    ],
    bad: [true, {}, { id: 7, what: 'coins' }, { id: 'x', what: 7 }, { id: 'x', what: 'coins', summary: 7 }],
  },
  object: { good: [{}, { a: 1 }], bad: [[], 'x', null] },
  flag: { good: [true, false], bad: [1, 'true', null] },
  true: { good: [true], bad: [false, 1, 'true'] },
  url: { good: ['https://x.example/'], bad: ['https://x.example', 'https://X.example/', 'ftp://x/', 'x', '', 7] },
  currency: { good: ['KUDOS', 'A'.repeat(11)], bad: ['', 'KU DOS', 'A'.repeat(12), 7] },
  texts: { good: [[], ['a', '']], bad: [[7], 'a', {}] },
  orders: { good: [Array(64).fill('a')], bad: [Array(65).fill('a'), [7], 'a'] },
  names: { good: [{}, { A: true }], bad: [{ A: 1 }, { A: false }, [], 'A'] },
  fields: {
    good: [{}, { f: { clock: 'c', value: null } }],
    bad: [{ f: { value: 1 } }, { f: { clock: 7, value: 1 } }, { f: 1 }, []],
  },
  selection,
  coins: {
    good: [{}, { 'b/0': given }, { 'b/0': { ...given, renewal: 'KUDOS:1', change: 'KUDOS:0', newer: 1 } }],
    bad: [
      { 'b/0': { ...given, c: '1' } },
      { 'b/0': { ...given, fee: 1 } },
      { 'b/0': { ...given, s: '' } },
      { 'b/0': { ...given, renewal: '1' } },
      { 'b/0': { ...given, change: '1' } },
      { 'b/0': {} },
      [],
    ],
  },
  origin: {
    good: [
      manual,
      bank,
      { ...bank, confirm_url: 'c' },
      { type: 'peer', purse: '0'.repeat(52) },
      { ...manual, newer: 1 },
    ],
    bad: [
      { type: 'manual' },
      { ...bank, bank_base_url: 'x' },
      { ...bank, operation_id: 1 },
      { ...bank, exchange_payto: 1 },
      { ...bank, confirm_url: 1 },
      { type: 'peer', purse: 'A' },
      { type: 'cash', payto: 'x' },
      {},
      'manual',
    ],
  },
  batches: {
    good: [{}, { b: batch }, { b: { ...batch, scheme: 2, bootstrap: true, outside: 'left', newer: 1 } }],
    bad: [
      { b: { ...batch, seed: 'A' } },
      { b: { ...batch, selection: 1 } },
      { b: { ...batch, status: '' } },
      { b: { ...batch, scheme: -1 } },
      { b: { ...batch, bootstrap: false } },
      { b: { ...batch, outside: '' } },
      { b: {} },
      [],
    ],
  },
  refunds: { good: [{}, { r: { amount: 'KUDOS:1', newer: 1 } }], bad: [{ r: { amount: '1' } }, { r: {} }, []] },
  about: {
    good: [{ merchant: '', summary: 'x', newer: 1 }],
    bad: [{ merchant: 'x' }, { summary: 'x' }, { merchant: 1, summary: 'x' }, 'x'],
  },
  seeds: { good: [{}, { s: 1 }], bad: [{ s: 2 }, { s: true }, []] },
  left: {
    good: [
      {},
      { 'refund x': 1 },
      { 'refund x': [] },
      { 'refund x': [line] },
      { 'refund x': [[...line, 'an id']] },
      { 'refund x': [[...line, 'an id', { of: 'a newer wallet' }]] },
      { 'refund x': Array(64).fill(line) },
      lineWith(2, LAST_SECOND),
      lineWith(7, '0'),
    ],
    bad: [
      { 'refund x': 2 },
      { 'refund x': Array(65).fill(line) },
      { 'refund x': [line.slice(0, -1)] },
      { 'refund x': [[...line, 7]] },
      lineWith(2, LAST_SECOND + 1),
      lineWith(4, 'KU DOS'),
      ...[0, 1, 3, 8, 9].map((at) => lineWith(at, 7)),
      ...[5, 6, 7].flatMap((at) => [lineWith(at, 'x'), lineWith(at, '--1'), lineWith(at, '1-1'), lineWith(at, 1)]),
      [],
    ],
  },
};

const ENDS = 'created:time why?:text forgotten?:true';
/** Of flows that another program's copy may have told of. */
const FLOW = `${ENDS} brought?:true`;
const PURSE = `exchange:url master_pub:crock32 contract_priv:crock32 amount:amount terms?:object h_contract?:crock64
  purse_expiration?:time without_backup?:true called_back?:tally status:word ${FLOW}`;

/** `?`: may be left out. */
const MEMBERS: { readonly [K in Kind]: string } = {
  device: 'epoch:epoch status:word name?:text name_clock?:text last_clock?:text',
  provider: `name:text provider_kind:word removed:flag max_total?:amount agreed_orders?:orders max_fee?:amount annual_fee?:amount
    paid_until?:time liability?:amount storage_limit_mb?:count directory?:text`,
  exchange: 'base_url:url master_pub:crock32 currency:currency fields:fields',
  reserve: `priv:crock32 key_seed:crock32 bound?:crock32 exchange:url master_pub:crock32 purpose:word created:time status:word`,
  withdrawal: `exchange:url master_pub:crock32 reserve:crock32 amount:amount arrived?:amount origin:origin status:word batches:batches
    without_backup?:true max_fees?:amount named_by?:url recoup?:true reserve_priv?:crock32 brought?:brought ${ENDS}`,
  refresh: `exchange:url master_pub:crock32 old_coin:text old_coin_pub?:crock32 seed:crock64 scheme?:count selection:selection
    melt_amount:amount fee:amount reason:word purchase?:text transfer_pub?:crock32 old_priv?:crock32 old_sig?:crock same_as?:text
    refunds?:texts created:time noreveal_index?:count gammas?:names exchange_pub?:crock32 exchange_sig?:crock64 without_backup?:true
    outside?:word status:word why?:text`,
  coin: `source:word source_id:text exchange:url master_pub?:crock32 h:crock64 v:amount sig?:crock sigs?:names status:word
    remaining:amount`,
  purchase: `merchant_base_url:url order_id:text session_id?:text claim_token?:text nonce_priv:crock32 terms?:object
    merchant_sig?:crock64 h_contract?:crock64 choice?:count amount?:amount exchange?:url coins:coins fees?:amount cost?:amount status:word
    pay_sig?:crock64 provider?:text provider_account?:crock32 provider_renews?:true drawn?:amount named_by?:url closed?:true
    merchant_pub?:crock32 refund_deadline?:time about?:about begun?:time paid_at?:time refunds?:refunds ${ENDS}`,
  refund: `purchase:text coin:text rtransaction_id:count amount:amount fee:amount renewal?:amount created:time refresh?:text
    exchange_pub?:crock32 exchange_sig?:crock64 brought?:true status:word why?:text`,
  deposit: `exchange:url master_pub:crock32 payto:text h_wire?:crock64 wire_salt:crock16 merchant_priv:crock32 h_contract:crock64
    amount:amount wire_fee?:amount cost?:amount timestamp:time refund_deadline:time wire_deadline:time coins:coins status:word ${FLOW}`,
  'push-out': `${PURSE} invoice?:crock32 reissue?:true purse_priv:crock32 key_seed:crock32 merge_priv:crock32 coins:coins cost?:amount`,
  'push-in': `${PURSE} merge_priv?:crock32 reserve?:crock32 merge_timestamp?:time withdrawal?:text max_fees?:amount`,
  'pull-out': `${PURSE} purse_priv:crock32 key_seed:crock32 merge_priv:crock32 reserve:crock32 merge_timestamp:time purse_fee?:amount
    funding?:crock32 withdrawal?:text max_fees?:amount`,
  'pull-in': `${PURSE} coins:coins cost?:amount`,
  setting: 'value:any',
  tombstone: 'until:time',
  gone: 'seeds:seeds entries:left',
};

type Member = { readonly name: string; readonly isOptional: boolean; readonly form: string };
const membersOf = (kind: Kind): readonly Member[] =>
  MEMBERS[kind].split(/\s+/).map((member) => {
    const [, name = '', mark, form = ''] = /^(\w+)(\??):(\w+)$/.exec(member) ?? [];
    return { name, isOptional: mark === '?', form };
  });

describe.each(Object.keys(MEMBERS) as readonly Kind[])('a %s', (kind) => {
  const members = membersOf(kind);
  const reads = (value: object): boolean => schemaByKind[kind].safeParse(value).success;
  const whole = Object.fromEntries(members.map(({ name, form }) => [name, FORMS[form]?.good[0]]));
  const without = (names: readonly string[]): object =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)));

  test('has these members and no others, and may have what a newer wallet adds', () => {
    expect(members.map(({ name }) => name).toSorted()).toEqual(Object.keys(schemaByKind[kind].shape).toSorted());
    expect(schemaByKind[kind].parse({ ...whole, of_a_newer_wallet: 1 })).toEqual({ ...whole, of_a_newer_wallet: 1 });
  });

  test('is whole with what it must have', () => {
    expect(reads(without(members.flatMap(({ name, isOptional }) => (isOptional ? [name] : []))))).toBe(true);
    // JSON of any form may be missing: it is what nobody chose.
    const dispensable = members.filter(
      ({ name, isOptional, form }) => form !== 'any' && reads(without([name])) !== isOptional,
    );
    expect(dispensable).toEqual([]);
  });

  test.each(members)('has a $name that is $form', ({ name, form }) => {
    const { good, bad } = FORMS[form] ?? { good: [], bad: [] };
    const wrongly = {
      refused: good.filter((each) => !reads({ ...whole, [name]: each })),
      read: bad.filter((each) => reads({ ...whole, [name]: each })),
    };
    expect(good.length).toBeGreaterThan(0);
    expect(wrongly).toEqual({ refused: [], read: [] });
  });
});
