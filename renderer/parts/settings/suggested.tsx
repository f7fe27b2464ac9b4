// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { KnownKind, KnownService } from '../../../shared/view-begin.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { address, called, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Select } from '../base/select.tsx';

const KINDS: readonly KnownKind[] = ['issuer', 'place', 'escrow'];
const isKind = (text: string): text is KnownKind => KINDS.some((kind) => kind === text);

/** The list of services that is suggested to whoever begins, with what its person put on it; all of it can be changed. */
export const SuggestedSection = (): ReactNode => {
  const known = useAnswer('known.list', {});
  const showAll = useRequest('known.showAll');
  if (known?.ok !== true) return null;
  const { services, hidden } = known.value;
  return (
    <Section title={t('suggested.title')}>
      <div className="card form">
        <p>{t('suggested.words')}</p>
        {KINDS.map((kind) => (
          <OfKind key={kind} kind={kind} services={services.filter((each) => each.kind === kind)} />
        ))}
        <Add />
        {hidden === 0 ? null : (
          <div className="actions">
            <Button look="quiet" pending={showAll.pending} onPress={() => void showAll.send({})}>
              {t('begin.issuers.showAll', { count: hidden })}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
};

const OfKind = ({
  kind,
  services,
}: {
  readonly kind: KnownKind;
  readonly services: readonly KnownService[];
}): ReactNode => {
  const hide = useRequest('known.hide');
  if (services.length === 0) return null;
  return (
    <details>
      <summary>{t(`suggested.kind.${kind}`)}</summary>
      <ul className="rows">
        {services.map(({ url, name }) => (
          <li key={url} className="with-more">
            <div>
              <p>{called(name, url)}</p>
              <p className="detail address">{address(url)}</p>
            </div>
            <Button look="quiet" pending={hide.pending} onPress={() => void hide.send({ kind, url })}>
              {t('begin.issuers.hide', { name })}
            </Button>
          </li>
        ))}
      </ul>
      {hide.answer?.ok === false ? <Failure failure={hide.answer.error} /> : null}
    </details>
  );
};

/** One more, by its address. */
const Add = (): ReactNode => {
  const add = useRequest('known.add');
  const [kind, setKind] = useState<KnownKind>('issuer');
  const [url, setUrl] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (url.trim() === '' || add.pending) return;
    const added = await add.send({ kind, url: url.trim() });
    if (added.ok) setUrl('');
  };
  return (
    <form className="inline" onSubmit={(event) => void submit(event)}>
      <Select
        label={t('suggested.kind')}
        value={kind}
        options={KINDS.map((each) => [each, t(`suggested.kind.${each}`)])}
        onChange={(chosen) => setKind(isKind(chosen) ? chosen : 'issuer')}
      />
      <Field label={t('suggested.address')} long value={url} onChange={setUrl} maxLength={1024} />
      <Button type="submit" pending={add.pending}>
        {t('suggested.add')}
      </Button>
      {add.answer?.ok === false ? <Failure failure={add.answer.error} /> : null}
    </form>
  );
};
