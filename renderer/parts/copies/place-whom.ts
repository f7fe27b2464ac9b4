// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown } from '../../words.ts';
import type { Whom } from '../base/agree-parts.tsx';

/** A place as it stands on a card of what is agreed to: the host that is really spoken to first; a folder has its name alone. */
export const placeWhom = (label: Spoken, name: string, addresses: readonly string[]): Whom => {
  const { foreign } = shown();
  const at = addresses.find((each) => /^https?:/i.test(each) && URL.canParse(each));
  return at === undefined ? { label, host: foreign.name(name) } : { label, host: foreign.host(new URL(at).host), name };
};
