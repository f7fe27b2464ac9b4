// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { KnownService, KnownView } from '../../../shared/view-begin.ts';
import { countryName } from '../../../shared/words/escrow.ts';
import { useRequest } from '../../bridge.ts';
import { row, shown, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';

/** Issuers to choose from, by country and currency; the person takes some off and puts others on. */
export const IssuerList = ({
  known,
  chosen,
  onChoose,
}: {
  readonly known: KnownView;
  readonly chosen: string | undefined;
  readonly onChoose: (url: string) => void;
}): ReactNode => {
  const issuers = known.services.filter(({ kind }) => kind === 'issuer');
  return (
    <>
      <RadioGroup className="choices begin-issuers" value={chosen ?? ''} onChange={onChoose}>
        <Label>{t('begin.issuers')}</Label>
        {issuers.map((issuer) => (
          <Radio key={issuer.url} className="choice" value={issuer.url}>
            <span className="choice-dot" aria-hidden="true" />
            <IssuerWords issuer={issuer} />
          </Radio>
        ))}
      </RadioGroup>
      <p className="detail">{t('begin.issuers.note')}</p>
      <EditList known={known} chosen={chosen} onChoose={onChoose} />
    </>
  );
};

const IssuerWords = ({ issuer }: { readonly issuer: KnownService }): ReactNode => (
  <span>
    <strong>{row(issuer.name)}</strong>
    {issuer.isPlay === true ? (
      <>
        {' '}
        <span className="tag" data-tone="play">
          {t('begin.issuers.worthless')}
        </span>
      </>
    ) : null}
    <span className="choice-why">
      {issuer.currency === undefined ? null : <>{shown().foreign.currency(issuer.currency)} · </>}
      {issuer.country === undefined ? null : <>{countryName(shown(), issuer.country)} · </>}
      <span className="address">{shown().foreign.host(new URL(issuer.url).host)}</span>
    </span>
  </span>
);

/** Another one by its address, the chosen one off the list, and all that came with the program back on it. */
const EditList = ({
  known,
  chosen,
  onChoose,
}: {
  readonly known: KnownView;
  readonly chosen: string | undefined;
  readonly onChoose: (url: string) => void;
}): ReactNode => {
  const [url, setUrl] = useState('');
  const add = useRequest('known.add');
  const hide = useRequest('known.hide');
  const showAll = useRequest('known.showAll');
  const put = async (): Promise<void> => {
    if (url.trim() === '') return;
    const before = known.services.length;
    const added = await add.send({ kind: 'issuer', url: url.trim() });
    if (!added.ok) return;
    const own = added.value.services.find((each) => each.kind === 'issuer' && each.own === true);
    const last = added.value.services.findLast((each) => each.kind === 'issuer' && each.own === true) ?? own;
    if (last !== undefined && added.value.services.length > before) onChoose(last.url);
    setUrl('');
  };
  const name = known.services.find((each) => each.url === chosen)?.name;
  return (
    <details className="begin-edit">
      <summary>{t('begin.issuers.edit')}</summary>
      <div className="inline">
        <Field label={t('begin.issuers.address')} long value={url} onChange={setUrl} maxLength={1024} />
        <Button pending={add.pending} onPress={() => void put()}>
          {t('begin.issuers.add')}
        </Button>
      </div>
      <div className="actions">
        {chosen === undefined || name === undefined ? null : (
          <Button look="quiet" pending={hide.pending} onPress={() => void hide.send({ kind: 'issuer', url: chosen })}>
            {t('begin.issuers.hide', { name })}
          </Button>
        )}
        {known.hidden === 0 ? null : (
          <Button look="quiet" pending={showAll.pending} onPress={() => void showAll.send({})}>
            {t('begin.issuers.showAll', { count: known.hidden })}
          </Button>
        )}
      </div>
    </details>
  );
};
