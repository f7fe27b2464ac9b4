// SPDX-License-Identifier: GPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobHash } from '../../electron/backup/copies/pack.ts';
import type { Provider, Stored } from '../../electron/backup/providers/provider.ts';
import { accountKeys, type AccountKeys } from '../../electron/backup/root-secret.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';

/** A kind of provider under test: how to reach one account at it, as often as asked. */
export type ProviderKind = {
  /** an id under which accounts are derived */
  readonly id: string;
  /** a fresh connection, as another process or machine would have it */
  readonly connect: (keys: AccountKeys) => Provider;
  /** makes the account ready to store (pays, where one pays) */
  readonly admit: (keys: AccountKeys) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What every provider owes, whatever its kind: the same suite for all of them. */
export const providerContract = (name: string, start: () => Promise<ProviderKind>): void => {
  describe(`the provider contract: ${name}`, () => {
    let kind: ProviderKind;
    beforeAll(async () => {
      kind = await start();
    });
    afterAll(() => kind.close());

    const account = async (): Promise<{ readonly keys: AccountKeys; readonly provider: Provider }> => {
      const keys = accountKeys(secret(new Uint8Array(randomBytes(64))), kind.id);
      await kind.admit(keys);
      return { keys, provider: kind.connect(keys) };
    };
    const bytes = (length = 1000): Uint8Array => new Uint8Array(randomBytes(length));
    const put = async (provider: Provider, blob: Uint8Array, ...joined: readonly Uint8Array[]): Promise<Stored> => {
      const hashes = joined.map(blobHash);
      const stored = await provider.store({ bytes: blob, replaces: hashes.at(-1), joined: hashes });
      if (!stored.ok) throw new Error(JSON.stringify(stored.error));
      return stored.value;
    };
    const held = async (provider: Provider): Promise<Uint8Array | string> => {
      const there = await provider.fetch();
      return !there.ok ? there.error.kind : there.value.kind === 'blob' ? there.value.bytes : there.value.kind;
    };

    it('describes itself', async () => {
      const { provider } = await account();
      expect(provider.id).toBe(kind.id);
      expect(await provider.describe()).toMatchObject({ ok: true });
    });

    it('has nothing for a new account, and says so', async () => {
      const { provider } = await account();
      expect(['empty', 'account-unknown']).toContain(await held(provider));
    });

    it('gives back what was stored, to another connection too, with its hash', async () => {
      const { keys, provider } = await account();
      const blob = bytes(70_000);
      expect((await put(provider, blob)).kind).toBe('stored');
      const there = await kind.connect(keys).fetch();
      expect(there).toEqual({ ok: true, value: { kind: 'blob', bytes: blob, hash: blobHash(blob), also: [] } });
    });

    it('the same bytes again are unchanged', async () => {
      const { provider } = await account();
      const blob = bytes();
      await put(provider, blob);
      expect((await put(provider, blob, blob)).kind).toBe('unchanged');
      expect((await put(provider, blob)).kind).toBe('unchanged');
    });

    it('replaces what it is told to replace, many times', async () => {
      const { provider } = await account();
      let last = bytes();
      await put(provider, last);
      for (let i = 0; i < 6; i += 1) {
        const next = bytes();
        expect((await put(provider, next, last)).kind).toBe('stored');
        last = next;
      }
      expect(await held(provider)).toEqual(last);
    });

    it('never overwrites a version the writer has not seen: it gives that version instead', async () => {
      const { keys, provider } = await account();
      const [first, theirs, ours] = [bytes(), bytes(), bytes()];
      await put(provider, first);
      await put(kind.connect(keys), theirs, first);
      for (const seen of [[first], []]) {
        expect(await put(provider, ours, ...seen)).toEqual({ kind: 'conflict', bytes: theirs, hash: blobHash(theirs) });
        expect(await held(provider)).toEqual(theirs);
      }
      expect((await put(provider, ours, first, theirs)).kind).toBe('stored');
      expect(await held(provider)).toEqual(ours);
    });

    it('says when the version to replace is not there any more', async () => {
      const { provider } = await account();
      expect((await put(provider, bytes(), bytes())).kind).toBe('previous-unknown');
    });

    it('keeps accounts apart', async () => {
      const [one, two] = [await account(), await account()];
      const [blobOne, blobTwo] = [bytes(), bytes()];
      await put(one.provider, blobOne);
      await put(two.provider, blobTwo);
      expect([await held(one.provider), await held(two.provider)]).toEqual([blobOne, blobTwo]);
    });
  });
};
