import {
  CommandStatus,
  CommandType,
  Severity,
  StageStatus,
} from '../../model/enums';
import type { StageContext, StageRunner } from '../StageContext';
import { prepareSource } from './prepareSource';

const EVERY = 10;

function elapsed(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds >= 60
    ? `${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(3)}s`
    : `${seconds.toFixed(3)}s`;
}

function skip(context: StageContext, user: string, since: number): void {
  const { host } = context;
  const elapsedTime = elapsed(host.elapsed() - since);
  context.log(`Got the skip command from "${user}"`);
  context.log(`This stage has been skipped by user (${user})`);
  if (host.version === 'v0') {
    context.setMetadata({ SkippedBy: user });
    context.setMetadata({ elapsedTime });
  } else {
    context.setMetadata({
      elapsedTime,
      'pipecd/stage-display-metadata': `SkippedBy: ${user}`,
    });
  }
  context.finish(StageStatus.SKIPPED);
}

/** ANALYSIS: a query every ten seconds; may be skipped by a person, or find that the new version fails. */
export const analysis: StageRunner = context => {
  const { host, spec } = context;
  const since = host.elapsed();
  const seconds = spec.duration ?? 0;
  prepareSource(context);
  context.log('[http-0] Start http analyzer');
  for (let at = EVERY; at <= seconds; at += EVERY) {
    if (spec.failsAt !== undefined && at >= spec.failsAt) {
      break;
    }
    context.after(at * 1000, () =>
      context.log(
        '[http-0] The query result is expected one. Reason: . Performed query: ""',
        Severity.SUCCESS,
      ),
    );
  }
  const end = (status: number, text: string, severity: number) => {
    context.log(text, severity);
    context.setMetadata({ elapsedTime: elapsed(host.elapsed() - since) });
    context.finish(status);
  };
  if (spec.failsAt !== undefined) {
    context.after(spec.failsAt * 1000, () =>
      end(
        StageStatus.FAILURE,
        "Failed to analyze: analysis 'http-0' failed because the failure number exceeded the failure limit (0)",
        Severity.ERROR,
      ),
    );
  }
  context.after(seconds * 1000, () =>
    end(StageStatus.SUCCESS, 'All analyses were successful', Severity.SUCCESS),
  );
  context.everyTick(() => {
    const [command] = context.commands(CommandType.SKIP_STAGE);
    if (command) {
      if (host.version === 'v0') {
        host.controlPlane.handleCommand(command.id, CommandStatus.SUCCEEDED);
      }
      skip(context, command.commander ?? '', since);
    }
  });
};
