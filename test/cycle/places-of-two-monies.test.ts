// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add, install, startEconomy, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { CODE_KEY, PERSON } from '../support/escrow.ts';

// Places for copies and escrow places that take different money: each is paid from the right one, and says which it wants.

const world = testWorld();
const escrow = (currency: string) => ({
  name: `Escrow ${currency}`,
  methods: { question: `${currency}:0`, totp: `${currency}:0` },
  annualFee: `${currency}:0.2`,
  truthUploadFee: `${currency}:0.04`,
});
const kudos = await startEconomy(world, [{ name: 'Kudos place', annualFee: 'KUDOS:0.1' }]);
const euros = await openEconomy(world, {
  currency: 'EUR',
  syncProviders: [{ name: 'Euro place', annualFee: 'EUR:0.3' }],
  anastasisProviders: [escrow('EUR'), { ...escrow('EUR'), name: 'Second' }],
});
afterAll(async () => {
  await kudos.close();
  await euros.close();
});

const [forKudos = '', forEuros = ''] = [kudos, euros].map(({ syncProviders }) => syncProviders[0]?.baseUrl);
const totals = ({ wallet }: Installation): Readonly<Record<string, string>> =>
  Object.fromEntries(wallet.balances().map(({ currency, total }) => [currency, total]));
const fees = ({ wallet }: Installation): readonly string[] =>
  wallet.history().flatMap(({ type, amount }) => (type === 'provider-fee' ? [amount] : []));
const escrowAt = ({ backup }: Installation, agreed: string) => {
  const [first = '', second = ''] = euros.anastasisProviders.map(({ baseUrl }) => baseUrl);
  return backup.setUpEscrow({
    country: 'xx',
    attributes: PERSON,
    methods: [
      { type: 'question', question: 'Your first pet?', answer: 'Grauer Esel', url: first },
      { type: 'totp', secret: CODE_KEY, url: second },
    ],
    needed: 2,
    agreedFees: [agreed],
    remember: true,
  });
};

test('with both monies each place is paid from its own, and an escrow from that of its places', async () => {
  const one = install(world);
  await withdraw(one, kudos, 'KUDOS:3');
  await withdraw(one, euros, 'EUR:3');
  expect(mustOk(await one.backup.inspectProvider(forEuros), 'look')).toMatchObject({ annualFee: 'EUR:0.3' });
  expect([await add(one, forKudos), await add(one, forEuros)]).toEqual(['stored', 'stored']);
  expect(fees(one).toSorted()).toEqual(['EUR:0.3', 'KUDOS:0.1']);
  const before = totals(one);
  mustOk(await escrowAt(one, 'EUR:2'), 'escrow');
  expect(totals(one)['KUDOS']).toBe(before['KUDOS']);
  expect(totals(one)['EUR']).not.toBe(before['EUR']);
  expect(fees(one).filter((fee) => fee.startsWith('KUDOS:'))).toEqual(['KUDOS:0.1']);
  await one.backup.close();
});

test('whose money is not here says which it wants, takes none of the other, and stops no other place', async () => {
  const one = install(world);
  await withdraw(one, kudos, 'KUDOS:3');
  expect(await add(one, forEuros, 'EUR:0.5')).toBe('payment-required');
  expect(await add(one, forKudos)).toBe('stored');
  const view = one.backup.providers().find(({ id }) => id === forEuros);
  expect(view).toMatchObject({ annualFee: 'EUR:0.3' });
  expect(JSON.stringify(view?.notes)).toMatch(/EUR/);
  expect(fees(one)).toEqual(['KUDOS:0.1']);
  const before = totals(one);
  const tried = await escrowAt(one, 'EUR:2');
  expect(JSON.stringify(tried.ok ? one.backup.escrow() : tried.error)).toMatch(/EUR/);
  expect(totals(one)).toEqual(before);
  await one.backup.close();
});
