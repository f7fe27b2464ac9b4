// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { Answer } from '../../../shared/contract.ts';
import type { DrawnMark, DrawnPages } from '../../../shared/view-sheet.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Waiting } from '../base/layout.tsx';

type Drawn = { readonly drawn: Answer<'sheet.page'> | undefined };

/** The pages once they are there, and why there are none. */
export const DrawnOrWhy = ({ drawn }: Drawn): ReactNode => {
  if (drawn === undefined) return <Waiting />;
  return drawn.ok ? <DrawnPagesView pages={drawn.value} /> : <Failure failure={drawn.error} />;
};

/** The same before they are printed: how many there are, and on demand each of them whole, as small as that takes. */
export const PrintPreview = ({ drawn }: Drawn): ReactNode => {
  const [isWhole, setWhole] = useState(false);
  if (drawn?.ok !== true) return <DrawnOrWhy drawn={drawn} />;
  return (
    <>
      <div className="paper-bar">
        <p>{t('paper.preview', { count: drawn.value.pages.length })}</p>
        <Button look="quiet" onPress={() => setWhole(!isWhole)}>
          {t(isWhole ? 'paper.preview.large' : 'paper.preview.whole')}
        </Button>
      </div>
      <DrawnPagesView pages={drawn.value} isWhole={isWhole} />
    </>
  );
};

/** Pages as they are drawn on paper; what is read aloud stands beside them. */
const DrawnPagesView = ({
  pages: { pages, outlines },
  isWhole = false,
}: {
  readonly pages: DrawnPages;
  readonly isWhole?: boolean;
}): ReactNode => (
  <div className="drawn" aria-hidden="true" data-whole={isWhole}>
    <svg width="0" height="0">
      <defs>
        {Object.entries(outlines).map(([name, d]) => (
          <path key={name} id={name} d={d} />
        ))}
      </defs>
    </svg>
    {pages.map(({ width, height, marks }, at) => (
      <figure key={at}>
        <svg viewBox={`0 0 ${width} ${height}`}>
          {marks.map((mark, i) => (
            <Mark key={i} mark={mark} />
          ))}
        </svg>
        {pages.length === 1 ? null : (
          <figcaption>{t('paper.preview.page', { at: at + 1, of: pages.length })}</figcaption>
        )}
      </figure>
    ))}
  </div>
);

const Mark = ({ mark }: { readonly mark: DrawnMark }): ReactNode => {
  switch (mark.kind) {
    case 'words': {
      const scale = mark.size / 1000;
      return (
        <g transform={`translate(${mark.x} ${mark.y}) scale(${scale} ${-scale})`}>
          {mark.letters.map(([shape, x, y], i) => (
            <use key={i} href={`#${shape}`} x={x} y={y} />
          ))}
        </g>
      );
    }
    case 'line': {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
      return <path d={`M${x1} ${y1}L${x2} ${y2}`} stroke="#000" strokeWidth={mark.line} strokeDasharray={mark.dash} />;
    }
    case 'box':
      return (
        <rect
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          fill="none"
          stroke="#000"
          strokeWidth={mark.line}
        />
      );
    case 'area':
      return (
        <path
          transform={`translate(${mark.x} ${mark.y}) scale(${mark.size / mark.side})`}
          d={mark.d}
          {...(mark.pen === undefined ? {} : { fill: 'none', stroke: '#000', strokeWidth: mark.pen })}
        />
      );
  }
};
