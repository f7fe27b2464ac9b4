// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { LONGEST_NAME } from '../../../shared/names.ts';
import type { ProviderView } from '../../../shared/view-backup.ts';
import { useRequest } from '../../bridge.ts';
import { readName, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';

/** What a place is called, here, in the copies and on the next sheet. */
export const PlaceName = ({ provider: { id, name: kept } }: { readonly provider: ProviderView }): ReactNode => {
  const known = readName(kept, id);
  const rename = useRequest('provider.rename');
  const [typed, setTyped] = useState<string>();
  const name = typed ?? known;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name === known || rename.pending) return;
    const answer = await rename.send({ id, name });
    if (answer.ok) setTyped(undefined);
  };
  return (
    <details>
      <summary>{t('provider.rename')}</summary>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <Field
          label={t('provider.rename.name')}
          value={name}
          onChange={(text) => {
            rename.reset();
            setTyped(text);
          }}
          help={t('provider.rename.help')}
          maxLength={LONGEST_NAME}
          disabled={rename.pending}
        />
        <div className="actions">
          <Button type="submit" look="quiet" pending={rename.pending} disabled={name === known}>
            {t('provider.rename.do')}
          </Button>
        </div>
        {rename.answer?.ok === false ? <Failure failure={rename.answer.error} /> : null}
      </form>
    </details>
  );
};
