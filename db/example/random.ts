/** Draws that come out the same at every first load; nothing of it protects anything. */
export interface Draws {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** Different ones, in the order of `values`. */
  some<Value>(values: readonly Value[], count: number): Value[];
  /** True in `percent` of a hundred draws. */
  chance(percent: number): boolean;
}

/** The generator mulberry32: small, and the same on every machine. */
export function drawsFrom(seed: number): Draws {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick: (values) => {
      const value = values[between(0, values.length - 1)];
      if (value === undefined) throw new Error('There is nothing to draw from.');
      return value;
    },
    some: (values, count) => {
      const left = values.map((value, place) => ({ value, place }));
      const drawn = Array.from({ length: Math.min(count, values.length) }, () => {
        const [one] = left.splice(between(0, left.length - 1), 1);
        if (!one) throw new Error('There is nothing left to draw from.');
        return one;
      });
      return drawn.sort((a, b) => a.place - b.place).map(({ value }) => value);
    },
    chance: (percent) => between(1, 100) <= percent,
  };
}
