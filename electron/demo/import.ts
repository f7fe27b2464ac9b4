// SPDX-License-Identifier: GPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { amountToText } from '../../shared/amount.ts';
import type { World } from '../world.ts';
import { call, freshWallet, sumsAgree, totalOf, type Demand, type Tell } from './steps.ts';

type Scene = { readonly world: World; readonly root: string; readonly tell: Tell; readonly demand: Demand };

/** Two real copies of GNU Taler's wallet, where they lie in their files, and what each of them is worth. */
const COPIES = [
  { file: 'wallet-core-2022-real-backup', member: 'plain', sum: 'KUDOS:13.69' },
  { file: 'backup-sample', member: 'content', sum: 'KUDOS:7.56' },
] as const;
const VECTORS = join(import.meta.dirname, '..', '..', 'test', 'vectors', 'data');

/** Their issuer was on the computer of that time, where no file may lead; nobody ever has this name, so nobody is asked. */
const ISSUER = 'https://exchange.invalid/';

/** Two real copies of GNU Taler's own wallet come in whole, with every line of their history, while their issuer is away. */
export const comeFromTaler = async ({ world, root, tell, demand }: Scene): Promise<void> => {
  for (const { file, member, sum } of COPIES) {
    const app = await freshWallet(world, join(root, file));
    const request = { given: await copyOf(file, member), newExchanges: [ISSUER] };
    const seen = await call(app, 'import.read', { given: request.given });
    demand(seen.issuers.map(({ there }) => there).join() === sum, `${file} is shown with another sum`);
    const asks = await app.handle('import.run', request);
    const agreedFees = !asks.ok && asks.error.kind === 'import-asks' ? [...(asks.error.facts.fees ?? [])] : [];
    const report = await call(app, 'import.run', { ...request, agreedFees });
    const back = amountToText(await totalOf(app));
    demand(report.bad.length === 0 && back === sum, `${file} did not come in whole: ${back} of ${sum}`);
    await sumsAgree(app, demand);
    tell(`came from GNU Taler's wallet: ${back} of ${sum} (${file}), while its issuer is away`);
    await app.close();
  }
};

const copyOf = async (file: string, member: string): Promise<string> => {
  const { cases } = JSON.parse(await readFile(join(VECTORS, `${file}.json`), 'utf8')) as {
    readonly cases: readonly Readonly<Record<string, unknown>>[];
  };
  return JSON.stringify(moved(cases[0]?.[member]));
};

const moved = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll(/http:\/\/localhost:1?8081\//g, ISSUER);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(moved);
  // The shop signed its contracts: not a letter of them may change.
  const parts = Object.entries(value);
  return Object.fromEntries(parts.map(([name, each]) => [name, name === 'contract_terms_raw' ? each : moved(each)]));
};
