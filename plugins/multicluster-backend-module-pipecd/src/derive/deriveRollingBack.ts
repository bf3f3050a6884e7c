import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { causeSentence } from './causeSentence';
import { RunContext } from './RunContext';
import { RunHead } from './RunHead';

const LONG_MS = 30 * 60_000;

/**
 * A run that goes back. Nothing at PipeCD ends a rollback by itself, so that one that takes long is called out.
 *
 * @internal
 */
export function deriveRollingBack(context: RunContext): RunHead {
  const { input, memory, agentName: agent, offlineSince } = context;
  const cause = [
    context.cause
      ? causeSentence(context.cause, context)
      : sentence('run.failed'),
  ];
  const head = { status: 'running', detail: 'rolling-back' } as const;
  const since = memory.back ?? input.now;
  const long = input.now - since >= LONG_MS;
  const said = long
    ? sentence('run.rollingBackLong', { since: new Date(since), cause })
    : sentence('run.rollingBack', { cause });
  const recheckAt = long ? {} : { recheckAt: since + LONG_MS };
  return offlineSince === undefined
    ? { ...head, sentence: said, ...recheckAt }
    : {
        ...head,
        sentence: sentence('run.agentOfflineWhileRunning', {
          agent,
          since: new Date(offlineSince),
        }),
        notes: [said],
        ...recheckAt,
      };
}
