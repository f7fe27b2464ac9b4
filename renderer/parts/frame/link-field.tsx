// SPDX-License-Identifier: GPL-3.0-or-later
import { useRef, useState, type ClipboardEvent, type FormEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { LinkPage } from '../../../shared/links.ts';
import { recognise } from '../../../shared/reading/door.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { giveLink, pageOf, type GivenFor } from '../base/given-link.ts';
import { CameraView } from '../reading/camera-view.tsx';
import { DoorAnswer, type Said } from './door-answer.tsx';
import { ended, isAnything, KINDS, useTaking } from './read-file.ts';
import './door.css';

type LinkFieldProps = {
  /** whose links are read here */
  readonly page: LinkPage;
  readonly label: Spoken;
  readonly help: Spoken;
  readonly action: Spoken;
  readonly value: string;
  readonly pending: boolean;
  readonly disabled?: boolean;
  readonly onChange: (typed: string) => void;
  readonly onLink: (link: string) => void;
  /** what became of the link */
  readonly children?: ReactNode;
};

/** The door's field on the page that most of its links are for: what is for another page is taken there, and nobody types it twice. */
export const LinkField = ({
  page,
  label,
  help,
  action,
  value,
  pending,
  disabled = false,
  onChange,
  onLink,
  children,
}: LinkFieldProps): ReactNode => {
  const { said, look, take, show, close, open } = useLinks(page, onChange, onLink);
  const isBusy = pending || disabled;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isBusy) look(value);
  };
  /** What is pasted into the empty field is looked at whole: the field would cut it. */
  const paste = (event: ClipboardEvent): void => {
    const file = event.clipboardData.files[0];
    const text = event.clipboardData.getData('text/plain');
    if (isBusy || (file === undefined && (value !== '' || text === ''))) return;
    event.preventDefault();
    take(file === undefined ? { text } : { file });
  };
  return (
    <form className="card form" onSubmit={submit}>
      <div className="inline" onPasteCapture={paste}>
        <Field
          label={label}
          long
          value={value}
          onChange={(typed) => {
            close();
            onChange(typed);
          }}
          help={help}
          disabled={disabled}
          beside={
            <FieldWays disabled={isBusy} onFile={(file) => take({ file })} onCamera={() => show({ what: 'camera' })} />
          }
        />
        <Button type="submit" pending={pending} disabled={disabled}>
          {action}
        </Button>
      </div>
      {said === undefined ? null : said.what === 'camera' ? (
        <CameraView accepts={isAnything} help={t('door.camera.on')} onText={look} onEnd={ended({ show, close })} />
      ) : (
        <DoorAnswer said={said} onOpen={open} onClose={close} />
      )}
      {children}
    </form>
  );
};

/** A picture or a file, and the camera. */
const FieldWays = ({
  disabled,
  onFile,
  onCamera,
}: {
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
  readonly onCamera: () => void;
}): ReactNode => {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <span className="field-ways">
      <Button
        look="quiet"
        icon="picture"
        label={t('door.file')}
        disabled={disabled}
        onPress={() => chooser.current?.click()}
      />
      <Button look="quiet" icon="camera" label={t('door.camera')} disabled={disabled} onPress={onCamera} />
      <input
        ref={chooser}
        type="file"
        accept={KINDS}
        hidden
        aria-label={t('door.file')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </span>
  );
};

/** What is said of what was typed or came, and where it goes: to this page, to its own, or nowhere without being asked. */
const useLinks = (here: LinkPage, onChange: (typed: string) => void, onLink: (link: string) => void) => {
  const [said, setSaid] = useState<Said>();
  const [, go] = useLocation();
  const clear = (): void => setSaid(undefined);
  const open = (page: GivenFor, text: string): void => {
    close();
    if (page === here) return goOn(text);
    onChange('');
    go(pageOf(page));
    giveLink({ page, text });
  };
  const goOn = (link: string): void => {
    onChange(link);
    onLink(link);
  };
  const look = (text: string): void => {
    const found = recognise(text);
    close();
    if (found.is === 'link') return open(found.page, found.text);
    if (found.is === 'web' && here === '/pay') return goOn(found.text);
    if (found.is === 'nothing') return;
    // Nothing of it stays in the field: it may be the secret of a wallet.
    onChange('');
    setSaid({ what: 'recognised', found });
  };
  const { take, stop } = useTaking({ look, show: setSaid, close: clear });
  const close = (): void => {
    stop();
    clear();
  };
  return { said, look, take, show: setSaid, close, open };
};
