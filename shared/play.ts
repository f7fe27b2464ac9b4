// SPDX-License-Identifier: GPL-3.0-or-later

/** Whether an issuer is of the play economy: only that serves on this very computer, so its money is play money on every other one too. */
export const isPlayIssuer = (baseUrl: string): boolean =>
  /^https?:\/\/(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[a-z0-9-]+\.)*localhost)(?::\d+)?(?:\/|$)/i.test(baseUrl);
