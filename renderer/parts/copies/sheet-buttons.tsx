// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { PrintButtons, type PaperSize } from './print-buttons.tsx';

/** The ways by which the sheet that is shown gets on paper. */
export const SheetButtons = ({
  paper,
  onPaper,
  children,
}: {
  readonly paper: PaperSize;
  readonly onPaper: (paper: PaperSize) => void;
  readonly children: ReactNode;
}): ReactNode => {
  const print = useRequest('sheet.print');
  const save = useRequest('sheet.save');
  return (
    <PrintButtons
      paper={paper}
      onPaper={onPaper}
      words={t('sheet.print.first')}
      print={{ ...print, start: () => void print.send({ paper }), done: () => t('sheet.print.done') }}
      save={{ ...save, start: () => void save.send({ paper }), done: (file) => t('sheet.printed', { file }) }}
    >
      {children}
    </PrintButtons>
  );
};
