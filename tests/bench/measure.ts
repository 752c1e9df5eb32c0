/** One thing to time; `check` says before the timing whether its answer is right. */
export interface Contestant {
  readonly name: string;
  readonly run: (round: number) => Promise<unknown>;
}

export interface Timing {
  readonly name: string;
  /** Median of all rounds, in milliseconds. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
}

/**
 * Times two things side by side: warm-up, then A B B A, so that a slow moment
 * of the machine meets both. `batch` runs are timed together and divided.
 */
export async function sideBySide(
  [a, b]: readonly [Contestant, Contestant],
  { rounds = 12, batch = 1, warmUp = 3 } = {},
): Promise<readonly [Timing, Timing]> {
  const times: [number[], number[]] = [[], []];
  let round = 0;
  const time = async (index: 0 | 1) => {
    const { run } = index === 0 ? a : b;
    const startedAt = performance.now();
    for (let i = 0; i < batch; i += 1) await run((round += 1));
    times[index].push((performance.now() - startedAt) / batch);
  };
  for (let i = 0; i < warmUp; i += 1) {
    await time(0);
    await time(1);
  }
  times[0].length = 0;
  times[1].length = 0;
  for (let i = 0; i < rounds; i += 1)
    for (const index of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) await time(index);
  return [timing(a.name, times[0]), timing(b.name, times[1])];
}

function timing(name: string, values: readonly number[]): Timing {
  const sorted = [...values].sort((x, y) => x - y);
  return {
    name,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    fastest: sorted[0] ?? Number.NaN,
    slowest: sorted[sorted.length - 1] ?? Number.NaN,
  };
}

/** One line of the report: both medians with their spread, and the ratio that counts. */
export function report([a, b]: readonly [Timing, Timing]): string {
  const show = (t: Timing) => `${t.name} ${ms(t.median)} (${ms(t.fastest)}–${ms(t.slowest)})`;
  return `${show(a)} | ${show(b)} | ratio ${(b.median / a.median).toFixed(2)}`;
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
