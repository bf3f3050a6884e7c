import {
  ApprovalState,
  finalApprovalStates,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestEvent } from '../../model/RequestEvent';
import { advance } from './advance';
import { Situation } from './AdvanceResult';

const why = sentence('approval.expired');
const all = ['continue', 'roll-back', 'abandon'] as const;

/** Columns of the table. `Qr`, `Dr`, `Ur`: what was sealed is a refusal; `X`: halted. */
const columns: Record<string, Partial<Situation>> = {
  P: { state: 'pending' },
  H: { state: 'held' },
  Q: { state: 'queued', decision: 'approve' },
  Qr: { state: 'queued', decision: 'reject' },
  D: { state: 'delivering', decision: 'approve' },
  Dr: { state: 'delivering', decision: 'reject' },
  U: { state: 'unknown', decision: 'approve' },
  Ur: { state: 'unknown', decision: 'reject' },
  X: {
    state: 'halted',
    decision: 'approve',
    halted: { sentence: why, owners: [], may: [...all] },
  },
  T: { state: 'applied', decision: 'approve' },
};

/** One line of what happens: where to, what is decided then, `+1` for a generation more, and the effects in order. */
function told(situation: Partial<Situation>, event: RequestEvent): string {
  const result = advance(
    { state: 'pending', delivery: 'worker', ...situation },
    event,
  );
  switch (result.kind) {
    case 'refused':
      return `${result.status} ${result.code}`;
    case 'ignored':
      return 'ignored';
    default: {
      const effects = result.effects.map(effect => {
        const { type, ...more } = effect;
        const words = Object.values(more).filter(
          value => typeof value === 'string' || value === true,
        );
        return [type, ...words].join(':');
      });
      const to =
        result.kind === 'same'
          ? ['same']
          : [
              result.to,
              ...(result.decision ? [`(${result.decision})`] : []),
              ...(result.nextGeneration ? ['+1'] : []),
            ];
      return [to.join(' '), ...effects].join(' · ');
    }
  }
}

const vote = (more: object = {}): RequestEvent => ({
  type: 'vote',
  decision: 'approve',
  quorumMet: false,
  rejectionsMet: false,
  gatesOpen: true,
  leased: false,
  ...more,
});
const counted = 'store-vote:counted';
const late = 'same · store-vote:late';
const SEALED = '409 DECISION_SEALED';
const FLIGHT = '409 DECISION_IN_FLIGHT';
const FINAL = '409 FINAL';
const LATE = '409 TOO_LATE';
const drop = 'recall-delivery';
const over = 'close-delivery:recalled';
const done = 'close-delivery:not-needed';
const voidAll = 'void-votes:all:subject-changed';
const voidOne = 'void-votes:named:not-eligible';
const stricter = 'apply-policy · void-votes:named:policy-changed';
const yes = 'queued (approve)';
const no = 'queued (reject)';

type Row = [string, RequestEvent, Record<keyof typeof columns, string>];

const rows: Row[] = [
  [
    'E1 approve, not enough',
    vote(),
    {
      P: `same · ${counted}`,
      H: `same · ${counted}`,
      Q: SEALED,
      Qr: SEALED,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: late,
    },
  ],
  [
    'E2 approve, enough, gates open',
    vote({ quorumMet: true }),
    {
      P: `${yes} · ${counted} · seal:approve`,
      H: `same · ${counted}`,
      Q: SEALED,
      Qr: SEALED,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: late,
    },
  ],
  [
    'E2 approve, enough, gates closed',
    vote({ quorumMet: true, gatesOpen: false }),
    {
      P: `held · ${counted}`,
      H: `same · ${counted}`,
      Q: SEALED,
      Qr: SEALED,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: late,
    },
  ],
  [
    'E3 reject, enough',
    vote({ decision: 'reject', rejectionsMet: true }),
    {
      P: `${no} · ${counted} · seal:reject`,
      H: `${no} · ${counted} · seal:reject`,
      Q: `${no} · ${drop} · ${counted} · seal:reject`,
      Qr: 'same',
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: late,
    },
  ],
  [
    'E3 reject, enough, taken up',
    vote({ decision: 'reject', rejectionsMet: true, leased: true }),
    {
      P: `${no} · ${counted} · seal:reject`,
      H: `${no} · ${counted} · seal:reject`,
      Q: FLIGHT,
      Qr: 'same',
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: late,
    },
  ],
  [
    'E3 reject, enough, gates closed',
    vote({ decision: 'reject', rejectionsMet: true, gatesOpen: false }),
    {
      P: `${no} · ${counted} · seal:reject`,
      H: `${no} · ${counted} · seal:reject`,
      Q: `${no} · ${drop} · ${counted} · seal:reject`,
      Qr: 'same',
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: late,
    },
  ],
  [
    'E4 reject, not enough, by one whose approval it needs',
    vote({ decision: 'reject' }),
    {
      P: `same · ${counted}`,
      H: `pending · ${counted}`,
      Q: SEALED,
      Qr: SEALED,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: late,
    },
  ],
  [
    'E4 reject, not enough, and approved by enough others',
    vote({ decision: 'reject', quorumMet: true }),
    {
      P: `same · ${counted}`,
      H: `same · ${counted}`,
      Q: SEALED,
      Qr: SEALED,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: late,
    },
  ],
  [
    'E5 withdraw, decisive',
    { type: 'withdraw', quorumMet: false, decisive: true, leased: false },
    {
      P: 'same · withdraw-votes:own',
      H: 'pending · withdraw-votes:own',
      Q: `pending (none) · ${drop} · withdraw-votes:own`,
      Qr: `pending (none) · ${drop} · withdraw-votes:own`,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: FINAL,
    },
  ],
  [
    'E5 withdraw, decisive, approvals are enough without it',
    { type: 'withdraw', quorumMet: true, decisive: true, leased: false },
    {
      P: 'held · withdraw-votes:own',
      H: 'same · withdraw-votes:own',
      Q: `held (none) · ${drop} · withdraw-votes:own`,
      Qr: `held (none) · ${drop} · withdraw-votes:own`,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: FINAL,
    },
  ],
  [
    'E5 withdraw, decisive, taken up',
    { type: 'withdraw', quorumMet: false, decisive: true, leased: true },
    {
      P: 'same · withdraw-votes:own',
      H: 'pending · withdraw-votes:own',
      Q: LATE,
      Qr: LATE,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: FINAL,
    },
  ],
  [
    'E5 withdraw, not decisive',
    { type: 'withdraw', quorumMet: true, decisive: false, leased: false },
    {
      P: 'held · withdraw-votes:own',
      H: 'same · withdraw-votes:own',
      Q: SEALED,
      Qr: SEALED,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: FINAL,
    },
  ],
  [
    'E6 recall',
    { type: 'recall', leased: false },
    {
      P: '409 NOTHING_TO_RECALL',
      H: 'pending · withdraw-votes:own-or-all',
      Q: `pending (none) · ${drop} · withdraw-votes:own-or-all`,
      Qr: `pending (none) · ${drop} · withdraw-votes:own-or-all`,
      D: LATE,
      Dr: LATE,
      U: LATE,
      Ur: LATE,
      X: LATE,
      T: FINAL,
    },
  ],
  [
    'E6 recall, taken up',
    { type: 'recall', leased: true },
    {
      P: '409 NOTHING_TO_RECALL',
      H: 'pending · withdraw-votes:own-or-all',
      Q: LATE,
      Qr: LATE,
      D: LATE,
      Dr: LATE,
      U: LATE,
      Ur: LATE,
      X: LATE,
      T: FINAL,
    },
  ],
  [
    'E9 gates open',
    { type: 'gates-opened', quorumMet: true },
    {
      P: 'same',
      H: `${yes} · seal:approve`,
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E9 gates open, votes do not hold any more',
    { type: 'gates-opened', quorumMet: false },
    {
      P: 'same',
      H: 'pending · note',
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E10 gates close',
    { type: 'gates-closed', overrun: false, leased: false },
    {
      P: 'same',
      H: 'same',
      Q: `held (none) · ${drop}`,
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E10 gates close, overrun',
    { type: 'gates-closed', overrun: true, leased: false },
    {
      P: 'same',
      H: 'same',
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E10 gates close, taken up',
    { type: 'gates-closed', overrun: false, leased: true },
    {
      P: 'same',
      H: 'same',
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E13 deadline',
    { type: 'deadline' },
    {
      P: 'expired',
      H: 'expired',
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E14 subject changed',
    { type: 'subject-changed', leased: false },
    {
      P: `pending +1 · ${voidAll}`,
      H: `pending +1 · ${voidAll}`,
      Q: `pending (none) +1 · ${drop} · ${voidAll}`,
      Qr: `pending (none) +1 · ${drop} · ${voidAll}`,
      D: 'same · note',
      Dr: 'same · note',
      U: 'same · note',
      Ur: 'same · note',
      X: 'same · note',
      T: 'ignored',
    },
  ],
  [
    'E14 subject changed, taken up',
    { type: 'subject-changed', leased: true },
    {
      P: `pending +1 · ${voidAll}`,
      H: `pending +1 · ${voidAll}`,
      Q: 'same · note',
      Qr: 'same · note',
      D: 'same · note',
      Dr: 'same · note',
      U: 'same · note',
      Ur: 'same · note',
      X: 'same · note',
      T: 'ignored',
    },
  ],
  [
    'E15 newer run, latest',
    { type: 'superseded', policy: 'latest', leased: false },
    {
      P: 'superseded',
      H: 'superseded',
      Q: `superseded (none) · ${drop}`,
      Qr: `superseded (none) · ${drop}`,
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E15 newer run, latest, taken up',
    { type: 'superseded', policy: 'latest', leased: true },
    {
      P: 'superseded',
      H: 'superseded',
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E15 newer run, queue',
    { type: 'superseded', policy: 'queue', leased: false },
    {
      P: 'same',
      H: 'same',
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E16 gate gone',
    { type: 'gate-gone', sentence: why, leased: false },
    {
      P: 'cancelled',
      H: 'cancelled',
      Q: `cancelled (none) · ${drop}`,
      Qr: `cancelled (none) · ${drop}`,
      D: 'same · note',
      Dr: 'same · note',
      U: 'same · note',
      Ur: 'same · note',
      X: `cancelled · ${over}`,
      T: 'ignored',
    },
  ],
  [
    'E16 gate gone, taken up',
    { type: 'gate-gone', sentence: why, leased: true },
    {
      P: 'cancelled',
      H: 'cancelled',
      Q: 'same · note',
      Qr: 'same · note',
      D: 'same · note',
      Dr: 'same · note',
      U: 'same · note',
      Ur: 'same · note',
      X: `cancelled · ${over}`,
      T: 'ignored',
    },
  ],
  [
    'E16 the worker reads that it was cancelled',
    { type: 'ended-undecided', how: 'cancelled', sentence: why },
    {
      P: 'cancelled',
      H: 'cancelled',
      Q: `cancelled (none) · ${drop}`,
      Qr: `cancelled (none) · ${drop}`,
      D: `cancelled · ${over}`,
      Dr: `cancelled · ${over}`,
      U: `cancelled · ${over}`,
      Ur: `cancelled · ${over}`,
      X: `cancelled · ${over}`,
      T: 'ignored',
    },
  ],
  [
    'E19 its time ran out at the source',
    { type: 'ended-undecided', how: 'expired', sentence: why },
    {
      P: 'expired',
      H: 'expired',
      Q: `expired (none) · ${drop}`,
      Qr: `expired (none) · ${drop}`,
      D: `expired · ${over}`,
      Dr: `expired · ${over}`,
      U: `expired · ${over}`,
      Ur: `expired · ${over}`,
      X: `expired · ${over}`,
      T: 'ignored',
    },
  ],
  [
    'E17 leased',
    { type: 'leased' },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'delivering',
      Qr: 'delivering',
      D: 'same',
      Dr: 'same',
      U: 'ignored',
      Ur: 'ignored',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E17 preflight: another subject',
    { type: 'preflight-failed', why: 'subject', begun: false },
    {
      P: 'ignored',
      H: 'ignored',
      Q: `pending (none) +1 · ${drop} · ${voidAll}`,
      Qr: `pending (none) +1 · ${drop} · ${voidAll}`,
      D: `pending (none) +1 · ${drop} · ${voidAll}`,
      Dr: `pending (none) +1 · ${drop} · ${voidAll}`,
      U: 'ignored',
      Ur: 'ignored',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E17 preflight: a voter lost the right',
    { type: 'preflight-failed', why: 'eligibility', begun: false },
    {
      P: 'ignored',
      H: 'ignored',
      Q: `pending (none) · ${drop}`,
      Qr: `pending (none) · ${drop}`,
      D: `pending (none) · ${drop}`,
      Dr: `pending (none) · ${drop}`,
      U: 'ignored',
      Ur: 'ignored',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E17 preflight: another policy',
    { type: 'preflight-failed', why: 'policy', begun: false },
    {
      P: 'ignored',
      H: 'ignored',
      Q: `pending (none) · ${drop}`,
      Qr: `pending (none) · ${drop}`,
      D: `pending (none) · ${drop}`,
      Dr: `pending (none) · ${drop}`,
      U: 'ignored',
      Ur: 'ignored',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E17 preflight, after a part had its effect',
    { type: 'preflight-failed', why: 'subject', begun: true },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'halted · halt:subject',
      Qr: 'halted · halt:subject',
      D: 'halted · halt:subject',
      Dr: 'halted · halt:subject',
      U: 'ignored',
      Ur: 'ignored',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E18-E19 every step was observed',
    { type: 'delivered' },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'ignored',
      Qr: 'ignored',
      D: `applied · ${done}`,
      Dr: `rejected · ${done}`,
      U: `applied · ${done}`,
      Ur: `rejected · ${done}`,
      X: `applied · ${done}`,
      T: 'ignored',
    },
  ],
  [
    'E19 approved there, by us',
    { type: 'decided', decision: 'approve', ours: true },
    {
      P: 'external',
      H: 'external',
      Q: `external (none) · ${drop}`,
      Qr: `external (none) · ${drop}`,
      D: `applied · ${done}`,
      Dr: `external · ${done}`,
      U: `applied · ${done}`,
      Ur: `external · ${done}`,
      X: `applied · ${done}`,
      T: 'ignored',
    },
  ],
  [
    'E19 rejected there, by us',
    { type: 'decided', decision: 'reject', ours: true },
    {
      P: 'external',
      H: 'external',
      Q: `external (none) · ${drop}`,
      Qr: `external (none) · ${drop}`,
      D: `external · ${done}`,
      Dr: `rejected · ${done}`,
      U: `external · ${done}`,
      Ur: `rejected · ${done}`,
      X: `external · ${done}`,
      T: 'ignored',
    },
  ],
  [
    'E19 decided there by somebody else',
    { type: 'decided', decision: 'approve', ours: false },
    {
      P: 'external',
      H: 'external',
      Q: `external (none) · ${drop}`,
      Qr: `external (none) · ${drop}`,
      D: `external · ${done}`,
      Dr: `external · ${done}`,
      U: `external · ${done}`,
      Ur: `external · ${done}`,
      X: `external · ${done}`,
      T: 'ignored',
    },
  ],
  [
    'E20 not delivered',
    { type: 'not-delivered', begun: false },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'ignored',
      Qr: 'ignored',
      D: 'queued · retry',
      Dr: 'queued · retry',
      U: 'ignored',
      Ur: 'ignored',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E20 not delivered, after a part had its effect',
    { type: 'not-delivered', begun: true },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'ignored',
      Qr: 'ignored',
      D: 'same · retry',
      Dr: 'same · retry',
      U: 'ignored',
      Ur: 'ignored',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E21 ambiguous',
    { type: 'ambiguous' },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'ignored',
      Qr: 'ignored',
      D: 'unknown',
      Dr: 'unknown',
      U: 'same',
      Ur: 'same',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E21 read: still waiting',
    { type: 'resolved-waiting', begun: false },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'ignored',
      Qr: 'ignored',
      D: 'ignored',
      Dr: 'ignored',
      U: 'queued · retry',
      Ur: 'queued · retry',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E21 read: still waiting, after a part had its effect',
    { type: 'resolved-waiting', begun: true },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'ignored',
      Qr: 'ignored',
      D: 'ignored',
      Dr: 'ignored',
      U: 'delivering · retry',
      Ur: 'delivering · retry',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E22 refused for good',
    { type: 'refused', sentence: why, begun: false },
    {
      P: 'ignored',
      H: 'ignored',
      Q: `failed · ${over}`,
      Qr: `failed · ${over}`,
      D: `failed · ${over}`,
      Dr: `failed · ${over}`,
      U: `failed · ${over}`,
      Ur: `failed · ${over}`,
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'E22 refused for good, after a part had its effect',
    { type: 'refused', sentence: why, begun: true },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'halted · halt:refused',
      Qr: 'halted · halt:refused',
      D: 'halted · halt:refused',
      Dr: 'halted · halt:refused',
      U: 'halted · halt:refused',
      Ur: 'halted · halt:refused',
      X: 'ignored',
      T: 'ignored',
    },
  ],
  [
    'a step cannot go on',
    { type: 'halted', sentence: why },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'halted · halt:step',
      Qr: 'halted · halt:step',
      D: 'halted · halt:step',
      Dr: 'halted · halt:step',
      U: 'halted · halt:step',
      Ur: 'halted · halt:step',
      X: 'halted · halt:step',
      T: 'ignored',
    },
  ],
  [
    'continue, begun',
    { type: 'resolved', action: 'continue', begun: true },
    {
      P: '409 NOT_HALTED',
      H: '409 NOT_HALTED',
      Q: '409 NOT_HALTED',
      Qr: '409 NOT_HALTED',
      D: '409 NOT_HALTED',
      Dr: '409 NOT_HALTED',
      U: '409 NOT_HALTED',
      Ur: '409 NOT_HALTED',
      X: 'delivering · resume',
      T: '409 NOT_HALTED',
    },
  ],
  [
    'continue, nothing had an effect',
    { type: 'resolved', action: 'continue', begun: false },
    {
      P: '409 NOT_HALTED',
      H: '409 NOT_HALTED',
      Q: '409 NOT_HALTED',
      Qr: '409 NOT_HALTED',
      D: '409 NOT_HALTED',
      Dr: '409 NOT_HALTED',
      U: '409 NOT_HALTED',
      Ur: '409 NOT_HALTED',
      X: 'queued · resume',
      T: '409 NOT_HALTED',
    },
  ],
  [
    'roll back',
    { type: 'resolved', action: 'roll-back', begun: true },
    {
      P: '409 NOT_HALTED',
      H: '409 NOT_HALTED',
      Q: '409 NOT_HALTED',
      Qr: '409 NOT_HALTED',
      D: '409 NOT_HALTED',
      Dr: '409 NOT_HALTED',
      U: '409 NOT_HALTED',
      Ur: '409 NOT_HALTED',
      X: `queued (reject) +1 · ${over} · seal:reject:true`,
      T: '409 NOT_HALTED',
    },
  ],
  [
    'abandon',
    { type: 'resolved', action: 'abandon', begun: true },
    {
      P: '409 NOT_HALTED',
      H: '409 NOT_HALTED',
      Q: '409 NOT_HALTED',
      Qr: '409 NOT_HALTED',
      D: '409 NOT_HALTED',
      Dr: '409 NOT_HALTED',
      U: '409 NOT_HALTED',
      Ur: '409 NOT_HALTED',
      X: `failed · ${over}`,
      T: '409 NOT_HALTED',
    },
  ],
  [
    'E23 live content is another',
    { type: 'content-differs' },
    {
      P: 'ignored',
      H: 'ignored',
      Q: 'ignored',
      Qr: 'ignored',
      D: 'ignored',
      Dr: 'ignored',
      U: 'ignored',
      Ur: 'ignored',
      X: 'ignored',
      T: 'same · incident:UNAPPROVED_CONTENT',
    },
  ],
  [
    'E24 a voter lost the right',
    { type: 'eligibility-lost', quorumMet: false, leased: false },
    {
      P: `same · ${voidOne}`,
      H: `pending · ${voidOne}`,
      Q: `pending (none) · ${drop} · ${voidOne}`,
      Qr: `pending (none) · ${drop} · ${voidOne}`,
      D: 'same · note',
      Dr: 'same · note',
      U: 'same · note',
      Ur: 'same · note',
      X: 'same · note',
      T: 'ignored',
    },
  ],
  [
    'E24 a voter lost the right, enough without',
    { type: 'eligibility-lost', quorumMet: true, leased: false },
    {
      P: `same · ${voidOne}`,
      H: `same · ${voidOne}`,
      Q: `same · ${voidOne}`,
      Qr: `same · ${voidOne}`,
      D: 'same · note',
      Dr: 'same · note',
      U: 'same · note',
      Ur: 'same · note',
      X: 'same · note',
      T: 'ignored',
    },
  ],
  [
    'E24 a voter lost the right, taken up',
    { type: 'eligibility-lost', quorumMet: false, leased: true },
    {
      P: `same · ${voidOne}`,
      H: `pending · ${voidOne}`,
      Q: 'same · note',
      Qr: 'same · note',
      D: 'same · note',
      Dr: 'same · note',
      U: 'same · note',
      Ur: 'same · note',
      X: 'same · note',
      T: 'ignored',
    },
  ],
  [
    'E25 the policy changed, not enough by both',
    {
      type: 'policy-changed',
      quorumMet: false,
      rejectionsMet: false,
      leased: false,
    },
    {
      P: `same · ${stricter}`,
      H: `pending · ${stricter}`,
      Q: `pending (none) · ${drop} · ${stricter}`,
      Qr: 'same · apply-policy',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E25 the policy changed, enough by both',
    {
      type: 'policy-changed',
      quorumMet: true,
      rejectionsMet: false,
      leased: false,
    },
    {
      P: `same · ${stricter}`,
      H: `same · ${stricter}`,
      Q: `held (none) · ${drop} · ${stricter}`,
      Qr: 'same · apply-policy',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E25 the policy changed, refusals suffice only by both',
    {
      type: 'policy-changed',
      quorumMet: false,
      rejectionsMet: true,
      leased: false,
    },
    {
      P: `${no} · ${stricter} · seal:reject`,
      H: `${no} · ${stricter} · seal:reject`,
      Q: `${no} · ${drop} · ${stricter} · seal:reject`,
      Qr: 'same · apply-policy',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E25 the policy changed, taken up',
    {
      type: 'policy-changed',
      quorumMet: false,
      rejectionsMet: false,
      leased: true,
    },
    {
      P: `same · ${stricter}`,
      H: `pending · ${stricter}`,
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
  [
    'E26 break glass',
    { type: 'break-glass' },
    {
      P: `${yes} · seal:approve:true`,
      H: `${yes} · seal:approve:true`,
      Q: SEALED,
      Qr: SEALED,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: FINAL,
    },
  ],
  [
    'E29 it needs no new approval',
    { type: 'exempted' },
    {
      P: `${yes} · seal:approve:true:true`,
      H: `${yes} · seal:approve:true:true`,
      Q: SEALED,
      Qr: SEALED,
      D: FLIGHT,
      Dr: FLIGHT,
      U: FLIGHT,
      Ur: FLIGHT,
      X: FLIGHT,
      T: FINAL,
    },
  ],
  [
    'E27 the source cannot be read',
    { type: 'unreadable' },
    {
      P: 'same',
      H: 'same',
      Q: 'same',
      Qr: 'same',
      D: 'same',
      Dr: 'same',
      U: 'same',
      Ur: 'same',
      X: 'same',
      T: 'ignored',
    },
  ],
];

/**
 * Every cell of the table, by hand. E7 and E8 are settled before the machine is asked, by the key of the request (idempotencyBook),
 * E11 by its ETag and digest, E12 by judgeVoter; E28 is a transaction that fails.
 */
describe('advance', () => {
  const cells = rows.flatMap(([name, event, row]) =>
    Object.entries(row).map(([column, expected]) => ({
      name,
      event,
      column,
      expected,
    })),
  );

  it('has an expectation for every cell of every row', () => {
    expect(cells).toHaveLength(rows.length * Object.keys(columns).length);
  });

  it.each(cells)(
    '$name in $column: $expected',
    ({ event, column, expected }) => {
      expect(told(columns[column], event)).toBe(expected);
    },
  );

  it.each(finalApprovalStates)('I5: nothing leaves %s', state => {
    for (const [, event] of rows) {
      expect(advance({ state, delivery: 'worker' }, event).kind).not.toBe(
        'moved',
      );
    }
  });

  it('knows no state beside those', () => {
    expect(() =>
      advance(
        { state: 'lost' as ApprovalState, delivery: 'worker' },
        { type: 'deadline' },
      ),
    ).toThrow("'lost'");
  });

  it('lets nobody decide here what is decided in the tool', () => {
    const inTool = { state: 'pending', delivery: 'none' } as const;
    expect([
      told(inTool, vote({ quorumMet: true })),
      told(inTool, vote({ decision: 'reject', rejectionsMet: true })),
      told(inTool, { type: 'break-glass' }),
      told(inTool, { type: 'decided', decision: 'approve', ours: false }),
    ]).toEqual([
      '409 DECIDED_IN_TOOL',
      '409 DECIDED_IN_TOOL',
      '409 DECIDED_IN_TOOL',
      'external',
    ]);
  });

  it('leaves nothing to recall where the request that seals delivers', () => {
    expect(
      told(
        { state: 'pending', delivery: 'in-request' },
        vote({ quorumMet: true }),
      ),
    ).toBe(`delivering (approve) · ${counted} · seal:approve:true`);
  });

  it('does with what halted only what may be done with it', () => {
    const halted = { sentence: why, owners: [], may: ['abandon' as const] };
    expect(
      told(
        { ...columns.X, halted },
        { type: 'resolved', action: 'continue', begun: true },
      ),
    ).toBe('409 NOT_HALTED');
  });
});
