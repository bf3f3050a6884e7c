import { StageStatus } from '../../model/enums';
import type { StageRunner } from '../StageContext';
import { analysis } from './analysis';
import { approvalV0 } from './approvalV0';
import { approvalV1 } from './approvalV1';
import { kubernetes, kubernetesRollback } from './kubernetes';
import { script, scriptRollback } from './script';
import { wait } from './wait';

const RUNNERS: Record<string, StageRunner> = {
  WAIT: wait,
  ANALYSIS: analysis,
  SCRIPT_RUN: script,
  SCRIPT_RUN_ROLLBACK: scriptRollback,
  ROLLBACK: kubernetesRollback,
  K8S_ROLLBACK: kubernetesRollback,
  K8S_SYNC: kubernetes,
  K8S_PRIMARY_ROLLOUT: kubernetes,
  K8S_CANARY_ROLLOUT: kubernetes,
  K8S_CANARY_CLEAN: kubernetes,
  K8S_BASELINE_ROLLOUT: kubernetes,
  K8S_BASELINE_CLEAN: kubernetes,
};

/** Whatever else a stage is called (TERRAFORM_PLAN, …) does its work at once. */
const atOnce: StageRunner = context => {
  context.log(`Executed ${context.spec.name}`);
  context.finish(StageStatus.SUCCESS);
};

/** What executes a stage of that name. */
export function runnerOf(name: string, version: 'v0' | 'v1'): StageRunner {
  if (name === 'WAIT_APPROVAL') {
    return version === 'v0' ? approvalV0 : approvalV1;
  }
  return RUNNERS[name] ?? atOnce;
}
