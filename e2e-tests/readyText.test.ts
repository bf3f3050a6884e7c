import { expect, test } from '@playwright/test';
import { readyText } from '../scripts/readyText.mjs';

const url = 'http://localhost:7007';

test.describe('What npm start says at its end', () => {
  test('names the portal, where to look first, and as whom', () => {
    expect(
      readyText(url, [
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
    expect(readyText(url, [])).not.toContain('Sign in');
  });
});
