import { RequestRecord } from '../model/RequestRecord';
import { GivenPolicy } from '../observe/RequestRules';

/** What of a request says by which policy it is decided. */
export type PolicyMatter = Pick<
  RequestRecord,
  'kind' | 'source' | 'environment' | 'policyKey' | 'entities'
> & { detail: Pick<RequestRecord['detail'], 'pipelineName' | 'environments'> };

/** By which policy a request would be decided if it were opened now. */
export interface PolicyBook {
  /** Rejects when the catalog, in which entities tighten their policy, cannot be read. */
  of(request: PolicyMatter): Promise<GivenPolicy>;
}
