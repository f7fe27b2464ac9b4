// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { isPlayIssuer } from '../../shared/play.ts';

// Money is play money by who issued it, wherever its wallet is and whatever runs beside it.

test.each([
  ['http://127.0.0.1:41234/exchange/', true],
  ['http://localhost:41234/', true],
  ['http://[::1]:8081/', true],
  ['https://exchange.demo.taler.net/', false],
  ['http://127.0.0.1.example.com/', false],
  ['https://localhost.example/', false],
  ['https://example.com/127.0.0.1/', false],
])('%s', (url, isPlay) => expect(isPlayIssuer(url)).toBe(isPlay));
