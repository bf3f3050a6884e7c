import { plainCopy } from '../../../apiserver/plainCopy';
import type { KubeObject } from '../../../apiserver/ObjectStore';
import type { Deployment } from '../../model/messages';

/** What a piped writes on everything that it applies: annotations, and of v1 labels as well. */
export function marked(
  object: KubeObject,
  deployment: Deployment,
  options: { version: 'v0' | 'v1'; variant: string; commit: string },
): KubeObject {
  const made = plainCopy(object);
  const marks = {
    'pipecd.dev/application': deployment.application_id,
    'pipecd.dev/piped': deployment.piped_id,
    'pipecd.dev/commit-hash': options.commit,
    'pipecd.dev/managed-by': 'piped',
  };
  const { kind, apiVersion, metadata } = made;
  metadata.annotations = {
    ...metadata.annotations,
    ...marks,
    'pipecd.dev/original-api-version': apiVersion,
    'pipecd.dev/resource-key': `${apiVersion}:${kind}:${
      metadata.namespace ?? ''
    }:${metadata.name}`,
    'pipecd.dev/variant': options.variant,
  };
  if (options.version === 'v1') {
    metadata.labels = { ...metadata.labels, ...marks };
  }
  return made;
}
