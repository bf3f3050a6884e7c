import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { Voter } from '../engine/ApprovalEngine';
import { Person } from '../engine/directory/DirectoryFacts';

/** Who looks, and what the catalog and the platform say of that. */
export interface ViewerFacts {
  by: Voter;
  /** As the catalog has them; absent: it does not, or nobody asked as a person. */
  person?: Person;
  /** What the platform calls the person in a source. */
  nativeIds(source: string): readonly string[];
  /** Why nobody may vote in this portal. */
  platform?: ApprovalCode;
  /** Why nothing is begun that somebody would have to carry out; absent: somebody is there for it. */
  off?: ApprovalCode;
  /** True: the demo's switch, by which the guest counts as a person. */
  guestCounts: boolean;
  /** Names of sources that cannot be read now. */
  unreadable: ReadonlySet<string>;
}
