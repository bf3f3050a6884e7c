import {
  ActionResult,
  Gate,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DecideRequest,
  DeliverySource,
  DerivedRun,
  DeriveRunInput,
  GatesFacet,
  RunFact,
  RunsFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { JsonObject } from '@backstage/types';
import { setTimeout as sleep } from 'node:timers/promises';
import { ToolRun } from '../tool/ToolRun';

const POLL_MS = 150;
const PIPELINE = 'delivery';

type ToolNative = ToolRun & JsonObject;

/** The tool of the parent process as a source: it counts people, and would count one twice if it were told twice. */
export function toolSource(url: string): DeliverySource {
  const readRuns = async (signal: AbortSignal): Promise<ToolRun[]> => {
    const response = await fetch(url, { signal });
    if (!response.ok) {
      throw new Error(`The tool answered ${response.status}`);
    }
    return (await response.json()) as ToolRun[];
  };
  return {
    id: 'tool',
    type: 'tool',
    product: 'Tool',
    runs: runsFacet(readRuns),
    gates: gatesFacet(url, readRuns),
  };
}

type ReadRuns = (signal: AbortSignal) => Promise<ToolRun[]>;

function runsFacet(readRuns: ReadRuns): RunsFacet {
  return {
    capabilities: () => [
      { name: 'runs', available: true, identityMode: 'service' },
    ],
    annotations: { keys: 'tool/pipelines' },
    derive,
    log: async () => ({ lines: [], complete: true }),
    async observe({ signal, sink, report }) {
      report.declare('runs', { subject: 'Runs' });
      while (!signal.aborted) {
        try {
          const runs = await readRuns(signal);
          await sink.change({
            lane: 'runs',
            upserts: [
              {
                type: 'pipeline',
                key: PIPELINE,
                name: PIPELINE,
                labels: {},
                deployTargets: ['member1'],
                sync: { status: 'unknown' },
                disabled: false,
                deleted: false,
                native: {},
              },
              ...runs.map(toFact),
            ],
            deletes: [],
            checkpoint: '1',
          });
          report.contact('runs');
          report.recovered('runs');
        } catch (error) {
          if (signal.aborted) {
            return;
          }
          if ((error as Error).name === 'ConflictError') {
            throw error;
          }
        }
        await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}

function toFact(run: ToolRun): RunFact<ToolNative> {
  return {
    type: 'run',
    key: run.key,
    pipelineKey: PIPELINE,
    pipelineName: PIPELINE,
    createdAt: run.createdAt,
    trigger: { kind: 'commit' },
    commit: { sha: run.key, author: 'Somebody' },
    artifacts: [{ kind: 'image', name: 'shop', version: `sha256:${run.key}` }],
    active: run.state === 'waiting',
    native: run as ToolNative,
  };
}

function derive({ run }: DeriveRunInput): DerivedRun {
  const native = run.native as ToolNative;
  const waiting = native.state === 'waiting';
  return {
    status: waiting ? 'waiting' : 'succeeded',
    nativeStatus: native.state,
    sentence: sentence(waiting ? 'run.running' : 'run.succeeded'),
    startedAt: native.createdAt,
    ...(!waiting && { finishedAt: native.createdAt }),
    notes: [],
    stages: [
      {
        id: 'approval',
        name: 'Approval',
        kind: 'approval',
        status: waiting ? 'waiting' : 'succeeded',
        nativeStatus: native.state,
        requires: [],
        steps: [],
        notes: [],
        hasLog: false,
        gate: gateOf(native),
      },
    ],
  };
}

function gateOf(native: ToolRun): Gate {
  const waiting = native.state === 'waiting';
  const people = [...new Set(native.approvedBy)];
  return {
    id: 'approval',
    stageId: 'approval',
    state: waiting ? 'pending' : 'approved',
    version: native.key,
    title: 'Approval',
    approvers: [],
    anyone: true,
    quorum: { kind: 'n-of', n: native.needed, received: people.length },
    decisions: people.map(nativeId => ({
      actor: { nativeId, kind: 'user' },
      verdict: 'approved',
      listed: true,
    })),
    openedAt: native.createdAt,
    enforcement: 'enforced',
    identityModes: ['impersonated'],
    actionable: waiting,
    sentence: sentence('gate.upcoming'),
  };
}

function gatesFacet(url: string, readRuns: ReadRuns): GatesFacet {
  return {
    capabilities: () => [
      {
        verdict: 'approve',
        available: true,
        identityModes: ['impersonated'],
        delivery: 'worker',
        countsPeople: true,
        repetition: 'settle',
      },
    ],
    async read({ run, derived, deadlineMs, signal }) {
      const runs = await readRuns(
        AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
      );
      const found = runs.find(({ key }) => key === run.key);
      return (
        found &&
        derive({
          run: toFact(found),
          gates: [],
          ahead: [],
          previous: derived,
          now: Date.now(),
        })
      );
    },
    decide: request => decide(url, request),
  };
}

async function decide(
  url: string,
  request: DecideRequest,
): Promise<ActionResult> {
  const { run, caller, idempotencyKey, deadlineMs, signal } = request;
  const voter = caller.userEntityRef.replace(/^user:default\//, '');
  const actedAs = { mode: 'impersonated', nativeId: voter } as const;
  signal.throwIfAborted();
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ run: run.key, voter, key: idempotencyKey }),
      signal: AbortSignal.timeout(deadlineMs),
    });
    return response.ok
      ? { outcome: 'requested', actedAs, retryable: false }
      : {
          outcome: 'refused',
          code: response.status === 409 ? 'gate-closed' : 'not-found',
          actedAs,
          retryable: false,
        };
  } catch {
    // It may have arrived: nobody knows before the tool is read.
    return { outcome: 'ambiguous', actedAs, retryable: false };
  }
}
