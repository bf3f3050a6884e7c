import { read } from '../objects/read';

/**
 * A label selector of an object as a query, matchExpressions included.
 *
 * @returns undefined when it selects nothing in particular: pods are then not guessed
 * @public
 */
export function selectorText(selector: unknown): string | undefined {
  const source = read.record(selector);
  const labels = Object.entries(read.labels(source.matchLabels)).map(
    ([key, value]) => `${key}=${value}`,
  );
  const expressions = read.list(source.matchExpressions).map(item => {
    const { key, operator, values } = read.record(item);
    const list = `(${read.strings(values).join(',')})`;
    switch (operator) {
      case 'In':
        return `${key} in ${list}`;
      case 'NotIn':
        return `${key} notin ${list}`;
      case 'Exists':
        return `${key}`;
      case 'DoesNotExist':
        return `!${key}`;
      default:
        return undefined;
    }
  });
  // An operator that is not known could only make the selection too wide.
  if (expressions.includes(undefined)) {
    return undefined;
  }
  return [...labels, ...expressions].join(',') || undefined;
}
