// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { parseBase32, totpCode } from '../../electron/taler/anastasis/totp.ts';
import type { PlacedMethodInput } from '../../shared/contract-escrow.ts';
import { mustOk } from '../../shared/result.ts';
import type { EscrowSessionView } from '../../shared/view-escrow-recovery.ts';
import { add, install, testWorld, total, withdraw, type HastyWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { CODE_KEY, PERSON, placeUrls, setUp } from '../support/escrow.ts';

// Every method that there is, set up as a person fills it in and carried out at recovery, at a place of either form.

const FREE = 'KUDOS:0';
const methods = { question: FREE, email: FREE, sms: FREE, post: FREE, totp: FREE, iban: FREE, file: FREE };
const IBAN = 'DE89370400440532013000';
let world: HastyWorld;
let sandbox: Sandbox;
const opened: Installation[] = [];

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: FREE }],
    anastasisProviders: [
      { name: 'Old', form: '2021', methods },
      { name: 'New', methods },
    ],
  });
});
afterEach(async () => {
  for (const { backup } of opened.splice(0)) await backup.close();
  await sandbox.close();
});

const fresh = (): Installation => {
  const device = install(world);
  opened.push(device);
  return device;
};
const filledIn = (url: string): readonly PlacedMethodInput[] => [
  { type: 'question', question: 'Your first pet?', answer: ' Grauer Esel ', url },
  { type: 'email', address: ' Erika@Example.ORG ', url },
  { type: 'sms', number: '0041 79 000 00 00', url },
  {
    type: 'post',
    address: { full_name: 'Erika Testperson', street: 'Gasse 1', city: 'Bern', postcode: '3000', country: 'CH' },
    url,
  },
  { type: 'totp', secret: CODE_KEY.toLowerCase(), url },
  { type: 'iban', iban: 'de89 3704 0044 0532 0130 00', holder: 'Erika Testperson', url },
  { type: 'file', name: 'code-of-erika', url },
];

test.each([
  ['2021', 0],
  ['2022', 1],
] as const)('all seven at a place of %s', async (_, at) => {
  const one = fresh();
  await withdraw(one, sandbox, 'KUDOS:2');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  const place = sandbox.anastasisProviders[at] ?? expect.fail('no place');
  const set = mustOk(await setUp(one, sandbox, { methods: filledIn(place.baseUrl), needed: 7 }), 'set up');
  expect([set.step, set.methods.map(({ instructions }) => instructions)]).toEqual([
    'current',
    ['Your first pet?', 'E…@Example.ORG', '…00', 'Bern', '', '…3000', 'code-of-erika'],
  ]);
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await one.backup.cycle();

  const two = fresh();
  const { find, choose, challenge, answer, run } = two.backup.escrowRecovery;
  const found = mustOk(await find({ country: 'xx', attributes: PERSON, places: placeUrls(sandbox) }), 'found');
  const session = mustOk(await choose(found.secrets[0]?.documentHash ?? ''), 'chosen');
  expect(session.missing).toBe(7);
  const uuid = (type: string): string => session.methods.find((each) => each.type === type)?.uuid ?? '';
  const state = (now: EscrowSessionView, type: string): string =>
    now.methods.find((each) => each.type === type)?.state ?? '';
  // In another order than they were filled in.
  for (const [type, address] of [
    ['file', 'code-of-erika'],
    ['sms', '+41790000000'],
    ['post', 'Erika Testperson, Gasse 1, Bern, 3000, CH'],
    ['email', 'Erika@example.org'],
  ] as const) {
    const asked = mustOk(await challenge(uuid(type)), type);
    expect([type, state(asked, type)]).toEqual([type, 'sent']);
    const sent = place.sent().at(-1);
    expect(sent?.address).toBe(address);
    const typed = `A-${String(sent?.code).replace(/(.{5})/, '$1-')} `;
    expect(state(mustOk(await answer(uuid(type), typed), type), type)).toBe('solved');
  }
  const asked = mustOk(await challenge(uuid('iban')), 'iban');
  const { transfer } = asked.methods.find(({ type }) => type === 'iban') ?? {};
  place.receiveTransfer(IBAN, transfer?.subject ?? '');
  world.move(2 * 60_000);
  expect(state(mustOk(await answer(uuid('iban'), ''), 'iban'), 'iban')).toBe('solved');
  mustOk(await answer(uuid('question'), 'Grauer Esel'), 'question');
  const code = totpCode(parseBase32(CODE_KEY, 32) ?? new Uint8Array(0), world.now());
  expect(mustOk(await answer(uuid('totp'), code), 'totp').isOpen).toBe(true);
  mustOk(await run(), 'restored');
  expect(total(two)).toBe(total(one));
});

test('filled in as long as anybody may, they are stored and kept whole', async () => {
  const one = fresh();
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  const url = placeUrls(sandbox)[1] ?? '';
  const line = 'ü€'.repeat(100);
  // Two signs each once they are normalised.
  const note = '\u{1D15E}'.repeat(150);
  const long: readonly PlacedMethodInput[] = [
    { type: 'question', question: note, answer: line, url },
    {
      type: 'post',
      address: { full_name: line, street: line, city: line, postcode: line, country: line },
      instructions: note,
      url,
    },
    { type: 'iban', iban: IBAN, holder: line, instructions: '€'.repeat(300), url },
  ];
  const set = mustOk(await setUp(one, sandbox, { methods: long }), 'set up');
  expect(set.step).toBe('current');
});
