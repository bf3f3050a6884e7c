import { ContentChange } from '../audit/report/ContentChange';
import { ReportedRequest } from '../audit/report/ReportedRequest';

const shop = 'component:default/shop';

/** What a report is about, for tests: shop went from v1 to v2 in production, and a stage that asked was told to go on with v2. */
export const reported = {
  change(more: Partial<ContentChange> = {}): ContentChange {
    return {
      id: 1,
      at: 50,
      source: 'karmada',
      cluster: 'member1',
      subject: 'Deployment shop/shop',
      from: 'v1',
      to: 'v2',
      environment: 'production',
      entityRefs: [shop],
      ...more,
    };
  },

  request(more: Partial<ReportedRequest> = {}): ReportedRequest {
    return {
      id: 'r1',
      kind: 'pull',
      state: 'applied',
      decision: 'approve',
      source: 'pipecd',
      environment: 'production',
      entityRefs: [shop],
      subject: {
        images: [
          { name: 'shop', version: 'v2', digest: null, unpinned: false },
        ],
        lane: null,
      },
      enforcement: 'cooperative',
      emergency: false,
      voters: ['user:default/ann'],
      createdAt: 0,
      sealedAt: 5,
      closedAt: 5,
      ...more,
    };
  },
};
