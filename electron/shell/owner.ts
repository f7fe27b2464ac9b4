// SPDX-License-Identifier: GPL-3.0-or-later

/** What the system offers to make sure that a person, and not only the page, wants to see the secret. */
export type OwnerQuestions = {
  /** the Mac's sensor, while it can be asked; says whether the owner was recognised */
  readonly sensor: () => (() => Promise<boolean>) | undefined;
  /** a dialog of the main process, which nothing in the page can press */
  readonly dialog: () => Promise<boolean>;
};

/**
 * Asks before the recovery secret is shown: by the sensor for a wallet that the keychain opens, where there is one, by a dialog otherwise.
 * What the sensor refuses is refused: a dialog anyone can answer must not stand in for it. While one question is open a second one is
 * answered no, so that a page cannot wear its owner down with a heap of dialogs.
 */
export const ownerCheck = ({
  sensor,
  dialog,
}: OwnerQuestions): ((protection: 'keychain' | 'unprotected') => Promise<boolean>) => {
  let asking = false;
  return async (protection) => {
    if (asking) return false;
    asking = true;
    try {
      const ask = (protection === 'keychain' ? sensor() : undefined) ?? dialog;
      return await ask();
    } finally {
      asking = false;
    }
  };
};
