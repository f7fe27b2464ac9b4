// SPDX-License-Identifier: GPL-3.0-or-later
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { App } from './app.tsx';
import { followEvents, newQueryClient } from './bridge.ts';
import { speakFirst } from './words.ts';
import './tokens.css';
import './style.css';
import './layout.css';
import './direction.css';
import './parts/frame/frame.css';
import './parts/base/controls.css';
import './parts/base/blocks.css';
import './parts/sums/wallet.css';
import './parts/sums/money.css';
import './parts/sums/people.css';
import './parts/copies/sheet.css';
import './parts/escrow/escrow.css';
import './parts/settings/settings.css';
import './sizes.css';
import './narrow.css';
import './contrast.css';

const root = document.getElementById('root');
if (root === null) throw new Error('defect: index.html has no #root');

await speakFirst();
const client = newQueryClient();
followEvents(client);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Router hook={useHashLocation}>
        <App />
      </Router>
    </QueryClientProvider>
  </StrictMode>,
);
