// SPDX-License-Identifier: GPL-3.0-or-later

/** Long enough to go to another program and paste it there; shorter than one stays away from the desk. */
const KEPT_MS = 60_000;

export type TextClipboard = {
  readonly read: () => Promise<string>;
  readonly write: (text: string) => void;
  readonly clear: () => void;
};

/** Puts secrets into the clipboard and takes them out again, as long as they are still what lies there. */
export type SecretClipboard = {
  readonly copy: (text: string) => void;
  /** takes out what is still there: the program ends */
  readonly clear: () => Promise<void>;
};

export const createSecretClipboard = (
  clipboard: TextClipboard,
  after: (ms: number, act: () => void) => () => void,
): SecretClipboard => {
  let ours: string | undefined;
  let stop = (): void => undefined;
  const clear = async (): Promise<void> => {
    stop();
    const was = ours;
    ours = undefined;
    // What somebody else has put there since is theirs.
    if (was !== undefined && (await clipboard.read()) === was) clipboard.clear();
  };
  return {
    copy: (text) => {
      stop();
      clipboard.write(text);
      ours = text;
      stop = after(KEPT_MS, () => void clear().catch(() => undefined));
    },
    clear,
  };
};
