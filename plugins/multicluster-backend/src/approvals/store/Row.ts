/** A row as either engine gives it. */
export type Row = Record<string, string | number | boolean | null>;
