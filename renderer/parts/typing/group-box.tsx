// SPDX-License-Identifier: GPL-3.0-or-later
import type { KeyboardEvent, ReactNode } from 'react';
import { GROUPS, sizeOfGroup, typedCode } from '../../../shared/typed-code.ts';
import { t } from '../../words.ts';
import { holdsBack } from './typed.ts';

/** The place of a box in its form, so that another one can hand the cursor over. */
const boxId = (form: string, index: number): string => `${form}-${index + 1}`;

/** Puts the cursor into a box, behind its last letter or before its first. */
export const focusBox = (form: string, index: number, where: 'end' | 'start' = 'end'): void => {
  const box = document.getElementById(boxId(form, index));
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  const at = where === 'end' ? box.value.length : 0;
  box.setSelectionRange(at, at);
};

export type BoxProps = {
  readonly form: string;
  readonly index: number;
  readonly value: string;
  readonly isWrong: boolean;
  readonly describedBy: string;
  readonly disabled: boolean;
  readonly onWrite: (index: number, value: string) => void;
  readonly onEnter: (index: number) => void;
  readonly onLeave: (index: number) => void;
};

/** One numbered group of the page. The cursor jumps on when it is full of letters that can be, and back where nothing is left to delete. */
export const GroupBox = (props: BoxProps): ReactNode => {
  const { form, index, value, isWrong, describedBy, disabled, onWrite, onEnter, onLeave } = props;
  const write = (box: HTMLInputElement): void => {
    const typed = typedCode(box.value);
    const isGrown = typed.length > value.length;
    const isAtEnd = box.selectionStart === box.value.length;
    onWrite(index, typed);
    const isFull = typed.length >= sizeOfGroup(index) && !holdsBack(typed, index);
    if (isGrown && isAtEnd && isFull && index + 1 < GROUPS) focusBox(form, index + 1, 'start');
  };
  const move = (event: KeyboardEvent<HTMLInputElement>): void => {
    const box = event.currentTarget;
    const isAt = (place: number): boolean => box.selectionStart === place && box.selectionEnd === place;
    const isFirst = isAt(0) && index > 0;
    if (event.key === 'ArrowLeft' && isFirst) focusBox(form, index - 1);
    else if (event.key === 'Backspace' && isFirst) focusBox(form, index - 1);
    else if (event.key === 'ArrowRight' && isAt(box.value.length) && index + 1 < GROUPS)
      focusBox(form, index + 1, 'start');
    else return;
    // A letter of the box before is only deleted by the next stroke.
    event.preventDefault();
  };
  return (
    <label className="code-box" data-wrong={isWrong}>
      <span aria-hidden="true">{index + 1}</span>
      <input
        id={boxId(form, index)}
        value={value}
        aria-label={t('code.group', { number: index + 1 })}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        disabled={disabled}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        size={sizeOfGroup(index)}
        onChange={(event) => write(event.currentTarget)}
        onKeyDown={move}
        onFocus={() => onEnter(index)}
        onBlur={() => onLeave(index)}
      />
    </label>
  );
};
