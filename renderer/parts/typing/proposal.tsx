// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Said } from '../../../shared/facts/subjects.ts';
import { row, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { useIntoView } from '../base/into-view.ts';
import { saying } from '../base/saying.ts';

type Change = Said<'correction'>;

/** What is proposed for a damaged code, group by group with the letters that change; it is taken by its person or not at all. */
export const Proposal = ({
  changes,
  pending,
  onTake,
  onAgain,
}: {
  readonly changes: readonly Change[];
  readonly pending: boolean;
  readonly onTake: () => void;
  readonly onAgain: () => void;
}): ReactNode => (
  <div className="notice proposal" data-tone="warn" data-kind="correction-proposed" ref={useIntoView<HTMLDivElement>()}>
    <div>
      <div role="status">
        <p>
          <strong>{t('proposal.title')}</strong>
        </p>
        <p>{t('proposal.lead')}</p>
        <ul>
          {changes.map((change, i) => (
            <li key={i}>
              <Changed change={change} />
            </li>
          ))}
        </ul>
      </div>
      <div className="actions">
        <Button look="primary" icon="check" pending={pending} onPress={onTake}>
          {t('proposal.take')}
        </Button>
        <Button disabled={pending} onPress={onAgain}>
          {t('proposal.again')}
        </Button>
      </div>
    </div>
  </div>
);

const Changed = ({ change }: { readonly change: Change }): ReactNode => {
  switch (change.kind) {
    case 'differs': {
      const { group, typed, proposed } = change.facts;
      return (
        <>
          <strong>{t('code.group', { number: group })}</strong> <span>{t('proposal.typed')}</span>{' '}
          <Letters text={typed} beside={proposed} /> <span>{t('proposal.says')}</span>{' '}
          <Letters text={proposed} beside={typed} />
        </>
      );
    }
    case 'unread': {
      const { group, proposed } = change.facts;
      return (
        <>
          <strong>{t('code.group', { number: group })}</strong> <span>{t('proposal.unread')}</span>{' '}
          <Letters text={proposed} beside="" />
        </>
      );
    }
    case 'extra':
    case 'swapped':
    case 'in-share':
      return saying('correction', [change]);
  }
};

/** A group, with the letters marked that differ from the other reading. */
const Letters = ({ text, beside }: { readonly text: string; readonly beside: string }): ReactNode => {
  const letters = [...row(text)];
  const isSame = sameAt(letters, [...row(beside)]);
  return <code dir="ltr">{letters.map((word, at) => (isSame(at) ? word : <mark key={at}>{word}</mark>))}</code>;
};

/** Whether a letter stands in the other reading too. Where one was left out or is too many, what is alike begins and ends both. */
const sameAt = (letters: readonly string[], beside: readonly string[]): ((at: number) => boolean) => {
  if (letters.length === beside.length) return (at) => letters[at] === beside[at];
  const begin = letters.findIndex((letter, at) => letter !== beside[at]);
  const shift = beside.length - letters.length;
  const end = letters.findLastIndex((letter, at) => letter !== beside[at + shift]);
  return (at) => (begin >= 0 && at < begin) || at > end;
};
