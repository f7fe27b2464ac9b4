// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { shownHost } from '../../../shared/names.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Slow } from '../base/slow.tsx';

/** A page of the web, which may want money: it is asked when its person presses, and not before. */
export const PageAsked = ({
  url,
  onLink,
}: {
  readonly url: string;
  readonly onLink: (uri: string) => void;
}): ReactNode => {
  const page = useRequest('pay.page');
  const ask = async (): Promise<void> => {
    const answer = await page.send({ url });
    if (answer.ok) onLink(answer.value.uri);
  };
  return (
    <Section title={t('pay.page.title')}>
      <div className="card form">
        <p>{t('pay.page.words', { host: shownHost(url).host })}</p>
        {page.answer?.ok === false ? <Failure failure={page.answer.error} /> : null}
        <div className="actions">
          <Button look="primary" pending={page.pending} onPress={() => void ask()}>
            {t('pay.page.do')}
          </Button>
          <Slow pending={page.pending} onCancel={page.reset} />
        </div>
      </div>
    </Section>
  );
};
