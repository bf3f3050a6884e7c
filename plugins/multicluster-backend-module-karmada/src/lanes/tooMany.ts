import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { LaneUnreadableError } from '@fairway/backstage-plugin-multicluster-node';
import { MOST_OBJECTS } from './MOST_OBJECTS';

/** A lane of which not all is read: a digest over less would be approved for more. @internal */
export function tooMany(): LaneUnreadableError {
  return new LaneUnreadableError(
    'too-many',
    sentence('lane.check.tooMany', { count: MOST_OBJECTS }),
  );
}
