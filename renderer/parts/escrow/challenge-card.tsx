// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { EscrowChallengeView, EscrowWayState } from '../../../shared/view-escrow-recovery.ts';
import { useRequest, type Request } from '../../bridge.ts';
import { quote, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { isZeroText } from '../base/money.tsx';
import { saying } from '../base/saying.ts';
import { When } from '../base/when.tsx';
import { wayName } from './places.tsx';
import { PayChallenge } from './pay-challenge.tsx';
import { Transfer } from './transfer.tsx';

const TONE: Readonly<Record<EscrowWayState, 'good' | 'plain' | 'warn' | 'bad'>> = {
  untouched: 'plain',
  sent: 'plain',
  'asks-payment': 'warn',
  waits: 'warn',
  wrong: 'warn',
  solved: 'good',
  lost: 'bad',
};

/** These are answered without asking for anything first. */
const ANSWERED_AT_ONCE: ReadonlySet<string> = new Set(['question', 'totp']);

/** These name the time of the next try themselves. */
const SAYS_WHEN: ReadonlySet<string> = new Set(['transfer-awaited', 'too-many-tries', 'variants-left']);

/** One way to prove who one is: what is asked, where, how it stands, and the field for the answer. */
export const ChallengeCard = ({
  way,
  isNext,
}: {
  readonly way: EscrowChallengeView;
  /** of several ways the one whose button stands out */
  readonly isNext: boolean;
}): ReactNode => {
  const ask = useRequest('recover.challenge');
  const reply = useRequest('recover.answer');
  const isOver = way.state === 'solved' || way.state === 'lost';
  // The price stands below, beside how it is paid.
  const said = way.said.filter(({ kind }) => kind !== 'asks-payment');
  return (
    <article className="card form challenge" aria-label={wayName(way.type)} data-state={way.state}>
      <header>
        <div>
          <h3>{wayName(way.type)}</h3>
          <p className="detail">{t('escrowNow.wayAt', { place: way.url })}</p>
        </div>
        <span className="tag" data-tone={TONE[way.state]}>
          {t(`regainState.${way.state}`)}
        </span>
      </header>
      {way.instructions === '' || isOver ? null : <p>{quote(way.instructions)}</p>}
      {said.length === 0 ? null : (
        <p className="detail" role="status">
          {saying('escrowRecovery', said)}
        </p>
      )}
      {way.waitUntil === undefined || isOver || way.said.some(({ kind }) => SAYS_WHEN.has(kind)) ? null : (
        <p className="detail">
          {t('regain.waitUntil')} <When ms={way.waitUntil} />
        </p>
      )}
      {way.transfer === undefined || isOver ? null : <Transfer transfer={way.transfer} />}
      {way.state === 'asks-payment' ? (
        <PayChallenge way={way} isNext={isNext} />
      ) : isOver ? null : (
        <Doing way={way} ask={ask} reply={reply} look={isNext ? 'primary' : 'plain'} />
      )}
      {[ask.answer, reply.answer].map((answer, at) =>
        answer?.ok === false ? <Failure key={at === 0 ? 'ask' : 'reply'} failure={answer.error} /> : null,
      )}
    </article>
  );
};

const Doing = ({
  way,
  ask,
  reply,
  look,
}: {
  readonly way: EscrowChallengeView;
  readonly ask: Request<'recover.challenge'>;
  readonly reply: Request<'recover.answer'>;
  readonly look: 'primary' | 'plain';
}): ReactNode => {
  const [typed, setTyped] = useState('');
  const isTransfer = way.transfer !== undefined;
  const isAsked = way.state !== 'untouched' || ANSWERED_AT_ONCE.has(way.type);
  // Whoever waits for a code that was sent takes the one that was pasted.
  useGivenLink(isAsked && !isTransfer && !ANSWERED_AT_ONCE.has(way.type) ? '/regain' : undefined, setTyped);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (reply.pending || (typed.trim() === '' && !isTransfer)) return;
    // What was typed stays in the field when it was wrong: most mistakes are one letter.
    await reply.send({ uuid: way.uuid, answer: typed });
  };
  return (
    <form className="inline challenge-doing" onSubmit={(event) => void submit(event)}>
      {isAsked && !isTransfer ? (
        <Field
          label={t(
            way.type === 'question' ? 'escrowForm.answer' : way.type === 'totp' ? 'escrowCode.code' : 'regain.code',
          )}
          long
          value={typed}
          onChange={(value) => {
            setTyped(value);
            reply.reset();
          }}
          maxLength={1000}
          autoComplete={way.type === 'question' ? 'off' : 'one-time-code'}
          disabled={reply.pending}
        />
      ) : null}
      {isAsked ? (
        <Button look={look} type="submit" pending={reply.pending}>
          {t(isTransfer ? 'regain.lookAgain' : 'regain.answer')}
        </Button>
      ) : null}
      {ANSWERED_AT_ONCE.has(way.type) || isTransfer ? null : (
        <Button look={isAsked ? 'quiet' : look} pending={ask.pending} onPress={() => void ask.send({ uuid: way.uuid })}>
          {t(isAsked ? 'regain.sendAgain' : way.type === 'iban' ? 'regain.startTransfer' : 'regain.send')}
        </Button>
      )}
      {way.fee === undefined || isZeroText(way.fee) ? null : (
        <p className="detail challenge-fee">{t('regain.fee', { fee: way.fee })}</p>
      )}
    </form>
  );
};
