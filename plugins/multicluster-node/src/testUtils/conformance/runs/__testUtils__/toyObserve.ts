import {
  ProblemCode,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ObserveRunsContext } from '../../../../contract';
import { Flaws } from './flaws';
import { PIPELINES, RUNS, ToyLooks } from './ToyLooks';
import { ToyError, ToyTool } from './ToyTool';

const codes: Record<string, ProblemCode> = {
  unreachable: 'unreachable',
  timeout: 'timeout',
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
};

/** Looks at everything, again and again. */
export async function toyObserve(
  tool: ToyTool,
  context: ObserveRunsContext,
  flaws: Flaws,
): Promise<void> {
  const { report, signal, demand } = context;
  if (!flaws.has('declares no lane')) {
    report.declare(PIPELINES, { subject: 'Pipelines' });
    report.declare(RUNS, { subject: 'Runs' });
  }
  const looks = ToyLooks.create(tool, context, flaws);
  while (!signal.aborted) {
    await attempt(context, PIPELINES, flaws, () => looks.pipelines());
    await attempt(context, RUNS, flaws, () => looks.runs());
    if (flaws.has('waits by itself')) {
      await new Promise(resolve => setTimeout(resolve, 20));
    } else if (flaws.has('is deaf to webhooks')) {
      while ((await demand.wait(10_000, signal)).length > 0 && !signal.aborted);
    } else {
      await demand.wait(10_000, signal);
    }
  }
  if (flaws.has('takes long to end')) {
    await new Promise(resolve => setTimeout(resolve, 2500));
  }
  if (flaws.has('writes after its end')) {
    setTimeout(() => context.sink.checkpoint(RUNS).catch(() => {}), 100);
  }
}

async function attempt(
  { report, signal, logger }: ObserveRunsContext,
  lane: string,
  flaws: Flaws,
  look: () => Promise<void>,
): Promise<void> {
  try {
    await look();
    if (!flaws.has('never declares a problem over')) {
      report.recovered(lane);
    }
  } catch (error) {
    if (!(error instanceof ToyError)) {
      if (!flaws.has('goes on without the lease')) {
        throw error;
      }
    } else if (!signal.aborted) {
      if (flaws.has('logs errors as they are')) {
        logger.warn(error.message);
      }
      if (flaws.has('gives up')) {
        throw error;
      }
      if (!flaws.has('keeps problems to itself')) {
        const code = codes[error.kind] ?? 'upstream-error';
        report.problem(lane, {
          code: flaws.has('calls a refusal unreachable') ? 'unreachable' : code,
          sentence: sentence('source.problem.unreachable', { subject: lane }),
        });
      }
    }
  }
}
