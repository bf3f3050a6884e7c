import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';
import {
  DecideRequest,
  DeliverySource,
  GatesFacet,
  PipelineFact,
  RunsFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { ToolRun } from '../tool/ToolRun';
import { SCRIPT_PIPELINES, TOOL_PIPELINE } from './crashWorld';
import { deriveToolRun, toRunFact } from './deriveToolRun';
import { pollFacts } from './pollFacts';

/** The tool of the parent process as a source: it counts people, and would count one twice if it were told twice. */
export function toolSource(url: string): DeliverySource {
  const readRuns: ReadRuns = async (signal, key = '') => {
    const response = await fetch(`${url}/${key}`, { signal });
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

/** All runs of the tool, or the one of that key. */
type ReadRuns = (signal: AbortSignal, key?: string) => Promise<ToolRun[]>;

function runsFacet(readRuns: ReadRuns): RunsFacet {
  return {
    capabilities: () => [
      { name: 'runs', available: true, identityMode: 'service' },
    ],
    annotations: { keys: 'tool/pipelines' },
    derive: deriveToolRun,
    log: async () => ({ lines: [], complete: true }),
    observe: context =>
      pollFacts(context, { lane: 'runs', subject: 'Runs' }, async () => [
        ...[TOOL_PIPELINE, ...SCRIPT_PIPELINES].map(pipelineOf),
        ...(await readRuns(context.signal)).map(toRunFact),
      ]),
  };
}

function pipelineOf(name: string): PipelineFact {
  return {
    type: 'pipeline',
    key: name,
    name,
    labels: {},
    deployTargets: ['member1'],
    sync: { status: 'unknown' },
    disabled: false,
    deleted: false,
    native: {},
  };
}

function gatesFacet(url: string, readRuns: ReadRuns): GatesFacet {
  return {
    capabilities: () =>
      (['approve', 'reject'] as const).map(verdict => ({
        verdict,
        available: true,
        identityModes: ['impersonated'],
        delivery: 'worker',
        countsPeople: true,
        repetition: 'settle',
      })),
    async read({ run, derived, deadlineMs, signal }) {
      const [found] = await readRuns(
        AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
        run.key,
      );
      return (
        found &&
        deriveToolRun({
          run: toRunFact(found),
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
  const { run, caller, verdict, deadlineMs, signal } = request;
  const voter = caller.userEntityRef.replace(/^user:default\//, '');
  const actedAs = { mode: 'impersonated', nativeId: voter } as const;
  signal.throwIfAborted();
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ run: run.key, voter, verdict }),
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
