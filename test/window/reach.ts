// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';

/** What a page of the real window gets when it tries all that a page with foreign text in it might try. */
export const withinReach = (page: Page) =>
  page.evaluate(async () => {
    const answers = {
      node: [
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { process?: unknown }).process,
      ],
      bridge: Object.keys(window.wallet).sort(),
      opened: window.open('https://example.org/') === null,
      fetched: await fetch('https://example.org/').then(
        () => 'reached',
        () => 'refused',
      ),
      // Candidates are what a peer connection would send from, or has learned by asking a server.
      candidates: await (async (): Promise<readonly string[]> => {
        if (typeof RTCPeerConnection === 'undefined') return [];
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] });
        peer.createDataChannel('x');
        const found: string[] = [];
        peer.onicecandidate = ({ candidate }) => void (candidate?.candidate ? found.push(candidate.candidate) : 0);
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 1500));
        peer.close();
        return found;
      })(),
      script: ((): string => {
        const script = document.createElement('script');
        try {
          script.textContent = 'globalThis.injected = true';
          document.head.append(script);
        } catch (error) {
          return error instanceof TypeError ? 'refused' : 'failed';
        }
        return 'injected' in globalThis ? 'ran' : 'blocked';
      })(),
      unknown: await window.wallet.ask('constructor' as 'app.state', {}),
      malformed: await window.wallet.ask('play.withdraw', { amount: 20 as unknown as string }),
      endless: await window.wallet.ask('play.withdraw', { amount: 'x'.repeat(65) }),
      extra: await window.wallet.ask('app.erase', { confirm: 'yes' as 'erase everything' }),
    };
    return answers;
  });
