import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  DecideRequest,
  DeliverySource,
  DerivedRun,
  DeriveRunInput,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { appendFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { GATES, SERVICES, serviceOf } from './gatesWorld';

const CONTACT_MS = 1_000;

/** A tool that needs one person for each of its many gates, in the process of the portal: it costs next to nothing there. */
export class GatesSource {
  readonly #approved = new Map<string, string>();
  readonly #arrivals: string;
  #changed: (run: string) => void = () => undefined;

  /** @param arrivals - where it writes when which decision arrived */
  static create(arrivals: string): DeliverySource {
    return new GatesSource(arrivals).#source();
  }

  private constructor(arrivals: string) {
    this.#arrivals = arrivals;
  }

  #source(): DeliverySource {
    return {
      id: 'gates',
      type: 'gates',
      product: 'Gates',
      runs: {
        capabilities: () => [
          { name: 'runs', available: true, identityMode: 'service' },
        ],
        annotations: { keys: 'gates/pipelines' },
        derive: derived,
        log: async () => ({ lines: [], complete: true }),
        observe: async ({ signal, sink, report }) => {
          report.declare('runs', { subject: 'Runs' });
          let writing = sink.change({
            lane: 'runs',
            upserts: [...pipelines(), ...runs()],
            deletes: [],
            checkpoint: '1',
          });
          this.#changed = run => {
            writing = writing.then(() =>
              sink.change({
                lane: 'runs',
                upserts: [runOf(run, this.#approved.get(run))],
                deletes: [],
                checkpoint: '1',
              }),
            );
          };
          await writing;
          report.recovered('runs');
          // Nobody may vote on what comes from a source that is silent.
          while (!signal.aborted) {
            report.contact('runs');
            await sleep(CONTACT_MS, undefined, { signal }).catch(() => {});
          }
        },
      },
      gates: {
        capabilities: () => [
          {
            verdict: 'approve',
            available: true,
            identityModes: ['impersonated'],
            delivery: 'worker',
            countsPeople: true,
            repetition: 'none',
          },
        ],
        read: async ({ run }) =>
          derived({ run: runOf(run.key, this.#approved.get(run.key)) }),
        decide: request => this.#decide(request),
      },
    };
  }

  async #decide({ run, caller }: DecideRequest) {
    const at = Date.now();
    const nativeId = caller.userEntityRef.replace(/^user:default\//, '');
    this.#approved.set(run.key, nativeId);
    await appendFile(
      this.#arrivals,
      `${JSON.stringify({ run: run.key, at })}\n`,
    );
    this.#changed(run.key);
    return {
      outcome: 'requested' as const,
      actedAs: { mode: 'impersonated' as const, nativeId },
      retryable: false,
    };
  }
}

function pipelines() {
  return Array.from({ length: SERVICES }, (_, n) => ({
    type: 'pipeline' as const,
    key: serviceOf(n),
    name: serviceOf(n),
    labels: {},
    deployTargets: ['member1'],
    sync: { status: 'unknown' as const },
    disabled: false,
    deleted: false,
    native: {},
  }));
}

const STARTED = new Date().toISOString();

function runs(): RunFact[] {
  return Array.from({ length: GATES }, (_, n) => runOf(`run-${n}`));
}

function runOf(key: string, approvedBy?: string): RunFact {
  const pipeline = serviceOf(Number(key.slice('run-'.length)));
  return {
    type: 'run',
    key,
    pipelineKey: pipeline,
    pipelineName: pipeline,
    createdAt: STARTED,
    trigger: { kind: 'commit' },
    commit: { sha: key, author: 'Somebody' },
    artifacts: [{ kind: 'image', name: pipeline, version: `sha256:${key}` }],
    active: approvedBy === undefined,
    native: approvedBy === undefined ? {} : { approvedBy },
  };
}

/** By the fact alone: what it does not tell is not seen to have changed, and would be asked for again and again. */
function derived({ run }: Pick<DeriveRunInput, 'run'>): DerivedRun {
  const by = run.native.approvedBy as string | undefined;
  const status = by ? 'succeeded' : 'waiting';
  return {
    status,
    nativeStatus: status,
    sentence: sentence(by ? 'run.succeeded' : 'run.running'),
    startedAt: run.createdAt,
    ...(by && { finishedAt: run.createdAt }),
    notes: [],
    stages: [
      {
        id: 'approval',
        name: 'Approval',
        kind: 'approval',
        status,
        nativeStatus: status,
        requires: [],
        steps: [],
        notes: [],
        hasLog: false,
        gate: {
          id: 'approval',
          stageId: 'approval',
          state: by ? 'approved' : 'pending',
          version: run.key,
          title: 'Approval',
          approvers: [],
          anyone: true,
          quorum: { kind: 'n-of', n: 1, received: by ? 1 : 0 },
          decisions: by
            ? [
                {
                  actor: { nativeId: by, kind: 'user' },
                  verdict: 'approved',
                  listed: true,
                },
              ]
            : [],
          openedAt: run.createdAt,
          enforcement: 'enforced',
          identityModes: ['impersonated'],
          actionable: !by,
          sentence: sentence('gate.upcoming'),
        },
      },
    ],
  };
}
