import { gitPath } from './gitPath';
import { nowInSeconds } from './nowInSeconds';
import { realPipecd } from './realPipecd';
import { ScriptedRun } from './ScriptedRun';

/** A deployment as a piped creates it. */
export function deploymentOf(
  run: ScriptedRun,
  options: { pipedId: string; applicationName: string },
): object {
  const at = nowInSeconds();
  const hash = 'c0ffee'.repeat(6);
  return {
    id: run.id,
    application_id: run.applicationId,
    application_name: options.applicationName,
    piped_id: options.pipedId,
    project_id: realPipecd.project,
    kind: 1,
    git_path: gitPath,
    labels: { team: 'shop', env: 'dev', tier: 'web' },
    trigger: {
      commit: {
        hash,
        message: 'Change something',
        author: 'Dana Dev',
        branch: 'main',
        url: `https://github.com/acme/apps/commit/${hash}`,
        created_at: at,
      },
      timestamp: at,
    },
    created_at: at,
    updated_at: at,
  };
}
