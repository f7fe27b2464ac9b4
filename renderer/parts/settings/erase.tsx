// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SafetyView } from '../../../shared/view-backup.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button, Field } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { moneyText } from '../base/money.tsx';
import { saying } from '../base/saying.ts';

const WORDS = 'erase everything';

/** The way to take this wallet off this computer. */
export const EraseSection = (): ReactNode => {
  const [erasing, setErasing] = useState(false);
  return (
    <Section title={t('computer.erase.title')}>
      <div className="card form">
        <p>{t('computer.erase.words')}</p>
        <div className="actions">
          <Button look="danger" onPress={() => setErasing(true)}>
            {t('computer.erase.open')}
          </Button>
        </div>
      </div>
      {erasing ? <Erase onClose={() => setErasing(false)} /> : null}
    </Section>
  );
};

/** Saves what is not saved yet, says in money what only this computer has, then asks for two words. */
const Erase = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const [typed, setTyped] = useState('');
  // Typed in the person's own language; the wallet hears the same words in every one.
  const words = t('computer.erase.typed');
  const { status, saving, isBehind } = useSaved();
  const erase = useRequest('app.erase');
  return (
    <Confirm
      open
      title={t('computer.erase.title')}
      action={t('computer.erase.do')}
      pending={erase.pending}
      disabled={typed.trim().toLowerCase() !== words}
      onConfirm={() => void erase.send({ confirm: WORDS })}
      onCancel={onClose}
    >
      {status === undefined ? null : <WhatIsLost safety={status.safety} />}
      {saving ? (
        <Notice tone="plain" live>
          <p>{t('computer.erase.saving')}</p>
        </Notice>
      ) : isBehind ? (
        <Notice tone="warn" live>
          <p>{t('computer.erase.unsaved')}</p>
        </Notice>
      ) : null}
      <p>{t(status?.verifiedAt === undefined ? 'computer.erase.final' : 'computer.erase.confirm')}</p>
      <Field label={t('computer.erase.type', { words })} value={typed} onChange={setTyped} maxLength={40} />
      {erase.answer?.ok === false ? <Failure failure={erase.answer.error} /> : null}
    </Confirm>
  );
};

/** Makes copies once where they are behind: the sheet brings back what they have, a place that was removed and forgotten included. */
const useSaved = () => {
  const answer = useAnswer('backup.status', {});
  const save = useRequest('backup.run');
  const tried = useRef(false);
  const status = answer?.ok === true ? answer.value : undefined;
  const isBehind = status !== undefined && status.providersUpToDate < status.providersTotal;
  const { send } = save;
  useEffect(() => {
    if (!isBehind || tried.current) return;
    tried.current = true;
    void send({});
  }, [isBehind, send]);
  return { status, saving: save.pending, isBehind };
};

/** A change that is on its way has words of its own here. */
const NO_NEWS: ReadonlySet<SafetyView['state']> = new Set(['nothing', 'protected', 'syncing']);

/** That no place has a copy is said below in its own words. */
const NO_COPY: ReadonlySet<SafetyView['said'][number]['kind']> = new Set(['no-place', 'no-copy']);

/** What erasing would take with it, by the wallet's own account of its safety. */
const WhatIsLost = ({ safety }: { readonly safety: SafetyView }): ReactNode => {
  const lost = safety.lost.map(moneyText);
  const first = safety.said[0];
  if (NO_NEWS.has(safety.state) || first === undefined) return null;
  return (
    <Notice tone={lost.length > 0 ? 'bad' : 'warn'}>
      {lost.length > 0 ? <p>{t('computer.erase.lost', { sums: lost })}</p> : null}
      {NO_COPY.has(first.kind) ? null : <p>{saying('safety', [first])}</p>}
    </Notice>
  );
};
