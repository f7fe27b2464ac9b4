// SPDX-License-Identifier: GPL-3.0-or-later
import { requestInputs, type RequestInput, type RequestName } from '../../shared/contract.ts';
import { err, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { defect } from './failures.ts';
import type { World } from '../world.ts';

/** Does what a checked request asks. */
export type Handle = <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<Result<unknown, FailureView>>;

/**
 * The one door of the wallet, for the window and the command line: checks which request it is and what it carries before
 * anything looks at it. Never throws: what nobody expected becomes `kind: 'defect'` with a reference number that the log explains.
 */
export const answerRequest = async (
  handle: Handle,
  world: World,
  name: unknown,
  input: unknown,
): Promise<Result<unknown, FailureView>> => {
  if (!isRequestName(name)) {
    world.log({ event: 'ask-refused', why: 'unknown request' });
    return err({ kind: 'unknown-request', facts: {} });
  }
  const read = requestInputs[name].safeParse(input);
  if (!read.success) {
    // Paths and codes only: the values may be a passphrase or a recovery text.
    const where = read.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    world.log({ event: 'ask-refused', why: 'input', request: name, where });
    return err(tooLong(read.error.issues) ?? { kind: 'malformed-request', facts: {} });
  }
  try {
    // The schema of `name` has just accepted the input; the union cannot be narrowed by name here.
    return await handle(name, read.data as RequestInput<typeof name>);
  } catch (thrown) {
    return err(defect(world, name, thrown));
  }
};

type Issue = { readonly path: readonly PropertyKey[]; readonly code: string; readonly maximum?: unknown };

/** What has too many characters where nothing else is wrong: a person pasted it, or named the file it is in. */
const tooLong = (issues: readonly Issue[]): FailureView | undefined => {
  const [first] = issues;
  if (first === undefined || !issues.every(({ code, path }) => code === 'too_big' && path.length > 0)) return undefined;
  const what = WHAT[String(first.path.at(-1))] ?? 'other';
  return { kind: 'too-long', facts: { what, most: Number(first.maximum) } };
};

const WHAT: Readonly<Record<string, 'passphrase' | 'sheet'>> = { passphrase: 'passphrase', recoveryText: 'sheet' };

/** `Object.hasOwn`, so that `constructor` and its kin are not requests. */
const isRequestName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requestInputs, name);
