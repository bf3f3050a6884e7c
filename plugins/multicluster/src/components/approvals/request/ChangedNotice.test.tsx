import { screen } from '@testing-library/react';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { ChangedNotice } from './ChangedNotice';

describe('ChangedNotice', () => {
  it('says each part in words, and nothing in the form it is stored in', async () => {
    await renderApprovals(
      <ChangedNotice
        changed={[
          { part: 'lane', to: '{"clusters":["member1"],"policy":"tickets"}' },
          { part: 'policyHash', from: 'a'.repeat(64), to: 'b'.repeat(64) },
          { part: 'run', from: '{"key":"d1","pipelineKey":"a1"}' },
          { part: 'gate', from: 'release', to: 'canary' },
          { part: 'targets', from: '["member1","member2"]', to: '[]' },
        ]}
        onSeen={() => {}}
      />,
      {},
    );
    const said = screen.getAllByRole('listitem').map(item => item.textContent);
    expect(said).toEqual([
      'What is released where– → tickets: member1',
      'The policy it was asked byaaaaaaaaaaaa → bbbbbbbbbbbb',
      'The rund1 → –',
      'The gaterelease → canary',
      'Where it goesmember1, member2 → –',
    ]);
  });
});
