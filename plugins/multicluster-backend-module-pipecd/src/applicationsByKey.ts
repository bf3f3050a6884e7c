import { ProjectClient } from './ProjectClient';
import { CallOptions } from './wire/ControlPlane';
import { RawApplication } from './wire/messages';

/** How many applications an API key is given at once. */
const PAGE = 100;
/** More pages than this are no list but a circle. */
const PAGES = 200;

/** All applications of a project, by its API key: the enabled ones, then the others, deleted ones among them. @internal */
export async function applicationsByKey(
  client: ProjectClient,
  options: CallOptions,
): Promise<RawApplication[]> {
  return [
    ...(await listed(client, false, options)),
    ...(await listed(client, true, options)),
  ];
}

async function listed(
  client: ProjectClient,
  disabled: boolean,
  options: CallOptions,
): Promise<RawApplication[]> {
  const all: RawApplication[] = [];
  let cursor = '';
  for (let page = 0; page < PAGES; page++) {
    const answer = await client.api(
      'ListApplications',
      { disabled, limit: PAGE, ...(cursor !== '' && { cursor }) },
      options,
    );
    all.push(...answer.applications);
    const next = answer.cursor ?? '';
    // A full last page has a cursor as well.
    if (next === '' || next === cursor || answer.applications.length < PAGE) {
      break;
    }
    cursor = next;
  }
  return all;
}
