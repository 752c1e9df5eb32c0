/** 19.5 → "19,5"; without grouping, as an input shows it again and a formula prints it. */
export function germanDecimal(value: number): string {
  return String(value).replace('.', ',');
}
