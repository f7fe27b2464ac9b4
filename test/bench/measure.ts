// SPDX-License-Identifier: GPL-3.0-or-later

/** What a piece of work cost: wall time, and the CPU time of all threads of this process, in milliseconds. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number };

/** Runs the work once and says what it cost. */
export const measure = async <T>(work: () => T | Promise<T>): Promise<{ readonly value: T } & Cost> => {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const value = await work();
  const cpu = process.cpuUsage(cpuBefore);
  return { value, wallMs: performance.now() - startedAt, cpuMs: (cpu.user + cpu.system) / 1000 };
};

/** The most memory this process ever held, in MiB (the kernel's high-water mark, in KiB). */
export const peakMemoryMib = (): number => process.resourceUsage().maxRSS / 1024;

export const perSecond = (count: number, ms: number): number =>
  ms > 0 ? (count * 1000) / ms : Number.POSITIVE_INFINITY;
