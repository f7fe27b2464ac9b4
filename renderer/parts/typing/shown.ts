// SPDX-License-Identifier: GPL-3.0-or-later
import { useState } from 'react';
import type { FailureView } from '../../../shared/view.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { ask } from '../../bridge.ts';
import { t } from '../../words.ts';
import { APART, besideOf, inBoxes, MAX_PASTED, putIn, type Typed } from './typed.ts';

/** The pages of a file, each by its code and by its text. */
const MAX_READINGS = 20;

/** Takes what was read from a picture or a PDF into the boxes, or among the shares; and says that it is to be looked at. */
export const useShown = (
  typed: Typed,
  onChange: (typed: Typed) => void,
  onApart: (failure: FailureView) => void,
): { readonly take: (texts: readonly string[]) => Promise<void>; readonly said: Spoken | undefined } => {
  const [said, setSaid] = useState<Spoken>();
  const take = async (texts: readonly string[]): Promise<void> => {
    let now = typed;
    let refused: FailureView | undefined;
    for (const text of texts.slice(0, MAX_READINGS)) {
      const read = await ask('app.readSheet', { recoveryText: text.slice(0, MAX_PASTED), ...besideOf(now) });
      if (!read.ok) refused ??= APART.includes(read.error.kind) ? read.error : undefined;
      else if (read.value.shares !== undefined) now = putIn({ way: 'groups' }, read.value.shares);
      else if (read.value.groups.length > 0) {
        const { groups, lines } = read.value;
        onChange({ ...typed, way: 'groups', groups: inBoxes(groups), lines });
        return setSaid(t('show.read', { number: groups[1]?.slice(1) ?? '' }));
      }
    }
    setSaid(refused === undefined || now !== typed ? t('show.read.text') : undefined);
    // A page that has its code and its text is the same share twice.
    if (now !== typed) onChange(now);
    else if (refused !== undefined) onApart(refused);
    else onChange({ ...typed, way: 'text', text: (texts[0] ?? '').slice(0, MAX_PASTED) });
  };
  return { take, said };
};
