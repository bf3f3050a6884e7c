import { Severity, StageStatus } from '../../model/enums';
import type { ScriptSpec } from '../ApplicationSpec';
import { askGate, type GateAnswer } from '../GateEndpoint';
import type { StageContext } from '../StageContext';

const LISTEN = 250;

/**
 * A script that asks a portal whether it may go on. It belongs to the process and not to the stage: a cancel ends the stage, and
 * the script goes on asking, unseen, until its own limit.
 *
 * @returns what is called when the stage ends before it
 */
export function ask(
  context: StageContext,
  asks: NonNullable<ScriptSpec['asks']>,
): () => void {
  const { host } = context;
  const run = context.deployment().id;
  const until = host.elapsed() + asks.limit * 1000;
  let seen = true;
  const end = (line: string, succeeded: boolean) => {
    if (!seen) {
      return;
    }
    context.log(`${line}\n`);
    if (!succeeded) {
      context.log('failed to exec command: exit status 1', Severity.ERROR);
    }
    context.finish(succeeded ? StageStatus.SUCCESS : StageStatus.FAILURE);
  };
  /** Whether to ask on. */
  const goesOn = ({ status, body }: GateAnswer): boolean => {
    if (status === 200 && body.includes('"decision":"approved"')) {
      end('approved', true);
    } else if (status === 200 && body.includes('"decision":"rejected"')) {
      end('rejected', false);
    } else if (status === 409) {
      end('nothing to answer any more', false);
    } else {
      return true;
    }
    return false;
  };
  const look = () => {
    if (host.elapsed() >= until) {
      end('nobody decided in time', false);
      return;
    }
    const endpoint = host.gate();
    if (!endpoint) {
      host.after(asks.every * 1000, look);
      return;
    }
    let heard: GateAnswer | undefined;
    void askGate(endpoint, { run, gate: asks.gate }).then(answer => {
      heard = answer;
    });
    // Waited for in the time of the process: one that has ended by then hears no answer.
    const listen = (): void => {
      if (!heard) {
        host.after(LISTEN, listen);
      } else if (goesOn(heard)) {
        host.after(asks.every * 1000, look);
      }
    };
    host.after(LISTEN, listen);
  };
  host.after(0, look);
  return () => {
    seen = false;
  };
}

/** The script as it stands in the application's repository. The secret is not in it: PipeCD prints it to the stage log. */
export function askingScript({
  gate,
  every,
  limit,
}: NonNullable<ScriptSpec['asks']>): string {
  return `end=$(( $(date +%s) + ${limit} ))
while [ "$(date +%s)" -lt "$end" ]; do
  answer=$(printf 'Authorization: Bearer %s' "$FAIRWAY_GATE_SECRET" |
    curl --silent --max-time 10 --write-out ' %{http_code}' --header @- \\
      --header 'Content-Type: application/json' \\
      --data "{\\"run\\":\\"$SR_DEPLOYMENT_ID\\",\\"gate\\":\\"${gate}\\"}" \\
      "$FAIRWAY_GATE_URL") || true
  case "$answer" in
    *'"decision":"approved"'*' 200') echo approved; exit 0 ;;
    *'"decision":"rejected"'*' 200') echo rejected; exit 1 ;;
    *' 409') echo 'nothing to answer any more'; exit 1 ;;
  esac
  sleep ${every}
done
echo 'nobody decided in time'
exit 1`;
}
