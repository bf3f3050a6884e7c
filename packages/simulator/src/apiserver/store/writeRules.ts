import { isDeepStrictEqual } from 'node:util';
import { failures } from '../failures';
import { KubeObject, ObjectMeta, ResourceType } from '../ObjectStore';
import { plainCopy } from '../plainCopy';
import { generationRules } from './generationRules';

/** Kubernetes times have whole seconds. */
function timestamp(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

function newObject(
  type: ResourceType,
  object: KubeObject,
  given: { now: Date; uid: string; suffix: string; shared?: boolean },
): KubeObject {
  const copy = given.shared ? object : plainCopy(object);
  const generated = copy.metadata.generateName
    ? `${copy.metadata.generateName}${given.suffix}`
    : undefined;
  const name = copy.metadata.name || generated;
  if (!name) {
    throw failures.invalidObject(
      type,
      '',
      'metadata.name',
      'Required value: name or generateName is required',
    );
  }
  const metadata: ObjectMeta = {
    ...copy.metadata,
    name,
    uid: copy.metadata.uid ?? given.uid,
    creationTimestamp: copy.metadata.creationTimestamp ?? timestamp(given.now),
  };
  delete metadata.deletionTimestamp;
  if (generationRules.hasGeneration(type)) {
    metadata.generation = copy.metadata.generation ?? 1;
  }
  return { ...copy, metadata };
}

function checkPreconditions(
  type: ResourceType,
  live: KubeObject,
  object: KubeObject,
): void {
  const { resourceVersion, uid } = object.metadata;
  if (uid && uid !== live.metadata.uid) {
    throw failures.conflict(
      type,
      live.metadata.name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${live.metadata.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== live.metadata.resourceVersion) {
    throw failures.conflict(type, live.metadata.name);
  }
}

/** What belongs to the server and survives whatever a client sends. */
function withServerFields(live: KubeObject, metadata: ObjectMeta): ObjectMeta {
  const kept: ObjectMeta = { ...metadata };
  for (const field of [
    'uid',
    'creationTimestamp',
    'generation',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'resourceVersion',
    'namespace',
  ]) {
    if (live.metadata[field] === undefined) {
      delete kept[field];
    } else {
      kept[field] = live.metadata[field];
    }
  }
  if (metadata.managedFields === undefined && live.metadata.managedFields) {
    kept.managedFields = live.metadata.managedFields;
  }
  return kept;
}

/** The next revision of an object, without its new resourceVersion; the live one itself when nothing changes. */
function nextObject(
  type: ResourceType,
  live: KubeObject,
  object: KubeObject,
  options: { status?: boolean } = {},
): KubeObject {
  checkPreconditions(type, live, object);
  const copy = plainCopy(object);
  const next: KubeObject = options.status
    ? { ...live, metadata: { ...live.metadata } }
    : { ...copy, metadata: withServerFields(live, copy.metadata) };
  if (options.status && copy.metadata.managedFields) {
    next.metadata.managedFields = copy.metadata.managedFields;
  }
  const statusFrom =
    options.status || !type.subresources.includes('status') ? copy : live;
  if (statusFrom.status === undefined) {
    delete next.status;
  } else {
    next.status = statusFrom.status;
  }
  if (generationRules.moves(type, live, next)) {
    next.metadata.generation = (live.metadata.generation ?? 0) + 1;
  }
  return sameContent(live, next) ? live : next;
}

/** managedFields alone are no change: a real server drops an update that would only move their time. */
function sameContent(before: KubeObject, after: KubeObject): boolean {
  return isDeepStrictEqual(
    {
      ...before,
      metadata: { ...before.metadata, managedFields: owners(before) },
    },
    { ...after, metadata: { ...after.metadata, managedFields: owners(after) } },
  );
}

function owners(object: KubeObject): unknown {
  return object.metadata.managedFields?.map(({ time, ...entry }) => entry);
}

function markDeleted(live: KubeObject, now: Date): KubeObject {
  return {
    ...live,
    metadata: {
      ...live.metadata,
      deletionGracePeriodSeconds: 0,
      deletionTimestamp: timestamp(now),
      ...(live.metadata.generation !== undefined && {
        generation: live.metadata.generation + 1,
      }),
    },
  };
}

/** What the server does to an object between a client's request and the storage. */
export const writeRules = {
  timestamp,
  newObject,
  nextObject,
  markDeleted,
} as const;
