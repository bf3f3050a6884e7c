import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  promotionScope,
  scopeGate,
  scopePipeline,
  scopeRequest,
  scopeRun,
} from '../../../__testUtils__/promotionScope';
import { BlockedStep } from './BlockedStep';
import { gateEvidence } from './gateEvidence';

describe('gateEvidence', () => {
  const asked = (requestId: string) =>
    promotionScope({
      deliveries: [{ pipeline: scopePipeline() }],
      runs: [
        scopeRun({
          active: true,
          run: { status: 'running', finishedAt: undefined },
          gates: [
            scopeGate({
              title: 'release',
              requestId,
              quorum: { kind: 'n-of', n: 2, received: 1 },
            }),
          ],
        }),
      ],
      requests: [scopeRequest({ id: 'r1', title: 'release', received: 1 })],
    });

  const step = (requestId: string): BlockedStep => ({
    to: asked(requestId),
    brings: true,
    next: { kind: 'no-actuator', sentence: sentence('view.unplaced') },
  });

  it('says once that a stage waits for the portal, by the gate of its run', () => {
    const said = gateEvidence(step('r1'));
    expect(said).toEqual([
      expect.objectContaining({
        code: 'quorum',
        sentence: expect.objectContaining({
          text: 'release has 1 of 2 approvals',
        }),
      }),
    ]);
  });

  it('says both where they are not the same', () => {
    expect(gateEvidence(step('another'))).toHaveLength(2);
  });
});
