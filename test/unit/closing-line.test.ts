// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { closingLine, countTests } from '../support/run-tests.ts';

const report = (files: readonly { readonly status: string; readonly outcomes: readonly string[] }[]) => ({
  numPassedTests: files.flatMap((file) => file.outcomes).filter((each) => each === 'passed').length,
  numFailedTests: files.flatMap((file) => file.outcomes).filter((each) => each === 'failed').length,
  numPendingTests: files.flatMap((file) => file.outcomes).filter((each) => each === 'skipped').length,
  numTodoTests: 0,
  testResults: files.map((file, index) => ({
    name: `${index}.test.ts`,
    status: file.status,
    assertionResults: file.outcomes.map((status) => ({ status })),
  })),
});

describe('the closing line', () => {
  test('counts what passed and failed', () => {
    const counts = countTests(
      report([
        { status: 'passed', outcomes: ['passed', 'passed'] },
        { status: 'failed', outcomes: ['passed', 'failed'] },
      ]),
    );
    expect(closingLine(counts)).toBe('3 passed, 1 failed');
  });

  test('a file that could not be loaded is a failure though it held no test', () => {
    expect(closingLine(countTests(report([{ status: 'failed', outcomes: [] }])))).toBe('0 passed, 1 failed');
  });

  test('skipped tests are said', () => {
    const counts = countTests(report([{ status: 'passed', outcomes: ['passed', 'skipped'] }]));
    expect(closingLine(counts)).toBe('1 passed, 0 failed, 1 skipped');
  });
});
