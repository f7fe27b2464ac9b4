// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { EscrowSessionView, EscrowWayState } from '../../../shared/view-escrow-recovery.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { useTopOfPage } from '../base/top-of-page.ts';
import { ChallengeCard } from './challenge-card.tsx';
import { secretName } from './found.tsx';
import { Together } from './together.tsx';

/** How many are missing is said above, and what opens it below. */
const SAID_ALREADY: ReadonlySet<string> = new Set(['open', 'still-needed', 'none-left']);

/** A recovery under way: the ways to prove who one is as cards, in any order, until there are enough. */
export const Session = ({
  session,
  onStopped,
}: {
  readonly session: EscrowSessionView;
  readonly onStopped: () => void;
}): ReactNode => {
  useTopOfPage(session.isOpen ? 'open' : 'ways');
  const next = nextOf(session.methods);
  const solved = session.methods.filter(({ state }) => state === 'solved').length;
  return (
    <>
      <Section title={t('regain.session', { name: secretName(session) })} actions={<Stop onStopped={onStopped} />}>
        {session.isOpen ? null : (
          <Notice tone={session.missing === undefined ? 'bad' : 'plain'} live>
            <p>
              {session.missing === undefined
                ? t('regain.impossible')
                : solved === 0
                  ? t('regain.begin', { missing: session.missing })
                  : t('regain.progress', { solved, missing: session.missing })}
            </p>
          </Notice>
        )}
        {session.said
          .filter(({ kind }) => !SAID_ALREADY.has(kind))
          .map((each, at) => (
            <Notice key={`${each.kind} ${at}`} tone="plain">
              <p>{saying('escrowRecovery', [each])}</p>
            </Notice>
          ))}
        {session.isOpen ? null : <Together session={session} />}
      </Section>
      {session.isOpen ? null : (
        <ul className="sources">
          {session.methods.map((way) => (
            <li key={way.uuid}>
              <ChallengeCard way={way} isNext={way === next} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** How soon a way can be done: a code that is under way waits for its person, a transfer for a bank. */
const SOON: Readonly<Partial<Record<EscrowWayState, number>>> = {
  sent: 0,
  untouched: 1,
  wrong: 1,
  'asks-payment': 2,
  waits: 3,
};

/** The way whose button stands out: any order is right, and this one is quickest. */
const nextOf = (ways: EscrowSessionView['methods']): EscrowSessionView['methods'][number] | undefined =>
  ways
    .filter(({ state }) => SOON[state] !== undefined)
    .toSorted((a, b) => (SOON[a.state] ?? 0) - (SOON[b.state] ?? 0))[0];

/** Ends the recovery: what the person told is forgotten, and it can be begun again at any time. */
const Stop = ({ onStopped }: { readonly onStopped: () => void }): ReactNode => {
  const stop = useRequest('recover.stop');
  const [asking, setAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    const answer = await stop.send({});
    if (!answer.ok) return;
    setAsking(false);
    onStopped();
  };
  return (
    <>
      <Button look="quiet" onPress={() => setAsking(true)}>
        {t('regain.stop')}
      </Button>
      <Confirm
        open={asking}
        title={t('regain.stop.title')}
        action={t('regain.stop.do')}
        keep={t('regain.stop.keep')}
        pending={stop.pending}
        onConfirm={() => void confirm()}
        onCancel={() => {
          stop.reset();
          setAsking(false);
        }}
      >
        <p>{t('regain.stop.words')}</p>
        {stop.answer?.ok === false ? <Failure failure={stop.answer.error} /> : null}
      </Confirm>
    </>
  );
};
