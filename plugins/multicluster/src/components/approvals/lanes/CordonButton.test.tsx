import { ApprovalsApi } from '@fairway/backstage-plugin-multicluster-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { CordonButton } from './CordonButton';

describe('CordonButton', () => {
  it('does what its dialog looked at, also when somebody else did the same meanwhile', async () => {
    const manageCluster = jest.fn<
      ReturnType<ApprovalsApi['manageCluster']>,
      Parameters<ApprovalsApi['manageCluster']>
    >(async () => ({ checks: [], effects: [], done: false }));
    const Page = () => {
      const [cordoned, setCordoned] = useState(false);
      return (
        <>
          <button onClick={() => setCordoned(true)}>poll</button>
          <CordonButton
            controlPlane="prod"
            name="member1"
            cordoned={cordoned}
            onDone={() => {}}
          />
        </>
      );
    };
    await renderApprovals(<Page />, { manageCluster });
    await userEvent.click(screen.getByRole('button', { name: 'Cordon…' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'repairs');
    fireEvent.click(screen.getByText('poll'));
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Cordon' }),
    );
    await waitFor(() => expect(manageCluster).toHaveBeenCalledTimes(2));
    expect(manageCluster.mock.calls.map(([, { action }]) => action)).toEqual([
      'cordon',
      'cordon',
    ]);
  });
});
