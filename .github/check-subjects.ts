// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// `node .github/check-subjects.ts BASE`: whether every commit since BASE has a subject as CONTRIBUTING wants it.

const MOST_LETTERS = 72;

/** The areas, as CONTRIBUTING lists them: the line of words after the rule. */
export const AREAS: readonly string[] =
  /^`([a-z]+(?: [a-z]+)+)`$/m
    .exec(readFileSync(join(import.meta.dirname, 'CONTRIBUTING.md'), 'utf8'))?.[1]
    ?.split(' ') ?? [];

/** What is wrong with a commit's subject; undefined when nothing is. Merges and reverts keep the words git gives them. */
export const subjectTrouble = (subject: string): string | undefined => {
  if (/^(?:Merge|Revert) /.test(subject)) return undefined;
  const [, area, what = ''] = /^([a-z]+): (.*)$/.exec(subject) ?? [];
  if (area === undefined || what.trim() === '') return 'is not "area: what"';
  if (!AREAS.includes(area)) return `has no known area; the areas are ${AREAS.join(' ')}`;
  if ([...subject].length > MOST_LETTERS) return `has ${[...subject].length} letters, more than ${MOST_LETTERS}`;
  return what.endsWith('.') ? 'ends with a full stop' : undefined;
};

if (import.meta.main) {
  const [base = 'origin/main'] = process.argv.slice(2);
  const log = execFileSync('git', ['log', '--format=%h %s', `${base}..HEAD`], { encoding: 'utf8' });
  const lines = log.split('\n').filter((line) => line !== '');
  const wrong = lines.flatMap((line) => {
    const trouble = subjectTrouble(line.slice(line.indexOf(' ') + 1));
    return trouble === undefined ? [] : [`${line}\n  ${trouble}\n`];
  });
  process.stdout.write(wrong.length > 0 ? wrong.join('') : `${lines.length} subjects are as they should be\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
