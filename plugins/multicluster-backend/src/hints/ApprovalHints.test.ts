import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { approvalWorld } from '../approvals/__testUtils__/approvalWorld';
import { draftOf } from '../approvals/__testUtils__/draftOf';
import { testDatabases } from '../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../inventory/sql/applyMigrations';
import { ApprovalHints } from './ApprovalHints';
import { HintNames } from './HintNames';
import { HintPublisher } from './HintPublisher';
import { approvalView, APPROVALS_VIEW, entityView } from './viewNames';

jest.setTimeout(60_000);

const databases = testDatabases();
const soon = (milliseconds: number) =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

describe.each(databases.eachSupportedId())('Hints of approvals on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  it('X17: tell who listens on, although they lost the right, no more than that something changed', async () => {
    const { engine } = approvalWorld(knex);
    const { request } = await engine.open(draftOf('secret-gate'));
    const logger = mockServices.logger.mock();
    const names = HintNames.create('key');
    const publish = jest.fn(async (_: unknown) => undefined);
    const publisher = HintPublisher.create({
      names,
      logger,
      signals: { publish },
    });
    const hints = ApprovalHints.create({ knex, publisher, logger });
    hints.changed(request.id);
    await soon(700);
    publisher.stop();

    expect(publish).toHaveBeenCalledTimes(1);
    const [[sent]] = publish.mock.calls as [[{ message: object }]];
    const expected = [
      APPROVALS_VIEW,
      approvalView(request.id),
      ...request.entities.map(({ entityRef }) => entityView(entityRef)),
    ].map(view => names.of(view));
    expect(sent.message).toEqual({
      revision: expect.any(Number),
      views: expect.arrayContaining(expected),
    });
    const said = JSON.stringify(sent);
    for (const secret of [
      request.id,
      request.gateKey,
      request.title,
      request.source,
      ...request.entities.map(({ entityRef }) => entityRef),
    ]) {
      expect(said).not.toContain(secret);
    }
    // Whoever does not have the key cannot tell which request a name is of.
    expect(said).not.toContain(
      HintNames.create('guessed').of(approvalView(request.id)),
    );
  });
});
