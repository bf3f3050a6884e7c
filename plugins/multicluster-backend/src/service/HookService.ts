import { HookRequest } from '@fairway/backstage-plugin-multicluster-node';

/** Webhooks of delivery tools, which are hints to look sooner and nothing else. */
export interface HookService {
  /**
   * Wakes whoever observes the source. Throws a NotFoundError for a source that takes no webhooks, an AuthenticationError
   * when the secret is missing or wrong, and a TooManyHooksError (429) when a source is called too often.
   */
  receive(source: string, request: HookRequest): Promise<void>;
}
