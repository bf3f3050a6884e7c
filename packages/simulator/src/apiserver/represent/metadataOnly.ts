import { StoredObject } from '../store/StoredObject';

const HEAD = Buffer.from(
  '{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":',
);
const TAIL = Buffer.from('}');

/** An object as PartialObjectMetadata. */
export function metadataOnly(entry: StoredObject): Buffer {
  return Buffer.concat([HEAD, entry.metadataJson(), TAIL]);
}
