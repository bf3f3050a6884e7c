import { JudgedRequest } from './JudgedRequest';

/** As much of an open request as it takes to say where it belongs in the inbox. */
export interface OpenRequest extends JudgedRequest {
  id: string;
  kind: 'gate' | 'pull' | 'lane';
  title: string;
  createdAt: number;
  deadline?: number;
  /** Until then the decision can be taken back. */
  recallUntil?: number;
  changeKey?: string;
  environment?: string;
  /** Those that are confirmed. */
  entityRefs: string[];
  /** Of a lane. */
  policyKey?: string;
  /** What the viewer said to this generation. */
  ownVote?: 'approve' | 'reject';
}
