// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { checkCode, newCodeKey, readMethods } from '../../electron/backup/escrow/methods.ts';
import { checkPerson, escrowCountries } from '../../electron/backup/escrow/person.ts';
import { base32, clockOffOf, parseBase32, totpCode } from '../../electron/taler/anastasis/totp.ts';
import { escrowInputs, type EscrowMethodInput } from '../../shared/contract-escrow.ts';

// What a person fills in for an escrow, before anything is sent.

describe('who the person is', () => {
  test('is asked by country, and of everybody else what is asked everywhere', () => {
    const countries = escrowCountries();
    expect(countries).toHaveLength(15);
    expect(countries.find(({ code }) => code === 'de')?.fields).toEqual([
      { name: 'full_name', type: 'string', isOptional: false },
      { name: 'birthdate', type: 'date', isOptional: false },
      { name: 'birthplace', type: 'string', isOptional: false },
      { name: 'social_security_number', type: 'string', isOptional: true },
      { name: 'tax_number', type: 'string', isOptional: false },
    ]);
    expect(countries.at(-1)).toMatchObject({ code: 'xx', fields: [{ name: 'full_name' }, {}, {}] });
  });

  test('is refused where it cannot be right, each field for itself, and doubted where only check digits are wrong', () => {
    expect(
      checkPerson('de', {
        full_name: ' ',
        birthdate: '1990-02-30',
        birthplace: 'Bern',
        tax_number: '12345678901',
        shoe_size: '43',
      }),
    ).toEqual([
      { field: 'shoe_size', why: 'unknown-field', refused: true },
      { field: 'full_name', why: 'missing', refused: true },
      { field: 'birthdate', why: 'date', refused: true },
      { field: 'tax_number', why: 'check-digits', refused: false },
    ]);
    expect(
      checkPerson('us', { full_name: 'x', birthdate: '1990-02-28', birthplace: 'y', social_security_number: '1' }),
    ).toEqual([{ field: 'social_security_number', why: 'shape', refused: true }]);
    expect(checkPerson('xx', { full_name: 'x', birthdate: '1990-02-28', birthplace: 'y'.repeat(300) })).toEqual([
      { field: 'birthplace', why: 'too-long', refused: true },
    ]);
    expect(checkPerson('xx', { full_name: 'x', birthdate: '1990-02-28', birthplace: 'y' })).toEqual([]);
  });
});

describe('methods', () => {
  const good: readonly EscrowMethodInput[] = [
    { type: 'question', question: 'Your  first pet?', answer: 'Esel' },
    { type: 'email', address: 'erika@mail.example' },
    { type: 'sms', number: '+41 79 123 45 67' },
    {
      type: 'post',
      address: { full_name: 'E', street: 'Gasse 1', city: 'Bern', postcode: '3000', country: 'CH' },
    },
    { type: 'iban', iban: 'DE75 5121 0800 1245 1261 99', holder: 'Erika' },
    { type: 'file', name: 'tan-file', instructions: 'in the drawer' },
  ];

  test('are told at recovery by the question, or by a part of the address that its owner knows', async () => {
    const read = await readMethods({}, good);
    expect(read.ok && read.value.map(({ instructions }) => instructions)).toEqual([
      'Your first pet?',
      'e…@mail.example',
      '…67',
      'Bern',
      '…6199',
      'in the drawer',
    ]);
  });

  test.each<[EscrowMethodInput, string]>([
    [{ type: 'question', question: 'x', answer: '  ' }, 'empty'],
    [{ type: 'email', address: 'erika at mail' }, 'shape'],
    [{ type: 'sms', number: '079 123 45 67' }, 'country-code-missing'],
    [{ type: 'totp', secret: 'AAAA' }, 'shape'],
    [{ type: 'iban', iban: 'DE75 5121 0800 1245 1261 98', holder: 'Erika' }, 'check-digits'],
    [{ type: 'file', name: '../secret' }, 'shape'],
  ])('that cannot be right are refused before anything is uploaded: %j', async (input, why) => {
    expect(await readMethods({}, [...good, input])).toEqual({
      ok: false,
      error: { kind: 'escrow-method', number: 7, type: input.type, why },
    });
  });

  test.each<readonly [EscrowMethodInput, EscrowMethodInput]>([
    [
      { type: 'email', address: 'erika@example.org' },
      { type: 'email', address: ' erika@EXAMPLE.org' },
    ],
    [
      { type: 'sms', number: '+41 79 000 00 00' },
      { type: 'sms', number: '0041790000000' },
    ],
    [
      { type: 'question', question: 'Your first pet?', answer: 'Esel' },
      { type: 'question', question: 'Your second pet?', answer: ' Esel' },
    ],
  ])('that are the same are refused: %j and %j', async (one, same) => {
    const other: EscrowMethodInput = { type: 'file', name: 'x' };
    expect(await readMethods({}, [one, other, same])).toEqual({
      ok: false,
      error: { kind: 'escrow-method-twice', number: 3, type: one.type },
    });
  });

  test('of unknown types, with unknown members, or without end are no input', () => {
    const { methods: _methods, ...rest } = { country: 'xx', attributes: {}, places: [], methods: [] };
    const asks = (methods: unknown): boolean => escrowInputs['escrow.quote'].safeParse({ ...rest, methods }).success;
    expect(asks(good)).toBe(true);
    expect(asks([{ type: 'retina', eye: 'left' }])).toBe(false);
    expect(asks([{ type: 'file', name: 'x', more: 1 }])).toBe(false);
    expect(asks(Array.from({ length: 13 }, () => good[0]))).toBe(false);
    // In small letters it would be three signs.
    expect(escrowInputs['escrow.check'].safeParse({ country: 'İS', attributes: {} }).success).toBe(false);
  });
});

describe('an authenticator app', () => {
  const now = Date.UTC(2026, 10, 30, 12);
  const world = { now: () => now, randomBytes: (length: number) => new Uint8Array(length).fill(7) };
  const { secret, uri } = newCodeKey(world, 'Reisekasse');
  const key = parseBase32(secret, 32) ?? expect.fail('no key');

  test('gets a key of 32 bytes, which is read back in any spelling', () => {
    expect(uri).toBe(`otpauth://totp/Reisekasse?digits=8&secret=${secret}`);
    expect(key).toEqual(world.randomBytes(32));
    expect(parseBase32(secret.toLowerCase().replace(/(.{4})/g, '$1 '), 32)).toEqual(key);
    expect(base32(key)).toBe(secret);
    expect([parseBase32('', 32), parseBase32(`${secret}A`, 32), parseBase32(secret.replace(/^./, '1'), 32)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('shows the right code, one of a clock that is an hour off, or one of another key', () => {
    expect(checkCode(world, { secret, code: totpCode(key, now) })).toEqual({ fits: true, said: [] });
    expect(checkCode(world, { secret, code: totpCode(key, now, -2).replace(/^..../, '$& ') })).toMatchObject({
      fits: true,
    });
    expect(checkCode(world, { secret, code: totpCode(key, now - 3_600_000) })).toEqual({
      fits: false,
      said: [{ kind: 'clock-off', facts: { by: 3_600_000 } }],
    });
    expect(checkCode(world, { secret, code: '12' })).toEqual({
      fits: false,
      said: [{ kind: 'other-code', facts: {} }],
    });
    expect(clockOffOf(key, totpCode(key, now + 3_600_000), now, 7_200_000)).toBe(3_600_000);
  });
});
