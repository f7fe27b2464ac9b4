// SPDX-License-Identifier: GPL-3.0-or-later

/** The schemes this program may become the default for. */
const OWN = ['taler', 'taler+http', 'ext+taler'] as const;

/** The parts of the system that know which program opens a link. */
export type LinkDefaults = {
  readonly isDefault: (scheme: string) => boolean;
  readonly becomeDefault: (scheme: string) => void;
  readonly wasAsked: () => boolean;
  /** asked once and never again, whatever becomes of it */
  readonly noteAsked: () => void;
  readonly ask: () => Promise<boolean>;
};

/** Asks once whether links of this kind are to be opened here, unless they are already. */
export const offerToOpenLinks = async (system: LinkDefaults): Promise<void> => {
  const missing = OWN.filter((scheme) => !system.isDefault(scheme));
  if (missing.length === 0 || system.wasAsked()) return;
  system.noteAsked();
  if (await system.ask()) missing.forEach(system.becomeDefault);
};
