import {
  ApprovalCode,
  ApprovalSubject,
} from '@fairway/backstage-plugin-multicluster-common';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { PersonOf } from '../subject/requestersOf';

/** What requests are opened by: the platform's word on policies and people, and the digest of a subject. */
export interface RequestRules {
  /** By which policy something is decided. Reads the catalog for what an entity tightens. */
  policyOf(about: PolicySubject): Promise<GivenPolicy>;
  /** Hex SHA-256 of the canonical form. */
  digestOf(subject: ApprovalSubject): string;
  personOf: PersonOf;
}

/** {@inheritDoc RequestRules.policyOf} */
export interface PolicySubject {
  environment?: string;
  source: string;
  /** Name of the pipeline. */
  pipeline: string;
  entityRefs: string[];
  /** What the catalog just said of these entities; absent: it is asked. */
  annotationOf?: DirectoryFacts['annotationOf'];
}

/** {@inheritDoc RequestRules.policyOf} */
export interface GivenPolicy {
  policy: ApprovalPolicy;
  hash: string;
  /** Why nobody may vote by it, whatever is decided about: it is not valid, or the platform is not made for it. */
  refusal?: ApprovalCode;
}
