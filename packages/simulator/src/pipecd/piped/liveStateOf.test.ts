import type { Application } from '../model/messages';
import { memoryTarget } from '../demo/memoryTarget';
import { liveStateOf } from './liveStateOf';

const application: Application = {
  id: 'app',
  name: 'canary',
  piped_id: 'piped',
  project_id: 'demo',
  git_path: {
    repo: { id: 'apps', remote: '', branch: 'main' },
    path: 'canary',
    config_filename: 'app.pipecd.yaml',
    url: '',
  },
  labels: {},
  created_at: 1,
  updated_at: 1,
};

const manifests = [
  ['apps/v1', 'Deployment'],
  ['policy.karmada.io/v1alpha1', 'PropagationPolicy'],
  ['work.karmada.io/v1alpha2', 'ResourceBinding'],
  ['v1', 'Service'],
].map(([apiVersion, kind]) => ({
  apiVersion,
  kind,
  metadata: { name: 'canary', namespace: 'default' },
  spec: {},
}));

function shown(version: 'v0' | 'v1'): string[] {
  const target = memoryTarget('rohan');
  manifests.forEach(manifest => target.apply(manifest));
  const state = liveStateOf({
    application,
    version,
    manifests,
    target,
    now: 1,
  });
  return version === 'v0'
    ? state.kubernetes!.resources.map(({ kind }) => kind)
    : state.application_live_state!.resources.map(
        ({ resource_type }) => resource_type,
      );
}

describe('the live state', () => {
  it('of a v0 piped names no object of a group that it does not watch, though it applied it, as was recorded', () => {
    expect(shown('v0')).toEqual(['Deployment', 'Service']);
  });

  it('of a v1 piped names all that was applied', () => {
    expect(shown('v1')).toEqual([
      'Deployment',
      'PropagationPolicy',
      'ResourceBinding',
      'Service',
    ]);
  });
});
