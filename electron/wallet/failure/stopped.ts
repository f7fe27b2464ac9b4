// SPDX-License-Identifier: GPL-3.0-or-later
import { standingOf } from '../../state/standing.ts';
import type { Reader } from '../../storage/store.ts';
import type { OwnFailure } from './failure.ts';

export type Superseded = Extract<OwnFailure, { readonly kind: 'superseded' }>;

/** Why this device moves no money now (ARCHITECTURE.md#who-is-active); undefined while it is the active one. */
export const stoppedBecause = (reader: Pick<Reader, 'entries' | 'deviceId'>): Superseded | undefined => {
  const standing = standingOf(reader.entries('device'), reader.deviceId());
  return standing === 'active' ? undefined : { kind: 'superseded', standing };
};
