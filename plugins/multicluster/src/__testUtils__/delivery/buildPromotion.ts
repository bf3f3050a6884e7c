import {
  Promotion,
  PromotionEnvironment,
} from '@fairway/backstage-plugin-multicluster-common';
import { buildGate } from './buildGate';
import { said } from './said';
import { ago } from './times';

/** An environment that is well and runs v1.8.3 on one cluster unless told. */
export function buildEnvironment(
  name: string,
  options: Partial<PromotionEnvironment> & { version?: string } = {},
): PromotionEnvironment {
  const { version = 'v1.8.3', ...rest } = options;
  return {
    name,
    versions: [
      {
        name: 'app',
        version,
        unpinned: false,
        digests: ['sha256:aa'],
        knowledge: 'known',
        clusters: ['gondor'],
      },
    ],
    commit: { sha: '71ab0d4c2f1e9b7a6d5c4b3a2918070605040302' },
    by: { nativeId: 'owner-1', kind: 'user' },
    since: ago(180_000),
    health: 'healthy',
    sentence: { ...said('Healthy'), tone: 'info' },
    coverage: { seen: 1, total: 1, stale: 0, problems: [] },
    clusters: [
      { name: 'gondor', state: 'healthy', freshness: { state: 'live' } },
    ],
    ...rest,
  };
}

/** The pipeline of the references over three clusters: production is unreachable and waits for an approval. */
export function buildPromotion(options: Partial<Promotion> = {}): Promotion {
  const gate = buildGate();
  return {
    entityRef: 'component:default/checkout',
    revision: 'r1',
    observedAt: new Date().toISOString(),
    coverage: { seen: 3, total: 3, stale: 1, problems: [] },
    sentence: {
      ...said('Waits for approval: production needs one more.'),
      tone: 'hold',
    },
    environments: [
      buildEnvironment('development', {
        version: 'SNAPSHOT',
        versions: [
          {
            name: 'app',
            version: 'SNAPSHOT',
            unpinned: true,
            digests: ['sha256:aa', 'sha256:bb'],
            knowledge: 'known',
            clusters: ['rohan'],
          },
        ],
        clusters: [
          { name: 'rohan', state: 'healthy', freshness: { state: 'live' } },
        ],
      }),
      buildEnvironment('test'),
      buildEnvironment('production', {
        version: 'v1.8.2',
        coverage: { seen: 1, total: 1, stale: 1, problems: [] },
        sentence: { ...said('Last heard of 5 min ago'), tone: 'warn' },
        clusters: [
          {
            name: 'shire',
            state: 'healthy',
            freshness: { state: 'last-known', since: ago(300) },
          },
        ],
        gate: { ...gate, runId: 'run-canary' },
        drift: said('one object differs from the repository'),
      }),
    ],
    changes: [
      { from: 'development', to: 'test', images: [], configuration: [] },
      {
        from: 'test',
        to: 'production',
        images: [{ name: 'app', from: 'v1.8.2', to: 'v1.8.3' }],
        replicas: { from: 2, to: 4 },
        configuration: [{ name: 'checkout', from: 'h1', to: 'h2' }],
        commits: {
          from: { sha: 'a'.repeat(40) },
          to: { sha: 'b'.repeat(40) },
          compareUrl: 'https://git.example/compare/a...b',
        },
      },
    ],
    steps: [
      {
        to: 'test',
        next: {
          kind: 'no-actuator',
          sentence: said('Nothing that is read brings it on'),
        },
      },
      {
        to: 'production',
        next: {
          kind: 'gate',
          runId: 'run-canary',
          gate,
          sentence: said('Approve WAIT_APPROVAL of canary'),
        },
        blocked: {
          code: 'quorum',
          sentence: said('one of two approvals is missing'),
          evidence: [
            { code: 'quorum', sentence: said('1 of 2 given by sre-1') },
            { code: 'source-stale', sentence: said('shire was not read') },
          ],
        },
      },
    ],
    leadTime: {
      totalMs: 11_400_000,
      buildMs: 360_000,
      queueMs: 1_200_000,
      humanWaitMs: 9_600_000,
      deployMs: 240_000,
      from: ago(12_000),
      to: ago(600),
    },
    artifacts: [],
    match: { state: 'matched', suggestions: [] },
    ...options,
  };
}
