import { mockServices } from '@backstage/backend-test-utils';
import { HintNames } from './HintNames';
import { HintPublisher } from './HintPublisher';

function open(publish = jest.fn(async () => undefined)) {
  const logger = mockServices.logger.mock();
  const names = HintNames.create('key');
  const publisher = HintPublisher.create({
    names,
    logger,
    signals: { publish },
  });
  const messages = () =>
    publish.mock.calls.map(([signal]: any) => signal.message);
  return { logger, names, publisher, messages };
}

const soon = (milliseconds: number) =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

describe('HintPublisher', () => {
  it('sends what changes together as one message of keyed hashes, twice a second at most', async () => {
    const { publisher, messages, names } = open();
    publisher.changed(['fleet'], 1);
    await soon(20);
    for (let index = 0; index < 50; index++) {
      publisher.changed([`workload:${index % 3}`], index);
    }
    await soon(300);
    expect(messages()).toEqual([{ revision: 1, views: [names.of('fleet')] }]);
    await soon(300);
    expect(messages()).toHaveLength(2);
    expect(messages()[1]).toEqual({
      revision: 49,
      views: [0, 1, 2].map(index => names.of(`workload:${index}`)),
    });
    publisher.stop();
  });

  it('sends a star when more changed than a message holds', async () => {
    const { publisher, messages } = open();
    publisher.changed(Array.from({ length: 501 }, (_, index) => `v${index}`));
    await soon(20);
    expect(messages()).toEqual([{ revision: 0, views: ['*'] }]);
    publisher.stop();
  });

  it('says nothing when nothing changed, and nothing after it was stopped', async () => {
    const { publisher, messages } = open();
    publisher.changed([]);
    publisher.changed(['fleet']);
    publisher.stop();
    await soon(20);
    expect(messages()).toEqual([]);
  });

  it('logs once when hints cannot be published', async () => {
    const publish = jest.fn(async () => {
      throw new Error('no bus');
    });
    const { publisher, logger } = open(publish as any);
    publisher.changed(['a']);
    await soon(20);
    publisher.changed(['b']);
    await soon(600);
    expect(publish).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    publisher.stop();
  });
});

describe('HintNames', () => {
  it('gives a view one name under one key and another under another', () => {
    expect(HintNames.create('a').of('fleet')).toBe(
      HintNames.create('a').of('fleet'),
    );
    expect(HintNames.create('a').of('fleet')).not.toBe(
      HintNames.create('b').of('fleet'),
    );
  });
});
