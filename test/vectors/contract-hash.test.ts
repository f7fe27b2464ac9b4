// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { canonicalJson, MAX_JSON_DEPTH } from '../../electron/taler/bytes/canonical-json.ts';
import {
  findMalformation,
  forgetMember,
  hashContract,
  scrubContract,
} from '../../electron/taler/wire/contract-hash.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly kind: 'hashContractTerms' | 'canonicalJson' | 'validateForgettable';
  readonly contract_terms?: unknown;
  readonly h_contract_terms_crock?: string;
  readonly scrubbed?: unknown;
  readonly canonical_scrubbed?: string;
  readonly well_formed_forgettable?: boolean;
  readonly input?: unknown;
  readonly canonical?: string;
  readonly valid?: boolean;
};
const hash = (terms: unknown): string => bytesToCrock(mustOk(hashContract(terms), 'well-formed'));

describe('contract-hash.json', () => {
  it.each(casesOf<Case>('contract-hash', 28).map((each, index) => ({ ...each, index })))('$index $kind', (each) => {
    if (each.kind === 'canonicalJson') {
      expect(canonicalJson(each.input)).toBe(each.canonical);
    } else if (each.kind === 'validateForgettable') {
      expect(findMalformation(each.input) === undefined).toBe(each.valid);
      expect(hashContract(each.input).ok).toBe(each.valid);
    } else {
      expect(hash(each.contract_terms)).toBe(each.h_contract_terms_crock);
      if (each.scrubbed === undefined) return;
      expect(findMalformation(each.contract_terms) === undefined).toBe(each.well_formed_forgettable);
      const scrubbed = scrubContract(each.contract_terms);
      expect(scrubbed).toEqual(each.scrubbed);
      expect(canonicalJson(scrubbed)).toBe(each.canonical_scrubbed);
      expect(hash(scrubbed)).toBe(each.h_contract_terms_crock);
    }
  });
});

describe('contract hash, beyond the vectors', () => {
  it('stays the same when one member is forgotten, and changes when one is lost', () => {
    const terms = { a: 1, b: 'x', c: 2, $forgettable: { a: 's1', b: 's2' } };
    expect(hash(forgetMember(terms, 'b'))).toBe(hash(terms));
    expect(forgetMember(terms, 'b')).not.toHaveProperty('b');
    expect(forgetMember(terms, 'c')).toBe(terms);
    expect(hash({ a: 1, b: 'x', $forgettable: { a: 's1', b: 's2' } })).not.toBe(hash(terms));
  });

  it('keeps the hash of a member that was forgotten before', () => {
    const before = 'NW7G4Z6717EB6ZCNWKMH61XTBM9CFPGHV12JCZ9JERQMAE1H9RJ0';
    const forgotten = forgetMember({ a: 1, $forgettable: { a: 's' }, $forgotten: { a: before } }, 'a');
    expect(forgotten).toEqual({ $forgotten: { a: before } });
  });

  it('keeps a member called __proto__ in the hash', () => {
    const terms: unknown = JSON.parse('{"a":1,"__proto__":{"b":2}}');
    expect(hash(terms)).not.toBe(hash({ a: 1 }));
    expect(canonicalJson(scrubContract(terms))).toBe('{"__proto__":{"b":2},"a":1}');
  });

  it('refuses what nests too deep instead of exhausting the stack', () => {
    const nest = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    // One level is left for the entry that keeps them.
    expect(hashContract(nest(MAX_JSON_DEPTH - 1)).ok).toBe(true);
    expect(canonicalJson({ terms: nest(MAX_JSON_DEPTH - 1) })).toContain('terms');
    for (const depth of [MAX_JSON_DEPTH, 50_000]) {
      expect(hashContract(nest(depth))).toEqual({ ok: false, error: { kind: 'contract-malformed', why: 'depth' } });
    }
  });

  it('refuses what is no object, and numbers that are not exact', () => {
    for (const terms of [null, [], 'x', 1])
      expect(hashContract(terms)).toMatchObject({ ok: false, error: { why: 'not-an-object' } });
    expect(hashContract({ a: 2 ** 53 })).toMatchObject({ ok: false, error: { why: 'number' } });
    expect(hashContract({ a: 2 ** 53 - 1 }).ok).toBe(true);
  });
});
