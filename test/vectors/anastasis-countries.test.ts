// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  isAadhaar,
  isBelgianNumber,
  isCodiceFiscale,
  isCzechNumber,
  isDutchNumber,
  isFrenchNumber,
  isGermanPensionNumber,
  isGermanTaxNumber,
  isSpanishNumber,
  isSwissNumber,
} from '../../electron/taler/anastasis/check-digits.ts';
import { COUNTRIES, GENERAL_ATTRIBUTES } from '../../electron/taler/anastasis/countries.ts';
import { attributesOf, readIdentity } from '../../electron/taler/anastasis/identity.ts';
import { mustOk } from '../../shared/result.ts';

// What other programs of Anastasis ask of people, and what is publicly known of the numbers of states.

type Listed = {
  readonly countries: readonly {
    readonly code: string;
    readonly call_code: string;
    readonly attributes: readonly {
      readonly name: string;
      readonly uuid: string;
      readonly type: string;
      readonly optional: boolean;
      readonly validation_regex?: string;
      readonly validation_logic?: string;
    }[];
  }[];
};
const listed = JSON.parse(
  readFileSync(join(import.meta.dirname, 'data', 'anastasis-countries.json'), 'utf8'),
) as Listed;

describe('the data of the other programs', () => {
  test.each(listed.countries.map((country) => [country.code, country] as const))('%s', (code, country) => {
    const ours = COUNTRIES.find((each) => each.code === code);
    // Theirs has the United Kingdom's for Spain.
    expect(ours?.callCode).toBe(code === 'es' ? '+34' : country.call_code);
    expect(
      ours?.attributes.map(({ name, uuid, type, isOptional = false, pattern, hasGoodCheckDigits }) => ({
        name,
        uuid,
        type,
        optional: isOptional,
        pattern: pattern?.source.replaceAll('\\/', '/'),
        isChecked: hasGoodCheckDigits !== undefined,
      })),
    ).toEqual(
      country.attributes.map(({ name, uuid, type, optional, validation_regex, validation_logic }) => ({
        name,
        uuid,
        type,
        optional,
        pattern: validation_regex?.replaceAll('[[:upper:]]', '[A-Z]'),
        // The weights of Albania's check letter are not public.
        isChecked: validation_logic !== undefined && validation_logic !== 'AL_NID_check',
      })),
    );
  });

  test('has no country that ours has not, and the other way round', () => {
    expect(COUNTRIES.map(({ code }) => code)).toEqual(listed.countries.map(({ code }) => code).toSorted());
  });
});

const checks = {
  isAadhaar,
  isBelgianNumber,
  isCodiceFiscale,
  isCzechNumber,
  isDutchNumber,
  isFrenchNumber,
  isGermanPensionNumber,
  isGermanTaxNumber,
  isSpanishNumber,
  isSwissNumber,
};

/** A number that is known to be right, and where its check stands: no other sign there is right. */
const KNOWN: readonly (readonly [name: keyof typeof checks, right: string, checkAt: number])[] = [
  ['isBelgianNumber', '93051822361', 10],
  ['isFrenchNumber', '255081416802538', 14],
  ['isDutchNumber', '111222333', 8],
  ['isSwissNumber', '756.9217.0769.85', 15],
  ['isSwissNumber', '7569217076985', 12],
  ['isCzechNumber', '736028/5163', 10],
  ['isGermanTaxNumber', '86095742719', 10],
  ['isGermanTaxNumber', '47036892816', 10],
  ['isGermanPensionNumber', '15070649C103', 11],
  ['isSpanishNumber', '12345678Z', 8],
  ['isSpanishNumber', 'X1234567L', 8],
  ['isSpanishNumber', 'Y1234567X', 8],
  ['isSpanishNumber', 'Z1234567R', 8],
  ['isAadhaar', '2341 2341 2346', 13],
  ['isCodiceFiscale', 'RSSMRA85T10A562S', 15],
];

describe('check digits', () => {
  test.each(KNOWN)('%s knows %s, and no other sign at the place of its check', (name, right, checkAt) => {
    const check = checks[name];
    expect(check(right)).toBe(true);
    const signs = /[0-9]/.test(right[checkAt] ?? '') ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const others = [...signs].filter((sign) => check(right.slice(0, checkAt) + sign + right.slice(checkAt + 1)));
    expect(others).toEqual([right[checkAt]]);
  });

  test('one wrong digit elsewhere is noticed as well', () => {
    for (const [name, right] of KNOWN) {
      const at = right.search(/[1-8]/);
      const wrong = right.slice(0, at) + String(Number(right[at]) + 1) + right.slice(at + 1);
      expect([name, checks[name](wrong)]).toEqual([name, false]);
    }
  });

  test('the exceptions: born from 2000 on, before 1954, an old remainder of ten, and the special kind of Spain', () => {
    expect(checks.isBelgianNumber(`170730033${97 - (2_170_730_033 % 97)}`)).toBe(true);
    expect(checks.isCzechNumber('530228/123')).toBe(true);
    expect(checks.isCzechNumber('780123/3540')).toBe(
      Number('7801233540') % 11 === 0 || Number('780123354') % 11 === 10,
    );
    expect(['M1234567L', 'M1234567D'].map(checks.isSpanishNumber)).toContain(true);
  });
});

describe('what was typed', () => {
  const swiss = {
    full_name: '  Zoë \u00a0 Muster ',
    birthdate: '2000-02-29',
    birthplace: 'Bern',
    ahv_number: '756.9217.0769.85',
  };

  test('is tidied and otherwise kept', () => {
    expect(readIdentity('CH', swiss)).toEqual({
      ok: true,
      value: { attributes: { ...swiss, full_name: 'Zoë Muster' }, doubtful: [] },
    });
  });

  test('a number with a wrong check digit is doubtful and not refused', () => {
    const read = mustOk(readIdentity('ch', { ...swiss, ahv_number: '7569217076984' }), 'doubtful');
    expect(read.doubtful).toEqual(['ahv_number']);
  });

  test('an optional one that is empty is left out', () => {
    const { ahv_number: _, ...person } = swiss;
    const german = { ...person, social_security_number: ' ', tax_number: '86095742719' };
    expect(Object.keys(mustOk(readIdentity('de', german), 'de').attributes)).toEqual([
      'full_name',
      'birthdate',
      'birthplace',
      'tax_number',
    ]);
  });

  test.each([
    [{ full_name: ' ' }, 'full_name', 'missing'],
    [{ full_name: 'x'.repeat(201) }, 'full_name', 'too-long'],
    [{ birthdate: '2001-02-29' }, 'birthdate', 'date'],
    [{ birthdate: '29.2.2000' }, 'birthdate', 'date'],
    [{ ahv_number: '12' }, 'ahv_number', 'pattern'],
    [{ shoe_size: '43' }, 'shoe_size', 'unknown'],
  ])('%j is refused by name', (wrong, name, why) => {
    expect(readIdentity('ch', { ...swiss, ...wrong })).toEqual({
      ok: false,
      error: { kind: 'malformed-attribute', name, why },
    });
  });

  test('a country that nobody listed asks what every one asks', () => {
    expect(attributesOf('at')).toBe(GENERAL_ATTRIBUTES);
    const { ahv_number: _, ...general } = swiss;
    expect(readIdentity('at', general).ok).toBe(true);
  });
});
