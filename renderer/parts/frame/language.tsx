// SPDX-License-Identifier: GPL-3.0-or-later
import { literal } from '../../../shared/words/spoken.ts';
import type { ReactNode } from 'react';
import type { AppStateView } from '../../../shared/contract.ts';
import { isLanguage, LANGUAGES, languageOf } from '../../../shared/words/words.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Select } from '../base/select.tsx';

/** Stands for "as the system" in the list. */
const SYSTEM = 'system';
/** An afternoon after the twelfth of a month, and a sum past a thousand: what languages and regions write differently. */
const EXAMPLE = { at: Date.UTC(2026, 11, 31, 16, 45), sum: 'CHF:1234.5' };

/** Which language this wallet speaks; it follows at once, in the window and outside it. */
export const LanguageSection = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const set = useRequest('app.setLanguage');
  return (
    <Section title={t('computer.language.title')}>
      <div className="card form">
        <div className="inline">
          <Select
            label={t('computer.language')}
            value={app.language ?? SYSTEM}
            options={[
              [SYSTEM, t('computer.language.system', { language: literal(LANGUAGES[languageOf(app.systemLocale)]) })],
              ...Object.entries(LANGUAGES).map(([tag, name]) => [tag, literal(name)] as const),
            ]}
            onChange={(chosen) => void set.send(isLanguage(chosen) ? { language: chosen } : {})}
            disabled={set.pending}
          />
        </div>
        <p className="detail">{t('computer.language.example', EXAMPLE)}</p>
        {set.answer?.ok === false ? <Failure failure={set.answer.error} /> : null}
      </div>
    </Section>
  );
};
