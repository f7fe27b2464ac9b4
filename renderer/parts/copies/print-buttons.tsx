// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Answer } from '../../../shared/contract.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';

export type PaperSize = 'A4' | 'Letter';

/** Where people print on Letter; everywhere else it is A4. */
const LETTER = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'PR'];

/** The paper that lies in the printers of the person's region. */
export const usualPaper = (): PaperSize => {
  const { region } = new Intl.Locale(navigator.language);
  return region !== undefined && LETTER.includes(region) ? 'Letter' : 'A4';
};

/** How the pages go, and what came of it. */
type Way<N extends 'sheet.print' | 'shares.print' | 'sheet.save' | 'shares.save'> = {
  readonly start: () => void;
  readonly pending: boolean;
  readonly answer: Answer<N> | undefined;
};

/** Printing first: it leaves no file. A file is the second choice, with what that means. */
export const PrintButtons = ({
  paper,
  onPaper,
  print,
  save,
  words,
  children,
}: {
  readonly paper: PaperSize;
  readonly onPaper: (paper: PaperSize) => void;
  readonly print: Way<'sheet.print' | 'shares.print'> & { readonly done: () => string };
  readonly save: Way<'sheet.save' | 'shares.save'> & { readonly done: (file: string) => string };
  /** what a file means */
  readonly words: Spoken;
  /** what else can be done with the page */
  readonly children: ReactNode;
}): ReactNode => {
  const busy = print.pending || save.pending;
  const file = save.answer?.ok === true ? save.answer.value.file : undefined;
  return (
    <>
      <Button look="primary" pending={print.pending} disabled={busy} onPress={() => print.start()}>
        {t('sheet.print')}
      </Button>
      <Button pending={save.pending} disabled={busy} onPress={() => save.start()}>
        {t('sheet.save')}
      </Button>
      <Button disabled={busy} onPress={() => onPaper(paper === 'A4' ? 'Letter' : 'A4')}>
        {t(paper === 'A4' ? 'sheet.paper.A4' : 'sheet.paper.Letter')}
      </Button>
      {children}
      <p className="detail">{words}</p>
      {print.answer?.ok === false ? <Failure failure={print.answer.error} /> : null}
      {save.answer?.ok === false ? <Failure failure={save.answer.error} /> : null}
      {print.answer?.ok === true && print.answer.value.printed ? (
        <Notice tone="plain" live>
          <p>{print.done()}</p>
        </Notice>
      ) : null}
      {typeof file === 'string' ? (
        <Notice tone="warn" live>
          <p>{save.done(file)}</p>
        </Notice>
      ) : null}
    </>
  );
};
