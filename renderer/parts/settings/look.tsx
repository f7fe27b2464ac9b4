// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { AppStateView } from '../../../shared/contract.ts';
import { LOOKS, nextSize, SIZES, type Look } from '../../../shared/settings.ts';
import { literal } from '../../../shared/words/spoken.ts';
import { isLanguage, LANGUAGES, languageOf } from '../../../shared/words/words.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Select } from '../base/select.tsx';

/** Stands for "as the system" in the list. */
const SYSTEM = 'system';
/** An afternoon after the twelfth of a month, and a sum past a thousand: what languages and regions write differently. */
const EXAMPLE = { at: Date.UTC(2026, 11, 31, 16, 45), sum: 'CHF:1234.5' };

/** How the window speaks and looks; everything follows at once, in the window and outside it. */
export const LookSection = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const speak = useRequest('app.setLanguage');
  const set = useRequest('app.setSettings');
  const { look, size } = app.settings;
  const refused = [speak.answer, set.answer].find((answer) => answer?.ok === false);
  return (
    <Section title={t('settings.look.title')}>
      <div className="card settings">
        <div className="setting">
          <Select
            label={t('computer.language')}
            value={app.language ?? SYSTEM}
            options={[
              [SYSTEM, t('computer.language.system', { language: literal(LANGUAGES[languageOf(app.systemLocale)]) })],
              ...Object.entries(LANGUAGES).map(([tag, name]) => [tag, literal(name)] as const),
            ]}
            onChange={(chosen) => void speak.send(isLanguage(chosen) ? { language: chosen } : {})}
            disabled={speak.pending}
          />
          <p className="detail">{t('computer.language.example', EXAMPLE)}</p>
        </div>
        <Looks look={look} onChange={(chosen) => void set.send({ look: chosen })} />
        <div className="setting setting-line" role="group" aria-labelledby="setting-size">
          <span id="setting-size" className="setting-name">
            {t('settings.size')}
          </span>
          <span className="stepper">
            <Button
              label={t('settings.size.smaller')}
              disabled={size === SIZES[0]}
              onPress={() => void set.send({ size: nextSize(size, -1) })}
            >
              −
            </Button>
            <output>{t('settings.size.percent', { size })}</output>
            <Button
              label={t('settings.size.larger')}
              disabled={size === SIZES.at(-1)}
              onPress={() => void set.send({ size: nextSize(size, 1) })}
            >
              +
            </Button>
          </span>
        </div>
        {refused?.ok === false ? <Failure failure={refused.error} /> : null}
      </div>
    </Section>
  );
};

const Looks = ({ look, onChange }: { readonly look: Look; readonly onChange: (look: Look) => void }): ReactNode => (
  <RadioGroup className="setting looks" value={look} onChange={(value) => onChange(value as Look)}>
    <Label className="setting-name">{t('settings.look')}</Label>
    <div className="segments">
      {LOOKS.map((each) => (
        <Radio key={each} className="segment" value={each}>
          <span className="swatch" data-look={each} aria-hidden="true" />
          {t(`settings.look.${each}`)}
        </Radio>
      ))}
    </div>
  </RadioGroup>
);
