// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import type { OverviewView } from '../../shared/view-overview.ts';
import { ask, useAnswer } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { Waiting } from '../parts/base/layout.tsx';
import { Arriving } from '../parts/begin/arriving.tsx';
import { Finished } from '../parts/begin/finished.tsx';
import { BeginFrame } from '../parts/begin/frame.tsx';
import { FirstPaper } from '../parts/begin/paper.tsx';
import { FirstPlaces } from '../parts/begin/places.tsx';
import { PlaySum } from '../parts/begin/play-sum.tsx';
import { RealSum } from '../parts/begin/real-sum.tsx';
import { stepOf, type BeginStep } from '../parts/begin/step.ts';

/** From a new wallet to one that was tested: money, places, paper. Which of them is next the wallet itself tells. */
export const BeginPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const overview = useAnswer('wallet.overview', {});
  if (overview === undefined) return <Waiting />;
  return overview.ok ? <Screens app={app} overview={overview.value} /> : <Failure failure={overview.error} />;
};

const Screens = ({ app, overview }: { readonly app: AppStateView; readonly overview: OverviewView }): ReactNode => {
  const [, go] = useLocation();
  // What the person is looking at stays until they go on, whatever the wallet has come to meanwhile.
  const [step, setStep] = useState<BeginStep>(() => stepOf(overview));
  const [isLeft, setLeft] = useState(false);
  const leave = async (): Promise<void> => {
    setLeft(true);
    await ask('setUp.end', {});
    go('/');
  };
  if (isLeft) return <Waiting />;
  const later = { onLater: () => void leave() };
  switch (step) {
    case 'money':
      return (
        <BeginFrame
          at={2}
          title={t(app.playMoney ? 'begin.play.title' : 'begin.money.title')}
          lead={t(app.playMoney ? 'begin.play.lead' : 'begin.money.lead')}
          {...later}
        >
          {app.playMoney ? <PlaySum onBegun={() => setStep('places')} /> : <RealSum onNext={() => setStep('places')} />}
        </BeginFrame>
      );
    case 'places':
      return (
        <BeginFrame
          at={3}
          title={t('begin.places.title')}
          lead={t('begin.places.lead')}
          onBack={() => setStep('money')}
          {...later}
        >
          <Arriving overview={overview} />
          <FirstPlaces app={app} overview={overview} onNext={() => setStep('paper')} />
        </BeginFrame>
      );
    case 'paper':
      return (
        <BeginFrame
          at={4}
          title={t('begin.paper.title')}
          lead={t('begin.paper.lead')}
          onBack={() => setStep('places')}
          {...later}
        >
          <Arriving overview={overview} />
          {overview.backup.providersTotal === 0 ? (
            <NoPlaceYet onBack={() => setStep('places')} />
          ) : (
            <FirstPaper app={app} onDone={() => setStep('done')} />
          )}
        </BeginFrame>
      );
    case 'done':
      return <Finished status={overview.backup} onDone={() => void leave()} />;
  }
};

/** Without a place there is no secret yet that a page could have. */
const NoPlaceYet = ({ onBack }: { readonly onBack: () => void }): ReactNode => (
  <div className="card form">
    <p>{t('sheet.uninitialized')}</p>
    <div className="actions">
      <Button look="primary" onPress={onBack}>
        {t('begin.paper.toPlaces')}
      </Button>
    </div>
  </div>
);

/** Leads a wallet whose first screens are not done with back to them, or to what was to come back, once for each opening of it. */
export const useBeginAgain = (app: AppStateView): void => {
  const [here, go] = useLocation();
  useEffect(() => {
    const unfinished = app.settingUp === undefined ? app.bringingBack : 'begin';
    if (unfinished !== undefined && here === '/') go(`/${unfinished}`, { replace: true });
    // Only when it was opened: whoever goes to the overview afterwards wants to be there.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
};
