// SPDX-License-Identifier: GPL-3.0-or-later
import { masterWireDetailsBlockV12 } from '../../taler/purposes/master.ts';
import type { KeysDocument } from './keys.ts';
import type { ExchangeRoom } from './room.ts';

// What v14 says differently from v17 (PROTOCOL.md#generation-v14): denominations in a flat list, accounts and
// wire fees at an address of their own, the account alone under the master's signature.

export const VERSION_V14 = '14:0:2';

/** `/keys` as the 2022 phones read it. */
export const flatKeys = ({ accounts: _, wire_fees: __, denominations, ...rest }: KeysDocument): object => ({
  ...rest,
  version: VERSION_V14,
  denoms: denominations.flatMap(({ denoms, cipher: ___, ...shared }) =>
    denoms.map(({ rsa_pub, cs_pub, ...own }) => ({
      ...shared,
      ...own,
      denom_pub:
        rsa_pub === undefined
          ? { cipher: 'CS', age_mask: 0, cs_public_key: cs_pub }
          : { cipher: 'RSA', age_mask: 0, rsa_public_key: rsa_pub },
    })),
  ),
});

/** `/wire`. */
export const wireDocument = (room: ExchangeRoom, { wire_fees: fees }: KeysDocument): object => {
  const payto = room.accountPayto();
  return { accounts: [{ payto_uri: payto, master_sig: room.masterSign(masterWireDetailsBlockV12({ payto })) }], fees };
};
