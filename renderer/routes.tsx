// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { AppStateView } from '../shared/contract.ts';
import type { EmptyReceiptView } from '../shared/view-devices.ts';
import { AbandonPage } from './pages/abandon.tsx';
import { AddMoneyPage } from './pages/add-money.tsx';
import { DepositPage } from './pages/deposit.tsx';
import { DevicesPage } from './pages/devices.tsx';
import { EmptyPage } from './pages/empty.tsx';
import { EscrowPage } from './pages/escrow.tsx';
import { HistoryPage } from './pages/history.tsx';
import { ImportPage } from './pages/import.tsx';
import { LicencesPage } from './pages/licences.tsx';
import { NewSecretPage } from './pages/new-secret.tsx';
import { MoneyPage } from './pages/money.tsx';
import { PayPage } from './pages/pay.tsx';
import { ProtectionPage } from './pages/protection.tsx';
import { ReceivePage } from './pages/receive.tsx';
import { RegainPage } from './pages/regain.tsx';
import { RequestPage } from './pages/request.tsx';
import { RestorePage } from './pages/restore.tsx';
import { SendPage } from './pages/send.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { SheetPage } from './pages/sheet.tsx';
import { ShortcutsPage } from './pages/shortcuts.tsx';
import { TakeoverPage } from './pages/takeover.tsx';
import { TransferPage } from './pages/transfer.tsx';

type Given = { readonly app: AppStateView; readonly onErased: (receipt: EmptyReceiptView) => void };

/** Every page of an open wallet by its address; the first four are the places of the sidebar. */
const PAGES: Readonly<Record<string, (given: Given) => ReactNode>> = {
  '/': ({ app }) => <MoneyPage app={app} />,
  '/history': () => <HistoryPage />,
  '/protection': ({ app }) => <ProtectionPage app={app} />,
  '/settings': ({ app }) => <SettingsPage app={app} />,

  '/add': ({ app }) => <AddMoneyPage app={app} />,
  '/pay': ({ app }) => <PayPage app={app} />,
  '/send': () => <SendPage />,
  '/receive': () => <ReceivePage />,
  '/request': () => <RequestPage />,
  '/deposit': () => <DepositPage />,

  '/sheet': ({ app }) => <SheetPage app={app} />,
  '/new-secret': () => <NewSecretPage />,
  '/escrow': () => <EscrowPage />,
  '/restore': ({ app }) => <RestorePage app={app} />,
  '/regain': ({ app }) => <RegainPage app={app} />,
  '/import': () => <ImportPage />,
  '/devices': () => <DevicesPage />,
  '/takeover': () => <TakeoverPage />,
  '/abandon': () => <AbandonPage />,
  '/empty': ({ onErased }) => <EmptyPage onErased={onErased} />,

  '/shortcuts': () => <ShortcutsPage />,
  '/licences': () => <LicencesPage />,
};

/** Where pages of an earlier version are now. */
const MOVED: Readonly<Record<string, string | undefined>> = {
  '/overview': '/',
  '/backup': '/protection',
  '/computer': '/settings',
};

/** What stands behind it names the transfer. */
const TRANSFER = '/transfer/';

/** The page that the address names; where it names none, the first. */
export const OpenPage = (given: Given): ReactNode => {
  const [here] = useLocation();
  if (here.startsWith(TRANSFER)) return <TransferPage id={here.slice(TRANSFER.length)} />;
  const page = Object.hasOwn(PAGES, here) ? PAGES[here] : undefined;
  if (page === undefined)
    return <Redirect to={(Object.hasOwn(MOVED, here) ? MOVED[here] : undefined) ?? '/'} replace />;
  return page(given);
};
