import { recording } from '../__fixtures__/recording';
import { RawApplication } from '../wire/messages';
import { projectApplication } from './projectApplication';

const all = () => recording('applications')[0].response?.applications ?? [];
const find = (name: string): RawApplication =>
  all().find(raw => raw.name === name) ?? {};

describe('projectApplication', () => {
  it('projects what PipeCD says of an application', () => {
    const context = { webUrl: 'https://pipecd.example.org', project: 'demo' };
    expect(projectApplication(find('gate2of'), context)).toEqual({
      type: 'pipeline',
      key: '9ca53a7e-f7bd-46c7-b79a-5db6d8cb8d98',
      name: 'gate2of',
      labels: { env: 'prod', team: 'shop' },
      agentKey: '8a7d2494-8f2f-44b9-80fe-5b3bad90b0c9',
      deployTargets: ['terraform-default'],
      repository: {
        remote: 'https://github.com/acme/apps.git',
        branch: 'main',
        path: 'v0/gate2of',
      },
      sync: { status: 'synced' },
      disabled: false,
      deleted: false,
      url: 'https://pipecd.example.org/applications/9ca53a7e-f7bd-46c7-b79a-5db6d8cb8d98?project=demo',
      native: {
        good: '600b2129-2fa3-4894-9a38-9ebada880072',
        last: '600b2129-2fa3-4894-9a38-9ebada880072',
      },
    });
  });

  it('holds no credential of the repository', () => {
    const raw = find('gate2of');
    const remote = 'https://bot:s3cret@github.com/acme/apps.git';
    const fact = projectApplication({
      ...raw,
      git_path: {
        ...raw.git_path,
        repo: { ...raw.git_path?.repo, remote },
      },
    });
    expect(JSON.stringify(fact)).not.toContain('s3cret');
    expect(fact?.repository?.remote).toBe('https://github.com/acme/apps.git');
  });

  it('is the same fact a minute later, when a v1 piped has stamped everything anew', () => {
    const raw = find('v1gate2of');
    const later = {
      ...raw,
      updated_at: (raw.updated_at ?? 0) + 60,
      sync_state: { ...raw.sync_state, timestamp: 1_795_999_999 },
    };
    expect(projectApplication(later)).toEqual(projectApplication(raw));
  });

  it('names deploy targets of v1 plugins, of all of them and each once', () => {
    expect(projectApplication(find('livev1'))?.deployTargets).toEqual([
      'c1',
      'c2',
    ]);
    expect(
      projectApplication({
        ...find('livev1'),
        deploy_targets_by_plugin: {
          wait: {},
          b: { deploy_targets: ['z', 'a'] },
          c: { deploy_targets: ['a'] },
        },
      })?.deployTargets,
    ).toEqual(['a', 'z']);
  });

  it.each([
    ['never reported', undefined, undefined, 'unknown'],
    ['UNKNOWN', {}, undefined, 'unknown'],
    ['SYNCED', { status: 1 }, undefined, 'synced'],
    ['DEPLOYING', { status: 2 }, undefined, 'deploying'],
    ['OUT_OF_SYNC', { status: 3 }, undefined, 'out-of-sync'],
    ['INVALID_CONFIG', { status: 4 }, undefined, 'unknown'],
    ['one nobody knows', { status: 77 }, undefined, 'unknown'],
    ['SYNCED while it deploys', { status: 1 }, true, 'deploying'],
    ['OUT_OF_SYNC while it deploys', { status: 3 }, true, 'deploying'],
  ])('sync state %s', (_, sync_state, deploying, expected) => {
    const raw = { id: 'a', sync_state, deploying };
    expect(projectApplication(raw)?.sync.status).toBe(expected);
  });

  it('says what differs, and that a configuration cannot be used', () => {
    const sentenceOf = (status: number, short_reason?: string) =>
      projectApplication({ id: 'a', sync_state: { status, short_reason } })
        ?.sync.sentence?.text;
    expect([
      sentenceOf(3, '1 added'),
      sentenceOf(3),
      sentenceOf(4, 'no such stage'),
      sentenceOf(4),
    ]).toEqual([
      'Differs from the repository: 1 added',
      'Differs from the repository',
      'Its configuration in the repository cannot be used: no such stage',
      'Its configuration in the repository cannot be used',
    ]);
  });

  it('knows the deleted from the disabled in lists of both services', () => {
    const calls = recording('disabled-and-deleted-applications');
    const gone = calls.flatMap(({ service, response }) =>
      (response?.applications ?? [])
        .map(raw => projectApplication(raw))
        .filter(fact => fact?.disabled || fact?.deleted)
        .map(fact => `${service} ${fact?.name[0]} ${fact?.deleted}`),
    );
    expect([...new Set(gone)]).toEqual([
      'web k true',
      'web m false',
      'api k true',
      'api m false',
    ]);
  });

  it('is none without an id', () => {
    expect(projectApplication({ name: 'x' })).toBeUndefined();
  });
});
