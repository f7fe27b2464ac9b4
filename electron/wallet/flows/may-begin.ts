// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { WalletFailure } from '../failure/failure.ts';

/**
 * Asked last before anything is begun by which new money comes from an exchange, whose terms of service its person may still have to
 * see: a withdrawal, a payment that is taken, an invoice. What is one's own already asks nothing: change, what comes back of a
 * payment, a copy, another wallet of one's own; and nobody is kept from giving money away.
 */
export type MayBegin = (exchange: string) => Promise<Result<void, WalletFailure>>;

/** Nobody has to agree to anything. */
export const always: MayBegin = () => Promise.resolve(ok(undefined));
