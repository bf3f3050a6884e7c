import {
  EntityWorkload,
  PlacementTarget,
} from '@fairway/backstage-plugin-multicluster-common';
import { isCalm } from '../model/severity';

type Fields = Record<string, string[]>;

/**
 * What the filter field of the tab keeps: every word must be found in a name, cluster, region, environment, state or
 * version; `cluster:`, `region:`, `environment:`, `status:`, `version:`, `kind:` and `workload:` look in one of them, and
 * `*` stands for anything there.
 *
 * @param options - `wrongOnly` keeps what is neither healthy nor live
 * @internal
 */
export function treeFilter(
  text: string,
  options: { wrongOnly: boolean },
): (workload: EntityWorkload, target: PlacementTarget | undefined) => boolean {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return (workload, target) => {
    if (options.wrongOnly && !isWrong(target)) {
      return false;
    }
    const fields = fieldsOf(workload, target);
    return words.every(word => wordMatches(word, fields));
  };
}

function isWrong(target: PlacementTarget | undefined): boolean {
  return (
    !target || !isCalm(target.state) || target.freshness.state === 'last-known'
  );
}

function fieldsOf(
  workload: EntityWorkload,
  target: PlacementTarget | undefined,
): Fields {
  const { cluster, region, environment, state, versions } = target ?? {};
  const stale = target?.freshness.state === 'last-known' ? ['last-known'] : [];
  const fields: Fields = {
    workload: [workload.name],
    kind: [workload.kind],
    cluster: [cluster ?? ''],
    region: [region ?? ''],
    environment: [environment ?? ''],
    status: [state ?? '', ...stale],
    version: (versions ?? []).map(version => version.version),
  };
  return Object.fromEntries(
    Object.entries(fields).map(([key, values]) => [
      key,
      values.map(value => value.toLocaleLowerCase()),
    ]),
  );
}

function wordMatches(word: string, fields: Fields): boolean {
  const colon = word.indexOf(':');
  const values = colon > 0 ? fields[word.slice(0, colon)] : undefined;
  if (!values) {
    return Object.values(fields).some(all =>
      all.some(value => value.includes(word)),
    );
  }
  const wanted = word.slice(colon + 1);
  return values.some(value => globMatches(wanted, value));
}

/** Matches `*` without a regular expression: what a reader types must not be able to stall the browser. */
function globMatches(glob: string, value: string): boolean {
  const parts = glob.split('*');
  if (parts.length === 1) {
    return value.startsWith(glob);
  }
  const [first, ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!value.startsWith(first)) {
    return false;
  }
  let from = first.length;
  for (const part of rest) {
    const at = value.indexOf(part, from);
    if (at < 0) {
      return false;
    }
    from = at + part.length;
  }
  return value.length - last.length >= from && value.endsWith(last);
}
