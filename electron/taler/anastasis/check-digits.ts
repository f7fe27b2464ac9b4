// SPDX-License-Identifier: GPL-3.0-or-later

// Check digits of the numbers by which states know their people, from public descriptions of each. They find slips of the pen
// and nothing else; what they are given has passed the pattern of its country.

export type CheckDigits = (text: string) => boolean;

const digitsOf = (text: string): readonly number[] => [...text.replace(/[^0-9]/g, '')].map(Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

/** Belgium, national register number: 97 less the first nine digits modulo 97; those born from 2000 on with a 2 before them. */
export const isBelgianNumber: CheckDigits = (text) => {
  const check = Number(text.slice(-2));
  return ['', '2'].some((century) => 97 - (Number(century + text.slice(0, 9)) % 97) === check);
};

/** Switzerland, AHV number: EAN-13. */
export const isSwissNumber: CheckDigits = (text) => {
  const digits = digitsOf(text);
  const sum = digits.reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3), 0);
  return digits.length === 13 && sum % 10 === 0;
};

/** Czechia and Slovakia, birth number: divisible by 11; before 1985 a remainder of 10 was written as 0; before 1954 nine digits without a check. */
export const isCzechNumber: CheckDigits = (text) => {
  const digits = text.replace('/', '');
  if (digits.length === 9) return true;
  return Number(digits) % 11 === 0 || (Number(digits.slice(0, 9)) % 11 === 10 && digits.endsWith('0'));
};

/** Germany, pension insurance number: the letter as two digits, digit sums of weighted digits, modulo 10. */
export const isGermanPensionNumber: CheckDigits = (text) => {
  const letter = text.charCodeAt(8) - 64;
  const digits = digitsOf(`${text.slice(0, 8)}${String(letter).padStart(2, '0')}${text.slice(9)}`);
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, at) => {
    const product = weight * (digits[at] ?? 0);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === digits[12];
};

/** Germany, tax identification number: ISO 7064 MOD 11,10; it does not begin with 0. */
export const isGermanTaxNumber: CheckDigits = (text) => {
  const digits = digitsOf(text);
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (digit + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return digits[0] !== 0 && (11 - product) % 10 === digits[10];
};

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spain, DNI and NIE: modulo 23; numbers that begin with M have a check of the Luhn kind. */
export const isSpanishNumber: CheckDigits = (text) => {
  const [first = '', last = ''] = [text.slice(0, 1), text.slice(-1)];
  if (first === 'M') {
    const sum = digitsOf(text.slice(1, 8)).reduce((total, digit, at) => {
      const doubled = at % 2 === 0 ? 2 * digit : digit;
      return total + Math.floor(doubled / 10) + (doubled % 10);
    }, 0);
    const control = (10 - (sum % 10)) % 10;
    return last === String(control) || last === 'JABCDEFGHI'[control];
  }
  const number = text.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return SPANISH_LETTERS[Number(number) % 23] === last;
};

/** France, NIR: 97 less the first 13 digits modulo 97. */
export const isFrenchNumber: CheckDigits = (text) => 97 - (Number(text.slice(0, 13)) % 97) === Number(text.slice(13));

/** India, Aadhaar: Verhoeff's check over the group of the pentagon's symmetries. */
export const isAadhaar: CheckDigits = (text) =>
  digitsOf(text)
    .toReversed()
    .reduce((check, digit, at) => combine(check, permute(digit, at % 8)), 0) === 0;

const combine = (a: number, b: number): number => {
  const turn = (n: number): number => ((n % 5) + 5) % 5;
  if (a < 5) return b < 5 ? turn(a + b) : 5 + turn(a + b);
  return b < 5 ? 5 + turn(a - b) : turn(a - b);
};

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const permute = (digit: number, times: number): number =>
  times === 0 ? digit : permute(PERMUTATION[digit] ?? 0, times - 1);

/** Italy, codice fiscale: a table for the odd places, the plain value for the even ones, modulo 26 as a letter. */
export const isCodiceFiscale: CheckDigits = (text) => {
  const sum = Array.from(text.slice(0, 15)).reduce((total, sign, at) => {
    const value = /[0-9]/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
    return total + (at % 2 === 0 ? (ODD_PLACE[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === text[15];
};

/** Of the letters A to Z; digits have the values of the first ten. */
const ODD_PLACE = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** The Netherlands, BSN: the test by eleven. */
export const isDutchNumber: CheckDigits = (text) => weighted(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
