import { recording } from '../__fixtures__/recording';
import { projectPiped } from './projectPiped';

const listed = (withStatus: boolean) =>
  recording('pipeds')
    .find(
      ({ request }) =>
        Boolean((request as { with_status?: boolean }).with_status) ===
        withStatus,
    )
    ?.response?.pipeds?.map(projectPiped) ?? [];

describe('projectPiped', () => {
  it('reads a real list: online, gone, and never connected', () => {
    const states = listed(true).map(agent => [agent?.name, agent?.state]);
    expect(Object.fromEntries(states)).toEqual({
      'piped-v0': 'online',
      'piped-v1': 'online',
      'piped-idle': 'offline',
      'piped-fake': 'offline',
    });
  });

  it('knows nothing where the list was asked without a status, least of all that pipeds are offline', () => {
    const states = listed(false).map(agent => agent?.state);
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['unknown']));
  });

  it('keeps no configuration and no key', () => {
    expect(Object.keys(listed(true)[1] ?? {}).sort()).toEqual([
      'disabled',
      'key',
      'name',
      'state',
      'type',
      'version',
    ]);
  });

  it('is none without an id', () => {
    expect(projectPiped({ name: 'x' })).toBeUndefined();
  });
});
