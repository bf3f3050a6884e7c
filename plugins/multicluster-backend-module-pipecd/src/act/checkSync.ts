import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RawApplication } from '../wire/messages';
import { Acting } from './Acting';
import { outcome } from './outcome';

/** Whether an application may be synced: PipeCD takes the request for a deleted or disabled one too, and nothing comes of it. @internal */
export function checkSync(
  { deleted, disabled, project_id }: RawApplication,
  project: string,
  acting: Acting,
): ActionResult | undefined {
  if (project_id && project_id !== project) {
    return outcome.refused(
      acting,
      'not-permitted',
      sentence('pipecd.act.otherProject'),
    );
  }
  if (deleted || disabled) {
    return outcome.refused(
      acting,
      'conflict',
      sentence(deleted ? 'pipecd.act.deleted' : 'pipecd.act.disabled'),
    );
  }
  return undefined;
}
