import {
  EnvironmentVersion,
  placementSeverity,
  PromotionEnvironment,
  RunArtifact,
} from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../toIso';
import { PromotionColumn } from './PromotionColumn';
import { PromotionScope, ScopeRun, ScopeTarget } from './PromotionScope';
import { bringingRun } from './rules/bringingRun';
import { environmentDrift } from './rules/environmentDrift';
import { environmentHealth } from './rules/environmentHealth';
import { environmentVersions } from './rules/environmentVersions';
import { gatesTowards } from './rules/gatesTowards';
import { lastPart } from './rules/imageNames';
import { isUnpinned } from './rules/isUnpinned';
import { arrivedAt, hasArrived, isUnderWay } from './rules/runProgress';
import {
  VersionChange,
  versionSince,
  VersionSince,
} from './rules/versionSince';

/**
 * A column of the matrix.
 *
 * @param names - what images are called, by reference, for all environments alike
 * @param changes - newest first
 */
export function toColumn(
  scope: PromotionScope,
  names: ReadonlyMap<string, string>,
  changes: VersionChange[],
): PromotionColumn {
  const seen = environmentVersions(scope.targets, names);
  const changed = versionSince(scope.targets, changes, labelOf);
  const brought = bringingRun(scope.runs, scope.targets, seen, changed);
  const versions = scope.targets.length === 0 ? reported(scope.runs) : seen;
  const since = changed ?? sinceOfRun(brought);
  const [gate] = gatesTowards(scope.runs, 'pending');
  const run = gate?.run ?? atWork(scope.runs);
  const drift = environmentDrift(scope);
  const actor = brought?.run.trigger.actor;
  return {
    scope,
    ...(brought && { brought }),
    view: {
      name: scope.name,
      ...(scope.title && { title: scope.title }),
      versions,
      ...(brought?.run.commit && { commit: brought.run.commit }),
      ...(actor && { by: actor }),
      ...(since && { since: toIso(since.since) }),
      ...(since?.atLeast && { sinceAtLeast: true }),
      ...environmentHealth(scope, seen, gate ? [gate] : []),
      coverage: scope.coverage,
      clusters: clustersOf(scope.targets),
      ...(gate && { gate: { ...gate.gate, runId: gate.run.run.id } }),
      ...(run && { run: run.run }),
      ...(drift && { drift }),
    },
  };
}

/** The run under way that does something, rather than those that stand behind it. */
function atWork(runs: ScopeRun[]): ScopeRun | undefined {
  const going = runs.filter(isUnderWay);
  return (
    going.find(({ run }) => !['queued', 'pending'].includes(run.status)) ??
    going[going.length - 1]
  );
}

/** The version of a target as the history writes it, see versionLabel. */
function labelOf({ versions, versionKnowledge }: ScopeTarget): string {
  return versionKnowledge === 'known'
    ? versions.map(({ version }) => version).join(', ')
    : versionKnowledge;
}

/**
 * What tools say that they delivered, where no cluster is read that could say what runs: of each pipeline what it brought
 * last, as one that stayed behind must be seen to.
 */
function reported(runs: ScopeRun[]): EnvironmentVersion[] {
  const arrived = runs.filter(hasArrived);
  const last = arrived.filter(
    (run, index) =>
      index ===
      arrived.findIndex(other => other.pipelineRowId === run.pipelineRowId),
  );
  const found = last.flatMap(({ run }) => run.artifacts).filter(isImage);
  return found.flatMap(({ name, version }, index) =>
    index ===
    found.findIndex(
      other =>
        lastPart(other.name) === lastPart(name) && other.version === version,
    )
      ? {
          name: lastPart(name),
          version,
          unpinned: isUnpinned({ image: name, version }),
          digests: [],
          knowledge: 'known',
          clusters: [],
        }
      : [],
  );
}

function isImage({ kind }: RunArtifact): boolean {
  return kind === 'image';
}

function sinceOfRun(brought: ScopeRun | undefined): VersionSince | undefined {
  const since = brought && arrivedAt(brought);
  return since === undefined ? undefined : { since, atLeast: false };
}

/** By name; a cluster that runs several workloads is as the worst of them. */
function clustersOf(targets: ScopeTarget[]): PromotionEnvironment['clusters'] {
  const worst = new Map<string, ScopeTarget>();
  for (const target of targets) {
    const known = worst.get(target.cluster);
    if (
      !known ||
      placementSeverity(target.state) < placementSeverity(known.state)
    ) {
      worst.set(target.cluster, target);
    }
  }
  return [...worst.values()]
    .sort((a, b) => a.cluster.localeCompare(b.cluster))
    .map(({ cluster, state, freshness }) => ({
      name: cluster,
      state,
      freshness,
    }));
}
