import { expect, test } from '@playwright/test';
import { callScript } from './support/callScript';

const url = 'http://localhost:7007';

test.describe('What npm start says at its end', () => {
  test('names the portal, where to look first, and as whom', () => {
    expect(
      callScript('readyText', url, [
        { title: 'Rosa, same team', shows: 'May approve.' },
        { title: 'Paul', shows: 'Looks after the fleet.' },
      ]),
    ).toBe(`
  Fairway is ready: ${url}

  Look first at what waits for people: ${url}/multicluster/approvals
  Sign in as
    Rosa, same team  May approve.
    Paul             Looks after the fleet.
`);
  });

  test('offers nobody where nobody is known', () => {
    expect(callScript('readyText', url, [])).not.toContain('Sign in');
  });
});
