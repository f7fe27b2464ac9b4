// SPDX-License-Identifier: GPL-3.0-or-later

/** How the currency is shown (v23). */
export const currencySpecification = (currency: string) => ({
  name: currency === 'KUDOS' ? 'Kudos (play money)' : `${currency} (play money)`,
  currency,
  num_fractional_input_digits: 2,
  num_fractional_normal_digits: 2,
  num_fractional_trailing_zero_digits: 2,
  alt_unit_names: { '0': currency === 'KUDOS' ? 'ク' : currency },
});
