/**
 * What `npm start` says once people can sign in: where the portal is, what to look at first, and as whom.
 *
 * @param {string} url - of the portal, without a slash at its end
 * @param {Array<{ title: string, shows: string }>} personas
 */
export function readyText(url, personas) {
  const width = Math.max(0, ...personas.map(({ title }) => title.length));
  const people = personas.map(
    ({ title, shows }) => `    ${title.padEnd(width)}  ${shows}`,
  );
  return [
    '',
    `  Fairway is ready: ${url}`,
    '',
    `  Look first at what waits for people: ${url}/multicluster/approvals`,
    ...(people.length > 0 ? ['  Sign in as', ...people] : []),
    '',
  ].join('\n');
}
