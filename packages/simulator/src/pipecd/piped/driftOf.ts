import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Workload } from '../../karmada/model/Workload';
import { SyncStatus } from '../model/enums';
import type { Commit, SyncState } from '../model/messages';
import type { DeployTarget } from './DeployTarget';
import { renderDifference, type Difference } from './renderDifference';

function differences(wanted: KubeObject, live: KubeObject): Difference[] {
  const [expected, actual] = [wanted, live] as Workload[];
  const found: Difference[] = [];
  const compare = (path: string, was: unknown, is: unknown) => {
    if (is !== undefined && was !== is) {
      found.push({ path, actual: String(was), expected: String(is) });
    }
  };
  compare('spec.replicas', actual.spec?.replicas, expected.spec?.replicas);
  const containers = expected.spec?.template?.spec?.containers ?? [];
  containers.forEach(({ image }, index) =>
    compare(
      `spec.template.spec.containers.${index}.image`,
      actual.spec?.template?.spec?.containers[index]?.image,
      image,
    ),
  );
  return found;
}

function named({ apiVersion, kind, metadata }: KubeObject): string {
  return `name="${metadata.name}", kind="${kind}", namespace="${
    metadata.namespace ?? ''
  }", apiVersion="${apiVersion}"`;
}

function counted(changed: number, added: number): string {
  return `There are ${
    changed + added
  } manifests not synced (${added} adds, 0 deletes, ${changed} changes)`;
}

/**
 * Whether the cluster holds what stands in git now, with the difference as the tool writes it. A commit that was pushed and
 * not deployed yet, or was rolled back, is a difference too.
 */
export function driftOf(given: {
  manifests: KubeObject[];
  target: DeployTarget;
  head: Commit;
  now: number;
}): SyncState {
  const { manifests, target, head, now } = given;
  if (manifests.length === 0) {
    return { status: SyncStatus.UNKNOWN, timestamp: now };
  }
  const paragraphs: string[] = [];
  let added = 0;
  for (const object of manifests) {
    const live = target.get(object);
    const number = paragraphs.length + 1;
    const found = live ? differences(object, live) : [];
    if (!live) {
      added += 1;
      paragraphs.push(`+ ${number}. ${named(object)}\n`);
    } else if (found.length > 0) {
      const lines = found.flatMap(renderDifference);
      paragraphs.push(
        [`# ${number}. ${named(object)}`, '', ...lines, ''].join('\n'),
      );
    }
  }
  if (paragraphs.length === 0) {
    return { status: SyncStatus.SYNCED, timestamp: now };
  }
  return {
    status: SyncStatus.OUT_OF_SYNC,
    short_reason: counted(paragraphs.length - added, added),
    reason: [
      `Diff between the defined state in Git at commit ${head.hash.slice(
        0,
        7,
      )} and actual state in cluster:`,
      '',
      '--- Actual   (LiveState)',
      '+++ Expected (Git)',
      '',
      ...paragraphs,
      '',
      '',
    ].join('\n'),
    timestamp: now,
  };
}
