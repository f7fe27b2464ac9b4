// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { SheetReadView } from '../../../shared/view-restore.ts';
import type { FailureView } from '../../../shared/view.ts';
import { ask } from '../../bridge.ts';
import { t } from '../../words.ts';
import { ShowSheet } from '../reading/show-sheet.tsx';
import { APART, besideOf, inBoxes, MAX_PASTED, putIn, type Typed } from './typed.ts';

/** The pages of a file, each by its code and by its text. */
const MAX_READINGS = 20;

const numberOf = ({ groups }: SheetReadView): string => (groups[1]?.slice(1) ?? '').toUpperCase();

/** Takes what was read from a picture or a PDF into the boxes, or among the shares, and says that it is to be looked at. */
export const Shown = ({
  typed,
  disabled,
  onChange,
  onApart,
}: {
  readonly typed: Typed;
  readonly disabled: boolean;
  readonly onChange: (typed: Typed) => void;
  readonly onApart: (failure: FailureView) => void;
}): ReactNode => {
  const [read, setRead] = useState<{ readonly number?: string }>();
  const take = async (texts: readonly string[]): Promise<void> => {
    let now = typed;
    let refused: FailureView | undefined;
    let whole: SheetReadView | undefined;
    for (const text of texts.slice(0, MAX_READINGS)) {
      const answer = await ask('app.readSheet', { recoveryText: text.slice(0, MAX_PASTED), ...besideOf(now) });
      if (!answer.ok) refused ??= APART.includes(answer.error.kind) ? answer.error : undefined;
      else if (answer.value.shares !== undefined) now = putIn({ way: 'groups' }, answer.value.shares);
      else if (answer.value.groups.length > 0) {
        // The square of a page may say something else than its text: which of them is meant, nobody here knows.
        if (whole !== undefined && whole.groups.join(' ') !== answer.value.groups.join(' ')) {
          setRead(undefined);
          return onApart({ kind: 'two-sheets', facts: { numbers: [whole, answer.value].map(numberOf) } });
        }
        whole ??= answer.value;
      }
    }
    if (whole !== undefined) {
      const { groups, lines } = whole;
      onChange({ ...typed, way: 'groups', groups: inBoxes(groups), lines });
      return setRead({ number: numberOf(whole) });
    }
    setRead(refused === undefined || now !== typed ? {} : undefined);
    // A page that has its code and its text is the same share twice.
    if (now !== typed) onChange(now);
    else if (refused !== undefined) onApart(refused);
    else onChange({ ...typed, way: 'text', text: (texts[0] ?? '').slice(0, MAX_PASTED) });
  };
  return (
    <>
      <ShowSheet disabled={disabled} onTexts={(texts) => void take(texts)} />
      <p role="status" className={read === undefined ? 'visually-hidden' : 'code-right'}>
        {read === undefined
          ? null
          : read.number === undefined
            ? t('show.read.text')
            : t('show.read', { number: read.number })}
      </p>
    </>
  );
};
