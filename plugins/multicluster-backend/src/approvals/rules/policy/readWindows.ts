import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { windowProblem } from '../windows/windowProblem';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * `windows` of a policy.
 *
 * @throws InputError that names the window and what is wrong with it
 */
export function readWindows(policy: Config): ApprovalWindow[] {
  return (policy.getOptionalConfigArray('windows') ?? []).map(
    (config, index) => {
      const window = readWindow(config, index);
      const problem = windowProblem(window);
      if (problem) {
        throw new InputError(problem);
      }
      return window;
    },
  );
}

function readWindow(config: Config, index: number): ApprovalWindow {
  const name = config.getOptionalString('name') ?? String(index + 1);
  const kind = config.getString('kind');
  if (kind !== 'allow' && kind !== 'deny') {
    throw new InputError(`window ${name}: kind is 'allow' or 'deny'`);
  }
  const days = config
    .getOptionalStringArray('days')
    ?.map(day => DAYS.indexOf(day.slice(0, 3).toLocaleLowerCase('en-US')) + 1);
  return {
    name,
    kind,
    timezone: config.getString('timezone'),
    from: config.getString('from'),
    to: config.getString('to'),
    ...(days && { days }),
  };
}
