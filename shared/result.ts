// SPDX-License-Identifier: GPL-3.0-or-later

/** The value, or the one failure to decide about. `F` is a closed union of plain objects with a `kind`. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: F };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <F>(error: F): Result<never, F> => ({ ok: false, error });

/** The value of a result that cannot have failed; a failure here is a defect of ours and is thrown. */
export const mustOk = <T>(result: Result<T, unknown>, why: string): T => {
  if (result.ok) return result.value;
  throw new Error(`defect: ${why}: ${JSON.stringify(result.error)}`);
};
