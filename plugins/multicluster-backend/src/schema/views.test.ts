import * as views from '@fairway/backstage-plugin-multicluster-common';
import { spec } from './openapi/generated';
import * as described from './openapi/generated/models';

/** As JSON carries it: moments are described as such, and generated as dates. */
type Sent<T> = 0 extends 1 & T
  ? T // Anything, as the parameters of sentences are described.
  : T extends Date
  ? string
  : T extends readonly (infer Item)[]
  ? Sent<Item>[]
  : T extends object
  ? { [K in keyof T]: Sent<T[K]> }
  : T;

/** With everything required: two types can be assigned to each other although a property of one is unknown to the other. */
type Full<T> = 0 extends 1 & T
  ? T
  : T extends readonly (infer Item)[]
  ? Full<Item>[]
  : T extends object
  ? { [K in keyof T]-?: Full<T[K]> }
  : T;

type Fits<A, B> = [A] extends [B] ? true : false;

/** Each can stand for the other, and neither has a property that the other lacks. */
type Agrees<View, Described, Answer = Sent<Described>> = [
  Fits<View, Answer>,
  Fits<Answer, View>,
  Fits<Full<View>, Full<Answer>>,
  Fits<Full<Answer>, Full<View>>,
] extends true[]
  ? true
  : false;

/**
 * What the description says of each answer against what callers are told by the API client. Checked by the compiler: a field
 * that is in one of them alone, or of another type, does not compile.
 */
const answers = {
  EntityTopology: true satisfies Agrees<
    views.EntityTopology,
    described.EntityTopology
  >,
  Fleet: true satisfies Agrees<views.Fleet, described.Fleet>,
  ClusterList: true satisfies Agrees<views.ClusterList, described.ClusterList>,
  ClusterDetail: true satisfies Agrees<
    views.ClusterDetail,
    described.ClusterDetail
  >,
  WorkloadList: true satisfies Agrees<
    views.WorkloadList,
    described.WorkloadList
  >,
  WorkloadDetail: true satisfies Agrees<
    views.WorkloadDetail,
    described.WorkloadDetail
  >,
  PodsByCluster: true satisfies Agrees<
    { clusters: views.PerCluster<views.Pod>[] },
    described.PodsByCluster
  >,
  EventsByCluster: true satisfies Agrees<
    { clusters: views.PerCluster<views.WorkloadEvent>[] },
    described.EventsByCluster
  >,
  RenderedByCluster: true satisfies Agrees<
    { clusters: views.PerCluster<views.RenderedTarget>[] },
    described.RenderedByCluster
  >,
  EnvironmentList: true satisfies Agrees<
    views.EnvironmentList,
    described.EnvironmentList
  >,
  SourceList: true satisfies Agrees<views.SourceList, described.SourceList>,
  EntityRuns: true satisfies Agrees<views.EntityRuns, described.EntityRuns>,
  Promotion: true satisfies Agrees<views.Promotion, described.Promotion>,
  PromotionCommits: true satisfies Agrees<
    views.PromotionCommits,
    described.PromotionCommits
  >,
  PromotionDiff: true satisfies Agrees<
    views.PromotionDiff,
    described.PromotionDiff
  >,
  RunList: true satisfies Agrees<views.RunList, described.RunList>,
  RestoredLane: true satisfies Agrees<
    views.RestoredLane,
    described.RestoredLane
  >,
  RunDetails: true satisfies Agrees<views.RunDetails, described.RunDetails>,
  PipelineList: true satisfies Agrees<
    views.PipelineList,
    described.PipelineList
  >,
  PipelineLive: true satisfies Agrees<
    views.PipelineLive,
    described.PipelineLive
  >,
  ApprovalList: true satisfies Agrees<
    views.ApprovalList,
    described.ApprovalList
  >,
  ApprovalDetails: true satisfies Agrees<
    views.ApprovalDetails,
    described.ApprovalDetails
  >,
  ApprovalDiff: true satisfies Agrees<
    views.ApprovalDiff,
    described.ApprovalDiff
  >,
  ApprovalItem: true satisfies Agrees<
    views.ApprovalItem,
    described.ApprovalItem
  >,
  StopList: true satisfies Agrees<views.StopList, described.StopList>,
  LineStop: true satisfies Agrees<views.LineStop, described.LineStop>,
  LaneList: true satisfies Agrees<views.LaneList, described.LaneList>,
  ActionPreview: true satisfies Agrees<
    views.ActionPreview,
    described.ActionPreview
  >,
  AuditList: true satisfies Agrees<views.AuditList, described.AuditList>,
  AuditReport: true satisfies Agrees<views.AuditReport, described.AuditReport>,
  BulkVotes: true satisfies Agrees<
    { results: views.BulkVoteResult[] },
    described.BulkVotes
  >,
};

describe('views', () => {
  it('are compared with the description for every answer of every route', () => {
    const refs = JSON.stringify(spec.paths).matchAll(
      /"application\/json":\{"schema":\{"\$ref":"#\/components\/schemas\/(\w+)"/g,
    );
    const answered = new Set([...refs].map(([, name]) => name));
    answered.delete('Error');
    expect(Object.keys(answers).sort()).toEqual([...answered].sort());
  });
});
