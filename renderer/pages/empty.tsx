// SPDX-License-Identifier: GPL-3.0-or-later
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import { saying } from '../parts/base/saying.ts';
import { useState, type ReactNode } from 'react';
import type { EmptyReceiptView, EmptyView } from '../../shared/view-devices.ts';
import type { PeerPaymentView } from '../../shared/view.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Confirm } from '../parts/base/confirm.tsx';
import { Button, Field } from '../parts/base/controls.tsx';
import { EmptyQuote } from '../parts/sums/empty-quote.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { Icon, type IconName } from '../parts/base/icons.tsx';
import { Facts, PageHead, Section, Waiting } from '../parts/base/layout.tsx';
import { isZeroText, moneyText, sumByCurrency } from '../parts/base/money.tsx';
import { PeerList, PeerPayment } from '../parts/sums/peer-payment.tsx';
import '../parts/protection/protection.css';
import { HoursField, type Hours } from '../parts/sums/sum-field.tsx';

const WORDS = 'erase this wallet';

/** Everything in this wallet to another one, code by code; then the wallet is left and erased, and a receipt says what went where. */
export const EmptyPage = ({ onErased }: { readonly onErased: (receipt: EmptyReceiptView) => void }): ReactNode => {
  const status = useAnswer('wallet.empty.status', {});
  return (
    <>
      <PageHead title={t('empty.title')} lead={t('empty.lead')} />
      {status === undefined ? (
        <Waiting />
      ) : !status.ok ? (
        <Failure failure={status.error} />
      ) : (
        <Emptying view={status.value} onErased={onErased} />
      )}
    </>
  );
};

const Emptying = ({
  view,
  onErased,
}: {
  readonly view: EmptyView;
  readonly onErased: (receipt: EmptyReceiptView) => void;
}): ReactNode => {
  const open = view.payments.filter(({ state }) => OPEN.has(state));
  const closed = view.payments.filter(({ state }) => !OPEN.has(state));
  // One code at a time: when the phone has taken it, the next one is here by itself.
  const code = open.find(({ state }) => state === 'waiting') ?? open[0];
  const more = open.filter((payment) => payment !== code);
  return (
    <>
      {view.state === 'idle' ? (
        <Notice tone="plain">
          <p>{t('empty.how')}</p>
        </Notice>
      ) : (
        <Notice tone={view.state === 'ready' ? 'good' : view.state === 'returned' ? 'warn' : 'plain'} live>
          <p>{saying('emptying', view.said)}</p>
        </Notice>
      )}
      {view.state === 'idle' ? null : <Sums view={view} />}
      {view.state === 'idle' || view.state === 'returned' ? <Begin again={view.state === 'returned'} /> : null}
      {view.payments.length === 0 ? null : <Taken payments={view.payments} />}
      {code === undefined ? null : (
        <Section
          title={
            open.length === 1
              ? t('empty.code')
              : t('empty.code.of', { at: closed.length + 1, of: view.payments.length })
          }
        >
          <PeerPayment key={code.id} payment={code} abortable={false} />
          {more.length === 0 ? null : (
            <details>
              <summary>{t('empty.code.more', { count: more.length })}</summary>
              <PeerList payments={more} />
            </details>
          )}
        </Section>
      )}
      {closed.length === 0 ? null : (
        <Section title={t('empty.closed')}>
          {closed.map((payment) => (
            <PeerPayment key={payment.id} payment={payment} />
          ))}
        </Section>
      )}
      {view.state === 'ready' || view.state === 'leaving' ? <Finish view={view} onErased={onErased} /> : null}
      {view.state === 'sending' || view.state === 'returned' || view.state === 'ready' ? <Stop /> : null}
    </>
  );
};

/** What has been taken of what was sent, as it goes. */
const Taken = ({ payments }: { readonly payments: readonly PeerPaymentView[] }): ReactNode => {
  const taken = payments.filter(({ state }) => state === 'taken');
  return (
    <div className="card taken" role="status">
      <p>{t('empty.taken', { taken: taken.length, of: payments.length })}</p>
      <progress value={taken.length} max={payments.length} aria-label={t('empty.taken.label')} />
      <ul>
        {payments.map(({ id, amount, state }) => (
          <li key={id} data-state={state}>
            <Icon name={MARK[state] ?? 'clock'} />
            <span>{moneyText(amount)}</span>
            <span className="detail">{t(`peer.state.${state === 'expired' ? 'returned' : state}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};

const MARK: { readonly [state in PeerPaymentView['state']]?: IconName } = {
  taken: 'check',
  paid: 'check',
  expired: 'restore',
  aborted: 'close',
};

/** Nothing is on its way. */
const WAITING: ReadonlySet<EmptyView['state']> = new Set(['idle', 'returned']);

/** Not decided yet. */
const OPEN: ReadonlySet<PeerPaymentView['state']> = new Set(['starting', 'waiting', 'stopping']);

/** What is sent, what it costs, what is still here; nothing while nothing is known. */
const Sums = ({ view }: { readonly view: EmptyView }): ReactNode => {
  const sent = view.payments.filter(({ state }) => state !== 'expired' && state !== 'aborted');
  const words = (texts: readonly string[]): Spoken | undefined => {
    const sums = [...sumByCurrency(texts).values()].filter((sum) => !isZeroText(sum)).map(moneyText);
    return sums.length === 0 ? undefined : joined(sums, ', ');
  };
  const rows = [
    ['empty.sent', words(sent.map((payment) => payment.amount))],
    ['empty.fees', words(sent.map((payment) => payment.fees))],
    ['empty.left', words(view.left)],
    ['empty.dust', words(view.dust)],
  ] as const;
  const facts = rows.flatMap(([name, sum]) => (sum === undefined ? [] : [[t(name), sum] as const]));
  return facts.length === 0 ? null : (
    <div className="card">
      <Facts facts={facts} />
    </div>
  );
};

/** What would be sent, then the button that sends it. */
const Begin = ({ again }: { readonly again: boolean }): ReactNode => {
  const empty = useRequest('wallet.empty');
  const [hours, setHours] = useState<Hours>('24');
  const quote = useAnswer('wallet.empty.quote', { expiresHours: Number(hours) });
  // It is on its way; this card goes as soon as the page has looked again.
  const isSent = empty.answer?.ok === true && !WAITING.has(empty.answer.value.state);
  return (
    <>
      <div className="card form">
        {again ? null : <p>{t('empty.begin.words')}</p>}
        <HoursField label={t('empty.hours')} value={hours} onChange={setHours} />
      </div>
      {quote === undefined ? (
        <Waiting />
      ) : !quote.ok ? (
        <Failure failure={quote.error} />
      ) : (
        <EmptyQuote
          quote={quote.value}
          again={again}
          deed={{
            icon: 'pay',
            pending: empty.pending || isSent,
            onPress: () => void empty.send({ expiresHours: Number(hours) }),
          }}
        />
      )}
      {empty.answer?.ok === false ? <Failure failure={empty.answer.error} /> : null}
    </>
  );
};

const Stop = (): ReactNode => {
  const stop = useRequest('wallet.empty.stop');
  return (
    <div className="actions">
      <Button pending={stop.pending} onPress={() => void stop.send({})}>
        {t('empty.stop')}
      </Button>
      <span className="detail">{t('empty.stop.words')}</span>
      {stop.answer?.ok === false ? <Failure failure={stop.answer.error} /> : null}
    </div>
  );
};

/** The step without a way back: it says what is lost, and asks for three words. */
const Finish = ({
  view,
  onErased,
}: {
  readonly view: EmptyView;
  readonly onErased: (receipt: EmptyReceiptView) => void;
}): ReactNode => {
  const finish = useRequest('wallet.empty.finish');
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  // Typed in the person's own language; the wallet hears the same words in every one.
  const words = t('empty.finish.typed');
  const dust = view.dust.filter((sum) => !isZeroText(sum)).map(moneyText);
  const confirm = async (): Promise<void> => {
    const answer = await finish.send({ confirm: WORDS });
    if (answer.ok) onErased(answer.value);
  };
  return (
    <div className="card form">
      <p>{t('empty.finish.words')}</p>
      <div className="actions">
        <Button look="danger" onPress={() => setAsking(true)}>
          {t('empty.finish.open')}
        </Button>
      </div>
      <Confirm
        open={asking}
        title={t('empty.finish.title')}
        action={t('empty.finish.do')}
        pending={finish.pending}
        disabled={typed.trim().toLowerCase() !== words}
        onConfirm={() => void confirm()}
        onCancel={() => {
          finish.reset();
          setAsking(false);
        }}
      >
        <p>{t('empty.finish.confirm')}</p>
        {dust.length === 0 ? null : (
          <Notice tone="warn">
            <p>{t('empty.finish.dust', { sums: dust })}</p>
          </Notice>
        )}
        <Field label={t('computer.erase.type', { words })} value={typed} onChange={setTyped} maxLength={40} />
        {finish.answer?.ok === false ? <Failure failure={finish.answer.error} /> : null}
      </Confirm>
    </div>
  );
};
