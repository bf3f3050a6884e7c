import { JsonObject, JsonValue } from '@backstage/types';
import { GateLog } from './native/GateLog';
import { PipecdRun, PipecdStage } from './native/PipecdRun';
import { guardRequires } from './project/guardRequires';

/** No status that PipeCD has: reads as unknown. */
const UNKNOWN = -1;

/**
 * What is stored of a deployment, as the rules expect it: another version of this module may have written it, and the rules
 * must not fail on it. What is not of its kind is left out, and a status that is none is unknown.
 *
 * @internal
 */
export function readNative(native: JsonObject): PipecdRun {
  const { generation, status, reason, summary, completedAt } = native;
  return {
    generation: generation === 'v1' ? 'v1' : 'v0',
    status: numberOf(status) ?? UNKNOWN,
    ...defined({
      reason: textOf(reason),
      summary: textOf(summary),
      completedAt: numberOf(completedAt),
    }),
    stages: drawable(objectsOf(native.stages).map(readStage)),
  };
}

/** Keys that tell stages apart, and requirements that name stages which are shown. */
function drawable(stages: PipecdStage[]): PipecdStage[] {
  const taken = new Set<string>();
  const told = stages.map((stage, place) => {
    const key = taken.has(stage.key) ? `${stage.key}#${place}` : stage.key;
    taken.add(key);
    return { ...stage, key };
  });
  const shown = told.filter(({ hidden }) => !hidden);
  const requires = guardRequires(
    new Map(shown.map(stage => [stage.key, stage.requires])),
  );
  return told.map(stage => ({
    ...stage,
    requires: requires.get(stage.key) ?? [],
  }));
}

function readStage(stage: JsonObject, place: number): PipecdStage {
  return {
    id: textOf(stage.id) ?? '',
    key: textOf(stage.key) || `stage#${place}`,
    name: textOf(stage.name) ?? '',
    status: numberOf(stage.status) ?? UNKNOWN,
    requires: textsOf(stage.requires) ?? [],
    retried: countOf(stage.retried) ?? 0,
    ...defined({
      description: textOf(stage.description),
      hidden: trueOf(stage.hidden),
      rollback: trueOf(stage.rollback),
      at: numberOf(stage.at),
      gate: trueOf(stage.gate),
      approvers: textsOf(stage.approvers),
      approvedBy: textsOf(stage.approvedBy),
      skippedBy: textOf(stage.skippedBy),
      display: textOf(stage.display),
      shares: sharesOf(stage.shares),
      elapsed: textOf(stage.elapsed),
      log: logOf(stage.log),
    }),
  };
}

function logOf(value: JsonValue | undefined): GateLog | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  return {
    approvals: objectsOf(value.approvals).flatMap(({ name, at }) =>
      typeof name === 'string'
        ? [{ name, ...defined({ at: numberOf(at) }) }]
        : [],
    ),
    ...defined({
      minimum: countOf(value.minimum) || undefined,
      enough: trueOf(value.enough),
      timedOut: textOf(value.timedOut),
      cancelled: trueOf(value.cancelled),
    }),
  };
}

function sharesOf(
  value: JsonValue | undefined,
): Record<string, string> | undefined {
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, share]) =>
          typeof share === 'string' ? [[key, share]] : [],
        ),
      )
    : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectsOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: JsonValue | undefined): string[] | undefined {
  return Array.isArray(value)
    ? value.filter((part): part is string => typeof part === 'string')
    : undefined;
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

function countOf(value: JsonValue | undefined): number | undefined {
  const count = numberOf(value);
  return Number.isSafeInteger(count) && Number(count) >= 0 ? count : undefined;
}

function trueOf(value: JsonValue | undefined): true | undefined {
  return value === true ? true : undefined;
}

/** Without the fields that have no value, so that equal facts stay equal. */
function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
