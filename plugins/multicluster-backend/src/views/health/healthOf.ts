import {
  CoverageProblem,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { KnownSource } from '../../service/KnownSource';
import { toIso } from '../toIso';
import { isUntrustedLane } from './isUntrustedLane';
import { HealthAspect, isPartOf } from './HealthAspect';
import { HealthRow } from './selectHealthRows';
import { FleetHealth, LaneHealth, SourceHealth } from './SourceHealth';

/** Silence after which a lane counts as stale. Bookmarks come about once a minute, so this forgives one. */
export const STALE_AFTER_MS = 150_000;

/**
 * How well everything is read, from the stored lanes and the sources of the configuration. Rows of sources that are no
 * longer configured are left out.
 *
 * @param aspect - what is asked about: a delivery tool that cannot be read says nothing against what is known of clusters
 */
export function healthOf(
  rows: HealthRow[],
  known: KnownSource[],
  startedAt: number,
  now: number,
  aspect: HealthAspect = 'all',
): FleetHealth {
  const parts = known.filter(source => isPartOf(source, aspect));
  const lanes = rows
    .flatMap(row => laneHealth(row, now) ?? [])
    .filter(lane => aspect === 'all' || lane.facet === aspect);
  const sources = parts.map(source =>
    sourceHealth(
      source,
      rows.find(row => row.source === source.id),
      lanes.filter(lane => lane.controlPlane === source.id),
      startedAt,
    ),
  );
  return { sources, lanes: new Map(lanes.map(lane => [lane.laneId, lane])) };
}

function laneHealth(row: HealthRow, now: number): LaneHealth | undefined {
  const { lane } = row;
  if (!lane) {
    return undefined;
  }
  const silence = now - (lane.contactAt ?? now);
  const problem = lane.problem && {
    source: row.source,
    subject: lane.subject,
    code: lane.problem.code,
    sentence: lane.problem.sentence,
    since: toIso(lane.problem.since),
  };
  return {
    laneId: lane.id,
    sourceId: row.sourceId,
    controlPlane: row.source,
    facet: lane.facet,
    name: lane.name,
    subject: lane.subject,
    state: laneState(lane, silence),
    everRead: lane.swept,
    contactAt: lane.contactAt,
    lagSeconds: lane.lagSeconds,
    objects: lane.objects,
    relists: lane.relists,
    errors: lane.errors,
    problem: problem ?? staleProblem(row, silence, now),
  };
}

function laneState(
  lane: NonNullable<HealthRow['lane']>,
  silence: number,
): LaneHealth['state'] {
  if (lane.retired) {
    return 'off';
  }
  if (lane.problem) {
    return 'failed';
  }
  if (silence > STALE_AFTER_MS) {
    return 'stale';
  }
  return lane.swept ? 'live' : 'syncing';
}

function staleProblem(
  row: HealthRow,
  silence: number,
  now: number,
): CoverageProblem | undefined {
  if (silence <= STALE_AFTER_MS || row.lane?.retired) {
    return undefined;
  }
  return {
    source: row.source,
    subject: row.lane?.subject,
    code: 'timeout',
    sentence: sentence('view.source.stale', {
      source: row.source,
      subject: row.lane?.subject ?? '',
      // Rounded, because a number that changes each second would make every answer a new one.
      seconds: Math.floor(silence / 60_000) * 60,
    }),
    since: toIso(now - silence),
  };
}

function sourceHealth(
  source: KnownSource,
  row: HealthRow | undefined,
  lanes: LaneHealth[],
  startedAt: number,
): SourceHealth {
  const wanted = lanes.filter(lane => lane.state !== 'off');
  // Clusters are listed long before 100,000 bindings are: until then nothing may read as placed nowhere.
  const everRead =
    lanes.some(lane => lane.everRead) &&
    !wanted.some(lane => lane.state === 'syncing');
  const problems = wanted.flatMap(lane => lane.problem ?? []);
  if (source.broken) {
    problems.push({
      source: source.id,
      code: 'configuration',
      sentence: sentence('view.source.broken', {
        key: source.broken.configKey,
        reason: source.broken.reason,
      }),
      since: toIso(startedAt),
    });
  } else if (!everRead && problems.length === 0) {
    problems.push({
      source: source.id,
      code: 'incomplete',
      sentence: sentence('view.source.starting', { source: source.id }),
      since: toIso(startedAt),
    });
  }
  return {
    sourceId: row?.sourceId,
    id: source.id,
    type: source.type,
    state: source.broken ? 'broken' : sourceState(wanted, everRead),
    lanes,
    problems,
    everRead,
  };
}

function sourceState(
  wanted: LaneHealth[],
  everRead: boolean,
): SourceHealth['state'] {
  const troubled = wanted.filter(isUntrustedLane);
  if (troubled.length > 0) {
    return troubled.length === wanted.length ? 'down' : 'degraded';
  }
  return everRead ? 'live' : 'starting';
}
