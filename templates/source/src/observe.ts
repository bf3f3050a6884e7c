import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { ObserveRunsContext } from '@fairway/backstage-plugin-multicluster-node';
import { RunMessage } from './messages';
import { projectPipeline, projectRun } from './project';
import { CallOptions, SampleToolClient } from './SampleToolClient';
import { SampleToolError } from './SampleToolError';
import { statusOf } from './statuses';

const PIPELINES = 'pipelines';
const RUNS = 'runs';

/** Milliseconds between two looks: as long as a run is on screen, active, or none is. */
const PACE = { watched: 4_000, active: 10_000, idle: 30_000 };
const DEADLINE_MS = 10_000;
/** Changes that are read once more: a row that moves while a list is walked may be on no page. */
const OVERLAP = 50;

/** Looks at pipelines and runs until the signal aborts: one poller for everything. @internal */
export async function observe(
  client: SampleToolClient,
  context: ObserveRunsContext,
): Promise<void> {
  const { signal, report, demand, sink } = context;
  report.declare(PIPELINES, { subject: 'Pipelines' });
  report.declare(RUNS, { subject: 'Runs' });
  const unknown = new Set<string>();
  while (!signal.aborted) {
    await attempt(context, PIPELINES, call => pipelines(client, context, call));
    await attempt(context, RUNS, call => runs(client, context, call, unknown));
    if (!signal.aborted) {
      const active = (await sink.active()).length > 0 ? 'active' : 'idle';
      const pace = demand.watched().length > 0 ? 'watched' : active;
      // Ends early when a webhook names a run.
      await demand.wait(PACE[pace], signal);
    }
  }
}

/** Trouble with the tool is told and tried again; trouble with the sink (a lost lease) ends the observation. */
async function attempt(
  { report, signal }: ObserveRunsContext,
  lane: string,
  look: (call: CallOptions) => Promise<void>,
): Promise<void> {
  try {
    await look({ signal, deadlineMs: DEADLINE_MS });
    report.recovered(lane);
  } catch (error) {
    if (!(error instanceof SampleToolError)) {
      throw error;
    }
    if (!signal.aborted) {
      const code = error.code === 'not-found' ? 'not-served' : error.code;
      const name = code.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
      report.problem(lane, {
        code,
        sentence: sentence(`source.problem.${name}`, { subject: lane }),
      });
    }
  }
}

/** All pipelines, as a sweep: what the tool no longer lists goes, but only when the list was read to its end. */
async function pipelines(
  client: SampleToolClient,
  { sink, report }: ObserveRunsContext,
  call: CallOptions,
): Promise<void> {
  const found = await client.pipelines(call);
  report.contact(PIPELINES);
  const sweep = await sink.beginSweep(PIPELINES);
  await sweep.page(found.map(projectPipeline));
  await sweep.complete('listed');
}

/** Runs that changed since the last look, and those that were not over then. Runs are never swept: they are history. */
async function runs(
  client: SampleToolClient,
  { sink, report, logger }: ObserveRunsContext,
  call: CallOptions,
  unknown: Set<string>,
): Promise<void> {
  const since = Number((await sink.checkpoint(RUNS)) ?? 0);
  const found = await changedSince(since, client, call);
  for (const { key } of await sink.active()) {
    if (!found.has(key)) {
      const run = await readRun(key, client, call);
      if (run) {
        found.set(key, run);
      }
    }
  }
  report.contact(RUNS);
  const messages = [...found.values()];
  for (const { status } of messages) {
    if (!statusOf(status) && !unknown.has(status)) {
      unknown.add(status);
      logger.warn(`A run has a status that is not known here: ${status}`);
    }
  }
  const revisions = messages.map(({ revision }) => revision);
  await sink.change({
    lane: RUNS,
    upserts: messages.map(projectRun),
    deletes: [],
    // After everything was read: a walk that broke off is made again.
    checkpoint: String(Math.max(since, ...revisions)),
  });
}

/** By id, each as newly as any page had it: a row may come twice. */
async function changedSince(
  since: number,
  client: SampleToolClient,
  call: CallOptions,
): Promise<Map<string, RunMessage>> {
  const found = new Map<string, RunMessage>();
  let page: string | undefined = '';
  while (page !== undefined) {
    const answer: { runs: RunMessage[]; next?: string } = await client.runs(
      page,
      call,
    );
    for (const run of answer.runs) {
      const before = found.get(run.id);
      if (!before || before.revision < run.revision) {
        found.set(run.id, run);
      }
    }
    const oldest = answer.runs[answer.runs.length - 1]?.revision ?? 0;
    page = oldest > since - OVERLAP ? answer.next : undefined;
  }
  return found;
}

async function readRun(
  key: string,
  client: SampleToolClient,
  call: CallOptions,
): Promise<RunMessage | undefined> {
  try {
    return await client.run(key, call);
  } catch (error) {
    if (error instanceof SampleToolError && error.code === 'not-found') {
      return undefined;
    }
    throw error;
  }
}
