import { renderInTestApp } from '@backstage/test-utils';
import { Gate, sentence } from '@fairway/backstage-plugin-multicluster-common';
import { screen } from '@testing-library/react';
import { GateSummary } from './GateSummary';

const alice = { nativeId: 'alice', kind: 'user' } as const;
const gate: Gate = {
  id: 'g',
  stageId: '2',
  state: 'pending',
  version: 'v1',
  title: 'WAIT_APPROVAL',
  approvers: [alice, { nativeId: 'bob', kind: 'user' }],
  anyone: false,
  quorum: { kind: 'n-of', n: 2, received: 1 },
  decisions: [{ actor: alice, verdict: 'approved', listed: true }],
  expiresAt: '2026-11-21T17:00:00Z',
  enforcement: 'cooperative',
  identityModes: ['deep-link'],
  actionable: true,
  sentence: sentence('test.gate'),
  url: 'https://pipecd.example/deployments/1',
};

describe('GateSummary', () => {
  it('says how far it is, who approved and who may, until when, and leads to the tool', async () => {
    await renderInTestApp(<GateSummary gate={gate} tool="PipeCD" />);
    expect(screen.getByText('Waits for a decision')).toBeInTheDocument();
    expect(screen.getByText('1 of 2')).toBeInTheDocument();
    expect(screen.getByText('alice approved')).toBeInTheDocument();
    expect(
      screen.getByText('may be decided by alice, bob'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^until /)).toHaveAttribute(
      'dateTime',
      '2026-11-21T17:00:00Z',
    );
    expect(
      screen.getByRole('link', { name: 'Open in PipeCD' }),
    ).toHaveAttribute('href', 'https://pipecd.example/deployments/1');
  });

  it.each<[string, Partial<Gate>, boolean]>([
    ['a decision would have no effect', { actionable: false }, false],
    ['it is only last known', {}, true],
    ['its address is no address', { url: 'data:text/html,x' }, false],
  ])('offers nothing while %s', async (_, changed, lastKnown) => {
    await renderInTestApp(
      <GateSummary gate={{ ...gate, ...changed }} lastKnown={lastKnown} />,
    );
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('flags who is not on the list instead of showing it as well', async () => {
    const { container } = await renderInTestApp(
      <GateSummary
        gate={{
          ...gate,
          state: 'approved',
          decisions: [
            {
              actor: { nativeId: 'mallory', kind: 'user' },
              verdict: 'approved',
              listed: false,
            },
          ],
        }}
      />,
    );
    const vote = screen.getByText('mallory approved').closest('li')!;
    expect(vote).toHaveTextContent('not on the list');
    expect(vote.querySelector('[data-shape]')).toHaveAttribute(
      'data-shape',
      'warn',
    );
    expect(container.querySelector('[data-shape="ok"]')).toBeNull();
  });

  it('says that a deadline is assumed, and makes up no number of approvals', async () => {
    await renderInTestApp(
      <GateSummary
        gate={{
          ...gate,
          expiryAssumed: true,
          quorum: { kind: 'n-of', received: 2 },
        }}
      />,
    );
    expect(screen.getByText(/, assumed$/)).toBeInTheDocument();
    expect(screen.getByText('2 approvals')).toBeInTheDocument();
    expect(screen.queryByText(/ of /)).toBeNull();
  });

  it('shows what people wrote as text', async () => {
    await renderInTestApp(
      <GateSummary
        gate={{
          ...gate,
          decisions: [
            {
              ...gate.decisions[0],
              message: '<img src=x onerror=alert(1)>',
            },
          ],
        }}
      />,
    );
    expect(
      screen.getByText('<img src=x onerror=alert(1)>'),
    ).toBeInTheDocument();
  });
});
