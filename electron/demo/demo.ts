// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { amountToText } from '../../shared/amount.ts';
import { fillAndBackUp, payAnOrder } from './backup.ts';
import { emptyToPhone, refundTheOrder, sendToPhone, takeOver } from './people.ts';
import { comeBackWithoutPaper } from './escrow.ts';
import { comeFromTaler } from './import.ts';
import { proveThePaper } from './paper.ts';
import { call, freshWallet, totalOf, type Demand, type Tell } from './steps.ts';
import { playOptions, startPlayMoney } from '../app/play-money.ts';
import { realWorld, type World } from '../world.ts';

export type DemoReport = { readonly lines: readonly string[]; readonly problems: readonly string[] };

/**
 * The whole line once, on real cryptography: withdraw, which waits for a provider, back up to a free and a paid provider, delete the
 * data directory, restore from the recovery text alone, pay with the restored coins, get a refund, send to a second wallet, take over on
 * a third machine, empty that into the second wallet; then the paper: hurt, tested, split, undone, replaced; then without paper, from escrow; then from another program's copies. Every number is checked; `problems` is empty only when all of them were right.
 */
export const runDemo = async (
  say: (line: string) => void,
  exchange = '',
  world: World = realWorld(),
): Promise<DemoReport> => {
  const lines: string[] = [];
  const problems: string[] = [];
  const tell: Tell = (line) => {
    lines.push(line);
    say(line);
  };
  const demand: Demand = (truth, what) => {
    if (!truth) problems.push(what);
  };
  const root = await mkdtemp(join(tmpdir(), 'holdfast-demo-'));
  const data = join(root, 'wallet');
  const economy = await startPlayMoney(join(root, 'play-money'), world, playOptions(exchange).playExchange);
  try {
    tell(`sandbox at ${economy.exchange}`);
    const first = await freshWallet(world, data);
    const recovery = await fillAndBackUp(first, economy, tell, demand);
    const before = await totalOf(first);
    await first.close();

    await rm(data, { recursive: true, force: true });
    tell('deleted the data directory');

    const second = await freshWallet(world, data);
    const report = await call(second, 'restore.run', { recoveryText: recovery });
    for (const source of report.sources) tell(`${source.name}: ${source.answer}`);
    demand(
      report.sources.length === economy.providers.length && report.sources.every((source) => source.answer === 'found'),
      'a provider did not have the backup',
    );
    const after = await totalOf(second);
    tell(`restored ${amountToText(after)} of ${amountToText(before)}`);
    demand(after.units === before.units, 'the restored sum differs from the sum before');

    const order = await payAnOrder(second, economy, tell, demand);
    await refundTheOrder(second, economy, order, tell, demand);
    const phone = await freshWallet(world, join(root, 'phone'));
    await call(phone, 'exchange.add', { url: economy.exchange });
    await sendToPhone(second, phone, tell, demand);
    const third = await freshWallet(world, join(root, 'third'));
    await takeOver(second, third, recovery, tell, demand);
    await emptyToPhone(third, phone, tell, demand);
    for (const each of [second, third, phone]) await each.close();
    await proveThePaper({ world, root, economy, tell, demand });
    await comeBackWithoutPaper({ world, root, economy, tell, demand });
    await comeFromTaler({ world, root, tell, demand });
  } finally {
    await economy.close();
    await rm(root, { recursive: true, force: true });
  }
  return { lines, problems };
};

if (import.meta.main) {
  const { values } = parseArgs({ options: { exchange: { type: 'string', default: '' } } });
  const report = await runDemo((line) => process.stdout.write(`${line}\n`), values.exchange);
  for (const problem of report.problems) process.stderr.write(`wrong: ${problem}\n`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}
