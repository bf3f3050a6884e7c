import { hash } from 'node:crypto';
import { podTemplateOf, runsPods } from '../objects/podSpecOf';
import { read } from '../objects/read';

type Json = Record<string, unknown>;

/** How many copies there are, and whether a rollout or a Job goes on: the content is the same. */
const COURSE_OF_JOBS = ['parallelism', 'suspend'];
const COURSE_OF_OTHERS = ['replicas', 'paused'];
/** Whether it makes Jobs now. */
const COURSE_OF_SCHEDULES = ['suspend'];
/** How far a rollout gets. */
const COURSE_OF_UPDATES = ['partition', 'paused'];
/** `kubectl rollout restart` writes it into the pod template: the same content once more. */
const RESTARTED = 'kubectl.kubernetes.io/restartedAt';
/** The API server writes them, with a selector of them, into each Job: another of each that is made anew. */
const UID_OF_JOB = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
/** Raise it with any change of how the digest is made: else all that runs would count as changed with the next generation. */
const FORM = '1:';

/**
 * What a workload is apart from its number of copies and the images of its containers: a digest of its spec.
 *
 * @remarks
 * What is on the object itself (status, metadata, annotations of controllers) is outside of it. Labels and annotations of the pod
 * template are inside, but for the time of a restart. Keys count in the order in which the server gives them: one of another
 * release may give another digest of what nobody changed, so that only digests of different generations say anything.
 *
 * @returns a digest behind the form it has (`1:`): only those of one form can be compared; undefined for kinds whose pods we cannot
 * read
 * @public
 */
export function settingsDigest(
  group: string,
  kind: string,
  object: Record<string, unknown>,
): string | undefined {
  if (!runsPods(group, kind)) {
    return undefined;
  }
  const { metadata, spec: pods } = podTemplateOf(group, kind, object);
  const { containers, ...pod } = read.record(pods);
  const parts = [
    kind === 'Pod'
      ? []
      : [...outerOf(kind, object), podMetadata(kind, metadata)],
    pod,
    read.list(containers).map(one => without(read.record(one), ['image'])),
  ];
  const digest = hash('sha256', JSON.stringify(parts), 'base64url');
  return FORM + digest.slice(0, 16);
}

/** What is around the pod template. */
function outerOf(kind: string, object: Json): Json[] {
  const { template: _, ...spec } = read.record(object.spec);
  if (kind === 'CronJob') {
    const { jobTemplate, ...schedule } = spec;
    const { template: __, ...job } = read.record(read.record(jobTemplate).spec);
    return [
      without(schedule, COURSE_OF_SCHEDULES),
      without(job, COURSE_OF_JOBS),
    ];
  }
  if (kind === 'Job') {
    return [without(spec, [...COURSE_OF_JOBS, 'selector'])];
  }
  const { updateStrategy, ...rest } = spec;
  return [
    without(rest, COURSE_OF_OTHERS),
    strategyOf(read.record(updateStrategy)),
  ];
}

function strategyOf(strategy: Json): Json {
  const rolling = read.record(strategy.rollingUpdate);
  return {
    ...without(strategy, COURSE_OF_UPDATES),
    rollingUpdate: without(rolling, COURSE_OF_UPDATES),
  };
}

function podMetadata(kind: string, metadata: unknown): Json {
  const { labels, annotations } = read.record(metadata);
  return {
    labels: without(read.record(labels), kind === 'Job' ? UID_OF_JOB : []),
    annotations: without(read.record(annotations), [RESTARTED]),
  };
}

function without(record: Json, names: readonly string[]): Json {
  const rest = { ...record };
  for (const name of names) {
    delete rest[name];
  }
  return rest;
}
