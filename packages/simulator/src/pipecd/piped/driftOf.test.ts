import type { KubeObject } from '../../apiserver/ObjectStore';
import { workload } from '../../world/builders';
import { nowhere } from './DeployTarget';
import { driftOf } from './driftOf';

const head = {
  hash: 'e8a292319db53a31e0ebbf4530b1b9fd9f399224',
  message: 'Release v0.34.0',
  author: 'alice',
  branch: 'main',
  url: '',
  created_at: 1,
};

const canary = (version: string, replicas = 2) =>
  workload({
    name: 'canary',
    namespace: 'default',
    image: `ghcr.io/pipe-cd/helloworld:${version}`,
    replicas,
  });

const drift = (live: KubeObject | undefined) =>
  driftOf({
    manifests: [canary('v0.34.0')],
    target: { ...nowhere, get: () => live },
    head,
    now: 7,
  });

describe('what differs between git and the cluster', () => {
  it('is nothing when the cluster holds it', () => {
    expect(drift(canary('v0.34.0'))).toEqual({ status: 1, timestamp: 7 });
  });

  it('reads as the recorded difference of an image', () => {
    expect(drift(canary('v0.33.0'))).toEqual({
      status: 3,
      short_reason:
        'There are 1 manifests not synced (0 adds, 0 deletes, 1 changes)',
      reason:
        'Diff between the defined state in Git at commit e8a2923 and actual state in cluster:\n\n--- Actual   (LiveState)\n+++ Expected (Git)\n\n# 1. name="canary", kind="Deployment", namespace="default", apiVersion="apps/v1"\n\n  spec:\n    template:\n      spec:\n        containers:\n          -\n            #spec.template.spec.containers.0.image\n-           image: ghcr.io/pipe-cd/helloworld:v0.33.0\n+           image: ghcr.io/pipe-cd/helloworld:v0.34.0\n\n\n',
      timestamp: 7,
    });
  });

  it('names each field of an object, and what is not there at all', () => {
    expect(drift(canary('v0.33.0', 3)).reason).toContain(
      '    #spec.replicas\n-   replicas: 3\n+   replicas: 2',
    );
    expect(drift(undefined)).toMatchObject({
      short_reason:
        'There are 1 manifests not synced (1 adds, 0 deletes, 0 changes)',
    });
  });

  it('is unknown of what has no manifests', () => {
    expect(driftOf({ manifests: [], target: nowhere, head, now: 7 })).toEqual({
      status: 0,
      timestamp: 7,
    });
  });
});
