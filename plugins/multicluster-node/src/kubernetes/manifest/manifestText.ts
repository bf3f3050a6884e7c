import { stringify } from 'yaml';
import { hideValues } from './hideValues';
import { isRecord } from './isRecord';
import { withoutDefaults } from './withoutDefaults';

/** A manifest of more characters is not compared: what is beyond this is data, not settings. */
const LONGEST = 200_000;

/** Written by who delivered it, and different wherever it was delivered to. */
const MARKS =
  /^(kubectl\.kubernetes\.io|deployment\.kubernetes\.io|([\w-]+\.)*karmada\.io|pipecd\.dev|argocd\.argoproj\.io)\//;
const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/**
 * A manifest as lines of YAML in which two clusters can be compared: without status, without what a server or a delivery tool
 * writes into it, without defaults and without its namespace, with sorted keys. Values of secrets and settings are not in it,
 * see {@link hideValues}.
 *
 * @returns undefined for what is no object, or is too large
 * @public
 */
export function manifestText(object: unknown): string | undefined {
  if (!isRecord(object)) {
    return undefined;
  }
  const { status, metadata, ...rest } = object;
  const hidden = hideValues({ ...rest, metadata: ownMetadata(metadata) });
  const text = stringify(withoutDefaults(withoutMarks(hidden)), {
    lineWidth: 0,
    sortMapEntries: true,
    aliasDuplicateObjects: false,
  });
  return text.length <= LONGEST ? text : undefined;
}

/** Everything else of an object's metadata is written by its server, or is where it is. */
function ownMetadata(metadata: unknown): Record<string, unknown> {
  const { name, generateName, labels, annotations } = isRecord(metadata)
    ? metadata
    : ({} as Record<string, unknown>);
  return Object.fromEntries(
    Object.entries({ name, generateName, labels, annotations }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** Those of pod templates too. */
function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutMarks);
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      (key === 'annotations' || key === 'labels') && isRecord(item)
        ? Object.fromEntries(
            Object.entries(item).filter(
              ([name]) => !MARKS.test(name) && name !== CHANGE_CAUSE,
            ),
          )
        : withoutMarks(item),
    ]),
  );
}
