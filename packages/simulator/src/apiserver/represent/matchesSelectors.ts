import { failures } from '../failures';
import { StoredObject } from '../store/StoredObject';

type Test = (entry: StoredObject) => boolean;

function labelTest(requirement: string): Test {
  const text = requirement.trim();
  const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(text);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    return set[2] === 'in'
      ? ({ labels }) => values.includes(labels?.[set[1]] ?? '\0')
      : ({ labels }) => !values.includes(labels?.[set[1]] ?? '\0');
  }
  const equal = /^([^\s=!]+)\s*(==|=|!=)\s*([^\s=]*)$/.exec(text);
  if (equal) {
    return equal[2] === '!='
      ? ({ labels }) => labels?.[equal[1]] !== equal[3]
      : ({ labels }) => labels?.[equal[1]] === equal[3];
  }
  const exists = /^(!?)\s*([^\s=!(),]+)$/.exec(text);
  if (exists) {
    return ({ labels }) => (labels?.[exists[2]] !== undefined) === !exists[1];
  }
  throw failures.badRequest(
    `unable to parse requirement: found '${text}', expected: ',', or 'end of string'`,
  );
}

const FIELDS: Record<string, (entry: StoredObject) => unknown> = {
  'metadata.name': entry => entry.name,
  'metadata.namespace': entry => entry.namespace,
};

/** Fields of built-in kinds alone: no Karmada kind declares any. */
const BUILT_IN_FIELDS = [
  'involvedObject.kind',
  'involvedObject.name',
  'involvedObject.namespace',
  'involvedObject.uid',
  'reason',
  'type',
  'spec.nodeName',
  'status.phase',
];

function fieldTest(requirement: string, custom: boolean): Test {
  const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(requirement.trim());
  const path = match?.[1] ?? '';
  const known =
    FIELDS[path] ??
    (!custom && BUILT_IN_FIELDS.includes(path)
      ? (entry: StoredObject) =>
          path
            .split('.')
            .reduce<unknown>(
              (value, key) => (value as Record<string, unknown>)?.[key],
              entry.object,
            )
      : undefined);
  if (!match || !known) {
    throw failures.badRequest(
      custom
        ? `field label not supported: ${path}`
        : `"${path}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
    );
  }
  return entry => (known(entry) === match[3]) === (match[2] !== '!=');
}

/**
 * Compiles `labelSelector` and `fieldSelector` of a request. Undefined when there is none: then nothing is tested, and
 * a list may say how many items remain.
 */
export function matchesSelectors(
  query: URLSearchParams,
  options: { custom: boolean },
): Test | undefined {
  const labels = (query.get('labelSelector') ?? '')
    .split(/,(?![^(]*\))/)
    .filter(part => part.trim())
    .map(labelTest);
  const fields = (query.get('fieldSelector') ?? '')
    .split(',')
    .filter(part => part.trim())
    .map(part => fieldTest(part, options.custom));
  const tests = [...labels, ...fields];
  return tests.length ? entry => tests.every(test => test(entry)) : undefined;
}
