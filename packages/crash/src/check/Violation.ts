/** What must hold whatever crashed, and did not. */
export interface Violation {
  rule:
    | 'lost'
    | 'twice'
    | 'contradicted'
    | 'unasked'
    | 'no-row'
    | 'unfinished'
    | 'untold';
  run: string;
  voter?: string;
}
