// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { link, nothing, text } from './contract-fields.ts';
import type { KnownView, LeavingPlayView, TermsView } from './view-begin.ts';

// What the first screens ask for.

const knownKind = z.enum(['issuer', 'place', 'escrow']);

/** Schemas of those inputs. */
export const beginInputs = {
  /** what an issuer's terms of service are now; null where it has none. `language`: of the person */
  'terms.look': z.strictObject({ exchange: link, language: text(35) }),
  /** the person agrees to the version that was looked at last */
  'terms.accept': z.strictObject({ exchange: link, version: text(200) }),
  'known.list': nothing,
  'known.add': z.strictObject({
    kind: knownKind,
    url: link,
    name: text(120).optional(),
    currency: text(24).optional(),
  }),
  /** takes one off the list; one that the person had added is gone */
  'known.hide': z.strictObject({ kind: knownKind, url: link }),
  /** the built-in list again; what the person added stays */
  'known.showAll': nothing,
  /** the first screens are done with, or its person does not want them */
  /** sticks and drives that are plugged in: folders beside those that the person chooses */
  'provider.sticks': nothing,
  'setUp.end': nothing,
  /** what stopping to play would mean; changes nothing */
  'app.aboutLeavingPlay': nothing,
  /** erases a wallet that only plays; refused while anything real is in it */
  'app.leavePlay': z.strictObject({ confirm: z.literal('leave play money') }),
} as const;

/** Outputs by request name. */
export type BeginOutputs = {
  'terms.look': { readonly terms: TermsView | null };
  'terms.accept': Record<string, never>;
  'known.list': KnownView;
  'known.add': KnownView;
  'known.hide': KnownView;
  'known.showAll': KnownView;
  'provider.sticks': { readonly sticks: readonly { readonly directory: string; readonly name: string }[] };
  'setUp.end': Record<string, never>;
  'app.aboutLeavingPlay': LeavingPlayView;
  'app.leavePlay': Record<string, never>;
};
