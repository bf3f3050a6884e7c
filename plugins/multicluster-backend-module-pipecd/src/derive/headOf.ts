import { sentence, Stage } from '@fairway/backstage-plugin-multicluster-common';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { nativeName } from '../native/nativeName';
import { deriveBefore } from './deriveBefore';
import { deriveOver } from './deriveOver';
import { deriveRollingBack } from './deriveRollingBack';
import { deriveRunning } from './deriveRunning';
import { RunContext } from './RunContext';
import { RunHead } from './RunHead';

/** Where a run stands, by how far it is. @internal */
export function headOf(context: RunContext, stages: Stage[]): RunHead {
  switch (context.phase) {
    case 'before':
      return deriveBefore(context);
    case 'running':
      return deriveRunning(context, stages);
    case 'back':
      return deriveRollingBack(context);
    case 'over':
      return deriveOver(context);
    default:
      return {
        status: 'unknown',
        sentence: sentence('run.unknown', {
          native: nativeName(
            'DEPLOYMENT',
            DeploymentStatus,
            context.native.status,
          ),
        }),
      };
  }
}
