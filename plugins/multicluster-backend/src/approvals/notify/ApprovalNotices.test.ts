import { mockServices } from '@backstage/backend-test-utils';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import {
  approvalWorld,
  ApprovalWorld,
  voteOn,
} from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { etagOf } from '../engine/etagOf';
import { ApprovalNotices } from './ApprovalNotices';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('ApprovalNotices on %s', id => {
  let knex: Knex;
  let world: ApprovalWorld;
  let notices: ApprovalNotices;
  let sent: NotificationSendOptions[];
  let refuse: boolean;
  let logger: ReturnType<typeof mockServices.logger.mock>;

  const newNotices = () =>
    ApprovalNotices.create({
      knex,
      store: world.store,
      directory: world.directory,
      logger,
      notifications: {
        async send(options) {
          if (refuse) {
            throw new Error('no notifications here');
          }
          sent.push(options);
        },
      },
    });

  beforeEach(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    world = approvalWorld(knex);
    sent = [];
    refuse = false;
    logger = mockServices.logger.mock();
    notices = newNotices();
  });

  afterEach(() => knex.destroy());

  const open = (policy: object = {}) =>
    world.engine.open(draftOf('gate|west|run-1|approve|1', { policy }));
  /** As the store does: with each change another version. */
  const rewrite = (columns: object) =>
    knex('approval_request').update({
      ...columns,
      version: knex.raw('version + 1'),
    });
  const titles = async () => {
    await notices.run();
    return sent.splice(0).map(({ payload }) => payload.title);
  };

  it('asks those who can decide once, not who asked for it, with a link to it', async () => {
    const { request } = await open();
    await notices.run();
    await notices.run();
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/shop'],
          excludeEntityRef: ['user:default/rita'],
        },
        payload: {
          title: 'Waits for approval: cart 1.2 to production',
          severity: 'normal',
          link: `/multicluster/approvals/${request.id}`,
          scope: `multicluster:approval:${request.id}`,
          topic: 'approval',
        },
      },
    ]);
  });

  it('asks nobody who cannot vote', async () => {
    await world.engine.open({
      ...draftOf('gate|west|run-1|approve|1'),
      refusal: 'DECIDED_IN_TOOL',
    });
    expect(await titles()).toEqual([]);
  });

  it('reminds by the share of its time, and spares who has voted', async () => {
    const { request } = await open({
      expiresAfterMs: 100_000,
      remindAt: [50, 80],
    });
    expect(await titles()).toEqual([
      'Waits for approval: cart 1.2 to production',
    ]);
    await world.engine.vote(voteOn({ request }, 'ann'));
    const later = async (ms: number) => {
      world.clock.ahead = ms;
    };
    await later(55_000);
    await notices.run();
    expect(sent.splice(0)).toMatchObject([
      {
        recipients: {
          excludeEntityRef: ['user:default/rita', 'user:default/ann'],
        },
        payload: {
          title: 'Still waits for approval: cart 1.2 to production',
          severity: 'normal',
        },
      },
    ]);
    expect(await titles()).toEqual([]);
    await later(85_000);
    await notices.run();
    expect(sent).toMatchObject([{ payload: { severity: 'high' } }]);
  });

  it('tells a voter whose vote is void, and asks anew, when the subject changed', async () => {
    const { request } = await open();
    await titles();
    const voted = await world.engine.vote(voteOn({ request }, 'ann'));
    await world.engine.subjectChanged(request.id, {
      subject: { ...voted.snapshot.request.subject, commit: 'def' },
      subjectDigest: 'd2',
    });
    expect(await titles()).toEqual([
      'Waits for approval: cart 1.2 to production',
      'Your vote does not count any more: cart 1.2 to production',
    ]);
    expect(await titles()).toEqual([]);
  });

  it('tells owners and whom it escalates to of what was decided past the rules, and once more when nobody reviewed it', async () => {
    const { request } = await open({
      escalate: ['group:default/platform'],
      breakGlass: { reviewWithinMs: 72 * 3600_000 },
    });
    await titles();
    await world.engine.breakGlass({
      id: request.id,
      by: { userEntityRef: 'user:default/ann' },
      ifMatch: etagOf(request),
      subjectDigest: request.subjectDigest,
      reason: 'checkout is down for everybody',
    });
    await notices.run();
    expect(sent.splice(0)).toMatchObject([
      {
        recipients: {
          entityRef: ['group:default/shop', 'group:default/platform'],
        },
        payload: {
          title: 'Decided past the rules: cart 1.2 to production',
          severity: 'critical',
        },
      },
    ]);
    // It took effect long before somebody has to have looked at it.
    await rewrite({ state: 'applied', closed_at: await world.store.now() });
    await titles();
    world.clock.ahead += 73 * 3600_000;
    await notices.run();
    expect(sent.splice(0)).toMatchObject([
      {
        recipients: { excludeEntityRef: ['user:default/ann'] },
        payload: {
          title:
            'Nobody has reviewed what was decided past the rules: cart 1.2 to production',
        },
      },
    ]);
    expect(await titles()).toEqual([]);
  });

  it('tells whoever has to act of what halted, and how it ended', async () => {
    const { request } = await open();
    await titles();
    await rewrite({
      state: 'halted',
      decision: 'approve',
      halted: JSON.stringify({
        sentence: sentence('approval.halted.step'),
        owners: ['group:default/platform'],
        may: ['continue'],
      }),
    });
    await notices.run();
    expect(sent.splice(0)).toMatchObject([
      {
        recipients: { entityRef: ['group:default/platform'] },
        payload: {
          description: 'A step of it cannot go on',
          severity: 'critical',
        },
      },
    ]);
    await rewrite({
      state: 'expired',
      closed_at: await world.store.now(),
    });
    await notices.run();
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: ['user:default/rita', 'group:default/shop'] },
        payload: {
          title: `Expired, nobody decided: ${request.title}`,
          severity: 'high',
        },
      },
    ]);
  });

  it('tells owners of content that nobody approved', async () => {
    const { request } = await open();
    await titles();
    await knex('approval_incident').insert({
      id: 'i1',
      kind: 'UNAPPROVED_CONTENT',
      request_id: request.id,
      source: 'west',
      subject: 'cart on member1',
      sentence: JSON.stringify(sentence('audit.basis.none')),
      at: await world.store.now(),
    });
    expect(await titles()).toEqual([
      'Content that nobody approved: cart on member1',
    ]);
    expect(await titles()).toEqual([]);
  });

  it('asks the catalog once of entities that many requests are of, and counts no statement for each', async () => {
    const statements: string[] = [];
    for (let index = 0; index < 250; index++) {
      await world.engine.open(draftOf(`many-${index}`));
    }
    await notices.run();
    expect(sent.splice(0)).toHaveLength(250);
    // Another replica knows of none of them.
    notices = newNotices();
    const read = jest.spyOn(world.directory, 'read');
    const count = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', count);
    await notices.run();
    knex.removeListener('query', count);

    expect(sent).toEqual([]);
    expect(read).toHaveBeenCalledTimes(1);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThan(30);
  });

  it('reads none again that was told of and did not change', async () => {
    const statements: string[] = [];
    const first = await open();
    for (let index = 0; index < 20; index++) {
      await world.engine.open(draftOf(`many-${index}`));
    }
    expect(await titles()).toHaveLength(21);
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    expect(await titles()).toEqual([]);
    expect(statements.filter(sql => sql.includes('approval_vote'))).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThan(6);

    await world.engine.subjectChanged(first.request.id, {
      ...draftOf('gate|west|run-1|approve|1'),
      subjectDigest: 'another',
    });
    expect(await titles()).toEqual([
      'Waits for approval: cart 1.2 to production',
    ]);
  });

  it('tells later of what nobody was there for', async () => {
    world.directory.owners = [];
    await open();
    expect(await titles()).toEqual([]);
    world.directory.owners = ['group:default/shop'];
    expect(await titles()).toHaveLength(1);
  });

  it('tells of the others although one of them cannot be read', async () => {
    const broken = await world.engine.open(draftOf('broken'));
    await world.engine.open(draftOf('well'));
    await knex('approval_request')
      .where('id', broken.request.id)
      .update({ subject: '{' });

    expect(await titles()).toEqual([
      'Waits for approval: cart 1.2 to production',
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(broken.request.id),
    );
  });

  it('logs once while there is nobody to send, and tries again', async () => {
    await open();
    refuse = true;
    await notices.run();
    await notices.run();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    refuse = false;
    expect(await titles()).toHaveLength(1);
  });
});
