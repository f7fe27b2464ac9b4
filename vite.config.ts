// SPDX-License-Identifier: GPL-3.0-or-later
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type UserConfig } from 'vite';
import { AsNamed } from './test/support/as-named.ts';
import { DearestFirst } from './test/support/dearest-first.ts';
import { seedOfRun } from './test/support/seed.ts';

// `vite build` makes everything the app is started from:
//   dist/renderer/    the window (HTML, one script, one style sheet)
//   dist/main.js      the main process, an ES module; the sandbox is its own chunk, loaded only for play money
//   dist/preload.cjs  the bridge; a sandboxed preload must be one CommonJS file
//   dist/worker.js    the program of the threads beside the main one
// Under Vitest none of this applies: tests run the sources.

const here = import.meta.dirname;

/** Electron 33 bundles Node 20.18: the oldest runtime the window tests start. */
const NODE_TARGET = 'node20.18';
const CHROMIUM_TARGET = 'chrome130';

/** Not bundled: the runtime itself, and the native addon with its own way of finding its binary. */
const EXTERNAL = ['electron', 'better-sqlite3'];

const nodeBuild = (input: string, fileName: string, format: 'es' | 'cjs'): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { external: EXTERNAL, noExternal: true },
  build: {
    outDir: join(here, 'dist'),
    emptyOutDir: false,
    copyPublicDir: false,
    target: NODE_TARGET,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: join(here, input),
      external: EXTERNAL,
      // The programs share the folder; each has chunks of its own, which the other would overwrite.
      output: {
        format,
        entryFileNames: fileName,
        chunkFileNames: `chunks/${basename(fileName, '.js')}-[name].js`,
        codeSplitting: format === 'es',
      },
    },
  },
});

const app: UserConfig = {
  root: join(here, 'renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  // What reads a PDF is loaded by it when there is one.
  worker: { format: 'es' },
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: join(here, 'dist/renderer'),
        emptyOutDir: true,
        target: CHROMIUM_TARGET,
        // Inlined assets would need `data:` in the content security policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // Read from the disk in one piece; the warning is about slow networks, and `npm start` shows it to everybody.
        chunkSizeWarningLimit: 2_000,
        sourcemap: false,
      },
    },
    main: nodeBuild('electron/main.ts', 'main.js', 'es'),
    preload: nodeBuild('electron/preload.ts', 'preload.cjs', 'cjs'),
    worker: nodeBuild('electron/worker.ts', 'worker.js', 'es'),
  },
};

/** What `npm run mutate` looks at. */
const ONLY = process.env['HOLDFAST_ONLY_TESTS']?.split(' ');

const tests: UserConfig & { readonly test: object } = {
  plugins: [react()],
  test: {
    include: ONLY ?? ['test/**/*.test.ts', ...(process.env['HOLDFAST_QUICK'] === undefined ? [] : ['test/quick/*.ts'])],
    setupFiles: ['test/support/all-languages.ts', ...(ONLY ? ['test/support/brief-laws.ts'] : [])],
    // The files of a worker share what it has loaded, and its warmed-up arithmetic: two fifths of the time. So nothing they load may
    // have hooks, or a memory, of its own: a lab is asked for its hooks (`aroundExchange`, `aroundEconomy`).
    isolate: false,
    // One seed for all workers: what they draw, which sampled cases they try, when faults strike.
    env: {
      HOLDFAST_RUN_SEED: String(seedOfRun().seed),
      // Hundreds of processes of the wallet are started and killed: they read the sources translated once.
      NODE_COMPILE_CACHE: join(here, 'node_modules/.cache/holdfast-compiled'),
    },
    // Argon2id, key generation and a sandbox with real signatures run on two slow cores.
    testTimeout: 60_000,
    // What a page comes to may take longer than the usual second where three workers share two cores.
    expect: { poll: { timeout: 10_000 } },
    // A window test may wait for another file's build and then make its own.
    hookTimeout: 300_000,
    // Left to itself Vitest keeps one core free for a person at the machine: of two that is half of them. Tests with a browser or a
    // program of their own wait an eighth of their time, so that half as many workers again keep all cores busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: ONLY ? AsNamed : DearestFirst },
  },
};

export default defineConfig(process.env['VITEST'] === undefined ? app : (tests as UserConfig));
