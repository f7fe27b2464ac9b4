// SPDX-License-Identifier: GPL-3.0-or-later

/** The first screens, and what an issuer asks its customers to agree to. */
export const begin = {
  'terms.of': 'Terms of service of {$host :host}',
  'terms.first.new':
    'Before the first money from {$host :host}, read its terms of service. Below are its own words; this program only shows them.',
  'terms.first.changed':
    'The terms of service of {$host :host} are new. What you have there stays yours; for more money from there they count.',
  'terms.fetching': 'Asking for the terms of service …',
  'terms.elsewhere': 'They are written in a form that is not shown here. Read them at',
  'terms.agree': 'Agree and go on',
  'terms.goOn': 'Go on',
} as const;
