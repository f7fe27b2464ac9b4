// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { rememberedPairs } from '../../electron/state/key-pairs.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';

test('a key is made once for each pair, right or wrong, and a pair that is right makes no other one right', () => {
  let made = 0;
  const { isPair: isPublicOf } = rememberedPairs((priv) => {
    made += 1;
    return eddsaPublicKey(priv);
  });
  const [one, two] = [1, 2].map((fill) => new Uint8Array(32).fill(fill)) as [Uint8Array, Uint8Array];
  const [first, second] = [one, two].map((priv) => bytesToCrock(eddsaPublicKey(priv)));
  for (let round = 0; round < 3; round += 1) {
    expect([isPublicOf(first, one), isPublicOf(second, two)]).toEqual([true, true]);
    expect([isPublicOf(first, two), isPublicOf(second, one), isPublicOf(undefined, one)]).toEqual([
      false,
      false,
      false,
    ]);
  }
  expect(made).toBe(4);
});

test('what one thread has found of keys, another need not make', () => {
  let made = 0;
  const threads = [0, 1].map(() =>
    rememberedPairs((priv) => {
      made += 1;
      return eddsaPublicKey(priv);
    }),
  );
  const [there, here] = threads as [(typeof threads)[number], (typeof threads)[number]];
  const priv = new Uint8Array(32).fill(3);
  const pub = bytesToCrock(eddsaPublicKey(priv));
  const asked = there.askedDuring(() => [there.isPair(pub, priv), there.isPair('another', priv)]);
  here.know(asked.pairs);
  expect([asked.made, here.isPair(pub, priv), here.isPair('another', priv), made]).toEqual([
    [true, false],
    true,
    false,
    2,
  ]);
});
