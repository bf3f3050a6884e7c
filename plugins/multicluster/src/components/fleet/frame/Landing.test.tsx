import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';
import { screen, waitFor } from '@testing-library/react';
import { fleetApi } from '../__testUtils__/fleetApi';
import { renderPage } from '../__testUtils__/renderPage';

const failing = (statusCode?: number) => async () => {
  throw Object.assign(new Error('no'), { statusCode });
};

async function openAt(path: string, answers: Partial<MulticlusterApi>) {
  await renderPage(fleetApi({ clusters: 3, answers }), path);
}

const address = () => screen.findByLabelText('address');

describe('Landing', () => {
  it.each([
    ['somebody who may see the fleet to it', {}, 'fleet'],
    [
      'somebody who may not to the first tab that has something of theirs',
      { getFleet: failing(403), listWorkloads: failing(403) },
      'pipelines',
    ],
    [
      'nobody away from the fleet because the portal does not answer',
      { getFleet: failing(503) },
      'fleet',
    ],
  ])('leads %s', async (_, answers, tab) => {
    await openAt('/multicluster', answers);
    await waitFor(async () =>
      expect(await address()).toHaveTextContent(`/multicluster/${tab}`),
    );
  });

  it('leads nobody away from the tab they asked for', async () => {
    await openAt('/multicluster/fleet', { getFleet: failing(403) });
    expect(
      await screen.findByText('The fleet is not yours to see'),
    ).toBeInTheDocument();
    expect(await address()).toHaveTextContent('/multicluster/fleet');
  });
});
