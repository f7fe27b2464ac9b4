// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { readIssuerLink } from '../../shared/issuer-link.ts';
import { whereLinkLeads } from '../../shared/links.ts';

const KEY = 'PTC3QZ9V1GZCD0Z1GJ9FZ39KQ1Y0XWBZ8ZJ0H4Q1V0E5ZSJ2B7MG';

test.each([
  ['taler://withdraw-exchange/exchange.example/', { url: 'https://exchange.example/' }],
  ['taler://withdraw-exchange/exchange.example', { url: 'https://exchange.example/' }],
  ['taler://withdraw-exchange/exchange.example/?a=KUDOS:20', { url: 'https://exchange.example/', amount: 'KUDOS:20' }],
  ['taler://withdraw-exchange/exchange.example/sub/path?a=', { url: 'https://exchange.example/sub/path/' }],
  ['taler+http://withdraw-exchange/localhost:8081/', { url: 'http://localhost:8081/' }],
  ['ext+taler://withdraw-exchange/exchange.example/', { url: 'https://exchange.example/' }],
  ['web+taler:taler://add-exchange/exchange.example/', { url: 'https://exchange.example/' }],
  [
    `taler://withdraw-exchange/exchange.example/${KEY}?a=EUR%3A5`,
    { url: 'https://exchange.example/', amount: 'EUR:5', key: KEY },
  ],
  [`taler://withdraw-exchange/exchange.example/${KEY.toLowerCase()}`, { url: 'https://exchange.example/', key: KEY }],
  // What stands there as a sum is read where it is typed, and bounded.
  [`taler://withdraw-exchange/e.example/?a=${'9'.repeat(90)}`, { url: 'https://e.example/', amount: '9'.repeat(60) }],
  ['taler://withdraw/bank.example/1', undefined],
  ['taler://withdraw-exchange/', undefined],
  ['see taler://withdraw-exchange/exchange.example/', undefined],
  ['', undefined],
])('%s', (text, read) => expect(readIssuerLink(text)).toEqual(read));

test('such a link leads to where money is added, by whichever door', () => {
  expect(whereLinkLeads('ext+taler://withdraw-exchange/exchange.example/')).toMatchObject({ page: '/add' });
});
