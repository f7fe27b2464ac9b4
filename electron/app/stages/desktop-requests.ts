// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer, RequestInput } from '../../../shared/contract.ts';
import type { DesktopOutputs } from '../../../shared/contract-desktop.ts';
import { ok } from '../../../shared/result.ts';
import type { AppParts } from './parts.ts';

type DesktopRequests = { readonly [N in keyof DesktopOutputs]: (input: RequestInput<N>) => Promise<Answer<N>> };

/** The requests about the system the window runs on; on the command line there is none. */
export const createDesktopRequests = ({ options: { shell }, tell }: AppParts): DesktopRequests => ({
  'app.link': async () => ok({ link: shell?.links.first() ?? null }),
  'app.takeLink': async () => {
    const link = shell?.links.take() ?? null;
    tell({ type: 'changed' });
    return ok({ link });
  },
  'app.secretShown': async ({ on }) => {
    shell?.secretShown(on);
    return ok({});
  },
  'app.copySecret': async ({ text }) => {
    shell?.copySecret(text);
    return ok({});
  },
});
