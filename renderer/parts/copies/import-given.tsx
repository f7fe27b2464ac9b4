// SPDX-License-Identifier: GPL-3.0-or-later
import { useRef, useState, type ReactNode } from 'react';
import { TextArea, TextField, Label, Text } from 'react-aria-components';
import { backupText } from '../../../shared/reading/backup-text.ts';
import { t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { Section } from '../base/layout.tsx';

/** What was given: a text, or a file as text; of a sealed one its bytes in base64. */
export type Given = { readonly given: string; readonly secret?: string };

/** No wallet writes so much; what is longer is not read. */
const MAX_BYTES = 32 * 1024 * 1024;
/** What a person pastes; a backup of more is a file. */
const MAX_PASTED = 2_000_000;

/** More than that is not shown as text. */
const LONGEST_SHOWN = 20_000;

/** One without a name was pasted or dropped. */
type File_ = { readonly name?: string; readonly given: string };

/** A field for the link or the text, a file instead of it, and what opens it where that is asked for. */
export const ImportGiven = ({
  asksSecret,
  pending,
  looking,
  isRead,
  onLook,
  onTouched,
}: {
  readonly asksSecret: boolean;
  readonly pending: boolean;
  /** what was given is being looked at */
  readonly looking: boolean;
  /** what is in it is shown, and another button stands out */
  readonly isRead: boolean;
  readonly onLook: (given: Given) => void;
  /** something else is written now */
  readonly onTouched: () => void;
}): ReactNode => {
  const [text, setText] = useState('');
  const [file, setFile] = useState<File_>();
  const [secret, setSecret] = useState('');
  const given = file?.given ?? text;
  const touched = (): void => {
    setSecret('');
    onTouched();
  };
  useGivenLink('/import', (link) => {
    setFile(link.length > LONGEST_SHOWN ? { given: link } : undefined);
    setText(link.length > LONGEST_SHOWN ? '' : link);
    touched();
  });
  return (
    <form
      className="card form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && given.trim() !== '') onLook({ given, ...(secret.trim() === '' ? {} : { secret }) });
      }}
    >
      {file === undefined ? (
        <Pasted
          text={text}
          disabled={pending}
          onChange={(written) => {
            setText(written);
            touched();
          }}
        />
      ) : null}
      <ChooseFile
        file={file}
        disabled={pending}
        onFile={(chosen) => {
          setFile(chosen);
          touched();
        }}
      />
      {asksSecret ? <SecretField value={secret} onChange={setSecret} disabled={pending} /> : null}
      <Look
        look={isRead ? 'plain' : 'primary'}
        looking={looking}
        disabled={pending || given.trim() === '' || (asksSecret && secret.trim() === '')}
      />
    </form>
  );
};

const Look = ({
  look,
  looking,
  disabled,
}: {
  readonly look: 'primary' | 'plain';
  readonly looking: boolean;
  readonly disabled: boolean;
}): ReactNode => (
  <>
    <div className="actions">
      <Button look={look} icon="restore" type="submit" pending={looking} disabled={disabled}>
        {t('import.look')}
      </Button>
    </div>
    {looking ? (
      <p className="detail" role="status">
        {t('import.looking')}
      </p>
    ) : null}
  </>
);

const SecretField = (field: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled: boolean;
}): ReactNode => (
  <Field label={t('import.secret')} help={t('import.secret.help')} type="password" long autoFocus {...field} />
);

const Pasted = ({
  text,
  disabled,
  onChange,
}: {
  readonly text: string;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}): ReactNode => (
  <TextField
    className="field"
    data-long
    value={text}
    onChange={onChange}
    autoComplete="off"
    spellCheck="false"
    maxLength={MAX_PASTED}
    isDisabled={disabled}
  >
    <Label>{t('import.text')}</Label>
    <div className="field-line">
      <TextArea rows={4} dir="ltr" />
    </div>
    <Text slot="description">{t('import.text.help')}</Text>
  </TextField>
);

const ChooseFile = ({
  file,
  disabled,
  onFile,
}: {
  readonly file: File_ | undefined;
  readonly disabled: boolean;
  readonly onFile: (file: File_ | undefined) => void;
}): ReactNode => {
  const chooser = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<'large' | 'unread' | 'empty'>();
  const read = async (chosen: File): Promise<void> => {
    setTrouble(undefined);
    // Asked before anything of it is in memory.
    if (chosen.size > MAX_BYTES) return setTrouble('large');
    const given = await textOf(chosen);
    if (given === undefined) setTrouble('unread');
    else if (given.trim() === '') setTrouble('empty');
    else onFile({ name: chosen.name, given });
  };
  return (
    <Section title={t(file === undefined ? 'import.file' : 'import.file.taken')}>
      {file === undefined ? null : (
        <p role="status">
          {file.name === undefined ? t('import.file.given') : t('import.file.chosen', { file: file.name })}
        </p>
      )}
      <div className="actions">
        <Button icon="folder" disabled={disabled} onPress={() => chooser.current?.click()}>
          {t('import.file.choose')}
        </Button>
        {file === undefined ? null : (
          <Button look="quiet" disabled={disabled} onPress={() => onFile(undefined)}>
            {t('import.file.drop')}
          </Button>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('import.file.choose')}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          // The same file may be chosen again, after it was put right.
          event.currentTarget.value = '';
          if (chosen !== undefined) void read(chosen);
        }}
      />
      {trouble === undefined ? null : (
        <Notice tone="bad" live>
          <p>{trouble === 'large' ? t('import.file.large', { limit: MAX_BYTES }) : t(`import.file.${trouble}`)}</p>
        </Notice>
      )}
    </Section>
  );
};

/** The file as text; a sealed copy, which begins as it does, in base64. Undefined where it cannot be read. */
const textOf = async (file: File): Promise<string | undefined> => {
  try {
    return backupText(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // It was moved, or this computer does not let it be read.
    return undefined;
  }
};
