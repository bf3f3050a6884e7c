import type { StageContext } from '../StageContext';

/** The lines with which a v0 piped begins the work of a stage. */
export function prepareSource(
  context: StageContext,
  which: 'target' | 'running' = 'target',
): void {
  if (context.host.version === 'v1') {
    return;
  }
  const { trigger, running_commit_hash } = context.deployment();
  const hash = which === 'target' ? trigger.commit.hash : running_commit_hash;
  const { prepared } = context.host;
  const key = `${context.deployment().id}/${which}`;
  context.log(`Preparing deploy source at ${which} commit (${hash})\n`);
  if (!prepared.has(key)) {
    // Once in the life of a process: the stages after it find what was cloned.
    prepared.add(key);
    context.log(`Successfully cloned the ${which} commit\n`);
    context.log('Successfully loaded the application configuration file\n');
  }
  context.log(
    `Successfully prepared deploy source at ${which} commit (${hash})\n`,
  );
}
