// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, type Installation } from '../support/backup-rig.ts';
import type { takeoverLab } from './takeover-lab.ts';

// A place for copies that stands on the web, with everything else on this computer.

export const COPIES = 'https://copies.example/';

type WebLab = {
  /** a world that knows the first place by a name on the web, and notes what is sent anywhere else */
  readonly onTheWeb: () => { readonly world: World; readonly inside: string[] };
  /** a wallet, with money or as `begun`, whose first place is on the web; its shop is not, so that its order over nothing is paid by hand */
  readonly owner: (begun: (one: Installation) => Promise<void>) => Promise<Installation>;
};

export const webLab = ({ world, url }: Pick<Awaited<ReturnType<typeof takeoverLab>>, 'world' | 'url'>): WebLab => {
  const onTheWeb: WebLab['onTheWeb'] = () => {
    const inside: string[] = [];
    const http: World['http'] = (input, init) => {
      const asked = input instanceof Request ? input.url : String(input);
      if (!asked.startsWith(COPIES)) inside.push(new URL(asked).origin);
      return world.http(asked.replace(COPIES, url(0)), init);
    };
    return { world: { ...world, http }, inside };
  };
  return {
    onTheWeb,
    owner: async (begun) => {
      const wanted: string[] = [];
      const { world: far } = onTheWeb();
      const one = install({
        ...far,
        http: async (input, init) => {
          const answer = await far.http(input, init);
          wanted.push(...[answer.headers.get('taler')].filter((pay) => pay !== null));
          return answer;
        },
      });
      await begun(one);
      await add(one, COPIES);
      const { purchaseId } = mustOk(await one.wallet.preparePay(wanted[0] ?? ''), 'order');
      mustOk(await one.wallet.confirmPay(purchaseId), 'nothing to pay');
      expect(await outcomes(one)).toEqual(['stored']);
      return one;
    },
  };
};
