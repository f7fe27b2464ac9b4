// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { readKeys } from '../../electron/taler/exchange/keys/known.ts';
import { mustOk } from '../../shared/result.ts';
import { findStep, jsonOf, loadTrace } from '../traces/trace.ts';

// Keys that were verified are not verified again; anything else is.

const BASE = 'http://localhost:19481/';
const raw = JSON.stringify(jsonOf(findStep(loadTrace('v23-keys-full'), 'keys-full').response?.body ?? null));

test('the same document is read once, under another address again', () => {
  const keys = mustOk(readKeys(BASE, raw), 'keys');
  expect(mustOk(readKeys(BASE, raw), 'keys')).toBe(keys);
  expect(mustOk(readKeys('http://localhost:19482/', raw), 'keys').baseUrl).toBe('http://localhost:19482/');
});

test('a document that differs in one letter is verified, whatever was read before', () => {
  mustOk(readKeys(BASE, raw), 'keys');
  const forged = raw.replace('payto://', 'payto:///');
  expect(forged).not.toBe(raw);
  expect(readKeys(BASE, forged)).toMatchObject({ ok: false, error: { kind: 'bad-master-signature' } });
  expect(readKeys(BASE, forged)).toMatchObject({ ok: false, error: { kind: 'bad-master-signature' } });
});

test('the documents of many exchanges are not all kept', () => {
  const keys = mustOk(readKeys(BASE, raw), 'keys');
  for (let port = 1; port <= 9; port += 1) mustOk(readKeys(`http://localhost:${port}/`, raw), 'keys');
  const again = mustOk(readKeys(BASE, raw), 'keys');
  expect(again).not.toBe(keys);
  expect(again).toEqual(keys);
});
