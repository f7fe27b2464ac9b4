// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { AppStateView } from '../../../shared/contract.ts';
import { useRequest } from '../../bridge.ts';
import { row, t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';

/** Where the wallet's files lie, and their way to another folder. */
export const KeptSection = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const show = useRequest('app.showPlace');
  const choose = useRequest('app.choosePlace');
  const move = useRequest('app.move');
  const chosen = choose.answer?.ok === true ? choose.answer.value.chosen : null;
  const moved = move.answer?.ok === true ? move.answer.value : undefined;
  const refused = [choose.answer, move.answer].find((answer) => answer?.ok === false);
  const end = (): void => choose.reset();
  return (
    <Section title={t('kept.title')}>
      <div className="card settings">
        <div className="setting setting-line">
          <p className="address selectable">{row(app.dataDirectory)}</p>
          <span className="actions">
            <Button icon="folder" onPress={() => void show.send({})}>
              {t('kept.show')}
            </Button>
            <Button
              pending={choose.pending || move.pending}
              onPress={() => {
                move.reset();
                void choose.send({});
              }}
            >
              {t('kept.move')}
            </Button>
          </span>
        </div>
        {moved === undefined ? null : (
          <Notice tone="good" live>
            <p>{t('kept.moved', { folder: moved.folder })}</p>
          </Notice>
        )}
        {moved?.left === undefined ? null : (
          <Notice tone="warn">
            <p>{t('kept.moved.left', { folder: moved.left })}</p>
          </Notice>
        )}
        {refused?.ok === false ? <Failure failure={refused.error} /> : null}
      </div>
      <Confirm
        open={chosen !== null}
        title={t('kept.move.title')}
        action={t('kept.move.do')}
        look="primary"
        pending={move.pending}
        onConfirm={() => void move.send({}).then(end)}
        onCancel={end}
      >
        <p>{t('kept.move.words', { folder: chosen?.folder ?? '' })}</p>
        {(chosen?.sameDisk ?? []).length > 0 ? (
          <Notice tone="warn">
            <p>{t('kept.move.sameDisk', { places: chosen?.sameDisk ?? [] })}</p>
          </Notice>
        ) : null}
      </Confirm>
    </Section>
  );
};
