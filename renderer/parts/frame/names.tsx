// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { NamesView } from '../../../shared/view-devices.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';

/** Longer ones do not fit a line of the sheet. */
const LONGEST = 60;

/** The two names, as they are typed. */
export const NameFields = ({
  names,
  onChange,
  disabled = false,
}: {
  readonly names: NamesView;
  readonly onChange: (names: NamesView) => void;
  readonly disabled?: boolean;
}): ReactNode => (
  <div className="inline">
    <Field
      label={t('names.wallet')}
      value={names.wallet}
      onChange={(wallet) => onChange({ ...names, wallet })}
      help={t('names.wallet.help')}
      maxLength={LONGEST}
      disabled={disabled}
    />
    <Field
      label={t('names.device')}
      value={names.device}
      onChange={(device) => onChange({ ...names, device })}
      help={t('names.device.help')}
      maxLength={LONGEST}
      disabled={disabled}
    />
  </div>
);

/** What this wallet and this device are called, and the changing of it. */
export const NamesSection = (): ReactNode => {
  const known = useAnswer('wallet.names', {});
  const rename = useRequest('wallet.rename');
  const [typed, setTyped] = useState<NamesView>();
  if (known?.ok !== true) return null;
  const names = typed ?? known.value;
  const isNew = names.wallet !== known.value.wallet || names.device !== known.value.device;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isNew || rename.pending) return;
    const answer = await rename.send(names);
    if (answer.ok) setTyped(undefined);
  };
  return (
    <Section title={t('names.title')}>
      <form className="card form" onSubmit={(event) => void submit(event)}>
        <NameFields
          names={names}
          onChange={(changed) => {
            rename.reset();
            setTyped(changed);
          }}
          disabled={rename.pending}
        />
        {rename.answer?.ok === false ? <Failure failure={rename.answer.error} /> : null}
        {rename.answer?.ok === true ? (
          <p className="detail" role="status">
            {t('names.done')}
          </p>
        ) : null}
        <div className="actions">
          <Button type="submit" pending={rename.pending} disabled={!isNew}>
            {t('names.do')}
          </Button>
        </div>
      </form>
    </Section>
  );
};
