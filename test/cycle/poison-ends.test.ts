// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTurn, RUN_SEED } from '../support/seed.ts';
import { startLab } from './fail-nth-lab.ts';
import { ENDS } from './poison-ends-cases.ts';
import { hear, looks, stageOf, type Ended, type Stage } from './poison-ends-lab.ts';
import { balanceAt, expectSumsAgree, type OpenWallet } from './wallet-lab.ts';

// A copy by somebody who once had the secret says that money is gone that is not. What decides is the exchange's own account: it is
// asked, whatever a join says, and what is still there comes back as new coins.

const cases = Object.entries(ENDS).flatMap(([kind, ends]) =>
  typeof ends === 'string' ? [] : Object.entries(ends).map(([says, end]): [string, Ended] => [`${kind}: ${says}`, end]),
);

describe.each([
  { generation: 'v23', ends: cases },
  { generation: 'v17', ends: cases.filter(([, { isOtherAtV17 }]) => isOtherAtV17 === true) },
] as const)('at an exchange of $generation', ({ generation, ends }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = stageOf(await startLab(generation));
  });
  afterAll(() => stage.lab.close());

  const expectFound = async (one: OpenWallet, { expected }: Ended): Promise<void> => {
    await looks(stage.lab, one);
    expect(balanceAt(one.wallet, stage.base)).toMatchObject(expected);
    expectSumsAgree(one.wallet);
    expect(stage.disagreements()).toEqual([]);
  };

  // One half of them in an ordinary run, and from that copy alone the other half.
  test.each(inTurn('poison-ends', ends, 2))('%s', async (name, end) => {
    const { lab, base } = stage;
    const one = await stage.at(end.begin, name);
    hear(one.store, end.poison(one.store.snapshot(), lab, base));
    await expectFound(one, end);
  });

  test.each(inTurn('poison-ends', ends, 2, RUN_SEED + 1))(
    '%s, and nothing but that copy is left',
    async (name, end) => {
      const { lab, base } = stage;
      const lost = await stage.at(end.begin, name);
      const two = lab.openWallet();
      hear(two.store, end.poison(lost.store.snapshot(), lab, base));
      await expectFound(two, end);
    },
  );
});
