// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { outcomeNotes, outcomeWord } from '../../electron/backup/cycle/outcome.ts';
import { readOutcome } from '../../electron/backup/cycle/read-outcome.ts';
import { noteFailure, readNoted } from '../../electron/wallet/failure/noted.ts';
import { english } from '../support/english.ts';

// Rows as the version before this one wrote them, with sentences in them.

/** As it comes out of the database. */
const row = (value: object): unknown => JSON.parse(JSON.stringify(value));

describe('the last failure of a step', () => {
  test('is read as it was written', () => {
    const noted = noteFailure({ kind: 'not-backed-up-yet', staysIn: 'coin', why: 'no-provider' }, undefined);
    expect(row(noted)).toMatchObject({ kind: 'not-backed-up-yet', needsPerson: true });
    expect(readNoted(row(noted))).toEqual({
      kind: 'not-backed-up-yet',
      why: {
        kind: 'not-backed-up-yet',
        facts: { why: 'no-provider', staysIn: { kind: 'coin', facts: {} } },
      },
    });
    const asked = noteFailure(
      { kind: 'kyc-required', url: 'https://exchange.example/reserves/ABC/withdraw', hPayto: 'H' },
      'https://exchange.example/kyc-spa/1',
    );
    expect(asked).toEqual({
      kind: 'kyc-required',
      facts: { host: 'exchange.example' },
      link: 'https://exchange.example/kyc-spa/1',
    });
    expect(readNoted(row(asked))?.link).toBe('https://exchange.example/kyc-spa/1');
  });

  test('keeps no body of a server, no key and no address of an order', () => {
    const noted = noteFailure(
      {
        kind: 'refused',
        url: 'https://shop.example/orders/1?token=SECRET',
        status: 410,
        code: 2000,
        hint: 'x'.repeat(1000),
        body: { secret: 'SECRET' },
      },
      undefined,
    );
    expect(JSON.stringify(noted)).not.toContain('SECRET');
    expect(noted).toEqual({
      kind: 'refused',
      facts: { host: 'shop.example', status: 410, code: 2000, quote: 'x'.repeat(400) },
    });
  });

  test('of an older version is its kind again where the kind says everything, else its text is kept', () => {
    expect(
      readNoted(
        row({ kind: 'insufficient-funds', sentence: 'A coin was already used by another copy of this wallet.' }),
      ),
    ).toEqual({ kind: 'insufficient-funds', why: { kind: 'insufficient-funds', facts: {} } });
    const sentence = 'exchange.example cannot be reached; no money is at risk, and unfinished steps are tried again.';
    const noted = readNoted(row({ kind: 'unreachable', sentence }));
    expect(noted).toEqual({ kind: 'unreachable', why: { kind: 'older', facts: { text: sentence } } });
    expect(english('failure', ...(noted ? [noted.why] : []))).toBe(`“${sentence}”`);
  });

  test('of an older version still waits for the person and its copy', () => {
    const sentence =
      'There is no backup provider yet, so the money stays in the reserve at the exchange until you add one.';
    expect(readNoted(row({ kind: 'not-backed-up-yet', sentence, needsPerson: true }))?.kind).toBe('not-backed-up-yet');
    expect(readNoted(row({ kind: 'kyc-required', sentence: 'x', link: 'https://kyc.example/' }))).toMatchObject({
      kind: 'kyc-required',
      link: 'https://kyc.example/',
    });
  });

  test.each([undefined, null, 'unreachable', 3, [], { kind: 3 }, { kind: 'unreachable' }, { sentence: 'x' }])(
    '%j is no failure',
    (value) => {
      expect(readNoted(value)).toBeUndefined();
    },
  );
});

describe('the last outcome of a provider', () => {
  const OLD = [
    [{ kind: 'stored', found: 'nothing' }, 'stored', ''],
    [{ kind: 'unchanged', found: 'old-copy' }, 'old-copy', /older copy than it had confirmed/],
    [{ kind: 'stored', found: 'nothing', renewal: 'It asks for more.' }, 'stored', /paid ahead\. “It asks for more\.”/],
    [{ kind: 'conflict' }, 'conflict', /Another device/],
    [
      { kind: 'lost-our-backup', why: 'It asks for a payment.' },
      'lost-our-backup',
      /lost the copy\. “It asks for a payment/,
    ],
    [
      { kind: 'payment-required', why: 'KUDOS:1 is needed.', lacking: 'KUDOS:0.1' },
      'payment-required',
      /KUDOS:1 is needed/,
    ],
    [
      { kind: 'asks', why: { kind: 'fee-above-cap', fee: 'KUDOS:3', cap: 'KUDOS:1' } },
      'asks',
      /asks 3\.00 KUDOS.*at most 1\.00/,
    ],
    [{ kind: 'asks', why: { kind: 'no-consent' } }, 'asks', /no price was agreed/],
    [{ kind: 'foreign-or-damaged', why: 'it is damaged' }, 'foreign-or-damaged', /it is damaged/],
    [{ kind: 'legacy-format' }, 'foreign-or-damaged', /TLRWBK01/],
    [{ kind: 'newer-format', version: 3 }, 'newer-format', /format 3/],
    [{ kind: 'too-large' }, 'too-large', /larger than this place accepts/],
    [{ kind: 'unreachable', why: 'it did not answer', retryAfterMs: 5 }, 'unreachable', /it did not answer.*not mean/],
    [{ kind: 'unreachable', why: 'it did not answer', stored: true }, 'unreachable', /could not be read back/],
    [{ kind: 'misbehaved', why: 'it sends us elsewhere', gone: true }, 'misbehaved', /it sends us elsewhere/],
  ] as const;

  test.each(OLD)('%j is read', (old, word, text) => {
    const outcome = readOutcome(row(old));
    if (!outcome) return expect.fail('not read');
    expect(outcomeWord(outcome)).toBe(word);
    const said = english('placeNote', ...outcomeNotes(outcome));
    if (text === '') expect(said).toBe('');
    else expect(said).toMatch(text);
    // What decides about money is not lost with the words.
    for (const fact of ['lacking', 'retryAfterMs', 'stored', 'gone', 'version'] as const)
      if (fact in old) expect(outcome).toMatchObject({ [fact]: (old as Record<string, unknown>)[fact] });
    return undefined;
  });

  test('of this version is read as it was written', () => {
    const outcomes = [
      { kind: 'stored', found: 'nothing', renewal: { kind: 'asks', facts: { why: { kind: 'closing', facts: {} } } } },
      { kind: 'payment-required', why: { kind: 'coin-unknown', facts: {} }, lacking: 'KUDOS:0.1' },
      { kind: 'payment-required' },
      { kind: 'unreachable', why: { kind: 'timeout', facts: { afterMs: 30_000 } }, stored: true },
      { kind: 'misbehaved', why: { kind: 'refused', facts: { status: 403, code: 7 } }, gone: true },
    ];
    expect(outcomes.map((each) => readOutcome(row(each)))).toEqual(outcomes);
  });

  test.each(['', 'much', 'KUDOS', 'KUDOS:-1', 'KUDOS:1e9', 7, null])('a fee of %j is none', (lacking) => {
    // The gate reckons with it: what is no amount would stop every withdrawal.
    expect(readOutcome(row({ kind: 'payment-required', lacking }))).toEqual({ kind: 'payment-required' });
  });

  test.each([undefined, null, 'stored', {}, { kind: 'of-a-newer-version' }, { kind: 'asks', why: { kind: 'new' } }])(
    '%j counts as never asked',
    (value) => {
      expect(readOutcome(value)).toBeUndefined();
    },
  );
});
