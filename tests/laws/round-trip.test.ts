// What a format writes it reads back as the same: parse, serialize and parse again.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import type { Format, Loss } from '../../src/model/format.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { FORMAT_RECORDS } from '../support/format-records.ts';
import { meaningOf } from '../support/meaning.ts';
import { variedRecord } from '../support/varied-records.ts';

const seed = 71_204;

describe.each(FORMATS)('$id', (format: Format) => {
  const templates = FORMAT_RECORDS[format.id] ?? [];

  /** The record written anew; undefined where the format had a complaint about it. */
  const rewritten = (
    value: JsonObject,
  ): { before: string; after: string; record: JsonObject } | undefined => {
    let complaints = 0;
    const example = format.parse(value, () => {
      complaints += 1;
    });
    if (example === undefined || complaints > 0) return undefined;
    const losses: Loss[] = [];
    const written = format.serialize(example, (loss) => losses.push(loss));
    if ('refused' in written) {
      expect(written.refused).toBe('there is no answer that could be rated');
      return undefined;
    }
    expect(losses).toEqual([]);
    const record = JSON.parse(JSON.stringify(written.record)) as JsonObject;
    return { before: meaningOf(example), after: meaningOf(format.parse(record, () => {})), record };
  };

  test.each(templates.map((record, i) => ({ i, record })))('dialect $i', ({ record }) => {
    const trip = rewritten(record);
    expect(trip?.after).toBe(trip?.before);
    if (trip !== undefined) expect(format.recognize(trip.record)).toBeDefined();
  });

  test('whatever stands in a record that is in order', () => {
    let tried = 0;
    fc.assert(
      fc.property(variedRecord(templates, true), (value) => {
        const trip = rewritten(value);
        if (trip === undefined) return;
        tried += 1;
        expect(trip.after).toBe(trip.before);
      }),
      { seed, numRuns: 1000 },
    );
    expect(tried).toBeGreaterThan(100);
  });
});
