/** One requirement of a label selector. */
export type LabelRequirement =
  | { key: string; operator: 'in' | 'notin'; values: string[] }
  | { key: string; operator: 'exists' | 'absent' };

const KEY = '[A-Za-z0-9]([-A-Za-z0-9_./]*[A-Za-z0-9])?';
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)$`);
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);

/**
 * Reads a label selector as kubectl writes it: `a=b,c!=d,e in (f,g),!h`.
 *
 * @returns undefined when it cannot be read, or selects everything
 */
export function parseLabelSelector(
  text: string,
): LabelRequirement[] | undefined {
  // A comma inside parentheses separates values, not requirements.
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  const requirements = parts.filter(Boolean).map(parseRequirement);
  const read = requirements.filter(
    (item): item is LabelRequirement => item !== undefined,
  );
  return read.length > 0 && read.length === requirements.length
    ? read
    : undefined;
}

function parseRequirement(part: string): LabelRequirement | undefined {
  const equality = EQUALITY.exec(part);
  if (equality) {
    return {
      key: equality[1],
      operator: equality[3] === '!=' ? 'notin' : 'in',
      values: [equality[4]],
    };
  }
  const set = SET.exec(part);
  if (set) {
    return {
      key: set[1],
      operator: set[3] as 'in' | 'notin',
      values: set[4].split(',').map(value => value.trim()),
    };
  }
  const exists = EXISTS.exec(part);
  return exists
    ? { key: exists[2], operator: exists[1] ? 'absent' : 'exists' }
    : undefined;
}
