// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { RequestOutput } from '../../../shared/contract.ts';
import type { KnownService, KnownView } from '../../../shared/view-begin.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { AmountField } from '../base/amount-field.tsx';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Waiting } from '../base/layout.tsx';
import { readTyped, type TypedTrouble } from '../base/typed-sum.ts';
import { InnerExchange } from '../sums/inner-exchange.tsx';
import { TransferCard } from '../sums/transfer.tsx';
import { Agreement } from './agreement.tsx';
import { IssuerList } from './issuers.tsx';
import { SUGGESTED_SUM, suggestedIssuer } from './suggested.ts';

/** Money from a bank account: how much, from whom, what it costs and on what terms, then what the transfer must say. */
export const RealSum = ({ onNext }: { readonly onNext: () => void }): ReactNode => {
  const known = useAnswer('known.list', {});
  if (known === undefined) return <Waiting />;
  return known.ok ? <WithList known={known.value} onNext={onNext} /> : <Failure failure={known.error} />;
};

const WithList = ({ known, onNext }: { readonly known: KnownView; readonly onNext: () => void }): ReactNode => {
  const [begun, setBegun] = useState<RequestOutput<'withdraw.manual'>>();
  const issuers = known.services.filter(({ kind }) => kind === 'issuer');
  const [picked, setPicked] = useState<string>();
  const url = issuers.some((each) => each.url === picked) ? picked : suggestedIssuer(issuers, navigator.language);
  const issuer = issuers.find((each) => each.url === url);
  if (begun !== undefined) return <Begun begun={begun} onNext={onNext} />;
  return (
    <div className="begin-columns">
      <section className="card form" aria-label={t('begin.issuers')}>
        <IssuerList known={known} chosen={url} onChoose={setPicked} />
      </section>
      <div>
        <Sum key={url ?? ''} issuer={issuer} onBegun={setBegun} />
        <p className="detail">
          {t('begin.money.link')} <Link href="/add">{t('begin.money.toLink')}</Link>
        </p>
        <p className="detail">
          <Button look="quiet" onPress={onNext}>
            {t('begin.money.skip')}
          </Button>
        </p>
      </div>
    </div>
  );
};

/** The sum, the look at what it costs there, and the yes. */
const Sum = ({
  issuer,
  onBegun,
}: {
  readonly issuer: KnownService | undefined;
  readonly onBegun: (begun: RequestOutput<'withdraw.manual'>) => void;
}): ReactNode => {
  const { add, quote, withdraw, typed, write, trouble, look } = useLook(issuer?.url);
  const begin = async (wanted: RequestOutput<'withdraw.quote'>): Promise<void> => {
    const { exchange, amount, total } = wanted;
    const answer = await withdraw.send({ exchange, amount, shown: total });
    if (answer.ok) onBegun(answer.value);
  };
  const failures = [add, quote, withdraw].flatMap(({ answer }) => (answer?.ok === false ? [answer.error] : []));
  return (
    <>
      <form
        className="card form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void look();
        }}
      >
        <AmountField
          label={t('add.amount')}
          value={typed}
          onChange={write}
          trouble={trouble}
          {...(issuer?.currency === undefined ? {} : { suffix: issuer.currency })}
        />
        {failures.map((failure) => (
          <Failure key={failure.kind} failure={failure} />
        ))}
        <InnerExchange
          failure={add.answer?.ok === false ? add.answer.error : undefined}
          url={issuer?.url ?? ''}
          pending={add.pending}
          onAllow={(host) => void look(host)}
        />
        {quote.answer?.ok === true ? null : (
          <div className="actions">
            <Button look="primary" type="submit" pending={add.pending || quote.pending} disabled={issuer === undefined}>
              {t('begin.money.look')}
            </Button>
          </div>
        )}
      </form>
      {quote.answer?.ok === true ? (
        <Agreement
          quote={quote.answer.value}
          pending={withdraw.pending}
          action={(agrees) => t(agrees ? 'begin.money.agree' : 'begin.money.do')}
          onAgreed={() => void (quote.answer?.ok === true ? begin(quote.answer.value) : undefined)}
        />
      ) : null}
    </>
  );
};

/** Nobody is asked before its person presses for it. */
const useLook = (url: string | undefined) => {
  const add = useRequest('exchange.add');
  const quote = useRequest('withdraw.quote');
  const withdraw = useRequest('withdraw.manual');
  const [typed, setTyped] = useState(SUGGESTED_SUM);
  const [trouble, setTrouble] = useState<TypedTrouble>();
  const forget = (): void => {
    setTrouble(undefined);
    for (const each of [add, quote, withdraw]) each.reset();
  };
  const write = (text: string): void => {
    setTyped(text);
    forget();
  };
  /** `innerHost`: seen and allowed although its name leads into this house */
  const look = async (innerHost?: string): Promise<void> => {
    if (url === undefined || add.pending || quote.pending) return;
    forget();
    const added = await add.send({ url, ...(innerHost === undefined ? {} : { innerHost }) });
    if (!added.ok) return;
    const read = readTyped(typed, added.value.currency);
    setTrouble(read.ok ? undefined : read.error);
    if (read.ok) await quote.send({ exchange: added.value.baseUrl, amount: read.value });
  };
  return { add, quote, withdraw, typed, write, trouble, look };
};

/** What the transfer must say; it can be looked at again until the money came. */
const Begun = ({
  begun,
  onNext,
}: {
  readonly begun: RequestOutput<'withdraw.manual'>;
  readonly onNext: () => void;
}): ReactNode => (
  <>
    <TransferCard transfer={begun} />
    <p className="detail">{t('begin.money.again')}</p>
    <div className="actions">
      <Button look="primary" onPress={onNext}>
        {t('begin.next')}
      </Button>
    </div>
  </>
);
