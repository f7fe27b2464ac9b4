// SPDX-License-Identifier: GPL-3.0-or-later
import { parseArgs } from 'node:util';
import { readGeneration } from './exchange/room.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';
import { realWorld } from '../world.ts';

const HELP = `Starts a play-money economy on this machine and prints where it is.

  npm run sandbox -- [--data DIR] [--exchange v32|v23|v17|v14 …] [--currency KUDOS] [--escrow 2021|2022 …] [--latency MS] [--withdraw AMOUNT] [--json]

  --data DIR         keep data, keys and ports there (else nothing stays)
  --exchange v17     may be given several times; one v32 exchange unless given, or with --data what is there
  --escrow 2022      an Anastasis provider, speaking as in that year; may be given several times; none unless given;
                     codes that it sends by mail or phone are printed on standard error
  --withdraw AMOUNT  also open a withdrawal at the bank and print its taler URI; confirm at the page it names
`;

/** Runs until interrupted. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      exchange: { type: 'string', multiple: true },
      currency: { type: 'string' },
      escrow: { type: 'string', multiple: true },
      latency: { type: 'string' },
      withdraw: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { now, sleep, randomBytes } = realWorld();
  const sandbox = await startSandbox({
    now,
    sleep,
    randomBytes,
    exchanges: values.exchange?.map((each) => ({ generation: readGeneration(each) })) ?? [{}],
    anastasisProviders: (values.escrow ?? []).map((form) => ({
      form: readForm(form),
      methods: escrowMethods(values.currency),
    })),
    ...(values.data === undefined ? {} : { directory: values.data }),
    ...(values.currency === undefined ? {} : { currency: values.currency }),
    ...(values.latency === undefined ? {} : { latencyMs: Number(values.latency) }),
  });
  const withdrawal = values.withdraw === undefined ? undefined : await sandbox.bank.createWithdrawal(values.withdraw);
  const lines = [
    ...sandbox.urls,
    ...(withdrawal
      ? [
          { what: 'withdrawal', url: withdrawal.talerUri },
          { what: 'confirm it at', url: `${sandbox.bank.baseUrl}confirm/${withdrawal.id}` },
        ]
      : []),
  ];
  process.stdout.write(
    values.json ? `${JSON.stringify(lines)}\n` : lines.map(({ what, url }) => `${what.padEnd(34)} ${url}\n`).join(''),
  );
  const telling = setInterval(tellCodes(sandbox.anastasisProviders), TELL_MS);
  const stop = (): void => {
    clearInterval(telling);
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
};

const TELL_MS = 500;
const escrowMethods = (currency = 'KUDOS'): Readonly<Record<string, string>> =>
  Object.fromEntries(['question', 'email', 'sms', 'totp', 'file'].map((type) => [type, `${currency}:0`]));

/** Prints each code once that was sent since: nobody's phone rings here. */
const tellCodes = (providers: Sandbox['anastasisProviders']): (() => void) => {
  const told = new Map<string, number>();
  return () => {
    for (const { baseUrl, sent } of providers) {
      const codes = sent();
      for (const { address, code } of codes.slice(told.get(baseUrl) ?? 0))
        process.stderr.write(`code for ${address} from ${baseUrl}: ${code}\n`);
      told.set(baseUrl, codes.length);
    }
  };
};

const readForm = (text: string): '2021' | '2022' => {
  if (text === '2021' || text === '2022') return text;
  throw new Error(`no such form of Anastasis: ${text}`);
};

await main();
