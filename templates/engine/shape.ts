/**
 * Which variables a kind of paper offers to its template, so that a misspelt
 * placeholder is found when the template is saved and not when a paper is due.
 */
import type { Missing } from './document';

/** `[shape]` is a list; an object lists the fields. */
export type DataShape =
  'text' | 'number' | 'flag' | readonly [DataShape] | { readonly [field: string]: DataShape };

/**
 * The shape that fits a data type: with `const shape: ShapeOf<PaperData> = { … }`
 * the compiler asks for a field when one is added to the data.
 */
export type ShapeOf<T> = [Exclude<T, Missing | null | undefined>] extends [string]
  ? 'text'
  : [Exclude<T, Missing | null | undefined>] extends [number]
    ? 'number'
    : [Exclude<T, Missing | null | undefined>] extends [boolean]
      ? 'flag'
      : [Exclude<T, Missing | null | undefined>] extends [readonly (infer Item)[]]
        ? readonly [ShapeOf<Item>]
        : {
            readonly [Field in keyof Exclude<T, Missing | null | undefined>]-?: ShapeOf<
              Exclude<T, Missing | null | undefined>[Field]
            >;
          };

/** Names in reach at a place of a template, with the shape of each; null: not known. */
export type ShapeScope = Readonly<Record<string, DataShape>> | null;
