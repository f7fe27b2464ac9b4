// SPDX-License-Identifier: GPL-3.0-or-later

/** Whether a CS denomination signed the coin hash. */
export const csVerifyCoin = (_point: Uint8Array, _hash: Uint8Array, _r: Uint8Array, _s: Uint8Array): boolean => false;
