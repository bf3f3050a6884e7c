import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { keys } from '../project/keys';
import { projectBinding } from '../project/projectBinding';
import { LaneBinding } from './LaneBinding';

/** @returns undefined for what does not say which template it places @internal */
export function toLaneBinding(raw: unknown): LaneBinding | undefined {
  const fact = projectBinding(raw);
  if (!fact) {
    return undefined;
  }
  const object = read.record(raw);
  const annotations = read.record(read.record(object.metadata).annotations);
  const dependencies = parse(annotations[keys.dependencies]);
  return {
    fact,
    propagatesDependencies: read.record(object.spec).propagateDeps === true,
    ...(dependencies && { dependencies }),
  };
}

function parse(text: unknown): LaneBinding['dependencies'] {
  if (typeof text !== 'string') {
    return undefined;
  }
  try {
    return read.list(JSON.parse(text)).map(item => {
      const reference = read.record(item);
      return {
        apiVersion: read.string(reference.apiVersion) ?? '',
        kind: read.string(reference.kind) ?? '',
        namespace: read.string(reference.namespace) ?? '',
        name: read.string(reference.name) ?? '',
      };
    });
  } catch {
    return undefined;
  }
}
