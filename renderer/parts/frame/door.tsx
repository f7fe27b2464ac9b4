// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState, type ClipboardEvent, type FormEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { recognise } from '../../../shared/reading/door.ts';
import { LONGEST_LINK } from '../../../shared/links.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { giveLink, pageOf, type GivenFor } from '../base/given-link.ts';
import { Icon } from '../base/icons.tsx';
import { CameraView } from '../reading/camera-view.tsx';
import { DoorAnswer, type Said } from './door-answer.tsx';
import { useDoorWays } from './door-ways.ts';
import { isFree } from './free.ts';
import { ended, isAnything, KINDS, useTaking } from './read-file.ts';
import './door.css';

/** One field that takes anything: it says what it recognised, and opens the page that reads it. */
export const Door = (): ReactNode => {
  const { typed, setTyped, said, take, look, show, close, open } = useDoor();
  const field = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const isOver = useDoorWays(take, () => field.current?.focus(), close);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(typed);
  };
  /** What is pasted is looked at whole: the field would cut it. */
  const paste = (event: ClipboardEvent): void => {
    const file = event.clipboardData.files[0];
    const text = event.clipboardData.getData('text/plain');
    if (file === undefined && (typed !== '' || text === '')) return;
    event.preventDefault();
    take(file === undefined ? { text } : { file });
  };
  return (
    <search className="door" data-over={isOver}>
      <form className="door-line" onSubmit={submit}>
        <Icon name="scan" />
        <input
          ref={field}
          aria-label={t('door.label')}
          placeholder={t(isOver ? 'door.drop' : 'door.placeholder')}
          value={typed}
          maxLength={LONGEST_LINK}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onPaste={paste}
        />
        {typed === '' ? (
          <kbd aria-hidden="true">{navigator.platform.startsWith('Mac') ? '⌘ V' : t('door.keys')}</kbd>
        ) : (
          <Button type="submit" look="quiet">
            {t('door.do')}
          </Button>
        )}
        <Button look="quiet" icon="picture" label={t('door.file')} onPress={() => chooser.current?.click()} />
        <Button look="quiet" icon="camera" label={t('door.camera')} onPress={() => show({ what: 'camera' })} />
        <input
          ref={chooser}
          type="file"
          accept={KINDS}
          hidden
          aria-label={t('door.file')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file !== undefined) take({ file });
          }}
        />
      </form>
      {said === undefined ? null : said.what === 'camera' ? (
        <div className="door-answer">
          <CameraView accepts={isAnything} help={t('door.camera.on')} onText={look} onEnd={ended({ show, close })} />
        </div>
      ) : (
        <DoorAnswer said={said} onOpen={open} onClose={close} />
      )}
    </search>
  );
};

/** What is typed and what is said of it; what leads to one page goes there at once, where nothing is under way. */
const useDoor = () => {
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<{ readonly said: Said; readonly at: string }>();
  const [here, go] = useLocation();
  const place = useRef(here);
  useEffect(() => {
    place.current = here;
  });
  const show = (said: Said): void => setAnswer({ said, at: place.current });
  const clear = (): void => {
    setAnswer(undefined);
    setTyped('');
  };
  const open = (page: GivenFor, text: string): void => {
    close();
    go(pageOf(page));
    giveLink({ page, text });
  };
  const look = (text: string): void => {
    const found = recognise(text);
    if (found.is === 'link' && isFree(place.current)) return open(found.page, found.text);
    // Nothing of it stays in the field: it may be the secret of a wallet.
    close();
    if (found.is !== 'nothing') show({ what: 'recognised', found });
  };
  const { take, stop } = useTaking({ look, show, close: clear });
  const close = (): void => {
    stop();
    clear();
  };
  return { typed, setTyped, said: heldAt(here, answer), take, look, show, close, open };
};

/** What was asked on one page is not answered on the next; a link still waits there. */
const heldAt = (here: string, answer: { readonly said: Said; readonly at: string } | undefined): Said | undefined =>
  answer === undefined || answer.at === here || isLink(answer.said) ? answer?.said : undefined;

const isLink = (said: Said): boolean => said.what === 'recognised' && said.found.is === 'link';
