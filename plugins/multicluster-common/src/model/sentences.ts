import { Sentence } from './Sentence';

/**
 * English of every sentence the back end says, by code. `{{name}}` is replaced by the parameter of that name.
 *
 * @remarks
 * The translation ref of the front end takes these as its English messages, so that a sentence is written once.
 * A plural is two codes that end in `_one` and `_other`, chosen by the parameter `count`.
 *
 * @public
 */
export const sentences = {} as const satisfies Record<string, string>;

/**
 * Renders a sentence.
 *
 * @param code - a key of {@link sentences}, without `_one` or `_other`
 * @public
 */
export function sentence(
  code: string,
  params: Record<string, string | number> = {},
): Sentence {
  const table: Record<string, string> = sentences;
  const plural = `${code}_${params.count === 1 ? 'one' : 'other'}`;
  const template = table[code] ?? table[plural] ?? code;
  const text = template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) =>
    String(params[name] ?? ''),
  );
  return { code, params, text };
}
