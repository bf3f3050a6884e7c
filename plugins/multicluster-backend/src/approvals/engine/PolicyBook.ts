import { RequestRecord } from '../model/RequestRecord';
import { GivenPolicy } from '../observe/RequestRules';
import { DirectoryFacts } from './directory/DirectoryFacts';

/** What of a request says by which policy it is decided. */
export type PolicyMatter = Pick<
  RequestRecord,
  'kind' | 'source' | 'environment' | 'policyKey' | 'entities'
> & { detail: Pick<RequestRecord['detail'], 'pipelineName' | 'environments'> };

/** By which policy a request would be decided if it were opened now. */
export interface PolicyBook {
  /**
   * Rejects when the catalog, in which entities tighten their policy, cannot be read.
   *
   * @param facts - what the catalog just said of the confirmed entities, where it was asked; else it is asked, and its answer may be
   * half a minute old
   */
  of(request: PolicyMatter, facts?: DirectoryFacts): Promise<GivenPolicy>;
}
