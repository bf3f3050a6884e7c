import { Fault } from '../../faults/Fault';
import { ApiServerContext } from '../ApiServerContext';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { WatchStream } from './WatchStream';

/** Lets the faults that are on, and those that come while it is open, strike a watch. */
export function strikeWatch(
  { faults, name }: ApiServerContext,
  exchange: Exchange,
  target: Target,
  stream: WatchStream,
): { counted: () => void } {
  const struck = { server: name, target, user: exchange.user.username };
  let armed: Array<{ fault: Fault; left: number }> = [];
  const arm = (fault: Fault) => {
    if (fault.action.type !== 'watch') {
      return;
    }
    const left = fault.action.afterEvents ?? 0;
    if (left > 0) {
      armed.push({ fault, left });
    } else {
      stream.strike(fault.action);
    }
  };
  stream.onEnd(
    faults.onAdded(fault => {
      if (faults.strikesOpen(fault, struck)) {
        arm(fault);
      }
    }),
  );
  faults.strikeWatch(struck).forEach(arm);
  return {
    counted() {
      armed.forEach(item => (item.left -= 1));
      const due = armed.filter(item => item.left <= 0);
      armed = armed.filter(item => item.left > 0);
      due.forEach(({ fault }) => arm({ ...fault, action: now(fault.action) }));
    },
  };
}

function now(action: Fault['action']): Fault['action'] {
  return action.type === 'watch' ? { ...action, afterEvents: 0 } : action;
}
