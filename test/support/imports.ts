// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One import or re-export statement, or a dynamic import. */
export type Import = {
  /** path from the repository's top, with forward slashes */
  readonly from: string;
  readonly specifier: string;
  /** only types cross: erased before anything runs */
  readonly typeOnly: boolean;
};

/** What the layers test needs to know about one file. */
export type SourceFile = {
  readonly path: string;
  readonly imports: readonly Import[];
  /** everything the file exports comes from other files */
  readonly barrel: boolean;
  readonly defaultExport: boolean;
  /** dynamic imports whose target is computed, so that no table can judge them */
  readonly computedImports: number;
};

export const TOP = join(import.meta.dirname, '..', '..');

/** Every .ts and .tsx file under the given folders, as paths from the top, sorted. */
export const listSources = (folders: readonly string[], top = TOP): readonly string[] =>
  folders
    .flatMap((folder) => readdirSync(join(top, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(top, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();

export const readSource = (path: string, top = TOP): SourceFile =>
  parseSource(path, readFileSync(join(top, path), 'utf8'));

/** Reads the imports and exports of a source text; throws when it does not parse. */
export const parseSource = (path: string, text: string): SourceFile => {
  const parsed = parseSync(path, text);
  const broken = parsed.errors[0];
  if (broken) throw new Error(`${path}: ${broken.message}`);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const imports: Import[] = staticImports.map((each) => ({
    from: path,
    specifier: each.moduleRequest.value,
    typeOnly: each.entries.length > 0 && each.entries.every((entry) => entry.isType),
  }));
  const exported = staticExports.flatMap((each) => each.entries);
  for (const entry of exported) {
    if (entry.moduleRequest) imports.push({ from: path, specifier: entry.moduleRequest.value, typeOnly: entry.isType });
  }
  // `import('./x.ts').T` in a type is no import for the parser's module record, and still reaches into another room.
  const runtime = new Set(dynamicImports.map((each) => each.start));
  for (const match of text.matchAll(/\bimport\(\s*(['"])([^'"]+)\1\s*\)\s*\./g)) {
    if (!runtime.has(match.index) && match[2] !== undefined)
      imports.push({ from: path, specifier: match[2], typeOnly: true });
  }
  let computedImports = 0;
  for (const each of dynamicImports) {
    const literal = /^(['"`])([^'"`$]*)\1$/.exec(text.slice(each.moduleRequest.start, each.moduleRequest.end));
    if (literal?.[2] === undefined) computedImports += 1;
    else imports.push({ from: path, specifier: literal[2], typeOnly: false });
  }
  return {
    path,
    imports,
    barrel: exported.length > 0 && exported.every((entry) => entry.moduleRequest !== null),
    defaultExport: exported.some((entry) => entry.exportName.kind === 'Default' || entry.exportName.name === 'default'),
    computedImports,
  };
};

/** The path from the top that a relative specifier names; undefined for packages and built-ins. */
export const resolveRelative = ({ from, specifier }: Import): string | undefined =>
  specifier.startsWith('.') ? posix.normalize(posix.join(dirname(from), specifier)) : undefined;

/** The package of a specifier: `@noble/hashes/sha2.js` is `@noble/hashes`. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Cycles among the files, each as the list of paths that closes on itself; type-only imports count, because a reader follows them too. */
export const findCycles = (files: readonly SourceFile[]): readonly (readonly string[])[] => {
  const targets = new Map(
    files.map((file) => [file.path, file.imports.map(resolveRelative).filter((to) => to !== undefined)] as const),
  );
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      cycles.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const to of targets.get(path) ?? []) if (targets.has(to)) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
};
