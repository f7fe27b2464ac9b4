// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { AppStateView } from '../shared/contract.ts';
import type { EmptyReceiptView } from '../shared/view-devices.ts';
import { localeOf } from '../shared/words/words.ts';
import { useAnswer } from './bridge.ts';
import { canSpeak, speak, t, useSpoken, writeCurrencies } from './words.ts';
import { BeginPage, useBeginAgain } from './pages/begin.tsx';
import { EmptiedPage } from './pages/emptied.tsx';
import { FirstStartPage } from './pages/first-start.tsx';
import { LockedPage } from './pages/locked.tsx';
import { RescuePage } from './pages/rescue.tsx';
import { OpenPage } from './routes.tsx';
import { writeIssuers } from './parts/base/issuer.ts';
import { Mark } from './parts/base/icons.tsx';
import { CannotShow } from './parts/frame/cannot-show.tsx';
import { Door } from './parts/frame/door.tsx';
import { Sidebar } from './parts/frame/sidebar.tsx';
import { PlayMissing } from './parts/frame/play-missing.tsx';
import { LinkArrived } from './parts/frame/link-arrived.tsx';
import { Ended, Offline } from './parts/frame/notices.tsx';
import { Standing } from './parts/frame/standing.tsx';

/** The whole window, in the language that is spoken; another one draws everything anew, and what was typed stays. */
export const App = (): ReactNode => (
  <I18nProvider locale={useSpoken()}>
    <Stages />
  </I18nProvider>
);

/** Which of the three stages it is, and in an open wallet which page. */
const Stages = (): ReactNode => {
  const state = useAnswer('app.state', {});
  // Here and not on a page: when it comes, the wallet and its pages are gone.
  const isMannered = useMannersOf(state?.ok === true ? state.value : undefined);
  const [receipt, setReceipt] = useState<EmptyReceiptView>();
  const [, go] = useLocation();
  if (receipt !== undefined)
    return (
      <EmptiedPage
        receipt={receipt}
        onDone={() => {
          go('/');
          setReceipt(undefined);
        }}
      />
    );
  if (state === undefined || !isMannered)
    return (
      <p className="waiting" role="status">
        {t('app.opening')}
      </p>
    );
  if (!state.ok) {
    return (
      <main className="alone rescue">
        <div className="hero">
          <Mark />
          <h1>{t('app.cannotOpen')}</h1>
        </div>
        <CannotShow what="wallet" failure={state.error} />
      </main>
    );
  }
  switch (state.value.stage) {
    case 'first-start':
      return <FirstStartPage app={state.value} />;
    case 'locked':
      return state.value.trouble === undefined ? (
        <LockedPage app={state.value} />
      ) : (
        <RescuePage app={state.value} trouble={state.value.trouble} />
      );
    case 'open':
      return <OpenWallet app={state.value} onErased={setReceipt} />;
  }
};

/**
 * Speaks and looks as the wallet says once it has answered: the chosen language and contrast, or the system's. False until the first
 * language is learnt, lest a page is drawn in two; another one later is learnt while the page stands.
 */
const useMannersOf = (app: AppStateView | undefined): boolean => {
  const locale = app === undefined ? undefined : localeOf(app.language, app.systemLocale);
  const [hasSpoken, setHasSpoken] = useState(false);
  useEffect(() => {
    if (locale !== undefined) void speak(locale).then(() => setHasSpoken(true));
  }, [locale]);
  const contrast = app?.contrast === true;
  useEffect(() => {
    if (app !== undefined) document.documentElement.toggleAttribute('data-contrast', contrast);
  }, [app, contrast]);
  return hasSpoken || locale === undefined || canSpeak(locale);
};

const OpenWallet = ({
  app,
  onErased,
}: {
  readonly app: AppStateView;
  readonly onErased: (receipt: EmptyReceiptView) => void;
}): ReactNode => {
  const [here] = useLocation();
  useBeginAgain(app);
  useIssuers(app.playMoney);
  return here === '/begin' ? <BeginWallet app={app} /> : <WalletFrame app={app} onErased={onErased} />;
};

/** Sums look as the issuers say that this wallet knows, and issuers are called by what they issue. */
const useIssuers = (plays: boolean): void => {
  const issuers = useAnswer('exchange.list', {});
  const known = issuers?.ok === true ? issuers.value : undefined;
  // Before the pages are drawn, which ask it.
  writeIssuers(known?.exchanges ?? [], plays);
  useEffect(() => {
    if (known !== undefined) writeCurrencies(known.exchanges, known.strange);
  }, [known]);
};

/** The first screens stand alone: what else there is comes after them. */
const BeginWallet = ({ app }: { readonly app: AppStateView }): ReactNode => (
  <main id="main" className="begin" tabIndex={-1}>
    <LinkArrived />
    <Ended app={app} />
    <Offline app={app} />
    <PlayMissing app={app} />
    <BeginPage app={app} />
  </main>
);

const WalletFrame = ({
  app,
  onErased,
}: {
  readonly app: AppStateView;
  readonly onErased: (receipt: EmptyReceiptView) => void;
}): ReactNode => (
  <div className="frame">
    <a className="skip" href="#main" onClick={focusMain}>
      {t('app.skip')}
    </a>
    <Sidebar app={app} />
    <div className="frame-main">
      <Door />
      <main id="main" className="page" tabIndex={-1}>
        <LinkArrived />
        <Ended app={app} />
        <Standing />
        <OpenPage app={app} onErased={onErased} />
      </main>
      <Offline app={app} />
    </div>
  </div>
);

/** The address after `#` is the page, so the skip link moves the focus itself. */
const focusMain = (event: { preventDefault: () => void }): void => {
  event.preventDefault();
  document.getElementById('main')?.focus();
};
