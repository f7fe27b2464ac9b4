// SPDX-License-Identifier: GPL-3.0-or-later
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs, promisify } from 'node:util';
import { benchBackup, type BackupFigures } from './backup.ts';
import { benchBlinding, type BlindingFigures } from './blinding.ts';
import { benchDrill, type DrillFigures } from './drill.ts';
import { benchOverview, type OverviewFigures } from './overview.ts';
import { benchPlanchetsFirst, type PlanchetsFirstFigures } from './planchets-first.ts';
import { benchRefresh, type RefreshFigures } from './refresh.ts';
import { benchRunner, type RunnerFigures } from './runner.ts';
import { benchWindow, type WindowFigures } from './window.ts';
import { benchWithdrawal, type WithdrawalFigures } from './withdrawal.ts';

// `npm run bench`: figures beside their targets. Targets are printed, never asserted: speed depends on the machine.
// Every part runs in a process of its own, so that peak memory and CPU time are its own.

const PARTS = {
  blinding: benchBlinding,
  backup: benchBackup,
  drill: benchDrill,
  withdrawal: benchWithdrawal,
  refresh: benchRefresh,
  runner: benchRunner,
  'planchets-first': benchPlanchetsFirst,
  overview: benchOverview,
  window: benchWindow,
} as const;
type Part = keyof typeof PARTS;
type Figures<P extends Part> = Awaited<ReturnType<(typeof PARTS)[P]>>;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      withdraw: { type: 'string', default: '1000' },
      refreshes: { type: 'string', default: '40' },
      steps: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '40' },
      payments: { type: 'string', default: '10000' },
      window: { type: 'string', default: '10000' },
      part: { type: 'string' },
      coins: { type: 'string', default: '0' },
      turns: { type: 'string', default: '5' },
      together: { type: 'boolean', default: false },
    },
  });
  isTogether = values.together;
  if (values.part !== undefined) return runPart(values.part, Number(values.coins));
  console.log(
    `Node ${process.versions.node}, ${process.arch}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`,
  );
  for (const coins of values.sizes.split(',').map(Number)) {
    printBlinding(await inProcess('blinding', coins));
    printBackup(await inProcess('backup', coins));
    printDrill(await inProcess('drill', coins));
  }
  const withdraw = Number(values.withdraw);
  const turns = Number(values.turns);
  if (withdraw > 0) {
    const both = await inTurns('withdrawal', withdraw, turns);
    for (const at of AT) printWithdrawal(both[at], at, both.v23);
  }
  const refreshes = Number(values.refreshes);
  if (refreshes > 0) {
    const both = await inTurns('refresh', refreshes, turns);
    for (const at of AT) printRefresh(both[at], at, both.v23);
  }
  const steps = Number(values.steps);
  if (steps > 0) printRunner(await inProcess('runner', steps));
  const rounds = Number(values.rounds);
  if (rounds > 0) printPlanchetsFirst(await inProcess('planchets-first', rounds));
  const payments = Number(values.payments);
  if (payments > 0) printOverview(await inProcess('overview', payments));
  const lines = Number(values.window);
  if (lines > 0) printWindow(await inProcess('window', lines));
};

const runPart = async (name: string, coins: number): Promise<void> => {
  if (!isPart(name)) throw new Error(`no such part: ${name}`);
  console.log(JSON.stringify(await PARTS[name](coins)));
};

const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

/** Exchanges as they were met, and of today beside them: the target is that those are not slower. */
const AT = ['v23', 'v32'] as const;

/** Both, several times and by turns, so that whatever else the machine does meets both; of every figure the one in the middle. */
const inTurns = async <P extends 'withdrawal' | 'refresh'>(
  part: P,
  coins: number,
  turns: number,
): Promise<Readonly<Record<(typeof AT)[number], Figures<P>>>> => {
  const [v23, v32]: [Figures<P>[], Figures<P>[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    for (const at of turn % 2 === 0 ? AT : AT.toReversed())
      (at === 'v23' ? v23 : v32).push(await inProcess(part, coins, at));
  }
  return { v23: middleOf(v23), v32: middleOf(v32) };
};

const middleOf = <F extends Readonly<Record<string, number>>>(all: readonly F[]): F => {
  const middle = (name: string): number =>
    all.map((each) => each[name] ?? Number.NaN).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
  return Object.fromEntries(Object.keys(all[0] ?? {}).map((name) => [name, middle(name)])) as F;
};

/** `--together`: all but the first part here, for a test that looks at no figure. To load the wallet's sources is most of a small part. */
let isTogether = false;

const inProcess = async <P extends Part>(part: P, coins: number, at = 'v32'): Promise<Figures<P>> => {
  const env = { ...process.env, HOLDFAST_BENCH_EXCHANGE: at };
  if (isTogether && part !== 'blinding') {
    process.env['HOLDFAST_BENCH_EXCHANGE'] = at;
    return (await PARTS[part](coins)) as Figures<P>;
  }
  const words = [import.meta.filename, '--part', part, '--coins', String(coins)];
  const { stdout } = await promisify(execFile)(process.execPath, words, { env });
  return JSON.parse(stdout) as Figures<P>;
};

const printBlinding = (figures: BlindingFigures): void => {
  const {
    coins,
    nativePerSecond,
    blindedPerSecond,
    unblindedPerSecond,
    cpuMsPerCoin,
    nativeOperationsPerCoin,
    peakMib,
  } = figures;
  console.log(`\n${number(coins)} coins of RSA-2048, one thread`);
  line('raw native public operations', `${number(nativePerSecond)} /s`);
  line(
    'planchets derived and blinded',
    `${number(blindedPerSecond)} /s`,
    `native is ${ratio(nativePerSecond, blindedPerSecond)} times that`,
  );
  line(
    'coins unblinded and verified',
    `${number(unblindedPerSecond)} /s`,
    `native is ${ratio(nativePerSecond, unblindedPerSecond)} times that`,
  );
  line(
    'both, CPU per coin',
    `${cpuMsPerCoin.toFixed(2)} ms`,
    `${nativeOperationsPerCoin.toFixed(1)} native operations; ${target(cpuMsPerCoin, 1, 'ms')}`,
  );
  line('peak memory', `${number(peakMib)} MiB`);
};

const MIB = 1024 * 1024;

const printBackup = (figures: BackupFigures): void => {
  const { coins, packMs, openMs, mergeMs, blobBytes, packedBytesPerCoin, blobBytesPerCoin, peakMib } = figures;
  console.log(`\nbackup of ${number(coins)} live coins`);
  // The targets are for ten thousand coins; a smaller wallet is mostly padding.
  line(
    'snapshot, pack, seal, open again',
    `${number(packMs)} ms`,
    coins >= 10_000 ? target(packMs / 1000, 2, 's') : '',
  );
  line('open and check', `${number(openMs)} ms`);
  line('merge with a copy half different', `${number(mergeMs)} ms`);
  line('packed, per coin', `${number(packedBytesPerCoin)} bytes`, target(packedBytesPerCoin, 330, 'bytes'));
  line(
    'blob with padding',
    `${(blobBytes / MIB).toFixed(2)} MiB`,
    `${number(blobBytesPerCoin)} bytes per coin; ${target(blobBytes / MIB, 16, 'MiB')}`,
  );
  line('peak memory', `${number(peakMib)} MiB`);
};

const printDrill = ({ coins, wallMs, places, peakMib }: DrillFigures): void => {
  console.log(`\ndrill of ${number(coins)} live coins by ${places} folders`);
  // The target is for a thousand coins.
  line(
    'wall time per place',
    `${number(wallMs / places)} ms`,
    coins > 1000 ? '' : target(wallMs / places / 1000, 3, 's'),
  );
  line('peak memory', `${number(peakMib)} MiB`);
};

const printWithdrawal = (figures: WithdrawalFigures, at: string, beside: WithdrawalFigures): void => {
  const { coins, wallMs, cpuMsPerCoin, peakMib } = figures;
  console.log(`\nwithdrawal of ${number(coins)} coins from a ${at} sandbox in another process`);
  line('wall time', `${(wallMs / 1000).toFixed(2)} s`);
  line('client CPU per coin', `${cpuMsPerCoin.toFixed(2)} ms`, target(cpuMsPerCoin, 1, 'ms'));
  if (figures !== beside) line('beside v23', '', times(cpuMsPerCoin, beside.cpuMsPerCoin, 1));
  line('peak memory', `${number(peakMib)} MiB`);
};

const printRefresh = (figures: RefreshFigures, at: string, beside: RefreshFigures): void => {
  const { refreshes, newCoins, wallMs, cpuMs, mainCpuMs } = figures;
  console.log(`\nrefresh at ${at}: ${number(refreshes)} coins, each becomes ${newCoins.toFixed(1)} coins`);
  line('wall time each', `${wallMs.toFixed(0)} ms`);
  line('CPU each, the thread of the window', `${mainCpuMs.toFixed(1)} ms`, target(mainCpuMs, 24, 'ms'));
  line('CPU each, all threads', `${cpuMs.toFixed(1)} ms`);
  if (figures === beside) return;
  line('beside v23, the thread of the window', '', times(mainCpuMs, beside.mainCpuMs, 1));
  line('beside v23, all threads', '', times(cpuMs, beside.cpuMs, 1));
};

const printRunner = ({ steps, stepsPerSecond, cpuMsPerStep }: RunnerFigures): void => {
  console.log(`\nrunner: ${number(steps)} funded withdrawals of a few coins, one after the other`);
  line('steps finished', `${stepsPerSecond.toFixed(1)} /s`, `${cpuMsPerStep.toFixed(1)} ms of CPU each`);
};

const printPlanchetsFirst = (figures: PlanchetsFirstFigures): void => {
  const { rounds, latencyMs, bareMedianMs, bareP95Ms, gatedMedianMs, gatedP95Ms, gateMedianMs, gateP95Ms } = figures;
  const both = (median: number, p95: number): string => `${number(median)} / ${number(p95)} ms`;
  console.log(`\nplanchets first: ${number(rounds)} small withdrawals, ${latencyMs} ms per answer, two providers`);
  line('bare withdrawal, median / p95', both(bareMedianMs, bareP95Ms));
  line('through the gate, median / p95', both(gatedMedianMs, gatedP95Ms));
  line('the gate alone, median / p95', both(gateMedianMs, gateP95Ms));
  const added = gatedP95Ms - bareP95Ms;
  line('added at p95', `${number(added)} ms`, target(added, 150, 'ms'));
};

const printOverview = (figures: OverviewFigures): void => {
  const { lines, coins, changedMs, changedTenthMs, unchangedMs, historyMs, historyTenthMs, firstMs } = figures;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  console.log(`\noverview: ${number(lines)} lines of history, ${number(coins)} coins; CPU of the thread of the window`);
  line('after one payment', ms(changedMs), target(changedMs, 5, 'ms'));
  line('the same, a tenth of the history', ms(changedTenthMs), `${ratio(changedMs, changedTenthMs)} times less`);
  line('nothing changed', ms(unchangedMs));
  line('lines of the history, one payment', ms(historyMs));
  line('the same, a tenth of the history', ms(historyTenthMs), `${ratio(historyMs, historyTenthMs)} times less`);
  line('everything, the first time', ms(firstMs));
};

const printWindow = (figures: WindowFigures | null): void => {
  if (figures === null) return console.log('\nwindow: no Electron or no display here');
  const { bare, few, many, lines, overviewMs, historyMs, coins, blockMs } = figures;
  const ms = (value: number): string => `${number(value)} ms`;
  const mib = (value: number): string => `${number(value)} MiB`;
  console.log(`\nwindow: cold start to the first useful paint, and memory (PSS of all processes) after it`);
  line('bare Electron window', ms(bare.paintMs), mib(bare.memoryMib));
  line('10 payments, start', ms(few.paintMs), times(few.paintMs, bare.paintMs, 1.5));
  line('10 payments, memory', mib(few.memoryMib), times(few.memoryMib, bare.memoryMib, 1.25));
  line(`${number(lines)} lines, start`, ms(many.paintMs), times(many.paintMs, few.paintMs, 1.1));
  line(`${number(lines)} lines, memory`, mib(many.memoryMib), times(many.memoryMib, few.memoryMib, 1.1));
  line('answer to the first page', `${overviewMs.toFixed(1)} ms`, target(overviewMs, 5, 'ms'));
  line('answer to the history', `${historyMs.toFixed(1)} ms`);
  line(`longest block, ${number(coins)} coins drawn`, ms(blockMs), target(blockMs, 50, 'ms'));
};

const number = (value: number): string => Math.round(value).toLocaleString('en');
const ratio = (native: number, ours: number): string => (native / ours).toFixed(1);
const times = (value: number, of: number, most: number): string =>
  `${(value / of).toFixed(2)} times; ${target(value / of, most, 'times')}`;
const target = (value: number, atMost: number, unit: string): string =>
  `target at most ${atMost} ${unit}: ${value <= atMost ? 'met' : 'missed'}`;
const line = (what: string, value: string, more = ''): void =>
  console.log(`  ${what.padEnd(34)}${value.padStart(16)}${more === '' ? '' : `   ${more}`}`);

await main();
