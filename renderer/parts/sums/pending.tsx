// SPDX-License-Identifier: GPL-3.0-or-later
import { codesOf, failureSaid } from '../base/saying.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FailureView, PendingView } from '../../../shared/view.ts';
import { joined, type Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { useRequest } from '../../bridge.ts';
import { Button } from '../base/controls.tsx';
import { Details, Failure } from '../base/failure.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { moneyText } from '../base/money.tsx';
import { More } from '../base/more.tsx';
import { AddExchange } from './add-exchange.tsx';
import { Abort, type AbortWhat } from './abort.tsx';
import { HaveWithoutBackup } from './have-without-backup.tsx';
import { Icon } from '../base/icons.tsx';
import { ProofTransfer } from './proof-transfer.tsx';
import { AgreeToFees } from './withdrawal-fees.tsx';

/** What the wallet still has to do or waits for, each with who is being waited for. */
export const PendingList = ({
  pending,
  noProvider,
}: {
  readonly pending: readonly PendingView[];
  readonly noProvider: boolean;
}): ReactNode => (
  <ul className="pending">
    {pending.map((item) => (
      <li key={`${item.type} ${item.id}`}>
        <Icon name="clock" />
        <div className="pending-words">
          <p>
            <strong>{nameOf(item)}</strong> ·{' '}
            {standsStill(item) ? t('pending.standsStill') : t(`pending.for.${item.waitingFor}`)}
          </p>
          {item.why === undefined || item.why.kind === 'unknown-exchange' || standsStill(item) ? null : (
            <p className="detail">{failureSaid(withoutTransfer(item.why))}</p>
          )}
          {item.why !== undefined && REPORTED.has(item.why.kind) ? <Details codes={codesOf(item.why)} /> : null}
          {proofOf(item) === undefined ? null : <ProofTransfer payto={proofOf(item) ?? ''} />}
          {item.link === undefined || proofOf(item) !== undefined ? null : (
            <p className="pending-link">
              {t('pending.link')} <CopyText text={item.link} what={t('peer.address')} />
            </p>
          )}
          {item.attempts === 0 || standsStill(item) || FOR_PERSON.has(item.waitingFor) ? null : (
            <p className="detail">
              {item.waitsThere === true
                ? t('pending.goesOn')
                : t(item.why === undefined ? 'pending.looksAgain' : 'pending.triesAgain', { next: item.nextTryAt })}
            </p>
          )}
        </div>
        {item.why?.kind === 'withdrawal-fees' ||
        item.why?.kind === 'renewal-fees' ||
        item.why?.kind === 'refund-renewal' ||
        item.why?.kind === 'reissue-asks' ? (
          <div className="pending-ways">
            <AgreeToFees id={item.id} asked={item.why} name={nameOf(item)} />
          </div>
        ) : null}
        {item.type === 'invoice-payment' && item.why?.kind === 'fees-changed' ? (
          <NewPrice id={item.id} total={item.why.facts.total} />
        ) : null}
        {item.why?.kind === 'unknown-exchange' ? <AddExchange waiting={item.why} /> : null}
        {item.transfer === true ? (
          <div className="pending-ways">
            <Link className="button" data-look="plain" href={`/transfer/${item.id}`}>
              {t('transfer.show')}
            </Link>
          </div>
        ) : null}
        <End item={item} />
        {item.waitingFor === 'provider' ? (
          <div className="pending-ways">
            <Link className="button" data-look="plain" href="/protection">
              {t(noProvider ? 'gate.addProvider' : 'overview.backup')}
            </Link>
            {item.withoutBackup === undefined ? null : (
              <HaveWithoutBackup id={item.id} sum={item.withoutBackup} name={nameOf(item)} />
            )}
          </div>
        ) : null}
      </li>
    ))}
  </ul>
);

/** Refusals that whoever is asked for help wants to read as they came. */
const REPORTED: ReadonlySet<FailureView['kind']> = new Set(['refused', 'signature-refused', 'change-disputed']);

/** The transfer to make before there are any questions to answer. */
const proofOf = ({ why }: PendingView): string | undefined =>
  why?.kind === 'kyc-required' ? why.facts.transfer : undefined;

/** What stands part by part below is not said in one line as well. */
const withoutTransfer = (why: FailureView): FailureView => {
  if (why.kind !== 'kyc-required') return why;
  const { transfer: _, ...facts } = why.facts;
  return { ...why, facts };
};

/** Why nothing moves on such a device stands above every page. */
const standsStill = ({ why }: PendingView): boolean => why?.kind === 'superseded';

/** What goes on by a person's answer, or a place they add: the time of the next look is no news. */
const FOR_PERSON: ReadonlySet<PendingView['waitingFor']> = new Set(['user', 'provider']);

/** Goes on with a request whose price has changed, at the price that is said above. */
const NewPrice = ({ id, total }: { readonly id: string; readonly total: string }): ReactNode => {
  const confirm = useRequest('peer.confirm');
  return (
    <div className="pending-ways">
      <Button pending={confirm.pending} onPress={() => void confirm.send({ id, shown: total })}>
        {t('fees.newPrice')}
      </Button>
      {confirm.answer?.ok === false ? <Failure failure={confirm.answer.error} /> : null}
    </div>
  );
};

/** What it is, with its sum. */
const nameOf = ({ type, amount }: PendingView): Spoken =>
  amount === undefined ? t(`pending.type.${type}`) : joined([t(`pending.type.${type}`), moneyText(amount)], ', ');

/** How what is under way is ended; change is nobody else's, and paying to oneself is agreed to first. */
const ENDING: Partial<Record<PendingView['type'], AbortWhat>> = {
  withdrawal: 'withdrawal',
  payment: 'payment',
  refund: 'refund',
  deposit: 'deposit',
  'peer-send': 'push',
  'peer-receive': 'taking',
  invoice: 'pull',
  'invoice-payment': 'paying',
};

const End = ({ item }: { readonly item: PendingView }): ReactNode => {
  const what = item.endable === true ? ENDING[item.type] : undefined;
  if (what === undefined) return null;
  const name = nameOf(item);
  return (
    <More name={name}>
      <Abort id={item.id} what={what} name={name} />
    </More>
  );
};
