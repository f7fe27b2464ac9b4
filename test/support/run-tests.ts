// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findElectron } from '../../electron/start/find-electron.ts';
import { chromiumPath } from '../window/browser.ts';
import { CHECKS, runChecks } from './check.ts';
import { seedOfRun } from './seed.ts';

// `npm test`: the checks, then every test; the last line counts both, so that a red check can never look green.
// Arguments name test files (`npm test -- test/unit`); then the checks are left out.

const TOP = join(import.meta.dirname, '..', '..');

/** The part of Vitest's JSON report that is counted here. */
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});
type Report = z.infer<typeof Report>;

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** Tests by outcome; a file that could not even be loaded counts as one failed test. */
export const countTests = (report: Report): Counts => {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** The closing line that CI reads. */
export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const runVitest = (chosen: readonly string[]): { readonly counts: Counts; readonly clean: boolean } => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-report-'));
  const file = join(folder, 'report.json');
  const { seed, from } = seedOfRun();
  console.log(`\nSeed ${seed} (${from}): HOLDFAST_SEED=${seed} npm test repeats this run's chance.`);
  const parts = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...chosen];
  const vitest = join(TOP, 'node_modules', 'vitest', 'vitest.mjs');
  // The whole takes some of many similar cases in turn; whoever names files has all of them.
  const env = chosen.length > 0 ? process.env : { ...process.env, HOLDFAST_BY_TURNS: '1' };
  const { status } = spawnSync(process.execPath, [vitest, ...parts], { cwd: TOP, stdio: 'inherit', env });
  // A run that died before its report has proven nothing: that is one failure, not zero tests.
  const counts = existsSync(file)
    ? countTests(Report.parse(JSON.parse(readFileSync(file, 'utf8'))))
    : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true });
  return { counts, clean: status === 0 };
};

/** Which tests skip themselves here, so that a green line never hides them. */
const missingMachinery = (): readonly string[] => [
  ...(findElectron(TOP, process.env) ? [] : ['The window tests did not run: there is no Electron on this machine.']),
  ...(chromiumPath() ? [] : ['The page tests did not run: there is no Chromium on this machine.']),
];

type Times = { readonly busy: number; readonly all: number };

/** Milliseconds that all cores of the machine have worked, and that there were, since it started. */
const coreTimes = (): Times => {
  const times = cpus().map((each) => each.times);
  const all = times.reduce((sum, each) => sum + Object.values(each).reduce((one, ms) => one + ms, 0), 0);
  return { all, busy: all - times.reduce((sum, { idle }) => sum + idle, 0) };
};

/** How long it took and how busy the machine was, with whatever else went on there: a slow run of a busy machine says little. */
const tookLine = (before: Times, after: Times): string => {
  const all = after.all - before.all;
  const seconds = Math.round(all / cpus().length / 1000);
  return `${seconds} s on ${cpus().length} cores, which were busy ${Math.round((100 * (after.busy - before.busy)) / Math.max(1, all))} % of them.`;
};

const main = async (chosen: readonly string[]): Promise<number> => {
  const begun = coreTimes();
  const failedChecks = chosen.length > 0 ? [] : await runChecks(CHECKS);
  const { counts, clean } = runVitest(chosen);
  // Vitest can fail without a failed test (an error nobody awaited): count that too.
  const unexplained = !clean && counts.failed === 0 ? 1 : 0;
  const failed = counts.failed + failedChecks.length + unexplained;
  console.log(`\n${tookLine(begun, coreTimes())}`);
  if (failedChecks.length > 0) console.log(`Checks that failed (counted below): ${failedChecks.join(', ')}`);
  if (unexplained > 0) console.log('Vitest ended with an error outside any test (counted below).');
  for (const sentence of missingMachinery()) console.log(sentence);
  console.log(closingLine({ ...counts, failed }));
  return failed > 0 || counts.passed === 0 ? 1 : 0;
};

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
