// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { RequestOutput } from '../../../shared/contract.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useRequest } from '../../bridge.ts';
import { row, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Waiting } from '../base/layout.tsx';
import { QrCode } from '../base/qr.tsx';
import { saying } from '../base/saying.ts';
import type { MethodInput } from './draft.ts';

/** A code app is given its key by a square, and shows once that it makes the right codes: after the upload it would be too late to notice. */
export const CodeApp = ({
  onAdd,
  onCancel,
}: {
  readonly onAdd: (input: MethodInput) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const key = useRequest('escrow.codeKey');
  const check = useRequest('escrow.checkCode');
  const [code, setCode] = useState('');
  const { send } = key;
  useEffect(() => void send({}), [send]);
  const made = key.answer?.ok === true ? key.answer.value : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (made === undefined || check.pending || code.trim() === '') return;
    const answer = await check.send({ secret: made.secret, code });
    if (answer.ok && answer.value.fits) onAdd({ type: 'totp', secret: made.secret });
  };
  return (
    <form
      className="consent"
      ref={useIntoView<HTMLFormElement>()}
      onSubmit={(event) => void submit(event)}
      aria-label={t('escrowMethod.totp')}
    >
      <h3>{t('escrowMethod.totp')}</h3>
      <p className="detail">{t('escrowMethodWhy.totp')}</p>
      {key.answer?.ok === false ? <Failure failure={key.answer.error} /> : null}
      {made === undefined ? (
        <Waiting />
      ) : (
        <div className="code-app">
          <div className="code-app-square">
            <QrCode text={made.uri} label={t('escrowCode.square')} />
          </div>
          <div className="code-app-words">
            <p>{t('escrowCode.scan')}</p>
            <ByHand secret={made.secret} uri={made.uri} />
            <Field
              label={t('escrowCode.code')}
              value={code}
              onChange={(value) => {
                setCode(value);
                check.reset();
              }}
              autoComplete="one-time-code"
              mode="decimal"
              maxLength={20}
              help={t('escrowCode.code.help')}
              error={check.answer?.ok === true ? whyNot(check.answer.value) : undefined}
            />
          </div>
        </div>
      )}
      {check.answer?.ok === false ? <Failure failure={check.answer.error} /> : null}
      <div className="actions">
        <Button onPress={onCancel}>{t('escrowForm.not')}</Button>
        <Button look="primary" type="submit" pending={check.pending} disabled={made === undefined}>
          {t('escrowCode.do')}
        </Button>
      </div>
    </form>
  );
};

/** The key in letters, for an app that has no camera. */
const ByHand = ({ secret, uri }: { readonly secret: string; readonly uri: string }): ReactNode => (
  <details className="codes">
    <summary>{t('escrowCode.byHand')}</summary>
    <p>{t('escrowCode.key')}</p>
    <p className="address selectable">{t('escrowCode.key.groups', { groups: row(inFours(secret)) })}</p>
    <p>{t('escrowCode.link')}</p>
    <p className="address selectable">{row(uri)}</p>
  </details>
);

const whyNot = ({ fits, said }: RequestOutput<'escrow.checkCode'>): Spoken | undefined =>
  fits ? undefined : said.length > 0 ? saying('escrow', said) : t('escrowCode.wrong');

const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');
