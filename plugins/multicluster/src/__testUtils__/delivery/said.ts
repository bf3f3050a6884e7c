import { Sentence } from '@fairway/backstage-plugin-multicluster-common';

/** A sentence that no table knows, so that it is shown as it is. */
export function said(text: string): Sentence {
  return { code: 'test.said', params: {}, text };
}
