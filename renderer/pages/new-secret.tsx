// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Confirm } from '../parts/base/confirm.tsx';
import { Button } from '../parts/base/controls.tsx';
import { Drawn } from '../parts/base/drawn.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';
import { RekeyProgress } from '../parts/copies/rekey-progress.tsx';
import { paidSums, RekeyQuote } from '../parts/copies/rekey-quote.tsx';

/** A new secret, because somebody may have seen the sheet: what it costs and leaves, one yes, then step by step. */
export const NewSecretPage = (): ReactNode => {
  const status = useAnswer('backup.status', {});
  const under = useAnswer('rekey.progress', {});
  const [cancelled, setCancelled] = useState(false);
  const [another, setAnother] = useState(false);
  const failure = [status, under].find((answer) => answer?.ok === false);
  return (
    <>
      <PageHead title={t('newSecret.title')} lead={t('newSecret.lead')} />
      {failure?.ok === false ? <Failure failure={failure.error} /> : null}
      {cancelled ? (
        <Notice tone="good" live>
          <p>{t('newSecret.cancelled')}</p>
        </Notice>
      ) : null}
      {status?.ok !== true || under?.ok !== true ? (
        <Waiting />
      ) : status.value.state === 'uninitialized' ? (
        <Notice tone="plain">
          <p>{t('newSecret.noCopies')}</p>
          <p>
            <Link href="/protection">{t('sheet.toBackup')}</Link>
          </p>
        </Notice>
      ) : under.value.progress !== null ? (
        <RekeyProgress progress={under.value.progress} onCancelled={() => setCancelled(true)} />
      ) : under.value.madeAt === undefined || another ? (
        <Begin />
      ) : (
        <Made at={under.value.madeAt} onAnother={() => setAnother(true)} />
      )}
    </>
  );
};

/** One that is done; whoever wants yet another one says so before it is asked for its price. */
const Made = ({ at, onAnother }: { readonly at: number; readonly onAnother: () => void }): ReactNode => (
  <div className="card empty">
    <Drawn name="sheet" />
    <p>{t('newSecret.made', { at })}</p>
    <div className="actions">
      <Link className="button" href="/protection">
        {t('nav.protection')}
      </Link>
      <Button onPress={onAnother}>{t('newSecret.another')}</Button>
    </div>
  </div>
);

/** The price first, asked once when the page opens: every answer is requests to places and issuers. */
const Begin = (): ReactNode => {
  const quote = useRequest('rekey.quote');
  const begin = useRequest('rekey.begin');
  const [asking, setAsking] = useState(false);
  const { send } = quote;
  useEffect(() => void send({}), [send]);
  if (quote.answer === undefined)
    return (
      <p className="waiting" role="status">
        {t('newSecret.asking')}
      </p>
    );
  if (!quote.answer.ok) return <Failure failure={quote.answer.error} />;
  const view = quote.answer.value;
  const total = paidSums(view);
  const confirm = async (): Promise<void> => {
    await begin.send({ agreedFees: [...view.total] });
    setAsking(false);
  };
  return (
    <>
      <RekeyQuote quote={view} deed={{ pending: begin.pending, onPress: () => setAsking(true) }} />
      {begin.pending ? (
        <Notice tone="plain" live>
          <p>{t('newSecret.running')}</p>
        </Notice>
      ) : null}
      <Failure failure={begin.answer?.ok === false ? begin.answer.error : undefined} />
      <Confirm
        open={asking}
        title={t('newSecret.confirm.title')}
        action={total === undefined ? t('newSecret.do') : t('newSecret.do.paid', { total })}
        keep={t('newSecret.confirm.keep')}
        pending={begin.pending}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{total === undefined ? t('newSecret.confirm.free') : t('newSecret.confirm.words', { total })}</p>
      </Confirm>
    </>
  );
};
