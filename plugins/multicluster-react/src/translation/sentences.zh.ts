import { afterVoteSentencesZh } from './sentences/afterVote.zh';
import { approvalSentencesZh } from './sentences/approval.zh';
import { auditSentencesZh } from './sentences/audit.zh';
import { detailSentencesZh } from './sentences/detail.zh';
import { laneSentencesZh } from './sentences/lane.zh';
import { laneCareSentencesZh } from './sentences/laneCare.zh';
import { matchSentencesZh } from './sentences/match.zh';
import { pipecdSentencesZh } from './sentences/pipecd.zh';
import { pipelineSentencesZh } from './sentences/pipeline.zh';
import { placementSentencesZh } from './sentences/placement.zh';
import { pullSentencesZh } from './sentences/pull.zh';
import { runSentencesZh } from './sentences/run.zh';
import { promotionSentencesZh } from './sentences/promotion.zh';
import { sourceSentencesZh } from './sentences/source.zh';
import { toolSentencesZh } from './sentences/tool.zh';
import { viewSentencesZh } from './sentences/view.zh';

/** Chinese of the sentences of the back end, by code. A code that is missing here is shown in English. @internal */
export const sentencesZh: Readonly<Record<string, string>> = {
  ...afterVoteSentencesZh,
  ...approvalSentencesZh,
  ...auditSentencesZh,
  ...detailSentencesZh,
  ...laneSentencesZh,
  ...laneCareSentencesZh,
  ...matchSentencesZh,
  ...pipecdSentencesZh,
  ...pipelineSentencesZh,
  ...placementSentencesZh,
  ...pullSentencesZh,
  ...runSentencesZh,
  ...promotionSentencesZh,
  ...sourceSentencesZh,
  ...toolSentencesZh,
  ...viewSentencesZh,
};
