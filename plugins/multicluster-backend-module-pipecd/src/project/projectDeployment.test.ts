import { deployment } from '../__fixtures__/objects';
import { journeys } from '../__fixtures__/journeys';
import { recording } from '../__fixtures__/recording';
import { RawDeployment } from '../wire/messages';
import { projectDeployment } from './projectDeployment';

const listed = (): RawDeployment[] =>
  recording('deployments-list')[0].response?.deployments ?? [];
const find = (id: string) => listed().find(raw => raw.id?.startsWith(id)) ?? {};

describe('projectDeployment', () => {
  it('projects every deployment of a real list', () => {
    const facts = listed().map(raw => projectDeployment(raw));
    expect(facts).toHaveLength(35);
    expect(facts).not.toContain(undefined);
    expect(
      facts.filter(fact => fact?.active).map(fact => fact?.pipelineName),
    ).toEqual(['livev1', 'gateopen', 'k'.repeat(36)]);
  });

  it('tells runs of v0 and v1 pipeds apart in a real list', () => {
    const wrong = listed().filter(raw => {
      const generation = projectDeployment(raw)?.native.generation;
      const v1 = /^v1|^livev1/.test(raw.application_name ?? '');
      return generation !== (v1 ? 'v1' : 'v0');
    });
    expect(wrong).toEqual([]);
  });

  it('rebuilds a chain, whose first application has no index on the wire', () => {
    const id = '39c7a150-ec38-4f95-89af-d7a731cfd985';
    expect(projectDeployment(find('571340d4'))).toMatchObject({
      pipelineName: 'chaina',
      chain: { id, index: 0 },
      trigger: { kind: 'commit' },
    });
    expect(projectDeployment(find('62a8c50c'))).toMatchObject({
      pipelineName: 'chainb',
      chain: { id, index: 1 },
      trigger: { kind: 'chain' },
    });
  });

  it('names the image it delivers, the commit and where PipeCD shows it', () => {
    const context = { webUrl: 'https://pipecd.example.org/', project: 'demo' };
    expect(projectDeployment(find('c34bf5fd'), {}, context)).toMatchObject({
      artifacts: [
        {
          kind: 'image',
          name: 'web',
          version: 'v2',
          url: 'https://example.test/web:v2',
        },
      ],
      commit: {
        sha: 'abcdef0123456789abcdef0123456789abcdef01',
        author: 'Dana Dev',
      },
      url: 'https://pipecd.example.org/deployments/c34bf5fd-02fa-411c-8f7c-d597bfc6cc43?project=demo',
    });
    expect(projectDeployment(find('c34bf5fd'))?.url).toBeUndefined();
  });

  it('is the same fact when only the order of maps and the time of update changed', () => {
    const facts = new Map<string, string[]>();
    const raws = journeys
      .flatMap(journey => recording(journey.recording))
      .flatMap(({ response }) => response?.deployment ?? []);
    for (const raw of raws) {
      const key = sorted({ ...raw, updated_at: undefined });
      const fact = sorted(projectDeployment(raw));
      facts.set(key, [...(facts.get(key) ?? []), fact]);
    }
    const repeated = [...facts.values()].filter(({ length }) => length > 1);
    expect(repeated.length).toBeGreaterThan(10);
    expect(repeated.filter(same => new Set(same).size > 1)).toEqual([]);
  });

  it('cuts texts that nobody would read to their end', () => {
    const long = 'x'.repeat(10_000);
    const fact = projectDeployment(
      deployment({
        status_reason: long,
        summary: long,
        trigger: { commit: { hash: 'abc', message: long } },
      }),
    );
    expect(JSON.stringify(fact).length).toBeLessThan(3000);
  });

  it.each([
    ['an id', { id: undefined }],
    ['an application', { application_id: '' }],
  ])('is none without %s', (_, parts) => {
    expect(projectDeployment(deployment(parts))).toBeUndefined();
  });
});

/** JSON with sorted keys, as facts are compared. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort())
      : item,
  );
}
