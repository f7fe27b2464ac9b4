// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { TermsView } from '../../../shared/view-begin.ts';
import type { FailureView } from '../../../shared/view.ts';
import { ask, useRequest } from '../../bridge.ts';
import { address, shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import './terms.css';

/** What an issuer's terms are: `undefined` until it has answered, `null` where it has none. */
type Looked =
  | { readonly terms: TermsView | null | undefined; readonly failure?: undefined }
  | { readonly terms?: undefined; readonly failure: FailureView };

/** Asks an issuer once for its terms, in the language of the person; nothing without an issuer. */
export const useTerms = (exchange: string | undefined): Looked => {
  const [found, setFound] = useState<{ readonly of: string; readonly looked: Looked }>();
  useEffect(() => {
    if (exchange === undefined) return undefined;
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await ask('terms.look', { exchange, language: shown().locale });
      const looked: Looked = answer.ok ? { terms: answer.value.terms } : { failure: answer.error };
      if (isWanted) setFound({ of: exchange, looked });
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [exchange]);
  return found === undefined || found.of !== exchange ? { terms: undefined } : found.looked;
};

/** The terms themselves, as text and nothing else: whoever wrote them is a stranger. */
export const TermsText = ({ terms }: { readonly terms: TermsView }): ReactNode => {
  const { foreign } = shown();
  if (terms.form === 'elsewhere')
    return (
      <p>
        {t('terms.elsewhere')}{' '}
        <CopyText text={`${terms.exchange}terms`} what={t('peer.address')}>
          {address(`${terms.exchange}terms`)}
        </CopyText>
      </p>
    );
  return (
    <div
      className="terms-text"
      role="region"
      aria-label={t('terms.of', { host: terms.host })}
      tabIndex={0}
      {...(terms.language === undefined ? {} : { lang: terms.language })}
    >
      {foreign.page(terms.text)}
    </div>
  );
};

/** Shows the terms where something was refused for want of a yes to them, keeps the yes, and lets it go on; nothing where it was not. */
export const termsFirst = (
  failure: FailureView | undefined,
  pending: boolean,
  onAgreed: () => void,
): ReactElement | undefined =>
  failure?.kind === 'terms-unaccepted' ? (
    <TermsCard key={failure.facts.exchange} failure={failure} pending={pending} onAgreed={onAgreed} />
  ) : undefined;

const TermsCard = ({
  failure,
  pending,
  onAgreed,
}: {
  readonly failure: Extract<FailureView, { kind: 'terms-unaccepted' }>;
  readonly pending: boolean;
  readonly onAgreed: () => void;
}): ReactNode => {
  const { exchange, host, why } = failure.facts;
  const { terms, failure: silent } = useTerms(exchange);
  const accept = useRequest('terms.accept');
  // It answers a press of a button above it, and is longer than that.
  const place = useIntoView<HTMLDivElement>(terms !== undefined);
  const agree = async (version: string): Promise<void> => {
    const kept = await accept.send({ exchange, version });
    if (kept.ok) onAgreed();
  };
  return (
    <div ref={place}>
      <Notice tone="warn" live>
        <p>{t(`terms.first.${why}`, { host })}</p>
        {terms === undefined && silent === undefined ? <p role="status">{t('terms.fetching')}</p> : null}
        <Failure failure={silent} />
        {terms === undefined || terms === null ? null : <TermsText terms={terms} />}
        {terms === null ? (
          <div className="actions">
            <Button pending={pending} onPress={onAgreed}>
              {t('terms.goOn')}
            </Button>
          </div>
        ) : terms === undefined ? null : (
          <div className="actions">
            <Button look="primary" pending={pending || accept.pending} onPress={() => void agree(terms.version)}>
              {t('terms.agree')}
            </Button>
          </div>
        )}
        {accept.answer?.ok === false ? <Failure failure={accept.answer.error} /> : null}
      </Notice>
    </div>
  );
};
