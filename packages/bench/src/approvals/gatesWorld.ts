import fs from 'node:fs';
import path from 'node:path';

/** Gates that wait when the portal comes up; what is measured leaves most of them waiting. */
export const GATES = 2_000;
/** So many services share them: what one release changes is another subject for the next of the same service. */
export const SERVICES = 500;
/** Who owns the services, and decides. */
export const PERSON = 'olivia';

const OWNER = 'group:default/team-canary';

/** Name of a service, of its pipeline and of the annotation that says so. */
export function serviceOf(gate: number): string {
  return `gated-${gate % SERVICES}`;
}

/** What the portal is configured with; everything else as in `npm start`. */
export const gatesConfig = {
  environments: [
    { name: 'live', pipelines: [{ source: 'gates', names: ['*'] }] },
  ],
  matching: {
    every: { seconds: 2 },
    pipelines: [{ source: 'gates', name: '*', owner: OWNER }],
  },
  approvals: {
    people: [{ match: PERSON, user: `user:default/${PERSON}` }],
    policies: [
      {
        name: 'live',
        environments: ['live'],
        require: { atLeast: 1, of: { groups: [OWNER] } },
        // Nobody wrote these commits.
        separation: { requester: false, author: false },
        subject: { complete: false },
        recall: { seconds: 1 },
      },
    ],
  },
};

/** The services as a file of the catalog. */
export function writeServices(dir: string): string {
  const file = path.join(dir, 'gated.yaml');
  const entities = Array.from({ length: SERVICES }, (_, n) =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: serviceOf(n),
        annotations: { 'gates/pipelines': serviceOf(n) },
      },
      spec: { type: 'service', lifecycle: 'production', owner: OWNER },
    }),
  );
  fs.writeFileSync(file, entities.join('\n---\n'));
  return file;
}

/** Where the source writes when which decision arrived: a line of JSON each. */
export function arrivalsFile(dir: string): string {
  return path.join(dir, 'arrivals.jsonl');
}
