// SPDX-License-Identifier: GPL-3.0-or-later

/** The half of pdf.js that reads; it comes without types, and whoever imports it hands it on as it is. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
