import type { MeasureContent } from '~/portfolio/content';

/** Measures like those of the example, each with words and numbers of its own; the same in every run. */
export function* generatedMeasures(
  models: readonly MeasureContent[],
  howMany: number,
): Generator<MeasureContent> {
  let state = 20_190_901;
  const next = (bound: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % bound;
  };
  for (let index = 0; index < howMany; index += 1) {
    const model = models[next(models.length)];
    if (!model) throw new Error('The portfolio is empty.');
    yield {
      ...model,
      slug: `massnahme-${String(index)}`,
      title: `${model.title} ${String(next(1_000_000))}`,
      placesTotal: next(200),
      rules: [...model.rules, `Probe ${String(next(1_000_000))}`],
    };
  }
}
