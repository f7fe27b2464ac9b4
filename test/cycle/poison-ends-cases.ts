// SPDX-License-Identifier: GPL-3.0-or-later
import { idOfBatch, idOfDeposit, idOfRefresh, placeKey } from '../../electron/state/commitment.ts';
import type { CarriedEntry, Kind } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { hashWire } from '../../electron/taler/crypto/hash.ts';
import { changed, type Ended, of, random, stamp, type Value } from './poison-ends-lab.ts';
import {
  accepted,
  depositing,
  funded,
  invoiced,
  lackingOne,
  melted,
  paying,
  payingInvoice,
  refunded,
  sent,
  taken,
  transferred,
} from './poison-ends-scenes.ts';
import type { WalletLab } from './wallet-lab.ts';

/** What these coins were given to, by the copy's word. */
const givenAway = (honest: readonly CarriedEntry[]): Value =>
  Object.fromEntries(of(honest, 'coin').map(({ id, value }) => [id, { c: value['v'], fee: 'KUDOS:0', s: 'paid' }]));

const inventedDeposit = (honest: readonly CarriedEntry[], lab: WalletLab, base: string): readonly CarriedEntry[] => {
  const payto = 'payto://iban/DE75512108001245126199?receiver-name=X';
  const salt = lab.world.randomBytes(16);
  const at = { t_s: Math.floor(lab.world.now() / 1000) };
  const value = {
    exchange: base,
    master_pub: of(honest, 'exchange')[0]?.value['master_pub'],
    payto,
    wire_salt: bytesToCrock(salt),
    h_wire: bytesToCrock(hashWire(payto, salt)),
    merchant_priv: random(lab, 32),
    h_contract: random(lab, 64),
    amount: 'KUDOS:3.9',
    timestamp: at,
    refund_deadline: at,
    wire_deadline: at,
    created: at,
    coins: givenAway(honest),
    status: 'done',
  };
  return [...changed(honest, {}), { kind: 'deposit', id: idOfDeposit(value), clock: stamp(lab), value }];
};

const inventedRefreshes = (honest: readonly CarriedEntry[], lab: WalletLab): readonly CarriedEntry[] => [
  ...changed(honest, {}),
  ...of(honest, 'coin').map(({ id, value }) => {
    const session = {
      exchange: value['exchange'],
      master_pub: value['master_pub'],
      old_coin: id,
      seed: random(lab, 64),
      selection: [],
      melt_amount: value['v'],
      fee: value['v'],
      reason: 'change',
      created: { t_s: Math.floor(lab.world.now() / 1000) },
      status: 'done',
    };
    return { kind: 'refresh', id: idOfRefresh(session), clock: stamp(lab), value: session };
  }),
];

/** The sum, or a little less: making new coins costs something. */
const about = (sum: number) => ({
  total: {
    asymmetricMatch: (text: unknown) => {
      const left = Number(String(text).replace('KUDOS:', ''));
      return left <= sum && left > sum - 0.15;
    },
    toString: () => `KUDOS:${sum} or a little less`,
  },
});

const moved = (kind: Kind, change: Value) => (honest: readonly CarriedEntry[]) =>
  changed(honest, {
    [kind]: (value: Value) => ({
      ...value,
      ...change,
      ...(value['coins'] === undefined
        ? {}
        : {
            coins: Object.fromEntries(
              Object.entries(value['coins'] as Value).map(([id, each]) => [id, { ...(each as Value), s: 'paid' }]),
            ),
          }),
    }),
  });

const failedBatches = (honest: readonly CarriedEntry[], lab: WalletLab): readonly CarriedEntry[] =>
  changed(honest, {
    withdrawal: (value) => ({
      ...value,
      batches: Object.fromEntries(
        Array.from({ length: 16 }, () => {
          const batch = { seed: random(lab, 32), selection: [{ h: random(lab, 64), n: 1, v: 'KUDOS:1' }] };
          return [idOfBatch(batch), { ...batch, status: 'failed' }];
        }),
      ),
    }),
  });

/** The payment was taken into one reserve, and its copy names another. */
const otherReserve = (honest: readonly CarriedEntry[], lab: WalletLab): readonly CarriedEntry[] => {
  const [first] = of(honest, 'reserve');
  const place = { exchange: first?.value['exchange'], master_pub: first?.value['master_pub'] };
  for (;;) {
    const seed = lab.world.randomBytes(32);
    const priv = placeKey(seed, place);
    const id = bytesToCrock(eddsaPublicKey(priv));
    if (id < (first?.id ?? '')) continue;
    const value = { ...first?.value, priv: bytesToCrock(priv), key_seed: bytesToCrock(seed) };
    return [
      ...moved('push-in', { status: 'done', reserve: id })(honest).filter(({ kind }) => kind !== 'withdrawal'),
      { kind: 'reserve', id, clock: stamp(lab), value },
    ];
  }
};

const inventedPurchase = (honest: readonly CarriedEntry[], lab: WalletLab, base: string): readonly CarriedEntry[] => {
  const at = { t_s: Math.floor(lab.world.now() / 1000) };
  const value = {
    merchant_base_url: 'https://shop.example/',
    exchange: base,
    order_id: 'x',
    nonce_priv: random(lab, 32),
    amount: 'KUDOS:3.9',
    coins: givenAway(honest),
    status: 'paid',
    created: at,
    paid_at: at,
    pay_sig: random(lab, 64),
    h_contract: random(lab, 64),
    terms: {},
  };
  return [...changed(honest, {}), { kind: 'purchase', id: random(lab, 16), clock: stamp(lab), value }];
};

/** By kind of entry every end that a join can bring, with what becomes of it. A kind that is not named here does not compile. */
export const ENDS: { readonly [K in Kind]: Readonly<Record<string, Ended>> | string } = {
  coin: {
    'whole and called spent': {
      begin: funded,
      poison: (honest) => changed(honest, { coin: (value) => ({ ...value, status: 'spent', remaining: 'KUDOS:0' }) }),
      expected: about(4),
      isOtherAtV17: true,
    },
    'whole and called worth less': {
      begin: funded,
      poison: (honest) => changed(honest, { coin: (value) => ({ ...value, remaining: 'KUDOS:0.01' }) }),
      expected: about(4),
    },
    'whole and called used up': {
      begin: funded,
      poison: (honest) => changed(honest, { coin: (value) => ({ ...value, status: 'in-use', remaining: 'KUDOS:0' }) }),
      expected: about(4),
    },
  },
  withdrawal: {
    'transferred and called done, its reserve drained': {
      begin: transferred,
      poison: (honest) => moved('withdrawal', { status: 'done' })(moved('reserve', { status: 'drained' })(honest)),
      expected: about(4),
    },
    'transferred and called aborted, its reserve drained': {
      begin: transferred,
      poison: (honest) => moved('withdrawal', { status: 'aborted' })(moved('reserve', { status: 'drained' })(honest)),
      expected: about(4),
    },
    'lacking one coin, and its batch called failed': {
      begin: lackingOne,
      poison: (honest) =>
        changed(honest, {
          withdrawal: (value) => ({
            ...value,
            batches: Object.fromEntries(
              Object.entries(value['batches'] as Value).map(([id, batch]) => [
                id,
                { ...(batch as Value), status: 'failed' },
              ]),
            ),
          }),
        }),
      expected: about(4),
      isOtherAtV17: true,
    },
    'transferred and with batches that failed': { begin: transferred, poison: failedBatches, expected: about(4) },
  },
  reserve: {
    'that nobody names any more': {
      begin: transferred,
      poison: (honest) => changed(honest, { reserve: (value) => ({ ...value, status: 'drained' }) }),
      expected: about(4),
    },
  },
  refresh: {
    'invented, and done': { begin: funded, poison: inventedRefreshes, expected: about(4) },
    'melted and called failed': {
      begin: melted,
      poison: moved('refresh', { status: 'failed' }),
      expected: about(0.5),
      isOtherAtV17: true,
    },
    'melted and called done': {
      begin: melted,
      poison: moved('refresh', { status: 'done' }),
      expected: about(0.5),
      isOtherAtV17: true,
    },
  },
  purchase: {
    'invented, and paid': { begin: funded, poison: inventedPurchase, expected: about(4) },
    'under way and called paid': { begin: paying, poison: moved('purchase', { status: 'paid' }), expected: about(4) },
    'under way and called aborted': {
      begin: paying,
      poison: (honest) => changed(honest, { purchase: (value) => ({ ...value, status: 'aborted' }) }),
      expected: about(4),
      isOtherAtV17: true,
    },
  },
  refund: {
    'announced and called failed': {
      begin: refunded,
      poison: moved('refund', { status: 'failed' }),
      expected: about(4),
    },
    'announced and called done': {
      begin: refunded,
      poison: moved('refund', { status: 'done' }),
      expected: about(4),
      isOtherAtV17: true,
    },
  },
  deposit: {
    'invented, and done': { begin: funded, poison: inventedDeposit, expected: about(4) },
    'planned and called done': { begin: depositing, poison: moved('deposit', { status: 'done' }), expected: about(4) },
  },
  'push-out': {
    'open and called taken': {
      begin: sent,
      poison: moved('push-out', { status: 'taken' }),
      expected: about(4),
      isOtherAtV17: true,
    },
    'open and called expired': {
      begin: sent,
      poison: (honest) => changed(honest, { 'push-out': (value) => ({ ...value, status: 'expired' }) }),
      expected: about(4),
    },
  },
  'push-in': {
    'accepted and called aborted': {
      begin: accepted,
      poison: moved('push-in', { status: 'aborted', why: 'called-back' }),
      expected: about(2),
    },
    'accepted and called done': {
      begin: accepted,
      poison: moved('push-in', { status: 'done' }),
      expected: about(2),
    },
    'taken and called expired': {
      begin: taken,
      poison: moved('push-in', { status: 'expired' }),
      expected: about(2),
      isOtherAtV17: true,
    },
    'taken into another reserve than its copy names': {
      begin: taken,
      poison: otherReserve,
      expected: about(2),
    },
  },
  'pull-out': {
    'paid and called aborted': {
      begin: invoiced,
      poison: moved('pull-out', { status: 'aborted' }),
      expected: about(2),
    },
    'paid and called done': {
      begin: invoiced,
      poison: moved('pull-out', { status: 'done' }),
      expected: about(2),
      isOtherAtV17: true,
    },
  },
  'pull-in': {
    'under way and called paid': {
      begin: payingInvoice,
      poison: moved('pull-in', { status: 'paid' }),
      expected: about(4),
    },
  },
  device: 'is no money',
  provider: 'is no money',
  exchange: 'is no money',
  setting: 'is no money',
  tombstone: 'hides nothing that may hold money (storage/reader.ts)',
  gone: 'is believed of nothing that may be worth something (storage/tx/still-good.ts; test/cycle/poison.test.ts)',
};
