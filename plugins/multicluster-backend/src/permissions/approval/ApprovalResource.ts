import { ApprovalKind } from '@fairway/backstage-plugin-multicluster-common';

/** What the permission policy is asked about a request for approval. @public */
export interface ApprovalResource {
  id: string;
  kind: ApprovalKind;
  source: string;
  environment?: string;
  /** Refs of the owners of its confirmed entities, in lower case. */
  owners: string[];
}
