import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';

/** What a request is about: a run by its key; of a lane what is held was brought by one change, which is the tag of its image. */
export function aboutOf({ subject }: Pick<ApprovalRequest, 'subject'>): string {
  return subject.run?.key ?? subject.images?.[0]?.version ?? '';
}
