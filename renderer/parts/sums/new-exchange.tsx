// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FailureView } from '../../../shared/view.ts';
import { shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';

/**
 * Asks before an issuer is added that somebody's address names, and shows its host: whoever made the address chose it. It
 * stands out when what is said there is not encrypted.
 */
export const NewExchange = ({
  failure,
  pending,
  onAdd,
}: {
  readonly failure: FailureView | undefined;
  readonly pending: boolean;
  readonly onAdd: (exchange: string) => void;
}): ReactNode => {
  if (failure?.kind !== 'unknown-exchange') return null;
  const { host, exchange, how } = failure.facts;
  return (
    <Notice tone={how === 'https' ? 'warn' : 'bad'} live>
      <p>{t('newExchange.words')}</p>
      <p>
        <strong className="address selectable">{shown().foreign.host(host)}</strong>
      </p>
      {how === 'https' ? null : <p>{t('newExchange.plain')}</p>}
      <div className="actions">
        <Button pending={pending} onPress={() => onAdd(exchange)}>
          {t('newExchange.do')}
        </Button>
      </div>
    </Notice>
  );
};
