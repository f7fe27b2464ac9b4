// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';

/** Through whom one place alone is reached, so that two places do not see that it is the same computer. */
export const PlaceProxy = ({ place }: { readonly place: string }): ReactNode => {
  const known = useAnswer('privacy.get', {});
  const set = useRequest('privacy.set');
  const [typed, setTyped] = useState<string>();
  const kept = known?.ok === true ? (known.value.proxies[place] ?? '') : '';
  const proxy = typed ?? kept;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (proxy === kept || set.pending) return;
    const answer = await set.send({ proxy, place });
    if (answer.ok) setTyped(undefined);
  };
  return (
    <details>
      <summary>{t('privacy.place')}</summary>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <Field
          label={t('privacy.proxy')}
          value={proxy}
          onChange={setTyped}
          help={t('privacy.place.help')}
          maxLength={500}
          disabled={set.pending}
        />
        <div className="actions">
          <Button type="submit" look="quiet" pending={set.pending} disabled={proxy === kept}>
            {t('privacy.do')}
          </Button>
        </div>
        {set.answer?.ok === false ? <Failure failure={set.answer.error} /> : null}
      </form>
    </details>
  );
};
