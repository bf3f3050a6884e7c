import { applyPatch, Operation } from 'fast-json-patch';
import { failures } from '../failures';
import { KubeObject } from '../ObjectStore';
import { plainCopy } from '../plainCopy';
import { StatusError } from '../StatusError';

/** RFC 6902. A failed `test`, or a path that is not there, refuses the whole patch with 422 as a real server does. */
export function applyJsonPatch(live: KubeObject, patch: unknown): KubeObject {
  if (!Array.isArray(patch)) {
    throw failures.badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch',
    );
  }
  try {
    return applyPatch(plainCopy(live), patch as Operation[], true)
      .newDocument as KubeObject;
  } catch (error) {
    throw new StatusError(
      422,
      'Invalid',
      `the server rejected our request due to an error in our request: ${
        error instanceof Error ? error.message.split('\n')[0] : error
      }`,
      {},
    );
  }
}
