// SPDX-License-Identifier: GPL-3.0-or-later
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
  type CheckDigits,
} from './check-digits.ts';

// What a person of each country is asked for to be known again: names and patterns as the other programs of Anastasis have
// them, for one letter more and the account is another one. Names of attributes are hashed; uuids are what programs know them by.

/** One thing that is asked. */
export type Attribute = {
  /** the name that is hashed */
  readonly name: string;
  readonly uuid: string;
  readonly type: 'string' | 'date';
  readonly isOptional?: true;
  readonly pattern?: RegExp;
  /** where one is known; a number that fails it is doubtful and not refused */
  readonly hasGoodCheckDigits?: CheckDigits;
};

export type Country = {
  /** ISO 3166, small letters */
  readonly code: string;
  readonly callCode: string;
  readonly attributes: readonly Attribute[];
};

const NAME: Attribute = { name: 'full_name', uuid: '9e8f463f-575f-42cb-85f3-759559997331', type: 'string' };
const BIRTHDATE: Attribute = { name: 'birthdate', uuid: '83d655c7-bdb6-484d-904e-80c1058c8854', type: 'date' };
const BIRTHPLACE: Attribute = { name: 'birthplace', uuid: '4c822e8e-89c6-11eb-95c4-8b077ad8489f', type: 'string' };

/** For people of a country that is not listed. */
export const GENERAL_ATTRIBUTES: readonly Attribute[] = [NAME, BIRTHDATE, BIRTHPLACE];
const WITHOUT_BIRTHDATE: readonly Attribute[] = [NAME, BIRTHPLACE];

const number = (
  name: string,
  uuid: string,
  pattern: RegExp,
  more: Pick<Attribute, 'hasGoodCheckDigits' | 'isOptional'> = {},
): Attribute => ({ name, uuid, type: 'string', pattern, ...more });

const BIRTH_NUMBER = /^[0-9]{2}(((0|2|5|7)[0-9])|10|11|31|32|51|52|81|82)\/[0-9]{3}[0-9]?$/;

/** Those that the other programs know; of Albania's check letter nobody tells the weights. */
export const COUNTRIES: readonly Country[] = [
  {
    code: 'al',
    callCode: '+355',
    attributes: [
      ...WITHOUT_BIRTHDATE,
      number(
        'nid_number',
        '256e5d30-d65e-481b-9ac4-55f5ac03b24a',
        /^[0-9A-T][0-9](((0|5)[0-9])|10|11|51|52)[0-9]{3}[A-W]$/,
      ),
    ],
  },
  {
    code: 'be',
    callCode: '+32',
    attributes: [
      ...GENERAL_ATTRIBUTES,
      number('nrn_number', '0452f99a-06f7-48bd-8ac0-2e4ed9a24560', /^[0-9]{11}$/, {
        hasGoodCheckDigits: isBelgianNumber,
      }),
    ],
  },
  {
    code: 'ch',
    callCode: '+41',
    attributes: [
      ...GENERAL_ATTRIBUTES,
      number(
        'ahv_number',
        '1da87570-ba16-4f62-8a7e-cbda92f51591',
        /^(756)\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}|(756)[0-9]{10}$/,
        { hasGoodCheckDigits: isSwissNumber },
      ),
    ],
  },
  {
    code: 'cz',
    callCode: '+420',
    attributes: [
      ...WITHOUT_BIRTHDATE,
      number('birth_number', '03e3a05b-1192-44f1-ac36-7425512eee1a', BIRTH_NUMBER, {
        hasGoodCheckDigits: isCzechNumber,
      }),
    ],
  },
  {
    code: 'de',
    callCode: '+49',
    attributes: [
      ...GENERAL_ATTRIBUTES,
      number('social_security_number', 'd5e2aa79-1c88-4cf4-a4d2-252508b38e05', /^[0-9]{8}[A-Z][0-9]{3}$/, {
        hasGoodCheckDigits: isGermanPensionNumber,
        isOptional: true,
      }),
      number('tax_number', 'dae48f85-e3ff-47a4-a4a3-ed981ed8c3c6', /^[0-9]{11}$/, {
        hasGoodCheckDigits: isGermanTaxNumber,
      }),
    ],
  },
  {
    code: 'dk',
    callCode: '+45',
    attributes: [
      ...WITHOUT_BIRTHDATE,
      number(
        'cpr_number',
        '38f13a4d-4302-4ada-ada1-c3ff4a8ff689',
        /^(0[1-9]|[1-2][0-9]|30|31)((0[1-9]|10|11|12))[0-9]{2}-[0-9A-Z]{4}$/,
      ),
    ],
  },
  {
    code: 'es',
    // Spain's own: the other programs' list has that of the United Kingdom.
    callCode: '+34',
    attributes: [
      ...GENERAL_ATTRIBUTES,
      number('tax_number', 'ac8bd865-6be8-445c-b650-6a18eef16a49', /^[0-9MXYZ][0-9]{7}[TRWAGMYFPDXBNJZSQVHLCKE]$/, {
        hasGoodCheckDigits: isSpanishNumber,
      }),
      number('ssn_number', '22396a19-f3bb-497e-b63a-961fd639140e', /^[0-9]{11}$/),
    ],
  },
  {
    code: 'fr',
    callCode: '+33',
    attributes: [
      ...GENERAL_ATTRIBUTES,
      number('social_security_number', '2f36a81c-3f6d-41f3-97ee-9c885bc41873', /^[0-9]{15}$/, {
        hasGoodCheckDigits: isFrenchNumber,
      }),
    ],
  },
  {
    code: 'in',
    callCode: '+91',
    attributes: [
      ...GENERAL_ATTRIBUTES,
      number('aadhar_number', '55afe97a-98bc-48d1-bb37-a9658be3fdc9', /^[2-9]{1}[0-9]{3}\s[0-9]{4}\s[0-9]{4}$/, {
        hasGoodCheckDigits: isAadhaar,
      }),
    ],
  },
  {
    code: 'it',
    callCode: '+39',
    attributes: [
      ...WITHOUT_BIRTHDATE,
      number(
        'fiscal_code',
        '88f53c51-52ad-4d63-a163-ec042589f925',
        /^[A-Z]{6}[0-9]{2}[A-EHLMPRT](([0-24-6][0-9])|(30|31|70|71))[A-MZ][0-9]{3}[A-Z]$/,
        { hasGoodCheckDigits: isCodiceFiscale },
      ),
    ],
  },
  {
    code: 'jp',
    callCode: '+81',
    attributes: [...GENERAL_ATTRIBUTES, number('my_number', '90848f42-a83e-4226-8186-329696c14152', /^[0-9]{12}$/)],
  },
  {
    code: 'nl',
    callCode: '+31',
    attributes: [
      ...GENERAL_ATTRIBUTES,
      number('social_security_number', 'b6bf1f14-1f85-4afb-af21-f54b88490bdc', /^[1-9][0-9]{8}$/, {
        hasGoodCheckDigits: isDutchNumber,
      }),
    ],
  },
  {
    code: 'sk',
    callCode: '+421',
    attributes: [
      ...WITHOUT_BIRTHDATE,
      number('birth_number', '1cd372fe-2cea-4928-9f29-66f2bdd8555c', BIRTH_NUMBER, {
        hasGoodCheckDigits: isCzechNumber,
      }),
    ],
  },
  {
    code: 'us',
    callCode: '+1',
    attributes: [
      ...GENERAL_ATTRIBUTES,
      number('social_security_number', '310a138c-b0b7-4985-b8b8-d00e765e9f9b', /^[0-9]{3}-[0-9]{2}-[0-9]{4}$/),
    ],
  },
];
