// SPDX-License-Identifier: GPL-3.0-or-later
import { requestInputs, type Answer, type RequestInput, type RequestName } from '../../shared/contract.ts';
import { err, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';

/** Who is asking, as far as the wrapper must know. */
export type Asker = { readonly isMainFrame: boolean; readonly url: string };

export type AskParts = {
  readonly handle: <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<Answer<N>>;
  /** eight characters that connect the sentence on the screen with the line in the log */
  readonly newReference: () => string;
  readonly log: (event: { readonly event: string; readonly [fact: string]: unknown }) => void;
};

export const WINDOW_ORIGIN = 'app://holdfast';

/**
 * Serves one request of the window: checks who asks, which request it is and what it carries, then calls the one handler.
 * Never throws: a thrown error becomes `kind: 'defect'` with a reference number, and only the log has the rest.
 */
export const answerAsk = async (
  parts: AskParts,
  asker: Asker | null,
  name: unknown,
  input: unknown,
): Promise<Result<unknown, FailureView>> => {
  if (asker === null || !asker.isMainFrame || !isOurPage(asker.url)) {
    parts.log({ event: 'ask-refused', why: 'sender', url: asker?.url.slice(0, 200) });
    return err({ kind: 'not-allowed', sentence: 'Only the wallet’s own window may ask for this.' });
  }
  if (!isRequestName(name)) {
    parts.log({ event: 'ask-refused', why: 'unknown request' });
    return err({ kind: 'unknown-request', sentence: 'The wallet does not know this request.' });
  }
  const read = requestInputs[name].safeParse(input);
  if (!read.success) {
    // Paths and codes only: the values may be a passphrase or a recovery text.
    const where = read.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    parts.log({ event: 'ask-refused', why: 'input', request: name, where });
    return err({
      kind: 'malformed-request',
      sentence: 'The wallet cannot read what was entered; nothing was changed.',
    });
  }
  try {
    // The schema of `name` has just accepted the input; the union cannot be narrowed by name here.
    return await parts.handle(name, read.data as RequestInput<typeof name>);
  } catch (thrown) {
    const reference = parts.newReference();
    parts.log({
      event: 'defect',
      reference,
      request: name,
      error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    });
    return err({
      kind: 'defect',
      sentence: `Something went wrong inside the wallet (reference ${reference}); what was stored before is still stored.`,
    });
  }
};

/** `Object.hasOwn`, so that `constructor` and its kin are not requests. */
const isRequestName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requestInputs, name);

/** Compares scheme and host exactly; a prefix test would accept `app://holdfast.evil/`. */
const isOurPage = (url: string): boolean => url === `${WINDOW_ORIGIN}/` || url.startsWith(`${WINDOW_ORIGIN}/`);
