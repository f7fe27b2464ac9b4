// SPDX-License-Identifier: GPL-3.0-or-later
import type { SafetyState } from '../../../shared/view-backup.ts';
import type { IconName } from './icons.tsx';

// How the seven states look, wherever they are shown. Shapes differ as well as colours.

export const SAFETY_TONE: Readonly<Record<SafetyState, 'plain' | 'good' | 'warn' | 'bad'>> = {
  nothing: 'plain',
  'not-protected': 'bad',
  'at-risk': 'warn',
  'payment-due': 'warn',
  stopped: 'warn',
  syncing: 'plain',
  protected: 'good',
};

export const SAFETY_ICON: Readonly<Record<SafetyState, IconName>> = {
  nothing: 'anchor',
  'not-protected': 'shield-broken',
  'at-risk': 'shield-half',
  'payment-due': 'clock',
  stopped: 'devices',
  syncing: 'turning',
  protected: 'shield-anchor',
};
