// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, expect, test } from 'vitest';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import { packedKeys, readKeptKeys, readKeys } from '../../electron/taler/exchange/keys/known.ts';
import { packKeys, unpackKeys } from '../../electron/taler/exchange/keys/verified.ts';
import { startThreads, type Task } from '../../electron/threads.ts';
import { mustOk } from '../../shared/result.ts';
import { manyDenominations } from '../support/many-denominations.ts';
import { turnsDuring } from '../support/turns.ts';
import { findStep, jsonOf, loadTrace } from '../traces/trace.ts';

// Keys that were verified are not verified again; anything else is, and beside the thread that draws the window.

const BASE = 'http://localhost:19481/';
const raw = JSON.stringify(jsonOf(findStep(loadTrace('v23-keys-full'), 'keys-full').response?.body ?? null));
/** The same keys under the same signatures in other words: JSON may have spaces at its end. */
const respelled = (times: number): string => raw + ' '.repeat(times);

const threads = startThreads(new URL('../../electron/worker.ts', import.meta.url));
afterAll(() => threads.close());

/** Threads that count what they are asked. */
const counted = () => {
  const asked: string[] = [];
  return {
    asked,
    threads: {
      run: <I, O>(task: Task<I, O>, input: I) => {
        asked.push(task.name);
        return threads.run(task, input);
      },
    },
  };
};

test('the same document is read once, under another address again', async () => {
  const keys = mustOk(await readKeys({}, BASE, raw), 'keys');
  expect(mustOk(await readKeys({}, BASE, raw), 'keys')).toBe(keys);
  expect(mustOk(await readKeys({}, 'http://localhost:19482/', raw), 'keys').baseUrl).toBe('http://localhost:19482/');
});

test('a document that differs in one letter is verified, whatever was read before', async () => {
  mustOk(await readKeys({}, BASE, raw), 'keys');
  const forged = raw.replace('payto://', 'payto:///');
  expect(forged).not.toBe(raw);
  expect(await readKeys({}, BASE, forged)).toMatchObject({ ok: false, error: { kind: 'bad-master-signature' } });
});

test('the documents of many exchanges are not all kept', async () => {
  const keys = mustOk(await readKeys({}, BASE, raw), 'keys');
  for (let port = 1; port <= 9; port += 1) mustOk(await readKeys({}, `http://localhost:${port}/`, raw), 'keys');
  const again = mustOk(await readKeys({}, BASE, raw), 'keys');
  expect(again).not.toBe(keys);
  expect(again).toEqual(keys);
});

test('this thread goes on while a long list is verified in another, and gets the same keys', async () => {
  const long = manyDenominations(1_500);
  const { asked, threads } = counted();
  const { value: read, turns } = await turnsDuring(() => readKeys({ threads }, BASE, long));
  expect(asked).toEqual(['keys']);
  expect(turns).toBeGreaterThan(100);
  const keys = mustOk(read, 'keys');
  expect(keys.denominations.size).toBe(1_500);
  expect(keys).toEqual(mustOk(parseKeys(BASE, long), 'the same, here'));
});

test('whoever asks at the same time waits for the same reading', async () => {
  const { asked, threads } = counted();
  const both = await Promise.all([
    readKeys({ threads }, BASE, respelled(1)),
    readKeys({ threads }, BASE, respelled(1)),
  ]);
  expect(both[0]).toBe(both[1]);
  expect(asked).toEqual(['keys']);
});

test('a document that was refused is not read again', async () => {
  const { asked, threads } = counted();
  const forged = respelled(2).replace('payto://', 'payto:///');
  for (let times = 0; times < 3; times += 1)
    expect(await readKeys({ threads }, BASE, forged)).toMatchObject({
      ok: false,
      error: { kind: 'bad-master-signature' },
    });
  expect(asked).toEqual(['keys']);
});

test('a reading that was cut short is no verdict', async () => {
  const broken = { run: () => Promise.reject(new Error('a thread ended')) };
  await expect(readKeys({ threads: broken }, BASE, respelled(3))).rejects.toThrow('ended');
  expect(await readKeys({}, BASE, respelled(3))).toMatchObject({ ok: true });
});

test('more denominations than any exchange has are counted, not read', async () => {
  const document = JSON.parse(raw) as { denominations: { denoms: unknown[] }[] };
  // Nothing of this would get through a check of its shape; counted first, that is never found out.
  const group = { cipher: 'RSA', denoms: Array.from({ length: 2_049 }, () => ({ rsa_pub: '', master_sig: 7 })) };
  document.denominations.push(group, group);
  expect(await readKeys({}, BASE, JSON.stringify(document))).toMatchObject({
    ok: false,
    error: { kind: 'not-an-exchange', why: 'more denominations than any exchange has' },
  });
});

test('verified keys come back from their bytes as they were, with nothing verified again', async () => {
  const keys = mustOk(parseKeys(BASE, raw), 'keys');
  const back = unpackKeys(packKeys(keys), BASE, raw);
  expect(back).toEqual(keys);
  // A merchant chooses the name that is looked up.
  expect(back?.wireFees['constructor']).toBeUndefined();
  expect(unpackKeys(packKeys(keys), 'http://elsewhere/', raw)).toBeUndefined();
  expect(unpackKeys(new Uint8Array([1, 2, 3]), BASE, raw)).toBeUndefined();
  // The text is one that would be refused: only the bytes can have said this.
  const forged = respelled(4).replace('payto://', 'payto:///');
  expect(readKeptKeys(BASE, { raw: forged, verified: packKeys(keys) })?.denominations.size).toBe(28);
  expect(readKeptKeys(BASE, { raw: respelled(5) })).toEqual({ ...keys, raw: respelled(5) });
  const read = mustOk(await readKeys({}, BASE, respelled(6)), 'keys');
  expect(unpackKeys(packedKeys(read), BASE, respelled(6))).toEqual(read);
});

// Whoever changes what keys are must count the form up in verified.ts, and then this list.
test('the form of the bytes has a number', () => {
  const { raw: _, ...keys } = mustOk(parseKeys(BASE, raw), 'keys');
  const names = (value: object): string => Object.keys(value).toSorted().join(' ');
  expect(names(keys)).toBe(
    'accounts announcedBaseUrl balanceLimits baseUrl currency denominations generation globalFees hardLimits listIssueDate look ' +
      'masterPub rejected reserveClosingDelay revoked signKeys tinyAmount version wireFees zeroLimits',
  );
  expect([...keys.denominations.values()].map(names).slice(0, 1)).toEqual([
    'ageMask cipher feeDeposit feeRefresh feeRefund feeWithdraw hash key lost masterSig revoked selectable ' +
      'stampExpireDeposit stampExpireLegal stampExpireWithdraw stampStart value',
  ]);
});
