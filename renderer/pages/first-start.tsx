// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Answer, AppStateView, RequestInput } from '../../shared/contract.ts';
import type { FailureView } from '../../shared/view.ts';
import { ask, useRequest } from '../bridge.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { Icon, Mark, type IconName } from '../parts/base/icons.tsx';
import { NameFields } from '../parts/frame/names.tsx';
import { KeptAside } from '../parts/frame/set-aside.tsx';
import { goOnWith } from '../parts/copies/kept-sheet.ts';
import { ProtectionForm } from '../parts/copies/protection-form.tsx';
import { SheetThenLock } from '../parts/copies/sheet-then-lock.tsx';
import { NOTHING_TYPED, type Typed } from '../parts/typing/typed.ts';

type Purpose = 'new' | 'restore' | 'regain' | 'import';
type Protection = RequestInput<'app.create'>['protection'];

const WAY_BACK: Readonly<Record<string, Purpose | undefined>> = { '/restore': 'restore', '/regain': 'regain' };

/** What is begun here, and the making of it. */
const useFirst = (app: AppStateView) => {
  const [here, go] = useLocation();
  // Files were set aside so that the money comes back: the way there was chosen with it.
  const [purpose, setPurpose] = useState<Purpose | undefined>(WAY_BACK[here]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureView>();
  const create = useRequest('app.create');
  const [names, setNames] = useState(app.suggestedNames);
  const playMoney = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    go('/begin');
    const made = await ask('app.create', { protection: { type: 'unprotected' }, begins: 'play' });
    const started = made.ok ? await ask('play.start', {}) : made;
    setBusy(false);
    if (!started.ok) setFailure(started.error);
  };

  const createWith = (protection: Protection): Promise<Answer<'app.create'>> => {
    go(purpose === undefined || purpose === 'new' ? '/begin' : `/${purpose}`);
    return create.send({
      protection,
      ...(purpose === undefined ? {} : { begins: purpose === 'new' ? 'real' : purpose }),
      ...(purpose === 'new' && names !== undefined ? { names } : {}),
    });
  };
  const lockRestored = async (typed: Typed, protection: Protection): Promise<boolean> => {
    // Held in this window alone: the page of the wallet that is made now goes on with it.
    goOnWith(typed);
    const { ok } = await createWith(protection);
    if (!ok) goOnWith(NOTHING_TYPED);
    return ok;
  };
  const back = (): void => {
    create.reset();
    setPurpose(undefined);
  };
  return {
    purpose,
    setPurpose,
    busy,
    names,
    setNames,
    pending: create.pending,
    forget: create.reset,
    failure: failure ?? (create.answer?.ok === false ? create.answer.error : undefined),
    playMoney,
    createWith,
    lockRestored,
    back,
  };
};

/** The first screen ever seen: play money, a new wallet, or an old one from its sheet or from escrow. */
export const FirstStartPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const { purpose, setPurpose, busy, names, setNames, pending, forget, failure, ...first } = useFirst(app);
  const { playMoney, createWith, lockRestored, back } = first;
  useEffect(() => {
    document.title = 'Holdfast';
  }, []);
  return (
    <main className="alone">
      <div className="hero">
        <Mark />
        <h1>{t('first.title')}</h1>
        <p className="lead">{t('first.lead')}</p>
      </div>
      <KeptAside app={app} />
      {purpose === undefined ? (
        <Ways busy={busy} onPlay={() => void playMoney()} onChoose={setPurpose} />
      ) : purpose === 'restore' ? (
        <SheetFirst
          app={app}
          pending={pending}
          onTouched={forget}
          onLock={lockRestored}
          onBack={back}
          onImport={() => setPurpose('import')}
        />
      ) : (
        <ProtectionForm
          title={t(purpose === 'import' ? 'import.link' : `first.${purpose}.title`)}
          keychainAvailable={app.keychainAvailable}
          pending={pending}
          action={t(purpose === 'new' ? 'protection.do' : 'protection.next')}
          onCreate={(protection) => void createWith(protection)}
          onBack={back}
        >
          {/* A wallet that is brought back has its name already. */}
          {purpose === 'new' && names !== undefined ? <NameFields names={names} onChange={setNames} /> : null}
        </ProtectionForm>
      )}
      <Failure failure={failure} />
      <p className="fine">{t('first.where', { directory: app.dataDirectory, version: app.version })}</p>
    </main>
  );
};

/** A restore begins with the sheet: who has none that can be read makes no wallet and no lock. */
const SheetFirst = ({
  app,
  onImport,
  ...rest
}: Pick<Parameters<typeof SheetThenLock>[0], 'pending' | 'onTouched' | 'onLock' | 'onBack'> & {
  readonly app: AppStateView;
  readonly onImport: () => void;
}): ReactNode => (
  <SheetThenLock
    words={{
      title: t('first.restore.title'),
      lead: t('first.restore.sheet'),
      help: t('restore.text.help'),
      next: t('protection.next'),
      lock: t('first.restore.lock'),
      action: t('restore.do'),
    }}
    asksLines
    keychainAvailable={app.keychainAvailable}
    {...rest}
  >
    <p>
      <Button look="quiet" onPress={onImport}>
        {t('import.link')}
      </Button>
    </p>
  </SheetThenLock>
);

/** The four ways to begin. */
const Ways = ({
  busy,
  onPlay,
  onChoose,
}: {
  readonly busy: boolean;
  readonly onPlay: () => void;
  readonly onChoose: (purpose: Purpose) => void;
}): ReactNode => (
  <div className="ways">
    <Way id="way-new" icon="plus" title={t('first.new.title')} words={t('first.new.words')}>
      <Button look="primary" disabled={busy} onPress={() => onChoose('new')}>
        {t('first.new.do')}
      </Button>
    </Way>
    <Way id="way-restore" icon="restore" title={t('first.restore.title')} words={t('first.restore.words')}>
      <Button disabled={busy} onPress={() => onChoose('restore')}>
        {t('first.restore.do')}
      </Button>
    </Way>
    <Way id="way-regain" icon="shield-anchor" title={t('first.regain.title')} words={t('first.regain.words')}>
      <Button disabled={busy} onPress={() => onChoose('regain')}>
        {t('first.regain.do')}
      </Button>
    </Way>
    <section className="way" data-look="play" aria-labelledby="way-play">
      <h2 id="way-play">{t('first.play.title')}</h2>
      <p>{t('first.play.words')}</p>
      <Button pending={busy} onPress={onPlay}>
        {t('first.play.do')}
      </Button>
    </section>
  </div>
);

const Way = ({
  id,
  icon,
  title,
  words,
  children,
}: {
  readonly id: string;
  readonly icon: IconName;
  readonly title: Spoken;
  readonly words: Spoken;
  readonly children: ReactNode;
}): ReactNode => (
  <section className="way" aria-labelledby={id}>
    <h2 id={id}>
      <Icon name={icon} />
      {title}
    </h2>
    <p>{words}</p>
    {children}
  </section>
);
