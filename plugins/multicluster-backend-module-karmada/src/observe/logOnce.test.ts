import { mockServices } from '@backstage/backend-test-utils';
import { logOnce } from './logOnce';

describe('logOnce', () => {
  it('logs each value that is not known once, and stops at garbage', () => {
    const logger = mockServices.logger.mock();
    const note = logOnce(logger);
    note('health', 'Splendid');
    note('health', 'Splendid');
    note('health', 'Odd\nForged line');

    expect(logger.info).toHaveBeenCalledTimes(2);
    expect(logger.info.mock.calls.join()).not.toContain('\n');

    for (let i = 0; i < 1000; i++) {
      note('health', `value ${i}`);
    }
    expect(logger.info).toHaveBeenCalledTimes(100);
  });
});
