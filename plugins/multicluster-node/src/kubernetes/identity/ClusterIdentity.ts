import { IdentityTemplate } from '../../identity/IdentityTemplate';

/** As whom clusters are read for a person: as that person, or as the credential itself. @public */
export interface ClusterIdentity extends IdentityTemplate {
  mode: 'impersonate' | 'service';
  /** Template for the names of their groups; absent: no groups. */
  groups?: string;
}
