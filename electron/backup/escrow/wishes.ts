// SPDX-License-Identifier: GPL-3.0-or-later
import type { PlacedMethodInput } from '../../../shared/contract-escrow.ts';

/** What a person agreed to give into escrow. */
export type EscrowSetUp = {
  readonly country: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly methods: readonly PlacedMethodInput[];
  readonly needed: number;
  /** what a year may cost with what paying it costs, one sum for each currency */
  readonly agreedFees: readonly string[];
  /** who the person is at each place is kept, and what they filled in, so that it follows by itself */
  readonly remember: boolean;
};

/** What is given anew to an escrow that there is. */
export type EscrowUpdate = {
  readonly country?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly agreedFees?: readonly string[];
};
