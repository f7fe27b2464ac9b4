// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { EscrowView } from '../../../shared/view-escrow.ts';
import { useRequest } from '../../bridge.ts';
import { quote, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { When } from '../base/when.tsx';
import { wayName } from './places.tsx';

type Way = EscrowView['methods'][number];

/** What needs no code that is sent: it can be tried at any time. */
const CAN_BE_TRIED: ReadonlySet<string> = new Set(['question', 'totp']);

/** The ways of an escrow; those that need nothing sent can be tried, which is what makes it count as tested. */
export const Rehearsals = ({ escrow }: { readonly escrow: EscrowView }): ReactNode => {
  const next = nextToTry(escrow);
  const app = escrow.methods.find(({ type }) => type === 'totp')?.uuid;
  return (
    <Section title={t('escrowNow.ways')}>
      <p className="detail">{t('escrowTry.words')}</p>
      <ul className="sources">
        {escrow.methods.map((way) => (
          <li key={way.uuid}>
            <Line way={way} isNext={way.uuid === next} takesGiven={way.uuid === app} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** Where none was tried yet, the first that can be: it is the one thing left to do. */
const nextToTry = ({ step, methods }: EscrowView): string | undefined =>
  step === 'current' && methods.every(({ rehearsedAt }) => rehearsedAt === undefined)
    ? methods.find(({ type }) => CAN_BE_TRIED.has(type))?.uuid
    : undefined;

const Line = ({
  way,
  isNext,
  takesGiven,
}: {
  readonly way: Way;
  readonly isNext: boolean;
  /** a code that was pasted or scanned elsewhere is for this one */
  readonly takesGiven: boolean;
}): ReactNode => {
  const [trying, setTrying] = useState(false);
  const [given, setGiven] = useState('');
  useGivenLink(takesGiven ? '/escrow' : undefined, (code) => {
    setGiven(code);
    setTrying(true);
  });
  const canBeTried = CAN_BE_TRIED.has(way.type);
  return (
    <div className="source way-line escrow-way">
      <div>
        <p>
          <strong>{wayName(way.type)}</strong>{' '}
          <span className="detail">{t('escrowNow.wayAt', { place: way.url })}</span>
        </p>
        {way.instructions === '' ? null : <p className="detail">{quote(way.instructions)}</p>}
        {way.rehearsedAt === undefined ? null : (
          <p className="detail">
            {t('escrowTry.tried')} <When ms={way.rehearsedAt} precision="day" />
          </p>
        )}
      </div>
      {canBeTried && !trying ? (
        <Button
          look={isNext ? 'primary' : 'quiet'}
          onPress={() => setTrying(true)}
          label={t('escrowTry.open.label', { way: wayName(way.type), hint: way.instructions })}
        >
          {t('escrowTry.open')}
        </Button>
      ) : null}
      {trying ? <Try key={given} way={way} given={given} onClose={() => setTrying(false)} /> : null}
    </div>
  );
};

const Try = ({
  way,
  given,
  onClose,
}: {
  readonly way: Way;
  readonly given: string;
  readonly onClose: () => void;
}): ReactNode => {
  const rehearse = useRequest('escrow.rehearse');
  const [answer, setAnswer] = useState(given);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (rehearse.pending || answer.trim() === '') return;
    const tried = await rehearse.send({ uuid: way.uuid, answer });
    if (tried.ok && tried.value.right) setAnswer('');
  };
  const said = rehearse.answer?.ok === true ? rehearse.answer.value : undefined;
  return (
    <form className="escrow-try" onSubmit={(event) => void submit(event)}>
      {said?.right === true ? (
        <Notice tone="good" live>
          <p>{said.said.length > 0 ? saying('escrowRecovery', said.said) : t('escrowTry.right')}</p>
        </Notice>
      ) : (
        <div className="inline">
          <Field
            label={t(way.type === 'totp' ? 'escrowCode.code' : 'escrowForm.answer')}
            long
            value={answer}
            onChange={(value) => {
              setAnswer(value);
              rehearse.reset();
            }}
            maxLength={254}
            autoFocus
            error={
              said === undefined
                ? undefined
                : said.said.length > 0
                  ? saying('escrowRecovery', said.said)
                  : t('escrowTry.wrong')
            }
          />
          <Button type="submit" pending={rehearse.pending}>
            {t('escrowTry.do')}
          </Button>
        </div>
      )}
      {rehearse.answer?.ok === false ? <Failure failure={rehearse.answer.error} /> : null}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('escrowTry.close')}
        </Button>
      </div>
    </form>
  );
};
