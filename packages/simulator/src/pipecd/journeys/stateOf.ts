/** A deployment as a recording keeps it. */
export interface RecordedState {
  status?: number;
  status_reason?: string;
  summary?: string;
  sync_strategy?: number;
  trigger?: { sync_strategy?: number };
  metadata_v2?: unknown;
  metadata?: Record<string, string>;
  versions?: Array<{ kind?: number; version: string; name?: string }>;
  running_commit_hash?: string;
  running_config_filename?: string;
  completed_at?: number;
  stages: Array<{
    id: string;
    name: string;
    desc?: string;
    index?: number;
    predefined?: boolean;
    visible?: boolean;
    rollback?: boolean;
    requires: string[];
    status?: number;
    metadata?: Record<string, string>;
    completed_at?: number;
    available_operation?: number;
    authorized_operators: string[];
  }>;
}

/** What of a deployment is the same in every run of a journey: no ids, no times, no order of maps. */
export type RunState = Record<string, unknown>;

const TIMES = new Set(['startTime', 'elapsedTime']);
const APPROVED = new Set([
  'ApprovedBy',
  'pipecd/stage-approved-users',
  'pipecd/stage-display-metadata',
]);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, field]) => [key, sorted(field)]),
    );
  }
  return value;
}

/** Who of several came first at the same moment is a matter of random ids; how many did is not. */
function metadataValue(key: string, value: string, listed: number): string {
  if (TIMES.has(key)) {
    return '(time)';
  }
  return APPROVED.has(key) && listed > 2
    ? `${value.split(', ').length} of them`
    : value;
}

function listedOf(stage: RecordedState['stages'][number]): number {
  const { authorized_operators, metadata } = stage;
  return Math.max(
    authorized_operators.length,
    (metadata?.Approvers ?? '').split(',').length,
  );
}

/** {@inheritDoc RunState} */
export function stateOf(deployment: RecordedState): RunState {
  const { stages, status = 0, summary, metadata_v2 } = deployment;
  const place = new Map(stages.map(({ id }, index) => [id, `#${index}`]));
  const reason = [...place].reduce(
    (text, [id, name]) => text.replace(id, name),
    deployment.status_reason ?? '',
  );
  return sorted({
    status,
    reason,
    summary,
    strategy:
      deployment.sync_strategy ?? deployment.trigger?.sync_strategy ?? 0,
    metadata_v2,
    metadata: deployment.metadata ?? {},
    versions: deployment.versions ?? [],
    running: deployment.running_commit_hash !== undefined,
    running_config: deployment.running_config_filename,
    over: deployment.completed_at !== undefined,
    stages: stages.map(stage => ({
      name: stage.name,
      index: stage.index ?? 0,
      visible: stage.visible ?? false,
      predefined: stage.predefined ?? false,
      rollback: stage.rollback ?? false,
      requires: stage.requires.map(id => place.get(id)),
      status: stage.status ?? 0,
      timed: stage.completed_at !== undefined,
      operation: stage.available_operation ?? 0,
      operators: stage.authorized_operators,
      metadata: Object.fromEntries(
        Object.entries(stage.metadata ?? {}).map(([key, value]) => [
          key,
          metadataValue(key, value, listedOf(stage)),
        ]),
      ),
    })),
  }) as RunState;
}
