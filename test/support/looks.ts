// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SCREENSHOTS } from '../window/built.ts';

// `npm run looks [-- --in en-GB,ar-EG] [--schemes light,dark] [--widths 1280,800] [--only PATTERN]`: takes a picture of every page and
// dialog, each in the state a person meets it in, and lays them on contact sheets: `index.html` in test/window/screenshots, twelve
// pictures a sheet. Exit code 1 when a page could not be shown or something sticks out of it; its picture is there all the same.

const TOP = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    in: { type: 'string', default: 'en-GB,de-DE,ar-EG' },
    schemes: { type: 'string', default: 'light,dark' },
    widths: { type: 'string', default: '1280,800' },
    only: { type: 'string', default: '' },
  },
});
const asked = values.in
  .split(',')
  .flatMap((locale) =>
    values.widths.split(',').flatMap((width) => values.schemes.split(',').map((scheme) => [locale, width, scheme])),
  );

const WINDOW = join(TOP, 'test', 'window');
const files = readdirSync(WINDOW)
  .filter((name) => name.endsWith('.test.ts') && readFileSync(join(WINDOW, name), 'utf8').includes('describeLooks('))
  .map((name) => join('test', 'window', name));

mkdirSync(SCREENSHOTS, { recursive: true });
const taken = (): readonly string[] => readdirSync(SCREENSHOTS).filter((name) => /@.*\.png$/.test(name));
const views = asked.map((one) => one.join('-'));
for (const name of taken()) if (views.some((view) => name.endsWith(`@${view}.png`))) rmSync(join(SCREENSHOTS, name));

const { status } = spawnSync(
  process.execPath,
  [join(TOP, 'node_modules/vitest/vitest.mjs'), 'run', '-t', `${values.only}.*, looked at$`, ...files],
  {
    cwd: TOP,
    stdio: 'inherit',
    env: { ...process.env, HOLDFAST_PICTURES_OF: asked.map((one) => one.join('/')).join(',') },
  },
);

const ON_A_SHEET = 12;
const STYLE =
  'body{font:14px sans-serif;margin:16px}section{display:grid;grid-template-columns:repeat(3,1fr);gap:12px}figure{margin:0}img{width:100%;border:1px solid #888}';

/** Pictures of one language, size and scheme, in the order of their names. */
const sheet = (view: string, names: readonly string[]): string => {
  const figures = names.map(
    (name) =>
      `<figure><a href="${encodeURIComponent(name)}"><img loading="lazy" alt="" src="${encodeURIComponent(name)}"></a><figcaption>${name.split('@')[0]}</figcaption></figure>`,
  );
  const sheets = Array.from({ length: Math.ceil(figures.length / ON_A_SHEET) }, (_, at) =>
    figures.slice(at * ON_A_SHEET, (at + 1) * ON_A_SHEET).join(''),
  );
  return sheets.map((some, at) => `<h2>${view}, ${at + 1} of ${sheets.length}</h2><section>${some}</section>`).join('');
};

const pictures = taken().toSorted();
const known = [...new Set(pictures.map((name) => name.replace(/^.*@|\.png$/g, '')))];
const body = known.map((view) =>
  sheet(
    view,
    pictures.filter((name) => name.endsWith(`@${view}.png`)),
  ),
);
writeFileSync(
  join(SCREENSHOTS, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Looks</title><style>${STYLE}</style>${body.join('')}`,
);
console.log(`${pictures.length} pictures: ${join(SCREENSHOTS, 'index.html')}`);
process.exitCode = status ?? 1;
