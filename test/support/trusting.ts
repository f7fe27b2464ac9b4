// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../shared/result.ts';

/** Does what an address asks for; an exchange it brings along is added, as a person does who trusts it. */
export const trusting = async <T, F extends { readonly kind: string }>(
  act: (asked: { readonly newExchange?: string }) => Promise<Result<T, F>>,
): Promise<Result<T, F>> => {
  const first = await act({});
  const error = first.ok || first.error.kind !== 'unknown-exchange' ? {} : first.error;
  // The wallet's own failure, or the view of it.
  const facts = 'facts' in error && typeof error.facts === 'object' && error.facts !== null ? error.facts : error;
  const asked = 'exchange' in facts ? facts.exchange : undefined;
  return typeof asked === 'string' ? act({ newExchange: asked }) : first;
};
