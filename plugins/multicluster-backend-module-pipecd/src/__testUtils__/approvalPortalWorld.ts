import { JsonObject } from '@backstage/types';

const TEAM = 'group:default/team-shop';
/** Dave votes in the portal and is on no list of PipeCD's; Erin is of the team and of no policy. */
const people = ['alice', 'bob', 'carol', 'dave', 'erin'];
const refOf = (name: string) => `user:default/${name}`;
const entity = (kind: string, name: string, rest: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  ...rest,
});

/** The commit may be anybody's. */
const twoOfFour = {
  name: 'two of four',
  environments: ['production'],
  require: { atLeast: 2, of: { users: people.slice(0, 4).map(refOf) } },
  separation: { requester: false, author: false, unmappedAuthor: 'allow' },
  subject: { complete: false },
  recall: { seconds: 0 },
};

function gateOf(secret: string) {
  return { name: 'pipeds', source: 'real', gates: ['release'], secret };
}

/** Who decides in the portal about the applications of a PipeCD, and by which rules. */
export const approvalPortalWorld = {
  /** By its annotations these applications are its own. */
  entities: (applications: readonly string[]) => [
    {
      ...entity('Component', 'shop', {
        spec: { type: 'service', owner: TEAM },
        relations: [{ type: 'ownedBy', targetRef: TEAM }],
      }),
      metadata: {
        name: 'shop',
        namespace: 'default',
        annotations: { 'pipecd.dev/application-name': applications.join(',') },
      },
    },
    entity('Group', 'team-shop', {
      spec: { type: 'team', children: [], members: people },
      relations: people.map(name => ({
        type: 'hasMember',
        targetRef: refOf(name),
      })),
    }),
    ...people.map(name =>
      entity('User', name, {
        spec: { profile: { email: `${name}@example.com` } },
        relations: [{ type: 'memberOf', targetRef: TEAM }],
      }),
    ),
  ],

  /** @param gateSecret - what scripts show that ask; absent: none may ask */
  config: (controlPlane: JsonObject, gateSecret: string | undefined) => {
    return {
      permission: { enabled: true },
      multicluster: {
        environments: [{ name: 'production', pipelines: [{ names: ['*'] }] }],
        matching: { pipelines: [{ name: '*', owner: TEAM }] },
        approvals: {
          // The database of a test is in memory.
          outsideProduction: { allowWithoutRules: true },
          policies: [twoOfFour],
          ...(gateSecret && { pullGates: [gateOf(gateSecret)] }),
        },
        pipecd: { controlPlanes: [controlPlane] },
      },
    };
  },
};
