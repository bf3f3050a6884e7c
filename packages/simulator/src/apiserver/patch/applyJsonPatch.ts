import { applyPatch, getValueByPointer, Operation } from 'fast-json-patch';
import { failures } from '../failures';
import { KubeObject } from '../ObjectStore';
import { plainCopy } from '../plainCopy';
import { StatusError } from '../StatusError';

/** A real server takes `replace` for `add` where nothing is there yet. */
function lenient(live: KubeObject, patch: Operation[]): Operation[] {
  return patch.map(operation =>
    operation.op === 'replace' && isAbsent(live, operation.path)
      ? { ...operation, op: 'add' }
      : operation,
  );
}

function isAbsent(live: KubeObject, path: string): boolean {
  try {
    return getValueByPointer(live, path) === undefined;
  } catch {
    return false;
  }
}

/** RFC 6902. A failed `test`, or a path that is not there, refuses the whole patch with 422 as a real server does. */
export function applyJsonPatch(live: KubeObject, patch: unknown): KubeObject {
  if (!Array.isArray(patch)) {
    throw failures.badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  }
  try {
    return applyPatch(plainCopy(live), lenient(live, patch), true)
      .newDocument as KubeObject;
  } catch {
    throw new StatusError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {},
    );
  }
}
