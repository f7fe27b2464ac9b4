// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';

/** What a page of the real window gets when it tries all that a page with foreign text in it might try. */
export const withinReach = (page: Page) =>
  page.evaluate(async () => {
    const tried = (act: () => unknown): string => {
      try {
        act();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    /** Whether an element of this kind shows or runs anything of another place. */
    const inPage = async (kind: string, name: string, value: string): Promise<string> => {
      const element = document.createElement(kind);
      try {
        element.setAttribute(name, value);
        document.body.append(element);
        await new Promise((resolve) => setTimeout(resolve, 100));
        const there = Reflect.get(element, 'contentDocument') as Document | null | undefined;
        return 'framed' in globalThis || (there?.body?.childNodes.length ?? 0) > 0 ? 'shown' : 'refused';
      } catch {
        return 'refused';
      } finally {
        element.remove();
      }
    };
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
      eval: tried(() => (Reflect.get(globalThis, 'eval') as (text: string) => unknown)('1')),
      made: tried(() => Reflect.construct(Function, ['return 1'])()),
      html: tried(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      worker: tried(() => new Worker('data:text/javascript,1')),
      framed: await inPage('iframe', 'srcdoc', '<script>parent.framed = true</script>'),
      webview: await inPage('webview', 'src', 'https://example.org/'),
      object: await inPage('object', 'data', 'data:text/html,x'),
      permissions: await Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
      screen: await navigator.mediaDevices.getDisplayMedia().then(
        () => 'seen',
        () => 'refused',
      ),
      unknown: await window.wallet.ask('constructor' as 'app.state', {}),
      malformed: await window.wallet.ask('play.withdraw', { amount: 20 as unknown as string }),
      endless: await window.wallet.ask('play.withdraw', { amount: 'x'.repeat(65) }),
      extra: await window.wallet.ask('app.erase', { confirm: 'yes' as 'erase everything' }),
    };
    return answers;
  });
