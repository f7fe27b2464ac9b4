// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import { inFours, readTransfer } from '../../../shared/transfer.ts';
import { amountToText, parseAmount } from '../../../shared/amount.ts';
import type { Answer } from '../../../shared/contract.ts';
import type { TransferView, TransferWay } from '../../../shared/view-bank.ts';
import { apart } from '../../../shared/words/party.ts';
import { joined, type Spoken } from '../../../shared/words/spoken.ts';
import { ask } from '../../bridge.ts';
import { row, shown, t } from '../../words.ts';
import { Failure, Notice } from '../base/failure.tsx';
import { Facts } from '../base/layout.tsx';
import { Money, moneyText } from '../base/money.tsx';
import { Select } from '../base/select.tsx';
import { Abort } from './abort.tsx';
import { TransferCodes, TransferParts } from './transfer-parts.tsx';
import './transfer.css';

/** What has to be said of an account before anybody sends there. */
const WayNotes = ({ way, bad }: { readonly way: TransferWay; readonly bad: boolean }): ReactNode => (
  <>
    {bad ? (
      <Notice tone="bad" live>
        <p>{t('transfer.reference.wrong')}</p>
      </Notice>
    ) : null}
    {(way.only ?? []).map((said) => (
      <Notice key={said} tone="warn">
        <p>{said === '' ? t('transfer.onlySome') : t('transfer.only', { said })}</p>
      </Notice>
    ))}
  </>
);

/** What its bank takes for a sum in other money, asked once for each account. */
const useConversion = (id: string, payto: string, converts: boolean): Answer<'withdraw.convert'> | undefined => {
  const [found, setFound] = useState<{ readonly of: string; readonly answer: Answer<'withdraw.convert'> }>();
  const of = `${id} ${payto}`;
  useEffect(() => {
    if (!converts) return undefined;
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await ask('withdraw.convert', { id, payto });
      if (isWanted) setFound({ of: `${id} ${payto}`, answer });
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [id, payto, converts]);
  return found?.of === of ? found.answer : undefined;
};

/** The accounts of one transfer, where there is a choice. */
const Ways = ({
  ways,
  at,
  onPick,
}: {
  readonly ways: readonly TransferWay[];
  readonly at: string;
  readonly onPick: (payto: string) => void;
}): ReactNode =>
  ways.length < 2 ? null : (
    <Select
      label={t('transfer.way')}
      value={at}
      options={ways.map((way) => [way.payto, nameOf(way)] as const)}
      onChange={onPick}
    />
  );

const nameOf = ({ payto, label, converts }: TransferWay): Spoken => {
  const { iban, account } = readTransfer(payto);
  const number = row(iban === undefined ? account : inFours(iban));
  return joined(
    [
      ...(label === undefined ? [] : [apart(shown(), shown().foreign.name(label))]),
      apart(shown(), number),
      ...(converts === true ? [t('transfer.otherCurrency')] : []),
    ],
    ' · ',
  );
};

/**
 * What a bank transfer must say, part by part, each to be copied as a bank's form takes it, and as a picture for banking apps; to whichever
 * of its issuer's accounts it goes. It says what has become of the transfer, and can be ended while it is awaited.
 */
export const TransferCard = ({ transfer }: { readonly transfer: TransferView }): ReactNode => {
  // By its account and not by its place on the list, which may change while it is shown.
  const [chosen, pick] = useState<string>();
  const way = transfer.ways.find(({ payto }) => payto === chosen) ?? transfer.ways[0] ?? { payto: transfer.payto };
  const conversion = useConversion(transfer.id, way.payto, way.converts === true);
  const converted = conversion?.ok === true ? parseAmount(conversion.value.sum) : undefined;
  const read = readTransfer(way.payto);
  const parts = converted?.ok === true ? { ...read, amount: converted.value } : read;
  return (
    <div className="card form transfer">
      <Notice tone="plain" live>
        <p>{t('add.transfer.words')}</p>
      </Notice>
      <Ways ways={transfer.ways} at={way.payto} onPick={pick} />
      <WayNotes way={way} bad={parts.badReference === true} />
      <Failure failure={conversion?.ok === false ? conversion.error : undefined} />
      {converted?.ok === true ? <p>{t('transfer.about', { sum: converted.value })}</p> : null}
      <div className="transfer-parts">
        <div className="transfer-facts">
          <TransferParts
            parts={parts}
            payto={parts.badReference === true || way.converts === true ? undefined : way.payto}
          />
          <Facts
            look="receipt"
            facts={[
              [t('pay.fees'), <Money key="fees" text={transfer.fees} />],
              [
                t('receive.push.total'),
                <strong key="total">
                  <Money text={transfer.total} />
                </strong>,
              ],
            ]}
          />
        </div>
        <TransferCodes parts={parts} sum={parts.amount === undefined ? transfer.amount : amountToText(parts.amount)} />
      </div>
      {transfer.keptDays === undefined ? null : (
        <p className="detail">{t('transfer.kept', { days: transfer.keptDays })}</p>
      )}
      <div className="actions">
        <Abort
          id={transfer.id}
          what="withdrawal"
          name={joined([t('pending.type.withdrawal'), moneyText(transfer.amount)], ', ')}
        />
      </div>
    </div>
  );
};
