import { Sentence } from '../Sentence';
import { sentences } from './sentences';

/**
 * Renders a sentence.
 *
 * @param code - a key of {@link sentences}, without `_one`, `_other` or a context
 * @param values - parameters; a moment is given as a Date, and a list of parts as sentences, never as text, so that readers
 * see both as theirs. `context`: what it is said of, where it reads otherwise there
 * @throws RangeError when a Date is none
 * @public
 */
export function sentence(
  code: string,
  values: Record<string, string | number | Date | Sentence[]> = {},
): Sentence {
  const params: Sentence['params'] = {};
  const times: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value instanceof Date) {
      times.push(name);
      params[name] = value.toISOString().replace('.000Z', 'Z');
    } else {
      params[name] = value;
    }
  }
  const plural = `${code}_${params.count === 1 ? 'one' : 'other'}`;
  const template =
    sentences[`${code}_${params.context}`] ??
    sentences[code] ??
    sentences[plural] ??
    code;
  const text = template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) =>
    textOf(params[name] ?? ''),
  );
  return { code, params, text, ...(times.length > 0 && { times }) };
}

function textOf(value: Sentence['params'][string]): string {
  return Array.isArray(value)
    ? value.map(part => part.text).join(', ')
    : String(value);
}
