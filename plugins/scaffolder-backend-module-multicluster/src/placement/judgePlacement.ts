import {
  EntityTopology,
  EntityWorkload,
  PlacementTarget,
} from '@fairway/backstage-plugin-multicluster-common';
import { WantedPlacement } from './WantedPlacement';

const NAMED = 5;

/** Whether a placement is as wanted; `sentence` says what is there, or what is still missing. */
export interface PlacementVerdict {
  done: boolean;
  sentence: string;
}

/**
 * Compares what an entity's topology shows with what is wanted.
 *
 * @remarks
 * Only what is known to be true now counts: a target that is last known, a version that an override may have changed and
 * a fleet that was not read to the end are waited for. Copies on their way out (evicting, leaving) are not waited for.
 */
export function judgePlacement(
  topology: EntityTopology,
  wanted: WantedPlacement,
): PlacementVerdict {
  const { coverage, match } = topology;
  if (coverage.total === null) {
    return missing(['not every source has been read yet']);
  }
  const workloads = topology.workloads.filter(
    ({ name }) => wanted.workload === undefined || name === wanted.workload,
  );
  if (workloads.length === 0) {
    const why = wanted.workload
      ? `no workload ${wanted.workload} is linked to ${topology.entityRef}`
      : match.sentence?.text ?? `nothing is linked to ${topology.entityRef}`;
    return missing([why]);
  }
  const lacks = [
    ...workloads.flatMap(workload => lacksOf(workload, wanted)),
    ...lackingVersion(workloads, wanted),
  ];
  if (lacks.length > 0) {
    return missing(lacks);
  }
  const clusters = new Set(
    workloads.flatMap(w => targetsOf(w, wanted).map(t => t.cluster)),
  );
  const version = wanted.version ? ` in version ${wanted.version}` : '';
  return {
    done: true,
    sentence: `As wanted${version} on ${[...clusters].sort().join(', ')}`,
  };
}

function missing(lacks: string[]): PlacementVerdict {
  const more = lacks.length - NAMED;
  const named = lacks.slice(0, NAMED).join('; ');
  return {
    done: false,
    sentence: `Waiting: ${named}${more > 0 ? `; and ${more} more` : ''}`,
  };
}

function targetsOf(
  { placement }: EntityWorkload,
  { clusters }: WantedPlacement,
): PlacementTarget[] {
  return (placement?.targets ?? []).filter(
    ({ axes, cluster }) =>
      axes.lifecycle === 'desired' && (clusters?.includes(cluster) ?? true),
  );
}

function lacksOf(workload: EntityWorkload, wanted: WantedPlacement): string[] {
  const name = `${workload.kind} ${workload.name}`;
  const { placement, unplaced } = workload;
  if (!placement) {
    return [`${name}: ${unplaced?.text ?? 'placed nowhere'}`];
  }
  const { state, sentence } = placement.summary;
  if (state === 'unscheduled' || state === 'scheduling-suspended') {
    // Its old copies may well be healthy; what was asked for last is not being placed.
    return [`${name} is ${state}${sentence ? `: ${sentence.text}` : ''}`];
  }
  const targets = targetsOf(workload, wanted);
  const absent = (wanted.clusters ?? []).filter(
    cluster => !targets.some(target => target.cluster === cluster),
  );
  if (targets.length === 0 && absent.length === 0) {
    return [`${name} is on no cluster`];
  }
  return [
    ...absent.map(cluster => `${name} is not placed on ${cluster}`),
    ...targets.flatMap(target => {
      const lack = lackOf(target, workload, wanted);
      return lack ? [`${name} on ${target.cluster} ${lack}`] : [];
    }),
  ];
}

function lackOf(
  target: PlacementTarget,
  workload: EntityWorkload,
  { states, version }: WantedPlacement,
): string | undefined {
  const { freshness, state, versions, versionKnowledge } = target;
  if (freshness.state !== 'live') {
    return `is only last known to be ${state}`;
  }
  if (!states.includes(state)) {
    return `is ${state}`;
  }
  // What runs no containers, a Service for example, has a state and no version.
  if (version === undefined || workload.versions.length === 0) {
    return undefined;
  }
  if (versionKnowledge !== 'known') {
    return `runs a version that is ${versionKnowledge}`;
  }
  return versions.some(v => v.version === version || v.digest === version)
    ? undefined
    : `runs ${versions.map(v => v.version).join(', ') || 'no known version'}`;
}

function lackingVersion(
  workloads: EntityWorkload[],
  { version }: WantedPlacement,
): string[] {
  return version && workloads.every(w => w.versions.length === 0)
    ? [`none of the workloads says that it runs ${version}`]
    : [];
}
