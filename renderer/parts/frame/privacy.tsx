// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { PrivacyView } from '../../../shared/view-backup.ts';
import { plain } from '../../../shared/pasted.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Select } from '../base/select.tsx';

/** What was typed or chosen and is not kept yet. */
type Typed = { readonly level?: PrivacyView['level']; readonly hours?: string; readonly proxy?: string };

/** When copies are made, and through whom they go. */
export const PrivacySection = (): ReactNode => {
  const known = useAnswer('privacy.get', {});
  const set = useRequest('privacy.set');
  const [typed, setTyped] = useState<Typed>({});
  if (known?.ok !== true) return null;
  const { level, hours, proxy = '' } = known.value;
  const now = { level, hours: String(hours), proxy, ...typed };
  const isNew = now.level !== level || now.hours !== String(hours) || now.proxy !== proxy;
  const isHours = /^[1-9]\d{0,2}$/.test(now.hours) && Number(now.hours) <= 168;
  const change = (more: Typed): void => {
    set.reset();
    setTyped({ ...typed, ...more });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isNew || !isHours || set.pending) return;
    const wanted = { level: now.level, hours: Number(now.hours) };
    const answer = await set.send(now.proxy === proxy ? wanted : { ...wanted, proxy: now.proxy });
    if (answer.ok) setTyped({});
  };
  return (
    <Section title={t('privacy.title')}>
      <form className="card form" onSubmit={(event) => void submit(event)}>
        <div className="inline">
          <Select
            label={t('privacy.level')}
            value={now.level}
            options={(['prompt', 'quiet'] as const).map((each) => [each, t(`privacy.level.${each}`)])}
            onChange={(chosen) => change({ level: chosen === 'quiet' ? 'quiet' : 'prompt' })}
            disabled={set.pending}
          />
          {now.level === 'quiet' ? (
            <Field
              label={t('privacy.hours')}
              value={now.hours}
              onChange={(value) => change({ hours: plain(value) })}
              mode="decimal"
              maxLength={3}
              disabled={set.pending}
            />
          ) : null}
        </div>
        <p className="detail">{t(`privacy.words.${now.level}`)}</p>
        <Field
          label={t('privacy.proxy')}
          value={now.proxy}
          onChange={(value) => change({ proxy: value })}
          help={t('privacy.proxy.help')}
          maxLength={500}
          disabled={set.pending}
        />
        <div className="actions">
          <Button type="submit" pending={set.pending} disabled={!isNew || !isHours}>
            {t('privacy.do')}
          </Button>
        </div>
        {set.answer?.ok === false ? <Failure failure={set.answer.error} /> : null}
        {set.answer?.ok === true ? (
          <p className="detail" role="status">
            {t('privacy.done')}
          </p>
        ) : null}
      </form>
    </Section>
  );
};
