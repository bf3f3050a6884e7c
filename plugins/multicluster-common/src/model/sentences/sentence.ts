import { Sentence } from '../Sentence';
import { sentences } from './sentences';

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
  const plural = `${code}_${params.count === 1 ? 'one' : 'other'}`;
  const template = sentences[code] ?? sentences[plural] ?? code;
  const text = template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) =>
    String(params[name] ?? ''),
  );
  return { code, params, text };
}
