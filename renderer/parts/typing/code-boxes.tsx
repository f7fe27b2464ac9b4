// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { GROUPS, sizeOfGroup } from '../../../shared/typed-code.ts';
import { joined, NOTHING, type Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Icon } from '../base/icons.tsx';
import { saying } from '../base/saying.ts';
import type { Checked } from './check.ts';
import { GroupBox } from './group-box.tsx';
import { faultIn, rowsOf, type Row, type RowState } from './rows.ts';

/** The code in numbered boxes as they stand on the page, row by row; a row says at once how it stands. */
export const CodeBoxes = ({
  form,
  groups,
  checked,
  disabled,
  onWrite,
}: {
  /** a name for the boxes of this form */
  readonly form: string;
  readonly groups: readonly string[];
  readonly checked: Checked;
  readonly disabled: boolean;
  readonly onWrite: (index: number, value: string) => void;
}): ReactNode => {
  const [typing, setTyping] = useState<number>();
  const rows = rowsOf(groups, typing, checked);
  const done = groups.filter((group, index) => group.length === sizeOfGroup(index)).length;
  const isWrong = (index: number): boolean =>
    checked.kind !== 'right' &&
    (checked.wrong.includes(index + 1) || faultIn(groups[index] ?? '', index, index === typing) !== undefined);
  return (
    <fieldset className="code">
      <legend>{t('code.legend')}</legend>
      <p className="detail">{t('code.help')}</p>
      {rows.map((row) => (
        <div
          key={row.first}
          className="code-row"
          role="group"
          aria-label={t('code.row', { first: row.first, last: row.last })}
          data-state={row.state}
        >
          <div className="code-boxes">
            {groups.slice(row.first - 1, row.last).map((value, i) => (
              <GroupBox
                key={row.first + i}
                form={form}
                index={row.first - 1 + i}
                value={value}
                isWrong={isWrong(row.first - 1 + i)}
                describedBy={`${form}-row-${row.first}`}
                disabled={disabled}
                onWrite={onWrite}
                onEnter={setTyping}
                onLeave={(index) => setTyping((now) => (now === index ? undefined : now))}
              />
            ))}
          </div>
          <p className="code-state" id={`${form}-row-${row.first}`}>
            {row.state === 'open' ? null : <Icon name={row.state === 'bad' ? 'warning' : 'check'} />}
            <span>{stateSaid(row)}</span>
          </p>
        </div>
      ))}
      <Progress done={done} rows={rows} checked={checked} number={groups[1]?.slice(1) ?? ''} />
    </fieldset>
  );
};

const WORD = { full: 'code.row.full', good: 'code.row.good' } as const satisfies Partial<Record<RowState, string>>;

const stateSaid = ({ state, faulty }: Row): Spoken => {
  switch (state) {
    case 'open':
      return NOTHING;
    case 'full':
    case 'good':
      return t(WORD[state]);
    case 'bad':
      return faulty === undefined ? NOTHING : faultSaid(faulty);
  }
};

const faultSaid = ({ group, fault }: NonNullable<Row['faulty']>): Spoken => {
  if (fault === undefined) return t('code.row.wrong', { group });
  const said = saying('typing', [fault]);
  const namesGroup = fault.kind === 'look-alike' || fault.kind === 'no-letter' || fault.kind === 'beginning';
  return namesGroup ? said : joined([t('code.group', { number: group }), said], ': ');
};

/** How far it has come, for the eye as a bar and for a screen reader in words, whenever a row is done or something is wrong. */
const Progress = ({
  done,
  rows,
  checked,
  number,
}: {
  readonly done: number;
  readonly rows: readonly Row[];
  readonly checked: Checked;
  readonly number: string;
}): ReactNode => {
  const full = rows.filter(({ state }) => state === 'full' || state === 'good').length;
  const bad = rows.find(({ state }) => state === 'bad');
  const fault = bad === undefined ? NOTHING : stateSaid(bad);
  // Changes when a row is full or something is wrong, so that a screen reader does not speak with every letter.
  const words =
    checked.kind === 'right'
      ? checked.share === undefined
        ? t('code.right', { number })
        : t('code.right.share', { share: checked.share.number, split: number })
      : fault !== '' || full === 0
        ? fault
        : t('code.rows', { rows: full, of: rows.length });
  return (
    <div className="code-progress">
      <div
        role="progressbar"
        aria-label={t('code.legend')}
        aria-valuemin={0}
        aria-valuemax={GROUPS}
        aria-valuenow={done}
        aria-valuetext={t('code.progress', { done, of: GROUPS })}
      >
        <span style={{ inlineSize: `${(100 * done) / GROUPS}%` }} />
      </div>
      <p className="detail" aria-hidden="true">
        {t('code.progress', { done, of: GROUPS })}
      </p>
      <p
        role="status"
        data-state={checked.kind}
        className={checked.kind === 'right' ? 'code-right' : 'visually-hidden'}
      >
        {words}
      </p>
    </div>
  );
};
