// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { FailureView } from '../../../shared/view.ts';
import type { ChoiceExtraView, PayChoiceView } from '../../../shared/view-shops.ts';
import { quotedText } from '../../../shared/words/party.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown, t } from '../../words.ts';
import { Money } from '../base/money.tsx';
import { failureSaid } from '../base/saying.ts';
import { mayComeTrue } from './agree-card.tsx';
import './choices.css';

/** All ways to pay an order, also those that are not possible here, each with what it wants or gives beside money. */
export const Choices = ({
  choices,
  chosen,
  said,
  onChoose,
  disabled,
}: {
  readonly choices: readonly PayChoiceView[];
  readonly chosen: number | undefined;
  /** what stands below of the chosen one, beside the button */
  readonly said: FailureView | undefined;
  readonly onChoose: (index: number) => void;
  readonly disabled: boolean;
}): ReactNode => (
  <RadioGroup
    className="card choices pay-choices"
    value={chosen === undefined ? '' : String(chosen)}
    onChange={(value) => onChoose(Number(value))}
    isDisabled={disabled}
  >
    <Label>{t('pay.choice.pick')}</Label>
    {choices.map((choice) => (
      <Radio key={choice.index} className="choice" value={String(choice.index)} isDisabled={!choice.payable}>
        <span className="choice-dot" aria-hidden="true" />
        <ChoiceWords choice={choice} isSaidBelow={isSaid(said, choice.why)} />
      </Radio>
    ))}
  </RadioGroup>
);

/** The same sentence, or one about another sum that is lacking in the same way. */
const isSaid = (said: FailureView | undefined, why: FailureView | undefined): boolean =>
  said !== undefined && said.kind === why?.kind && (mayComeTrue(said) || failureSaid(said) === failureSaid(why));

const ChoiceWords = ({
  choice: { amount, description, needs, gives, why },
  isSaidBelow,
}: {
  readonly choice: PayChoiceView;
  readonly isSaidBelow: boolean;
}): ReactNode => (
  <span>
    <strong>
      <Money text={amount} />
    </strong>
    {description === undefined ? null : <span className="choice-why">{quotedText(shown(), description)}</span>}
    {needs.map((extra, at) => (
      <span key={`needs ${String(at)}`} className="choice-why">
        {t('pay.choice.needs', { what: extraSaid(extra) })}
      </span>
    ))}
    {gives.map((extra, at) => (
      <span key={`gives ${String(at)}`} className="choice-why">
        {t('pay.choice.gives', { what: extraSaid(extra) })}
      </span>
    ))}
    {why === undefined || needs.length > 0 || isSaidBelow ? null : (
      <span className="choice-why">{failureSaid(why)}</span>
    )}
  </span>
);

const extraSaid = ({ kind, name }: ChoiceExtraView): Spoken =>
  kind === 'tax-receipt' ? t('pay.extra.tax-receipt') : t(`pay.extra.${kind}`, { name });
