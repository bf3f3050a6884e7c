import { PromotionChange } from '@fairway/backstage-plugin-multicluster-common';
import { PromotionScope } from '../PromotionScope';

/**
 * What the workloads of two environments are configured by, as their templates name it: ConfigMaps and Secrets by name, and
 * by hash where the template carries one.
 *
 * @remarks
 * Content is never read. Two that are named alike and carry no hash are no change, though their content may differ; an
 * environment of which a workload's references are not known is compared with nothing.
 */
export function changedReferences(
  now: PromotionScope,
  next: PromotionScope,
): PromotionChange['configuration'] {
  const [a, b] = [now, next].map(referencesOf);
  if (!a || !b) {
    return [];
  }
  return [...new Set([...a.keys(), ...b.keys()])].sort().flatMap(name => {
    const [from, to] = [a, b].map(side => joined(side.get(name)));
    return from === to
      ? []
      : [{ name, ...(from && { from }), ...(to && { to }) }];
  });
}

/** By kind and name, with all hashes that workloads have of it; undefined where anything is not known. */
function referencesOf({
  targets,
  unread,
}: PromotionScope): Map<string, Set<string>> | undefined {
  const workloads = targets.map(({ workload }) => workload);
  if (
    unread ||
    workloads.length === 0 ||
    workloads.some(({ configuration }) => !configuration)
  ) {
    return undefined;
  }
  const found = new Map<string, Set<string>>();
  for (const { kind, name, hash } of workloads.flatMap(
    ({ configuration }) => configuration ?? [],
  )) {
    const key = `${kind} ${name}`;
    found.set(key, (found.get(key) ?? new Set()).add(hash ?? name));
  }
  return found;
}

function joined(hashes: Set<string> | undefined): string | undefined {
  return hashes && [...hashes].sort().join(', ');
}
