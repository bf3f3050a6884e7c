import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Workload } from '../../karmada/model/Workload';
import { SyncStatus } from '../model/enums';
import type { Commit, SyncState } from '../model/messages';
import type { DeployTarget } from './DeployTarget';

interface Difference {
  path: string;
  actual: string;
  expected: string;
}

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

function paragraph(
  object: KubeObject,
  number: number,
  lines: string[],
): string {
  const { apiVersion, kind, metadata } = object;
  return [
    `# ${number}. name="${metadata.name}", kind="${kind}", namespace="${
      metadata.namespace ?? ''
    }", apiVersion="${apiVersion}"`,
    '',
    ...lines,
  ].join('\n');
}

function counted(changed: number, missing: number): string {
  const are = (count: number) =>
    count === 1 ? 'is 1 manifest' : `are ${count} manifests`;
  return `There ${are(
    changed + missing,
  )} not synced (0 adds, ${missing} deletes, ${changed} changes)`;
}

/** Whether the cluster holds what git says, with the difference as the tool writes it. */
export function driftOf(given: {
  manifests: KubeObject[];
  target: DeployTarget;
  commit: Commit | undefined;
  now: number;
}): SyncState {
  const { manifests, target, commit, now } = given;
  if (!commit || manifests.length === 0) {
    return { status: SyncStatus.UNKNOWN, timestamp: now };
  }
  const paragraphs: string[] = [];
  let missing = 0;
  for (const object of manifests) {
    const live = target.get(object);
    const number = paragraphs.length + 1;
    if (!live) {
      missing += 1;
      paragraphs.push(
        paragraph(object, number, ['- Not found in the cluster']),
      );
      continue;
    }
    const found = differences(object, live);
    if (found.length > 0) {
      const lines = found.flatMap(({ path, actual, expected }) => {
        const field = path.split('.').at(-1);
        return [
          `  #${path}`,
          `- ${field}: ${actual}`,
          `+ ${field}: ${expected}`,
        ];
      });
      paragraphs.push(paragraph(object, number, lines));
    }
  }
  if (paragraphs.length === 0) {
    return { status: SyncStatus.SYNCED, timestamp: now };
  }
  return {
    status: SyncStatus.OUT_OF_SYNC,
    short_reason: counted(paragraphs.length - missing, missing),
    reason: [
      `Diff between the defined state in Git at commit ${commit.hash.slice(
        0,
        7,
      )} and actual state in cluster:`,
      '',
      '--- Actual   (LiveState)',
      '+++ Expected (Git)',
      '',
      ...paragraphs,
    ].join('\n'),
    timestamp: now,
  };
}
