// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { RequestInput } from '../../../shared/contract.ts';
import type { ProviderOfferView } from '../../../shared/view-backup.ts';
import { ask, useRequest } from '../../bridge.ts';
import { isKindOf } from '../../../shared/words/words.ts';
import { readName, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { useIntoView } from '../base/into-view.ts';
import { Facts, Section } from '../base/layout.tsx';
import { WhomLine } from '../base/agree-parts.tsx';
import { placeWhom } from './place-whom.ts';
import { PlayProviders, priceOf } from './play-providers.tsx';
import { SameDisk } from './same-disk.tsx';
import { AnswerFields, isAnswered, type Answers } from './answers.tsx';
import { isZeroText } from '../base/money.tsx';
import { AmountField } from '../base/amount-field.tsx';
import { readTyped, typedText, type TypedTrouble } from '../base/typed-sum.ts';

const MEBIBYTE = 1024 * 1024;

/** Adding a provider in two steps: look what it offers, then agree to a fee and a cap, or not. */
export const AddProvider = ({
  playMoney,
  taken,
}: {
  readonly playMoney: boolean;
  readonly taken: readonly string[];
}): ReactNode => {
  const { inspect, add, target, write, offer, look, agree } = useAdding();
  useGivenLink('place', look);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(target.trim());
  };
  const pickFolder = async (): Promise<void> => {
    const directory = await chosenFolder();
    if (directory !== undefined) look(directory);
  };

  return (
    <Section title={t('addProvider.title')}>
      <div className="card form">
        {playMoney ? <PlayProviders taken={taken} pending={inspect.pending} onPick={look} /> : null}
        <form onSubmit={submit}>
          <div className="inline">
            <Field
              label={t('addProvider.target')}
              long
              value={target}
              onChange={write}
              help={t('addProvider.help')}
              disabled={add.pending}
            />
            <Button type="submit" pending={inspect.pending} disabled={add.pending}>
              {t('addProvider.look')}
            </Button>
            <Button icon="folder" disabled={inspect.pending || add.pending} onPress={() => void pickFolder()}>
              {t('addProvider.folder')}
            </Button>
          </div>
        </form>
        {inspect.pending ? <Looking onEnd={inspect.reset} /> : null}
        {inspect.answer?.ok === false ? <Failure failure={inspect.answer.error} /> : null}
        {offer === undefined ? null : (
          <Consent
            key={offer.id}
            offer={offer}
            target={target}
            pending={add.pending}
            onAgree={(consent) => void agree(consent)}
            onCancel={inspect.reset}
          />
        )}
        {add.answer?.ok === false ? <Failure failure={add.answer.error} /> : null}
        {add.answer?.ok === true ? (
          <Notice tone="good" live>
            <p>
              {t(add.answer.value.verifiedAt === undefined ? 'addProvider.added' : 'addProvider.addedVerified', {
                name: add.answer.value.name,
              })}
            </p>
          </Notice>
        ) : null}
      </div>
    </Section>
  );
};

/** A place that takes its time is not waited for longer than its person wants. */
const Looking = ({ onEnd }: { readonly onEnd: () => void }): ReactNode => (
  <div className="actions" role="status">
    <span className="detail">{t('placeRow.price.asking')}</span>
    <Button look="quiet" onPress={onEnd}>
      {t('placeTest.stop')}
    </Button>
  </div>
);

/** The folder that its person has chosen in the system's dialog. */
const chosenFolder = async (at?: string): Promise<string | undefined> => {
  const answer = await ask('provider.chooseFolder', at === undefined ? {} : { at });
  return answer.ok ? (answer.value.directory ?? undefined) : undefined;
};

/** What is looked at, what was found there, and the adding of it. */
const useAdding = () => {
  const inspect = useRequest('provider.inspect');
  const add = useRequest('provider.add');
  const [target, setTarget] = useState('');
  const [called, setCalled] = useState<string>();
  const found = inspect.answer?.ok === true ? inspect.answer.value : undefined;
  // The list it was picked from knows its name; a provider itself only says its address.
  const offer = found && { ...found, suggestedName: called ?? found.suggestedName, itsName: found.suggestedName };

  const look = (where: string, name?: string): void => {
    if (where === '' || inspect.pending) return;
    setCalled(name);
    add.reset();
    setTarget(where);
    void inspectOrChoose(where);
  };
  /** A folder that was typed is confirmed in the system's dialog, which opens there. */
  const inspectOrChoose = async (where: string): Promise<void> => {
    const answer = await inspect.send({ target: where });
    if (answer.ok || answer.error.kind !== 'folder-not-chosen') return;
    const directory = await chosenFolder(where);
    if (directory === undefined) return;
    setTarget(directory);
    void inspect.send({ target: directory });
  };
  const agree = async (consent: RequestInput<'provider.add'>): Promise<void> => {
    const answer = await add.send(consent);
    if (!answer.ok) return;
    inspect.reset();
    setTarget('');
  };
  /** What was said of another address is not said of this one. */
  const write = (typed: string): void => {
    setTarget(typed);
    inspect.reset();
    add.reset();
  };
  return { inspect, add, target, write, offer, look, agree };
};

/** What was found, with what it calls itself, beside the name that the list it was picked from has for it. */
type Offer = ProviderOfferView & { readonly itsName: string };

/** What the provider asks, and the person's answer: a name, and the most a year may cost, all in all. */
const Consent = ({
  offer,
  target,
  pending,
  onAgree,
  onCancel,
}: {
  readonly offer: Offer;
  readonly target: string;
  readonly pending: boolean;
  readonly onAgree: (consent: RequestInput<'provider.add'>) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const suggested = readName(offer.suggestedName, offer.id);
  const { paid, currency, name, setName, cap, setCap, trouble, answers, setAnswers, answered, agree } = useConsent(
    offer,
    target,
    pending,
    onAgree,
  );
  return (
    <form
      className="agree consent"
      ref={useIntoView<HTMLFormElement>()}
      onSubmit={agree}
      aria-label={t('consent.title', { name: suggested })}
    >
      <WhomLine whom={placeWhom(kindText(offer.kind), offer.itsName, [offer.id, target])} />
      <OfferFacts offer={offer} />
      <SameDisk offer={offer} />
      <div className="inline">
        <Field label={t('consent.name')} value={name} onChange={setName} maxLength={120} />
        {paid ? (
          <AmountField
            label={t('consent.cap')}
            value={cap}
            onChange={setCap}
            trouble={trouble}
            {...(currency === undefined ? {} : { suffix: currency })}
          />
        ) : null}
      </div>
      {offer.fields.length === 0 ? null : (
        <>
          <AnswerFields fields={offer.fields} answers={answers} onChange={setAnswers} disabled={pending} />
          <p className="detail">{t('consent.wordsAnswers')}</p>
        </>
      )}
      <p className="detail">
        {t(paid ? 'consent.wordsPaid' : offer.keepsOlder ? 'consent.wordsKept' : 'consent.wordsFree')}
      </p>
      <div className="actions">
        <Button onPress={onCancel} disabled={pending}>
          {t('consent.cancel')}
        </Button>
        <Button look="primary" type="submit" pending={pending} disabled={!answered}>
          {paid ? t('consent.doPaid', { sum: offer.annualTotal ?? offer.annualFee ?? '' }) : t('consent.do')}
        </Button>
      </div>
    </form>
  );
};

/** The person's answer while it is being typed, and the reading of it. */
const useConsent = (
  offer: ProviderOfferView,
  target: string,
  pending: boolean,
  onAgree: (consent: RequestInput<'provider.add'>) => void,
) => {
  const fee = offer.annualFee;
  const currency = fee?.split(':')[0];
  const paid = fee !== undefined && !isZeroText(fee);
  const suggested = readName(offer.suggestedName, offer.id);
  const [typed, setName] = useState<string>();
  const name = typed ?? suggested;
  // What is kept of a suggestion is the name itself, not how it is read here.
  const kept = name === suggested ? offer.suggestedName : name.trim();
  const [cap, setCapText] = useState(paid ? typedText(offer.annualTotal ?? fee) : '');
  const [trouble, setTrouble] = useState<TypedTrouble>();
  const [answers, setAnswers] = useState<Answers>({});
  const setCap = (text: string): void => {
    setCapText(text);
    setTrouble(undefined);
  };
  const answered = isAnswered(offer.fields, answers);

  const agree = (event: FormEvent): void => {
    event.preventDefault();
    if (pending || !answered) return;
    const base = {
      target,
      ...(kept === '' ? {} : { name: kept }),
      ...(offer.fields.length === 0 ? {} : { answers }),
    };
    if (!paid || currency === undefined) {
      onAgree(fee === undefined ? base : { ...base, maxFee: fee });
      return;
    }
    const read = readTyped(cap, currency);
    setTrouble(read.ok ? undefined : read.error);
    if (read.ok) onAgree({ ...base, maxFee: read.value });
  };
  return { paid, currency, name, setName, cap, setCap, trouble, answers, setAnswers, answered, agree };
};

const OfferFacts = ({ offer }: { readonly offer: ProviderOfferView }): ReactNode => (
  <Facts
    look="receipt"
    facts={[
      !offer.takesFee ? null : [t('provider.fee'), priceOf(offer)],
      offer.storageLimitMb === undefined
        ? null
        : [t('consent.limit'), t('consent.size', { size: offer.storageLimitMb * MEBIBYTE })],
      offer.liability === undefined
        ? null
        : [
            t('consent.liability'),
            isZeroText(offer.liability)
              ? t('consent.noLiability')
              : t('consent.liabilityUpTo', { sum: offer.liability }),
          ],
    ]}
  />
);

/** What a kind of provider is called; a kind without words of its own is a newer version's. */
const kindText = (kind: string): Spoken =>
  t(isKindOf('providerKind', kind) ? `providerKind.${kind}` : 'providerKind.unknown');
