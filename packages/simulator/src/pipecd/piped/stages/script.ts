import { Severity, StageStatus } from '../../model/enums';
import type { ScriptSpec } from '../ApplicationSpec';
import type { StageContext, StageRunner } from '../StageContext';
import { ask } from './ask';
import { prepareSource } from './prepareSource';

function play(context: StageContext, script: ScriptSpec): () => void {
  for (const line of script.run.split('\n')) {
    context.log(`   ${line}`);
  }
  if (script.asks) {
    return ask(context, script.asks);
  }
  for (const [second, text] of script.lines) {
    if (second === 0) {
      context.log(`${text}\n`);
    } else {
      context.after(second * 1000, () => context.log(`${text}\n`));
    }
  }
  const seconds = script.seconds ?? script.lines.at(-1)?.[0] ?? 0;
  const end = () => {
    if (script.fails) {
      context.log('failed to exec command: exit status 1', Severity.ERROR);
    }
    context.finish(script.fails ? StageStatus.FAILURE : StageStatus.SUCCESS);
  };
  if (seconds === 0) {
    end();
  } else {
    context.after(seconds * 1000, end);
  }
  return () => {};
}

/** SCRIPT_RUN. A cancel ends the stage and not the script, which nobody sees any more. */
export const script: StageRunner = context => {
  const v0 = context.host.version === 'v0';
  const { index = 0 } = context.stage();
  context.log('Start executing the script run stage');
  prepareSource(context);
  context.log(v0 ? 'Runnnig commands...' : 'Running commands...');
  if (!v0) {
    context.setPluginMetadata('scriptrun', `started-${index}`);
  }
  const stop = play(context, context.spec.script ?? { run: 'true', lines: [] });
  return () => {
    stop();
    context.log(v0 ? 'Canceled by user' : 'ScriptRun cancelled');
  };
};

/** SCRIPT_RUN_ROLLBACK of a v1 piped: undoes a script that has run, and skips one that has not. */
export const scriptRollback: StageRunner = context => {
  const { index = 0 } = context.stage();
  context.log('Start executing the script run rollback stage');
  const { plugins } = context.deployment().metadata_v2 ?? {};
  if (!plugins?.scriptrun?.keyValues[`started-${index}`]) {
    context.log(
      `skip this rollback stage because the SCRIPT_RUN stage of index ${index} has not run`,
    );
    context.finish(StageStatus.SUCCESS);
    return;
  }
  context.log('Running commands...');
  play(context, context.spec.script ?? { run: 'true', lines: [] });
};
