import { ResourceType } from '../ObjectStore';
import { apiVersionOf } from '../represent/apiVersionOf';
import { metadataOnly } from '../represent/metadataOnly';
import { Representation } from '../represent/representation';
import { tableOf } from '../represent/tableOf';
import { Status } from '../StatusError';
import { StoredObject } from '../store/StoredObject';

const END = Buffer.from('}\n');

function object(
  event: string,
  entry: StoredObject,
  as: { type: ResourceType; form: Representation; now: Date; include: string },
): Buffer {
  const head = Buffer.from(`{"type":"${event}","object":`);
  if (as.form === 'table') {
    const table = tableOf(as.type, [entry], as);
    return Buffer.concat([head, Buffer.from(JSON.stringify(table)), END]);
  }
  const body = as.form === 'metadata' ? metadataOnly(entry) : entry.json;
  return Buffer.concat([head, body, END]);
}

/** Says how far the stream is, without an object; `initialEventsEnd` closes a streaming list. */
function bookmark(
  type: ResourceType,
  form: Representation,
  resourceVersion: number,
  initialEventsEnd = false,
): Buffer {
  const metadata = {
    resourceVersion: String(resourceVersion),
    ...(initialEventsEnd && {
      annotations: { 'k8s.io/initial-events-end': 'true' },
    }),
  };
  const kind =
    form === 'metadata'
      ? { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1' }
      : { kind: type.kind, apiVersion: apiVersionOf(type) };
  return line({ type: 'BOOKMARK', object: { ...kind, metadata } });
}

function error(status: Status): Buffer {
  return line({ type: 'ERROR', object: status });
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** The lines of a watch stream. */
export const encodeEvent = { object, bookmark, error } as const;
