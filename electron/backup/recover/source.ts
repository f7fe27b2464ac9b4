// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { RestoreSourceView } from '../../../shared/view-restore.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import type { Heads } from '../copies/heads.ts';
import type { Told } from '../copies/not-chosen.ts';
import type { SheetProvider } from '../paper/address.ts';
import type { Access, Ways } from '../providers/kind.ts';

/** A provider to ask, and what is known of how. */
export type Listed = SheetProvider & { readonly named?: string };

/** What one provider said. Never fewer than three words: found, empty, silent (cashu.me turned "silent" into "empty", and people lost money). */
export type Source = SheetProvider & {
  readonly ways: Ways;
  /** the address and password that it has answered to */
  readonly proved?: Access;
  /** what its entry in a copy calls its kind, when it was asked because of that */
  readonly named?: string;
  /** a folder whose marker is lost, or one without copies: it can be read from, and is no place of the wallet */
  readonly isNoPlace?: true;
  readonly answer: RestoreSourceView['answer'];
  readonly notes: readonly Said<'source'>[];
  readonly copy?: {
    readonly entries: readonly CarriedEntry[];
    /** the same copy by copy: what one says has left may be worth something by what another has (`storage/tx/still-good.ts`) */
    readonly apart: readonly CarriedEntry[];
    /** what its copies tell of how far the places had come */
    readonly heads: readonly Heads[];
    /** what they say that their writers were only told themselves */
    readonly told?: readonly Told[];
    /** hash of the newest blob there, if it could be opened; one that could not be opened may not be overwritten */
    readonly hash?: string;
    /** size class of the largest blob found there, in bytes */
    readonly sizeClass: number;
  };
};
