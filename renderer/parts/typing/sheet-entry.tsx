// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useId, useState, type ClipboardEvent, type ReactNode } from 'react';
import { recognise, type Recognised } from '../../../shared/reading/door.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { ask, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, NumberedArea } from '../base/controls.tsx';
import { useSecretShown } from '../base/secret-shown.ts';
import { Failure } from '../base/failure.tsx';
import { useCheck, type Checked } from './check.ts';
import { CodeBoxes } from './code-boxes.tsx';
import { focusBox } from './group-box.tsx';
import { Proposal } from './proposal.tsx';
import { Shown } from './shown.tsx';
import { PutIn, SharesIn } from './shares-in.tsx';
import {
  APART,
  besideOf,
  inBoxes,
  isBegun,
  isEnough,
  MAX_PASTED,
  paperOf,
  putIn,
  withPasted,
  withTyped,
  type Typed,
} from './typed.ts';
import { WhereCopies } from './where-copies.tsx';
import './typing.css';

/**
 * A sheet as a person types it: the numbered groups of its code with its other lines, or a text that is pasted. What is pasted anywhere
 * fills all. A correction that is proposed is shown with its two answers. Shares are put in one after the other.
 */
export const SheetEntry = ({
  typed,
  onChange,
  failure,
  asksLines,
  disabled = false,
  help,
}: {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  /** why what was sent could not be read or used */
  readonly failure: FailureView | undefined;
  /** whether where copies are is asked for as well */
  readonly asksLines: boolean;
  readonly disabled?: boolean;
  readonly help: Spoken;
}): ReactNode => {
  const form = useId();
  useSecretShown();
  const checked = useCheck(typed);
  const reading = useRequest('app.readSheet');
  const [apart, setApart] = useState<FailureView>();
  const write = (next: Typed): void => {
    setApart(undefined);
    onChange(next);
  };
  const paste = usePaste({ form, typed, onChange: write, onApart: setApart, disabled });
  const toText = (): void => write({ ...typed, way: 'text', text: typed.text === '' ? paperOf(typed) : typed.text });
  const put = async (): Promise<void> => {
    const read = await reading.send({ recoveryText: paperOf(typed), ...besideOf(typed) });
    if (!read.ok) setApart(read.error);
    else if (read.value.shares !== undefined) {
      write(putIn(typed, read.value.shares));
      if (typed.way === 'groups') focusBox(form, 0);
    }
  };
  const failed = failure ?? apart ?? (typed.way === 'groups' ? checked.failure : undefined);
  const isShare = typed.way === 'groups' ? checked.share !== undefined : SHARE.test(typed.text);
  const { shares: _dropped, ...without } = typed;
  return (
    <div className="typing" onPaste={paste}>
      <Shown disabled={disabled} typed={typed} onChange={write} onApart={setApart} />
      {typed.shares === undefined ? null : (
        <SharesIn shares={typed.shares} disabled={disabled} onDrop={() => write(without)} />
      )}
      {isEnough(typed.shares) && !isBegun(typed) ? null : (
        <Fields
          form={form}
          typed={typed}
          checked={checked}
          asksLines={asksLines}
          disabled={disabled}
          help={help}
          onChange={write}
          onToText={toText}
        />
      )}
      {isShare ? (
        <PutIn
          number={checked.share?.number}
          pending={reading.pending}
          disabled={disabled}
          onPutIn={() => void put()}
        />
      ) : null}
      <Answered form={form} typed={typed} failure={failed} onChange={write} />
    </div>
  );
};

/** The boxes with the other lines, or the text. */
const Fields = ({
  form,
  typed,
  checked,
  asksLines,
  disabled,
  help,
  onChange,
  onToText,
}: {
  readonly form: string;
  readonly typed: Typed;
  readonly checked: Checked;
  readonly asksLines: boolean;
  readonly disabled: boolean;
  readonly help: Spoken;
  readonly onChange: (typed: Typed) => void;
  readonly onToText: () => void;
}): ReactNode =>
  typed.way === 'groups' ? (
    <>
      <CodeBoxes
        form={form}
        groups={typed.groups}
        checked={checked}
        disabled={disabled}
        onWrite={(index, value) => {
          const { groups, next } = withTyped(typed.groups, index, value);
          onChange({ ...typed, groups });
          if (next !== index) focusBox(form, next);
        }}
      />
      {asksLines ? (
        <WhereCopies lines={typed.lines} disabled={disabled} onChange={(lines) => onChange({ ...typed, lines })} />
      ) : null}
      <p>
        <Button look="quiet" disabled={disabled} onPress={onToText}>
          {t('code.toText')}
        </Button>
      </p>
    </>
  ) : (
    <>
      <NumberedArea
        label={t('restore.text')}
        value={typed.text}
        onChange={(text) => onChange({ ...typed, text })}
        rows={10}
        help={help}
      />
      <p>
        <Button look="quiet" disabled={disabled} onPress={() => onChange({ ...typed, way: 'groups' })}>
          {t('code.toGroups')}
        </Button>
      </p>
    </>
  );

/** What came back: a correction to be taken or not, or why it cannot be read. */
const Answered = ({
  form,
  typed,
  failure,
  onChange,
}: {
  readonly form: string;
  readonly typed: Typed;
  readonly failure: FailureView | undefined;
  readonly onChange: (typed: Typed) => void;
}): ReactNode => {
  const taking = useRequest('app.readSheet');
  const text = paperOf(typed);
  const [taken, setTaken] = useState('');
  const [refused, setRefused] = useState<FailureView>();
  const take = async (): Promise<void> => {
    const read = await taking.send({ recoveryText: text, take: true, ...besideOf(typed) });
    if (!read.ok) return;
    const next =
      typed.way === 'text' ? { ...typed, text: read.value.text } : { ...typed, groups: inBoxes(read.value.groups) };
    setTaken(paperOf(next));
    onChange(next);
  };
  if (failure?.kind !== 'correction-proposed')
    return (
      <>
        <p role="status" className={taken === text && text !== '' ? 'code-right' : 'visually-hidden'}>
          {taken === text && text !== '' ? t('proposal.taken') : null}
        </p>
        <Failure failure={failure} />
      </>
    );
  const { changes } = failure.facts;
  const again = (): void => {
    setRefused(failure);
    const first = changes.flatMap((change) =>
      change.kind === 'extra' || change.kind === 'in-share' ? [] : [change.facts.group],
    )[0];
    if (typed.way === 'groups') focusBox(form, (first ?? 1) - 1);
  };
  // What is sent again is answered again.
  if (refused === failure) return null;
  return <Proposal changes={changes} pending={taking.pending} onTake={() => void take()} onAgain={again} />;
};

/** Takes what is pasted into any box, or anywhere on the page outside a field, apart into boxes; what cannot be becomes the text. */
const usePaste = ({
  form,
  typed,
  onChange,
  onApart,
  disabled,
}: {
  readonly form: string;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  readonly onApart: (failure: FailureView) => void;
  readonly disabled: boolean;
}): ((event: ClipboardEvent) => void) => {
  const fill = async (pasted: string, index: number): Promise<void> => {
    const part = withPasted(typed.groups, index, pasted);
    if (part !== undefined) {
      onChange({ ...typed, way: 'groups', groups: part.groups });
      focusBox(form, part.next);
      return;
    }
    const read = await ask('app.readSheet', { recoveryText: pasted.slice(0, MAX_PASTED), ...besideOf(typed) });
    if (!read.ok && APART.includes(read.error.kind)) onApart(read.error);
    else if (read.ok && read.value.shares !== undefined) onChange(putIn({ way: 'groups' }, read.value.shares));
    else if (read.ok && read.value.groups.length > 0)
      onChange({ ...typed, way: 'groups', groups: inBoxes(read.value.groups), lines: read.value.lines });
    else onChange({ ...typed, way: 'text', text: pasted.slice(0, MAX_PASTED) });
  };
  useEffect(() => {
    const anywhere = (event: globalThis.ClipboardEvent): void => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (disabled || isField(event.target) || pasted.trim() === '' || ELSEWHERE.has(recognise(pasted).is)) return;
      event.preventDefault();
      void fill(pasted, 0);
    };
    document.addEventListener('paste', anywhere);
    return () => document.removeEventListener('paste', anywhere);
  });
  return (event) => {
    const pasted = event.clipboardData.getData('text/plain');
    const index = boxAt(event.target);
    if (disabled || pasted.trim() === '' || (index === undefined && !SHEET.test(pasted)) || typed.way === 'text')
      return;
    event.preventDefault();
    void fill(pasted, index ?? 0);
  };
};

/** What is for another page is left to the line that takes anything. */
const ELSEWHERE: ReadonlySet<Recognised['is']> = new Set(['link', 'issuer', 'web', 'two-links', 'unsupported']);

/** A whole sheet or share, wherever it is pasted. */
const SHEET = /HOLDFAST[ -]*(?:RECOVERY|SHARE)/i;
const SHARE = /HOLDFAST[ -]*SHARE/i;
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const boxAt = (target: EventTarget): number | undefined => {
  if (!(target instanceof HTMLInputElement)) return undefined;
  const number = Number(/-(\d{1,2})$/.exec(target.id)?.[1]);
  return Number.isInteger(number) ? number - 1 : undefined;
};
