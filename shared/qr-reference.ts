// SPDX-License-Identifier: GPL-3.0-or-later

// The reference of figures on a Swiss payment part (QR reference): 26 figures and a check figure, by modulo 10 recursively.

const TABLE = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5] as const;

/** The check figure of a row of figures. */
const checkFigure = (figures: string): number => {
  let carry = 0;
  for (const figure of figures) carry = TABLE[(carry + Number(figure)) % 10] ?? 0;
  return (10 - carry) % 10;
};

/** True for 27 figures, not all of them zeros, of which the last one checks the others. */
export const isQrReference = (text: string): boolean =>
  /^\d{27}$/.test(text) && !/^0+$/.test(text) && checkFigure(text.slice(0, -1)) === Number(text.at(-1));

/** True for the account numbers of Switzerland and Liechtenstein that take such a reference and nothing else. */
export const takesQrReference = (iban: string): boolean => /^(?:CH|LI)\d{2}3[01]\d{3}[A-Z0-9]{12}$/.test(iban);
