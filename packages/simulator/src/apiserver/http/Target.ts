import { ResourceType } from '../ObjectStore';

/** What a resource request is about, in the words of an authorizer. */
export interface Target {
  verb:
    | 'get'
    | 'list'
    | 'watch'
    | 'create'
    | 'update'
    | 'patch'
    | 'delete'
    | 'deletecollection';
  type: ResourceType;
  namespace: string;
  name: string;
  subresource: string;
  /** What follows the subresource: the path a proxy forwards, still encoded. */
  rest: string;
}
