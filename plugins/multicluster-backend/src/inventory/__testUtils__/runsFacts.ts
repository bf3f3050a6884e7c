import {
  AgentFact,
  GateFact,
  PipelineFact,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { JsonObject } from '@backstage/types';
import { FakeRunNative } from './fakeRunsFacet';

/** Facts of pipelines for tests, named by a number or a word. */
export const runsFacts = {
  agent(key: string, changes: Partial<AgentFact> = {}): AgentFact {
    return {
      type: 'agent',
      key,
      name: key,
      state: 'online',
      disabled: false,
      ...changes,
    };
  },

  pipeline(key: string, changes: Partial<PipelineFact> = {}): PipelineFact {
    return {
      type: 'pipeline',
      key,
      name: key,
      labels: {},
      deployTargets: [],
      sync: { status: 'synced' },
      disabled: false,
      deleted: false,
      native: {},
      ...changes,
    };
  },

  /** A run of the pipeline `shop`, made in the minute of its key's last digits; over where its status says so. */
  run(
    key: string,
    native: FakeRunNative = {},
    changes: Partial<RunFact> = {},
  ): RunFact {
    const minutes = Number(/\d*$/.exec(key)?.[0] || 0);
    const over = ['succeeded', 'failed', 'cancelled'];
    return {
      type: 'run',
      key,
      pipelineKey: 'shop',
      pipelineName: 'shop',
      createdAt: new Date(
        Date.parse('2025-12-31T00:00:00Z') + minutes * 60_000,
      ).toISOString(),
      trigger: { kind: 'commit' },
      artifacts: [],
      active: !over.includes(native.status ?? ''),
      native: native as JsonObject,
      ...changes,
    };
  },

  gate(key: string, runKey: string, state = 'pending'): GateFact {
    return { type: 'gate', key, runKey, native: { state } };
  },
};
