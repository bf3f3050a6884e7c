import { safeUrl } from './safeUrl';

const SCRIPT = 'javascript';

describe('safeUrl', () => {
  it.each([
    ['https://pipecd.example/deployments/1', true],
    ['http://127.0.0.1:8080/x', true],
    [`${SCRIPT}:alert(1)`, false],
    [` ${SCRIPT.toLocaleUpperCase('en')}:alert(1)`, false],
    ['data:text/html,<script>', false],
    ['/relative', false],
    ['', false],
    [undefined, false],
  ])('of %j answers a link: %s', (url, safe) => {
    expect(safeUrl(url) !== undefined).toBe(safe);
  });
});
