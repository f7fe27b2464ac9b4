// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import { waysOut, type WayOut } from '../../shared/rescue.ts';
import type { FailureView } from '../../shared/view.ts';
import { useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { Mark, type IconName } from '../parts/base/icons.tsx';
import { UnlockBySheet } from '../parts/copies/unlock-by-sheet.tsx';
import { Report } from '../parts/frame/report.tsx';
import { SetAside } from '../parts/frame/set-aside.tsx';
import '../parts/frame/rescue.css';

const ICON: Readonly<Record<WayOut, IconName>> = {
  'unlock-by-sheet': 'lock',
  restore: 'restore',
  regain: 'shield-anchor',
  'try-again': 'turning',
  elsewhere: 'folder',
  'usual-place': 'folder',
  'set-aside': 'folder',
};

/** The wallet does not open: what happened, whether money is at risk, and every way on, the best one first. */
export const RescuePage = ({
  app,
  trouble,
}: {
  readonly app: AppStateView;
  readonly trouble: FailureView;
}): ReactNode => {
  const [bySheet, setBySheet] = useState(false);
  const [aside, setAside] = useState<'restore' | 'regain' | 'set-aside'>();
  const [, go] = useLocation();
  const tryAgain = useRequest('app.tryAgain');
  const elsewhere = useRequest('app.elsewhere');
  const usual = useRequest('app.usualPlace');
  const title = t('app.cannotOpen');
  useEffect(() => {
    document.title = `${title} · Holdfast`;
  }, [title]);
  const busy = tryAgain.pending || elsewhere.pending || usual.pending;
  const take: Readonly<Record<WayOut, () => void>> = {
    'unlock-by-sheet': () => setBySheet(true),
    restore: () => setAside('restore'),
    regain: () => setAside('regain'),
    'try-again': () => void tryAgain.send({}),
    elsewhere: () => void elsewhere.send({}),
    'usual-place': () => void usual.send({}),
    'set-aside': () => setAside('set-aside'),
  };
  const pending: Readonly<Partial<Record<WayOut, boolean>>> = {
    'try-again': tryAgain.pending,
    elsewhere: elsewhere.pending,
    'usual-place': usual.pending,
  };
  // The trouble itself stands above already, also after another look at it.
  const refusal = [elsewhere.answer, usual.answer].find((answer) => answer?.ok === false);
  const [first, ...others] = waysOut(trouble, {
    opensBySheet: app.opensBySheet === true,
    chosenPlace: app.chosenPlace === true,
  });
  const way = (name: WayOut, isFirst: boolean): ReactNode => (
    <Way key={name} name={name} isFirst={isFirst} pending={pending[name] === true} busy={busy} onTake={take[name]} />
  );
  return (
    <main className="alone rescue">
      <div className="hero">
        <Mark />
        <h1>{title}</h1>
      </div>
      <Failure failure={trouble} />
      {bySheet ? (
        <UnlockBySheet keychainAvailable={app.keychainAvailable} onBack={() => setBySheet(false)} />
      ) : (
        <section className="ways" aria-label={t('rescue.ways')}>
          <p className="fine">{t('rescue.lead')}</p>
          {way(first, true)}
          {others.map((name) => way(name, false))}
          <Report />
        </section>
      )}
      {refusal?.ok === false ? <Failure failure={refusal.error} /> : null}
      {aside === undefined ? null : (
        <SetAside
          directory={app.dataDirectory}
          toRestore={aside !== 'set-aside'}
          onDone={() => go(aside === 'set-aside' ? '/' : `/${aside}`)}
          onCancel={() => setAside(undefined)}
        />
      )}
    </main>
  );
};

const Way = ({
  name,
  isFirst,
  pending,
  busy,
  onTake,
}: {
  readonly name: WayOut;
  readonly isFirst: boolean;
  readonly pending: boolean;
  readonly busy: boolean;
  readonly onTake: () => void;
}): ReactNode => (
  <section className="way" data-look={isFirst ? 'first' : 'row'} aria-labelledby={`way-${name}`}>
    <div>
      <h2 id={`way-${name}`}>{t(`way.${name}.title`)}</h2>
      <p>{t(`way.${name}.words`)}</p>
    </div>
    <Button
      icon={ICON[name]}
      look={isFirst ? 'primary' : 'plain'}
      pending={pending}
      disabled={busy && !pending}
      onPress={onTake}
    >
      {t(`way.${name}.do`)}
    </Button>
  </section>
);
