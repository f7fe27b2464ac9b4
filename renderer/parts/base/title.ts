// SPDX-License-Identifier: GPL-3.0-or-later

// The window's title: the page, the program, and how safe the money is. Without sums: task bars are read by others.

let page = '';
let state = '';

const write = (): void => {
  document.title = [page, 'Holdfast', state].filter((part) => part !== '').join(' · ');
};

export const titlePage = (title: string): void => {
  page = title;
  write();
};

/** The word of the state; empty takes it out. */
export const titleState = (word: string): void => {
  state = word;
  write();
};
