// SPDX-License-Identifier: GPL-3.0-or-later
import { err, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';

/** Who is asking, as far as the check must know. */
export type Asker = { readonly isMainFrame: boolean; readonly url: string };

export type AskParts = {
  /** checks what is asked before it uses any of it; never throws */
  readonly ask: (name: unknown, input: unknown) => Promise<Result<unknown, FailureView>>;
  readonly log: (event: { readonly event: string; readonly [fact: string]: unknown }) => void;
};

export const WINDOW_ORIGIN = 'app://holdfast';

/** Passes on what the wallet's own window asks, and refuses everybody else before the wallet hears of it. */
export const answerAsk = async (
  parts: AskParts,
  asker: Asker | null,
  name: unknown,
  input: unknown,
): Promise<Result<unknown, FailureView>> => {
  if (asker === null || !asker.isMainFrame || !isOurPage(asker.url)) {
    parts.log({ event: 'ask-refused', why: 'sender', url: asker?.url.slice(0, 200) });
    return err({ kind: 'not-allowed', facts: {} });
  }
  return parts.ask(name, input);
};

/** Compares scheme and host exactly; a prefix test would accept `app://holdfast.evil/`. */
export const isOurPage = (url: string): boolean => url === `${WINDOW_ORIGIN}/` || url.startsWith(`${WINDOW_ORIGIN}/`);
