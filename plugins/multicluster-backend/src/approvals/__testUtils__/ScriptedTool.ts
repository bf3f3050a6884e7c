/** What the tool does wrong the next time somebody decides. */
export type Fault =
  | 'applyThenDrop'
  | 'ackWithoutApply'
  | 'drop'
  | 'refuse'
  | 'fail'
  | 'throw'
  | { delay: number };

interface GateState {
  state: 'waiting' | 'approved' | 'rejected' | 'cancelled' | 'expired';
  needs: number;
  people: string[];
  digest: string;
}

/** A line of the tool's own log: what it was asked, and whether that had an effect. */
export interface ToolLine {
  gate: string;
  who: string;
  verdict: 'approve' | 'reject';
  effective: boolean;
}

/** A tool with gates that counts people, keeps its own log and fails on request. It knows nothing of the portal. */
export class ScriptedTool {
  readonly log: ToolLine[] = [];
  readonly faults: Fault[] = [];
  down = false;
  reads = 0;
  readonly #gates = new Map<string, GateState>();

  static create(): ScriptedTool {
    return new ScriptedTool();
  }

  private constructor() {}

  gate(key: string): GateState {
    const known = this.#gates.get(key) ?? {
      state: 'waiting',
      needs: 1,
      people: [],
      digest: 'd1',
    };
    this.#gates.set(key, known);
    return known;
  }

  read(key: string): GateState {
    this.reads++;
    if (this.down) {
      throw new Error('connect ECONNREFUSED');
    }
    return this.gate(key);
  }

  /** Decisions that changed something, by gate. */
  effective(key: string): ToolLine[] {
    return this.log.filter(line => line.gate === key && line.effective);
  }

  async decide(
    key: string,
    who: string,
    verdict: 'approve' | 'reject',
  ): Promise<'accepted' | 'refused' | 'failed'> {
    const fault = this.faults.shift();
    if (this.down || fault === 'fail') {
      return 'failed';
    }
    if (typeof fault === 'object') {
      await new Promise(resolve => setTimeout(resolve, fault.delay));
    }
    if (fault === 'throw' || fault === 'drop') {
      this.log.push({ gate: key, who, verdict, effective: false });
      throw new Error('socket hang up');
    }
    if (fault === 'refuse') {
      this.log.push({ gate: key, who, verdict, effective: false });
      return 'refused';
    }
    const effective =
      fault !== 'ackWithoutApply' && this.#apply(key, who, verdict);
    this.log.push({ gate: key, who, verdict, effective });
    if (fault === 'applyThenDrop') {
      throw new Error('socket hang up');
    }
    return 'accepted';
  }

  #apply(key: string, who: string, verdict: 'approve' | 'reject'): boolean {
    const gate = this.gate(key);
    if (gate.state !== 'waiting' || gate.people.includes(who)) {
      return false;
    }
    if (verdict === 'reject') {
      gate.state = 'rejected';
      return true;
    }
    gate.people.push(who);
    if (gate.people.length >= gate.needs) {
      gate.state = 'approved';
    }
    return true;
  }
}
