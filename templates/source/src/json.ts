import { JsonObject, JsonValue } from '@backstage/types';

/** Readers of JSON that may be anything: rules never throw for what a tool sends. */

/** @internal */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}

/** @internal */
export function momentOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT.*Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}

/** @internal */
export function textsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}

/** @internal */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

/** @internal */
export function objectsOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}
