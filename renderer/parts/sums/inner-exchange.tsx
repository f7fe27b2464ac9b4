// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FailureView } from '../../../shared/view.ts';
import { shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';

/** Asks before an issuer is spoken to whose name leads into the house, and shows its host. Only an encrypted one can be allowed: it has to prove its name. */
export const InnerExchange = ({
  failure,
  url,
  pending,
  onAllow,
}: {
  readonly failure: FailureView | undefined;
  readonly url: string;
  readonly pending: boolean;
  readonly onAllow: (host: string) => void;
}): ReactNode => {
  if (failure?.kind !== 'inner-address' || /^http:/i.test(url)) return null;
  const { host } = failure.facts;
  return (
    <Notice tone="bad" live>
      <p>{t('innerExchange.words')}</p>
      <p>
        <strong className="address selectable">{shown().foreign.host(host)}</strong>
      </p>
      <p>{t('innerExchange.only')}</p>
      <div className="actions">
        <Button pending={pending} onPress={() => onAllow(host)}>
          {t('innerExchange.do')}
        </Button>
      </div>
    </Notice>
  );
};
